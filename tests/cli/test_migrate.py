"""`diplotrips migrate`: what is said, what is written, and the exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.migrating.version_two import ONLY_TOWNS

from diplotrips.api import migrating

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran


@pytest.fixture
def version_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that has a version 2 of the record format."""
    monkeypatch.setattr(migrating, "MIGRATIONS", (ONLY_TOWNS,))


def test_nothing_to_do(project: Path, run: Callable[..., Ran]) -> None:
    """As long as there is one version every file is of it."""
    assert project.is_dir()
    assert run("migrate", "--check") == run("migrate") == (0, "5 files of version 1 already\n", "")


@pytest.mark.usefixtures("version_two")
def test_checks_and_writes(project: Path, run: Callable[..., Ran]) -> None:
    """With --check nothing is written and the status is 1; without it the files are; a second time there is nothing to do."""
    names = ["authored/andes.yaml", "coders.yaml", "dataset.yaml", "people.yaml", "sources.yaml"]
    people = project / "extract/people.yaml"
    before = people.read_text(encoding="utf-8")

    checked = run("migrate", "--check")

    told = [f"extract/{name}: version 1 would become 2\n" for name in names]
    step = "people.*.name is found at called.name: 1 time\n"
    assert checked == (1, "".join([*told, step, "5 files would be migrated to version 2\n"]), "")
    assert people.read_text(encoding="utf-8") == before
    told = [f"extract/{name}: version 1 becomes 2\n" for name in names]
    assert run("migrate") == (0, "".join([*told, step, "5 files migrated to version 2\n"]), "")
    assert people.read_text(encoding="utf-8") == "schema: 2\npeople:\n  - {id: jane-doe, called: {name: Jane Doe}}\n"
    assert run("migrate", "--check") == run("migrate", str(project)) == (0, "5 files of version 2 already\n", "")


@pytest.mark.usefixtures("version_two")
def test_refuses(project: Path, run: Callable[..., Ran]) -> None:
    """What is in the way is told a line each, and nothing is written."""
    (project / "extract/people.yaml").write_text("schema: 9\npeople: []\n", encoding="utf-8")
    (project / "extract/coders.yaml").write_text("schema: 1\n\tcoders: []\n", encoding="utf-8")

    assert run("migrate") == (
        1,
        (
            "extract/coders.yaml:2:1: error DT002: a tab stands here; indent with spaces\n"
            "extract/people.yaml:1:9: schema is 9, which is newer than this version of diplotrips knows; it knows 2\n"
            "nothing was migrated because of 2 files\n"
        ),
        "",
    )
    assert "schema: 1\n" in (project / "extract/authored/andes.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("--to", "2"), 2, "version 2 of the record format is not known; documents of version 1 only are"),
        (("nowhere",), 3, "cannot read nowhere: the file does not exist"),
    ],
)
def test_requests_that_cannot_be_met(project: Path, run: Callable[..., Ran], arguments: tuple[str, ...], status: int, message: str) -> None:
    """A version that is not known and a path that is not there are told in one sentence."""
    assert project.is_dir()
    ran = run("migrate", *arguments)

    assert (ran.status, ran.out) == (status, "")
    assert message in ran.err
