"""A release is whole or not there, is never changed, and is the same bytes for the same records."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diplotrips import __version__
from diplotrips.errors import ExportRefusedError, UnreadablePathError, UnwritablePathError
from diplotrips.exports.folders import MARK
from diplotrips.exports.manifest import read_manifest, write_manifest
from diplotrips.exports.release import tables_that_differ, write_release
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.release import Content


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_release_has_every_table_in_both_forms(content: Content, tmp_path: Path) -> None:
    """There are two files a table, the documents, what describes them, the manifest and the sums; the manifest tells the truth of each."""
    manifest = write_release(content, tmp_path / "exports" / "0.1.0", "0.1.0")
    files = contents(tmp_path / "exports" / "0.1.0")
    told = json.loads(files["manifest.json"])

    assert set(files) == {f"{name}.{form}" for name in TABLES for form in ("json", "parquet")} | {
        "records.json",
        "datapackage.json",
        "CITATION.cff",
        "CHANGES.md",
        "manifest.json",
        "SHA256SUMS",
    }
    assert read_manifest(tmp_path / "exports" / "0.1.0") == manifest
    assert (told["dataset"], told["dataset_version"], told["package_version"], told["schema_version"]) == (
        "made-up",
        "0.1.0",
        __version__,
        1,
    )
    assert {name: (entry["sha256"], entry["bytes"]) for name, entry in told["files"].items()} == {
        name: (hashlib.sha256(content).hexdigest(), len(content))
        for name, content in files.items()
        if name not in {"manifest.json", "SHA256SUMS"}
    }
    assert [told["files"][name]["rows"] for name in ("stops.parquet", "records.json", "CITATION.cff")] == [4, 2, None]
    assert files["SHA256SUMS"].decode().splitlines() == [
        f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in sorted(files.items()) if name != "SHA256SUMS"
    ]


def test_documents_are_as_authored(content: Content, tmp_path: Path) -> None:
    """What a document leaves out stays out, dates and counts are written as they were, documents are sorted by trip."""
    write_release(replace(content, documents=content.documents[::-1]), tmp_path / "build")
    documents = json.loads((tmp_path / "build" / "records.json").read_bytes())

    assert [document["trip"]["id"] for document in documents] == ["one", "two"]
    assert documents[0]["stops"][1] == {"id": "ve", "country": "VE"}
    assert documents[0]["said"]["gazette"][0] == {"span": "1-20", "days": "~4"}


def test_a_version_is_never_changed(content: Content, tmp_path: Path) -> None:
    """A version that is there already is refused and stays as it was; so is what is no version."""
    folder = tmp_path / "0.1.0"
    write_release(content, folder, "0.1.0")
    before = contents(folder)

    with pytest.raises(ExportRefusedError, match=r"is release 0\.1\.0 already, and a release is never changed$"):
        write_release(replace(content, documents=[]), folder, "0.1.0")
    with pytest.raises(ExportRefusedError, match=r"^nothing was exported: 1\.0 is no version such as 1\.0\.0$"):
        write_release(content, tmp_path / "1.0", "1.0")
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith((".", "1"))] == []


def test_a_release_is_not_written_through_a_link(content: Content, tmp_path: Path) -> None:
    """A link where the release is to be is in the way, also if it leads nowhere yet."""
    (tmp_path / "1.0.0").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ExportRefusedError, match=r"1\.0\.0 already, and a release is never changed$"):
        write_release(content, tmp_path / "1.0.0", "1.0.0")
    assert not (tmp_path / "elsewhere").exists()


def test_a_build_is_replaced(content: Content, tmp_path: Path) -> None:
    """Without a version the folder is replaced as a whole, with what an earlier version of the package wrote."""
    folder = tmp_path / "build" / "export"
    write_release(content, folder)
    manifest = read_manifest(folder)
    (folder / "former.json").touch()
    write_manifest(replace(manifest, files={**manifest.files, "former.json": manifest.files["stops.json"]}), folder)
    write_release(replace(content, documents=[]), folder)

    assert [path.name for path in folder.parent.iterdir()] == ["export"]
    assert not (folder / "former.json").exists()
    assert json.loads((folder / "records.json").read_bytes()) == []


def test_a_build_that_was_taken_away_half_way_comes_back(content: Content, tmp_path: Path) -> None:
    """Where folders cannot be exchanged in one step, a run killed between two steps is mended by the next, even if that one fails."""
    folder = tmp_path / "export"
    write_release(content, folder)
    before = contents(folder)
    beside = tmp_path / ".export.part-abcdef12"
    beside.mkdir()
    (beside / MARK).touch()
    folder.rename(beside / "old")

    with pytest.raises(ExportRefusedError):
        write_release(replace(content, tables={**content.tables, "stops": [{**content.tables["stops"][0], "kind": "No Code"}]}), folder)
    assert contents(folder) == before
    assert not beside.exists()


def test_a_row_that_does_not_hold_to_its_schema_stops_everything(content: Content, tmp_path: Path) -> None:
    """The row and the column are named, and no file is left."""
    stops = [content.tables["stops"][0], {**content.tables["stops"][1], "kind": "No Code"}]

    with pytest.raises(ExportRefusedError) as caught:
        write_release(replace(content, tables={**content.tables, "stops": stops}), tmp_path / "export")
    assert str(caught.value).startswith(
        "nothing was exported: a row of stops does not hold to its schema: number 2, kind: 'No Code' does not match"
    )
    assert list(tmp_path.iterdir()) == [path for path in tmp_path.iterdir() if path.name.startswith("dataset-")]


def test_two_rows_of_one_key_stop_everything(content: Content, tmp_path: Path) -> None:
    """A key that two rows have is named."""
    stops = [*content.tables["stops"], content.tables["stops"][0]]

    with pytest.raises(ExportRefusedError, match=r"^nothing was exported: two rows of stops have stop_id one\.na$"):
        write_release(replace(content, tables={**content.tables, "stops": stops}), tmp_path / "export")


def test_a_place_that_cannot_be_written_is_an_error(content: Content, tmp_path: Path) -> None:
    """A file in the way is an exception that names the folder asked for."""
    (tmp_path / "build").touch()

    with pytest.raises(UnwritablePathError, match=r"build/export: "):
        write_release(content, tmp_path / "build" / "export")


def test_shuffled_rows_give_the_same_bytes(content: Content, tmp_path: Path) -> None:
    """The order in which rows and documents come does not show."""
    shuffled = {name: random.Random(name).sample(rows, len(rows)) for name, rows in content.tables.items()}
    write_release(content, tmp_path / "one")
    write_release(replace(content, tables=shuffled, documents=content.documents[::-1]), tmp_path / "two")

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


EXPORT = """
import sys
from pathlib import Path
from diplotrips.exports.release import Content, write_release
from diplotrips.extract.reading import read_dataset
from diplotrips.schema.flatten import flatten

