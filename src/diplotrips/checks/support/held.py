"""The values of records that some source has to say, one by one. What supports them is in `claims`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.schema.agreement import Party
from diplotrips.schema.claims import EXISTS, ONE_EACH, text_of
from diplotrips.schema.stop import StopPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.findings import Place
    from diplotrips.schema.dataset import Item

FIELDS = {
    "trip": ("office", "represents", "status", "dates", "within", "left_home", "back_home", "route"),
    "stop": ("country", "kind", "places", "dates", "within", "status", "purposes", "events", "protocol", "did", "did_not"),
    "meeting": (EXISTS, "office", "of", "capacity", "channel", "dates", "topics"),
    "agreement": ("title", "parties", "papers", "kind", "progress", "subject", "topics", "date"),
    "quoted-expert": ("affiliation", "position"),
}
"""By kind of record, the fields whose values need a claim.

Not among them: what is ours and no source's (ids, certainty, notes), what only orders the records (`during`, `stop`, `session`), and what
cannot be claimed (companions, the organization met).
"""


@dataclass(frozen=True, slots=True)
class Held:
    """One value that a record holds."""

    item: Item
    field: str
    value: object
    text: str
    """The value as canonical text; empty for the existence of a record."""
    place: Place


def held_by(item: Item) -> Iterator[Held]:
    """Return the values of *item* that need a claim, in the order of `FIELDS`, a list item by item."""
    for field in FIELDS.get(item.kind, ()):
        if field == EXISTS:
            yield Held(item, EXISTS, None, "", item.node.place)
            continue
        value = getattr(item.record, field)
        if isinstance(value, tuple) and field in ONE_EACH:
            for index, inner in enumerate(value):
                name = _name(inner)
                if name:
                    yield Held(item, field, name, name, item.place(field, index))
        elif value is not None:
            yield Held(item, field, value, text_of(field, value), item.place(field))


def _name(inner: object) -> str:
    """Return what a source would say of one item of a list; empty for a party that can only be named in words."""
    if isinstance(inner, StopPlace):
        return inner.name
    if isinstance(inner, Party):
        return inner.country or inner.organization or ""
    return str(inner)
