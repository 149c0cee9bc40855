"""The format that is guessed, `--output FORMAT=FILE`, and that the same records give the same bytes in every format."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.records import DISAGREEING

from diplotrips.cli.formats import FORMATS
from diplotrips.cli.render import renderers

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.records import Ran

BY_NAME = {"text": "txt", "json": "json", "github": "log", "sarif": "sarif", "junit": "xml", "markdown": "md"}
MORE = "(diplotrips check --help tells more)"


def test_every_format_has_a_renderer() -> None:
    """What `--format` takes is what can be rendered, and what these tests look at."""
    assert tuple(renderers()) == FORMATS == tuple(BY_NAME)


@pytest.mark.parametrize(
    ("surroundings", "arguments", "start"),
    [
        ("GITHUB_ACTIONS=true", "check", "::warning file="),
        ("GITHUB_ACTIONS=false", "check", "warning[DT207]"),
        ("GITHUB_ACTIONS=true", "check --format text", "warning[DT207]"),
        ("GITLAB_CI=true", "check", "warning[DT207]"),
    ],
)
@pytest.mark.usefixtures("disagreeing")
def test_the_format_is_guessed(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, surroundings: str, arguments: str, start: str
) -> None:
    """In GitHub Actions annotations are printed, elsewhere text; `--format` overrides."""
    monkeypatch.setenv(*surroundings.split("="))

    assert run(*arguments.split()).out.startswith(start)


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_has_what_would_be_printed(project: Path, run: Callable[..., Ran], form: str) -> None:
    """A file of any format is the output of that format, in a folder that is made for it."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)
    printed = run("check", "--today", "2024-06-01", "--format", form).out
    run("check", "--today", "2024-06-01", "--output", f"{form}=reports/new/report.{BY_NAME[form]}")

    assert (project / f"reports/new/report.{BY_NAME[form]}").read_text(encoding="utf-8") == printed


@pytest.mark.usefixtures("project")
def test_one_run_writes_several_files_and_prints(run: Callable[..., Ran]) -> None:
    """What is printed does not change, and the status neither; an older report is replaced."""
    Path("report.sarif").write_text("old")
    ran = run("check", "--today", "2024-06-01", "--output", "sarif=report.sarif", "--output", "junit=report.xml")

    assert ran == run("check", "--today", "2024-06-01")
    assert Path("report.sarif").read_text().startswith('{\n "$schema"')
    assert Path("report.xml").read_text().startswith("<?xml")


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("sarif=extract", "cannot write extract: there is something else than a file"),
        ("sarif=extract/people.yaml/x.sarif", "cannot write extract/people.yaml/x.sarif: its folder is a file"),
        ("sarif=/dev/null", "cannot write /dev/null: there is something else than a file"),
        ("sarif=/dev/full/x", "cannot write /dev/full/x: its folder is a file"),
    ],
)
def test_what_cannot_be_written_is_told(project: Path, run: Callable[..., Ran], output: str, told: str) -> None:
    """A file that cannot be written leaves with status 3 and a sentence, after the findings."""
    ran = run("check", "--today", "2024-06-01", "--output", output)

    assert (ran.status, ran.err) == (3, f"diplotrips: {told}\n")
    assert ran.out.endswith("nothing to report as of 2024-06-01\n")
    assert sorted(path.name for path in project.iterdir()) == ["extract"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("outputs", "told"),
    [
        (("report.sarif",), "--output takes a format and a file such as sarif=report.sarif, not report.sarif"),
        (("sarif=",), "--output takes a format and a file such as sarif=report.sarif, not sarif="),
        (("xml=report.xml",), "--output takes text, json, github, sarif, junit or markdown before the file, not xml"),
        (("sarif=report", "json=report"), "--output writes report twice"),
    ],
)
def test_a_wrong_output_is_wrong_usage(run: Callable[..., Ran], outputs: tuple[str, ...], told: str) -> None:
    """A format that does not exist, no file, or one file for two formats is told in a sentence."""
    arguments = [part for output in outputs for part in ("--output", output)]

    assert run("check", *arguments) == (2, "", f"diplotrips: {told} {MORE}\n")


def test_a_file_may_have_a_sign_of_equality_in_its_name(project: Path, run: Callable[..., Ran]) -> None:
    """Only the first one divides format and file."""
    run("check", "--output", "text=a=b.txt")

    assert (project / "a=b.txt").is_file()


def test_the_same_records_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    """In every format a run gives the bytes of another, whatever the order of hashes and the time of day."""

    def reports(seed: str) -> dict[str, bytes]:
        folder = tmp_path / seed
        arguments = [part for form in FORMATS for part in ("--output", f"{form}={folder / form}")]
        command = [sys.executable, "-m", "diplotrips", "check", "extract/..", "--today", "2026-11-22", *arguments]
        subprocess.run(command, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}

    assert reports("1") == reports("2")


def test_no_report_among_the_records(project: Path, run: Callable[..., Ran]) -> None:
    """A report written over a register by a slip would cost its records; it is refused, and the register is as it was."""
    register = project / "extract" / "people.yaml"
    before = register.read_bytes()

    ran = run("check", "--output", "sarif=extract/people.yaml")

    assert (ran.status, ran.err) == (3, "diplotrips: cannot write extract/people.yaml: it lies among the records\n")
    assert register.read_bytes() == before
