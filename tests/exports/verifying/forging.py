"""Damaging a release on purpose, for tests: changed files with right hashes, as somebody makes them who forges one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from diplotrips.exports.arrow import arrow_table
from diplotrips.exports.json import write_json
from diplotrips.exports.manifest import file_entry, read_manifest, write_manifest
from diplotrips.exports.parquet import write_parquet
from diplotrips.exports.tables import table_hash
from diplotrips.exports.verifying.release import verify_release

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def found(folder: Path) -> list[tuple[str, str]]:
    """Return file and reason of everything that is wrong."""
    return [(damage.file, damage.reason) for damage in verify_release(folder).damages]


def rows_of(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of a table."""
    rows: list[dict[str, Any]] = pq.read_table(folder / f"{name}.parquet").to_pylist()
    return rows


def sealed(folder: Path, **manifest: Any) -> None:  # noqa: ANN401  (any part of a manifest)
    """Write manifest and sums anew for the files as they are now, as somebody would who forges a release."""
    told = replace(read_manifest(folder), **manifest)
    files = {name: replace(file_entry(folder / name), rows=entry.rows) for name, entry in told.files.items()}
    write_manifest(replace(told, files=files), folder)


def forged(folder: Path, name: str, rows: list[dict[str, Any]]) -> None:
    """Put *rows* in the place of those of a table, in Parquet, JSON, manifest and sums alike; CSV and descriptor are left out."""
    (folder / f"{name}.csv").unlink()
    (folder / "datapackage.json").unlink()
    write_parquet(arrow_table(name, rows), folder / f"{name}.parquet")
    write_json(rows, folder / f"{name}.json")
    told = read_manifest(folder)
    files = {file: entry for file, entry in told.files.items() if file not in {f"{name}.csv", "datapackage.json"}}
    files |= {file: replace(files[file], rows=len(rows)) for file in (f"{name}.parquet", f"{name}.json")}
    entry = replace(told.tables[name], rows=len(rows), sha256=table_hash(name, rows))
    sealed(folder, tables={**told.tables, name: entry}, files=files)


def edited(folder: Path, file: str, change: Callable[[Any], object]) -> None:
    """Change what stands in a JSON file, and write manifest and sums anew."""
    content = json.loads((folder / file).read_bytes())
    change(content)
    (folder / file).write_text(json.dumps(content))
    sealed(folder)
