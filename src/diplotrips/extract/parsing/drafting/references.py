"""What the lines and records of one trip refer to is there: a line about nothing is left out, and so is a record without a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from diplotrips.schema.claims import CLAIM_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.extract.parsing.drafting.lines import Line
    from diplotrips.extract.parsing.drafting.witness import Witness

    Json = dict[str, Any]

NO_RECORD: Final = "no-such-record"
"""Reason of whatever refers to a record that is not there."""

_STOP_FIELDS: Final = ("route", "first_stop", "last_stop", "after", "during")
"""Fields of a line that name stops."""

NO_LINE: Final = "no-line"
"""Reason of values and records that no line is left to support."""


def hold_references(block: Json, witness: Witness) -> Json:
    """Return *block* with every id once, and everything that is referred to; what goes may take other things along, until nothing does."""
    block = {**block, **{key: once(block.get(key, ()), witness) for key in ("stops", "agreements")}}
    size = -1
    while size != (size := _size(block)):
        block = _without_lines_about_nothing(block, witness)
        block = _without_records_without_lines(block, witness)
    return block


def _size(block: Json) -> int:
    """Return how much is in *block*, to see whether anything went."""
    met = sum(len(stop.get("met", ())) for stop in block["stops"])
    fields = sum(map(len, block["said"]))
    return fields + met + sum(len(block[key]) for key in ("said", "stops", "agreements"))


def once(records: Iterable[Json], witness: Witness) -> list[Json]:
    """Return the first record of each id; the others are counted."""
    found: dict[str, Json] = {}
    for record in records:
        witness.drop("id-twice", int(record["id"] in found))
        found.setdefault(record["id"], record)
    return list(found.values())


def local_id_of(meeting: Json) -> str:
    """Return what follows the stop's id when *meeting* is addressed."""
    return str(next(meeting[key] for key in ("id", "person", "organization", "office") if key in meeting))


def _ids(block: Json) -> set[str]:
    """Return the ids that a line of *block* can be about."""
    met = {f"{stop['id']}.{local_id_of(meeting)}" for stop in block["stops"] for meeting in stop.get("met", ())}
    return met | {record["id"] for key in ("stops", "agreements", "quoted_experts") for record in block[key]}


def _without_lines_about_nothing(block: Json, witness: Witness) -> Json:
    """Leave out lines about records that are not there, and out of the others the stops that are not."""
    ids, stops = _ids(block), {stop["id"] for stop in block["stops"]}
    said = []
    for line in block["said"]:
        held = _with_known_stops(line, stops) if line.get("about", "") in {"", *ids} else None
        if held is None:
            witness.drop(NO_RECORD)
        else:
            witness.drop(NO_RECORD, len(line) - len(held))
            said.append(held)
    agreements = []
    for entry in block["agreements"]:
        is_known = entry.get("stop", "") in {"", *stops}
        witness.drop(NO_RECORD, int(not is_known))
        agreements.append(entry if is_known else {key: value for key, value in entry.items() if key != "stop"})
    return {**block, "said": said, "agreements": agreements, "quotes": [_about_known(quote, ids) for quote in block["quotes"]]}


def _about_known(quote: Json, ids: set[str]) -> Json:
    """Return a quotation that is about a record of this trip, or about the trip."""
    return quote if quote.get("about", "") in {"", *ids} else {key: value for key, value in quote.items() if key != "about"}


def _with_known_stops(line: Line, stops: set[str]) -> Line | None:
    """Return *line* without fields that name a stop which is not there; None if it then says nothing more."""
    held = {key: value for key, value in line.items() if key not in _STOP_FIELDS or set(_flat(value)) <= stops}
    said_before = any(field in line for field in CLAIM_FIELDS)
    return None if said_before and not any(field in held for field in CLAIM_FIELDS) else held


def _flat(value: object) -> Iterator[str]:
    """Return the stop ids in a route, or the one that stands for itself."""
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    else:
        yield str(value)


def _without_records_without_lines(block: Json, witness: Witness) -> Json:
    """Leave out stops, meetings and agreements without what they need a line for: a country, a line at all, parties and progress."""
    about: dict[str, set[str]] = {}
    for line in block["said"]:
        about.setdefault(line.get("about", ""), set()).update(line)
    stops = [stop for stop in block["stops"] if "country" in about.get(stop["id"], ())]
    agreements = [entry for entry in block["agreements"] if {"parties", "progress", "subject"} <= about.get(entry["id"], set())]
    met = [[meeting for meeting in stop.get("met", ()) if f"{stop['id']}.{local_id_of(meeting)}" in about] for stop in stops]
    lost = sum(len(block[key]) for key in ("stops", "agreements")) - len(stops) - len(agreements)
    witness.drop(NO_LINE, lost + sum(len(stop.get("met", ())) - len(kept) for stop, kept in zip(stops, met, strict=True)))
    return {**block, "stops": [_with_meetings(stop, kept) for stop, kept in zip(stops, met, strict=True)], "agreements": agreements}


def _with_meetings(stop: Json, met: list[Json]) -> Json:
    rest = {key: value for key, value in stop.items() if key != "met"}
    return {**rest, "met": met} if met else rest
