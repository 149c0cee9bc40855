"""What was agreed, signed, discussed or intended on a trip.

A noun of agreement joined to a verb that says how far it got, or a verb that needs none (`agreed on`), is one agreement; its parties are
the traveller's country and a stop. What names neither side, or a third country, belongs to no trip and is left out. What was signed at an
earlier time, or by many countries over time, is told as not of this trip.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.agreements.claims import claims_of
from diplotrips.extract.parsing.agreements.parties import Scene
from diplotrips.extract.parsing.agreements.progress import Form, breaks
from diplotrips.extract.parsing.agreements.repeats import is_repeat, joined
from diplotrips.extract.parsing.agreements.words import has, row_of
from diplotrips.extract.parsing.found import Evidence, Found, FoundAgreement
from diplotrips.extract.parsing.mentions import PlaceKind, TimeKind
from diplotrips.extract.parsing.passages import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from diplotrips.extract.parsing.agreements.claims import Claim, Lead
    from diplotrips.extract.parsing.agreements.parties import Parties
    from diplotrips.extract.parsing.agreements.words import Row
    from diplotrips.extract.parsing.found import FoundTrip
    from diplotrips.extract.parsing.mentions import People, PlaceMention, TimeMention
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.schema.dates.edtf import EdtfDate
    from diplotrips.schema.fields import Span

READ = frozenset({Part.TITLE, Part.PARAGRAPH, Part.CAPTION})
CONFIDENCE = {"agreement-object": 0.6, "agreement-passive": 0.6, "agreement-topic": 0.5}
INFERRED_LESS = 0.1
"""How much less sure it is where another sentence names the stop."""
PARTS = {Part.TITLE: "headline", Part.CAPTION: "caption"}
OPENING = 4
"""Words at the beginning of a sentence in which a day is of the whole of it (`In 2019, …`), not only of what stands beside it."""
DONE = frozenset({"signed", "agreed", "initialled", "ratified", "extended", "in-force"})
EARLIER_DAYS = 6
"""Days before a trip from which what was signed is not of it."""


MOST_TRIPS = 20
"""Trips whose agreements are looked for, main ones first; no article has more, and what is none stays linear."""


class When(NamedTuple):
    """The days that a sentence gives to an agreement, and the one to compare them with."""

    said: list[TimeMention]
    known: EdtfDate | None


def find_agreements(
    layout: Layout, places: Sequence[PlaceMention], people: People, times: Sequence[TimeMention], trips: Sequence[FoundTrip]
) -> tuple[FoundAgreement, ...]:
    """Return what the article says of agreements of the trips that it is about, in the order of the text, each once."""
    if not any(trip.main for trip in trips):
        return ()
    likeliest = sorted(trips, key=lambda trip: not trip.main)[:MOST_TRIPS]
    scenes = [(trip, Scene(layout, places, people, trip)) for trip in likeliest]
    others = {place.span.start for place in places if place.kind is not PlaceKind.DEMONYM} | {time.span.start for time in times}
    known = {trip.id: _known_day(trip, times) for trip in likeliest}
    found: list[tuple[int, FoundAgreement]] = []
    for claim in _claims(layout, others):
        given = ((trip, sides) for trip, scene in scenes if (sides := scene.parties_of(claim)))
        for trip, sides in islice(given, 1):
            when = When(_said_days(claim, layout, times), known[trip.id])
            for parties in sides:
                _add(found, _agreement(claim, parties, trip, layout, when), claim)
    return tuple(replace(agreement, id=f"a{number}") for number, (_, agreement) in enumerate(found, start=1))


def _claims(layout: Layout, others: AbstractSet[int]) -> Iterator[Claim]:
    """Give what the sentences of the article say, those of navigation and other languages left out."""
    leads: Lead | None = None
    for number, sentence in enumerate(layout.sentences):
        if layout.segments[sentence.segment].part in READ:
            row = row_of(layout.view, sentence.span, number, sentence.segment)
            claims, leads = claims_of(row, partial(_begins_other, row, others), leads)
            yield from claims


def _begins_other(row: Row, others: AbstractSet[int], index: int) -> bool:
    """Tell whether a place or a day begins at word *index*, or at the one after an article there."""
    return any(token.start in others for token in row.tokens[index : index + 1 + (row.word(index) in {"the", "a", "last", "next"})])


def _said_days(claim: Claim, layout: Layout, times: Sequence[TimeMention]) -> list[TimeMention]:
    """Return the expressions of time in the sentence of *claim* that are about it, not about a clause of their own."""
    sentence = layout.sentences[claim.row.number].span
    first = bisect_left(times, sentence.start, key=lambda time: time.span.start)
    after = bisect_left(times, sentence.end, key=lambda time: time.span.start)
    return [time for time in times[first:after] if _is_about(time, claim)]


def _is_about(time: TimeMention, claim: Claim) -> bool:
    """Tell whether *time* may say when *claim* came about: no other clause and no other verb stands between."""
    row = claim.row
    index = row.index_at(time.span.start)
    first, after = row.index_at(claim.span.start), row.index_at(claim.span.end)
    if claim.progress == "agreed" and claim.cue.first < index and time.basis == "resolved" and time.kind is TimeKind.WINDOW:
        return has(row.words(index - 1, row.index_at(time.span.end)), "past")  # `agreed on an exercise in November` tells its day
    if index >= after:
        return not (has(row.words(after, index), "other-clause") or breaks(row.words(after, index)))
    if index < first:
        between = row.words(index, first)
        return not breaks(between) and (index <= OPENING or "," not in between or "when" in between)
    return claim.cue.first < index or not has(row.words(index, claim.cue.first), "being") or "," not in row.words(first, index)


def _agreement(claim: Claim, parties: Parties, trip: FoundTrip, layout: Layout, when: When) -> FoundAgreement:
    confidence = CONFIDENCE[claim.rule] - (0.0 if parties.basis == "stated" else INFERRED_LESS)

    def held(*spans: Span, basis: str = "stated") -> Evidence:
        return Evidence(spans, claim.rule, basis, round(confidence, 2), _part(claim, layout))

    of_this_trip = not (claim.is_old or any(time.background or _is_long_before(time, when.known) for time in when.said))
    progress = "intended" if claim.progress in DONE and any(_is_ahead(time, claim) for time in when.said) else claim.progress
    counterparts = [Found(side.country, held(side.span, basis=parties.basis)) for side in parties.sides]
    days = [time for time in when.said if time.kind is TimeKind.DAY and time.date and time.date.is_day]
    stops = [side.stop for side in parties.sides]
    return FoundAgreement(
        id="",
        parties=(Found(parties.home, held(parties.home_span, basis="inferred")), *counterparts),
        kind=claim.kind,
        progress=Found(progress, held(claim.span)),
        subject=Found(layout.words(claim.subject), held(claim.subject)) if claim.subject else None,
        papers=Found(claim.papers, held(claim.papers_span)) if claim.papers_span else None,
        date=_date(days[0], claim) if len(days) == 1 and progress == "signed" else None,
        trip=trip.id if of_this_trip else "",
        stop=stops[0] if len(stops) == 1 and of_this_trip else "",
        of_this_trip=of_this_trip,
    )


def _is_ahead(time: TimeMention, claim: Claim) -> bool:
    """Tell whether a verb in the present (`signs a treaty on Friday`) is about a day to come."""
    is_present = claim.cue.form in {Form.THIRD, Form.ING, Form.BASE}
    day = time.date.earliest if time.date else None
    today = time.anchor.latest if time.anchor else None
    return is_present and day is not None and today is not None and day > today


def _date(time: TimeMention, claim: Claim) -> Found[EdtfDate] | None:
    """Return the day of a signature, where its sentence has one day."""
    if not time.date:
        return None
    evidence = Evidence((time.span,), claim.rule, time.basis, CONFIDENCE[claim.rule], anchor=time.anchor)
    return Found(time.date, evidence)


def _part(claim: Claim, layout: Layout) -> str:
    if layout.is_quoted(claim.span.start):
        return "quotation"
    return PARTS.get(layout.segments[claim.row.segment].part, "body")


def _known_day(trip: FoundTrip, times: Sequence[TimeMention]) -> EdtfDate | None:
    """Return the first day of the trip, else the day from which the article counts."""
    return trip.first_day.value if trip.first_day else next((time.anchor for time in times if time.anchor), None)


def _is_long_before(time: TimeMention, known: EdtfDate | None) -> bool:
    """Tell whether *time* is over long before the day that is known of the trip."""
    latest = time.date.latest if time.date else None
    first = known.earliest if known else None
    return first is not None and latest is not None and (first - latest).days > EARLIER_DAYS


def _add(found: list[tuple[int, FoundAgreement]], agreement: FoundAgreement, claim: Claim) -> None:
    """Add *agreement*, or join it to the one of another sentence that it repeats; one of which nothing is told at all is left out."""
    repeated = (index for index, (number, one) in enumerate(found) if number != claim.row.number and is_repeat(one, agreement))
    same = next(repeated, None)
    if same is not None:
        found[same] = found[same][0], joined(found[same][1], agreement)
    elif not claim.is_bare and not (claim.is_deed and not agreement.of_this_trip):
        found.append((claim.row.number, agreement))
