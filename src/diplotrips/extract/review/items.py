"""The values of a draft one by one, in the order in which a person looks at them: trip by trip, record by record, in reading order.

First comes what decides whether a record is there at all: the country of a stop, the name of the traveller. With that everything falls
that rests on it, and is not asked about any more. What a person may write instead of a value is in `edits`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.parsing.drafting.rendering import plain
from diplotrips.extract.parsing.drafting.witness import spans_of
from diplotrips.schema.claims import CLAIM_FIELDS
from diplotrips.schema.countries import country_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.schema.coding import CodingFile
    from diplotrips.schema.fields import Span

    Json = dict[str, Any]

_DECISIVE: Final = frozenset({"named", "country", "progress"})
"""Fields of the line that decides whether its record is there: trip and expert, stop, agreement."""

_OF_QUOTE: Final = ("speaker", "manner", "gist")
"""What a person may change of a quotation."""

_KNOWN_BY: Final = ("mode",)
"""Keys of a line beside its fields that are shown with them."""

_ORDER: Final = (
    *("named", "office", "represents", "of", "status", "places", "first_day", "dates", "within", "last_day", "seen", "days", "nights"),
    *("kind", "parties", "subject", "title", "papers", "date", "n_countries", "countries", "region", "route"),
)
"""Fields in the order in which they are asked about one record; others come between the first and the last of them, by their passage."""

_NEUTRAL: Final = {
    "gist": re.compile(r"(direct quotation|reported speech|reported speech with quoted words|[a-z-]+) of [\d,]+ words?"),
    "subject": re.compile(r"[^,]+, its subject (stands at \d+-\d+(, \d+-\d+)*|is not stated)"),
}
"""What our parser writes where a person's own words belong, since a draft has none of the article's."""


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a draft: a claim line or a quotation."""

    key: str
    """Name of the item, such as `t1.said.3`: trip, list and number."""
    trip: str
    """Local id of its trip in the draft."""
    record: str
    """Local id of the record that it is about; empty for the trip."""
    about: str
    """What it is about, for people: `stop pe (Peru)`."""
    fields: Mapping[str, Any]
    """What it says, and what a person may change of it, as JSON."""
    entry: Mapping[str, Any]
    """The whole line or quotation, as JSON."""
    spans: tuple[Span, ...]
    is_decisive: bool = False
    """Whether the record falls with it."""
    kind: str = "quote"
    """Kind of that record: trip, stop, meeting, agreement, expert; of a quotation `quote`."""

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation."""
        return ".said." not in self.key

    @property
    def in_own_words(self) -> str:
        """The field that a person words anew, since a draft has none of the article's words; empty if there is none."""
        return next((key for key in ("gist", "subject") if key in self.fields), "")

    def lacks_words(self, fields: Mapping[str, Any]) -> bool:
        """Tell whether *fields* of this value still have what the parser writes in the place of a person's own words."""
        own = self.in_own_words
        return bool(own and _NEUTRAL[own].fullmatch(str(fields.get(own, ""))))

    @property
    def rank(self) -> int:
        """Its place among the values of one record."""
        ranks = [_ORDER.index(field) for field in self.fields if field in _ORDER]
        return min(ranks, default=_ORDER.index("nights"))

    @property
    def at(self) -> tuple[int, int]:
        """Where its first passage stands; in front of everything where it has none."""
        return (self.spans[0].start, self.spans[0].end) if self.spans else (-1, -1)


@dataclass(frozen=True, slots=True)
class Part:
    """One trip of a draft, and the values in it."""

    id: str
    """Local id of the trip in the draft."""
    trip: Mapping[str, Any]
    """What the draft holds of the trip itself, as JSON."""
    block: Mapping[str, Any]
    """The whole block, as JSON."""
    items: tuple[Item, ...]


