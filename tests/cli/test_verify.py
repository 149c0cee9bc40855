"""`diplotrips verify`: what it says of releases that are whole and of those that are not, and where it looks for them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran


@pytest.fixture
def released(project: Path, run: Callable[..., Ran]) -> Path:
    """The current folder, a project with the release 1.0.0."""
    (project / "CHANGELOG.md").write_text("# Changelog\n\n## [1.0.0] - 2024-06-01\n\nThe first release.\n")
    assert run("export", "--version", "1.0.0").status == 0
    return project


def told(folder: Path) -> str:
    """Return how many tables, rows and files a release has, in the words of the command."""
    manifest = json.loads((folder / "manifest.json").read_text())
    rows = sum(table["rows"] for table in manifest["tables"].values())
    return f"{len(manifest['tables'])} tables with {rows:,} rows, {len(manifest['files'])} files"


def test_releases_that_are_whole(released: Path, run: Callable[..., Ran]) -> None:
    """Without arguments all releases of the project and their catalog are verified; a version and a folder name one."""
    whole = f"exports/1.0.0: {told(released / 'exports/1.0.0')}: whole and unchanged\n"
    both = (0, f"{whole}exports: the catalog is that of these releases\n", "")

    assert run("verify") == run("verify", "exports") == both
    assert run("verify", "1.0.0") == run("verify", "exports/1.0.0") == (0, whole, "")
    assert run("verify", "1.0.0", "1.0.0").out == whole * 2


def test_another_project_and_a_build(released: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`--folder` names the project; a build is verified like a release."""
    assert run("export").status == 0
    assert run("verify", "build/export").out == f"build/export: {told(released / 'build/export')}: whole and unchanged\n"

    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert run("verify", "1.0.0", "--folder", "..").out == f"../exports/1.0.0: {told(released / 'exports/1.0.0')}: whole and unchanged\n"


def test_a_release_in_the_current_folder(released: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """A point is the current folder, whose entry in the catalog beside it is held to it as well."""
    monkeypatch.chdir(released / "exports/1.0.0")
    assert run("verify", ".") == (0, f".: {told(released / 'exports/1.0.0')}: whole and unchanged\n", "")

    (released / "exports/catalog.json").write_text('{"dataset": "made-up", "versions": []}')
    assert run("verify", ".").out.splitlines()[0] == "../catalog.json: it does not have 1.0.0"


def test_a_release_that_is_damaged(released: Path, run: Callable[..., Ran]) -> None:
    """Each fault is told with its file, then how many there are and what that means; the status is 1."""
    folder = released / "exports/1.0.0"
    (folder / "stops.json").unlink()
    (folder / "notes\ttoo.txt").touch()

    assert run("verify", "1.0.0") == (
        1,
        (
            "exports/1.0.0/stops.json: it is missing\n"
            "exports/1.0.0/notes too.txt: it is none of the files that manifest.json names\n"
            "exports/1.0.0: 2 faults in 2 files: do not work with it; take it anew from where it was published, or from version control\n"
        ),
        "",
    )
    (released / "exports/catalog.json").unlink()
    assert run("verify").out.splitlines()[-2:] == [
        "exports/catalog.json: it is missing, so nobody can take a release from here by its version",
        "exports: 1 fault in 1 file",
    ]


def test_what_is_no_release(released: Path, run: Callable[..., Ran]) -> None:
    """A version that is not there, a folder without a release, and a manifest that is none leave with status 3 and a sentence."""
    (released / "exports/1.0.0/manifest.json").write_text("{}")

    assert run("verify", "2.0.0") == (3, "", "diplotrips: cannot read exports/2.0.0: there is no such folder\n")
    assert run("verify", "extract") == (
        3,
        "",
        "diplotrips: cannot read extract: there is no release in it, since it has no manifest.json\n",
    )
    assert run("verify", "1.0.0") == (3, "", "diplotrips: cannot read exports/1.0.0/manifest.json: it is not the manifest of a release\n")
    assert run("verify").out.splitlines()[0] == "exports/1.0.0/manifest.json: it is not the manifest of a release"
