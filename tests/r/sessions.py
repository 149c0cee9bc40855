"""What sessions of R need in tests: the page's blocks for one way of reading, the variables of R, and folders that look like a release.

No tests and no fixtures.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tests.exports.conftest import nasty
from tests.pages.blocks import Block, blocks_of, printed

from diplotrips.exports.arrow import arrow_table
from diplotrips.exports.describing.datapackage import DATAPACKAGE, descriptor, descriptor_bytes
from diplotrips.exports.json import write_json
from diplotrips.exports.manifest import FileEntry
from diplotrips.exports.parquet import write_parquet
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplotrips.schema.info import DatasetInfo

PAGE = Path(__file__).parents[2] / "docs" / "r.md"
VERSION = "1.1.0"
"""The release that the page reads."""

READERS = {
    "jsonlite": "With base R and jsonlite",
    "nanoparquet": "With nanoparquet",
    "arrow": "With arrow",
    "duckdb": "With DuckDB",
}
"""The packages that read tables, with the heading on the page under which `read` is made with each."""

PACKAGES = (*READERS, "digest", "messydates")
"""All that the page uses."""


Rows: TypeAlias = "Sequence[Mapping[str, object]]"


def nasty_tables() -> dict[str, Rows]:
    """Return three nasty rows of every table; the least number is one more than Arrow's, which to R is the missing one."""
    least = {-(2**31): 1 - 2**31}
    return {
        name: [
            {column.name: least.get(cell, cell) if isinstance(cell := nasty(column, row), int) else cell for column in table.columns}
            for row in range(3)
        ]
        for name, table in TABLES.items()
    }


def large_table() -> Rows:
    """Return so many rows of `extras` that they fill two groups, more than one page, and more than a dictionary takes."""
    rest = {"record_kind": "trip", "variable": "mood", "value_type": "text"}
    return [
        {"record_id": f"trip-{n}", **rest, "value_text": f"{n} Ñandú", "value_number": n / 8 if n % 3 else None} for n in range(110_000)
    ]


def environment(**more: str) -> dict[str, str]:
    """Return the variables with which R runs: a time zone, and no proxy before the loopback."""
    return os.environ | {"TZ": "UTC", "no_proxy": "127.0.0.1"} | more


def below(heading: str) -> tuple[Block, ...]:
    """Return the blocks of R under one heading of the page."""
    return tuple(block for block in blocks_of(PAGE, "r") if block.heading == heading)


def reading_with(reader: str) -> tuple[Block, ...]:
    """Return the blocks of the page that make `read` with one package."""
    return (*below("Reading a table"), *below(READERS[reader]))


def answer(blocks: Sequence[Block], asked: str, folder: Path, *, prelude: str = "", **variables: str) -> str:
    """Run *prelude*, *blocks* of the page and the code *asked* in *folder*; return what the latter prints. Warnings are errors.

    Raises:
        BlockFailedError: R stopped with an error.
    """
    last = Block("r", f"{asked}\n", blocks[-1].line + 1000, "asked by the test")
    return printed([*blocks, last], folder, prelude=f"options(warn = 2); {prelude}", environment=environment(**variables))[-1]


def write_release(tables: Mapping[str, Rows], info: DatasetInfo, into: Path) -> Path:
    """Write *tables* into the folder *into* as far as R reads a release: Parquet, JSON, descriptor, citation, manifest."""
    into.mkdir(parents=True)
    for name, rows in tables.items():
        write_parquet(arrow_table(name, rows), into / f"{name}.parquet")
        write_json(rows, into / f"{name}.json")
    entries = {path.name: _entry(path, len(tables[path.stem])) for path in sorted(into.iterdir())}
    (into / DATAPACKAGE).write_bytes(descriptor_bytes(descriptor(info, entries, VERSION)))
    (into / "CITATION.cff").write_text(f"version: {VERSION}\n", encoding="utf-8")
    files = {path.name: {"sha256": _entry(path, None).sha256} for path in sorted(into.iterdir())}
    (into / "manifest.json").write_text(json.dumps({"dataset_version": VERSION, "files": files}), encoding="utf-8")
    return into


def _entry(path: Path, rows: int | None) -> FileEntry:
    """Return what a manifest says of a file."""
    content = path.read_bytes()
    return FileEntry(hashlib.sha256(content).hexdigest(), len(content), rows)
