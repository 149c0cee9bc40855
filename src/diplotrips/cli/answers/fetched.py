"""What was fetched and how to load it, which versions there are, and what was removed; for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from diplotrips.api import Fetched, Offered


def render_fetched(found: Fetched) -> str:
    """Return where the release is, what it has, by which hash it is asked for again, and how to load a table of it."""
    manifest = found.manifest
    rows = sum(table.rows for table in manifest.tables.values())
    size_bytes = sum(file.bytes for file in manifest.files.values())
    told = (
        f"{number(len(manifest.tables), 'table')} with {number(rows, 'row')}, {number(len(manifest.files), 'file')}, {size_bytes:,} bytes"
    )
    begun = "was there" if found.was_there else "fetched"
    lines = [
        f"{begun}: {manifest.dataset} {manifest.dataset_version} in {found.folder}: {told}",
        f"the same again, from wherever: --sha256 {found.manifest_sha256}",
        f"to load a table: {_loading(found)}",
    ]
    return "".join(f"{one_line(line)}\n" for line in lines)


def _loading(found: Fetched) -> str:
    """Return the line of Python that loads the first table."""
    table, version = next(iter(found.manifest.tables), "trips"), found.manifest.dataset_version
    if found.by_version:
        return f'diplotrips.load("{table}", version="{version}")'
    if found.in_cache:
        return f'diplotrips.load("{table}", version="{version}", registry="{found.registry}")'
    return f'pandas.read_parquet("{found.folder / table}.parquet", dtype_backend="pyarrow")'


def render_offered(found: Sequence[Offered]) -> str:
    """Return the versions, the newest first, each with its day, size and places."""
    if not found:
        return "there is no release: none is bundled, none in the cache, and no registry has one\n"
    rows = [_cells(offer) for offer in reversed(found)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    aligned = ("<", "<", ">", ">")
    cells = [[f"{cell:{align}{width}}" for cell, align, width in zip(row, aligned, widths, strict=False)] for row in rows]
    return "".join(f"{one_line('  '.join([*cell, row[4]]))}\n" for cell, row in zip(cells, rows, strict=True))


def _cells(offer: Offered) -> tuple[str, str, str, str, str]:
    """Return what is shown of a version."""
    rows, size = f"{number(offer.rows, 'row')}", f"{offer.bytes:,} bytes"
    return f"{offer.dataset} {offer.version}", offer.date or "no day told", rows, size, listed(list(_places(offer)), "and")


def _places(offer: Offered) -> Iterator[str]:
    """Return where a version can be had."""
    if offer.bundled:
        yield "bundled"
    if offer.cached:
        yield "in the cache"
    if offer.registry:
        yield f"at {offer.registry}"


def render_cleared(removed: Sequence[Path]) -> str:
    """Return which folders were removed."""
    return "".join(f"removed {one_line(str(folder))}\n" for folder in removed) or "nothing was in the cache\n"
