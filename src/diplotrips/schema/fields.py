"""The types of fields: ids, texts, codes, spans and counts. What makes them strict is in `record`, dates are in `edtf`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Discriminator, Field, Tag
from pydantic_core import core_schema

from diplotrips.schema.record import Many, Matches, OneOf, parsed_text
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

ID_PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*"
LONGEST_ID = 80
"""Characters of an id at most."""

Id = Annotated[str, Matches(ID_PATTERN, "an id (lower-case letters, digits and single hyphens)", ("sergey-lavrov",), longest=LONGEST_ID)]
RecordId = Annotated[
    str,
    Matches(
        rf"{ID_PATTERN}(?:\.{ID_PATTERN}){{0,2}}",
        "the id of a record, such as trip-id or trip-id.local-id",
        ("lavrov-2023-04-latin-america.cu",),
    ),
]
About = Annotated[str, Matches(rf"{ID_PATTERN}(?:\.{ID_PATTERN})?", "a local id, such as cu or cu.raul-castro", ("cu.raul-castro",))]
Text = Annotated[str, Matches("[^ \\t\\r\\n]", "a text", (), whole=False, longest=5000)]
Name = Annotated[str, Matches("[^ \\t\\r\\n](?:[^\\t\\r\\n]*[^ \\t\\r\\n])?", "a name on one line, without spaces around it", ())]
Language = Annotated[str, Matches("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "a language tag such as en or pt-BR", ("en", "es"), longest=35)]
Script = Annotated[str, Matches("[A-Z][a-z]{3}", "a script code such as Latn or Cyrl", ("Latn",))]
Url = Annotated[
    str, Matches("https?://[!-~]+", "a web address that begins with http:// or https://", ("https://example.org/news/1",), longest=2000)
]
Sha256 = Annotated[str, Matches("[0-9a-f]{64}", "a SHA-256 in 64 lower-case hexadecimal digits", ("0" * 64,), longest=64)]
Wikidata = Annotated[str, Matches("Q[1-9][0-9]*", "a Wikidata id such as Q58217", ("Q58217",), longest=15)]
Orcid = Annotated[
    str, Matches("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]", "an ORCID such as 0000-0002-1825-0097", ("0000-0002-1825-0097",), longest=19)
]
FindingCode = Annotated[str, Matches("DT[0-9]{3}", "the code of a check, such as DT201", ("DT201",), longest=5)]
Variable = Annotated[
    str,
    Matches(
        "[a-z][a-z0-9_]{0,31}", "a variable name: lower-case letters, digits, underscores, at most 32", ("delegation_size",), longest=32
    ),
]
FieldName = Annotated[str, Matches("[a-z][a-z0-9_]{0,31}", "the name of a field", ("route",), longest=32)]
CountryCode = Annotated[str, OneOf("countries")]
Office = Annotated[str, OneOf("offices")]
TripStatus = Annotated[str, OneOf("trip_statuses")]
Certainty = Annotated[str, OneOf("certainty")]
StopKind = Annotated[str, OneOf("stop_kinds")]
Territory = Annotated[str, OneOf("territories")]
Purpose = Annotated[str, OneOf("purposes")]
Protocol = Annotated[str, OneOf("protocols")]
Activity = Annotated[str, OneOf("activities")]
Topic = Annotated[str, OneOf("topics")]
Capacity = Annotated[str, OneOf("capacities")]
Channel = Annotated[str, OneOf("channels")]
PartyRole = Annotated[str, OneOf("party_roles")]
Arrangement = Annotated[str, OneOf("arrangements")]
AgreementKind = Annotated[str, OneOf("agreement_kinds")]
Progress = Annotated[str, OneOf("progress")]
Manner = Annotated[str, OneOf("quote_manners")]
Speaker = Annotated[str, OneOf("quote_speakers")]
ClaimNameText = Annotated[
    str,
    Matches(
        rf"{ID_PATTERN}(?::{ID_PATTERN}(?::[^\r\n]+)?)?",
        "the name of a claim: source, source:part or source:part:value",
        ("havana-2023-04:headline:under-way",),
        longest=500,
    ),
]
CoderKind = Annotated[str, OneOf("coder_kinds")]
Extent = Annotated[str, OneOf("extents")]
NameKind = Annotated[str, OneOf("name_kinds")]
OrganizationKind = Annotated[str, OneOf("organization_kinds")]
PublishedBasis = Annotated[str, OneOf("published_bases")]
RecordKind = Annotated[str, OneOf("record_kinds")]
SourceKind = Annotated[str, OneOf("source_kinds")]
VariableType = Annotated[str, OneOf("variable_types")]
Verdict = Annotated[str, OneOf("verdicts")]
ClaimBasis = Annotated[str, OneOf("claim_bases")]
ClaimMode = Annotated[str, OneOf("claim_modes")]
ClaimPart = Annotated[str, OneOf("claim_parts")]
KindOfStopOrAgreement = Annotated[str, OneOf("stop_kinds", "agreement_kinds")]
ExternalIds = dict[Annotated[str, OneOf("external_id_schemes")], Name]
Extra = dict[Variable, str | bool | int | float]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
SchemaVersion = Annotated[int, Field(ge=SCHEMA_VERSION, le=SCHEMA_VERSION, json_schema_extra={"examples": [SCHEMA_VERSION]})]


def is_id(text: str) -> bool:
    """Tell whether *text* can be an id."""
    return len(text) <= LONGEST_ID and bool(re.fullmatch(ID_PATTERN, text))


def id_from(name: str) -> str:
    """Return the id that a name suggests: its letters and digits in lower case, without accents; empty if it has none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of a source: code points of its text as read, counted from 0, half-open."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"

    @classmethod
    def parse(cls, text: str) -> Span:
        """Return the span written as `start-end`.

        Raises:
            ValueError: *text* is not two whole numbers with a hyphen between them.
        """
        match = re.fullmatch(_SPAN, text)
        if not match:
            raise ValueError(text)
        start, end = text.split("-")
        return cls(int(start), int(end))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: Callable[..., Any]) -> core_schema.CoreSchema:
        return parsed_text(cls.parse, _SPAN, "a span such as 739-932", ("739-932",))


