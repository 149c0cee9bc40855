"""An id belongs to one record.

**Why.** Whoever refers to an id given twice cannot say which record is meant, and a join in the released tables doubles its rows.

**Not covered.** The same trip recorded twice under two ids. A person and a source may have the same id, since nothing can mean either.

**What to do.** Give the later record an id of its own, or merge the two. Stops, agreements and quoted experts of one trip share their
local ids, so that `about` is clear; so do people and organizations (`according_to` takes either), and decisions and waivers. Whoever was
met twice on one stop needs an `id` in the second meeting. An id that was withdrawn is not given again.

**Wrong**

```yaml
quoted_experts: [{id: cl, person: rui-dias, source: herald-2024-05, quotes: [{span: 10-20, gist: the visit was worth it}]}]
```

**Right**

```yaml
quoted_experts: [{id: dias, person: rui-dias, source: herald-2024-05, quotes: [{span: 10-20, gist: the visit was worth it}]}]
```

**Since** 0.1.0
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.check import IN_REGISTERS, ON_TRIPS, Check, finding
from diplotrips.findings import End, Severity
from diplotrips.schema.stop import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding, Place
    from diplotrips.schema.dataset import Item

_SPACES = {
    "stop": "local",
    "agreement": "local",
    "quoted-expert": "local",
    "person": "voice",
    "organization": "voice",
    "decision": "ledger",
    "waiver": "ledger",
}
"""Kinds whose ids are told apart from each other's; every other kind has a space of its own."""


class _Holder(NamedTuple):
    """A record that has an id, and where the id stands."""

    what: str
    place: Place


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each record whose id an earlier one has; the earlier one, or the tombstone of the id, is the other end."""
    first: dict[tuple[str, str], _Holder] = {}
    withdrawn = {(entry.record.kind, entry.record.id): entry.place("id") for entry in evidence.dataset.withdrawn}
    in_copy = False
    for item in evidence.dataset.items:
        if in_copy and item.trip and item.kind != "trip":
            continue  # of a trip given twice, the trip itself says enough
        holder = _Holder(item.kind.replace("-", " "), _place(item))
        earlier = first.setdefault((_SPACES.get(item.kind, item.kind), item.id), holder)
        in_copy = item.kind == "trip" and earlier is not holder
        if earlier is not holder:
            message = f"{_both(earlier.what, holder.what)} called {item.id}"
            yield _found(evidence, item, holder, message, End(f"the first {item.id}", item.id, "id", place=earlier.place))
        elif (item.kind, item.id) in withdrawn:
            message = f"{_one(holder.what)} is called {item.id}, an id that was withdrawn"
            other = End(f"{item.id} was withdrawn", item.id, "id", place=withdrawn[item.kind, item.id])
            yield _found(evidence, item, holder, message, other)


def _found(evidence: Evidence, item: Item, holder: _Holder, message: str, other: End) -> Finding:
    here = End(f"this {holder.what}", item.id, "id", place=holder.place)
    found = finding(CHECK, evidence, record=item.id, field="id", message=message, here=here, there=[other])
    return replace(found, field=item.path("id"))


def _place(item: Item) -> Place:
    """Return where the id of *item* stands; of a meeting without one, where what it is addressed by stands."""
    if isinstance(item.record, Meeting) and not item.record.id:
        key = next(key for key in ("person", "organization", "office") if getattr(item.record, key))
        return item.place(key)
    return item.place("id")


def _both(one: str, other: str) -> str:
    return f"two {_PLURALS.get(one, f'{one}s')} are" if one == other else f"{_one(one)} and {_one(other)} are both"


def _one(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


_PLURALS = {"person": "people", "coverage": "entries of the coverage"}

CHECK = Check(
    code="DT302",
    name="duplicate-id",
    severity=Severity.ERROR,
    page=__doc__,
    judges=(*ON_TRIPS, *IN_REGISTERS),
    concerns_record=True,
    find=find,
)
