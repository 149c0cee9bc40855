"""DT108: a weekday that is not that of the date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.trip.weekday_not_of_date import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]


@pytest.fixture
def found_in(find: Callable[..., list[Finding]]) -> Callable[..., list[Finding]]:
    """A function that returns what is found in one line of `gazette`, published as a test says, on a trip of May 2023."""

    def found(line: Written, published: str | None = "2023-05-21", dates: str = "2023-05-15/2023-05-19") -> list[Finding]:
        document = {"trip": {"dates": dates}, "stops": [{"id": "br"}], "said": {"gazette": [{"about": "br"} | line]}}
        return find(CHECK, {"one": document}, sources=[{"id": "gazette"} | ({"published": published} if published else {})])

    return found


def test_names_what_the_day_is(found_in: Callable[..., list[Finding]]) -> None:
    """Where a source's own words clash, the finding stands at the date that rests on them and tells which weekday it was."""
    (finding,) = found_in({"seen": "2023-05-18", "phrase": "Wednesday (May 18)"})

    assert str(finding) == (
        'extract/authored/one.yaml:15:13: warning DT108 stops.br.seen: gazette has "Wednesday (May 18)", and 2023-05-18 is a Thursday'
    )
    assert finding.ends[0].source == "gazette"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"last_day": "2023-05-19", "phrase": "on Thursday"}, "2023-05-19 is a Friday"),
        ({"dates": "2023-05-15/2023-05-17", "phrase": "on Thursday"}, "none of 2023-05-15, 2023-05-16 and 2023-05-17 is a Thursday"),
        ({"seen": "2023-05-17", "phrase": "Wednesday (May 18)"}, "2023-05-18 is a Thursday"),
        ({"seen": "XXXX-05-18", "phrase": "on Wednesday"}, "2023-05-18 is a Thursday"),
        ({"seen": "2023-05-18", "phrase": "Wednesday, 18 May 2023"}, "2023-05-18 is a Thursday"),
        (
            {"status": "planned", "within": "2023-05-15/2023-06-15", "as_of": "2023-05-12", "phrase": "Thursday 12 May"},
            "2023-05-12 is a Friday",
        ),
    ],
)
def test_finds(found_in: Callable[..., list[Finding]], line: Written, told: str) -> None:
    """The weekday is held against the date in the phrase, or else against the days that the line gives."""
    (finding,) = found_in(line)

    assert finding.message == f'gazette has "{line["phrase"]}", and {told}'


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2023-05-21", "2023-05-18 is a Thursday"),
        (None, "2023-05-18 is a Thursday"),
        ("2023", "none of 2023-05-18 and 2024-05-18 is a Wednesday"),
    ],
)
def test_date_without_year(found_in: Callable[..., list[Finding]], published: str | None, told: str) -> None:
    """A date without a year is taken near the day of publication, or else in the year of the trip."""
    (finding,) = found_in({"seen": "XXXX-05-18", "phrase": "Wednesday (May 18)"}, published)

    assert finding.message == f'gazette has "Wednesday (May 18)", and {told}'


@pytest.mark.parametrize(
    "line",
    [
        {"seen": "2023-05-18", "phrase": "on Thursday"},
        {"seen": "2023-05-18", "phrase": "Thursday (May 18)"},
        {"seen": "2023-05-18~", "phrase": "on Wednesday"},
        {"within": "2023-05-15/2023-05-31", "phrase": "on Wednesday"},
        {"first_day": "2023-05-16", "last_day": "2023-05-17", "phrase": "on Wednesday"},
        {"dates": "2023-05-17/", "phrase": "on Monday"},
        {"seen": "2023-05-18", "phrase": "Monday to Wednesday"},
        {"seen": "2023-05-18", "phrase": "two days after Tuesday"},
        {"seen": "2023-05-18", "phrase": "May 18"},
        {"seen": "2023-05-18"},
        {"places": ["Manaus"], "phrase": "on Wednesday"},
    ],
)
def test_silent(found_in: Callable[..., list[Finding]], line: Written) -> None:
    """The right weekday, windows, doubtful dates, one of several dates, several weekdays, words that are not known, no date at all."""
    assert found_in(line) == []


def test_silent_without_any_year(found_in: Callable[..., list[Finding]]) -> None:
    """A day of a year that nobody knows has no weekday."""
    assert found_in({"seen": "XXXX-05-18", "phrase": "Wednesday (May 18)"}, None, "../2023-05-19") == []
