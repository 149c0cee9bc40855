"""The catalog lists the releases of a folder, is made of them alone, and is read strictly."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips import __version__
from diplotrips.errors import UnreadablePathError, UnwritablePathError
from diplotrips.exports.describing.catalog import (
    Catalog,
    CatalogEntry,
    catalog_json,
    catalog_of,
    parse_catalog,
    read_catalog,
    write_catalog,
)
from diplotrips.exports.release import write_release

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.release import Content

ENTRY = CatalogEntry(
    version="0.1.0",
    date="2026-01-31",
    reference_date="2026-01-01",
    schema_version=1,
    package_version="0.1.0",
    manifest_sha256="0" * 64,
    tables=2,
    rows=3,
    files=5,
    bytes=7,
)
CATALOG = Catalog("made-up", (ENTRY, replace(ENTRY, version="0.10.0", date=None)))


def test_every_release_is_listed(content: Content, tmp_path: Path) -> None:
    """The oldest first, each with its day, numbers and the hash of its manifest; folders of another kind are none."""
    home = tmp_path / "exports"
    for version, day in {"0.10.0": date(2026, 3, 1), "0.9.0": None}.items():
        manifest = write_release(replace(content, day=day), home / version, version)
    (home / "notes").mkdir()

    catalog = catalog_of(home, {"0.9.0": date(2026, 2, 1), "0.10.0": date(1999, 1, 1)})

    assert (catalog.dataset, [entry.version for entry in catalog.versions]) == ("made-up", ["0.9.0", "0.10.0"])
    assert catalog.entry("0.9.0") == CatalogEntry(
        version="0.9.0",
        date="2026-02-01",
        reference_date="2026-11-22",
        schema_version=1,
        package_version=__version__,
        manifest_sha256=hashlib.sha256((home / "0.9.0/manifest.json").read_bytes()).hexdigest(),
        tables=len(manifest.tables),
        rows=sum(table.rows for table in manifest.tables.values()),
        files=len(manifest.files),
        bytes=sum((home / "0.9.0" / name).stat().st_size for name in manifest.files),
    )
    assert catalog.entry("1.0.0") is None
    assert catalog.versions[1].date == "2026-03-01", "what the release itself tells counts"


def test_a_folder_with_a_release_of_something_else_is_no_registry(content: Content, tmp_path: Path) -> None:
    """A release under another number, or of another dataset, is named by its manifest."""
    write_release(content, tmp_path / "exports/0.1.0", "0.1.0")
    other = content.info.model_copy(update={"id": "other"})
    write_release(replace(content, info=other), tmp_path / "exports/0.2.0", "0.2.0")
    write_release(content, tmp_path / "renamed/0.1.0", "0.1.0")
    (tmp_path / "renamed/0.1.0").rename(tmp_path / "renamed/0.2.0")

    for name, reason in {
        "exports": "that of other 0.2.0, not of made-up 0.2.0",
        "renamed": "that of made-up 0.1.0, not of made-up 0.2.0",
    }.items():
        with pytest.raises(UnreadablePathError) as error:
            catalog_of(tmp_path / name, {})
        assert str(error.value) == f"cannot read {tmp_path / name}/0.2.0/manifest.json: it is {reason}"


def test_a_catalog_is_read_as_it_was_written(tmp_path: Path) -> None:
    """From a file and from bytes; one that is the same is not written again, and what a killed run left goes."""
    (tmp_path / ".catalog.json.123").write_text("half")
    (tmp_path / ".catalog.json.mine").write_text("mine")
    write_catalog(tmp_path, CATALOG)
    before = (tmp_path / "catalog.json").stat().st_mtime_ns
    write_catalog(tmp_path, CATALOG)

    assert read_catalog(tmp_path / "catalog.json") == parse_catalog(catalog_json(CATALOG)) == CATALOG
    assert (tmp_path / "catalog.json").stat().st_mtime_ns == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".catalog.json.mine", "catalog.json"]


@pytest.mark.parametrize(
    "changed",
    [
        {"version": "1.0"},
        {"version": "../0.1.0"},
        {"version": 1},
        {"date": "2026-02-30"},
        {"date": 2026},
        {"reference_date": None},
        {"manifest_sha256": "0" * 63},
        {"manifest_sha256": "A" * 64},
        {"rows": -1},
        {"rows": "3"},
        {"tables": True},
        {"bytes": 1.5},
        {"unknown": "key"},
    ],
    ids=str,
)
def test_an_entry_of_another_shape_is_no_catalog(changed: dict[str, Any]) -> None:
    """A server cannot say anything that has no meaning here."""
    content = json.loads(catalog_json(CATALOG))
    content["versions"][0] |= changed

    with pytest.raises(UnreadablePathError) as error:
        parse_catalog(json.dumps(content).encode(), "https://example.org/catalog.json")

    assert str(error.value) == "cannot read https://example.org/catalog.json: it is not the catalog of a dataset"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"dataset": 1, "versions": []}',
        b'{"dataset": "x", "versions": {}}'.replace(b"{}", b'"x"'),
        catalog_json(replace(CATALOG, versions=CATALOG.versions[::-1])),
        catalog_json(replace(CATALOG, versions=CATALOG.versions[:1] * 2)),
    ],
)
def test_what_is_no_catalog_is_told(tmp_path: Path, content: bytes) -> None:
    """Another file, versions that are not in order or stand twice: one sentence."""
    (tmp_path / "catalog.json").write_bytes(content)

    with pytest.raises(UnreadablePathError, match=r"catalog\.json: it is not the catalog of a dataset$"):
        read_catalog(tmp_path / "catalog.json")


def test_a_catalog_that_is_not_there_or_cannot_be_put_there_is_an_error(tmp_path: Path) -> None:
    """The path is named with the reason of the system."""
    with pytest.raises(UnreadablePathError, match=r"catalog\.json: no such file or directory$"):
        read_catalog(tmp_path / "catalog.json")
    (tmp_path / "catalog.json").mkdir()
    with pytest.raises(UnwritablePathError, match=r"catalog\.json: is a directory$"):
        write_catalog(tmp_path, CATALOG)
