"""`diplotrips check --select` and `--ignore`: what is reported, what is hidden, and what still counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.records import DISAGREEING, RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

EXCHANGED = RECORDS["authored/andes.yaml"].replace("2024-05-06/2024-05-09\n  route", "2024-05-09/2024-05-06\n  route")
"""The trip, which ends before it starts."""

READ = "extract: 1 trip, 2 stops, 0 agreements, 0 quoted experts, 2 sources, 10 claims\n"
TODAY = ("--today", "2024-06-01")


def test_what_is_not_selected_is_hidden_and_counted(project: Path, run: Callable[..., Ran]) -> None:
    """A warning of another check is neither shown nor fails the run; the summary says that it is there."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)

    ran = run("check", "--select", "DT3,DT204", "--fail-on", "note", *TODAY)

    told = "nothing to report as of 2024-06-01; 1 finding hidden, of checks that are not selected (1 warning)\n"
    assert ran == (0, READ + told, "")


@pytest.mark.parametrize("choice", [("--select", "DT205"), ("--select", "dt2"), ("--ignore", "DT4"), ("--select", "number-of-days")])
def test_what_is_selected_fails_the_run(project: Path, run: Callable[..., Ran], choice: tuple[str, str]) -> None:
    """A code, a family and a name mean the same finding."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)

    ran = run("check", *choice, "--fail-on", "warning", *TODAY)

    assert ran.status == 1
    assert ran.out.startswith("warning[DT205] andes days: ")
    assert ran.out.endswith(f"{READ}0 errors, 1 warning, 0 notes as of 2024-06-01\n")


def test_what_is_hidden_still_runs(project: Path, run: Callable[..., Ran]) -> None:
    """An error that is ignored keeps the checks that need the record to be right from judging it."""
    wrong = DISAGREEING.replace("CL, dates: 2024-05-08/2024-05-09}\nsaid", "CL, dates: 2024-05-09/2024-05-08}\nsaid")
    (project / "extract/authored/andes.yaml").write_text(wrong)

    ran = run("check", "--ignore", "DT1", *TODAY)

    assert ran.status == 0
    assert "checks of single records skipped, because an error comes first\n" in ran.out
    assert ran.out.endswith("1 finding hidden, of checks that are not selected (1 error)\n")


def test_a_hidden_cause_is_still_named(project: Path, run: Callable[..., Ran]) -> None:
    """What follows from a finding that is not shown says so."""
    (project / "extract/authored/andes.yaml").write_text(EXCHANGED)

    ran = run("check", "--select", "DT4", *TODAY)

    assert ran.out.startswith("warning[DT401] andes dates: ")
    assert " = follows from: DT101 at extract/authored/andes.yaml:8:10\n" in ran.out
    assert ran.status == 0


def test_json_counts_what_is_hidden(project: Path, run: Callable[..., Ran]) -> None:
    """The report for programs lists what is selected and counts the rest."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)

    told = json.loads(run("check", "--ignore", "DT205", "--format", "json", *TODAY).out)

    assert (told["findings"], told["hidden"], told["open"]) == ([], 1, {"error": 0, "warning": 0, "note": 0})


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--select", "DT205", "--ignore", "number-of-days"), "DT205 is both selected and ignored"),
        (("--select", "DT205", "--ignore", "DT2"), "no check is left to report: each that is selected is ignored too"),
        (("--ignore", "DT1,,DT2"), "a code, family or name of a check is missing in “DT1,,DT2”"),
        (("--select", "DT8"), "no family of checks is called DT8; did you mean DT5, DT4 or DT3?"),
        (("--select", "errors"), "no check is called errors; diplotrips explain lists them all"),
        (("--ignore", "misspeling"), "no check is called misspeling; did you mean missing-key or registered-misspelling?"),
    ],
)
def test_a_wrong_choice_is_told_in_a_sentence(project: Path, run: Callable[..., Ran], arguments: tuple[str, ...], told: str) -> None:
    """Contradictions and slips leave with status 2, before anything is read."""
    assert project.is_dir()
    assert run("check", "nowhere", *arguments) == (2, "", f"diplotrips: {told}\n")
