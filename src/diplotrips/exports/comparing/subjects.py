"""What each released table holds, as far as a comparison has to know: records, parts of records, or what follows from other tables.

A table that is not named here, of a later release, is compared row by row as parts of no record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.exports.comparing.snapshots import Row, Snapshot

RECORDS: Final[Mapping[str, str]] = {
    "trips": "trip",
    "stops": "stop",
    "meetings": "meeting",
    "agreements": "agreement",
    "quoted_experts": "quoted-expert",
    "quotes": "quote",
    "sources": "source",
    "people": "person",
    "organizations": "organization",
    "events": "event",
    "coders": "coder",
    "coverage": "coverage",
    "decisions": "decision",
    "waivers": "waiver",
}
"""Tables whose rows are records, with their kind; the key is the id of the record. Those of trips come first."""

PLURALS: Final[Mapping[str, str]] = {"person": "people", "coverage": "statements of coverage", "entry": "entries"}
"""Plurals that take more than an s."""

PARTS: Final[Mapping[str, str]] = {
    "trip_companions": "trips",
    "stop_places": "stops",
    "stop_events": "stops",
    "agreement_parties": "agreements",
    "people_names": "people",
    "people_offices": "people",
    "organization_names": "organizations",
    "coverage_sources": "coverage",
    "decision_claims": "decisions",
}
"""Tables whose rows are parts of a record, with the table of these; the first column of the key is the id of the record."""

PARTS_OF_ANY: Final = ("record_codes", "external_ids", "extras", "withdrawn")
"""Tables whose rows are parts of records of several kinds, which `record_kind` tells."""

DERIVED: Final = frozenset({"implied_days", "conflict_claims", "claim_spans", "quote_spans", "trips_flat", "country_days"})
"""Tables that follow from others, or only say where something stands."""

DERIVED_COLUMNS: Final = frozenset(
    {"n_stops", "n_countries", "n_sources", "n_independent", "n_witnesses", "n_parties", "n_quotes", "n_claims", "n_passages", "voice"}
)
"""Columns, of whichever table, that are counted or made from other tables."""

DERIVED_COLUMNS_OF: Final[Mapping[str, frozenset[str]]] = {
    "stops": frozenset({"traveller_id", "place", "position"}),
    "codelists": frozenset({"ordinal"}),
}
"""The same, of one table; what positions mean together is the route, a change of its own."""

COUNTED: Final = frozenset({"ordinal", "statement"})
"""Columns of a key that only number the entries of a list."""


def derived_columns(table_name: str) -> frozenset[str]:
    """Return the columns of the table whose changes follow from those of others."""
    return DERIVED_COLUMNS | DERIVED_COLUMNS_OF.get(table_name, frozenset())


class Subjects:
    """The records of two states, so that a row can be told of which record and trip it is."""

    def __init__(self, before: Snapshot, after: Snapshot) -> None:
        self._tables = {kind: table for table, kind in RECORDS.items()}
        self._rows = {(table, str(row[key])): row for snapshot in (before, after) for table, key, row in records_of(snapshot)}
        known = [table for snapshot in (before, after) for name, table in snapshot.tables.items() if name in RECORDS]
        self._columns = {table.name: table.key[0] for table in known if len(table.key) == 1}
        old, new = ({(table, str(row[key])) for table, key, row in records_of(snapshot)} for snapshot in (before, after))
        self.gone = old - new
        """Table and id of the records that only the earlier state has."""
        self.added = new - old
        """Table and id of the records that only the later state has."""

    def table_of(self, kind: object, record_id: str) -> str | None:
        """Return the table of a record, by its kind or, where that is not told, the first that has a record of that id."""
        if kind is not None:
            return self._tables.get(str(kind))
        return next((table for table in RECORDS if (table, record_id) in self._rows), None)

    def column_of(self, table: str) -> str | None:
        """Return the column with the ids of a table of records; None where there are no records."""
        return self._columns.get(table)

    def trip_of(self, table: str | None, record_id: str) -> str | None:
        """Return the id of the trip that a record belongs to; None for entries of registers and ledger."""
        row = self._rows.get((table or "", record_id), {})
        trip = row.get("trip_id")
        return str(trip) if trip is not None else record_id.partition(".")[0] if "." in record_id else None


def records_of(snapshot: Snapshot) -> Iterator[tuple[str, str, Row]]:
    """Return each record as its table, the column with its id, and its row."""
    for name in RECORDS:
        table = snapshot.tables.get(name)
        if table is not None and len(table.key) == 1:
            yield from ((name, table.key[0], row) for row in table.rows)
