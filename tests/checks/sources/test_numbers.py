"""DT205, DT206 and DT212: numbers of days, countries and papers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.sources import number_of_countries, number_of_days, number_of_papers, sources_disagree_on_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


DAYS, COUNTRIES, PAPERS = number_of_days.CHECK, number_of_countries.CHECK, number_of_papers.CHECK


def test_days_against_dates(find: Callable[..., list[Finding]]) -> None:
    """A number of days is held against the record's own dates and against those of every source."""
    said = {"gazette": [{"days": 5}], "herald": [{"dates": "2023-04-17/2023-04-20"}], "times": [{"days": "~5"}]}

    (finding,) = find(DAYS, said)

    assert str(finding) == (
        "extract/authored/one.yaml:18:13: warning DT205 days: "
        "gazette says the tour lasted 5 days and herald says the tour took place on 2023-04-17/2023-04-20, which are 4 days"
    )
    assert [end.label for end in finding.ends] == [
        "gazette says the tour lasted 5 days",
        "herald says the tour took place on 2023-04-17/2023-04-20",
        "the record has dates 2023-04-17/2023-04-20",
    ]


def test_days_against_first_and_last_day(find: Callable[..., list[Finding]]) -> None:
    """The first and the last day of one source together give a number of days, of a stop too."""
    said = {"gazette": [{"about": "br", "nights": 3}], "herald": [{"about": "br", "first_day": "2023-04-17", "last_day": "2023-04-18"}]}

    (finding,) = find(DAYS, said)

    assert finding.field == "stops.br.days"
    assert finding.message == (
        "gazette says the stop br lasted 3 nights "
        "and herald says the stop br began on 2023-04-17 and says the stop br ended on 2023-04-18, which is 1 night"
    )
    assert [(end.source, end.field) for end in finding.ends] == [
        ("gazette", "nights"),
        ("herald", "first_day"),
        ("", "dates"),
        ("herald", "last_day"),
    ]


def test_one_source_is_named_once(find: Callable[..., list[Finding]]) -> None:
    """A source that contradicts itself is named once in the message; its parts are two speakers."""
    (days,) = find(DAYS, {"gazette": [{"days": 14}, {"dates": "2023-04-17/2023-04-20"}]})
    (parts,) = find(COUNTRIES, {"gazette": [{"n_countries": 5}, {"n_countries": 2, "part": "headline"}]})

    assert days.message == "gazette says the tour lasted 14 days and says the tour took place on 2023-04-17/2023-04-20, which are 4 days"
    assert parts.message == "gazette says 5 countries and gazette (headline) says 2 countries"


@pytest.mark.parametrize(
    "claim",
    [
        {"days": 4},
        {"nights": 3},
        {"days": "~5"},
        {"days": "3..6"},
        {"days": "2.."},
        {"days": 9, "status": "planned"},
        {"days": 9, "mode": "denied"},
        {"about": "br", "days": 2},
        {"days": 4, "dates": "2023-04"},
        {"days": 4, "dates": "2023-04-17/"},
        {"days": 4, "dates": "2023-04-16~/2023-04-20"},
    ],
)
def test_days_that_fit(find: Callable[..., list[Finding]], claim: dict[str, Any]) -> None:
    """About so many leaves one open, nights are one less, a plan and a stop are not the trip, unknown ends leave room."""
    assert find(DAYS, {"gazette": [claim]}) == []


def test_days_of_a_plan(find: Callable[..., list[Finding]]) -> None:
    """While the record itself is a plan, planned numbers are held against it."""
    (finding,) = find(DAYS, {"gazette": [{"days": 9, "status": "planned"}]}, trip={"status": "planned"})

    assert finding.message == (
        "gazette announces that the tour would last 9 days and the record has dates 2023-04-17/2023-04-20, which are 4 days"
    )


