"""DT405: reports that are older than the stop for which they are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.provenance.citation_older_than_stop import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]


@pytest.fixture
def found_in(find: Callable[..., list[Finding]]) -> Callable[..., list[Finding]]:
    """A function that returns what is found in one line of `gazette`, on a tour of 11 to 17 February 2010."""

    def found(line: Written, status: str = "completed", **stop: str) -> list[Finding]:
        stops = [{"id": "cu", "met": [{"office": "president"}]} | stop]
        return find(
            CHECK, {"one": {"trip": {"status": status, "dates": "2010-02-11/2010-02-17"}, "stops": stops, "said": {"gazette": [line]}}}
        )

    return found


def cited(*days: str) -> list[Written]:
    """Return citations of these days."""
    return [{"outlet": "The Courier", "date": day} for day in days]


def test_citations_of_the_4th_and_10th(found_in: Callable[..., list[Finding]]) -> None:
    """Reports of 4 and 10 February cannot tell what came of a tour that began on the 11th; one of the 11th can."""
    (finding,) = found_in({"about": "cu", "cited": cited("2010-02-10", "2010-02-11", "2010-02-04"), "part": "citation"})

    assert str(finding) == (
        "extract/authored/one.yaml:18:11: note DT405 stops.cu.cited: gazette (citation) cites The Courier of 2010-02-10 and "
        "The Courier of 2010-02-04, and the stop began on 2010-02-11 at the earliest"
    )
    assert [(end.record, end.field, end.value) for end in finding.related] == [
        ("one.cu", "cited", "The Courier 2010-02-04"),
        ("one", "dates", "2010-02-11/2010-02-17"),
    ]


def test_names_three_at_most(found_in: Callable[..., list[Finding]]) -> None:
    """Of many citations the message names three; all are ends."""
    (finding,) = found_in({"about": "cu", "cited": cited("2010-02-01", "2010-02-02", "2010-02-03", "2010-02-04", "2010-02-05")})

    assert "of 2010-02-01, The Courier of 2010-02-02, The Courier of 2010-02-03 and 2 more, and" in finding.message
    assert len(finding.ends) == 6


@pytest.mark.parametrize(
    ("line", "stop"),
    [
        ({"about": "cu.president", "cited": cited("2010-02-10")}, {}),
        ({"about": "cu", "cited": cited("2010-01")}, {}),
        ({"about": "cu", "cited": cited("2010-02-13")}, {"dates": "2010-02-14/2010-02-15"}),
    ],
)
def test_finds(found_in: Callable[..., list[Finding]], line: Written, stop: dict[str, str]) -> None:
    """For a meeting, by month, and before the days of the stop itself."""
    assert len(found_in(line, **stop)) == 1


@pytest.mark.parametrize(
    "line",
    [
        {"cited": cited("2010-02-04")},
        {"about": "cu", "cited": cited("2010-02-11", "2010-03-01")},
        {"about": "cu", "cited": cited("2010-02", "2010", "2010-02-09~", "XXXX-02-04")},
        {"about": "cu", "cited": cited("2010-02-04"), "mode": "planned"},
    ],
)
def test_silent(found_in: Callable[..., list[Finding]], line: Written) -> None:
    """Citations for the whole trip, later ones, those that may be later, and plans."""
    assert found_in(line) == []


@pytest.mark.parametrize("status", ["planned", "cancelled"])
def test_silent_for_plans(found_in: Callable[..., list[Finding]], status: str) -> None:
    """What is told of a tour that is no more than a plan was known before it."""
    assert found_in({"about": "cu", "cited": cited("2010-02-04")}, status) == []
