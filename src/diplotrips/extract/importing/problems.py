"""What cannot be told of a cell: where it stands, what stands there, and what may have been meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.extract.notation.parsed import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_ROWS = 8
"""Rows that are named one by one; of more only how many there are."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell, or a row, that cannot be taken."""

    file: str
    row: int
    column: str
    """Name of the column; empty if the whole row is meant."""
    reason: str
    """A sentence that names the value."""
    costs_row: bool = True
    """Whether nothing can be made of the row without it."""

    @property
    def place(self) -> str:
        """Where it stands, `visits.csv:14:Country`."""
        return ":".join([self.file, str(self.row), *([shown(self.column)] if self.column else [])])

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


def grouped(problems: Iterable[Problem]) -> Iterator[tuple[Problem, tuple[int, ...]]]:
    """Give each different problem once, with all rows that have it, in the order of the first of them."""
    rows: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        rows.setdefault((problem.file, problem.column, problem.reason), []).append(problem)
    for same in rows.values():
        yield same[0], tuple(problem.row for problem in same)


def told(problem: Problem, rows: tuple[int, ...]) -> str:
    """Return a problem in one line with the other rows that have it."""
    others = rows[1:]
    if not others:
        return str(problem)
    named = ", ".join(map(str, others[:_MOST_ROWS])) + (f" and {len(others) - _MOST_ROWS:,} more" if len(others) > _MOST_ROWS else "")
    return f"{problem} (also in row{'s' if others[1:] else ''} {named})"
