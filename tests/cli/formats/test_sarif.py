"""`diplotrips check --format sarif`: what code scanning and editors read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from tests.cli.formats.conftest import HOSTILE

from diplotrips import api
from diplotrips.cli.formats.sarif import render_sarif

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran


def run_of(text: str) -> dict[str, Any]:
    """Return the one run of a SARIF log."""
    log = json.loads(text)
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run: dict[str, Any] = log["runs"][0]
    return run


def at(line: int, start: int, end: int, file: str = "extract/authored/andes.yaml") -> dict[str, object]:
    """Return a physical location on one line."""
    region = {"startLine": line, "startColumn": start, "endColumn": end}
    return {"artifactLocation": {"uri": file, "uriBaseId": "%SRCROOT%"}, "region": region}


@pytest.mark.usefixtures("disagreeing")
def test_open_and_settled_findings_whole(run: Callable[..., Ran]) -> None:
    """Both ends are linked from the message, the calendar is told in it; what a decision settles is there, suppressed with its reason."""
    ran = run("check", "--format", "sarif", "--today", "2024-06-01", "--fail-on", "warning")

    assert ran.status == 1
    assert run_of(ran.out)["results"] == [
        {
            "ruleId": "DT207",
            "ruleIndex": 1,
            "level": "warning",
            "message": {
                "text": "the status is planned, but the last possible day, 2024-05-09, lies before today, 2024-06-01\n"
                "against [gazette says status planned](1)\n"
                "against the calendar: today is 2024-06-01"
            },
            "locations": [{"physicalLocation": at(7, 11, 18)}],
            "relatedLocations": [{"id": 1, "physicalLocation": at(15, 58, 65), "message": {"text": "gazette says status planned"}}],
            "partialFingerprints": {"diplotrips/v1": "047fbfdd3cd719a5"},
            "suppressions": [],
        },
        {
            "ruleId": "DT205",
            "ruleIndex": 0,
            "level": "warning",
            "message": {
                "text": "herald says the tour lasted 7 days "
                "and gazette says the tour took place on 2024-05-06/2024-05-09, which are 4 days\n"
                "against [gazette says the tour took place on 2024-05-06/2024-05-09](1)\n"
                "against [the record has dates 2024-05-06/2024-05-09](2)"
            },
            "locations": [{"physicalLocation": at(20, 14, 15)}],
            "relatedLocations": [
                {
                    "id": 1,
                    "physicalLocation": at(16, 32, 53),
                    "message": {"text": "gazette says the tour took place on 2024-05-06/2024-05-09"},
                },
                {
                    "id": 2,
                    "physicalLocation": at(8, 10, 31),
                    "message": {"text": "the record has dates 2024-05-06/2024-05-09"},
                },
            ],
            "partialFingerprints": {"diplotrips/v1": "dc50215a16770319"},
            "suppressions": [
                {
                    "kind": "external",
                    "status": "accepted",
                    "justification": "settled by andes-days: The herald counts the flights. Nobody else does.",
                }
            ],
        },
    ]


@pytest.mark.usefixtures("disagreeing")
def test_the_tool_has_a_rule_for_each_code_found(run: Callable[..., Ran]) -> None:
    """A rule has the page of its check as help, the level of its severity and its family as tag; columns are code points."""
    told = run_of(run("check", "--format", "sarif", "--today", "2024-06-01").out)
    driver = told["tool"]["driver"]
    (days, past) = driver["rules"]

    assert (driver["name"], driver["version"], told["columnKind"]) == ("diplotrips", api_version(), "unicodeCodePoints")
    assert (days["id"], days["name"], days["defaultConfiguration"]) == ("DT205", "number-of-days", {"level": "warning"})
    assert days["help"]["markdown"] == days["help"]["text"] == api.explain("DT205").page.strip()
    assert past["shortDescription"] == {"text": "What is planned or under way lies in the future or the present."}
    assert past["properties"] == {"tags": ["Between sources"]}


def api_version() -> str:
    """Return the version of the package."""
    from diplotrips import __version__  # noqa: PLC0415  (named once)

    return __version__


def test_what_the_baseline_knows_is_suppressed(disagreeing: Path, run: Callable[..., Ran]) -> None:
    """A known finding is there, under review; so either every result has suppressions or none, as SARIF demands."""
    arguments = ("check", "--today", "2024-06-01", "--baseline", str(disagreeing / "known.json"))
    run(*arguments, "--write-baseline")
    told = run_of(run(*arguments, "--format", "sarif").out)

    assert {found["ruleId"]: [one["status"] for one in found["suppressions"]] for found in told["results"]} == {
        "DT205": ["accepted"],
        "DT207": ["underReview"],
    }


def test_nothing_found_is_an_empty_list(project: Path) -> None:
    """Of records that nothing is wrong with there is a run without results, so that alerts of earlier runs are closed."""
    told = run_of(render_sarif(api.check(project)))

    assert (told["results"], told["tool"]["driver"]["rules"]) == ([], [])


def test_hostile_names_stay_names(hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File names are percent-encoded; brackets make no link, and braces no place of an argument."""
    monkeypatch.chdir(hostile)
    results = run_of(render_sarif(api.check()))["results"]
    uris = {found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for found in results}
    messages = [found["message"]["text"] for found in results if found["ruleId"] == "DT005"]

    assert {unquote(uri) for uri in uris} == {"extract/people.yaml", f"extract/authored/{HOSTILE}"}
    assert all(uri.isascii() and not set(uri) & set('<>"` {}|\n\\^[]') for uri in uris)
    assert [message for message in messages if "]] (x) </script> | @all ```````` {{0}} <U+0007>" in message] == messages != []


@pytest.mark.parametrize("folder", ["..", "absolute"])
def test_files_outside_the_folder_are_named_whole(project: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    """A file that is not below the current folder has an absolute URI and no base, since `..` is forbidden there."""
    (project / "below").mkdir()
    monkeypatch.chdir(project / "below")
    (project / "extract/people.yaml").write_text("schema: 1\n")
    (found, *_) = run_of(render_sarif(api.check(project if folder == "absolute" else "..")))["results"]

    assert found["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": f"file://{project}/extract/people.yaml"}


@pytest.mark.parametrize("case", ["disagreeing", "hostile", "project"])
def test_the_official_schema_holds(request: pytest.FixtureRequest, shared: Path, case: str) -> None:
    """SARIF is as OASIS publishes it, where its schema lies beside the checkout."""
    schema = shared / "formats/sarif-schema-2.1.0.json"
    if not schema.exists():
        pytest.skip("needs ../shared/formats/sarif-schema-2.1.0.json, which is not beside this checkout")
    log = json.loads(render_sarif(api.check(request.getfixturevalue(case))))

    assert [error.message for error in Draft4Validator(json.loads(schema.read_text(encoding="utf-8"))).iter_errors(log)] == []
