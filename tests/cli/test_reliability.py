"""`diplotrips reliability`: a table of the fields, every item on which coders differ with its places, and the same as JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

CODING = """\
schema: 1
source: gazette
coder: nobody
trips:
  - trip: andes
    said:
      - {office: foreign-minister, represents: NZ, status: under-way}
"""


@pytest.fixture
def coded(project: Path) -> Path:
    """A project in which a second coder has read one source."""
    file = project / "extract/coded/nobody/gazette.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(CODING, encoding="utf-8")
    return file


@pytest.mark.usefixtures("coded")
def test_text(run: Callable[..., Ran]) -> None:
    """Figures a field, then the disputed items at file and line."""
    ran = run("reliability")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "field       items  coded by all  agreement   alpha"
    assert "office          1             1     100.0%       -" in ran.out.splitlines()
    assert "status          1             1       0.0%   0.000" in ran.out.splitlines()
    assert (
        "andes status in gazette\n"
        "  the author: completed  extract/authored/andes.yaml:15:58\n"
        "  nobody: under-way  extract/coded/nobody/gazette.yaml:7:60\n"
    ) in ran.out


@pytest.mark.usefixtures("coded")
def test_json(run: Callable[..., Ran]) -> None:
    """Programs get every figure, null where alpha is not defined and for the author."""
    report = json.loads(run("reliability", "--format", "json").out)

    assert (report["format_version"], report["coders"], report["sources"]) == (1, ["nobody"], ["gazette"])
    assert {"field": "office", "n_items": 1, "n_coded_by_all": 1, "agreement": 1.0, "alpha": None} in report["fields"]
    status = next(item for item in report["disputed"] if item["field"] == "status")
    assert [(reading["coder"], reading["values"][0]["value"]) for reading in status["readings"]] == [
        (None, "completed"),
        ("nobody", "under-way"),
    ]


def test_nothing_coded_twice(project: Path, run: Callable[..., Ran]) -> None:
    """Without a second coding there is nothing to compare, which is told."""
    assert run("reliability") == (1, "", "diplotrips: nothing in extract was coded twice; second codings lie in coded/<coder>/\n")
    assert run("reliability", str(project / "elsewhere")).status == 3


def test_drafts(project: Path, run: Callable[..., Ran]) -> None:
    """Drafts are compared with the author when that is asked for, and only then; without a draft that is told."""
    nothing = "diplotrips: nothing in extract was drafted of what authors have read; drafts lie in parsed/\n"
    assert run("reliability", "--drafts") == (1, "", nothing)
    draft = CODING.replace("coder: nobody", "coder: rules-1").replace(
        "trip: andes", "trip: {id: t1, traveller: jane-doe, dates: '2024-05-14'}"
    )
    draft = draft.replace("    said:", "    stops: [{id: pe, country: PE}]\n    said:")
    (project / "extract/parsed").mkdir()
    (project / "extract/parsed/gazette.json").write_text(json.dumps(yaml.safe_load(draft)), encoding="utf-8")

    assert run("reliability").status == 1
    ran = run("reliability", "--drafts")
    assert (ran.status, ran.err) == (0, "")
    assert "  the author: completed  extract/authored/andes.yaml:15:58\n  rules-1: under-way  extract/parsed/gazette.json:1:" in ran.out


def test_what_could_not_be_read_is_told(coded: Path, run: Callable[..., Ran]) -> None:
    """A coding with an error is left out, and the reader is told."""
    coded.write_text(CODING.replace("under-way", "underway"), encoding="utf-8")

    assert run("reliability") == (
        1,
        "",
        "diplotrips: 1 error in extract; what these are about was not compared (diplotrips check shows them)\n",
    )


@pytest.mark.usefixtures("coded")
def test_without_the_library(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without nltk one sentence says what to install."""
    monkeypatch.setitem(sys.modules, "nltk.metrics.agreement", None)

    assert run("reliability") == (
        2,
        "",
        "diplotrips: the reliability of codings is computed by the package nltk, which is not installed; install diplotrips[reliability]\n",
    )
