"""What the columns of a list mean, so that `diplotrips import` can make records of it: a file of its own, beside the list.

The words that a column can be given stand in `TARGETS`. How a cell is read by them is told in `extract.importing`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field, Tag

from diplotrips.schema.fields import CountryCode, Id, Language, Name, OrganizationKind, SchemaVersion, SourceKind, Text, Variable, by_shape
from diplotrips.schema.record import Many, Matches, OneOf, Opt, Record

if TYPE_CHECKING:
    from collections.abc import Mapping

TARGETS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ignored": "nothing: the column is left out on purpose",
        "traveller": "name or id of the person who travels",
        "person_external_id": "id of that person in the scheme that `scheme` names",
        "office": "office that the traveller held",
        "represents": "country or organization on whose behalf the traveller goes",
        "journey": "rows with the same text are one journey of their traveller",
        "trip_id": "id for the trip",
        "status": "how far the visit has got",
        "country": "country visited",
        "places": "towns or sites visited",
        "territory": "contested, autonomous or dependent territory visited",
        "dates": "first to last day, in whatever form",
        "first_day": "first day",
        "last_day": "last day",
        "within": "window in which the visit lies, such as its year, for rows that give no days",
        "days": "length in days",
        "kind": "kind of stop",
        "protocol": "rank of the visit",
        "purposes": "what the visit was for",
        "did": "what the traveller did; Yes, No and blank for the one activity that `code` names",
        "event": "name of an event attended",
        "met": "names of people met",
        "certainty": "how sure the list is",
        "stop_external_id": "id of the visit in the scheme that `scheme` names",
        "record": "id of the recorded trip or stop that the row is about; in a row of statements of any record of a trip",
        "date": "day of the agreement; in a row of statements a day of the stop that it is about",
        "agreement_id": "id for the agreement within its trip",
        "parties": "countries and organizations that agree",
        "progress": "how far the agreement has got",
        "agreement_kind": "kind of agreement",
        "arrangement": "how more than two parties stand to each other",
        "papers": "number of papers",
        "title": "name of the paper",
        "subject": "what the agreement is about",
        "topics": "the same as codes",
        "source": "id of the registered source that makes the statement, where it is not the list itself",
        "field": "field of which the statement is, such as `first_day` or `places`, or `exists`",
        "value": "what the source says of it",
        "mode": "whether the source says that it is so, planned, denied or possible",
        "part": "part of the source in which it stands",
        "locator": "page, minute or row of the source",
        "note": "whatever a reader should know",
        "extra": "a variable of the project's own, which `variable` names",
    }
)
"""What a column can be, in the order of the page."""

CODELIST_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "office": "offices",
        "status": "trip_statuses",
        "territory": "territories",
        "kind": "stop_kinds",
        "protocol": "protocols",
        "purposes": "purposes",
        "did": "activities",
        "certainty": "certainty",
        "progress": "progress",
        "agreement_kind": "agreement_kinds",
        "arrangement": "arrangements",
        "topics": "topics",
        "mode": "claim_modes",
        "part": "claim_parts",
    }
)
"""Code list by target, of those that take codes."""

_WHERE: Final = ("ignored", "record", "traveller", "person_external_id", "country", "date", "note")
_OF_AGREEMENT: Final = ("agreement_id", "parties", "progress", "agreement_kind", "arrangement", "papers", "title", "subject", "topics")
_OF_CLAIM: Final = ("source", "field", "value", "mode", "part", "locator")
_OF_VISIT: Final = tuple(each for each in TARGETS if each not in {"record", "date", *_OF_AGREEMENT, *_OF_CLAIM})

TARGETS_OF: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"stop": _OF_VISIT, "trip": _OF_VISIT, "agreement": (*_WHERE, *_OF_AGREEMENT), "claim": (*_WHERE, *_OF_CLAIM)}
)
"""What a column can be, by what a row is."""

ABOUT_RECORDED: Final = frozenset({"agreement", "claim"})
"""Rows that are about trips which are recorded already."""

CONSTANTS: Final = (
    *("traveller", "office", "represents", "status", "country", "kind", "protocol"),
    *("record", "parties", "progress", "agreement_kind", "arrangement", "source", "field", "mode", "part"),
)
"""Targets that can be the same in all rows."""

_Target = Annotated[str, Matches("|".join(TARGETS), "what a column can be, such as country, dates, note or ignored", (), longest=32)]
_Constant = Annotated[str, Matches("|".join(CONSTANTS), "what can be the same in all rows, such as traveller or office", (), longest=32)]
_Order = Annotated[str, Matches("day-first|month-first", "day-first or month-first", (), longest=32)]
_Row = Annotated[str, Matches("stop|trip|agreement|claim", "stop, trip, agreement or claim", (), longest=32)]


class ColumnRule(Record):
    """What a column means, and how its cells are read."""

    to: _Target
    """What the column is."""

    codes: Opt[dict[Name, Id]] = None
    """What cells say, in any case, and the code that it means."""

    otherwise: Opt[Id] = None
    """Code for whatever is in no list; the text of the cell then goes to the note."""

    code: Opt[Id] = None
    """The one activity, purpose or other code of which the column says Yes, No or nothing."""

    denies: Annotated[bool, Field(strict=True)] = True
    """Whether No says that what `code` names did not happen; else such a cell goes to the note."""

    split: Opt[Name] = None
    """Sign between several values in one cell."""

    blank: Many[Name] = ()
    """Texts that say nothing in this column, beside those of the whole list."""

    down: Annotated[bool, Field(strict=True)] = False
    """Whether an empty cell repeats the one above it."""

    label: Opt[Name] = None
    """What stands before the text in a note."""

    scheme: Opt[Annotated[str, OneOf("external_id_schemes")]] = None
    """Scheme of an id."""

    order: Opt[_Order] = None
    """Which number of `3/4/2021` is the day, where this column has another order than the list."""

    of: Opt[CountryCode] = None
    """Country of the people met; absent means the country visited, `ZZ` unknown."""

    variable: Opt[Variable] = None
    """Name of the project's own variable."""


