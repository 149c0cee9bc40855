"""A date that rests on a phrase is the one that the phrase means, counted from its anchor.

**Why.** "On Thursday" is a day only together with the day on which it was said. Whoever counts from the wrong day, or in the wrong
direction, is off by a week, and nothing else in the record shows it.

**Not covered.** Phrases that the grammar does not know (other languages, seasons, what counts from another event), and lines without a day
of publication or an `anchor`. If the anchor or the phrase leaves several days open, every one of them is right; so it is enough if one of
several dates in a line fits. What is held of a tour that is over looks back; whatever else may look either way. A weekday that is not that
of the date is DT108.

**What to do.** Count again. If the phrase counts from a day that the text named before ("the next day"), give that day as `anchor`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {about: pe, seen: 2024-05-09, phrase: on Thursday}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {about: pe, seen: 2024-05-16, phrase: on Thursday}
    - {about: pe, seen: 2024-05-15, phrase: the day before, anchor: 2024-05-16}
```

**Since** 0.2.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import ON_TRIPS, Check, finding
from diplotrips.checks.timing.phrasing import phrased_lines, weekday_not_of_date
from diplotrips.findings import Severity
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.dates.relations import Relation, relation
from diplotrips.schema.phrases.relative import resolve
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.timing.phrasing import Anchor, AnyDate, Dated, PhrasedLine
    from diplotrips.findings import Finding


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each line of which no date can be what the phrase means."""
    for line in evidence.of(phrased_lines):
        anchor = line.anchor
        if anchor and not weekday_not_of_date(line)[1]:
            meant = [_meant(line, dated, anchor) for dated in line.dated]
            if all(day and not _fits(dated.value, day) for dated, day in zip(line.dated, meant, strict=True)):
                yield _found(evidence, line, anchor, str(meant[0]))


CHECK = Check(
    code="DT404",
    name="phrase-recomputes-to-another-day",
    severity=Severity.WARNING,
    page=__doc__,
    judges=ON_TRIPS,
    follows=("DT402",),
    find=find,
)


def _meant(line: PhrasedLine, dated: Dated, anchor: Anchor) -> EdtfDate | None:
    """Return what the phrase means if it is about one of the line's dates; None if the grammar does not know it."""
    return resolve(line.phrase, anchor.day, dated.tense)


def _fits(value: AnyDate, meant: EdtfDate) -> bool:
    """Tell whether a date, an end of an interval, or some day in it may be what is meant."""
    if isinstance(value, EdtfDate):
        return relation(value, meant) is not Relation.DISJOINT
    ends = [end for end in (value.first, value.last) if end]
    if value.is_reversed or any(relation(end, meant) is not Relation.DISJOINT for end in ends):
        return True
    whole = EdtfDate.parse(f"{value.earliest or '..'}/{value.latest or '..'}") if value.earliest or value.latest else None
    return whole is None or relation(whole, meant) is not Relation.DISJOINT


def _found(evidence: Evidence, line: PhrasedLine, anchor: Anchor, meant: str) -> Finding:
    here, *there = (dated.end for dated in line.dated)
    given = listed([f"{dated.field.replace('_', ' ')} {dated.value}" for dated in line.dated], "and")
    message = f'{line.source} gives {given} for "{line.phrase}", which is {meant} counted {anchor.words}'
    return finding(CHECK, evidence, record=line.record, field=here.field, message=message, here=here, there=[*there, anchor.end])
