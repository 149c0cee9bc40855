"""CSV files that say the difference between a text and nothing: texts are always in quotes, and what is missing is an empty cell without.

`NA` is Namibia and not a missing value. Readers that do not tell quotes apart still have `country_iso3` beside `country`, and the codebook
for the types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]], path: Path) -> None:
    """Write *rows* to *path* in UTF-8 without a mark in front, as RFC 4180 has it: a header, commas, lines that end with CR and LF.

    Logical values are `TRUE` and `FALSE`, days `YYYY-MM-DD`, numbers have a decimal point and nothing else in them.

    Raises:
        OSError: the file cannot be written.
    """
    lines = [",".join(columns), *(",".join(_cell(row[column]) for column in columns) for row in rows)]
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode())


def _cell(value: object) -> str:
    """Return *value* as a cell has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return str(value)
