"""A variable of the project's own is declared, and its values are what the declaration says.

**Why.** `extra` takes any name, so a slip of the pen makes a second variable; only the declaration in `dataset.yaml` tells a reader what
the column means and which values to expect.

**Not covered.** A dataset without a `dataset.yaml` that can be read (it cannot be released either). Variables that are declared and never
used.

**What to do.** Correct the name or the value, or declare the variable under `variables` of `dataset.yaml` with type and description.

**Wrong**

```yaml
dataset.yaml:
  dataset: {variables: [{name: delegation_size, type: integer, description: people who travelled along}]}
authored/doe-2024-05.yaml:
  trip: {extra: {delegation: 12}}
```

**Right**

```yaml
dataset.yaml:
  dataset: {variables: [{name: delegation_size, type: integer, description: people who travelled along}]}
authored/doe-2024-05.yaml:
  trip: {extra: {delegation_size: 12}}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.findings import End, Severity
from diplotrips.schema.codelists import nearest
from diplotrips.schema.dates.edtf import EdtfError, EdtfInterval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding, Place
    from diplotrips.schema.dataset import Dataset, Entry
    from diplotrips.schema.info import ExtraVariable
    from diplotrips.schema.record import Record

Value = str | bool | int | float


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each value under `extra` whose variable is not declared, or declared otherwise."""
    info = evidence.dataset.info
    if info is None:
        return
    declared = {variable.name: (variable, info.place("variables", number)) for number, variable in enumerate(info.record.variables)}
    for record, name, value, place in _extras(evidence.dataset):
        near = ""
        if name in declared:
            variable, other = declared[name]
            message, label = _misfit(value, variable), f"{name} is declared as {variable.type}"
        else:
            near = nearest(name, declared)
            message = f"{name} is not declared in dataset.yaml{f'; did you mean {near}?' if near else ''}"
            other, label = info.place("variables"), "what is declared"
        if message:
            field, there = f"extra.{name}", [End(label, place=other)]
            here = End("this value", record, field, value=str(value), place=place)
            yield finding(CHECK, evidence, record=record, field=field, message=message, here=here, there=there, fix=near)


def _extras(dataset: Dataset) -> Iterator[tuple[str, str, Value, Place]]:
    """Return record, variable, value and place of everything that stands under `extra`."""
    holders: list[tuple[str, Entry[Record]]] = [(item.id, item) for item in dataset.items]
    holders += [(entry.record.trip.id, entry) for entry in dataset.trips]
    for record, entry in holders:
        for name, value in (getattr(entry.record, "extra", None) or {}).items():
            yield record, name, value, entry.place("extra", name)


def _misfit(value: Value, variable: ExtraVariable) -> str:
    """Return how *value* is not what *variable* was declared as, empty if it is."""
    what, fits = _FORMS[variable.type]
    if not fits(value):
        return f"{variable.name} is {value}, which is not {what}, as dataset.yaml declares it"
    if variable.codes and str(value) not in variable.codes:
        return f"{variable.name} is {value}, and dataset.yaml declares only {', '.join(variable.codes)}"
    return ""


def _is_date(value: Value) -> bool:
    """Tell whether *value* is a date or an interval of dates as EDTF."""
    try:
        EdtfInterval.parse(str(value))
    except EdtfError:
        return False
    return isinstance(value, str)


_FORMS: Mapping[str, tuple[str, Callable[[Value], bool]]] = {
    "text": ("text", lambda value: isinstance(value, str)),
    "integer": ("a whole number", lambda value: isinstance(value, int) and not isinstance(value, bool)),
    "number": ("a number", lambda value: isinstance(value, int | float) and not isinstance(value, bool)),
    "boolean": ("true or false", lambda value: isinstance(value, bool)),
    "date": ("a date as text", _is_date),
    "code": ("a code", lambda value: isinstance(value, str)),
}
"""By declared type: what a value has to be, in words and as a test."""

CHECK = Check(
    code="DT305", name="extra-not-declared", severity=Severity.ERROR, page=__doc__, judges=("trip", "stop", "agreement"), find=find
)
