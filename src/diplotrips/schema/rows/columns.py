"""What a column of a released table can be, and the words in which tables are declared.

A table is a class of `Rows` with one annotation a field. Most fields are one column; a `Dated` field is five, a `Country` two. The text
under a field is its description, in the Arrow metadata, the JSON Schema and the dictionary alike. No table is declared here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Protocol

from diplotrips.schema.countries import COUNTRY_PATTERN
from diplotrips.schema.dates.patterns import DATE_PATTERN, INTERVAL_PATTERN
from diplotrips.schema.fields import ID_PATTERN


class Type(StrEnum):
    """The types that every reader loads alike (pandas, polars, DuckDB, Arrow and nanoparquet in R, Spark)."""

    STRING = "string"
    INT32 = "int32"
    DOUBLE = "double"
    BOOL = "bool"
    DAY = "date32"


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a text, as a pattern that covers it from end to end."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a published list. The list is open: a reader has to accept codes that it does not know."""

    list_name: str


class Refers:
    """A foreign key: the value is a key of one of these tables."""

    def __init__(self, *tables: str) -> None:
        self.tables = tables


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts."""

    unit: str


@dataclass(frozen=True, slots=True)
class Part:
    """One of the columns that a field expands to."""

    suffix: str
    type: object
    tail: str
    """What is added to the description of the field."""


class Parts:
    """Marks a field that expands to several columns."""

    def __init__(self, *parts: Part) -> None:
        self.parts = parts


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a released table."""

    name: str
    type: Type
    nullable: bool
    """Whether null is a value; the key is there all the same."""
    pattern: str = ""
    """The form of its texts, to be matched from end to end; empty for free text."""
    codelist: str = ""
    """Name of the (open) code list."""
    refers: tuple[str, ...] = ()
    """Tables of which one has the value as its key."""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One released table, with its columns in the order in which they are written."""

    name: str
    key: tuple[str, ...]
    """The columns that no two rows share and by which rows are sorted."""
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(column.name for column in self.columns)


class Leading(Protocol):
    """A column that may hold keys of other tables, declared or as a release has it."""

    @property
    def name(self) -> str:
        """Name of the column."""

    @property
    def refers(self) -> tuple[str, ...]:
        """Tables of which one has the value as its key."""


class Keyed(Protocol):
    """A table with a key, declared or as a release has it."""

    @property
    def name(self) -> str:
        """Name of the table."""

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that no two rows share."""


def leads_to(column: Leading, table: Keyed) -> tuple[str, ...]:
    """Return the tables of which a column of *table* holds keys; none where it begins the table's own key."""
    return () if table.key[:1] == (column.name,) and column.refers == (table.name,) else column.refers


