"""`diplotrips export --version`: a release that its number, its changelog and its tombstones account for, or none at all."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.cli.records import RECORDS

from diplotrips.api import export
from diplotrips.exports.manifest import file_entry, read_manifest, write_manifest
from diplotrips.exports.parquet import write_parquet
from diplotrips.exports.stored import read_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

CHANGELOG = "# Changelog\n\n## [Unreleased]\n"
ROE = "  - {id: jane-roe, name: Jane Roe}\n"
WRITE = "write a line “## [2.0.0] - YYYY-MM-DD” with the day of the release, and below it what a reader should know"


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the release 1.0.0 of the made-up records and a person more."""
    folder = tmp_path_factory.mktemp("released")
    for name, text in (RECORDS | {"people.yaml": RECORDS["people.yaml"] + ROE}).items():
        path = folder / "extract" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    enter(folder, "1.0.0")
    export(folder, version="1.0.0")
    return folder


@pytest.fixture
def released(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it as the current folder."""
    shutil.copytree(first, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def enter(project: Path, version: str, day: str = "2024-06-01") -> None:
    """Write an entry for a version into the changelog, above the earlier ones."""
    path = project / "CHANGELOG.md"
    earlier = path.read_text() if path.exists() else CHANGELOG
    path.write_text(earlier.replace("## [Unreleased]\n", f"## [Unreleased]\n\n## [{version}] - {day}\n\n- Something.\n"))


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def name_again(project: Path, name: str) -> None:
    """Give the second person another name, which is a correction."""
    (project / "extract/people.yaml").write_text(RECORDS["people.yaml"] + ROE.replace("Jane Roe", name))


def test_a_correction_is_a_patch(released: Path, run: Callable[..., Ran]) -> None:
    """It is written beside the earlier release, told in `CHANGES.md` and `changes`, and listed in the catalog with both days."""
    name_again(released, "Jane Røe")
    enter(released, "1.0.1", "2024-07-01")

    ran = run("export", "--version", "1.0.1")

    assert ran.status == 0, ran.err
    assert ran.out.splitlines()[-2:] == [
        "not the same as in 1.0.0: people; exports/1.0.1/CHANGES.md says what changed",
        "exports/catalog.json lists it",
    ]
    catalog = json.loads((released / "exports/catalog.json").read_text())
    assert [(entry["version"], entry["date"]) for entry in catalog["versions"]] == [("1.0.0", "2024-06-01"), ("1.0.1", "2024-07-01")]
    (row,) = json.loads((released / "exports/1.0.1/changes.json").read_text())
    assert (row["record_id"], row["value_before"], row["value_after"]) == ("jane-roe", "Jane Roe", "Jane Røe")
    assert "Jane Røe" in (released / "exports/1.0.1/CHANGES.md").read_text()
    assert (released / "exports/1.0.0/CHANGES.md").read_text() == "# Changes\n\nThere is no earlier release.\n"
    assert json.loads((released / "exports/1.0.0/changes.json").read_text()) == []


@pytest.mark.parametrize(
    ("version", "refusal"),
    [
        ("1.0.0", "exports/1.0.0 is release 1.0.0 already, and a release is never changed"),
        ("0.9.0", "0.9.0 is not greater than 1.0.0, the newest release in exports"),
        ("2.0.0", f"CHANGELOG.md has no entry for 2.0.0; {WRITE}"),
        ("1.0.2", "CHANGELOG.md:5: the entry for 1.0.2 has no day; the line reads “## [1.0.2] - YYYY-MM-DD”"),
        ("1.0.3", "CHANGELOG.md:7: nothing stands below the heading of 1.0.3; write there what a reader should know"),
        ("1.0.4", "CHANGELOG.md has 1.0.4 on 2024-05-31, which is before 1.0.0 on 2024-06-01"),
        ("1.0.5", "nothing has changed since 1.0.0"),
    ],
)
def test_a_release_without_its_due_is_refused(released: Path, run: Callable[..., Ran], version: str, refusal: str) -> None:
    """A number that is taken or too small, an entry that is not there or not whole, nothing new: one sentence, and nothing is touched."""
    enter(released, "1.0.5")
    enter(released, "1.0.4", "2024-05-31")
    changelog = (released / "CHANGELOG.md").read_text()
    (released / "CHANGELOG.md").write_text(
        changelog.replace("## [Unreleased]\n", "## [Unreleased]\n\n## [1.0.2]\n\n## [1.0.3] - 2024-07-01\n")
    )
    before = files(released)

    assert run("export", "--version", version) == (1, "", f"diplotrips: nothing was exported: {refusal}\n")
    assert files(released) == before


def test_a_release_that_was_changed_is_not_listed_anew(released: Path, run: Callable[..., Ran]) -> None:
    """Sealed anew with hashes that fit, it still is not the one that the catalog tells of, and the next export must not make it that."""
    folder = released / "exports/1.0.0"
    known = file_entry(folder / "manifest.json").sha256
    (folder / "CHANGES.md").write_text("# Changes\n\nForged.\n")
    manifest = read_manifest(folder)
    write_manifest(replace(manifest, files={**manifest.files, "CHANGES.md": file_entry(folder / "CHANGES.md")}), folder)
    now = file_entry(folder / "manifest.json").sha256
    name_again(released, "Jane Røe")
    enter(released, "1.0.1")
    before = files(released)

    refusal = (
        f"diplotrips: nothing was exported: the SHA-256 of exports/1.0.0/manifest.json is {now}, and exports/catalog.json says {known}; "
        "a release is never changed: restore exports/1.0.0\n"
    )
    assert run("export", "--version", "1.0.1") == run("export", "--version", "1.0.0") == (1, "", refusal)
    assert files(released) == before
    assert run("verify").status == 1


def test_a_release_that_is_gone_is_not_made_again(released: Path, run: Callable[..., Ran]) -> None:
    """The number is taken as long as the catalog has it, whatever became of the folder; a damaged catalog is not written over either."""
    shutil.rmtree(released / "exports/1.0.0")
    before = files(released)
    refusal = "exports/catalog.json lists 1.0.0 already, and there is no exports/1.0.0; restore it"

    assert run("export", "--version", "1.0.0") == (1, "", f"diplotrips: nothing was exported: {refusal}\n")
    assert files(released) == before
    (released / "exports/catalog.json").write_text("{}")
    assert run("export", "--version", "1.0.0") == (
        3, "", "diplotrips: cannot read exports/catalog.json: it is not the catalog of a dataset\n"
    )  # fmt: skip


def test_a_project_without_a_changelog_is_told(released: Path, run: Callable[..., Ran]) -> None:
    """The file to write is named, and the line in it."""
    (released / "CHANGELOG.md").unlink()

    refusal = f"nothing was exported: there is no CHANGELOG.md with an entry for 2.0.0; {WRITE}"
    assert run("export", "--version", "2.0.0") == (1, "", f"diplotrips: {refusal}\n")


def test_what_can_be_refused_before_the_records_are_read_is(released: Path, run: Callable[..., Ran]) -> None:
    """A version that is taken is told though the records have errors."""
    (released / "extract/people.yaml").write_text("schema: 1\npeople: [{id: 1}]\n")

    assert run("export", "--version", "1.0.0").err.endswith("exports/1.0.0 is release 1.0.0 already, and a release is never changed\n")


def test_a_forged_patch_is_refused(released: Path, run: Callable[..., Ran]) -> None:
    """Where the release before has a column that is gone now, a patch and a minor version name it and are refused; a major one is not."""
    withdraw_a_column(released / "exports/1.0.0")
    (released / "exports/catalog.json").unlink()  # it tells of a 1.0.0 without that column
    before = files(released / "exports")
    for version, step in {"1.0.1": "patch", "1.1.0": "minor"}.items():
        enter(released, version)
        told = f"{version} is a {step} release, but the column people.shoe_size is withdrawn since 1.0.0, which takes a major one: 2.0.0"
        assert run("export", "--version", version) == (1, "", f"diplotrips: nothing was exported: {told}\n")
        assert files(released / "exports") == before

    enter(released, "2.0.0")
    assert run("export", "--version", "2.0.0").status == 0


def withdraw_a_column(folder: Path) -> None:
    """Give a released table a column that no later version has."""
    table, path = read_table(folder, "people"), folder / "people.parquet"
    write_parquet(table.append_column("shoe_size", table["name"]), path)
    manifest = read_manifest(folder)
    write_manifest(replace(manifest, files={**manifest.files, path.name: file_entry(path, table.num_rows)}), folder)


def test_an_id_that_went_takes_a_tombstone_and_a_major_version(released: Path, run: Callable[..., Ran]) -> None:
    """Without a tombstone the id is named and the entry to write; with one, a minor version is too small."""
    (released / "extract/people.yaml").write_text(RECORDS["people.yaml"])
    for version in ("1.1.0", "2.0.0"):
        enter(released, version)
    before = files(released / "exports")

    ran = run("export", "--version", "2.0.0")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("diplotrips: nothing was exported: person jane-roe ")
    assert "{id: jane-roe, kind: person, withdrawn_on: YYYY-MM-DD, because: why}" in ran.err

    tombstone = "{id: jane-roe, kind: person, withdrawn_on: 2024-06-01, because: Nobody of that name., successor: jane-doe}"
    (released / "extract/withdrawn.yaml").write_text(f"schema: 1\nwithdrawn:\n  - {tombstone}\n")
    ran = run("export", "--version", "1.1.0")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("diplotrips: nothing was exported: 1.1.0 is a minor release, but ")
    assert ran.err.endswith(" since 1.0.0, which takes a major one: 2.0.0\n")
    assert files(released / "exports") == before

    assert run("export", "--version", "2.0.0").status == 0
    (row,) = [row for row in json.loads((released / "exports/2.0.0/changes.json").read_text()) if row["record_id"] == "jane-roe"]
    assert row["successor_id"] == "jane-doe"


def test_a_release_of_another_dataset_is_no_predecessor(released: Path, run: Callable[..., Ran]) -> None:
    """A dataset that was given another id begins with releases of its own."""
    info = released / "extract/dataset.yaml"
    info.write_text(info.read_text().replace("id: made-up", "id: other"))
    enter(released, "2.0.0")

    refusal = "nothing was exported: exports/1.0.0 is a release of made-up, and dataset.yaml is of other"
    assert run("export", "--version", "2.0.0") == (1, "", f"diplotrips: {refusal}\n")
    assert run("export") == (1, "", f"diplotrips: {refusal}\n")


def test_an_old_release_can_be_made_again(released: Path, run: Callable[..., Ran]) -> None:
    """Written elsewhere, a version is held to the release before it, has the same bytes, and is listed in the catalog there."""
    name_again(released, "Jane Røe")
    enter(released, "1.0.1")
    assert run("export", "--version", "1.0.1").status == 0

    assert run("export", "--version", "1.0.1", "--into", "again/1.0.1").out.endswith("\nagain/catalog.json lists it\n")
    assert run("export", "--version", "1.0.1", "--into", "named").out.endswith("/CHANGES.md says what changed\n")

    assert files(released / "again/1.0.1") == files(released / "named") == files(released / "exports/1.0.1")
    assert sorted(path.name for path in released.iterdir()) == ["CHANGELOG.md", "again", "exports", "extract", "named"]


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (("--version", "1.0.1", "--into", "exports/2.0.0"), "exports/2.0.0 is the place of release 2.0.0, and 1.0.1 is to be written"),
        (("--into", "exports/2.0.0"), "exports/2.0.0 is the place of release 2.0.0, and this is a build without a version"),
    ],
)
def test_no_release_is_called_otherwise(released: Path, run: Callable[..., Ran], arguments: tuple[str, ...], refusal: str) -> None:
    """Among the releases, a folder with the name of a version holds that version."""
    name_again(released, "Jane Røe")
    enter(released, "1.0.1")

    assert run("export", *arguments) == (1, "", f"diplotrips: nothing was exported: {refusal}\n")
    assert sorted(path.name for path in (released / "exports").iterdir()) == ["1.0.0", "catalog.json"]


def test_releases_that_cannot_be_listed_stop_the_next_one(released: Path, run: Callable[..., Ran]) -> None:
    """A release that is not the one that its folder is named for is told before anything is written."""
    name_again(released, "Jane Røe")
    enter(released, "1.0.1")
    shutil.copytree(released / "exports/1.0.0", released / "exports/0.9.0")

    ran = run("export", "--version", "1.0.1")

    assert ran == (3, "", "diplotrips: cannot read exports/0.9.0/manifest.json: it is that of made-up 1.0.0, not of made-up 0.9.0\n")
    assert sorted(path.name for path in (released / "exports").iterdir()) == ["0.9.0", "1.0.0", "catalog.json"]


def test_fresh_processes_give_the_same_bytes(released: Path) -> None:
    """Whatever the order of sets, the time zone and the language, with the changes since the release before and all files of a deposit."""
    name_again(released, "Jane Røe")
    enter(released, "1.0.1")
    for seed, zone, language in (("1", "Pacific/Kiritimati", "C"), ("2", "America/Adak", "C.UTF-8")):
        command = [sys.executable, "-m", "diplotrips", "export", "--version", "1.0.1", "--into", f"{seed}/1.0.1", "--csv"]
        subprocess.run(command, check=True, capture_output=True, env={"PATH": "", "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language})

    assert files(released / "1/1.0.1") == files(released / "2/1.0.1")
    assert "changes.csv" in files(released / "1/1.0.1")


def test_a_damaged_release_stops_the_next_one(released: Path, run: Callable[..., Ran]) -> None:
    """What is compared with is held to its hashes, since a difference to something else would mean nothing."""
    name_again(released, "Jane Røe")
    enter(released, "1.0.1")
    with (released / "exports/1.0.0/people.parquet").open("ab") as stream:
        stream.write(b"\0")

    ran = run("export", "--version", "1.0.1")

    told = "it is not the file that 1.0.0 was released with (SHA-256 differs from manifest.json)"
    assert ran == (3, "", f"diplotrips: cannot read exports/1.0.0/people.parquet: {told}\n")
    assert sorted(path.name for path in (released / "exports").iterdir()) == ["1.0.0", "catalog.json"]