class ListedIn(Record):
    """The list as a source."""

    kind: SourceKind = "dataset"
    """What kind of source it is."""

    title: Opt[Name] = None
    """Its title."""

    language: Language = "en"
    """Its language."""


class UnlistedOrganization(Record):
    """An organization that the list writes about and that the register may not have."""

    id: Id
    """Its id in the register."""

    kind: OrganizationKind = "igo"
    """What kind of organization it is, if the register does not have it yet."""


class ImportMapping(Record):
    """A file that says what the columns of a list mean."""

    schema_version: Annotated[SchemaVersion, Field(alias="schema")]
    """Version of the record format; 1."""

    title: Name
    """Which lists it is for."""

    note: Opt[Text] = None
    """What those who use it should know."""

    row: _Row
    """What one row is: `stop`, one country visited; `trip`, a journey with all its countries in one cell; `agreement`, one made on a trip
    that has a record; `claim`, what one source says of one field of a record."""

    gap_days: Annotated[int, Field(ge=0, le=30)] = 1
    """Days from the last day of one row to the first day of the next at which both are still one journey of their traveller."""

    order: Opt[_Order] = None
    """Which number of `3/4/2021` is the day; absent, such a date is refused."""

    blank: Many[Name] = ()
    """Texts that say nothing, such as `TBD`; empty cells say nothing anyway."""

    source: ListedIn = Field(default_factory=ListedIn)
    """The list as a source, for the register if it is not there yet."""

    constants: dict[_Constant, Name] = Field(default_factory=dict)
    """What is the same in all rows and stands in no column."""

    countries: dict[Name, CountryCode] = Field(default_factory=dict)
    """Names that the list has for countries and that are not known otherwise."""

    organizations: dict[Name, Annotated[Annotated[Id, Tag("word")] | Annotated[UnlistedOrganization, Tag("entry")], by_shape]] = Field(
        default_factory=dict
    )
    """Ids of the organizations that travellers of the list represent, by the names that it has for them."""

    people: dict[Name, Id] = Field(default_factory=dict)
    """Ids of people by the names that the list has for them, where no id can be made of the name."""

    columns: dict[Name, Annotated[Annotated[_Target, Tag("word")] | Annotated[ColumnRule, Tag("entry")], by_shape]]
    """What each column is, by its name in the first row; `SourceLink*` stands for all columns whose names begin so."""
