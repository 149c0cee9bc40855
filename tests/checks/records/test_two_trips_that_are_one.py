"""DT309: two records that may be of one journey are found; two journeys are not, nor what other checks say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.records import two_countries_at_once, two_trips_at_once
from diplotrips.checks.records.two_trips_that_are_one import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]

TOUR: Written = {"trip": {"dates": "2024-05-01/2024-05-10"}, "stops": [{"id": "fr"}, {"id": "de", "dates": "2024-05-05/2024-05-10"}]}


def other(*stops: Written, **trip: str) -> Written:
    """Return another trip of the same traveller, to DE on 2024-05-06/2024-05-07 unless something else is said."""
    return {"trip": {"dates": "2024-05-06/2024-05-07", **trip}, "stops": list(stops) or [{"id": "de"}]}


def test_names_both_trips(find: Callable[..., list[Finding]]) -> None:
    """Two trips to one country over the same days are named with their days and statuses."""
    (finding,) = find(CHECK, {"one": TOUR, "two": other()})

    assert finding.message == (
        "jane-doe is in DE on the trip two, completed, on 2024-05-06/2024-05-07 and on the trip one, completed, on 2024-05-01/2024-05-10; "
        "the two may be one"
    )
    assert [(end.record, end.field, end.place.file if end.place else "") for end in finding.ends] == [
        ("two", "dates", "extract/authored/two.yaml"),
        ("one", "dates", "extract/authored/one.yaml"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "doubt"),
    [
        ("completed", "planned", "one may be the plan of the other"),
        ("unconfirmed", "under-way", "one may be the plan of the other"),
        ("planned", "unconfirmed", "the two may be one"),
        ("cancelled", "postponed", "the two may be one"),
        ("completed", "cancelled", ""),
        ("postponed", "planned", ""),
    ],
)
def test_statuses(find: Callable[..., list[Finding]], first: str, second: str, doubt: str) -> None:
    """A plan and a journey may be one; a trip that was called off is none that was made or is planned."""
    found = find(CHECK, {"one": {**TOUR, "trip": TOUR["trip"] | {"status": first}}, "two": other(status=second)})

    assert [finding.message.partition("; ")[2] for finding in found] == ([doubt] if doubt else [])


@pytest.mark.parametrize(
    "second",
    [
        other(dates="2024-05"),
        other(dates="2024-05-10/2024-05-12"),
        other(dates="2024-05-12~/2024-05-14"),
        other(dates="2024-05-02/2024-05-03~"),
        other(dates="2024-05-03/"),
        other(dates="/2024-05-08"),
        {"trip": {"within": "2024-04-20/2024-06-01"}, "stops": [{"id": "de"}, {"id": "jp"}]},
    ],
)
def test_days_that_can_be_the_same(find: Callable[..., list[Finding]], second: Written) -> None:
    """Coarse days, a shared last day, margins, an unknown end and a window leave it open whether it is one trip."""
    assert len(find(CHECK, {"one": TOUR, "two": second})) == 1


@pytest.mark.parametrize(
    "second",
    [
        other(dates="2024-05-11/2024-05-12"),
        other({"id": "de", "dates": "2024-05-03/2024-05-04"}, dates="2024-05-03/2024-05-07"),
        other({"id": "jp"}),
        other({"id": "somewhere", "country": "ZZ"}),
        other(traveller="rui-dias"),
        other(replaces="one"),
        other(dates="2024"),
        other(dates="2024-05-12/"),
        {"trip": {"within": "2024-03-01/2024-07-01"}, "stops": [{"id": "de"}]},
    ],
)
def test_is_silent(find: Callable[..., list[Finding]], second: Written) -> None:
    """Other days, of trip or stop, other countries and people, a trip that makes up for the other, and windows too wide to tell."""
    assert find(CHECK, {"one": TOUR, "two": second}) == []


def test_the_earlier_one_may_replace_too(find: Callable[..., list[Finding]]) -> None:
    """It makes no difference which of the two has the lower id."""
    assert find(CHECK, {"one": {**TOUR, "trip": TOUR["trip"] | {"replaces": "two"}}, "two": other()}) == []


@pytest.mark.parametrize(
    ("second", "says"),
    [
        (other(), CHECK),
        (other({"id": "jp"}, dates="2024-05-06/2024-05-08"), two_countries_at_once.CHECK),
        (other({"id": "jp"}, {"id": "it"}, dates="2024-05-02/2024-05-08"), two_trips_at_once.CHECK),
        (other({"id": "de"}, {"id": "jp", "dates": "2024-05-06/2024-05-08"}, dates="2024-05-06/2024-05-08"), two_countries_at_once.CHECK),
    ],
)
def test_one_check_says_it(find: Callable[..., list[Finding]], second: Written, says: object) -> None:
    """Of the three checks that look at two trips of one traveller only one speaks of a pair."""
    checks = (CHECK, two_countries_at_once.CHECK, two_trips_at_once.CHECK)

    assert [check for check in checks if find(check, {"one": TOUR, "two": second})] == [says]


def test_side_visits_are_no_double_booking(find: Callable[..., list[Finding]]) -> None:
    """A side visit during a stop is at once with it and with nothing else: none of the three checks minds it."""
    stops = [{"id": "de", "dates": "2024-05-05/2024-05-10"}, {"id": "lu", "dates": "2024-05-07", "during": "de"}]
    trips = {"one": stops, "two": [{"id": "jp", "dates": "2024-05-11/2024-05-12"}]}

    assert [find(check, trips) for check in (CHECK, two_countries_at_once.CHECK, two_trips_at_once.CHECK)] == [[], [], []]
