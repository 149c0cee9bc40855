"""The forms of values that many fields share, with a name and words for each: ids, texts, dates, spans, counts.

They become `definitions` of the JSON Schemas and a table of the codebook. What they are is said by `diplotrips.schema.fields` and `edtf`.
"""

from __future__ import annotations

import json
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, get_args

from pydantic import TypeAdapter

from diplotrips.schema import fields
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.record import Matches

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema, or a part of one."""

_FORMS: Final[Mapping[str, object]] = MappingProxyType(
    {
        "id": fields.Id,
        "local_id": fields.About,
        "record_id": fields.RecordId,
        "claim_name": fields.ClaimNameText,
        "name": fields.Name,
        "text": fields.Text,
        "date": EdtfDate,
        "interval": EdtfInterval,
        "count": fields.Count,
        "share": fields.Share,
        "span": fields.Span,
        "span_as_key": fields.SpanText,
        "language": fields.Language,
        "script": fields.Script,
        "url": fields.Url,
        "sha256": fields.Sha256,
        "wikidata_id": fields.Wikidata,
        "orcid": fields.Orcid,
        "finding_code": fields.FindingCode,
        "field_name": fields.FieldName,
    }
)

_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "a text of at most 5,000 characters, which may have several lines",
        "date": "a day in EDTF, known as exactly as sources say, such as 2023-04-17 or 2023-04",
        "interval": "from a first to a last day in EDTF, both included, such as 2023-04-17/2023-04-20",
        "count": "a number as a source gives it: 4, about four ~4, three to five 3..5, one or more 1..",
        "share": "a number from 0 to 1",
        "field_name": "the name of a field or variable: lower-case letters, digits and underscores, at most 32",
        "span_as_key": "a span, written as the key of a value",
        "span": "a passage such as 739-932, in characters (code points) counted from 0, the end not included; `diplotrips cite` prints it",
    }
)
"""What is said of a form whose type has no words of its own, or too few."""

ANNOTATIONS: Final = frozenset({"title", "description", "examples", "default"})
"""Keywords that say nothing about which values are right."""


@cache
def forms() -> Mapping[str, Schema]:
    """Return the JSON Schema of each form by its name, with its words as the description."""
    return MappingProxyType({name: {"description": _described(name), **_told(kind)} for name, kind in _FORMS.items()})


def form_of(schema: Schema) -> str:
    """Return the name of the form that says of values just what *schema* says, or "" if there is none."""
    return _by_rules().get(rules_of(schema), "")


def rules_of(schema: Schema) -> str:
    """Return what *schema* says about values, as a text that is the same for the same rules."""
    return json.dumps({word: said for word, said in schema.items() if word not in ANNOTATIONS}, sort_keys=True)


@cache
def _by_rules() -> Mapping[str, str]:
    """Return the name of each form by its rules; of two forms with the same rules the first."""
    return {rules_of(_told(kind)): name for name, kind in reversed(tuple(_FORMS.items()))}


def _told(kind: Any) -> Schema:  # noqa: ANN401  (any annotation)
    """Return what pydantic says of a type."""
    return TypeAdapter(kind).json_schema()


def _described(name: str) -> str:
    """Return the words for a form: its own here, else those of messages."""
    if name in _WORDS:
        return _WORDS[name]
    (what,) = (mark.what for mark in get_args(_FORMS[name])[1:] if isinstance(mark, Matches))
    return str(what)
