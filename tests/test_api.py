"""The package as functions: what they return and raise, and which names are public."""

from __future__ import annotations

import ast
import inspect
import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.cli.records import DECISION, DISAGREEING, RECORDS

import diplotrips
from diplotrips import api
from diplotrips.errors import DiplotripsError, ExportRefusedError, UnknownNameError, UnreadablePathError, UnwritablePathError
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = date(2024, 6, 1)


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes the made-up records, those given in the place of others, and returns the folder."""

    def write(**changed: str) -> Path:
        for name, text in (RECORDS | {f"{name}.yaml": text for name, text in changed.items()}).items():
            path = tmp_path / "extract" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_a_report_tells_open_from_settled(project: Callable[..., Path]) -> None:
    """What a decision settles is not open, and the report leads to the decision and its place."""
    folder = project(**{"authored/andes": DISAGREEING, "decisions": DECISION})

    report = api.check(folder, DAY)

    (found,) = report.settled
    assert (report.open, report.today, report.number(Severity.WARNING), report.fails("note")) == ((), DAY, 0, False)
    assert report.ledger[found.settled_by].place().line == 3
    assert dict(report.counts) == {"trip": 1, "stop": 2, "agreement": 0, "quoted expert": 0, "source": 2, "claim": 10}


def test_every_open_finding_has_its_lines(project: Callable[..., Path]) -> None:
    """The source line of each end that has a place is in the report."""
    report = api.check(project(**{"authored/andes": DISAGREEING}), DAY)

    (found,) = report.open
    assert [report.lines[end.place].strip() for end in found.ends if end.place] == [
        "- {days: 7, span: 0-8}",
        "- {route: [pe, cl], dates: 2024-05-06/2024-05-09, span: 18-45}",
        "dates: 2024-05-06/2024-05-09",
    ]
    assert report.fails("warning")
    assert not report.fails("error")


def test_without_a_day_the_clock_counts(project: Callable[..., Path]) -> None:
    """Records are judged as of today in UTC unless a day is given."""
    before = datetime.now(UTC).date()

    assert before <= api.check(project()).today <= datetime.now(UTC).date()


def test_a_refused_export_carries_its_report(project: Callable[..., Path]) -> None:
    """Whoever catches the refusal has the findings, judged as of the reference date."""
    folder = project(people="schema: 1\npeople: []\n")

    with pytest.raises(api.OpenErrorsError, match=r"^nothing was exported: \d+ errors? (is|are) open in ") as refusal:
        api.export(folder)
    assert isinstance(refusal.value, ExportRefusedError)
    assert (refusal.value.report.today, refusal.value.report.fails("error")) == (DAY, True)


def test_an_export_says_what_it_wrote(project: Callable[..., Path]) -> None:
    """Folder, manifest and comparison come back; every table is new where there is no release."""
    folder = project()

    (folder / "CHANGELOG.md").write_text("## [0.1.0] - 2024-06-01\n- All.\n")
    release = api.export(folder, version="0.1.0")

    assert (release.folder, release.newest, release.catalog) == (folder / "exports/0.1.0", "", folder / "exports/catalog.json")
    assert set(release.changed) == set(release.manifest.tables)
    assert api.export(folder).changed == ()


def test_a_damaged_release_stops_an_export(project: Callable[..., Path]) -> None:
    """Where the newest release cannot be compared with, that is said before anything is written."""
    folder = project()
    (folder / "CHANGELOG.md").write_text("## [0.1.0] - 2024-06-01\n- All.\n")
    api.export(folder, version="0.1.0")
    (folder / "exports/0.1.0/manifest.json").write_text("{}")

    with pytest.raises(UnreadablePathError, match=r"it is not the manifest of a release$"):
        api.export(folder)
    assert not (folder / "build").exists()


def test_a_pipe_among_the_records_is_never_waited_for(project: Callable[..., Path]) -> None:
    """What is no regular file is a finding without a line."""
    folder = project()
    os.mkfifo(folder / "extract/events.yaml")

    (found,) = [found for found in api.check(folder, DAY).open if found.code == "DT001"]
    assert found.message == "this is a pipe, a socket or a device, not a file"


def test_checks_are_found_by_name() -> None:
    """Code and name lead to the same check, an unknown one to an exception that names the nearest."""
    assert api.explain("dt301") is api.explain("two-countries-at-once")
    assert [check.code for check in api.all_checks()] == sorted(check.code for check in api.all_checks())
    with pytest.raises(UnknownNameError) as unknown:
        api.explain("DT30")
    assert unknown.value.nearest[0] == "DT301"


def test_schemas_are_written_once(tmp_path: Path) -> None:
    """A second time nothing is left to be written."""
    first = api.write_schema(tmp_path / "schema", tmp_path / "docs")

    assert {path.suffix for path in first} == {".html", ".json", ".md"}
    assert api.write_schema(tmp_path / "schema", tmp_path / "docs") == []


def test_a_page_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    """Neither that page nor anything else is written then."""
    (tmp_path / "records.md").write_text("mine")

    with pytest.raises(UnwritablePathError, match=r"records\.md: another file stands there, which diplotrips did not write$"):
        api.write_schema(tmp_path / "schema", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["records.md"]


def test_every_public_name_is_there() -> None:
    """The package has few names, each is reached without importing another one first, and there is no other."""
    assert len(diplotrips.__all__) <= 15
    assert all(getattr(diplotrips, name) is not None for name in diplotrips.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = diplotrips.nothing


@pytest.mark.parametrize("name", [name for name in api.__all__ if inspect.isfunction(getattr(api, name))])
def test_every_function_says_what_it_returns_and_raises(name: str) -> None:
    """Docstrings and annotations are complete, and whatever is raised right there is documented."""
    function = getattr(api, name)
    tree = ast.parse(inspect.getsource(function))
    raised = {
        node.exc.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name)
    }

    assert function.__doc__
    assert "return" in function.__annotations__
    assert all(f"{error}: " in function.__doc__ for error in raised)


def test_there_is_one_root_of_exceptions() -> None:
    """Whatever is raised on purpose is caught by one name, and it has at most six children."""
    assert issubclass(api.OpenErrorsError, DiplotripsError)
    assert len(DiplotripsError.__subclasses__()) <= 6
