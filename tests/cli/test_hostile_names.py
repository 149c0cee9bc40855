"""Whatever a name or an argument holds, a terminal obeys nothing of it, and one message is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diplotrips import api
from diplotrips.cli.formats.github import render_github

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

NASTY = "a\nb\x1b[31m\u202ec"
MASKED = "a b\ufffd[31m\ufffdc"


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("check", NASTY), 3, f"cannot read {MASKED}: the folder does not exist"),
        (("export", "--into", f"extract/people.yaml/{NASTY}"), 3, f"cannot write extract/people.yaml/{MASKED}: "),
        (("explain", NASTY), 2, f"no check is called {MASKED}; "),
        (("schema", "--into", f"extract/people.yaml/{NASTY}"), 3, f"cannot write extract/people.yaml/{MASKED}/"),
        (("cite", NASTY, "x"), 3, f"cannot read {MASKED}: the file does not exist"),
        (("check", "--today", NASTY), 2, f"--today takes a day such as 2026-11-22, not {MASKED} ("),
        (("verify-spans", NASTY), 3, f"cannot read {MASKED}: "),
        ((NASTY,), 2, f"no command is called {MASKED}; "),
    ],
)
@pytest.mark.usefixtures("project")
def test_arguments_are_masked_in_messages(run: Callable[..., Ran], arguments: tuple[str, ...], status: int, told: str) -> None:
    """The message has one line, with a sign for each character that cannot be shown."""
    ran = run(*arguments)

    assert (ran.status, ran.out, ran.err.count("\n")) == (status, "", 1)
    assert ran.err.startswith(f"diplotrips: {told}")


def test_names_are_masked_where_something_went_well(project: Path, run: Callable[..., Ran]) -> None:
    """A folder that was written, a file that was written and a text without the phrase are named without obeying them."""
    (project / NASTY).write_text("text")

    assert run("export", "--into", f"{NASTY}2").out.startswith(f"wrote {MASKED}2: ")
    assert f"{MASKED}3/trip.schema.json\n" in run("schema", "--into", f"{NASTY}3").out
    assert run("cite", NASTY, "y").err.startswith(f"diplotrips: 'y' is not in {MASKED}, ")


def test_annotations_mask_names(project: Path) -> None:
    """A file name in a workflow command has nothing in it that a terminal or log viewer obeys."""
    (project / f"extract/authored/{NASTY}.yaml").write_text("[")

    (line, *_) = render_github(api.check(project)).splitlines()
    assert line.startswith("::error file=")
    assert f"authored/{MASKED}.yaml,line=1," in line
