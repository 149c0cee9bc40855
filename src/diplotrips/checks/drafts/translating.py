"""A draft in the ids of the record that it means, so that its lines can be read as claims about that record.

A stop of a draft is the stop of the record in the same country; of several, those are paired in their order if there are as many on
either side. A counterpart is one at that stop with a like name, an expert one of the same source with a like name, an agreement the only
one between its parties, or one that kept its id in a review. What is about a stop that the record does not have is left as the claim that
this country was visited; other lines on what it does not have say nothing. The order of a list or of the telling is no reading to hold
against an author's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from diplotrips.checks.disagreement.orders import EVIDENCE
from diplotrips.schema.claims import CLAIM_FIELDS, mode_of
from diplotrips.schema.fields import groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplotrips.checks.disagreement.near_names import Register
    from diplotrips.checks.drafts.linking import Link
    from diplotrips.schema.agreement import Agreement
    from diplotrips.schema.coding import CodedBlock, CodingFile
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.said import ClaimLine
    from diplotrips.schema.stop import Stop

UNKNOWN = "not-in-the-record"
"""What a line is about that the record does not have; no check finds a record of that id, so none judges the line."""

_ONE_STOP = ("first_stop", "last_stop", "after", "during")
"""Fields whose value is one stop."""


def translated(draft: CodingFile, links: Iterable[Link], people: Register, organizations: Mapping[str, str]) -> CodingFile:
    """Return *draft* with the linked blocks naming their trip and its stops; the other blocks keep their place and say nothing.

    Lines keep their number too, so that their places in the file still hold.
    """
    by_block = {link.block: link for link in links}
    blocks = tuple(
        _registered(_block(block, by_block[number].document, draft.source, people), organizations)
        if number in by_block
        else block.model_copy(update={"trip": UNKNOWN, "said": ()})
        for number, block in enumerate(draft.trips)
    )
    return draft.model_copy(update={"trips": blocks})


def _registered(block: CodedBlock, organizations: Mapping[str, str]) -> CodedBlock:
    """Return *block* with the ids that the register has for organizations that the draft calls by their names."""
    known = (organizations.get(line.affiliation or "") for line in block.said)
    said = (line.model_copy(update={"affiliation": name}) if name else line for line, name in zip(block.said, known, strict=True))
    return block.model_copy(update={"said": tuple(said)})


def _block(block: CodedBlock, document: TripDocument, source: str, people: Register) -> CodedBlock:
    if isinstance(block.trip, str):
        return block
    stops = _stops(block.stops, document.stops)
    names = {**stops, **dict(_counterparts(block, document, stops, people)), **dict(_experts(block, document, source, people))}
    names |= dict(_agreements(block, document))
    # An author who has read the same source has said which countries it names; a stop more is for `reliability` to count.
    countries = {} if source in document.said else {stop.id: stop.country for stop in block.stops if stop.id not in stops}
    said = tuple(_line(line, names, countries) for line in block.said)
    return block.model_copy(update={"trip": document.trip.id, "stops": (), "agreements": (), "said": said})


def _stops(stops: Iterable[Stop], recorded: Iterable[Stop]) -> dict[str, str]:
    """Return the id of the record's stop by that of the draft's."""
    theirs, ours = _by_country(stops), _by_country(recorded)
    pairs = [(theirs[country], ours.get(country, [])) for country in theirs]
    return {stop: same for here, there in pairs if len(here) == len(there) for stop, same in zip(here, there, strict=True)}


def _counterparts(block: CodedBlock, document: TripDocument, stops: Mapping[str, str], people: Register) -> Iterator[tuple[str, str]]:
    """Give the meetings of a draft that the record has at the same stop, with the ids that they have there."""
    recorded = {stop.id: stop.met or () for stop in document.stops}
    spelled = {line.about: line.named for line in block.said if line.named}
    for stop in block.stops:
        for meeting in stop.met or ():
            about = f"{stop.id}.{meeting.local_id}"
            name = spelled.get(about) or (meeting.person or "").replace("-", " ")
            for other in recorded.get(stops.get(stop.id, ""), ()):
                if other.person and (other.person == meeting.person or people.of_person(other.person, name)):
                    yield about, f"{stops[stop.id]}.{other.local_id}"


def _experts(block: CodedBlock, document: TripDocument, source: str, people: Register) -> Iterator[tuple[str, str]]:
    """Give the experts of a draft whom the record has of the same source, with the ids that they have there."""
    recorded = [expert for expert in document.quoted_experts if expert.source == source]
    for expert in block.quoted_experts:
        yield from ((expert.id, other.id) for other in recorded if people.of_person(other.person, expert.person))


def _agreements(block: CodedBlock, document: TripDocument) -> Iterator[tuple[str, str]]:
    """Give the agreements that are called alike, as a review leaves them, or are the only ones between their parties on both sides."""
    theirs, ours = _by_parties(block.agreements), _by_parties(document.agreements)
    for parties, here in theirs.items():
        there = ours.get(parties, [])
        yield from ((one, one) for one in here if one in there)
        if len(here) == len(there) == 1:
            yield here[0], there[0]


def _by_parties(agreements: Iterable[Agreement]) -> dict[frozenset[str], list[str]]:
    found: dict[frozenset[str], list[str]] = defaultdict(list)
    for agreement in agreements:
        names = (party if isinstance(party, str) else party.country or party.organization for party in agreement.parties)
        found[frozenset(str(name) for name in names)].append(agreement.id)
    return found


def _by_country(stops: Iterable[Stop]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for stop in stops:
        found[stop.country].append(stop.id)
    return found


def _line(line: ClaimLine, names: Mapping[str, str], countries: Mapping[str, str]) -> ClaimLine:
    """Return *line* about the record; *countries* are those of the stops that it does not have."""
    about = line.about or ""
    if about in countries:
        nothing: dict[str, object] = dict.fromkeys(CLAIM_FIELDS)
        return line.model_copy(update={**nothing, "about": None, "mode": mode_of(line, "countries"), "countries": (countries[about],)})
    update: dict[str, object] = {"about": names.get(about, UNKNOWN)} if about else {}
    if line.route:
        update["route"] = None if line.basis in EVIDENCE else _route(line, names)
    update |= {field: names.get(stop) for field in _ONE_STOP if (stop := getattr(line, field))}
    return line.model_copy(update=update)


def _route(line: ClaimLine, names: Mapping[str, str]) -> tuple[str | tuple[str, ...], ...] | None:
    """Return a route without the stops that the record does not have; None if no order is left."""
    known = [tuple(names[stop] for stop in group if stop in names) for group in groups(line.route)]
    left = [group if len(group) > 1 else group[0] for group in known if group]
    return tuple(left) if len(left) > 1 else None
