"""What the parser found in one article, in the shape of a corpus' gold.

How a finding becomes gold: a window in which the whole trip lies is its start (and its end too, where the trip is only mentioned); a day on
which the traveller is seen at a stop is its start and end, where no day of arrival is known; the only stop of a trip has the trip's days; a
route gives an order only where it is stated; each part of a quotation stands for itself and without its marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from diplotrips.extract.parsing.mentions import Role
from extraction_corpus.vocabulary import AGREEMENT_KINDS, MENTIONED, PROGRESS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.extract.parsing.found import Evidence, Extraction, Found, FoundAgreement, FoundQuote, FoundStop, FoundTrip
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.schema.fields import Span

Written: TypeAlias = "dict[str, object]"

MARKS = "\"'`\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u00b4\u2032\u2033\u00a0 \t\r\n"
"""What is taken off both ends of a quotation."""
SEVERAL = "2.."
FEWEST_WORDS = 4
"""Words of the shortest direct quotation that gold has."""


def as_gold(name: str, found: Extraction) -> Written:
    """Return the trips and quotes of the article *name* as gold would have them."""
    trips = [_trip(trip, found) for trip in found.trips]
    return {"id": name, "trips": trips, "quotes": list(_quotes(found))}


def _trip(trip: FoundTrip, found: Extraction) -> Written:
    start, end = _days_of_trip(trip)
    stops = [_stop(stop, found.layout) for stop in trip.stops]
    for stop, order in zip(stops, _orders(trip), strict=True):
        stop["order"] = order
    if len(stops) == 1 and trip.main and not (stops[0]["start"] or stops[0]["end"]) and trip.status.value != "cancelled":
        stops[0] |= {"start": start, "end": end}
    return {
        "traveller": trip.traveller.value,
        "office": found.people.persons[trip.person].title,
        "status": _status(trip),
        "start": start,
        "end": end,
        "main": trip.main,
        "stops": stops,
        "agreements": [_agreement(one, found.layout) for one in found.agreements if one.of_this_trip and one.trip == trip.id],
    }


def _status(trip: FoundTrip) -> str:
    """Return the status in the corpus' words; of a trip that is only mentioned that word, unless it was called off."""
    status = STATUSES.get(trip.status.value, trip.status.value)
    return status if trip.main or status == "cancelled" else MENTIONED


def _days_of_trip(trip: FoundTrip) -> tuple[str | None, str | None]:
    if trip.within and not trip.first_day and not trip.last_day:
        window = trip.within.value.text
        return window, None if trip.main else window
    return _text(trip.first_day), _text(trip.last_day)


def _stop(stop: FoundStop, layout: Layout) -> Written:
    start, end = _text(stop.first_day), _text(stop.last_day)
    seen = sorted({str(day.value) for day in stop.seen})
    if seen and not start:
        start, end = seen[0], end or seen[-1]
    evidence = stop.first_day.evidence if stop.first_day else stop.country.evidence
    return {
        "country": stop.country.value,
        "city": stop.places[0].value if stop.places else None,
        "start": start,
        "end": end,
        "order": None,
        "evidence": _words(evidence, layout),
    }


def _words(evidence: Evidence, layout: Layout) -> str:
    """Return the passages that a value rests on."""
    return " … ".join(layout.words(span) for span in evidence.spans)


def _orders(trip: FoundTrip) -> list[int | None]:
    """Return the place of each stop in a stated route."""
    if not trip.route_evidence or trip.route_evidence.basis != "stated":
        return [None] * len(trip.stops)
    ranks: Mapping[str, int] = {stop: rank for rank, tied in enumerate(trip.route, start=1) for stop in tied}
    return [ranks.get(stop.id) for stop in trip.stops]


def _agreement(agreement: FoundAgreement, layout: Layout) -> Written:
    return {
        "parties": sorted({party.value for party in agreement.parties}),
        "kind": AGREEMENT_KINDS.get(agreement.kind, "other"),
        "subject": _subject(agreement),
        "status": PROGRESS.get(agreement.progress.value, "announced"),
        "date": _text(agreement.date),
        "evidence": _words(agreement.progress.evidence, layout),
    }


def _subject(agreement: FoundAgreement) -> str:
    """Return the subject, the number of papers before it if the article gives one (`several` is none)."""
    named = agreement.subject or agreement.title
    subject = named.value if named else "agreement"
    number = re.match(r"~?(\d+)", agreement.papers.value) if agreement.papers and agreement.papers.value != SEVERAL else None
    return f"{number[1]} agreements on {subject}" if number else subject


def _text(found: Found | None) -> str | None:  # type: ignore[type-arg]  # a date of either kind
    return str(found.value) if found else None


def _quotes(found: Extraction) -> Iterator[Written]:
    told: set[tuple[int, int]] = set()
    for quote in sorted(found.quotes, key=lambda one: one.manner == "reported"):
        if quote.person is None:
            continue
        speaker = found.people.persons[quote.person]
        is_expert = quote.role is Role.EXPERT
        sentences = {(quote.person, _sentence(span, found.layout).start) for span in quote.spans}
        if quote.manner == "reported" and sentences & told:
            continue  # a sentence with an expert's own words is told by these; one that is reported twice is one paraphrase
        told |= sentences
        for words, direct in _parts(quote, is_expert, found.layout):
            yield {"speaker": speaker.name, "role": speaker.title, "is_expert": is_expert, "direct": direct, "quote": words}


def _parts(quote: FoundQuote, is_expert: bool, layout: Layout) -> Iterator[tuple[str, bool]]:  # noqa: FBT001  (of the quote)
    """Give what gold has of *quote*: each part in marks that is long enough, or the sentence in which an expert is reported."""
    if quote.manner != "reported":
        parts = (layout.words(span).strip(MARKS) for span in quote.spans)
        yield from ((part, True) for part in parts if len(part.split()) >= FEWEST_WORDS)
    elif is_expert and quote.spans:
        yield layout.words(_sentence(quote.spans[0], layout)), False


def _sentence(span: Span, layout: Layout) -> Span:
    """Return the sentence in which *span* begins."""
    number = layout.sentence_at(span.start)
    return span if number is None else layout.sentences[number].span
