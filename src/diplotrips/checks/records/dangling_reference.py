"""What a record names exists.

**Why.** A trip whose traveller is in no register has no name, no country and no office; a claim about a stop that the trip does not have
is lost. A misspelt id is the usual reason, and the nearest known id is named.

**Not covered.** Records that were found but hold errors of their own, and registers of which a part could not be read: those errors are
reported, and references to them are not. Country codes and other codes, which have lists (DT008).

**What to do.** Correct the id, or add the record. Within a trip, `about`, `route`, `during` and `stop` take local ids (`cl`, or
`cl.ana-lopez` for a meeting); in the ledger, `record` takes the released id (`doe-2024-05.cl`).

**Wrong**

```yaml
trip: {traveller: jane-do}
```

**Right**

```yaml
trip: {traveller: jane-doe}
```

**Since** 0.1.0
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from diplotrips.checks.check import IN_REGISTERS, ON_TRIPS, Check, finding
from diplotrips.checks.references import LOCAL, LOCAL_STOP, RECORD, references_in
from diplotrips.findings import End, Severity
from diplotrips.schema.codelists import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.references import Reference
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

_NOUNS = {
    LOCAL: "no stop, meeting, agreement or expert of this trip",
    LOCAL_STOP: "no stop of this trip",
    RECORD: "the id of no record",
    "trip": "no trip of the dataset",
}
"""What a name that leads nowhere is; all other kinds are `no … of the register`."""

_FILES = {"trip": "authored", "person": "people"}
"""Where records of a kind stand, if not in the register named with its plural."""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each reference to something that does not exist, at the very reference.

    What else leads to the same missing id follows from the first that does; so does what calls a meeting by the right id of a person whose
    id is wrong in the meeting itself.
    """
    known = _known(evidence)
    first: dict[tuple[str, str], str] = {}
    for reference in references_in(evidence.dataset):
        spaces = [known.get(_space(reference, target), {}) for target in reference.targets]
        if any(reference.name in names for names in spaces):
            continue
        if not _may_be_unread(reference, evidence.dataset):
            found = _found(evidence, reference, nearest(reference.name, chain.from_iterable(spaces)))
            missing = (_space(reference, reference.targets[0]), reference.name)
            yield replace(found, because_of=first[missing]) if missing in first else found
            first.setdefault(missing, found.fingerprint)
            meeting = reference.record.removeprefix(f"{reference.trip}.")
            if found.fix and meeting.endswith(f".{reference.name}"):
                right = f"{meeting.removesuffix(reference.name)}{found.fix}"
                first.setdefault((f"{LOCAL} {reference.trip}", right), found.fingerprint)


def _known(evidence: Evidence) -> Mapping[str, Mapping[str, None]]:
    """Return the ids that exist, by kind, in the order of the files; local ones by kind and trip."""
    known: dict[str, dict[str, None]] = defaultdict(dict)
    for item in evidence.dataset.items:
        known[item.kind][item.id] = known[RECORD][item.id] = None
    for entry in evidence.dataset.trips:
        for local in entry.record.local_records():
            known[f"{LOCAL} {entry.record.trip.id}"][local.id] = None
            if local.kind == "stop":
                known[f"{LOCAL_STOP} {entry.record.trip.id}"][local.id] = None
    return known


def _may_be_unread(reference: Reference, dataset: Dataset) -> bool:
    """Tell whether what is named was found and has errors of its own, or may stand in a file that could not be read."""
    if reference.targets[0] in {LOCAL, LOCAL_STOP}:
        return False
    files = {_FILES.get(target, f"{target}s") for target in reference.targets}
    unread = dataset.unread and (RECORD in reference.targets or bool(files & dataset.unread))
    return bool(unread) or bool({reference.name, reference.name.partition(".")[0]} & dataset.broken)


def _space(reference: Reference, target: str) -> str:
    return f"{target} {reference.trip}" if target in {LOCAL, LOCAL_STOP} else target


def _found(evidence: Evidence, reference: Reference, near: str) -> Finding:
    what = _NOUNS.get(reference.targets[0]) or f"no {' or '.join(reference.targets)} of the register{'s' if reference.targets[1:] else ''}"
    message = f"{reference.name} is {what}"
    here = End(message, reference.record, reference.field, reference.source, value=reference.name, place=reference.place)
    successor = next((entry.record.successor for entry in evidence.dataset.withdrawn if entry.record.id == reference.name), None)
    if successor:
        message, near = f"{reference.name} was withdrawn; its successor is {successor}", successor
    elif near:
        message = f"{message}; did you mean {near}?"
    return finding(CHECK, evidence, record=reference.record, field=reference.field, message=message, here=here, fix=near)


CHECK = Check(
    code="DT303",
    name="dangling-reference",
    severity=Severity.ERROR,
    page=__doc__,
    judges=(*ON_TRIPS, *IN_REGISTERS),
    concerns_record=True,
    find=find,
)
