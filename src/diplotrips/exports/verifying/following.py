"""Whether the rows that follow from something else in a release are the ones that follow: from the documents, and from other tables.

What follows from documents is the same for one version of the record format. What follows from other tables is held to this version of the
package, so only releases that it made itself are. Neither is asked where something else is wrong already.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from diplotrips.exports.verifying.damage import Damage, with_more
from diplotrips.findings import Place
from diplotrips.schema.dataset import Dataset, Entry
from diplotrips.schema.document import TripDocument
from diplotrips.schema.flatten import add_derived, flatten
from diplotrips.schema.flatten.tables import key_of
from diplotrips.schema.rows import TABLES
from diplotrips.schema.tree import Node

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from diplotrips.exports.verifying.stored import StoredTable

    Rows = Mapping[str, Sequence[dict[str, Any]]]
    """Rows of each table by its name."""

DERIVED: Final = ("trips_flat", "country_days")

_OF_DOCUMENTS: Final = frozenset(
    {
        *("trips", "trip_companions", "stops", "stop_places", "stop_events", "meetings", "agreements", "agreement_parties"),
        *("quoted_experts", "quotes", "quote_spans", "claims", "claim_passages", "claim_spans"),
    }
)
"""Tables in which nothing stands but what documents say; in these there is no further row."""

_SHARED: Final = ("record_codes", "external_ids", "extras")
"""Tables in which registers have rows as well."""

_OF_REGISTERS: Final = frozenset({"n_sources", "n_independent", "language", "sha256", "value_type"})
"""Columns that documents alone do not tell, but sources, texts and declarations with them."""


def unlike_documents(documents: Sequence[Mapping[str, Any]], tables: Mapping[str, StoredTable], rows: Rows, file: str) -> Iterator[Damage]:
    """Return where the tables have other rows than follow from the *documents*, which hold to their schema."""
    try:
        entries = tuple(Entry(TripDocument.model_validate(document), Node(Place(file))) for document in documents)
        follows = flatten(Dataset(trips=entries))
    except (RecursionError, ValueError) as error:
        yield Damage(file, f"a document cannot be taken for a trip: {str(error).splitlines()[0]}")
        return
    for name in (*sorted(_OF_DOCUMENTS), *_SHARED):
        if name in tables:
            known = [column for column in TABLES[name].names if column not in _OF_REGISTERS]
            compared = _Compared(tables[name], rows[name], follows[name], known, "the documents")
            yield from (Damage(file, reason) for reason in compared.differences(is_whole=name in _OF_DOCUMENTS))


def wrong_derived(tables: Mapping[str, StoredTable], rows: Rows) -> Iterator[Damage]:
    """Return where the tables for analysis have other rows than follow from the other tables, as this version of the package makes them."""
    if any(name not in tables or _declared(name) != _stored(tables[name]) for name in TABLES):
        return
    try:
        follows = add_derived(rows)
    except KeyError as error:
        yield Damage(f"{DERIVED[0]}.parquet", f"it cannot follow from the other tables, in which there is no {error.args[0]}")
        return
    for name in DERIVED:
        compared = _Compared(tables[name], rows[name], follows[name], TABLES[name].names, "the other tables")
        yield from (Damage(f"{name}.parquet", reason) for reason in compared.differences(is_whole=True))


def _declared(name: str) -> list[tuple[str, str]]:
    return [(column.name, str(column.type)) for column in TABLES[name].columns]


def _stored(table: StoredTable) -> list[tuple[str, str]]:
    return [(column.name, str(column.type)) for column in table.columns]


@dataclass(frozen=True, slots=True)
class _Compared:
    """A table and what it should be."""

    table: StoredTable
    rows: Sequence[dict[str, Any]]
    """Its rows."""
    follows: Sequence[dict[str, Any]]
    """The rows that should be there."""
    known: Collection[str]
    """Columns that follow."""
    whence: str
    """From what."""

    def differences(self, *, is_whole: bool) -> Iterator[str]:
        """Return how the table differs from what it should be; where it *is_whole*, any further row is one too many."""
        columns = [name for name in self.table.values.column_names if name in self.known]
        if not set(self.table.key) <= set(columns):
            return
        expected = {key_of(row, self.table.key): row for row in self.follows}
        places = {key_of(row, self.table.key): at for at, row in enumerate(self.rows)}
        file = self.table.file
        if lost := [row for key, row in expected.items() if key not in places]:
            named = ", ".join(f"{name} {lost[0][name]}" for name in self.table.key)
            yield with_more(f"{file} has no row of {named}, which follows from {self.whence}", len(lost))
        if more := [at for key, at in places.items() if is_whole and key not in expected]:
            yield with_more(f"{self.table.row(more[0])} of {file} does not follow from {self.whence}", len(more))
        both = [(at, expected[key]) for key, at in places.items() if key in expected]
        for name in columns:
            if other := [(at, row[name]) for at, row in both if self.rows[at][name] != row[name]]:
                at, value = other[0]
                found = f"{name} of {self.table.row(at)} of {file} is {_told(self.rows[at][name])}"
                yield with_more(f"{found}, and {_told(value)} follows from {self.whence}", len(other))


def _told(value: object) -> str:
    """Return a value as a message has it."""
    return "empty" if value is None else str(value)
