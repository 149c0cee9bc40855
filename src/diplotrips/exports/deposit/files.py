"""Writing the files of a deposit into the folder of a release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.exports.deposit.codebook import BOOK_COLUMNS, codebook_rows, render_codebook
from diplotrips.exports.deposit.csv import write_csv
from diplotrips.exports.deposit.readme import render_readme
from diplotrips.exports.describing.datapackage import DATAPACKAGE
from diplotrips.exports.manifest import MANIFEST, SUMS, file_entry
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from diplotrips.exports.describing.edition import Edition
    from diplotrips.exports.manifest import FileEntry

    Rows = Mapping[str, Sequence[Mapping[str, object]]]

BOOK: Final = "codebook.csv"
BOOK_PAGE: Final = "codebook.md"
README: Final = "README.txt"


def write_deposit(edition: Edition, tables: Rows, files: Mapping[str, FileEntry], place: Path) -> dict[str, FileEntry]:
    """Write every table as CSV, the codebook and the README into *place*, and return them as the manifest has them.

    Args:
        edition: The release that is written.
        tables: Rows of every table, sorted.
        files: The files that are there already, which the README lists too.
        place: Folder that is being written.

    Raises:
        OSError: a file cannot be written.
    """
    written: dict[str, FileEntry] = {}
    for name, rows in tables.items():
        path = place / f"{name}.csv"
        write_csv(TABLES[name].names, rows, path)
        written[path.name] = file_entry(path, len(rows))
    book = list(codebook_rows(tables))
    write_csv(BOOK_COLUMNS, book, place / BOOK)
    written[BOOK] = file_entry(place / BOOK, len(book))
    (place / BOOK_PAGE).write_bytes(render_codebook(edition.info.title, tables).encode())
    written[BOOK_PAGE] = file_entry(place / BOOK_PAGE)
    listed = {name: entry.rows for name, entry in {**files, **written}.items()}
    listed |= dict.fromkeys((README, DATAPACKAGE, MANIFEST, SUMS))
    (place / README).write_bytes(render_readme(edition, tables, listed).encode())
    written[README] = file_entry(place / README)
    return written
