"""Tables as they are released: in the order of their keys, and told apart by a hash.

The **table hash** tells whether two releases hold the same table: SHA-256 of the table's columns (name, type, may it be null) and rows as
JSON lines. Neither a version number nor the version of the Parquet writer is in it; the hash of each file stands beside it in the manifest.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from diplotrips.errors import ExportRefusedError
from diplotrips.exports.json import json_lines
from diplotrips.schema.flatten.tables import key_of
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def sorted_rows(table_name: str, rows: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Return *rows* sorted by the key of their table.

    Raises:
        ExportRefusedError: two rows have the same key.
    """
    key = TABLES[table_name].key
    by_key: dict[tuple[tuple[bool, str | int], ...], Mapping[str, object]] = {}
    for row in rows:
        place = key_of(row, key)
        if place in by_key:
            said = ", ".join(f"{column} {row[column]}" for column in key)
            raise ExportRefusedError(f"two rows of {table_name} have {said}")
        by_key[place] = row
    return [by_key[place] for place in sorted(by_key)]


def table_hash(table_name: str, rows: Iterable[Mapping[str, object]]) -> str:
    """Return the table hash of *rows* of a declared table."""
    return rows_hash([(column.name, str(column.type), column.nullable) for column in TABLES[table_name].columns], rows)


def rows_hash(columns: Iterable[tuple[str, str, bool]], rows: Iterable[Mapping[str, object]]) -> str:
    """Return the table hash of *rows* with these *columns*: name, type as in `Type`, whether null is a value.

    For tables of a release that was made when other columns were declared.
    """
    digest = hashlib.sha256()
    digest.update(json.dumps([list(column) for column in columns]).encode() + b"\n")
    for line in json_lines(rows):
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()
