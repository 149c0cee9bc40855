"""A table as it stands in a file: named columns, and rows with the numbers that a spreadsheet shows. What it means is not asked here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from diplotrips.errors import UnreadablePathError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Cell: TypeAlias = str | int | float | bool | date | None
"""What stands in a cell; None for an empty one. A CSV file has texts only."""

MOST_CELLS = 5_000_000
"""Cells of a table at most, which bounds time and memory."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row below the header."""

    number: int
    """Its number in the file, the header's being 1."""
    cells: Mapping[str, Cell]
    """What stands in each column."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header."""

    file: str
    """Name of the file, as places name it."""
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    """The rows in which something stands."""
    guessed: str = ""
    """The encoding in which the file was read, if nothing told it."""


def grid_of(file: str, path: object, lines: Iterable[Sequence[Cell]]) -> Grid:
    """Return *lines* as a table, the first of them as its header.

    Args:
        file: Name of the file, as places name it.
        path: The file, as an error names it.
        lines: All rows of the file from the first on, empty ones too.

    Raises:
        UnreadablePathError: there is no header, a column has no name or that of another, or a row is longer than the header.
    """
    numbered = iter(enumerate(lines, start=1))
    _, header = next(numbered, (1, ()))
    columns = _columns(header, str(path))
    rows, cells = [], 0
    for number, line in numbered:
        values = [None if isinstance(cell, str) and not cell.strip() else cell for cell in line]
        if any(cell is not None for cell in values[len(columns) :]):
            raise UnreadablePathError(str(path), f"row {number} has {len(values)} cells, and the header names {len(columns)} columns")
        if all(cell is None for cell in values):
            continue
        cells += len(columns)
        if cells > MOST_CELLS:
            raise UnreadablePathError(str(path), f"it has more than {MOST_CELLS:,} cells; split it")
        padded = [*values, *[None] * len(columns)]
        rows.append(GridRow(number, dict(zip(columns, padded, strict=False))))
    return Grid(file, columns, tuple(rows))


def _columns(header: Sequence[Cell], path: str) -> tuple[str, ...]:
    """Return the names of the columns; empty cells at the end of the header are none."""
    names = ["" if cell is None else str(cell).strip() for cell in header]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise UnreadablePathError(path, "its first row names no columns")
    seen: set[str] = set()
    for number, name in enumerate(names, start=1):
        if not name:
            raise UnreadablePathError(path, f"column {number} has no name in the first row")
        if name in seen:
            raise UnreadablePathError(path, f"two columns are called {name}")
        seen.add(name)
    return tuple(names)
