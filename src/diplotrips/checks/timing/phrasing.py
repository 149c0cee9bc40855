"""Lines of `said` that keep the few words on which a date rests, with the dates that they claim and the day that the words count from.

What is wrong with them is told by the checks that use this; what the words mean, by the grammar in `schema.phrases`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from diplotrips.checks.disagreement.clashes import PLANS
from diplotrips.checks.timing.when import when_of_trip
from diplotrips.findings import End
from diplotrips.schema.dates.days import FIRST, LAST
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.phrases.relative import names_date, resolve, weekday_named
from diplotrips.schema.phrases.tense import Tense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument

AnyDate: TypeAlias = "EdtfDate | EdtfInterval"

AS_OF = "as_of"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_YEARS = 3
"""Years of a trip beyond which a day without a year is not looked for in them."""

MOST_DAYS = 7
"""Days of a value beyond which every weekday is among them."""


class Dated(NamedTuple):
    """A date that a line with a phrase gives."""

    field: str
    value: AnyDate
    end: End
    tense: Tense | None
    """Which way the phrase looks if it is about this date; None if both ways are possible."""

    def days(self, years: range) -> list[date]:
        """Return the days that the value allows, its margin included; of a date without a year those in *years*; none if they are many."""
        if isinstance(self.value, EdtfDate):
            ranges = self.value.widened_between(years)
        else:
            first, last = self.value.first, self.value.last
            low = first.first_widened if first else FIRST
            high = last.last_widened if last else LAST
            ranges = ((low, high),)
        number = sum(high - low + 1 for low, high in ranges)
        return [date.fromordinal(day) for low, high in ranges for day in range(low, high + 1)] if number < MOST_DAYS else []


class Anchor(NamedTuple):
    """The day from which a phrase counts."""

    day: EdtfDate
    words: str
    end: End


@dataclass(frozen=True, slots=True)
class PhrasedLine:
    """One line of `said` with a phrase and at least one date."""

    record: str
    """Released id of the record that it is about."""
    source: str
    phrase: str
    dated: tuple[Dated, ...]
    anchor: Anchor | None
    """None where neither the line nor the day of publication gives one."""
    years: range
    """Years in which a date without a year is taken."""


def phrased_lines(evidence: Evidence) -> tuple[PhrasedLine, ...]:
    """Return the lines of all documents that have a phrase and a date, in the order of the files."""
    return tuple(_walk(evidence))


def _walk(evidence: Evidence) -> Iterator[PhrasedLine]:
    trips = {entry.record.trip.id: entry for entry in evidence.dataset.trips}
    for (trip, _, _), group in groupby(evidence.dataset.claims, key=lambda claim: (claim.trip, claim.source, claim.statement)):
        claims = list(group)
        phrase = claims[0].line.phrase
        dated = tuple(_dated(evidence, trips[trip], claims)) if phrase else ()
        if phrase and dated:
            anchor = _anchor(evidence, trips[trip], claims[0])
            yield PhrasedLine(claims[0].record, claims[0].source, phrase, dated, anchor, _years(trips[trip], anchor))


def weekday_not_of_date(line: PhrasedLine) -> tuple[str, list[date]]:
    """Return the weekday that the phrase names and the days that it cannot be; no days where nothing is wrong.

    The days are those that the phrase itself names (`Wednesday (May 18)`), or else those that the line gives for it.
    """
    weekday = weekday_named(line.phrase)
    if weekday is None:
        return "", []
    days = _days_named(line) if names_date(line.phrase) else _days_given(line)
    return WEEKDAYS[weekday], [] if any(day.weekday() == weekday for day in days) else days


def _days_named(line: PhrasedLine) -> list[date]:
    """Return the days that the phrase itself names: counted from its anchor, else in the year of the trip."""
    if line.anchor:
        return _days_of(resolve(line.phrase, line.anchor.day))
    years = line.years if len(line.years) <= MOST_YEARS else ()
    named = [(year, _days_of(resolve(line.phrase, EdtfDate.parse(f"{year:04}-07-01")))) for year in years]
    return [day for year, days in named for day in days if day.year == year]


def _days_of(meant: EdtfDate | None) -> list[date]:
    """Return the days one by one."""
    return [date.fromordinal(day) for low, high in meant.ranges for day in range(low, high + 1)] if meant else []


def _days_given(line: PhrasedLine) -> list[date]:
    """Return the days that the line gives, if the grammar knows the phrase and each of the line's dates is less than a week."""
    given = [dated.days(line.years) for dated in line.dated]
    known = given[0] and resolve(line.phrase, EdtfDate.parse(str(given[0][0])))
    return [day for days in given for day in days] if known and all(given) else []


def _dated(evidence: Evidence, entry: Entry[TripDocument], claims: list[Claim]) -> Iterator[Dated]:
    """Give the dates of one line, of which these are the *claims*."""
    line = claims[0].line
    for claim in claims:
        if isinstance(claim.value, EdtfDate | EdtfInterval):
            yield Dated(claim.field, claim.value, evidence.claim_end(claim), _tense(entry.record, claim))
    if line.as_of:
        place = entry.place("said", claims[0].source, claims[0].statement - 1, AS_OF)
        label = f"{claims[0].source} says so as of {line.as_of}"
        end = End(label, claims[0].record, AS_OF, claims[0].source, claims[0].part, str(line.as_of), place)
        yield Dated(AS_OF, line.as_of, end, Tense.PAST)


def _tense(document: TripDocument, claim: Claim) -> Tense | None:
    """Return that the words look back where what they tell is held to have taken place, on a trip that is over."""
    is_over = document.trip.status not in PLANS and claim.line.status in {None, "completed"}
    return Tense.PAST if claim.mode == "held" and is_over else None


def _anchor(evidence: Evidence, entry: Entry[TripDocument], claim: Claim) -> Anchor | None:
    """Return the day from which the phrase of a line counts: its own anchor, else the day of publication."""
    own = claim.line.anchor
    if own:
        place = entry.place("said", claim.source, claim.statement - 1, "anchor")
        return Anchor(own, f"from its anchor {own}", End("counted from here", claim.record, "anchor", value=str(own), place=place))
    for item in evidence.dataset.by_id.get(claim.source, ()):
        published = getattr(item.record, "published", None)
        if isinstance(published, EdtfDate):
            end = evidence.end(claim.source, "published", label=f"published {published}", value=str(published))
            return Anchor(published, f"from the day of publication {published}", end)
    return None


def _years(entry: Entry[TripDocument], anchor: Anchor | None) -> range:
    """Return the years of the trip, or of the anchor; none if no bound is known."""
    when = when_of_trip(entry.record.trip)
    if when and when.days.first > FIRST and when.days.last < LAST:
        return range(date.fromordinal(when.days.first).year, date.fromordinal(when.days.last).year + 1)
    if anchor and anchor.day.earliest and anchor.day.latest:
        return range(anchor.day.earliest.year, anchor.day.latest.year + 1)
    return range(0)
