"""DT404: a date that is not what its phrase means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.provenance.phrase_recomputes_to_another_day import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]


@pytest.fixture
def found_in(find: Callable[..., list[Finding]]) -> Callable[..., list[Finding]]:
    """A function that returns what is found in one line of `gazette`, published on Sunday 16 April 2023 unless a test says otherwise."""

    def found(line: Written, published: str | None = "2023-04-16", status: str = "completed") -> list[Finding]:
        document = {"trip": {"status": status, "within": "2023-04"}, "stops": [{"id": "br"}], "said": {"gazette": [line]}}
        return find(CHECK, {"one": document}, sources=[{"id": "gazette"} | ({"published": published} if published else {})])

    return found


def test_names_phrase_and_anchor(found_in: Callable[..., list[Finding]]) -> None:
    """The finding tells what the phrase means and from which day it was counted, and that day is its other end."""
    (finding,) = found_in({"about": "br", "seen": "2023-04-06", "phrase": "on Thursday"})

    assert str(finding) == (
        "extract/authored/one.yaml:15:13: warning DT404 stops.br.seen: "
        'gazette gives seen 2023-04-06 for "on Thursday", which is 2023-04-13 counted from the day of publication 2023-04-16'
    )
    assert [(end.record, end.field, end.value) for end in finding.related] == [("gazette", "published", "2023-04-16")]


def test_own_anchor(found_in: Callable[..., list[Finding]]) -> None:
    """An anchor of the line itself goes before the day of publication."""
    (finding,) = found_in({"seen": "2023-04-15", "phrase": "the following day", "anchor": "2023-04-12"})

    assert (
        finding.message == 'gazette gives seen 2023-04-15 for "the following day", which is 2023-04-13 counted from its anchor 2023-04-12'
    )
    assert [(end.field, str(end.place)) for end in finding.related] == [("anchor", "extract/authored/one.yaml:16:15")]


def test_says_as_of(found_in: Callable[..., list[Finding]]) -> None:
    """The day as of which something was announced is one of the dates of a line, and lies before publication."""
    line = {"status": "planned", "within": "2023-05-01/2023-05-10", "as_of": "2023-04-20", "phrase": "on Thursday"}

    (finding,) = found_in(line)

    assert finding.message == (
        'gazette gives within 2023-05-01/2023-05-10 and as of 2023-04-20 for "on Thursday", '
        "which is [2023-04-13,2023-04-20] counted from the day of publication 2023-04-16"
    )


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ({"last_day": "2023-04-20", "phrase": "on Thursday"}, "2023-04-13"),
        ({"dates": "2023-04-21/2023-04-23", "phrase": "from April 11 to 13"}, "2023-04-11/2023-04-13"),
        ({"within": "2023-04-16/2023-04-30", "phrase": "in early April"}, "2023-04-01/2023-04-12"),
        ({"seen": "2022-04-12", "phrase": "on April 12"}, "2023-04-12"),
        ({"seen": "XXXX-04-12", "phrase": "April 11"}, "2023-04-11"),
        ({"seen": "2023-04-12", "phrase": "yesterday"}, "2023-04-15"),
    ],
)
def test_finds(found_in: Callable[..., list[Finding]], line: Written, meant: str) -> None:
    """Another week, other days, another month, another year."""
    (finding,) = found_in(line)

    assert f"which is {meant} counted" in finding.message


@pytest.mark.parametrize(
    "line",
    [
        {"seen": "2023-04-13", "phrase": "announced on Thursday"},
        {"last_day": "2023-04-20", "phrase": "on Thursday", "mode": "planned"},
        {"status": "planned", "within": "2023-04-17/2023-04-30", "as_of": "2023-04-13", "phrase": "on Thursday"},
        {"dates": "2023-04-10/2023-04-13", "phrase": "on Thursday"},
        {"dates": "2023-04-10/", "phrase": "on Thursday"},
        {"within": "2023-04-16/2023-04-30", "phrase": "April 16-30"},
        {"seen": "2023-04-11~", "phrase": "on Thursday"},
        {"seen": "2023-04-14", "phrase": "on Thursday"},
        {"seen": "2023-04-01", "phrase": "two days after the summit"},
        {"seen": "2023-04-01"},
        {"days": 4, "phrase": "on Thursday"},
    ],
)
def test_silent(found_in: Callable[..., list[Finding]], line: Written) -> None:
    """What fits, plans ahead, one of several dates, windows, doubtful dates, another weekday (DT108), words that are not known."""
    assert found_in(line) == []


def test_silent_without_anchor(found_in: Callable[..., list[Finding]]) -> None:
    """Without a day of publication there is nothing to count from."""
    assert found_in({"seen": "2023-04-06", "phrase": "on Thursday"}, None) == []


def test_uncertain_publication(found_in: Callable[..., list[Finding]]) -> None:
    """Of a source whose day of publication is one of several, whatever any of them gives is right."""
    assert found_in({"last_day": "2023-04-13", "phrase": "on Thursday"}, "2023-04-13/2023-04-22") == []
    assert found_in({"last_day": "2023-04-06", "phrase": "on Thursday"}, "2023-04-13/2023-04-22") != []


def test_trip_not_over(found_in: Callable[..., list[Finding]]) -> None:
    """Of a tour that is itself a plan, the words may look ahead."""
    assert found_in({"first_day": "2023-04-20", "phrase": "on Thursday"}, status="planned") == []
