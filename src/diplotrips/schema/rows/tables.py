"""The list of all released tables, with their fields expanded to columns, and what each column means.

Cheap to import: nothing but annotations is read. The descriptions stand in the source below the fields and are read when asked for.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from types import MappingProxyType, UnionType
from typing import TYPE_CHECKING, Annotated, Union, get_args, get_origin, get_type_hints

from diplotrips.schema.rows.changes import Changes
from diplotrips.schema.rows.claims import ClaimPassages, Claims, ClaimSpans, ConflictClaims, Conflicts, ImpliedDays
from diplotrips.schema.rows.columns import Code, Column, Day, Form, Part, Parts, Refers, Rows, Table, Type, Unit
from diplotrips.schema.rows.derived import CountryDays, TripsFlat
from diplotrips.schema.rows.ledger import Coverage, CoverageSources, DecisionClaims, Decisions, Waivers, Withdrawn
from diplotrips.schema.rows.outcomes import AgreementParties, Agreements, QuotedExperts, Quotes, QuoteSpans
from diplotrips.schema.rows.reference import Codelists, Countries, ExternalIds, Extras, RecordCodes
from diplotrips.schema.rows.registers import Coders, Events, OrganizationNames, Organizations, People, PeopleNames, PeopleOffices, Sources
from diplotrips.schema.rows.trips import Meetings, StopEvents, StopPlaces, Stops, TripCompanions, Trips

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DECLARED: tuple[type[Rows], ...] = (
    Trips,
    TripCompanions,
    Stops,
    StopPlaces,
    StopEvents,
    Meetings,
    Agreements,
    AgreementParties,
    QuotedExperts,
    Quotes,
    QuoteSpans,
    Sources,
    People,
    PeopleNames,
    PeopleOffices,
    Organizations,
    OrganizationNames,
    Events,
    Coders,
    Claims,
    ClaimPassages,
    ClaimSpans,
    Conflicts,
    ConflictClaims,
    ImpliedDays,
    Decisions,
    DecisionClaims,
    Waivers,
    Coverage,
    CoverageSources,
    Withdrawn,
    Changes,
    RecordCodes,
    ExternalIds,
    Extras,
    Countries,
    Codelists,
    TripsFlat,
    CountryDays,
)

_TYPES: dict[object, Type] = {str: Type.STRING, int: Type.INT32, float: Type.DOUBLE, bool: Type.BOOL, Day: Type.DAY}


def _table(declared: type[Rows]) -> Table:
    """Return the table that *declared* describes."""
    hints = get_type_hints(declared, include_extras=True)
    fields = ((field, hints[field]) for field in declared.__annotations__)
    columns = tuple(_column(field + part.suffix, part.type) for field, annotation in fields for part in _parts(annotation))
    return Table(declared.table_name(), declared.key, columns)


def _parts(annotation: object) -> tuple[Part, ...]:
    """Return the columns that a field of this annotation expands to; most are one."""
    if get_origin(annotation) is Annotated:
        found = [mark.parts for mark in get_args(annotation)[1:] if isinstance(mark, Parts)]
        if found:
            return found[0]
    return (Part("", annotation, ""),)


def _column(name: str, annotation: object) -> Column:
    """Return the column that *annotation* describes: `X`, `X | None`, with or without marks."""
    options = [option for option in get_args(annotation) if option is not type(None)]
    nullable = get_origin(annotation) in {Union, UnionType}
    plain = options[0] if nullable else annotation
    python_type, *marks = get_args(plain) if get_origin(plain) is Annotated else (plain,)
    said = {type(mark): mark for mark in marks}
    form, code, refers, unit = (said.get(kind) for kind in (Form, Code, Refers, Unit))
    return Column(
        name,
        _TYPES[python_type],
        nullable,
        pattern=form.pattern if isinstance(form, Form) else "",
        codelist=code.list_name if isinstance(code, Code) else "",
        refers=refers.tables if isinstance(refers, Refers) else (),
        unit=unit.unit if isinstance(unit, Unit) else "",
    )


TABLES: Mapping[str, Table] = MappingProxyType({table.name: table for table in map(_table, _DECLARED)})
"""Every released table by name, the most asked for first."""


@cache
def table_description(table_name: str) -> str:
    """Return what one row of the table is, in a sentence or two."""
    return inspect.cleandoc(_declared(table_name).__doc__ or "")


@cache
def column_descriptions(table_name: str) -> Mapping[str, str]:
    """Return what each column of the table means, in one paragraph each, in the order of the columns."""
    declared = _declared(table_name)
    hints = get_type_hints(declared, include_extras=True)
    texts = dict(_texts(declared))
    return MappingProxyType({field + part.suffix: _described(texts[field], part) for field in texts for part in _parts(hints[field])})


def _declared(table_name: str) -> type[Rows]:
    """Return the class that declares the table."""
    return next(declared for declared in _DECLARED if declared.table_name() == table_name)


def _described(text: str, part: Part) -> str:
    """Return the description of one of the columns of a field."""
    return f"{text.removesuffix('.')}{part.tail}." if part.tail else text


def _texts(declared: type[Rows]) -> Iterator[tuple[str, str]]:
    """Return every field of the class with the text that stands below it."""
    (body,) = (node.body for node in _module(declared.__module__).body if isinstance(node, ast.ClassDef) and node.name == declared.__name__)
    for field, text in pairwise(body):
        match (field, text):
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                yield name, " ".join(words.split())


@cache
def _module(name: str) -> ast.Module:
    """Return the source of a module of this package, parsed."""
    return ast.parse(inspect.getsource(sys.modules[name]))
