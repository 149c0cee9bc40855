"""The order in which the keys of a record are written: that of its model, but for a few kinds whose lines read better otherwise."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, get_args, get_origin

from diplotrips.extract.shapes import bare_kind, branches_of, keys_of
from diplotrips.schema.agreement import Agreement
from diplotrips.schema.claims import CLAIM_FIELDS
from diplotrips.schema.quote import OfficialQuote, Quote
from diplotrips.schema.record import Record
from diplotrips.schema.said import Cited, ClaimLine, Provenance
from diplotrips.schema.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplotrips.extract.editing.written import Entry, Value

_KNOWN_BY: Final = [name for name in Provenance.model_fields if name not in {"about", "span", "note"}]

_OTHERWISE: Final[Mapping[type[Record], str]] = {
    ClaimLine: f"about {'|'.join(CLAIM_FIELDS)} {'|'.join(_KNOWN_BY)} span note",
    Quote: "span locator manner about gist topics",
    OfficialQuote: "person source speaker span locator manner about gist topics",
    Stop: "id country kind places during dates within status purposes events protocol did did_not met",
    Agreement: "id stop title parties arrangement papers|kind",
}
"""Keys whose order is not that of the model; those with `|` between them stay as their author wrote them, and the model's others follow.

A claim line begins with what it is about and ends with its passage; in between first what is claimed, then how that is known. A quotation
begins with who is quoted. The meetings of a stop, which take many lines, come behind what else happened there.
"""


_LINES: Final = frozenset({ClaimLine, Cited})
"""Records that are written on one line where they fit."""


def order_keys(value: Value, kind: object) -> None:
    """Put the keys of every record in *value* into their order; *kind* is the model, or the annotation, of what stands there.

    A key that the model does not know stays behind the others. Mappings that are no records keep their order.
    """
    bare = _fitting(kind, value)
    if value.entries is None:
        return
    ranks = _ranks(bare) if isinstance(bare, type) and issubclass(bare, Record) else None
    for entry in value.entries:
        order_keys(entry.value, _inside(bare, entry))
    if value.is_mapping and ranks is not None:
        value.is_line = bare in _LINES
        value.entries.sort(key=lambda entry: ranks.get(entry.key.text if entry.key else "", len(ranks)))


def _fitting(kind: object, value: Value) -> object:
    """Return what *kind* means for *value*: of a union the branch for a mapping, a list or a word."""
    bare = bare_kind(kind)
    for branch in branches_of(bare):
        inner = bare_kind(branch)
        is_record = isinstance(inner, type) and issubclass(inner, Record)
        is_list = value.entries is not None and not value.is_mapping
        if (value.is_mapping and is_record) or (is_list and get_origin(inner) is tuple):
            return inner
    return bare


def _inside(kind: object, entry: Entry) -> object:
    """Return what may stand in *entry* of a list or mapping that is a *kind*."""
    if isinstance(kind, type) and issubclass(kind, Record):
        field = keys_of(kind).get(entry.key.text if entry.key else "")
        return field.annotation if field else object
    arguments = get_args(kind)
    if get_origin(kind) is dict and entry.key is not None:
        return arguments[1]
    return arguments[0] if get_origin(kind) is tuple and entry.key is None else object


@cache
def _ranks(model: type[Record]) -> Mapping[str, int]:
    """Return the place of each key of *model* in its order; keys of one place may come in any order."""
    groups = [group.split("|") for group in _OTHERWISE.get(model, "").split()]
    told = {name for group in groups for name in group}
    groups += [[name] for name in keys_of(model) if name not in told]
    return {name: rank for rank, group in enumerate(groups) for name in group}
