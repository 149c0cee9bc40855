"""`diplotrips check --baseline`: an old collection fails on what is new, and its baseline only ever shrinks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from tests.cli.records import DECISION, RECORDS

from diplotrips.schema.published.schemas import baseline_schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

READ = "extract: 1 trip, 2 stops, 0 agreements, 0 quoted experts, 2 sources, 10 claims\n"
CLEAN = "nothing to report as of 2024-06-01"
WARNED = "0 errors, 1 warning, 0 notes as of 2024-06-01"
KNOWN = "1 known finding of the baseline not shown"
DISAGREEING = RECORDS["authored/andes.yaml"].replace("{days: 4, span: 0-8}", "{countries: [PE, BO], span: 0-8}")
"""The trip, of which one source names a country that the record does not have."""

SETTLED = (
    DECISION.replace("DT205", "DT204")
    .replace("field: days", "field: countries")
    .replace('["herald:body:7", "gazette:body:2024-05-06/2024-05-09"]', "[herald]")
    .replace('["herald:body:7"]', "[herald]")
)

FILE = """\
{
 "baseline": 1,
 "known": [
  {"code": "DT204", "record": "andes", "field": "countries", "fingerprint": "506ec904ac4c3c7d"}
 ]
}
"""
EMPTY = '{\n "baseline": 1,\n "known": []\n}\n'


@pytest.fixture
def checked(project: Path, run: Callable[..., Ran]) -> Callable[..., Ran]:
    """A function that checks the project, in which two sources disagree, with its baseline; any finding fails the run."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)
    return lambda *arguments: run("check", "--today", "2024-06-01", "--fail-on", "note", "--baseline", "known.json", *arguments)


def test_is_written_once_and_then_everything_is_known(project: Path, checked: Callable[..., Ran]) -> None:
    """What is open is written, one entry a line and without values; from then on it is counted and fails nothing."""
    assert checked("--write-baseline") == (0, f"{READ}{CLEAN}; {KNOWN}\nknown.json: wrote 1 known finding\n", "")
    assert (project / "known.json").read_text() == FILE
    Draft202012Validator(baseline_schema()).validate(json.loads(FILE))

    assert checked() == (0, f"{READ}{CLEAN}; {KNOWN}\n", "")


def test_a_second_writing_is_refused(project: Path, checked: Callable[..., Ran]) -> None:
    """A baseline that is there is not written again, whatever is open now."""
    (project / "known.json").write_text(EMPTY)

    ran = checked("--write-baseline")

    told = "it is there already, and a baseline never grows; --update-baseline drops what is found no more"
    assert ran == (3, "", f"diplotrips: cannot write known.json: {told}\n")
    assert (project / "known.json").read_text() == EMPTY


def test_what_is_new_fails(project: Path, checked: Callable[..., Ran]) -> None:
    """A finding that the baseline does not have is shown and fails the run; updating does not take it in."""
    (project / "known.json").write_text(FILE)
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING.replace("completed", "planned"))

    ran = checked("--update-baseline")

    assert ran.status == 1
    assert ran.out.startswith("warning[DT207] andes status: ")
    assert ran.out.endswith(f"{READ}{WARNED}; {KNOWN}\n")
    assert (project / "known.json").read_text() == FILE


def test_a_third_source_is_new(project: Path, checked: Callable[..., Ran]) -> None:
    """Another source that disagrees on a field of the baseline fails the run."""
    (project / "known.json").write_text(FILE)
    sources = RECORDS["sources.yaml"] + "  - {id: post, kind: article, language: en}\n"
    (project / "extract/sources.yaml").write_text(sources)
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING + "  post:\n    - {countries: [PE, AR]}\n")

    ran = checked()

    assert ran.status == 1
    assert ran.out.startswith("warning[DT204] andes countries: herald says countries BO PE, and the record has no stop in BO; post says ")
    assert ran.out.endswith("\nknown.json: 1 known finding has changed and is shown above\n")
    updated = checked("--update-baseline")
    assert (updated.status, updated.out.splitlines()[-1]) == (
        1,
        "known.json: 1 known finding has changed and is shown above; dropped",
    )


