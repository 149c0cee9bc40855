"""A dataset as tables: every row has every column of its table, in their order, and rows are sorted by the table's key."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from diplotrips.schema.flatten.claims import claim_rows
from diplotrips.schema.flatten.context import Context
from diplotrips.schema.flatten.ledger import coverage_rows, decision_rows, waiver_rows, withdrawn_rows
from diplotrips.schema.flatten.outcomes import agreement_rows, quote_rows
from diplotrips.schema.flatten.reference import reference_rows
from diplotrips.schema.flatten.registers import coder_rows, event_rows, organization_rows, people_rows, source_rows
from diplotrips.schema.flatten.trips import stop_rows, trip_rows
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.flatten.spread import Cells, Row

Tables: TypeAlias = "Mapping[str, Sequence[dict[str, object]]]"
"""Rows of every released table by its name; days are `datetime.date`, what is not known is None."""


def flatten(dataset: Dataset) -> Tables:
    """Return the rows of every released table; those that follow from checks, or from other tables, are empty until they are added.

    Nothing is judged: an id given twice has two rows, a reference that leads nowhere is kept, so that checks can find both.
    """
    return arrange(_rows(Context(dataset)))


def arrange(rows: Iterable[Row]) -> Tables:
    """Return *rows* by table, each with all columns, sorted by the key of its table; every table is there.

    Raises:
        KeyError: a row has a column that its table does not declare.
    """
    tables: dict[str, list[dict[str, object]]] = {name: [] for name in TABLES}
    blanks: dict[str, Cells] = {name: dict.fromkeys(table.names) for name, table in TABLES.items()}
    for name, cells in rows:
        row = {**blanks[name], **cells}
        if len(row) != len(blanks[name]):
            raise KeyError(name, *(cells.keys() - blanks[name].keys()))
        tables[name].append(row)
    for name, table in TABLES.items():
        tables[name].sort(key=lambda row, columns=table.key: key_of(row, columns))  # type: ignore[misc]  # the default binds the loop's value
    return tables


def key_of(row: Mapping[str, object], columns: Iterable[str]) -> tuple[tuple[bool, str | int], ...]:
    """Return what rows are sorted by: the values of *columns*, texts by code point, null first."""
    values = (row[column] for column in columns)
    return tuple((True, value) if isinstance(value, str | int) else (False, 0) for value in values)


def _rows(context: Context) -> Iterator[Row]:
    """Return every row of a dataset, in the order of the files."""
    for entry in context.dataset.trips:
        for rows_of in (trip_rows, stop_rows, agreement_rows, quote_rows):
            yield from rows_of(entry.record, context)
    for rows_of_register in (source_rows, people_rows, organization_rows, event_rows, coder_rows, claim_rows):
        yield from rows_of_register(context)
    for rows_of_ledger in (decision_rows, waiver_rows, coverage_rows, withdrawn_rows):
        yield from rows_of_ledger(context)
    yield from reference_rows()
