"""What was found in an article as a draft: the shape of a second coder's reading, with spans and hashes and without the article's text.

Names, offices and the few words of a relative date are written as the source has them; what was said, and what an agreement is about, is
told in neutral words of ours until a person has read the passage.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.parsing.drafting.grounding import LONGEST_NAME, grounds, is_position, spelled, text_sha256, words_of
from diplotrips.extract.parsing.drafting.headers import agreement_values, stop_values, trip_values
from diplotrips.extract.parsing.drafting.lines import agreement_lines, expert_lines, meeting_id, somebody_met, trip_lines
from diplotrips.extract.parsing.drafting.neutral_words import gist_of, subject_of
from diplotrips.extract.parsing.drafting.sieving import Sieve
from diplotrips.extract.parsing.mentions import Role
from diplotrips.schema.agreement import Agreement
from diplotrips.schema.coding import CodedExpert, CodedQuote, CodedTrip, CodingFile, ReadArticle, ReadQuote
from diplotrips.schema.fields import id_from
from diplotrips.schema.said import ClaimLine
from diplotrips.schema.stop import Stop
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.extract.parsing.drafting.lines import Line
    from diplotrips.extract.parsing.found import Extraction, FoundAgreement, FoundQuote, FoundStop, FoundTrip
    from diplotrips.extract.parsing.mentions import Person
    from diplotrips.schema.dates.edtf import EdtfDate

NO_SPEAKER: Final = "no-speaker"
"""Quotations of nobody who is named."""

NO_TRIP: Final = "no-trip"
"""Quotations and agreements of an article that tells of no trip, and agreements that are not of its trips."""


def draft_of(extraction: Extraction, source: str, coder: str = "rules-1") -> CodingFile:
    """Return what was found as a draft of *source* by *coder*.

    What the schema does not take is left out and counted under `dropped`. Quotations stand with the main trip, or with the first where none
    is.
    """
    sieve = Sieve(Counter())
    home = next((trip.id for trip in extraction.trips if trip.main), extraction.trips[0].id if extraction.trips else "")
    blocks = [_block(trip, extraction, sieve, is_home=trip.id == home) for trip in extraction.trips]
    if not home:
        sieve.dropped[NO_TRIP] += len(extraction.quotes)
    trips = {trip.id for trip in extraction.trips}
    sieve.dropped[NO_TRIP] += sum(not found.of_this_trip or found.trip not in trips for found in extraction.agreements)
    value = {
        "schema": SCHEMA_VERSION,
        "source": source,
        "coder": coder,
        "article": _article(extraction),
        "trips": [block for block in blocks if block],
    }
    dropped = {reason: count for reason, count in sorted(sieve.dropped.items()) if count > 0}
    return CodingFile.model_validate({**value, **({"dropped": dropped} if dropped else {})})


def _article(extraction: Extraction) -> dict[str, Any]:
    """Return what was read, by its hash, with what is known of it from outside the text or from its head."""
    article, found, published = extraction.layout.article, extraction.published, _published(extraction)
    basis = article.published_basis
    if not article.published and found:
        basis = "dateline" if found.evidence.part == "dateline" else "metadata" if found.evidence.basis == "metadata" else "stated"
    told = {
        "title": spelled(article.title)[:LONGEST_NAME].strip(),
        "publisher": spelled(article.publisher)[:LONGEST_NAME].strip(),
        "url": article.url,
        "published": str(published or ""),
        "published_basis": basis if published else "",
    }
    known = {key: text for key, text in told.items() if text}
    sieve = Sieve(Counter())
    size = {"text_sha256": text_sha256(article.text), "text_chars": len(article.text)}
    return {key: text for key, text in known.items() if sieve.takes(ReadArticle, {key: text, **size})} | size


def _published(extraction: Extraction) -> EdtfDate | None:
    """Return the day of publication: that of the metadata or the user, else the one that was found in the text."""
    return extraction.layout.article.published or (extraction.published.value if extraction.published else None)


def _block(trip: FoundTrip, extraction: Extraction, sieve: Sieve, *, is_home: bool) -> dict[str, Any]:
    """Return all that is said of one trip; empty if the schema does not take the trip."""
    text, persons = extraction.layout.article.text, extraction.people.persons
    published = _published(extraction)
    lines = sieve.kept(ClaimLine, trip_lines(trip, persons[trip.person], text, published))
    own = [line for line in lines if "about" not in line]
    head = {"id": trip.id, "traveller": spelled(trip.traveller.value), **trip_values(own), "main": trip.main}
    if not own or not sieve.takes(CodedTrip, head):
        sieve.dropped["trip"] += 1
        return {}
    stops = sieve.kept(Stop, (_stop(stop, lines) for stop in trip.stops))
    agreements, agreed = _agreements(trip, extraction, sieve)
    block = {"trip": head, "stops": stops, "agreements": agreements}
    said = [*lines, *agreed]
    if is_home:
        experts, quotes, about = _quoted(extraction, sieve)
        block |= {"quoted_experts": experts, "quotes": quotes}
        said += about
    return {**block, "said": said}


def _stop(stop: FoundStop, lines: Sequence[Line]) -> dict[str, Any]:
    """Return the record of a stop, with the people met."""
    own = [line for line in lines if line.get("about") == stop.id]
    met = []
    for order, meeting in somebody_met(stop):
        local = meeting_id(meeting, order)
        who = {"person": local} if id_from(meeting.person) else {"id": local}
        office = {"office": meeting.office} if meeting.office else {}
        of = {"of": meeting.country} if meeting.country and meeting.country != stop.country.value else {}
        capacity = {"capacity": meeting.capacity} if meeting.capacity and meeting.capacity != "in-office" else {}
        met.append({**who, **office, **of, **capacity})
    return {"id": stop.id, **stop_values(own), **({"met": met} if met else {})}


def _agreements(trip: FoundTrip, extraction: Extraction, sieve: Sieve) -> tuple[list[dict[str, Any]], list[Line]]:
    """Return the agreements of *trip*, and the lines about them."""
    text, records, said = extraction.layout.article.text, [], []
    stops = {stop.id for stop in trip.stops}
    for found in extraction.agreements:
        if found.trip != trip.id or not found.of_this_trip:
            continue
        lines = sieve.kept(ClaimLine, agreement_lines(found, _subject(found), text))
        stop = {"stop": found.stop} if found.stop in stops else {}
        record = {"id": found.id, **stop, **agreement_values(lines)}
        if sieve.takes(Agreement, record):
            records.append(record)
            said += lines
        else:
            sieve.dropped["agreement"] += 1
    return records, said


def _subject(found: FoundAgreement) -> str:
    """Return in neutral words what an agreement is about, with the passage that says it."""
    return subject_of(found.kind, found.subject.evidence.spans if found.subject else ())


def _quoted(extraction: Extraction, sieve: Sieve) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[Line]]:
    """Return the experts with their quotations, the quotations of others, and the lines about the experts; in the order of the text."""
    text, persons = extraction.layout.article.text, extraction.people.persons
    experts: dict[int, list[dict[str, Any]]] = {}
    quotes = []
    for found in sorted(extraction.quotes, key=lambda quote: [(span.start, span.end) for span in quote.spans]):
        if found.person is None:
            sieve.dropped[NO_SPEAKER] += 1
            continue
        quote = _quote(found, text)
        if found.role is Role.EXPERT:
            experts.setdefault(found.person, []).extend(sieve.kept(ReadQuote, [quote]))
        else:
            speaker = {"person": spelled(persons[found.person].name), "speaker": found.role.value}
            quotes += sieve.kept(CodedQuote, [{**speaker, **quote}])
    records, said = [], []
    ids = dict(_expert_ids({who: persons[who] for who in experts}))
    for who, given in experts.items():
        record = _expert(ids[who], persons[who], given)
        if sieve.takes(CodedExpert, record):
            records.append(record)
            said += sieve.kept(ClaimLine, expert_lines(ids[who], persons[who], text))
        else:
            sieve.dropped["expert"] += 1
    return records, quotes, said


def _expert(local: str, person: Person, quotes: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the record of an expert."""
    affiliation = spelled(person.affiliation)
    position = spelled(person.title)
    told = {
        "affiliation": affiliation if person.affiliation_span else "",
        "position": position if person.title_span and is_position(position) else "",
    }
    return {"id": local, "person": spelled(person.name), **{key: text for key, text in told.items() if text}, "quotes": quotes}


def _expert_ids(persons: Mapping[int, Person]) -> Iterator[tuple[int, str]]:
    """Return a local id of each person, which is the surname where no other has it and nothing else could be called so."""
    taken: Counter[str] = Counter()
    for who, person in persons.items():
        key = f"expert-{id_from(person.surname) or who}"
        taken[key] += 1
        yield who, key if taken[key] == 1 else f"{key}-{taken[key]}"


def _quote(found: FoundQuote, text: str) -> dict[str, Any]:
    """Return a quotation without its words: where it stands, how long it is, and by what passage and rule it has its speaker."""
    gist = gist_of(found.manner, len(words_of(text, found.spans).split()))
    quote = {"manner": found.manner, "gist": gist, **grounds(text, found.spans)}
    evidence = found.evidence
    if evidence is None:
        return quote
    spans = [str(span) for span in evidence.spans]
    attribution = {"attribution": spans if spans[1:] else spans[0]} if spans else {}
    return {**quote, **attribution, "confidence": round(evidence.confidence, 3), "rule": evidence.rule}
