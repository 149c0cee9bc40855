"""The rows of a table: as many as is said, in the order of a key that no two share, with the table hash that was released."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from diplotrips.exports.json import json_lines
from diplotrips.exports.manifest import MANIFEST
from diplotrips.exports.tables import rows_hash
from diplotrips.exports.verifying.damage import Damage, shown, with_more
from diplotrips.schema.flatten.tables import key_of
from diplotrips.schema.rows.columns import Type
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from diplotrips.exports.manifest import Manifest
    from diplotrips.exports.verifying.stored import StoredTable


def wrong_rows(table: StoredTable, rows: Sequence[dict[str, Any]], manifest: Manifest) -> Iterator[Damage]:
    """Return what is wrong with the *rows* of a table by themselves."""
    yield from _miscounted(table, manifest)
    if table.key != table.entry.key:
        yield Damage(table.file, f"its key is {_listed(table.key)}, and {MANIFEST} says {_listed(table.entry.key)}")
    missing = [name for name in table.entry.key if name not in table.values.column_names]
    if missing:
        yield Damage(table.file, f"it has no column {missing[0]}, which {MANIFEST} says is of its key")
    else:
        yield from _disordered(table, rows)
    impossible = list(_impossible(table, rows))
    yield from impossible
    if not impossible:
        found = rows_hash([(column.name, str(column.type), column.nullable) for column in table.columns], rows)
        if found != table.entry.sha256:
            yield Damage(table.file, f"its table hash is {shown(found)}, and {MANIFEST} says {shown(table.entry.sha256)}")


def wrong_json(table: StoredTable, rows: Sequence[dict[str, Any]], path: Path) -> Iterator[Damage]:
    """Return where the JSON file of a table has other rows than Parquet; only the first row that differs is named."""
    if any(_is_no_number(value) for row in rows for value in row.values()):
        return  # JSON cannot hold it, and `wrong_rows` tells of it
    try:
        found = list(json_lines(_objects(json.loads(path.read_bytes()))))
    except (OSError, RecursionError, TypeError, ValueError):
        yield Damage(path.name, "it is no JSON list of rows")
        return
    expected = list(json_lines(rows))
    if len(found) != len(expected):
        yield Damage(path.name, f"it has {number(len(found), 'row')}, and {table.file} has {len(expected):,}")
        return
    differing = [index for index, (one, other) in enumerate(zip(found, expected, strict=True)) if one != other]
    if differing:
        reason = f"{table.row(differing[0])} is another than in {table.file}"
        yield Damage(path.name, with_more(reason, len(differing)))


def _objects(value: object) -> list[dict[str, Any]]:
    """Return *value* if it is a list of objects.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise TypeError(value)
    return value


def _miscounted(table: StoredTable, manifest: Manifest) -> Iterator[Damage]:
    """Return where the manifest says another number of rows than the table has."""
    count = table.values.num_rows
    if table.entry.rows != count:
        yield Damage(MANIFEST, f"the table {table.name} has {number(table.entry.rows, 'row')} there, and {count:,} in {table.file}")
    for name in (f"{table.name}.{ending}" for ending in ("parquet", "json", "csv")):
        if name in manifest.files and manifest.files[name].rows != count:
            yield Damage(MANIFEST, f"{name} has {manifest.files[name].rows} rows there, and {table.file} has {count:,}")


def _disordered(table: StoredTable, rows: Sequence[dict[str, Any]]) -> Iterator[Damage]:
    """Return the first row that has the key of the one before, and the first that stands behind one with a greater key."""
    keys = [key_of(row, table.entry.key) for row in rows]
    steps = list(enumerate(pairwise(keys), start=1))
    repeated = [at for at, (one, other) in steps if one == other]
    behind = [at for at, (one, other) in steps if one > other]
    if repeated:
        yield Damage(table.file, with_more(f"{table.row(repeated[0])} has the key of the row before", len(repeated)))
    if behind:
        yield Damage(table.file, with_more(f"{table.row(behind[0])} is not in the order of the key", len(behind)))


def _impossible(table: StoredTable, rows: Sequence[dict[str, Any]]) -> Iterator[Damage]:
    """Return texts without a character, where null says that nothing is known, and numbers that are none."""
    for column in table.columns:
        if column.type is Type.STRING:
            found, what = [at for at, row in enumerate(rows) if row[column.name] == ""], "a text without a character"
        else:
            found, what = [at for at, row in enumerate(rows) if _is_no_number(row[column.name])], "no number"
        if found:
            yield Damage(table.file, with_more(f"{column.name} of {table.row(found[0])} is {what}", len(found)))


def _is_no_number(value: object) -> bool:
    """Tell whether *value* is infinite or `nan`."""
    return isinstance(value, float) and not math.isfinite(value)


def _listed(key: Sequence[str]) -> str:
    return ", ".join(map(str, key)) or "none"
