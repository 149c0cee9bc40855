"""Which table of an export a file is, and what to do with one that cannot come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.importing.fields import ORDINAL, RETURNING
from diplotrips.schema.rows import TABLES
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplotrips.extract.importing.grid import Grid

_QUOTES: Final = "edit quotes and quoted_experts in the files of the trips"
_SAID: Final = "edit said in the files of the trips, or add statements as a list whose mapping has row: claim"
_DECISIONS: Final = "run diplotrips decide, or edit decisions.yaml"
_COVERAGE: Final = "edit coverage.yaml"
_SHIPPED: Final = "it comes with the package"

_INSTEAD: Final[Mapping[str, str]] = {
    **dict.fromkeys(("quoted_experts", "quotes", "quote_spans"), _QUOTES),
    **dict.fromkeys(("claims", "claim_passages", "claim_spans"), _SAID),
    **dict.fromkeys(("decisions", "decision_claims"), _DECISIONS),
    "waivers": "run diplotrips waive, or edit waivers.yaml",
    **dict.fromkeys(("coverage", "coverage_sources"), _COVERAGE),
    "withdrawn": "edit withdrawn.yaml",
    "record_codes": "edit purposes, did, did_not and topics in the files of the trips",
    "external_ids": "edit external_ids of the record in its file",
    "extras": "edit extra of the record in its file",
    **dict.fromkeys(("countries", "codelists"), _SHIPPED),
}
"""Where the records of a table that cannot come back are edited; tables that are neither here nor there are worked out from others."""

_WORKED_OUT: Final = "it is worked out from the records; edit the tables trips and stops"


def table_of(grid: Grid, named: str = "") -> str:
    """Return the name of the table that *grid* is: as *named*, by the name of its file, or by its columns.

    Raises:
        UnusableRequestError: it is none that can come back.
    """
    name = named or _recognized(grid)
    if not name:
        raise UnusableRequestError(f"{grid.file} is no table of an export that can come back; --map says what the columns of a list are")
    if name not in TABLES:
        can = listed(tuple(RETURNING), "and", len(RETURNING))
        raise UnusableRequestError(f"no table {named} can come back; those that can are {can}")
    if name not in RETURNING:
        raise UnusableRequestError(f"{grid.file} is the table {name}, which cannot come back: {_INSTEAD.get(name, _WORKED_OUT)}")
    lacking = [column for column in TABLES[name].key if column not in grid.columns]
    if lacking == [ORDINAL]:
        told = f"{grid.file} has no column {ORDINAL}, without which no row of the table {name} is known again; take it from the export"
        raise UnusableRequestError(told)
    if lacking:
        raise UnusableRequestError(f"{grid.file} has no column {lacking[0]}, which says the records of the table {name}")
    return name


def _recognized(grid: Grid) -> str:
    """Return the table that the name of the file says, else the one that has most of its columns; empty if none has."""
    stem = grid.file.partition(".")[0]
    if stem in TABLES:
        return stem
    fitting = [name for name, table in TABLES.items() if set(table.key) <= set(grid.columns) and _share(grid, name)]
    return max(fitting, key=lambda name: (_share(grid, name), name in RETURNING), default="")


def _share(grid: Grid, name: str) -> float:
    """Return which part of the columns of *grid* the table *name* has; 0 if less than most."""
    share = len(set(grid.columns) & set(TABLES[name].names)) / len(grid.columns)
    return share if share > 0.5 else 0  # noqa: PLR2004  (most of them)
