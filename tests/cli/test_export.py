"""`diplotrips export`: what it says of disagreements, what it writes, and what it refuses."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from tests.cli.records import DECISION, DISAGREEING, RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

WROTE = re.compile(r"wrote (\S+): ([0-9]+) tables with ([0-9,]+) rows as Parquet and JSON, ([0-9]+) files, ([0-9,]+) bytes")


def test_an_export_says_how_disagreements_were_settled(project: Path, run: Callable[..., Ran]) -> None:
    """Each settled disagreement has its decision, verdict and reason; then what was written, which is as large as is said."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING.replace("status: completed", "status: planned"))
    (project / "extract/decisions.yaml").write_text(DECISION)
    ran = run("export")
    lines = ran.out.splitlines()

    assert (ran.status, ran.err) == (0, "")
    assert lines[:5] == [
        "1 disagreement settled:",
        "  DT205 andes days: herald says the tour lasted 7 days and gazette says the tour took place on",
        "  2024-05-06/2024-05-09, which are 4 days",
        "      -> adopt, overruling herald:body:7, by andes-days: The herald counts the flights.",
        "1 warning open as of 2024-06-01; diplotrips check shows them",
    ]
    wrote = WROTE.fullmatch(lines[5])
    assert wrote is not None
    manifest = json.loads((project / "build/export/manifest.json").read_text())
    rows = sum(table["rows"] for table in manifest["tables"].values())
    size_bytes = sum((project / "build/export" / name).stat().st_size for name in manifest["files"])
    assert wrote.groups() == ("build/export", str(len(manifest["tables"])), f"{rows:,}", str(len(manifest["files"])), f"{size_bytes:,}")
    assert lines[6:] == ["there is no release in exports to compare with"]


def test_a_build_is_compared_with_the_newest_release(project: Path, run: Callable[..., Ran]) -> None:
    """A build with the same tables says so; one with others names them and the file that tells what changed."""
    (project / "CHANGELOG.md").write_text("## [0.1.0] - 2024-06-01\n- All.\n")
    assert run("export", "--version", "0.1.0").out.endswith(
        "\nthere is no release in exports to compare with\nexports/catalog.json lists it\n"
    )
    assert run("export").out.endswith("\nthe tables are those of 0.1.0\n")

    (project / "extract/people.yaml").write_text(RECORDS["people.yaml"] + "  - {id: jane-roe, name: Jane Roe}\n")

    told = "not the same as in 0.1.0: people; build/export/CHANGES.md says what changed"
    assert run("export").out.splitlines()[-1] == told
    assert "jane-roe" in (project / "build/export/CHANGES.md").read_text()
    assert [row["record_id"] for row in json.loads((project / "build/export/changes.json").read_text())] == ["jane-roe"]


def test_an_export_with_csv_says_so(project: Path, run: Callable[..., Ran]) -> None:
    """The files of a deposit are counted with the others."""
    assert project.is_dir()
    told = run("export", "--csv").out
    manifest = json.loads((project / "build/export/manifest.json").read_text())

    assert " as Parquet, JSON and CSV, " in told
    assert {"trips.csv", "codebook.csv", "codebook.md", "README.txt"} <= manifest["files"].keys()


def test_an_export_is_refused_while_errors_are_open(project: Path, run: Callable[..., Ran]) -> None:
    """The findings are shown on standard output, the refusal on standard error, and nothing is written."""
    (project / "extract/people.yaml").write_text("schema: 1\npeople:\n  - {id: jane-doe, name: Jane Doe, nam: Jane}\n")
    ran = run("export")

    assert (ran.status, ran.err) == (1, "diplotrips: nothing was exported: 1 error is open in extract\n")
    assert ran.out.startswith("error[DT005] jane-doe nam: ")
    assert not (project / "build").exists()


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (("--version", "0.1.0"), "exports/0.1.0 is release 0.1.0 already, and a release is never changed"),
        (("--into", "exports/0.1.0"), "exports/0.1.0 is release 0.1.0 already, and a release is never changed"),
        (
            ("--into", "extract"),
            "extract holds authored, which is no file of an earlier build, and an export replaces the folder; name a new one",
        ),
        (("--into", "extract/people.yaml"), "extract/people.yaml is a file, not a folder"),
    ],
)
def test_nothing_that_is_not_a_build_is_replaced(project: Path, run: Callable[..., Ran], arguments: tuple[str, str], refusal: str) -> None:
    """A release, a folder with other files and a file stay as they are."""
    (project / "CHANGELOG.md").write_text("## [0.1.0] - 2024-06-01\n- All.\n")
    run("export", "--version", "0.1.0")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}

    assert run("export", *arguments) == (1, "", f"diplotrips: nothing was exported: {refusal}\n")
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_dataset_without_a_reference_date_is_refused(project: Path, run: Callable[..., Ran]) -> None:
    """The day as of which conflicts are told has to be given."""
    (project / "extract/dataset.yaml").unlink()

    refusal = "nothing was exported: a dataset.yaml with a reference_date of one day is needed"
    assert run("export") == (1, "", f"diplotrips: {refusal}\n")


def test_a_release_is_judged_as_of_its_reference_date(project: Path, run: Callable[..., Ran]) -> None:
    """A plan whose days lie ahead of the reference date is no warning, whatever the clock says."""
    (project / "extract/authored/andes.yaml").write_text(RECORDS["authored/andes.yaml"].replace("status: completed", "status: planned"))
    (project / "extract/dataset.yaml").write_text(RECORDS["dataset.yaml"].replace("2024-06-01", "2024-05-01"))

    assert run("export").out.startswith("wrote build/export: ")


def test_the_folder_of_the_records_serves_as_well(project: Path, run: Callable[..., Ran]) -> None:
    """Where FOLDER is `extract` itself, the changelog and the releases lie beside it."""
    (project / "CHANGELOG.md").write_text("## [0.1.0] - 2024-06-01\n- All.\n")
    run("export", "extract", "--version", "0.1.0")

    assert (project / "exports/0.1.0/manifest.json").is_file()


def test_a_folder_that_cannot_be_written_is_told(project: Path, run: Callable[..., Ran]) -> None:
    """A path through a file leaves with status 3."""
    ran = run("export", "--into", "extract/people.yaml/build")

    assert not (project / "build").exists()
    assert (ran.status, ran.out, ran.err.startswith("diplotrips: cannot write ")) == (3, "", True)
