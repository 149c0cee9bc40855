"""What was accepted of one trip of a draft, put together again: lines and quotations as they were changed, records by the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diplotrips.extract.parsing.drafting.blocks import hold_block
from diplotrips.extract.parsing.drafting.witness import Witness
from diplotrips.extract.review.progress import ACCEPT

if TYPE_CHECKING:
    from diplotrips.extract.review.items import Item, Part
    from diplotrips.extract.review.reviewing import Review

    Json = dict[str, Any]


def accepted(review: Review, part: Part) -> tuple[Json, int]:
    """Return the block of *part* with what was accepted only, empty if that does not name the traveller; and how much fell with the rest.

    A record of which no line was accepted is not there, and what refers to it is not either.
    """
    taken = {item.key: _entry(review, item) for item in part.items if _is_accepted(review, item)}
    trip, block = part.id, part.block
    there = {line["about"] for line in taken.values() if "country" in line and "about" in line}
    lost = {stop["id"]: stop["country"] for stop in block.get("stops", ()) if stop["id"] not in there}
    experts = [
        {**expert, "quotes": quotes}
        for expert in block.get("quoted_experts", ())
        if (quotes := _numbered(taken, f"{trip}.{expert['id']}.", len(expert["quotes"])))
    ]
    witness = Witness(review.text)
    held = hold_block(
        {
            **block,
            "quoted_experts": experts,
            "quotes": _numbered(taken, f"{trip}.quotes.", len(block.get("quotes", ()))),
            "said": [kept for line in _numbered(taken, f"{trip}.said.", len(block["said"])) if (kept := _without(line, lost))],
        },
        witness,
    )
    left = (
        sum(len(held[key]) for key in ("said", "quotes")) + sum(len(expert["quotes"]) for expert in held["quoted_experts"]) if held else 0
    )
    return held or {}, len(taken) - left


def _is_accepted(review: Review, item: Item) -> bool:
    answer = review.answers.get(item.key)
    return answer is not None and answer.decision == ACCEPT and not review.falls(item)


def _entry(review: Review, item: Item) -> Json:
    """Return the line or quotation of *item*, with what it says as it was changed."""
    known_by = {key: value for key, value in item.entry.items() if key not in item.fields}
    return {**known_by, **review.fields_of(item)}


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
