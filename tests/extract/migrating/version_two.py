"""A version 2 of the record format made up for these tests, with every kind of step, and a version 3 that takes all of it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.extract.migrating.migrations import Migration
from diplotrips.extract.migrating.moving import Move
from diplotrips.extract.migrating.steps import Change, Rewrite

if TYPE_CHECKING:
    from diplotrips.extract.migrating.steps import Record, Step
    from diplotrips.schema.tree import JsonValue

DATES: Final = frozenset({"begins", "ends", "only", "left", "back", "day"})
"""Keys of dates of version 2."""


def _split(old: Record) -> Record:
    """Return the days of a trip as two ends, or as one day."""
    dates = old.get("dates")
    if not isinstance(dates, str):
        return old
    if "/" not in dates:
        return {"only": dates}
    begins, ends = dates.split("/", 1)
    return {**({"begins": begins} if begins else {}), **({"ends": ends} if ends or not begins else {})}


def _joined(old: Record) -> Record:
    """Return the opposite of `_split`."""
    if "only" in old:
        return {"dates": old["only"]}
    return {"dates": f"{old.get('begins', '')}/{old.get('ends', '')}"} if old else {}


def _called(old: str, new: str) -> Change:
    def renamed(code: JsonValue) -> JsonValue:
        return new if code == old else code

    return Change("stops.*.did", "*", renamed, f"the activity {old} is called {new}")


def _published(old: Record) -> Record:
    """Return day and basis of a publication as one mapping."""
    names = {"published": "day", "published_basis": "basis"}
    return {"published": {names[key]: value for key, value in old.items()}} if "published" in old else old


def _of_trips(at: str) -> tuple[Step, ...]:
    """Return what happens to trips and stops that are found at *at*."""
    return (
        Move(f"{at}stops.*", "places", "towns"),
        Move(f"{at}stops.*.met.*", "office", "held"),
        Move(f"{at}trip", "left_home", "home.left"),
        Move(f"{at}trip", "back_home", "home.back"),
        Rewrite(f"{at}trip", ("dates",), _split, "the days of a trip are two ends"),
        Move(f"{at}said.*.*", "left_home", "home.left"),
        Move(f"{at}said.*.*", "back_home", "home.back"),
        Move(f"{at}said.*.*", "route", "order"),
    )


def _of_trips_back(at: str) -> tuple[Step, ...]:
    """Return what takes all of that back."""
    return (
        Move(f"{at}said.*.*", "order", "route"),
        Move(f"{at}said.*.*", "home.left", "left_home"),
        Move(f"{at}said.*.*", "home.back", "back_home"),
        Rewrite(f"{at}trip", ("begins", "ends", "only"), _joined, "the days of a trip are an interval"),
        Move(f"{at}trip", "home.left", "left_home"),
        Move(f"{at}trip", "home.back", "back_home"),
        Move(f"{at}stops.*.met.*", "held", "office"),
        Move(f"{at}stops.*", "towns", "places"),
    )


TWO: Final = Migration(
    1,
    2,
    {
        "authored": (*_of_trips(""), _called("talks", "conversation")),
        "coded": _of_trips("trips.*."),
        "parsed": _of_trips("trips.*."),
        "span_hashes": (Move("", "span_hashes", "passages"),),
        "dataset": (Move("dataset", "codebook", "rules.version"),),
        "people": (Move("people.*", "names", "also_called"),),
        "sources": (Move("sources.*", "kind", "form"),),
        "decisions": (Move("decisions.*", "because", "why"),),
    },
    DATES,
)
"""From version 1 to 2; every step can be taken back."""

BACK: Final = Migration(
    2,
    3,
    {
        "authored": (_called("conversation", "talks"), *_of_trips_back("")),
        "coded": _of_trips_back("trips.*."),
        "parsed": _of_trips_back("trips.*."),
        "span_hashes": (Move("", "passages", "span_hashes"),),
        "dataset": (Move("dataset", "rules.version", "codebook"),),
        "people": (Move("people.*", "also_called", "names"),),
        "sources": (Move("sources.*", "form", "kind"),),
        "decisions": (Move("decisions.*", "why", "because"),),
    },
    DATES,
)
"""From version 2 to 3, which is as 1 was."""


def _into_note(old: Record) -> Record:
    """Return the region of a trip as a sentence of its note."""
    if "office" not in old:
        return old
    return {"note": f"{old.get('note', '')} The office was {old['office']}.".strip()}


ONE_WAY: Final = Migration(
    1,
    2,
    {
        "authored": (
            Rewrite("trip", ("office", "note"), _into_note, "the office of a traveller goes into the note"),
            Rewrite("trip", ("sort",), lambda old: old or {"sort": "official visit"}, "every trip has a sort", behind="id"),
            Rewrite("stops.*", ("kind", "id"), lambda old: {"kind": "stay", **old}, "every stop has a kind"),
        ),
        "sources": (Rewrite("sources.*", ("published", "published_basis"), _published, "a publication is one mapping"),),
    },
    DATES,
)
"""From version 1 to 2, with steps that cannot be taken back."""

ONLY_TOWNS: Final = Migration(
    1, 2, {"authored": (Move("stops.*", "places", "towns"),), "people": (Move("people.*", "name", "called.name"),)}
)
"""From version 1 to 2, with little to do."""
