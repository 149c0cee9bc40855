"""`diplotrips check --format github`: annotations that GitHub shows, and the whole list in the summary of the step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.records import DISAGREEING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from tests.cli.records import Ran

READ = "extract: 1 trip, 2 stops, 0 agreements, 0 quoted experts, 2 sources, 10 claims\n0 errors, 1 warning, 0 notes as of 2024-06-01\n"


def people(count: int) -> str:
    """Return a register in which every entry has a key that is none."""
    return "schema: 1\npeople:\n  - {id: jane-doe, name: Jane Doe}\n" + "".join(
        f"  - {{id: p{n}, name: P, a|b: 1}}\n" for n in range(count)
    )


def test_an_annotation_names_both_ends(project: Path, run: Callable[..., Ran]) -> None:
    """The line of the finding carries the message and where the other ends stand."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)

    assert run("check", "--format", "github", "--today", "2024-06-01").out == (
        "::warning file=extract/authored/andes.yaml,line=20,col=14,endColumn=14,title=DT205 andes days::"
        "herald says the tour lasted 7 days and gazette says the tour took place on 2024-05-06/2024-05-09, which are 4 days"
        "%0Aagainst extract/authored/andes.yaml:16:32: gazette says the tour took place on 2024-05-06/2024-05-09"
        "%0Aagainst extract/authored/andes.yaml:8:10: the record has dates 2024-05-06/2024-05-09\n" + READ
    )


def test_at_most_ten_annotations_a_level(project: Path, run: Callable[..., Ran]) -> None:
    """GitHub shows ten of a level and drops the others; so the tenth says how many findings have none."""
    (project / "extract/people.yaml").write_text(people(13))
    lines = run("check", "--format", "github").out.splitlines()
    errors = [line for line in lines if line.startswith("::error")]

    assert len(errors) == 10
    assert lines[9] == "::error::and 4 errors more: see the summary of this step, or run diplotrips check"


def test_ten_findings_are_ten_annotations(project: Path, run: Callable[..., Ran]) -> None:
    """Nothing is left out where all fit."""
    (project / "extract/people.yaml").write_text(people(10))
    lines = run("check", "--format", "github").out.splitlines()

    assert len([line for line in lines if line.startswith("::error file=extract/people.yaml,line=")]) == 10
    assert not lines[10].startswith("::")


def test_nothing_ends_a_property_or_a_command(project: Path, run: Callable[..., Ran]) -> None:
    """Per cent, comma, colon and line break in a file name are escaped where a workflow command would take them for its own."""
    (project / "extract/authored/a,b:c%.yaml").write_text("schema: 1\nschema: 2\n")
    out = run("check", "--format", "github").out

    assert "::error file=extract/authored/a%2Cb%3Ac%25.yaml,line=2,col=1,endColumn=6,title=DT003" in out


def test_the_summary_of_the_step_has_the_whole_list(project: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind what is in the file already there is a table with a row a finding; nothing in it is read as Markdown."""
    (project / "extract/people.yaml").write_text(people(13))
    (project / "summary.md").write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "summary.md"))
    run("check", "--format", "github", "--today", "2024-06-01")
    lines = (project / "summary.md").read_text().splitlines()

    assert lines[:3] == ["before", "### diplotrips check", ""]
    assert lines[7:9] == ["| | place | about | what |", "|---|---|---|---|"]
    assert len([line for line in lines if line.startswith("| error DT005 | extract/people.yaml:")]) == 13
    assert r"a\|b" in lines[9]


def test_only_the_format_github_writes_a_summary(project: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is for the format that asks for it."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "summary.md"))
    run("check")

    assert not (project / "summary.md").exists()


def test_a_summary_that_cannot_be_written_is_told(project: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written leaves with status 3, after the annotations."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "extract"))
    ran = run("check", "--format", "github")

    assert (ran.status, ran.err) == (3, f"diplotrips: cannot write {project / 'extract'}: is a directory\n")
