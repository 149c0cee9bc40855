"""`docs/ci.md` is right: every command on it runs in a small project, and every file that a pipeline collects is written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.cli.records import DISAGREEING

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGE = (Path(__file__).parents[2] / "docs" / "ci.md").read_text(encoding="utf-8")
INSTALL = "python -m pip install diplotrips"
"""The one command that is not run: it fetches the package, which is here already."""


def blocks(language: str) -> list[str]:
    """Return the text of every block of *language* on the page."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def pipeline(name: str) -> dict[str, Any]:
    """Return the block that is the file called *name*."""
    (text,) = (block for block in blocks("yaml") if block.startswith(f"# {name}\n"))
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def ran(command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run *command* in the current folder, where `diplotrips` is that of this Python."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return subprocess.run(  # noqa: S602  (a line of our own page, as a shell runs it)
        command, shell=True, env={**os.environ, **environ, "PATH": path}, capture_output=True, text=True, check=False
    )


def statuses(commands: Iterable[str], **environ: str) -> dict[str, int]:
    """Run each of *commands* but the installation, and return its exit status."""
    return {command: ran(command, **environ).returncode for command in commands if command != INSTALL}


@pytest.mark.usefixtures("project")
def test_every_shell_command_runs() -> None:
    """One after the other they all end well on records that nothing is wrong with."""
    found = statuses(line for block in blocks("sh") for line in block.splitlines())

    assert len(found) == 8
    assert set(found.values()) == {0}
    assert sorted(path.name for path in Path("reports").iterdir()) == ["check.json", "check.sarif", "check.xml"]


def test_the_baseline_lets_only_new_findings_fail(project: Path) -> None:
    """The commands about an old collection do what the page says: what was there passes, what is new fails."""
    write, known, *_ = (line for block in blocks("sh") for line in block.splitlines() if "--baseline" in line)
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)
    before = statuses([write, known])
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING.replace("status: completed\n", "status: planned\n"))

    assert (before, statuses([known])) == ({write: 0, known: 0}, {known: 1})


@pytest.mark.usefixtures("project")
def test_the_target_of_make_runs() -> None:
    """The lines can be pasted into a Makefile as they are."""
    (text,) = blocks("make")
    Path("Makefile").write_text(text)

    assert ran("make check").returncode == 0
    assert Path("build/check.json").is_file()


def test_the_workflow_annotates_and_summarizes(project: Path) -> None:
    """In GitHub Actions the one command prints annotations, fills the summary and fails on an error; it needs no right but to read."""
    workflow = pipeline(".github/workflows/check.yml")
    (install, check) = (step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step)
    (project / "extract/people.yaml").write_text("schema: 1\npeople: [{id: jane-doe, nam: Jane}]\n")

    done = ran(check, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY="summary.md")

    assert (install, workflow["permissions"], done.returncode) == (INSTALL, {"contents": "read"}, 1)
    assert done.stdout.startswith("::error file=extract/people.yaml,line=2,col=25,endColumn=27,title=DT005 jane-doe nam::")
    assert (project / "summary.md").read_text().startswith("### diplotrips check\n")


def test_the_comment_on_a_pull_request_is_written(project: Path) -> None:
    """The steps compare the records with those of the other checkout, whether something differs or not, and fail on open errors."""
    job = pipeline(".github/workflows/diff.yml")["jobs"]["diff"]
    compare, summarize = (step["run"] for step in job["steps"] if "changes.md" in step.get("run", "") and "if" not in step)
    (base,) = (step["with"]["path"] for step in job["steps"] if "with" in step and "path" in step["with"])
    shutil.copytree("extract", f"{base}/extract")
    same = [ran(step, GITHUB_STEP_SUMMARY="summary.md").returncode for step in (compare, summarize)]
    people = project / "extract/people.yaml"
    people.write_text(people.read_text() + "  - {id: jane-roe, name: Jane Roe}\n")
    other = [ran(step, GITHUB_STEP_SUMMARY="summary.md").returncode for step in (compare, summarize)]
    people.write_text("schema: 1\npeople: [{id: jane-doe, nam: Jane}]\n")

    assert (same, other, ran(compare).returncode) == ([0, 0], [0, 0], 1)
    first, second = (project / "summary.md").read_text().split("### diplotrips diff\n")[1:]
    assert first.startswith("\nbase → the working tree: nothing differs, ")
    assert second.startswith(
        "\nbase → the working tree: 1 person added. A release of this takes a minor version, because person jane-roe is added.\n"
    )


@pytest.mark.skipif(not shutil.which("jq"), reason="needs jq, which the machines of GitHub have")
@pytest.mark.usefixtures("disagreeing")
def test_what_is_uploaded_to_code_scanning_is_open() -> None:
    """The steps write the file that is uploaded, without what a decision settles."""
    job = pipeline(".github/workflows/code-scanning.yml")["jobs"]["check"]
    (upload,) = (step["with"] for step in job["steps"] if "upload-sarif" in step.get("uses", ""))
    found = statuses((step["run"] for step in job["steps"] if "run" in step), GITHUB_ACTIONS="true")
    uploaded = Path(upload["sarif_file"]).read_text()

    assert set(found.values()) == {0}
    assert ('"ruleId": "DT207"' in uploaded, '"ruleId": "DT205"' in uploaded) == (True, False)


@pytest.mark.usefixtures("disagreeing")
def test_the_merge_request_gets_the_report_of_tests() -> None:
    """In GitLab the log has text, and the job writes the report that it hands over."""
    job = pipeline(".gitlab-ci.yml")["check"]

    assert set(statuses(job["script"], GITLAB_CI="true").values()) == {0}
    assert Path(job["artifacts"]["reports"]["junit"]).read_text().startswith("<?xml")


def test_no_host_of_a_registry_is_named() -> None:
    """Where packages and images come from is for each machine to know; the one address is an example."""
    assert re.findall(r"https?://([^/\s]+)", PAGE) == ["git.example.org"]
    assert re.findall(r"^ *image: (.*)$", PAGE, re.MULTILINE) == ["python:3.13"]
