"""A number of days or nights that a source gives fits the dates and the other numbers.

**Why.** "A four-day tour" and dates five days apart cannot both be right: one end is wrong, or the number counts something else.

**Not covered.** The days are counted with both ends, nights without; dates of which an end is open, unknown or coarse leave room; "about"
leaves one day more or less open; a plan against what took place; the number of days of a stop against those of the trip; of a source
that gives more than twenty first or last days, all after these.

**What to do.** Read the passage again: is the number that of the whole trip, or of one stop (`about:`)? Does it count nights
(`nights:`)? If it does disagree, settle it in `decisions.yaml`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {days: 6}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {days: ~5}
    - {nights: 3}
    - {about: pe, days: 2}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import Check
from diplotrips.checks.disagreement.clashes import asserted, counted, joined, modes_of, speaker, wording
from diplotrips.checks.disagreement.numbers import Number, find_among, said
from diplotrips.findings import Severity
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim

MOST_DAYS = 20
"""First days, and last days, of one source that are paired; whoever gives more is found by DT201."""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a trip or stop, with every number of days and every pair of dates that another number contradicts."""
    for entry in evidence.dataset.trips:
        trip = entry.record.trip
        yield from _find(evidence, trip.id, trip.dates, trip.status)
        for stop in entry.record.stops:
            yield from _find(evidence, f"{trip.id}.{stop.id}", stop.dates, stop.status or trip.status)


CHECK = Check(
    code="DT205",
    name="number-of-days",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "stop"),
    follows=("DT201",),
    find=find,
)


def _find(evidence: Evidence, record: str, dates: EdtfInterval | None, status: str) -> Iterable[Finding]:
    """Return the finding on one record."""
    claims = asserted(evidence.dataset.claims_about.get(record, ()))
    numbers = [
        *said((claim for claim in claims if claim.field == "days"), evidence),
        *said((claim for claim in claims if claim.field == "nights"), evidence, more=1),
        *_of_claims(claims, evidence),
    ]
    length = _length(dates.first, dates.last) if dates else None
    if length:
        words = f"the record's own dates {dates} are {counted(length, 'days')}"
        end = evidence.end(record, "dates", label=words, value=str(dates))
        numbers.append(Number(length, modes_of(status), words, (end,), is_said=False))
    return find_among(CHECK, evidence, numbers, record, "days")


def _of_claims(claims: list[Claim], evidence: Evidence) -> Iterator[Number]:
    """Give the lengths that follow from the dates in *claims*; of single ends those of one source and mode together."""
    for claim in claims:
        if isinstance(claim.value, EdtfInterval) and claim.field == "dates":
            yield from _number(claim.value.first, claim.value.last, (claim,), evidence)
    starts, ends = _by_voice(claims, "first_day"), _by_voice(claims, "last_day")
    for voice, start in ((voice, start) for voice, given in starts.items() for start in given):
        for end in ends.get(voice, ()):
            if isinstance(start.value, EdtfDate) and isinstance(end.value, EdtfDate):
                yield from _number(start.value, end.value, (start, end), evidence)


def _by_voice(claims: Iterable[Claim], field: str) -> dict[tuple[str, str], list[Claim]]:
    """Return the claims on one end by source and mode, of each at most `MOST_DAYS`."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.field == field:
            found.setdefault((claim.source, claim.mode), []).append(claim)
    return {voice: given[:MOST_DAYS] for voice, given in found.items()}


def _number(first: EdtfDate | None, last: EdtfDate | None, claims: tuple[Claim, ...], evidence: Evidence) -> Iterator[Number]:
    """Give the length from *first* to *last* as said in *claims*, nothing if it is not bounded."""
    length = _length(first, last)
    if length:
        told = joined((speaker(claim), wording(claim)) for claim in claims)
        words = f"{told}, which are {counted(length, 'days')}"
        ends = tuple(evidence.claim_end(claim, wording(claim)) for claim in claims)
        yield Number(length, frozenset({claims[0].mode}), words, ends, speaker(claims[0]), is_said=False)


def _length(first: EdtfDate | None, last: EdtfDate | None) -> Count | None:
    """Return how many days there are from *first* to *last*, both counted, margins of doubtful dates included; None if not bounded."""
    if not (first and last and first.earliest and first.latest and last.earliest and last.latest):
        return None
    margin = first.margin_days + last.margin_days
    most = (last.latest - first.earliest).days + 1 + margin
    least = (last.earliest - first.latest).days + 1 - margin
    return Count(max(least, 1), most) if most >= 1 else None
