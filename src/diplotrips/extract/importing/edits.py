"""What an edited table says otherwise than the records: cells, new rows, rows that are gone, and what cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from diplotrips.extract.importing.fields import RETURNING
from diplotrips.extract.importing.problems import Problem
from diplotrips.extract.importing.settled import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.findings import Finding

Path: TypeAlias = tuple[str | int, ...]
"""Keys and numbers that lead to a value in a file."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A cell that says something else than the records."""

    row: int
    record: str
    """Id of the record, of an item of a list with its ordinal: `andes.pe 2`."""
    column: str
    before: object
    after: object


@dataclass(slots=True)
class Returned:
    """What an edited table says."""

    table: str
    file: str
    rows: int
    edited: list[Edited] = field(default_factory=list)
    new: list[tuple[int, str]] = field(default_factory=list)
    """Rows without a record yet, and the ids of their records."""
    missing: list[str] = field(default_factory=list)
    """Records of which the table has no row any more."""
    problems: list[Problem] = field(default_factory=list)
    values: dict[str, dict[Path, object]] = field(default_factory=dict)
    """New values by file, as places name it, and path; None takes a key out."""
    items: dict[str, list[tuple[Path, list[Any]]]] = field(default_factory=dict)
    """New items of lists by file."""
    entries: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    """New entries of the register that the table has, by id."""


def cells_told(edited: Iterable[Edited]) -> list[str]:
    """Return what was edited, a line each."""
    return [f"{each.record} {each.column}: {shown(each.before)} -> {shown(each.after)}" for each in edited]


def problem_of(found: Returned, finding: Finding) -> Problem:
    """Return what a model refuses of edited records as a problem of the row and column that made it so; of the file if none did."""
    record = finding.record or ".".join(finding.field.split(".")[1:2])
    steps = finding.field.split(".")
    rows = [*((each.row, each.record, each.column) for each in found.edited), *((row, name, "") for row, name in found.new)]
    of_record = [each for each in rows if each[1].partition(" ")[0] == record]
    of_item = [each for each in of_record if each[1].partition(" ")[2] in steps] or of_record
    if not of_item:
        return Problem(finding.place.file, finding.place.line, "", finding.message)
    columns = {column for each in RETURNING[found.table].fields if each.key == steps[-1] for column in each.columns}
    row, _, column = next((each for each in of_item if each[2] in columns), of_item[0])
    is_one = sum(each[0] == row for each in rows) == 1
    return Problem(found.file, row, column if column in columns or is_one else "", finding.message)
