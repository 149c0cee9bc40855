"""What holds for all formats: names in records break out of none, and ten thousand findings are no trouble."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from diplotrips.cli.formats import FORMATS
from diplotrips.cli.render import renderers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

    from diplotrips.api import Report


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_names_are_no_trouble(hostile: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """Nothing is said on standard error, no control character but the end of a line is written, and no line is a command of ours."""
    monkeypatch.chdir(hostile)
    ran = run("check", "--format", form)

    assert (ran.status, ran.err) == (1, "")
    assert [char for char in sorted(set(ran.out)) if char < " " and char != "\n"] == []
    assert [line for line in ran.out.splitlines() if line.startswith("::") and not line.startswith("::error file=extract/")] == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_no_text_is_no_trouble(project: Path, run: Callable[..., Ran], form: str) -> None:
    """A file whose name is no UTF-8 is told of in every format, and what is written is UTF-8."""
    try:
        (project / "extract/authored/b\udcffd.yaml").write_text("[")
    except (OSError, UnicodeEncodeError):
        pytest.skip("such names cannot be had here")
    ran = run("check", "--format", "text", "--output", f"{form}=report")

    assert (ran.status, ran.err) == (1, "")
    assert "DT002" in (project / "report").read_text(encoding="utf-8")


def test_ten_thousand_findings_are_no_trouble(many: Callable[[int], Report]) -> None:
    """Every format is written in seconds; for programs all are there, for people as many as are shown."""
    report = many(10_000)
    began = time.process_time()
    told = {form: render(report) for form, render in renderers().items()}

    assert time.process_time() - began < 20
    assert len(json.loads(told["sarif"])["runs"][0]["results"]) == len(json.loads(told["json"])["findings"]) == 10_000
    assert told["junit"].count("<failure ") == told["text"].count("error[DT005]") == 10_000
    assert len(told["github"]) < 10_000 < len(told["markdown"]) < 60_000
