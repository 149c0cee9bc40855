"""`diplotrips format`: what is said, what is written, and the exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.records import RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

UNTIDY = "people:\n- name: Jane Doe # not her real name\n  id: jane-doe\nschema: 1\n"
TIDY = "schema: 1\npeople:\n  - id: jane-doe\n    name: Jane Doe  # not her real name\n"


@pytest.fixture
def people(project: Path) -> Path:
    """A register that is not written as it should be."""
    file = project / "extract/people.yaml"
    file.write_text(UNTIDY, encoding="utf-8")
    return file


def test_only_checks(people: Path, run: Callable[..., Ran]) -> None:
    """With --check nothing is written, and the first line that would change is named."""
    assert run("format", "--check") == (
        1,
        "extract/people.yaml:1: from here on it would be written otherwise\n1 file would be written otherwise; 4 files as they should be\n",
        "",
    )
    assert people.read_text(encoding="utf-8") == UNTIDY


def test_writes(people: Path, run: Callable[..., Ran]) -> None:
    """Without it the file is written, and a second time there is nothing to do."""
    first, second, check = run("format"), run("format"), run("format", "--check")

    assert first == (0, "extract/people.yaml:1: from here on written otherwise\n1 file written otherwise; 4 files as they should be\n", "")
    assert people.read_text(encoding="utf-8") == TIDY
    assert second == check == (0, "5 files as they should be\n", "")
    assert run("check").status == 0


def test_one_file(people: Path, run: Callable[..., Ran]) -> None:
    """A file is known by its name and the folders around it, wherever it lies; one that is named twice is written once."""
    ran = run("format", "extract/people.yaml", str(people), "extract/sources.yaml", "--check")

    assert ran.out.splitlines()[-1] == "2 files would be written otherwise; 1 file as it should be"


@pytest.mark.parametrize("arguments", [(), ("--check",), ("extract/people.yaml",)])
def test_leaves_what_has_errors(people: Path, run: Callable[..., Ran], arguments: tuple[str, ...]) -> None:
    """A file with errors of its own is named with its finding and is not touched."""
    people.write_text("schema:   1\npeople: [\n", encoding="utf-8")

    ran = run("format", *arguments)

    assert (ran.status, ran.err) == (1, "")
    told = "the text ends here, where a value should stand; a bracket is not closed, or a value is missing"
    assert ran.out.splitlines()[0] == f"extract/people.yaml:2:10: error DT002: {told}"
    assert ran.out.splitlines()[1].startswith("1 file left because of errors")
    assert people.read_text(encoding="utf-8") == "schema:   1\npeople: [\n"


def test_leaves_json_alone(project: Path, run: Callable[..., Ran]) -> None:
    """JSON has one style, and is neither counted nor written."""
    file = project / "extract/events.json"
    file.write_text('{"schema":1,   "events":[]}', encoding="utf-8")

    assert run("format") == (0, "5 files as they should be\n", "")
    assert run("format", "extract/events.json") == (0, "0 files as they should be\n", "")
    assert file.read_text(encoding="utf-8") == '{"schema":1,   "events":[]}'


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("extract/nobody.yaml", "cannot read extract/nobody.yaml: the file does not exist"),
        ("extract/authored", "cannot read extract/authored: there is no folder extract in it"),
    ],
)
def test_what_is_not_there(people: Path, run: Callable[..., Ran], path: str, told: str) -> None:
    """A path that cannot be read is one sentence, and nothing is written."""
    assert run("format", path, "extract/people.yaml") == (3, "", f"diplotrips: {told}\n")
    assert people.read_text(encoding="utf-8") == UNTIDY


def test_records_are_the_same(project: Path, run: Callable[..., Ran]) -> None:
    """What was laid out with four spaces a level is brought back to what it was."""
    file = project / "extract/authored/andes.yaml"
    wide = "\n".join(" " * (len(line) - len(line.lstrip())) + line for line in file.read_text(encoding="utf-8").splitlines())
    file.write_text(wide, encoding="utf-8")

    assert run("format").status == 0
    assert file.read_text(encoding="utf-8") == RECORDS["authored/andes.yaml"]
