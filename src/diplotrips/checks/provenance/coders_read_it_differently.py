"""Whoever codes a source anew reads the same in it.

**Why.** What two people read differently in one text is a slip of one of them, or a rule of the codebook that can be read in two ways;
journals ask how often that happens and how it was settled (`diplotrips reliability` counts it).

**Not covered.** What one coder wrote down and another did not: `diplotrips reliability` counts that too, and lists it. Drafts of the
parser; trips that a coder declares anew; quotations, and subjects, which each coder words anew. Days are compared by the days that they
allow, texts without case and accents, lists without their order.

**What to do.** Look at the passage. If the author misread it, correct the line of `said`; a second coder's blind reading is never
corrected. Then settle it in `decisions.yaml`: `source` names the source, `settles` the claims on both sides.

**Wrong**

```yaml
coders.yaml:
  coders: [{id: mara, name: Mara Lind, kind: person}, {id: ada, name: Ada Berg, kind: person}]
coded/ada/gazette-2024-05.yaml:
  source: gazette-2024-05
  coder: ada
  trips:
    - trip: doe-2024-05
      said:
        - {status: completed, days: 5}
        - {about: pe, country: PE, places: [Lima]}
```

**Right**

```yaml
coders.yaml:
  coders: [{id: mara, name: Mara Lind, kind: person}, {id: ada, name: Ada Berg, kind: person}]
coded/ada/gazette-2024-05.yaml:
  source: gazette-2024-05
  coder: ada
  trips:
    - trip: doe-2024-05
      said:
        - {status: completed, days: 4}
        - {about: pe, country: PE, places: [Lima]}
```

**Since** 0.2.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import ON_TRIPS, Check, finding
from diplotrips.checks.coding.readings import AUTHOR, READ_DIFFERENTLY, items_of
from diplotrips.findings import Severity
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.dates.relations import Relation, likely_cause, relation, relation_of_ends
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.checks.coding.readings import Item, Meaning, Reading
    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import End, Finding


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each field of a record that coders of one source read differently, with all that they wrote down."""
    for item in items_of(evidence.dataset):
        if len({reading.meaning for reading in item.coded}) > 1:
            yield _found(evidence, item)


def _found(evidence: Evidence, item: Item) -> Finding:
    """Return the finding of one field: the first reading that differs from the first one is its place."""
    first, *others = item.coded
    differs = next(reading for reading in others if reading.meaning != first.meaning)
    here, *more = _ends(evidence, differs)
    there = [end for reading in item.coded if reading is not differs for end in _ends(evidence, reading)]
    part = "" if item.part == "body" else f" ({item.part})"
    return finding(
        CHECK,
        evidence,
        record=item.record,
        field=item.field,
        message=f"of {item.source}{part} {_told(item)}",
        here=here,
        there=[*more, *there],
        cause=_cause(first, differs),
    )


def _ends(evidence: Evidence, reading: Reading) -> list[End]:
    words = f"{_name(reading.coder)} reads"
    return [evidence.claim_end(claim, f"{words} {claim.field.replace('_', ' ')} {claim.text}") for claim in reading.claims]


def _told(item: Item) -> str:
    """Return who reads what, such as `the author reads days 4 and ada reads days 5`; those who agree are named together."""
    groups: dict[Meaning, list[Reading]] = {}
    for reading in item.coded:
        groups.setdefault(reading.meaning, []).append(reading)
    field = item.field.replace("_", " ")
    return listed([f"{_who(readings)} {field} {readings[0].text}" for readings in groups.values()], "and")


def _who(readings: Sequence[Reading]) -> str:
    names = listed([_name(reading.coder) for reading in readings], "and")
    return f"{names} {'read' if len(readings) > 1 else 'reads'}"


def _name(coder: str) -> str:
    return "the author" if coder == AUTHOR else coder


def _cause(first: Reading, other: Reading) -> str:
    """Return the likely cause where each read one date or interval, or the same in another mode; empty if none shows."""
    if {claim.text for claim in first.claims} == {claim.text for claim in other.claims}:
        return "one takes for a fact what the other takes for a plan, a denial or a possibility"
    one, two = first.claims[0].value, other.claims[0].value
    if len(first.claims) != 1 or len(other.claims) != 1:
        return ""
    if isinstance(one, EdtfInterval) and isinstance(two, EdtfInterval):
        return _cause_of_ends(one, two)
    return _cause_of_days(one, two) if isinstance(one, EdtfDate) and isinstance(two, EdtfDate) else ""


def _cause_of_ends(one: EdtfInterval, two: EdtfInterval) -> str:
    """Return the likely cause where two intervals differ at one end only; empty if it is unknown or open in one of them."""
    at_first, at_last = relation_of_ends(one, two)
    if at_last is Relation.EQUAL and one.first and two.first:
        return _cause_of_days(one.first, two.first)
    return _cause_of_days(one.last, two.last) if at_first is Relation.EQUAL and one.last and two.last else ""


def _cause_of_days(one: EdtfDate, two: EdtfDate) -> str:
    return "one is finer than the other" if relation(one, two) is Relation.REFINES else likely_cause(one, two)


CHECK = Check(
    code=READ_DIFFERENTLY,
    name="coders-read-it-differently",
    severity=Severity.WARNING,
    page=__doc__,
    judges=ON_TRIPS,
    needs=("DT302",),
    find=find,
)
