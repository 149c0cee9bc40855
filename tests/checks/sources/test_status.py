"""DT207 and DT208: a status against the calendar, and against later sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.sources import planned_and_past, status_superseded

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


PAST, SUPERSEDED = planned_and_past.CHECK, status_superseded.CHECK
SOURCES = [{"id": "gazette", "published": "2023-04-10"}, {"id": "herald", "published": "2023-05-02"}]


def test_plan_of_the_past(find: Callable[..., list[Finding]]) -> None:
    """A planned trip whose last day is over is named with those who say planned and with the calendar."""
    said = {"gazette": [{"status": "planned"}, {"status": "planned", "part": "headline"}]}

    (finding,) = find(PAST, said, trip={"status": "planned"}, today="2023-04-21")

    assert str(finding) == (
        "extract/authored/one.yaml:7:11: warning DT207 status: "
        "the status is planned, but the last possible day, 2023-04-20, lies before today, 2023-04-21"
    )
    assert [end.label for end in finding.ends] == [
        "the record says status planned",
        "gazette says status planned",
        "gazette (headline) says status planned",
        "the calendar: today is 2023-04-21",
    ]
    assert (finding.related[-1].record, finding.related[-1].source, finding.related[-1].place) == ("", "", None)


@pytest.mark.parametrize(
    ("trip", "told"),
    [
        ({"dates": "2023-04-17/"}, "the first day, 2023-04-17"),
        ({"within": "2023-04"}, "the last possible day, 2023-04-30"),
        ({"within": "2023-04~"}, "the last possible day, 2023-04-30"),
        ({"dates": "2023-04-17/2023-05-28~"}, "the last possible day, 2023-05-28"),
        ({"dates": "2023-04-17/", "within": "2023-04-01/2023-05-15"}, "the last possible day, 2023-05-15"),
    ],
)
def test_last_day_that_is_possible(find: Callable[..., list[Finding]], trip: dict[str, Any], told: str) -> None:
    """Without a last day the window counts, without a window the first day."""
    (finding,) = find(PAST, {}, trip={"status": "planned"} | trip)

    assert told in finding.message


@pytest.mark.parametrize(
    "trip",
    [
        {"status": "planned", "dates": "2023-04-17/2023-06-01"},
        {"status": "planned", "within": "2023"},
        {"status": "planned", "dates": "2023-04-17/2023-05-30~"},
        {"status": "planned", "dates": "2023-05-30~/"},
        {"status": "planned", "within": "2023-04-17/2023-05?"},
        {"status": "under-way", "dates": "2023-04-17/"},
        {"status": "under-way", "dates": "2023-04-17/.."},
        {"status": "postponed"},
        {"status": "unconfirmed"},
        {"status": "completed"},
        {"status": "cancelled"},
    ],
)
def test_not_past(find: Callable[..., list[Finding]], trip: dict[str, Any]) -> None:
    """The last day itself is not past; a tour under way without a last day may go on; other statuses have no day to pass."""
    assert find(PAST, {}, trip=trip, stops=[{"id": "br"}]) == []


def test_stop_with_a_status_of_its_own(find: Callable[..., list[Finding]]) -> None:
    """A stop is only judged where its status is not that of its trip; its days may be the trip's."""
    stops = [{"id": "br", "status": "planned"}, {"id": "ve"}]

    (finding,) = find(PAST, {}, stops=stops, trip={"dates": "2023-04-17/2023-04-20"})

    assert finding.field == "stops.br.status"
    assert "2023-04-20" in finding.message


def test_later_source(find: Callable[..., list[Finding]]) -> None:
    """A source published after all that say what the record says is named with them."""
    said = {"gazette": [{"status": "planned"}], "herald": [{"status": "completed"}, {"about": "br", "status": "completed"}]}

    (finding,) = find(SUPERSEDED, said, trip={"status": "planned"}, sources=SOURCES)

    assert str(finding) == (
        "extract/authored/one.yaml:7:11: warning DT208 status: the status is planned, and herald, published 2023-05-02, says completed"
    )
    assert [end.label for end in finding.ends] == [
        "the record says status planned",
        "herald says status completed",
        "gazette says status planned",
    ]


def test_later_source_on_a_stop(find: Callable[..., list[Finding]]) -> None:
    """A stop without a status of its own has that of its trip, which a later source can contradict for this stop only."""
    said = {"gazette": [{"status": "completed"}], "herald": [{"about": "ve", "status": "cancelled"}]}

    (finding,) = find(SUPERSEDED, said, sources=SOURCES)

    assert (finding.record, finding.field) == ("one.ve", "stops.ve.status")
    assert [(end.record, end.value) for end in finding.ends] == [("one", "completed"), ("one.ve", "cancelled"), ("one", "completed")]


@pytest.mark.parametrize(
    ("status", "gazette", "herald"),
    [
        ("completed", {"status": "completed"}, {"status": "planned"}),
        ("completed", {"status": "completed"}, {"status": "under-way"}),
        ("under-way", {"status": "under-way"}, {"status": "postponed"}),
        ("planned", {"status": "planned"}, {"status": "unconfirmed"}),
        ("planned", {"status": "planned"}, {"status": "completed", "mode": "denied"}),
        ("completed", {"status": "planned"}, {"status": "completed"}),
    ],
)
def test_not_superseded(find: Callable[..., list[Finding]], status: str, gazette: dict[str, Any], herald: dict[str, Any]) -> None:
    """Earlier stages, doubts and denials supersede nothing, nor does what the record says already."""
    assert find(SUPERSEDED, {"gazette": [gazette], "herald": [herald]}, trip={"status": status}, sources=SOURCES) == []


@pytest.mark.parametrize("published", [None, "2023-04", "2023-04-10", "2023-04-09", "2023-04-12~", "2023-05?"])
def test_not_known_to_be_later(find: Callable[..., list[Finding]], published: str | None) -> None:
    """A source supersedes only if every possible day of its publication is after those of the others."""
    herald = {"id": "herald"} | ({"published": published} if published else {})
    said = {"gazette": [{"status": "planned"}], "herald": [{"status": "completed"}]}

    assert find(SUPERSEDED, said, trip={"status": "planned"}, sources=[SOURCES[0], herald]) == []
    assert find(SUPERSEDED, said, trip={"status": "planned"}, sources=[{"id": "gazette"}, SOURCES[1]]) == []
