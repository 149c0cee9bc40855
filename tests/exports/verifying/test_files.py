"""The files of a release: what is lost, changed or foreign is named in one run, and nothing is found in one that is whole."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.exports.verifying.forging import found

from diplotrips.errors import UnreadablePathError
from diplotrips.exports.describing.catalog import catalog_of, write_catalog
from diplotrips.exports.manifest import read_manifest, write_manifest
from diplotrips.exports.release import write_release
from diplotrips.exports.verifying.registry import verify_listed, verify_registry
from diplotrips.exports.verifying.release import verify_release

if TYPE_CHECKING:
    from diplotrips.exports.release import Content


EXPORTS = Path(__file__).parents[3] / "exports"


def test_a_release_that_is_whole(folder: Path) -> None:
    """Nothing is found in a release with CSV files, nor in its catalog."""
    write_catalog(folder.parent, catalog_of(folder.parent, {}))

    assert verify_listed(folder).damages == ()
    assert [release.damages for release in verify_registry(folder.parent)] == [(), ()]


def test_a_build_that_is_whole(content: Content, tmp_path: Path) -> None:
    """Nothing is found in a build, which has no version and no day."""
    write_release(content, tmp_path / "build")

    assert found(tmp_path / "build") == []


@pytest.mark.parametrize("folder", [path for path in sorted(EXPORTS.iterdir()) if path.is_dir()], ids=lambda path: path.name)
def test_nothing_in_a_committed_release_has_changed(folder: Path) -> None:
    """Every released folder is whole and unchanged, those of older versions of this package included."""
    assert verify_listed(folder).damages == ()


def test_all_that_is_wrong_with_files_is_told_in_one_run(folder: Path) -> None:
    """A lost file, a changed one, a shorter one, a link, a folder and a foreign file are named; what stands in them is not looked into."""
    (folder / "stops.parquet").unlink()
    (folder / "trips.json").write_bytes((folder / "trips.json").read_bytes().replace(b"completed", b"cancelled"))
    (folder / "people.parquet").write_bytes((folder / "people.parquet").read_bytes()[:-4])
    (folder / "coders.json").rename(folder.parent / "coders.json")
    (folder / "coders.json").symlink_to(folder.parent / "coders.json")
    (folder / "events.csv").unlink()
    (folder / "events.csv").mkdir()
    (folder / "notes.txt").touch()
    told = read_manifest(folder).files
    size_bytes = told["people.parquet"].bytes
    sha256, trips = hashlib.sha256((folder / "trips.json").read_bytes()).hexdigest(), told["trips.json"].sha256

    assert found(folder) == [
        ("coders.json", "it is no file but something else of that name"),
        ("events.csv", "it is no file but something else of that name"),
        (
            "people.parquet",
            f"it is not the file that was released: it has {size_bytes - 4:,} bytes, and manifest.json says {size_bytes:,}",
        ),
        ("stops.parquet", "it is missing"),
        (
            "trips.json",
            f"it is not the file that was released: its SHA-256 is {sha256[:12]}…, and manifest.json says {trips[:12]}…",
        ),
        ("notes.txt", "it is none of the files that manifest.json names"),
    ]


def test_every_flipped_bit_is_found(folder: Path) -> None:
    """One other bit in every file of a release is found in every file, and nothing is made of what stands there."""
    names = list(read_manifest(folder).files)
    for name in names:
        whole = (folder / name).read_bytes() or b"\n"
        middle = len(whole) // 2
        (folder / name).write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
    damages = found(folder)

    assert [file for file, _ in damages] == names
    assert {reason.partition(":")[0] for _, reason in damages} == {"it is not the file that was released"}


def test_sums_that_say_something_else(folder: Path) -> None:
    """A manifest that was changed after the release, and lines of SHA256SUMS that are lost, made up or none, are told."""
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    other = [f"{'0' * 64}  trips.csv" if line.endswith("  trips.csv") else line for line in lines if not line.endswith("  stops.csv")]
    (folder / "SHA256SUMS").write_text("\n".join([*other, f"{'0' * 64}  notes.txt", "no sum"]) + "\n")
    manifest = (folder / "manifest.json").read_bytes()
    (folder / "manifest.json").write_bytes(manifest + b"\n")
    sums = [hashlib.sha256(content).hexdigest()[:12] for content in (manifest + b"\n", manifest)]
    trips = read_manifest(folder).files["trips.csv"].sha256

    assert found(folder) == [
        ("SHA256SUMS", f"line {len(lines) + 1} is no hash with the name of a file"),
        ("manifest.json", f"it is not the file that was released: its SHA-256 is {sums[0]}…, and SHA256SUMS says {sums[1]}…"),
        ("SHA256SUMS", "it has a line for notes.txt, which is no file of the release"),
        ("SHA256SUMS", "it has no line for stops.csv"),
        ("SHA256SUMS", f"its SHA-256 of trips.csv is {'0' * 12}…, and manifest.json says {trips[:12]}…"),
    ]
    (folder / "SHA256SUMS").unlink()
    assert found(folder) == [("SHA256SUMS", "it is missing")]


def test_a_name_that_leads_out_of_the_folder_is_not_followed(folder: Path) -> None:
    """Files are looked for in the folder of the release and nowhere else, whatever the manifest names."""
    told = read_manifest(folder)
    names = ["../stops.parquet", "a/b.json", "/etc/passwd", ".hidden", "a\0b", ""]
    write_manifest(replace(told, files={**told.files, **dict.fromkeys(names, told.files["stops.parquet"])}), folder)

    reasons = [reason for file, reason in found(folder) if file == "manifest.json"]
    assert reasons[:-1] == [f"it names {name!r}, which is no name of a file in this folder" for name in names]


def test_a_manifest_that_names_too_little(folder: Path) -> None:
    """A table without a file, a file without a table, other numbers of rows, and the version of another folder are told."""
    told = read_manifest(folder)
    tables = {**told.tables, "stops": replace(told.tables["stops"], rows=5), "ghosts": told.tables["stops"]}
    del tables["events"]
    files = {**told.files, "stops.json": replace(told.files["stops.json"], rows=3)}
    write_manifest(replace(told, dataset_version="2.0.0", tables=tables, files=files), folder)
    damages = [(file, reason) for file, reason in found(folder) if file == "stop_events.parquet" or " refers to " not in reason]

    assert damages == [
        ("manifest.json", "it is that of 2.0.0, and the folder is called 1.0.0"),
        ("manifest.json", "it has the table ghosts, and does not name ghosts.parquet"),
        ("manifest.json", "it has the table ghosts, and does not name ghosts.json"),
        ("manifest.json", "it names events.parquet, and has no table events"),
        ("datapackage.json", "it says version 1.0.0, and manifest.json says 2.0.0"),
        ("datapackage.json", "for stops.json it says rows 4, and manifest.json says 3"),
        ("manifest.json", "the table stops has 5 rows there, and 4 in stops.parquet"),
        ("manifest.json", "stops.json has 3 rows there, and stops.parquet has 4"),
        ("stop_events.parquet", "event_id refers to the table events, which the release does not have"),
        ("CITATION.cff", "it says version 1.0.0, and manifest.json says 2.0.0"),
    ]


def test_a_folder_without_a_manifest_is_no_release(tmp_path: Path) -> None:
    """There is nothing to hold its files to."""
    with pytest.raises(UnreadablePathError, match=r"manifest\.json: no such file or directory$"):
        verify_release(tmp_path)
