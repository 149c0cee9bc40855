"""`diplotrips check`: what it prints, and with which status it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.records import DECISION, DISAGREEING, RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

READ = "extract: 1 trip, 2 stops, 0 agreements, 0 quoted experts, 2 sources, 10 claims\n"

DISAGREEMENT = f"""\
warning[DT205] andes days: herald says the tour lasted 7 days \
and gazette says the tour took place on 2024-05-06/2024-05-09, which are 4 days
  --> extract/authored/andes.yaml:20:14
   |
20 |     - {{days: 7, span: 0-8}}
   |              ^ herald says the tour lasted 7 days
  ::: extract/authored/andes.yaml:16:32
   |
16 |     - {{route: [pe, cl], dates: 2024-05-06/2024-05-09, span: 18-45}}
   |                                --------------------- gazette says the tour took place on 2024-05-06/2024-05-09
  ::: extract/authored/andes.yaml:8:10
   |
 8 |   dates: 2024-05-06/2024-05-09
   |          --------------------- the record has dates 2024-05-06/2024-05-09
   = to settle it: diplotrips decide DT205 andes days
   = what to do: diplotrips explain DT205

{READ}0 errors, 1 warning, 0 notes as of 2024-06-01
"""


def test_nothing_wrong_is_said_in_a_line(project: Path, run: Callable[..., Ran]) -> None:
    """Of records that nothing is wrong with only what was read is told."""
    assert project.is_dir()
    assert run("check", "--today", "2024-06-01") == (0, f"{READ}nothing to report as of 2024-06-01\n", "")


def test_a_disagreement_shows_all_ends(project: Path, run: Callable[..., Ran]) -> None:
    """A warning names every side with its line and carets, and does not fail the run."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)

    assert run("check", "--today", "2024-06-01") == (0, DISAGREEMENT, "")


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_decides_the_status(project: Path, run: Callable[..., Ran], fail_on: str, status: int) -> None:
    """A warning fails a run that fails on warnings, or on what is less grave."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)

    assert run("check", "--today", "2024-06-01", "--fail-on", fail_on) == (status, DISAGREEMENT, "")


def test_a_settled_disagreement_is_counted(project: Path, run: Callable[..., Ran]) -> None:
    """What a decision settles is counted by code with the file that settles it, and fails nothing."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)
    (project / "extract/decisions.yaml").write_text(DECISION)

    summary = f"{READ}nothing to report as of 2024-06-01; 1 disagreement settled in decisions.yaml (DT205)\n"
    assert run("check", "--today", "2024-06-01", "--fail-on", "note") == (0, summary, "")


def test_the_calendar_is_an_end_without_a_place(project: Path, run: Callable[..., Ran]) -> None:
    """A trip that is still planned after its days is set against today."""
    planned = RECORDS["authored/andes.yaml"].replace("status: completed", "status: planned")
    (project / "extract/authored/andes.yaml").write_text(planned)

    ran = run("check", "--today", "2024-06-01")

    assert ran == (
        0,
        f"""\
warning[DT207] andes status: the status is planned, but the last possible day, 2024-05-09, lies before today, 2024-06-01
  --> extract/authored/andes.yaml:7:11
   |
 7 |   status: planned
   |           ^^^^^^^ the record says status planned
  ::: extract/authored/andes.yaml:15:58
   |
15 |     - {{office: foreign-minister, represents: NZ, status: planned, span: 0-17}}
   |                                                          ------- gazette says status planned
   = against the calendar: today is 2024-06-01
   = to settle it: diplotrips decide DT207 andes status
   = what to do: diplotrips explain DT207

{READ}0 errors, 1 warning, 0 notes as of 2024-06-01
""",
        "",
    )


def test_an_error_skips_what_needs_it(project: Path, run: Callable[..., Ran]) -> None:
    """Checks that need sound days are skipped where a stop ends before it starts, and that is counted."""
    wrong = RECORDS["authored/andes.yaml"].replace("CL, dates: 2024-05-08/2024-05-09}\nsaid", "CL, dates: 2024-05-09/2024-05-08}\nsaid")
    (project / "extract/authored/andes.yaml").write_text(wrong)

    ran = run("check", "--today", "2024-06-01")

    assert ran.status == 1
    assert ran.out.startswith("error[DT101] andes stops.cl.dates: ")
    assert "\n21 checks of single records skipped, because an error comes first\n" in ran.out


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("extract/people.yaml", "this is a file, not a folder"),
        ("nowhere", "the folder does not exist"),
        ("empty", "there is no folder extract in it"),
    ],
)
def test_what_is_no_dataset_is_told_in_a_sentence(project: Path, run: Callable[..., Ran], path: str, reason: str) -> None:
    """A path that cannot be read as a dataset leaves with status 3."""
    (project / "empty").mkdir()

    assert run("check", path) == (3, "", f"diplotrips: cannot read {path}: {reason}\n")


def test_files_are_shown_from_the_current_folder(project: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """A dataset below the current folder is named by the way to it."""
    monkeypatch.chdir(project.parent)

    assert run("check", project.name, "--today", "2024-06-01").out == f"{project.name}/{READ}nothing to report as of 2024-06-01\n"


def test_crlf_and_a_byte_order_mark_move_nothing(project: Path, run: Callable[..., Ran]) -> None:
    """Line ends of another system and a mark at the beginning change neither places nor what is shown."""
    (project / "extract/authored/andes.yaml").write_bytes(b"\xef\xbb\xbf" + DISAGREEING.replace("\n", "\r\n").encode())

    assert run("check", "--today", "2024-06-01").out == DISAGREEMENT


def test_a_cause_is_shown_before_what_follows_from_it(project: Path, run: Callable[..., Ran]) -> None:
    """A misspelt key comes before the finding that the right one is missing, although that stands further up."""
    trip = project / "extract/authored/andes.yaml"
    trip.write_text(trip.read_text(encoding="utf-8").replace("traveller: jane-doe", "traveler: jane-doe"), encoding="utf-8")

    ran = run("check", "--today", "2024-06-01")

    assert [line for line in ran.out.splitlines() if line.startswith(("error", " = follows", "  = follows"))] == [
        "error[DT005] andes trip.traveler: traveler is no key of a trip; did you mean traveller?",
        "error[DT006] andes trip.traveller: this trip needs traveller, which is missing",
        "  = follows from: DT005 at extract/authored/andes.yaml:4:3",
    ]