def parts_of(draft: CodingFile) -> tuple[Part, ...]:
    """Return the trips of *draft*, the main one first; a block that names an authored trip is none of a parser's and is passed over."""
    blocks = [block for block in plain(draft)["trips"] if isinstance(block["trip"], dict)]
    blocks.sort(key=lambda block: not block["trip"].get("main", False))
    return tuple(Part(block["trip"]["id"], block["trip"], block, tuple(_items(block))) for block in blocks)


def _items(block: Json) -> Iterator[Item]:
    """Return the items of one block in their order."""
    names = _names(block)
    ranks = {record: rank for rank, record in enumerate(names)}
    found = [*_lines(block, names), *_quotes(block, names)]
    yield from sorted(found, key=lambda item: (ranks[item.record], not item.is_decisive, 0 if item.is_quote else item.rank, item.at))


def _kinds(block: Json) -> Mapping[str, str]:
    """Return the kind of each record that a line can be about, by local id."""
    lists = {"stops": "stop", "agreements": "agreement", "quoted_experts": "expert"}
    return {"": "trip", **{record["id"]: kind for key, kind in lists.items() for record in block.get(key, ())}}


def _names(block: Json) -> Mapping[str, str]:
    """Return what each record is called for people, by its local id, in the order of the block."""
    names = {"": f"trip of {block['trip']['traveller']}"}
    for stop in block.get("stops", ()):
        names[stop["id"]] = f"stop {stop['id']} ({country_name(stop['country'])})"
        for meeting in stop.get("met", ()):
            local = next(meeting[key] for key in ("id", "person", "organization", "office") if key in meeting)
            names[f"{stop['id']}.{local}"] = f"meeting with {local} at stop {stop['id']}"
    names |= {entry["id"]: f"agreement {entry['id']}" for entry in block.get("agreements", ())}
    names |= {expert["id"]: f"expert {expert['person']}" for expert in block.get("quoted_experts", ())}
    return {**names, "quotes": "quotations of officials and others"}


def _lines(block: Json, names: Mapping[str, str]) -> Iterator[Item]:
    """Return the claim lines; of several that decide about one record the surest does."""
    decisive: dict[str, tuple[float, int]] = {}
    for number, line in enumerate(block["said"]):
        record = line.get("about", "")
        if _DECISIVE & line.keys() and ("." not in record or not decisive.get(record)):
            rank = (-line.get("confidence", 1.0), number)
            decisive[record] = min(decisive.get(record, rank), rank)
        elif "." in record:
            decisive.setdefault(record, (-1.0, number))
    kinds = _kinds(block)
    for number, line in enumerate(block["said"]):
        record = line.get("about", "")
        if record in names:
            fields = {key: value for key, value in line.items() if key in CLAIM_FIELDS or key in _KNOWN_BY}
            yield Item(
                key=f"{block['trip']['id']}.said.{number + 1}",
                trip=block["trip"]["id"],
                record=record,
                about=names[record],
                fields=fields,
                entry=line,
                spans=spans_of(line.get("span")),
                is_decisive=decisive.get(record, (0.0, -1))[1] == number,
                kind=kinds.get(record, "meeting"),
            )


def _quotes(block: Json, names: Mapping[str, str]) -> Iterator[Item]:
    """Return the quotations of experts and of others."""
    trip = block["trip"]["id"]
    for expert in block.get("quoted_experts", ()):
        for number, quote in enumerate(expert["quotes"]):
            yield _quote(f"{trip}.{expert['id']}.{number + 1}", trip, expert["id"], names[expert["id"]], quote)
    for number, quote in enumerate(block.get("quotes", ())):
        yield _quote(f"{trip}.quotes.{number + 1}", trip, "quotes", f"quotation of {quote['person']}", quote)


def _quote(key: str, trip: str, record: str, about: str, quote: Json) -> Item:
    fields: Json = {field: quote[field] for field in _OF_QUOTE if field in quote}
    return Item(key, trip, record, about, fields, quote, spans_of(quote.get("span")))