class Rows:
    """A released table, declared: subclass it with the columns of the key, and annotate one name a field."""

    key: ClassVar[tuple[str, ...]]

    def __init_subclass__(cls, *, key: tuple[str, ...]) -> None:
        cls.key = key

    @classmethod
    def table_name(cls) -> str:
        """Return the name of the table: the class's in snake_case."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


CODE_FORM = ID_PATTERN
RECORD_FORM = rf"{ID_PATTERN}(?:\.{ID_PATTERN}){{0,2}}"

Day = date
"""A calendar day of the place, without time zone."""

Text = str
Id = Annotated[str, Form(ID_PATTERN)]
RecordId = Annotated[str, Form(RECORD_FORM)]
Sha256 = Annotated[str, Form("[0-9a-f]{64}")]
Name = Annotated[str, Form("[a-z][a-z0-9_]{0,31}")]
"""A name of a field, column or variable."""
EdtfText = Annotated[str, Form(rf"\.\.|{DATE_PATTERN[1:-1]}")]
IntervalText = Annotated[str, Form(INTERVAL_PATTERN[1:-1])]
CountryText = Annotated[str, Form(COUNTRY_PATTERN[1:-1]), Refers("countries")]
Iso3 = Annotated[str, Form("[A-Z]{3,4}")]
Precision = Annotated[str, Form(CODE_FORM), Code("precisions")]

Dated = Annotated[
    date | None,
    Parts(
        Part("", Day | None, "; null unless the record, after decisions, has it to the day; `conflicts` has where sources disagree"),
        Part("_earliest", Day | None, ": earliest possible day; null where there is no bound"),
        Part("_latest", Day | None, ": latest possible day; null where there is no bound"),
        Part("_precision", Precision | None, ": how exactly it is known; null where nothing is said"),
        Part("_edtf", EdtfText | None, ", as recorded, in EDTF; `..` for an end that is still open, null where nothing is said"),
    ),
]
"""A day that may be known inexactly: five columns."""

Window = Annotated[
    str | None,
    Parts(
        Part("_earliest", Day | None, ": earliest possible day"),
        Part("_latest", Day | None, ": latest possible day"),
        Part("_edtf", IntervalText | None, ", as recorded, in EDTF"),
    ),
]
"""From one day to another, or a day known inexactly, of which bounds are enough: three columns."""

AsSaid = Annotated[
    str | None,
    Parts(
        Part("", Day | None, "; null unless it is known to the day"),
        Part("_edtf", EdtfText | None, ", as recorded, in EDTF"),
    ),
]
"""A day of keeping the records, such as that of a decision: two columns."""

Counted = Annotated[
    int | None,
    Parts(
        Part("_min", int | None, ": at least"),
        Part("_max", int | None, ": at most; null where no upper bound is given"),
        Part("_approximate", bool | None, ": true where it is said to be about so many"),
    ),
]
"""A number as a source gives it: three columns."""

Country = Annotated[
    str,
    Parts(
        Part("", CountryText, ": ISO 3166-1 alpha-2, of former states the four letters of ISO 3166-3; `XK` Kosovo, `ZZ` unknown"),
        Part("_iso3", Iso3, ": the same in three letters, which no program takes for a missing value as it may take `NA` (Namibia)"),
    ),
]
MaybeCountry = Annotated[
    str | None,
    Parts(
        Part("", CountryText | None, ": ISO 3166-1 alpha-2, of former states the four letters of ISO 3166-3; `XK` Kosovo, `ZZ` unknown"),
        Part("_iso3", Iso3 | None, ": the same in three letters"),
    ),
]
"""A country: two columns."""

TripId = Annotated[RecordId, Refers("trips")]
StopId = Annotated[RecordId, Refers("stops")]
MeetingId = Annotated[RecordId, Refers("meetings")]
AgreementId = Annotated[RecordId, Refers("agreements")]
ExpertId = Annotated[RecordId, Refers("quoted_experts")]
QuoteId = Annotated[Id, Refers("quotes")]
SourceId = Annotated[Id, Refers("sources")]
PersonId = Annotated[Id, Refers("people")]
OrganizationId = Annotated[Id, Refers("organizations")]
EventId = Annotated[Id, Refers("events")]
CoderId = Annotated[Id, Refers("coders")]
CoverageId = Annotated[Id, Refers("coverage")]
DecisionId = Annotated[Id, Refers("decisions")]
WaiverId = Annotated[Id, Refers("waivers")]
ClaimId = Annotated[Id, Refers("claims")]
ConflictId = Annotated[Id, Refers("conflicts")]
ON_TRIPS = ("trips", "stops", "meetings", "agreements", "quoted_experts")
OnTripId = Annotated[RecordId, Refers(*ON_TRIPS)]
AnyId = Annotated[RecordId, Refers(*ON_TRIPS, "sources", "people", "organizations", "events", "coders", "coverage", "decisions", "waivers")]
Office = Annotated[str, Form(CODE_FORM), Code("offices")]
FindingCode = Annotated[str, Form("DT[0-9]{3}")]
NumberOfSources = Annotated[int, Unit("sources")]
NumberOfVoices = Annotated[int, Unit("voices")]
RecordKind = Annotated[str, Form(CODE_FORM), Code("record_kinds")]
