"""DT306: two trips that cannot both be true are found though no stop has days; what may be right is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.records.two_trips_at_once import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]

TOUR: Written = {"trip": {"dates": "2024-05-01/2024-05-10"}, "stops": [{"id": "fr"}, {"id": "de"}]}


def other(dates: str = "2024-05-04/2024-05-06", *stops: Written, **trip: str) -> Written:
    """Return another trip, of one stop in JP where nothing else is said."""
    return {"trip": {"dates": dates, **trip}, "stops": list(stops) or [{"id": "jp"}]}


def test_names_both_trips(find: Callable[..., list[Finding]]) -> None:
    """A trip within the days of another one to other countries is named with it, although no stop has days of its own."""
    (finding,) = find(CHECK, {"one": TOUR, "two": other()})

    assert finding.message == (
        "jane-doe is on the trip two on 2024-05-04/2024-05-06 and on the trip one, to other countries, on 2024-05-01/2024-05-10"
    )
    assert [(end.record, end.field, end.place.file if end.place else "") for end in finding.ends] == [
        ("two", "dates", "extract/authored/two.yaml"),
        ("one", "dates", "extract/authored/one.yaml"),
    ]


@pytest.mark.parametrize(
    "second",
    [
        other("2024-05-10/2024-05-12"),
        other("2024-05"),
        other("2024-05-08~/2024-05-12"),
        other("2024-05-04/.."),
        other(status="planned"),
        other(traveller="rui-dias"),
        other("2024-05-04/2024-05-06", {"id": "jp"}, {"id": "fr"}),
        other("2024-05-04/2024-05-06", {"id": "somewhere", "country": "ZZ"}),
    ],
)
def test_is_silent(find: Callable[..., list[Finding]], second: Written) -> None:
    """A shared day of travel, coarse, doubtful and open ends, plans, other people, a country in common and unknown ones are no clash."""
    assert find(CHECK, {"one": TOUR, "two": second}) == []


def test_stops_that_show_it_are_left_to_the_other_check(find: Callable[..., list[Finding]]) -> None:
    """Where days of stops show it, DT301 names these."""
    dated = TOUR | {"stops": [{"id": "fr", "dates": "2024-05-01/2024-05-05"}, {"id": "de"}]}

    assert find(CHECK, {"one": dated, "two": other()}) == []
