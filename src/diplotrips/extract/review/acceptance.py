"""What was accepted of one trip of a draft, put together again: lines and quotations as they were changed, records by the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from diplotrips.extract.parsing.drafting.blocks import hold_block
from diplotrips.extract.parsing.drafting.witness import Witness
from diplotrips.extract.review.edits import entry_with
from diplotrips.extract.review.progress import ACCEPT
from diplotrips.schema.claims import CLAIM_FIELDS
from diplotrips.schema.fields import id_from
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.review.items import Item, Part
    from diplotrips.extract.review.progress import TripAnswer
    from diplotrips.extract.review.reviewing import Review

    Json = dict[str, Any]

_KEY: Final = "item"
"""Key under which a line or quotation carries the name of its value while it is held to the text."""

GIVEN: Final = ("office", "represents", "status", "dates", "within")
"""What a person may say of a trip where no line of the draft does."""

_NEEDED_BY_AGREEMENT: Final = ("parties", "progress", "subject")

_OPEN: Final = frozenset({"planned", "postponed", "cancelled"})
"""Statuses of a trip whose days are those of a plan."""


class Loss(NamedTuple):
    """A value that was accepted and cannot be written, all of it or some fields."""

    item: Item
    fields: Json
    """What is lost of it: all that it says, or some fields."""
    why: str
    """What it would need."""


class Accepted(NamedTuple):
    """What is left of a trip of a draft."""

    block: Json
    """The block with what was accepted only; empty if that does not name the traveller."""
    losses: tuple[Loss, ...] = ()
    """What was accepted and is not in it, since what it is about is not there or somebody's own words are missing."""


def accepted(review: Review, part: Part) -> Accepted:
    """Return what was accepted of *part*. A record of which no line was accepted is not there, and what refers to it is not either."""
    items = [item for item in part.items if is_accepted(review, item)]
    worded = {item.key: item for item in items if not item.lacks_words(review.fields_of(item))}
    taken = {key: {**entry_with(item, review.fields_of(item)), _KEY: key} for key, item in worded.items()}
    block = _renamed(part, taken)
    held = hold_block(_with_taken(part, block, taken), Witness(review.text)) or {}
    left = {entry[_KEY]: entry for entry in _entries(held)} if held else {}
    losses = [
        *_unworded(items, worded),
        *(loss for key, item in worded.items() if (loss := _loss(item, taken[key], left.get(key), worded))),
    ]
    for entry in _entries(held) if held else ():
        del entry[_KEY]
    answer = review.trips.get(part.id)
    if held and answer:
        lines = list(given_lines(answer, held))
        trip = {**held["trip"], **{key: value for line in lines for key, value in line.items() if key in GIVEN}}
        held = {**held, "trip": trip, "said": [*held["said"], *lines]}
    held = _affiliated(held) if held else held
    return Accepted(held, tuple(losses))


def is_accepted(review: Review, item: Item) -> bool:
    """Tell whether *item* was accepted, and nothing that it rests on was rejected."""
    answer = review.answers.get(item.key)
    return answer is not None and answer.decision == ACCEPT and not review.falls(item)


def given_lines(answer: TripAnswer, block: Json) -> Iterator[Json]:
    """Return the lines for what a person says of a new trip, with the passage that says so, or none where it follows from the whole."""
    given = answer.model_dump(mode="json", exclude_none=True)
    status = given.get("status") or block["trip"].get("status")
    for key in GIVEN:
        if key in given and key not in block["trip"]:
            span = (answer.passages or {}).get(key)
            mode = {"mode": "planned"} if key in {"dates", "within"} and status in _OPEN else {}
            yield {key: given[key], **mode, **({"span": span} if span else {"basis": "inferred"})}


def _with_taken(part: Part, block: Json, taken: dict[str, Json]) -> Json:
    """Return *block* with what was *taken* in the place of all its lines and quotations."""
    there = {line["about"] for line in taken.values() if "country" in line and "about" in line}
    lost = {stop["id"]: stop["country"] for stop in block.get("stops", ()) if stop["id"] not in there}
    experts = [
        {**expert, "quotes": quotes}
        for expert in block.get("quoted_experts", ())
        if (quotes := _numbered(taken, f"{part.id}.{expert['id']}.", len(expert["quotes"])))
    ]
    return {
        **block,
        "quoted_experts": experts,
        "quotes": _numbered(taken, f"{part.id}.quotes.", len(block.get("quotes", ()))),
        "said": [kept for line in _numbered(taken, f"{part.id}.said.", len(block["said"])) if (kept := _without(line, lost))],
    }


