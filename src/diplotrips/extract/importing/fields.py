"""Which columns of a released table stand for which key of its records, so that an edited table can come back.

What is not here is worked out from other records, and no cell of it is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, TypeAlias

from diplotrips.extract.importing.cells import UnmappedError
from diplotrips.schema.dates.edtf import EdtfInterval
from diplotrips.schema.dates.reasons import EdtfError
from diplotrips.schema.fields import Count

Row: TypeAlias = Mapping[str, object]
"""A row of a table, with what was edited in it."""

Maker: TypeAlias = Callable[[Row, frozenset[str]], object]
"""Gives the value of a key, None for no key, from a row and the names of the columns that were edited."""


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record, and the columns that stand for it."""

    key: str
    columns: tuple[str, ...]
    value: Maker
    of_document: bool = False
    """Whether it is a key of the document around the trip."""


@dataclass(frozen=True, slots=True)
class Returning:
    """How the rows of a table come back."""

    key: str
    """Column with the id of the record, or of the record that has the list."""
    fields: tuple[Field, ...]
    within: str = ""
    """Key of the list whose items the rows are, by their ordinal; empty where each row is a record."""
    words: tuple[str, ...] = ()
    """Keys of which one is written as a word alone where nothing else of an item is known; where there are two, the first has capitals."""
    names: tuple[str, ...] = ()
    """Columns of which one makes the id of a record that has none of its own."""


def _plain(column: str, row: Row, _edited: frozenset[str]) -> object:
    value = row[column]
    return str(value) if isinstance(value, date) else value


def plain(column: str, key: str = "", *, of_document: bool = False) -> Field:
    """Return the field of a key that is one column."""
    return Field(key or column, (column,), partial(_plain, column), of_document)


def _local(column: str, around: str, row: Row, _edited: frozenset[str]) -> object:
    value = row[column]
    if value is None:
        return None
    above, _, local_id = str(value).rpartition(".")
    if row[around] is not None and above != row[around]:
        raise UnmappedError(f"{column} is {value}, which is not on {row[around]}")
    return local_id


def local(column: str, key: str, around: str = "trip_id") -> Field:
    """Return the field of a key that has a local id, where the column has the released one: with the id of *around* before it."""
    return Field(key, (column,), partial(_local, column, around))


def _end(name: str, row: Row, edited: frozenset[str]) -> str:
    """Return one end of a stretch of days in EDTF: as edited in either of its two columns."""
    day, edtf = row[name], row[f"{name}_edtf"]
    if name in edited and f"{name}_edtf" in edited and str(day or "") != str(edtf or ""):
        raise UnmappedError(f"{name} is {day} and {name}_edtf is {edtf}; edit one of the two")
    if name in edited:
        return str(day) if day is not None else ""
    return str(edtf) if edtf is not None else ""


def _day(name: str, row: Row, edited: frozenset[str]) -> object:
    return _end(name, row, edited) or None


def day(name: str, key: str = "") -> Field:
    """Return the field of a day that may be known inexactly."""
    return Field(key or name, (name, f"{name}_edtf"), partial(_day, name))


def _stretch(row: Row, edited: frozenset[str]) -> object:
    first, last = (_end(name, row, edited) for name in ("first_day", "last_day"))
    if not first and not last:
        return None
    try:
        stretch = EdtfInterval.parse(first if first == last else f"{first}/{last}")
    except EdtfError as error:
        raise UnmappedError(
            f"a stay from {first or 'an unknown day'} to {last or 'an unknown day'} cannot be written; edit both"
        ) from error
    if stretch.is_reversed:
        raise UnmappedError(f"a stay from {first} to {last} ends before it starts")
    return str(stretch)


DATES: Final = Field("dates", ("first_day", "first_day_edtf", "last_day", "last_day_edtf"), _stretch)
"""First and last day, which are one key."""


def _party(country: str, organization: str, row: Row, edited: frozenset[str]) -> object:
    if row[country] is not None and row[organization] is not None:
        told = [name for name in (country, organization) if name in edited]
        if len(told) != 1:
            raise UnmappedError(f"{country} is {row[country]} and {organization} is {row[organization]}; one of the two is empty")
        return row[told[0]]
    return row[country] if row[country] is not None else row[organization]


def party(country: str, organization: str, key: str) -> Field:
    """Return the field of a country or organization, which are two columns."""
    return Field(key, (country, organization), partial(_party, country, organization))