def test_days_against_dates_of_several(find: Callable[..., list[Finding]]) -> None:
    """Whoever gives the first and whoever gives the last day together contradict a number; where they have to go, they are the place."""
    said = {
        "gazette": [{"first_day": "2023-04-17"}],
        "herald": [{"last_day": "2023-04-21"}],
        "post": [{"days": 4}],
        "tass": [{"nights": 3}],
    }

    (finding,) = find(DAYS, said, trip={"within": "2023"}, stops=[{"id": "br"}])

    assert finding.message == (
        "post says the tour lasted 4 days "
        "and gazette says the tour began on 2023-04-17 and herald says the tour ended on 2023-04-21, which are 5 days"
    )
    assert [end.source for end in finding.ends] == ["gazette", "herald", "post", "tass"]
    assert (finding.record, finding.field) == ("one", "days")


def test_very_many_numbers(find: Callable[..., list[Finding]]) -> None:
    """Hundreds of numbers of one source are one finding, and each of them is an end, lest a decision settle some unseen."""
    (finding,) = find(DAYS, {"gazette": [{"days": days} for days in range(1, 300)]})

    assert finding.message == "gazette says the tour lasted 1 day and says the tour lasted 4 days"
    assert len(finding.ends) == 299


def test_very_many_first_and_last_days(find: Callable[..., list[Finding]]) -> None:
    """Of a source with dozens of first and of last days that the record contradicts, its number of days is not blamed."""
    starts = [{"first_day": str(date(2023, 4, 18) + timedelta(more))} for more in range(50)]
    ends = [{"last_day": str(date(2023, 8, 17) + timedelta(more))} for more in range(50)]

    assert find(DAYS, {"gazette": [*starts, *ends, {"days": 4}]}) == []
    assert len(find(sources_disagree_on_dates.CHECK, {"gazette": [*starts, *ends, {"days": 4}]})) == 2


def test_countries_against_stops(find: Callable[..., list[Finding]]) -> None:
    """A number of countries that is not that of the stops, nor of another source, is named with all of them."""
    (finding,) = find(COUNTRIES, {"gazette": [{"n_countries": 4}], "herald": [{"n_countries": 2}]})

    assert str(finding) == (
        "extract/authored/one.yaml:18:20: warning DT206 n_countries: gazette says 4 countries and herald says 2 countries"
    )
    assert [end.label for end in finding.ends] == [
        "gazette says 4 countries",
        "herald says 2 countries",
        "the record has stops in 2 countries",
    ]
    assert str(finding.related[-1].place) == "extract/authored/one.yaml:10:3"


@pytest.mark.parametrize("count", [1, 2, 3])
def test_stops_that_may_be_counted_or_not(find: Callable[..., list[Finding]], count: int) -> None:
    """A transit and a side visit are countries for some and none for others; a second stay in one country is none for anybody."""
    stops: list[dict[str, Any]] = [{"id": "it"}, {"id": "it-2"}, {"id": "va", "during": "it"}, {"id": "fr", "kind": "transit"}]
    stops.append({"id": "es", "status": "cancelled"})

    assert find(COUNTRIES, {"gazette": [{"n_countries": count}]}, stops=stops) == []
    assert len(find(COUNTRIES, {"gazette": [{"n_countries": 4}]}, stops=stops)) == 1


@pytest.mark.parametrize("claim", [{"n_countries": "~3"}, {"n_countries": "2.."}, {"n_countries": 5, "mode": "planned"}])
def test_countries_that_fit(find: Callable[..., list[Finding]], claim: dict[str, Any]) -> None:
    """About three may be two, and a plan of five may end with two."""
    assert find(COUNTRIES, {"gazette": [claim]}) == []


def test_papers(find: Callable[..., list[Finding]]) -> None:
    """Two numbers of papers of one agreement that cannot be one number are found; a plan and an open number are not held against them."""
    said = {
        "gazette": [{"about": "visas", "papers": 3}],
        "herald": [{"about": "visas", "papers": 5}],
        "times": [{"about": "visas", "papers": "2.."}, {"about": "visas", "papers": 9, "mode": "planned"}],
    }
    agreement = {"id": "visas", "parties": ["NZ", "BR"], "progress": "signed", "subject": "visas"}

    (finding,) = find(PAPERS, said, agreements=[agreement])

    assert str(finding).endswith("warning DT212 agreements.visas.papers: gazette says 3 papers and herald says 5 papers")
    assert [end.source for end in finding.ends] == ["gazette", "herald"]
