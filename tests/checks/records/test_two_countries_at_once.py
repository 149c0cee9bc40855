"""DT301: what must be in two countries at once is found with both ends; what may be right is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.records.two_countries_at_once import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]

BR: Written = {"id": "br", "dates": "2023-04-17/2023-04-19"}


def test_names_both_stops(find: Callable[..., list[Finding]]) -> None:
    """A stop that begins before one of another trip must have ended is named with it."""
    (finding,) = find(CHECK, {"one": [BR], "two": [{"id": "ve", "dates": "2023-04-18/2023-04-20"}]})

    assert str(finding) == (
        "extract/authored/two.yaml:11:12: error DT301 stops.ve.dates: "
        "jane-doe is in VE on 2023-04-18/2023-04-20 and in BR on 2023-04-17/2023-04-19"
    )
    assert (finding.record, finding.related[0].record, finding.related[0].label) == ("two.ve", "one.br", "in BR on 2023-04-17/2023-04-19")
    assert str(finding.related[0].place) == "extract/authored/one.yaml:11:12"


def test_compares_with_every_other_country(find: Callable[..., list[Finding]]) -> None:
    """A long stay is held against all later ones that it reaches, also over a short one that ends in between."""
    found = find(
        CHECK,
        {
            "a": [{"id": "br", "dates": "2023-04-01/2023-04-30"}],
            "b": [{"id": "ve", "dates": "2023-04-03/2023-04-04"}],
            "c": [{"id": "ni", "dates": "2023-04-20/2023-04-22"}],
        },
    )

    assert [(one.record, one.related[0].record) for one in found] == [("b.ve", "a.br"), ("c.ni", "a.br")]


def test_one_stop_lends_from_its_trip(find: Callable[..., list[Finding]]) -> None:
    """The only stop of a trip is there on the trip's days, and these are the end that is shown."""
    (finding,) = find(
        CHECK,
        {
            "one": {"trip": {"dates": "2023-04-17/2023-04-19"}, "stops": [{"id": "br"}]},
            "two": [BR | {"id": "ve"}],
        },
    )

    assert finding.message == "jane-doe is in VE on 2023-04-17/2023-04-19 and in BR on 2023-04-17/2023-04-19"
    assert (finding.record, finding.related[0].record, finding.related[0].field) == ("two.ve", "one", "dates")


@pytest.mark.parametrize(
    ("other", "trip"),
    [
        ({"id": "ve", "dates": "2023-04-19/2023-04-20"}, {}),
        ({"id": "ve", "dates": "2023-04-19"}, {}),
        ({"id": "ve", "dates": "2023-04-17"}, {}),
        ({"id": "ve", "dates": "2023-04"}, {}),
        ({"id": "ve", "dates": "2023-04-18~/2023-04-20"}, {}),
        ({"id": "ve", "dates": "2023-04-16/2023-04-18?"}, {}),
        ({"id": "ve"}, {"dates": "2023-04-18%/2023-04-20%"}),
        ({"id": "ve", "dates": "2023-04-18/"}, {"dates": "2023-04-18/"}),
        ({"id": "ve", "within": "2023-04-17/2023-04-19"}, {}),
        ({"id": "br-2", "country": "BR", "dates": "2023-04-18/2023-04-20"}, {}),
        ({"id": "xx", "country": "ZZ", "dates": "2023-04-18/2023-04-20"}, {}),
        ({"id": "ve", "dates": "2023-04-18/2023-04-20"}, {"traveller": "rui-dias"}),
        ({"id": "ve", "dates": "2023-04-18/2023-04-20"}, {"status": "planned"}),
        ({"id": "ve", "dates": "2023-04-18/2023-04-20"}, {"status": "postponed"}),
        ({"id": "ve", "dates": "2023-04-18/2023-04-20", "status": "cancelled"}, {}),
        ({"id": "ve", "dates": "2023-04-18/2023-04-20", "during": "br"}, {}),
    ],
)
def test_is_silent(find: Callable[..., list[Finding]], other: Written, trip: Written) -> None:
    """The day of travel, days that may differ, one country or none, another person, a plan, a cancelled leg and a side visit are right."""
    stops = [other] if "during" not in other else [other, {"id": "br", "dates": "2023-05-01"}]

    assert find(CHECK, {"one": [BR], "two": {"trip": trip, "stops": stops}}) == []


def test_doubtful_days_are_off_by_no_more_than_their_margin(find: Callable[..., list[Finding]]) -> None:
    """Two short stays about then may have been one after the other; two long ones cannot."""
    short = {"one": [{"id": "br", "dates": "2024-05-14~/2024-05-16~"}], "two": [{"id": "ve", "dates": "2024-05-15~/2024-05-17~"}]}
    long = {"one": [{"id": "br", "dates": "2024-05-01~/2024-05-16~"}], "two": [{"id": "ve", "dates": "2024-05-02~/2024-05-17~"}]}

    assert find(CHECK, short) == []
    (finding,) = find(CHECK, long)
    assert finding.message == "jane-doe is in VE on 2024-05-02~/2024-05-17~ and in BR on 2024-05-01~/2024-05-16~"


def test_stops_of_one_trip_are_for_its_network(find: Callable[..., list[Finding]]) -> None:
    """Two stops of one trip at once are DT107, not this."""
    assert find(CHECK, {"one": [BR, {"id": "ve", "dates": "2023-04-18/2023-04-20"}]}) == []
