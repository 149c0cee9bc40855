"""What was accepted of a trip as records: a new document, or what an authored one gets besides.

People and organizations have ids here instead of names, and lines say only what an author would: no rule and no confidence, since a person
has vouched for them, and no hash, which the tool keeps in `span_hashes.json`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from diplotrips.schema.claims import CLAIM_FIELDS
from diplotrips.schema.fields import id_from
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.schema.document import TripDocument

    Json = dict[str, Any]

_PARSERS: Final = frozenset({"confidence", "rule", "sha256", "attribution"})
"""Keys of a line or quotation that no author writes."""

_OF_TRIP: Final = ("office", "represents", "status", "dates", "within", "route")
_ONE_STOP: Final = ("first_stop", "last_stop", "after", "during")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How what the article names is called in the records."""

    source: str
    people: Mapping[str, str]
    """Id of a person by the name in the draft, and by the id that the draft made of it."""
    organizations: Mapping[str, str]
    """Id of an organization by the name in the draft, and by the id that the draft made of it."""
    records: dict[str, str] = field(default_factory=dict)
    """Local id in the document by that in the draft, where it is another one: stops, meetings, agreements, experts."""

    def person(self, name: str) -> str:
        """Return the id of a person."""
        return self.people.get(name) or self.people.get(id_from(name)) or id_from(name)

    def record(self, local: str) -> str:
        """Return the local id of a record; that of a meeting follows its stop and its person."""
        if local in self.records:
            return self.records[local]
        stop, point, meeting = local.partition(".")
        return f"{self.records.get(stop, stop)}.{self.people.get(meeting, meeting)}" if point else local


def names_in(block: Json) -> tuple[str, ...]:
    """Return everybody whom *block* names, each once: traveller, counterparts, experts, speakers."""
    met = [met_as(block).get(person, person) for person in _met(block)]
    quoted = [entry["person"] for key in ("quoted_experts", "quotes") for entry in block.get(key, ())]
    return tuple(dict.fromkeys([block["trip"]["traveller"], *met, *quoted]))


def met_as(block: Json) -> dict[str, str]:
    """Return the name of each counterpart in *block*, as the line about the meeting has it, by the id in the draft."""
    told = {line["about"].partition(".")[2]: line["named"] for line in block["said"] if "." in line.get("about", "") and "named" in line}
    return {person: told[person] for person in _met(block) if person in told}


def _met(block: Json) -> list[str]:
    return [meeting["person"] for stop in block.get("stops", ()) for meeting in stop.get("met", ()) if "person" in meeting]


def organizations_in(block: Json) -> tuple[str, ...]:
    """Return every organization that *block* names as that of an expert, each once."""
    return tuple(dict.fromkeys(expert["affiliation"] for expert in block.get("quoted_experts", ()) if "affiliation" in expert))


def new_document(block: Json, trip_id: str, names: Names, besides: Mapping[str, str], review: Json) -> Json:
    """Return a new trip document as JSON.

    Args:
        block: What was accepted.
        trip_id: Id of the new trip.
        names: How everything is called in the records.
        besides: Values of the trip that no line gives.
        review: The entry that says who approved what.
    """
    held = {**{key: block["trip"][key] for key in _OF_TRIP if key in block["trip"]}, **besides}
    if "dates" in held:
        held.pop("within", None)
    trip = {"id": trip_id, "traveller": names.person(block["trip"]["traveller"]), **held}
    parts = {
        "stops": [_stop(stop, names) for stop in block["stops"]],
        "agreements": [_agreement(entry, names) for entry in block.get("agreements", ())],
        "quoted_experts": [_expert(expert, names) for expert in block.get("quoted_experts", ())],
        "quotes": [_official(quote, names) for quote in block.get("quotes", ())],
    }
    return {
        "schema": SCHEMA_VERSION,
        "trip": trip,
        **{key: entries for key, entries in parts.items() if entries},
        "said": {names.source: list(lines_of(block["said"], names))},
        "reviewed_by": review["reviewed_by"],
        "reviews": [review],
    }


def additions(block: Json, document: TripDocument, names: Names, review: Json) -> Iterator[tuple[tuple[str | int, ...], Json | list[Any]]]:
    """Give what *document* gets besides, each with the path of the list or mapping that it is put into.

    Stops and people met that it has not yet are added, since lines are about them; its own values stay as they are.
    """
    match_records(block, document, names)
    stops = {stop.id: number for number, stop in enumerate(document.stops)}
    status = block["trip"].get("status", document.trip.status)
    apart = {} if status == document.trip.status else {"status": status}  # a stop without any has that of its trip
    yield (
        ("stops",),
        [{**_stop(stop, names), **apart, **_status_of(stop)} for stop in block["stops"] if names.record(stop["id"]) not in stops],
    )
    for stop in block["stops"]:
        number = stops.get(names.record(stop["id"]))
        if number is not None:
            known = {meeting.local_id for meeting in document.stops[number].met or ()}
            met = [_meeting(meeting, names) for meeting in stop.get("met", ())]
            yield ("stops", number, "met"), [meeting for meeting in met if _local_id(meeting) not in known]
    yield ("agreements",), [_agreement(entry, names) for entry in block.get("agreements", ())]
    yield ("quoted_experts",), [_expert(expert, names) for expert in block.get("quoted_experts", ())]
    yield ("quotes",), [_official(quote, names) for quote in block.get("quotes", ())]
    yield ("said", names.source), list(lines_of(block["said"], names))
    if document.reviewed_by is None:
        yield (), {"reviewed_by": review["reviewed_by"]}
    yield ("reviews",), [review]