def _number(name: str, row: Row, _edited: frozenset[str]) -> object:
    least, most = row[f"{name}_min"], row[f"{name}_max"]
    if not isinstance(least, int):
        return None
    count = Count(least, most if isinstance(most, int) else None, approximate=bool(row[f"{name}_approximate"]))
    if count.approximate and count.most != count.least:
        told = "has no upper bound" if most is None else f"at most {most}"
        raise UnmappedError(f"{name} is about {least} and {told}; a number that is approximate has no bounds")
    return str(count) if count.approximate or count.most != count.least else least


def counted(name: str) -> Field:
    """Return the field of a number as a source gives it, which is three columns."""
    return Field(name, (f"{name}_min", f"{name}_max", f"{name}_approximate"), partial(_number, name))


_WITHIN: Final = plain("within_edtf", "within")
_NAMES: Final = tuple(map(plain, ("name", "language", "script", "kind")))

RETURNING: Final[Mapping[str, Returning]] = {
    "trips": Returning(
        "trip_id",
        (
            plain("traveller_id", "traveller"),
            plain("office"),
            party("represents_country", "represents_organization", "represents"),
            plain("status"),
            DATES,
            _WITHIN,
            day("left_home"),
            day("back_home"),
            plain("replaces_id", "replaces"),
            plain("certainty"),
            plain("note"),
            plain("reviewed_by_id", "reviewed_by", of_document=True),
            plain("document_note", "note", of_document=True),
        ),
    ),
    "trip_companions": Returning(
        "trip_id", (plain("person_id", "person"), plain("office"), plain("companion_trip_id", "trip")), within="companions"
    ),
    "stops": Returning(
        "stop_id",
        (
            plain("country"),
            plain("kind"),
            plain("status"),
            local("during_stop_id", "during"),
            DATES,
            _WITHIN,
            plain("protocol"),
            plain("certainty"),
            plain("note"),
        ),
    ),
    "stop_places": Returning("stop_id", (plain("place", "name"), DATES, plain("territory")), within="places", words=("name",)),
    "stop_events": Returning("stop_id", (plain("event_id", "event"),), within="events", words=("event",)),
    "meetings": Returning(
        "meeting_id",
        (
            plain("person_id", "person"),
            plain("office"),
            plain("organization_id", "organization"),
            plain("counterpart_country", "of"),
            plain("capacity"),
            plain("channel"),
            local("session_id", "session", "stop_id"),
            DATES,
            plain("note"),
        ),
        names=("person_id", "organization_id", "office"),
    ),
    "agreements": Returning(
        "agreement_id",
        (
            local("stop_id", "stop"),
            plain("title"),
            plain("arrangement"),
            counted("papers"),
            plain("kind"),
            plain("progress"),
            plain("subject"),
            day("agreed_on", "date"),
            plain("note"),
        ),
    ),
    "agreement_parties": Returning(
        "agreement_id",
        (plain("country"), plain("organization_id", "organization"), plain("name"), plain("role")),
        within="parties",
        words=("country", "organization"),
    ),
    "sources": Returning(
        "source_id",
        (
            plain("kind"),
            plain("publisher_id", "publisher"),
            *map(plain, ("title", "title_english", "language", "url", "archived_url")),
            day("archived_on"),
            day("published"),
            *map(plain, ("published_basis", "dateline_place")),
            plain("agency_id", "agency"),
            plain("copied_from_id", "copied_from"),
            day("retrieved"),
            *map(plain, ("text_sha256", "text_chars", "licence", "note")),
        ),
    ),
    "people": Returning("person_id", tuple(map(plain, ("name", "country", "identified", "wikidata", "note")))),
    "people_names": Returning("person_id", _NAMES, within="names"),
    "people_offices": Returning(
        "person_id",
        (
            plain("office"),
            party("office_country", "office_organization_id", "of"),
            day("held_since", "since"),
            day("held_until", "until"),
            plain("acting"),
        ),
        within="offices",
    ),
    "organizations": Returning(
        "organization_id", (*map(plain, ("name", "kind", "country")), plain("owner_id", "owner"), plain("wikidata"), plain("note"))
    ),
    "organization_names": Returning("organization_id", _NAMES, within="names"),
    "events": Returning("event_id", (plain("name"), plain("body_id", "body"), plain("country"), DATES, plain("note"))),
    "coders": Returning("coder_id", (*map(plain, ("name", "kind", "orcid")), plain("coder_version", "version"), plain("note"))),
}
"""Tables that can come back, by name."""

REGISTERS: Final[Mapping[str, str]] = {
    "sources": "source",
    "people": "person",
    "organizations": "organization",
    "events": "event",
    "coders": "coder",
}
"""Registers whose entries a table has, with the kind of their records; every other table is of trip documents."""

ORDINAL: Final = "ordinal"
"""Column with the place of an item in its list."""
