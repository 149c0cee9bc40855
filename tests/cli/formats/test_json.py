"""`diplotrips check --format json`: the report for programs holds to the schema that is published for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jsonschema import Draft202012Validator
from tests.cli.records import DECISION, DISAGREEING, RECORDS

from diplotrips.schema.published.schemas import report_schema
from diplotrips.schema.report import CheckReport

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran


def test_the_report_holds_to_its_schema(project: Path, run: Callable[..., Ran]) -> None:
    """Settled and open findings, with ends at a place and without one, are as the published schema says."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING.replace("status: completed", "status: planned"))
    (project / "extract/decisions.yaml").write_text(DECISION)
    ran = run("check", "--format", "json", "--today", "2024-06-01")
    told = json.loads(ran.out)

    Draft202012Validator(report_schema()).validate(told)
    assert CheckReport.model_validate(told).report == 1
    assert (ran.status, told["root"], told["today"], told["settled"]) == (0, "extract", "2024-06-01", 1)
    assert told["open"] == {"error": 0, "warning": 1, "note": 0}
    assert told["read"] == {"trip": 1, "stop": 2, "agreement": 0, "quoted_expert": 0, "source": 2, "claim": 10}
    assert {(found["code"], found["settled_by"]) for found in told["findings"]} == {("DT205", "andes-days"), ("DT207", "")}
    assert {end["place"] is None for found in told["findings"] for end in found["ends"]} == {True, False}


def test_the_first_end_stands_at_the_place(project: Path, run: Callable[..., Ran]) -> None:
    """A finding of reading, which has no other end, has one too."""
    (project / "extract/people.yaml").write_text("schema: 1\npeople: [{id: jane-doe, nam: Jane}]\n")

    for found in json.loads(run("check", "--format", "json").out)["findings"]:
        assert found["ends"][0]["place"] == found["place"]


def test_a_broken_name_of_a_file_is_still_json(project: Path, run: Callable[..., Ran]) -> None:
    """A file name that is no text gives a report that every program can read."""
    try:
        (project / "extract/authored/b\udcffd.yaml").write_text(RECORDS["authored/andes.yaml"])
    except (OSError, UnicodeEncodeError):
        return  # such names cannot be had here
    told = json.loads(run("check", "--format", "json").out)

    assert "extract/authored/b?d.yaml" in {found["place"]["file"] for found in told["findings"]}