dataset = read_dataset(Path(sys.argv[1]), shown_root=".").dataset
write_release(Content(flatten(dataset), [entry.record for entry in dataset.trips], dataset.info.record), Path(sys.argv[2]), csv=True)
"""


def test_fresh_processes_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    """The real records give the same bytes in two processes that hash texts differently."""
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", EXPORT, str(root), str(tmp_path / seed)], check=True, env={"PYTHONHASHSEED": seed, "PATH": ""}
        )

    assert contents(tmp_path / "1") == contents(tmp_path / "2")


KEEP_WRITING = """
import itertools, sys
from pathlib import Path
from diplotrips.exports.folders import written_beside

for number in itertools.count():
    with written_beside(Path(sys.argv[1])) as folder:
        for name in ("first", "last"):
            (folder / name).write_text(str(number))
    print(number, flush=True)
"""


def test_a_killed_run_leaves_the_old_state_or_the_new(tmp_path: Path) -> None:
    """Killed after any number of steps, the folder is there and all its files are of one run; the next run tidies up."""
    folder = tmp_path / "export"
    for kill_after in (1, 2, 3, 50, 51):
        with subprocess.Popen([sys.executable, "-c", KEEP_WRITING, str(folder)], stdout=subprocess.PIPE) as process:
            assert process.stdout
            for _ in range(kill_after):
                process.stdout.readline()
            process.kill()

        first, last = (folder / name for name in ("first", "last"))
        assert first.read_text() == last.read_text()
    with subprocess.Popen([sys.executable, "-c", KEEP_WRITING, str(folder)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        process.kill()
    assert len(list(tmp_path.iterdir())) <= 2


def test_tables_are_compared_by_what_they_hold(content: Content, tmp_path: Path) -> None:
    """A release with another version and another writer differs in nothing; a changed note in one table is named."""
    released = write_release(content, tmp_path / "0.1.0", "0.1.0")
    same = write_release(content, tmp_path / "build")
    noted = [{**row, "note": "changed"} for row in content.tables["stops"]]
    changed = write_release(replace(content, tables={**content.tables, "stops": noted}), tmp_path / "build")

    assert tables_that_differ(same, released) == []
    assert tables_that_differ(changed, read_manifest(tmp_path / "0.1.0")) == ["stops"]
    with pytest.raises(UnreadablePathError):
        read_manifest(tmp_path / "0.2.0")