def _renamed(part: Part, taken: dict[str, Json]) -> Json:
    """Return the block of *part* with everybody called as the accepted lines spell the name, which a person may have mended."""
    names = {item.record: taken[item.key]["named"] for item in part.items if item.is_decisive and "named" in taken.get(item.key, ())}
    trip = {**part.trip, "traveller": names.get("", part.trip["traveller"])}
    now = {part.trip["traveller"]: trip["traveller"]}
    experts = []
    for expert in part.block.get("quoted_experts", ()):
        experts.append({**expert, "person": names.get(expert["id"], expert["person"])})
        now[expert["person"]] = experts[-1]["person"]
    for entry in taken.values():
        if "person" in entry:
            entry["person"] = now.get(entry["person"], entry["person"])
    return {**part.block, "trip": trip, "quoted_experts": experts}


def _affiliated(block: Json) -> Json:
    """Return *block* with every expert at the organization that the lines give, which a person may have changed."""
    told = {line["about"]: line["affiliation"] for line in block["said"] if "affiliation" in line}
    experts = [
        {**expert, "affiliation": told[expert["id"]]}
        if "affiliation" in expert and told.get(expert["id"]) not in {None, id_from(expert["affiliation"])}
        else expert
        for expert in block["quoted_experts"]
    ]
    return {**block, "quoted_experts": experts}


def _without(line: Json, lost: dict[str, str]) -> Json:
    """Return *line* without the stops that were not accepted in its route, or their countries beside it; empty if it then says nothing."""
    held = dict(line)
    if "route" in line:
        steps = [[stop for stop in (step if isinstance(step, list) else [step]) if stop not in lost] for step in line["route"]]
        held["route"] = [step if step[1:] else step[0] for step in steps if step]
        if len(held["route"]) == 1 and not isinstance(held["route"][0], list):
            del held["route"]
    if "countries" in line and "route" in line:
        held["countries"] = [country for country in line["countries"] if country not in lost.values()]
    held = {key: value for key, value in held.items() if value != []}
    return {} if "route" in line and not {"route", "countries"} & held.keys() else held


def _numbered(taken: dict[str, Json], prefix: str, count: int) -> list[Json]:
    """Return what was taken of a list, in its order."""
    return [taken[key] for number in range(count) if (key := f"{prefix}{number + 1}") in taken]


def _entries(block: Json) -> Iterator[Json]:
    """Return every line and quotation of *block*."""
    yield from block["said"]
    yield from block["quotes"]
    for expert in block["quoted_experts"]:
        yield from expert["quotes"]


def _unworded(items: list[Item], worded: dict[str, Item]) -> Iterator[Loss]:
    """Return the values that only lack a person's own words."""
    for item in items:
        if item.key not in worded:
            yield Loss(item, dict(item.fields), f"nobody said the {item.in_own_words} in words of their own")


def _loss(item: Item, taken: Json, left: Json | None, worded: dict[str, Item]) -> Loss | None:
    """Return what is lost of a value that was *taken*, None if it is there as it was."""
    if left is None:
        return Loss(item, {key: value for key, value in taken.items() if key in item.fields or key in CLAIM_FIELDS}, _why(item, worded))
    gone = {field: taken[field] for field in CLAIM_FIELDS if field in taken and field not in left}
    return Loss(item, gone, "it names a stop that was not accepted") if gone else None


def _why(item: Item, worded: dict[str, Item]) -> str:
    """Return why a value of a record that is not there was lost."""
    if item.kind == "agreement":
        said = {field for other in worded.values() if other.record == item.record and other.trip == item.trip for field in other.fields}
        return f"the agreement lacks {listed([field for field in _NEEDED_BY_AGREEMENT if field not in said], 'and') or 'something'}"
    return "no quotation of the expert is left" if item.kind == "expert" else "what it is about was not accepted"