_SPAN = "(?:0|[1-9][0-9]{0,7})-[1-9][0-9]{0,7}"


@dataclass(frozen=True, slots=True)
class Count:
    """A number as a source gives it: `4`, about four (`~4`), three to five (`3..5`), one or more (`1..`)."""

    least: int
    most: int | None
    """None where the source gives no upper bound."""
    approximate: bool = False

    def __str__(self) -> str:
        if self.approximate:
            return f"~{self.least}"
        if self.most is None:
            return f"{self.least}.."
        return str(self.least) if self.least == self.most else f"{self.least}..{self.most}"

    @classmethod
    def parse(cls, value: str | int) -> Count:
        """Return the count written as *value*.

        Raises:
            ValueError: *value* is none of the four forms.
        """
        text = str(value)
        if isinstance(value, bool) or not re.fullmatch(_COUNT, text):
            raise ValueError(text)
        if text.startswith("~"):
            return cls(int(text[1:]), int(text[1:]), approximate=True)
        least, dots, most = text.partition("..")
        if not dots:
            return cls(int(least), int(least))
        return cls(int(least), int(most) if most else None)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: Callable[..., Any]) -> core_schema.CoreSchema:
        number = core_schema.no_info_after_validator_function(cls.parse, core_schema.int_schema(ge=0, le=999_999, strict=True))
        words = parsed_text(cls.parse, _COUNT, "a count such as 4, ~4, 3..5 or 1..", ("~4", "3..5", "1.."))
        return core_schema.tagged_union_schema(
            {"number": number, "words": words},
            discriminator=lambda given: "words" if isinstance(given, str) else "number",
            serialization=core_schema.to_string_ser_schema(),
        )


SpanText = Annotated[str, Matches(_SPAN, "a span such as 739-932", ("739-932",), longest=17)]

_COUNT = "~?(?:0|[1-9][0-9]{0,5})|(?:0|[1-9][0-9]{0,5})\\.\\.(?:0|[1-9][0-9]{0,5})?"


def _shape(value: object) -> str:
    """Tell the branch of a field that is a word or something bigger: `word`, `list` or `entry`."""
    if isinstance(value, str | Span):
        return "word"
    return "list" if isinstance(value, list | tuple) else "entry"


by_shape = Discriminator(_shape)
"""Chooses the branch of a union by the shape of the value, so that errors name only the branch that was meant."""

Route = Many[Annotated[Annotated[Id, Tag("word")] | Annotated[Many[Id], Tag("list"), Field(min_length=2)], by_shape]]
"""Stop ids in the order of travel; an inner list holds stops whose order among themselves is not known."""


def groups(route: Route | None) -> list[tuple[str, ...]]:
    """Return a route as groups of stops whose order among themselves is not known, most of them of one; an absent one has none."""
    return [(item,) if isinstance(item, str) else item for item in route or ()]


Spans = Annotated[Annotated[Span, Tag("word")] | Annotated[Many[Span], Tag("list"), Field(min_length=1)], by_shape]
"""One passage, or several where a quotation is split or a value needs two passages."""


def _is_country(value: object) -> str:
    """Tell whether a party is meant as a country (begins with a capital letter) or as an organization."""
    return "country" if isinstance(value, str) and value[:1].isupper() else "organization"


CountryOrOrganization = Annotated[Annotated[CountryCode, Tag("country")] | Annotated[Id, Tag("organization")], Discriminator(_is_country)]
"""A country code, or the id of an organization: capitals tell them apart."""
