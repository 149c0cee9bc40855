"""A table from whatever file it is in, told by the ending of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnreadablePathError, UnusableRequestError
from diplotrips.extract.importing.separated import read_separated
from diplotrips.extract.notation.text import why_not_opened

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.extract.importing.grid import Grid

_TEXTS: Final = (".csv", ".tsv", ".txt")
_WORKBOOKS: Final = (".xlsx", ".xlsm")


def read_grid(path: Path, *, sheet: str = "", encoding: str = "", separator: str = "") -> Grid:
    """Return the table in the file at *path*: CSV, TSV or a workbook.

    Raises:
        UnreadablePathError: it cannot be read.
        UnusableRequestError: what was told of it cannot be.
        UnknownNameError: it has no such sheet.
    """
    if reason := why_not_opened(path):
        raise UnreadablePathError(path, reason)
    suffix = path.suffix.lower()
    if suffix in _WORKBOOKS:
        from diplotrips.extract.importing.workbooks import read_workbook  # noqa: PLC0415  (only workbooks need it)

        if encoding or separator:
            raise UnusableRequestError("a workbook has neither an encoding nor a separator")
        return read_workbook(path, sheet)
    if suffix not in _TEXTS:
        raise UnreadablePathError(path, "it is neither CSV nor XLSX; save it as one of the two")
    if sheet:
        raise UnusableRequestError(f"{path.name} has no sheets")
    return read_separated(path, encoding, separator or ("tab" if suffix == ".tsv" else ""))
