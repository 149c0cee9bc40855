"""The hooks of `.pre-commit-hooks.yaml` under pre-commit itself, in a git repository of their own, without network.

A hook of `language: python` would install this package from an index, so `language: system` takes its place; all else is as published.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.cli.records import DISAGREEING

from diplotrips.cli.commands import cli

if TYPE_CHECKING:
    from pathlib import Path

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


def published(root: Path) -> dict[str, dict[str, Any]]:
    """Return the hooks that other repositories can name, by id."""
    return {hook["id"]: hook for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def commit(project: Path, *files: str) -> subprocess.CompletedProcess[str]:
    """Run the hooks as they are run before a commit of *files*."""
    # Git tells hooks, in which these tests may run themselves, about the repository around them.
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environ["PRE_COMMIT_HOME"] = str(project.parent / "pre-commit")
    subprocess.run(["git", "init", "--quiet"], cwd=project, env=environ, check=True)  # noqa: S607  (whichever git there is)
    subprocess.run(["git", "add", "--all"], cwd=project, env=environ, check=True)  # noqa: S607  (whichever git there is)
    command = [sys.executable, "-m", "pre_commit", "run", "--color", "never", "--files", *files]
    return subprocess.run(command, cwd=project, env=environ, capture_output=True, text=True, check=False)


@pytest.fixture
def hooked(project: Path, root: Path) -> Path:
    """A project whose hooks are ours, run by this Python."""
    hooks = [
        hook | {"language": "system", "entry": f"{sys.executable} -m {hook['entry']}"}
        for hook in sorted(published(root).values(), key=lambda hook: str(hook["id"]), reverse=True)  # as the page has them
    ]
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}))
    return project


@needs_git
def test_the_whole_dataset_is_checked(hooked: Path) -> None:
    """A commit of one file is held to all records: it passes if all is well, and fails with the finding, wherever that is."""
    before = commit(hooked, "extract/people.yaml")
    (hooked / "extract/authored/andes.yaml").write_text(DISAGREEING.replace("country: PE", "country: XX"))
    after = commit(hooked, "extract/people.yaml")

    assert (before.returncode, before.stdout.splitlines()[1]) == (0, f"diplotrips check{'.' * 57}Passed")
    assert (after.returncode, after.stdout.splitlines()[1]) == (1, f"diplotrips check{'.' * 57}Failed")
    assert "extract/authored/andes.yaml:11:" in after.stdout


@needs_git
def test_the_files_of_the_commit_are_formatted(hooked: Path) -> None:
    """A file in another style is rewritten and the commit stopped; a file that is no part of the commit is left alone."""
    files = [hooked / "extract/people.yaml", hooked / "extract/coders.yaml"]
    right = [file.read_text() for file in files]
    for file in files:
        file.write_text(file.read_text().replace("  - {id: ", "  -   {id:   "))
    done = commit(hooked, "extract/people.yaml")

    assert (done.returncode, done.stdout.splitlines()[0]) == (1, f"diplotrips format{'.' * 56}Failed")
    assert [file.read_text() == text for file, text in zip(files, right, strict=True)] == [True, False]


@needs_git
def test_a_commit_without_records_is_not_held_up(hooked: Path) -> None:
    """A change of something else runs nothing."""
    (hooked / "README.md").write_text("A dataset.\n")

    assert "(no files to check)Skipped" in commit(hooked, "README.md").stdout


def test_hooks_are_commands(root: Path) -> None:
    """Every published hook runs a command that exists, once a commit."""
    for hook in published(root).values():
        program, command = hook["entry"].split()
        assert (program, hook["language"]) == ("diplotrips", "python")
        assert hook.get("require_serial", not hook.get("pass_filenames", True))
        assert command in cli.commands


def test_the_page_names_hooks_that_are_published(root: Path) -> None:
    """`docs/ci.md` shows the ids that there are."""
    page = (root / "docs/ci.md").read_text(encoding="utf-8")

    assert [name for name in published(root) if f"- id: {name}\n" not in page] == []