def test_moved_lines_and_renamed_files_are_known(project: Path, checked: Callable[..., Ran]) -> None:
    """A record in another file, with other lines above, another value and in another order is the same."""
    (project / "known.json").write_text(FILE)
    moved = DISAGREEING.replace("[PE, BO]", "[BR, PE, BO]").replace("schema: 1\n", "# moved\n\nschema: 1\n")
    (project / "extract/authored/andes.yaml").unlink()
    (project / "extract/authored/south").mkdir()
    (project / "extract/authored/south/andes-2024.yaml").write_text(moved)

    assert checked() == (0, f"{READ}{CLEAN}; {KNOWN}\n", "")


def test_files_without_records_are_known_from_everywhere(project: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be read, one of another name and an entry without an id are the same, whichever folder the check is run from."""
    (project / "extract/authored/torn.yaml").write_text("trip: [")
    (project / "extract/nothing.txt").write_text("")
    (project / "extract/events.yaml").write_text("schema: 1\nevents:\n  - {nmae: A summit}\n")
    baseline = str(project / "known.json")

    assert run("check", ".", "--baseline", baseline, "--write-baseline").status == 0
    for here, folder in ((project.parent, project.name), (project.parent, str(project)), (project / "extract", ".")):
        monkeypatch.chdir(here)
        ran = run("check", folder, "--baseline", baseline, "--fail-on", "note", "--format", "json")
        told = json.loads(ran.out)["findings"]

        assert (ran.status, len(told), {found["known"] for found in told}) == (0, 5, {True})
        prints = {found["fingerprint"] for found in told}
        assert {found["because_of"] for found in told} - {""} <= prints
        assert any(found["because_of"] for found in told)


def test_what_is_gone_is_told_and_dropped_on_request(project: Path, checked: Callable[..., Ran]) -> None:
    """An entry that is found no more is told in every run until the baseline is updated; it fails nothing."""
    (project / "known.json").write_text(FILE)
    (project / "extract/authored/andes.yaml").write_text(RECORDS["authored/andes.yaml"])

    gone = "known.json: 1 known finding found no more"
    assert checked() == (0, f"{READ}{CLEAN}\n{gone}; --update-baseline drops them\n", "")
    assert checked("--update-baseline") == (0, f"{READ}{CLEAN}\n{gone}; dropped\n", "")
    assert (project / "known.json").read_text() == EMPTY
    assert checked("--update-baseline") == (0, f"{READ}{CLEAN}\n", "")


def test_an_update_takes_nothing_in(project: Path, checked: Callable[..., Ran]) -> None:
    """Where one thing was mended and another is new, the one is dropped and the other fails the run."""
    (project / "known.json").write_text(FILE)
    (project / "extract/authored/andes.yaml").write_text(RECORDS["authored/andes.yaml"].replace("completed", "planned"))

    ran = checked("--update-baseline")

    assert ran.status == 1
    assert ran.out.startswith("warning[DT207] andes status: ")
    assert ran.out.endswith(f"{READ}{WARNED}\nknown.json: 1 known finding found no more; dropped\n")
    assert (project / "known.json").read_text() == EMPTY


def test_what_is_settled_is_gone(project: Path, checked: Callable[..., Ran]) -> None:
    """A decision takes the place of the entry, which is dropped."""
    (project / "known.json").write_text(FILE)
    (project / "extract/decisions.yaml").write_text(SETTLED)

    ran = checked("--update-baseline")

    told = "1 disagreement settled in decisions.yaml (DT204)"
    assert ran == (0, f"{READ}{CLEAN}; {told}\nknown.json: 1 known finding found no more; dropped\n", "")


def test_new_errors_keep_what_they_may_hide(project: Path, checked: Callable[..., Ran]) -> None:
    """While a record cannot be read, its entries stay in the baseline."""
    (project / "known.json").write_text(FILE)
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING.replace("status: completed", "status: complete"))

    ran = checked("--update-baseline")

    assert ran.status == 1
    assert ran.out.endswith("known.json: 1 known finding found no more; kept, since new errors may hide them\n")
    assert (project / "known.json").read_text() == FILE


def test_errors_can_be_known_and_an_export_still_refuses(project: Path, checked: Callable[..., Ran], run: Callable[..., Ran]) -> None:
    """An old collection with errors passes its checks; it is not exported."""
    wrong = RECORDS["authored/andes.yaml"].replace("dates: 2024-05-06/2024-05-09\n  route", "dates: 2024-05-09/2024-05-06\n  route")
    (project / "extract/authored/andes.yaml").write_text(wrong)
    assert checked("--write-baseline").status == 0

    assert checked().status == 0
    exported = run("export")

    assert (exported.status, exported.err) == (1, "diplotrips: nothing was exported: 1 error is open in extract\n")
    assert not (project / "build").exists()


def test_json_marks_what_is_known(project: Path, checked: Callable[..., Ran]) -> None:
    """The report for programs lists known findings with a mark, and counts them apart from those that are open."""
    (project / "known.json").write_text(FILE)
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING.replace("completed", "planned"))

    told = json.loads(checked("--format", "json").out)

    assert {found["code"]: found["known"] for found in told["findings"]} == {"DT204": True, "DT207": False}
    assert (told["known"], told["gone"], told["open"]) == (1, 0, {"error": 0, "warning": 1, "note": 0})


def test_a_baseline_is_of_all_checks(project: Path, checked: Callable[..., Ran]) -> None:
    """A choice of checks hides nothing from the baseline, and none is written under it."""
    (project / "known.json").write_text(FILE)

    assert checked("--select", "DT3") == (0, f"{READ}{CLEAN}\n", "")
    told = "diplotrips: a baseline is of all checks: it is not written or updated while some are selected or ignored\n"
    assert checked("--ignore", "DT3", "--update-baseline") == (2, "", told)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (None, "there is no such baseline; diplotrips check --write-baseline writes it"),
        ("", "the file is empty"),
        ("known: []", "this is no baseline: known stands where a value should stand (line 1)"),
        ("[]", "this is no baseline: this baseline is a list; it has to be a mapping with keys such as baseline and known (line 1)"),
        ('{"baseline": 1}', "this is no baseline: this baseline needs known, which is missing (line 1)"),
        (FILE.replace("506ec904ac4c3c7d", "5A0"), "this is no baseline: "),
        (FILE.replace("DT204", "DT294"), "this is no baseline of this version of diplotrips: no check has the code DT294"),
        (FILE.replace('"field": "countries", ', ""), "this is no baseline: this known finding needs field, which is missing (line 4)"),
        (
            FILE.replace('"baseline": 1', '"baseline": 2'),
            "this is a baseline of version 2, and this version of diplotrips reads version 1; ",
        ),
    ],
)
def test_what_is_no_baseline_is_told_in_a_sentence(project: Path, checked: Callable[..., Ran], text: str | None, reason: str) -> None:
    """A file that is missing, damaged or of another version leaves with status 3 and one reason."""
    if text is not None:
        (project / "known.json").write_text(text)

    ran = checked()

    assert (ran.status, ran.out) == (3, "")
    assert ran.err.startswith(f"diplotrips: cannot read known.json: {reason}")
    assert ran.err.count("\n") == 1


def test_a_folder_is_no_baseline(project: Path, run: Callable[..., Ran]) -> None:
    """A folder in the place of the file is told as one."""
    assert project.is_dir()
    assert run("check", "--baseline", "extract") == (3, "", "diplotrips: cannot read extract: this is a folder, not a file\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--write-baseline",), "there is no baseline to write: its file is not named"),
        (("--update-baseline",), "there is no baseline to update: its file is not named"),
        (
            ("--baseline", "known.json", "--write-baseline", "--update-baseline"),
            "a baseline is either written or updated: it is written once, and only shrinks from then on",
        ),
    ],
)
def test_contradictory_options_are_wrong_usage(project: Path, run: Callable[..., Ran], arguments: tuple[str, ...], told: str) -> None:
    """What cannot be meant together leaves with status 2."""
    assert run("check", *arguments) == (2, "", f"diplotrips: {told}\n")
    assert not (project / "known.json").exists()


def test_a_place_that_cannot_be_written_is_told(project: Path, run: Callable[..., Ran]) -> None:
    """A baseline in a folder that is not there leaves with status 3 and nothing behind."""
    ran = run("check", "--baseline", "ci/known.json", "--write-baseline")

    assert ran == (3, "", "diplotrips: cannot write ci/known.json: no such file or directory\n")
    assert not (project / "ci").exists()
