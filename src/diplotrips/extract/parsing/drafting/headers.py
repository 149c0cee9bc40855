"""What a record holds by the lines about it: a header value is held where a line says so, and by the surest line.

The drafts of every extractor, and the documents that a review writes, take the values of their records from here, so that no value
stands in a record that no line supports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from diplotrips.schema.agreement import BILATERAL
from diplotrips.schema.dates.edtf import EdtfInterval
from diplotrips.schema.dates.reasons import EdtfError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Line = Mapping[str, Any]
    """A claim line as JSON has it."""

_NO_ORDER: Final = frozenset({"list", "narration"})
"""Bases of a route that is evidence of an order and none itself."""

_DAYS: Final = ("first_day", "last_day", "dates", "within")
_OF_TRIP: Final = ("office", "represents", "status")
_OF_STOP: Final = ("country", "kind", "status", "during", "protocol", "territory")
_LISTS_OF_STOP: Final = ("places", "purposes", "events", "did", "did_not")
_OF_MEETING: Final = ("office", "of", "capacity", "channel")
_OF_AGREEMENT: Final = ("title", "arrangement", "papers", "kind", "progress", "subject", "date")


def trip_values(lines: Sequence[Line]) -> dict[str, Any]:
    """Return what a trip holds by *lines*, which are about it: office, represents, status, dates or window, route."""
    held = {**_best(lines, _OF_TRIP), **day_values(lines)}
    routes = [line for line in lines if line.get("basis") not in _NO_ORDER]
    return {**held, **_best(routes, ("route",))}


def stop_values(lines: Sequence[Line]) -> dict[str, Any]:
    """Return what a stop holds by *lines*: country, places, dates, status and whatever else a line can say of one."""
    held = {**_best(lines, _OF_STOP), **day_values(lines), **_all(lines, _LISTS_OF_STOP)}
    territory = held.pop("territory", None)
    if territory and held.get("places"):
        held["places"] = [{"name": held["places"][0], "territory": territory}, *held["places"][1:]]
    return held


def meeting_values(lines: Sequence[Line]) -> dict[str, Any]:
    """Return what a meeting holds by *lines*."""
    return {**_best(lines, _OF_MEETING), **_all(lines, ("topics",))}


def agreement_values(lines: Sequence[Line]) -> dict[str, Any]:
    """Return what an agreement holds by *lines*; where more than two parties are named and nobody says how they stand, that is unknown."""
    held = {**_best(lines, _OF_AGREEMENT), **_all(lines, ("parties", "topics"))}
    if len(held.get("parties", ())) > BILATERAL:
        held.setdefault("arrangement", "unknown")
    return held


def expert_values(lines: Sequence[Line]) -> dict[str, Any]:
    """Return what an expert's record holds by *lines*."""
    return _best(lines, ("affiliation", "position"))


def day_values(lines: Sequence[Line]) -> dict[str, Any]:
    """Return the days under `dates`, and a window under `within`; days that end before they start are held nowhere."""
    best = _best(lines, _DAYS)
    dates = best.get("dates") or from_to(best.get("first_day", ""), best.get("last_day", ""))
    window = {"within": best["within"]} if "within" in best else {}
    return {"dates": dates, **window} if dates else window


def from_to(first: str, last: str) -> str:
    """Return the days from *first* to *last*, either of which may be unknown; empty where none can be written or they are reversed."""
    first, last = (day if _is_plain(day) else "" for day in (first, last))
    text = first if first == last else f"{first}/{last}"
    try:
        days = EdtfInterval.parse(text)
    except EdtfError:
        return ""
    starts = days.first.earliest if days.first else None
    ends = days.last.latest if days.last else None
    return "" if starts and ends and ends < starts else str(days)


def _is_plain(day: str) -> bool:
    """Tell whether *day* can be an end of an interval: no window, and not one of a set."""
    return not {"/", "["} & set(day)


def _best(lines: Iterable[Line], fields: Iterable[str]) -> dict[str, Any]:
    """Return the value of each of *fields* in the surest line that has it, of equally sure ones in the first."""
    said = [line for line in lines if line.get("mode") != "denied"]
    held = {}
    for field in fields:
        telling = [line for line in said if field in line]
        if telling:
            held[field] = max(telling, key=lambda line: line.get("confidence", 1.0))[field]
    return held


def _all(lines: Iterable[Line], fields: Iterable[str]) -> dict[str, Any]:
    """Return everything that any line says under each of *fields*, once, in the order of the lines."""
    said = [line for line in lines if line.get("mode") != "denied"]
    found = {field: list(dict.fromkeys(item for line in said for item in line.get(field, ()))) for field in fields}
    return {field: items for field, items in found.items() if items}