def _status_of(stop: Json) -> Json:
    return {"status": stop["status"]} if "status" in stop else {}


def match_records(block: Json, document: TripDocument, names: Names) -> None:
    """Say which stop of *document* each stop of *block* is, by country and in their order; give what is new ids that are free there."""
    taken = {local.id for local in document.local_records()}
    free: dict[str, list[str]] = defaultdict(list)
    for stop in document.stops:
        free[stop.country].append(stop.id)
    for stop in block["stops"]:
        same = free[stop["country"]]
        names.records[stop["id"]] = same.pop(0) if same else _free(stop["id"], taken)
    for key in ("agreements", "quoted_experts"):
        for entry in block.get(key, ()):
            names.records[entry["id"]] = _free(entry["id"], taken)


def _free(local: str, taken: set[str]) -> str:
    """Return *local*, with a number behind it where it is taken already; then that is taken."""
    number, free = 1, local
    while free in taken:
        number += 1
        free = f"{local}-{number}"
    taken.add(free)
    return free


def _stop(stop: Json, names: Names) -> Json:
    met = [_meeting(meeting, names) for meeting in stop.get("met", ())]
    rest = {key: value for key, value in stop.items() if key not in {"met", "within" if "dates" in stop else ""}}
    return {**rest, "id": names.record(stop["id"]), **({"met": met} if met else {})}


def _meeting(meeting: Json, names: Names) -> Json:
    return {**meeting, "person": names.people.get(meeting["person"], meeting["person"])} if "person" in meeting else meeting


def _local_id(meeting: Json) -> str:
    return str(next(meeting[key] for key in ("id", "person", "organization", "office") if key in meeting))


def _agreement(entry: Json, names: Names) -> Json:
    stop = {"stop": names.record(entry["stop"])} if "stop" in entry else {}
    return {**entry, "id": names.record(entry["id"]), **stop}


def _expert(expert: Json, names: Names) -> Json:
    """Return the record of an expert."""
    told = {"id": names.record(expert["id"]), "person": names.person(expert["person"]), "source": names.source}
    if "affiliation" in expert:
        told["affiliation"] = names.organizations.get(expert["affiliation"], id_from(expert["affiliation"]))
    position = {"position": expert["position"]} if "position" in expert else {}
    return {**told, **position, "quotes": [_quote(quote, names) for quote in expert["quotes"]]}


def _official(quote: Json, names: Names) -> Json:
    return {"person": names.person(quote["person"]), "source": names.source, **_quote(quote, names)}


def _quote(quote: Json, names: Names) -> Json:
    kept = {key: value for key, value in quote.items() if key not in {*_PARSERS, "person"}}
    return {**kept, **({"about": names.record(quote["about"])} if "about" in quote else {})}


def lines_of(said: Sequence[Json], names: Names) -> Iterator[Json]:
    """Give the lines of a block as an author writes them: what one passage says in one way stands in one line."""
    merged: list[Json] = []
    for line in (_line(line, names) for line in said):
        same = next((other for other in merged if _belong_together(other, line)), None)
        if same is None:
            merged.append(line)
        else:
            same |= line
    yield from (_in_order(line) for line in merged)


def _belong_together(one: Json, other: Json) -> bool:
    """Tell whether two lines are about one record and one passage, are known in one way, and say different things."""
    ours, theirs = ({key: line[key] for key in line if key not in CLAIM_FIELDS} for line in (one, other))
    claimed = set(CLAIM_FIELDS) & one.keys()
    return ours == theirs and bool(claimed) and bool(set(CLAIM_FIELDS) & other.keys()) and not claimed & other.keys()


def _line(line: Json, names: Names) -> Json:
    """Return one line as an author writes it."""
    told = {key: value for key, value in line.items() if key not in _PARSERS and (key, value) not in _SILENT}
    if "about" in told:
        told["about"] = names.record(told["about"])
    if "affiliation" in told:
        told["affiliation"] = names.organizations.get(told["affiliation"], told["affiliation"])
    if "route" in told:
        told["route"] = [[names.record(stop) for stop in step] if isinstance(step, list) else names.record(step) for step in told["route"]]
    return {**told, **{key: names.record(told[key]) for key in _ONE_STOP if key in told}}


_SILENT: Final = (("basis", "stated"), ("part", "body"), ("mode", "held"))
"""What a line means anyway where it does not say so."""


def _in_order(line: Json) -> Json:
    """Return *line* with its record first, then what it says, then how that is known, and its passage last."""
    keys = ["about", *CLAIM_FIELDS, *(key for key in line if key not in {"about", "span", *CLAIM_FIELDS}), "span"]
    return {key: line[key] for key in keys if key in line}
