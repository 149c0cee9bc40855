"""DT307: an office that the register does not give somebody on those days is found; what the register leaves open is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.records.office_not_held import CHECK
from diplotrips.findings import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]


def traveller(*offices: Written) -> list[Written]:
    """Return a register with the traveller of all trips, in these offices."""
    return [{"id": "jane-doe", "offices": list(offices)}]


def met(*offices: Written, **meeting: str) -> dict[str, Any]:
    """Return a trip to BR on 2023-04-17/2023-04-19 on which the president is met, and the register with that person's offices."""
    meeting = {"person": "ana-lopez", "office": "president", **meeting}
    stop = {"id": "br", "dates": "2023-04-17/2023-04-19", "met": [meeting]}
    return {"trips": {"one": [stop]}, "people": [{"id": "ana-lopez", "offices": list(offices)}]}


MINISTER: Written = {"office": "foreign-minister", "of": "NZ"}
PRESIDENT: Written = {"office": "president", "of": "BR"}


def test_says_what_the_register_has(find: Callable[..., list[Finding]]) -> None:
    """A traveller whose office ended before the first day is named with every term of that office, and with the days."""
    people = traveller(
        MINISTER | {"since": 2015, "until": "2018-11"}, MINISTER | {"since": "2023-04-18"}, {"office": "president", "of": "NZ"}
    )

    (finding,) = find(CHECK, {"one": [{"id": "br", "dates": "2023-04-17/2023-04-19"}]}, people=people)

    assert finding.message == (
        "jane-doe is foreign-minister of NZ on the first day of the trip, 2023-04-17, and the register has foreign-minister of NZ "
        "since 2015 until 2018-11 and foreign-minister of NZ since 2023-04-18"
    )
    assert [(end.record, end.field, end.place) for end in finding.ends] == [
        ("one", "office", Place("extract/authored/one.yaml", 5, 11, 16)),
        ("jane-doe", "offices", Place("extract/people.yaml", 6, 9)),
        ("jane-doe", "offices", Place("extract/people.yaml", 10, 9)),
        ("one", "dates", Place("extract/authored/one.yaml", 8, 10, 21)),
    ]


def test_says_who_was_met(find: Callable[..., list[Finding]]) -> None:
    """A counterpart is held against the days of the stop."""
    (finding,) = find(CHECK, **met(PRESIDENT | {"until": "2022-12-31"}))

    assert (finding.record, finding.field) == ("one.br.ana-lopez", "stops.br.ana-lopez.office")
    assert finding.message == (
        "ana-lopez is president of BR at the meeting on 2023-04-17/2023-04-19, and the register has president of BR until 2022-12-31"
    )


def test_other_offices_only(find: Callable[..., list[Finding]]) -> None:
    """Where the register has only other offices, and none of them on those days, the office is doubtful too."""
    (finding,) = find(CHECK, **met({"office": "minister", "of": "BR", "since": 2010, "until": 2014}))

    assert finding.message == (
        "ana-lopez is president of BR at the meeting on 2023-04-17/2023-04-19, and the register has minister of BR since 2010 until 2014"
    )


@pytest.mark.parametrize(
    ("capacity", "term", "words"),
    [
        ("former", {"since": 2024}, "former president of BR at the meeting on 2023-04-17/2023-04-19, and the register has"),
        ("former", {"until": 2024}, "former president of BR at the meeting on 2023-04-17/2023-04-19, and the register has"),
        ("former", {"since": 2020, "until": 2022}, ""),
        ("former", {"since": 2020}, ""),
        ("former", {"since": 2020, "until": "2023-04-19"}, ""),
        ("designate", {"since": "2023-06"}, ""),
        ("designate", {"until": 2024}, ""),
        ("designate", {"since": 2022}, "designate president of BR at the meeting on 2023-04-17/2023-04-19, and the register has"),
        ("acting", {"since": 2024}, "acting president of BR at the meeting on 2023-04-17/2023-04-19, and the register has"),
        ("private", {"since": 2024}, ""),
    ],
)
def test_capacities(find: Callable[..., list[Finding]], capacity: str, term: Written, words: str) -> None:
    """A former holder must have been able to leave by then, a designate to begin later; a private person is not looked at."""
    found = find(CHECK, **met(PRESIDENT | term, capacity=capacity))

    assert bool(found) == bool(words)
    assert all(finding.message.startswith(f"ana-lopez is {words}") for finding in found)


@pytest.mark.parametrize(
    "offices",
    [
        [],
        [PRESIDENT],
        [PRESIDENT | {"since": 2023}],
        [PRESIDENT | {"since": "2023-04-20?"}],
        [PRESIDENT | {"until": "2023-04-14~"}],
        [PRESIDENT | {"until": "2023-04-17"}],
        [PRESIDENT | {"since": 2010, "until": 2014}, PRESIDENT | {"since": 2022}],
        [{"office": "minister", "of": "BR", "since": 2020}],
        [{"office": "minister", "of": "BR", "since": 2010, "until": 2014}, {"office": "special-envoy", "of": "BR"}],
        [PRESIDENT | {"since": "XXXX-03-01"}],
    ],
)
def test_is_silent_about_the_met(find: Callable[..., list[Finding]], offices: list[Written]) -> None:
    """No office, one without days, coarse and doubtful ends, one of several terms, and another office then are no contradiction."""
    assert find(CHECK, **met(*offices)) == []


@pytest.mark.parametrize(
    ("trip", "office"),
    [
        ({"dates": "2023-04-17/2023-04-19", "office": "president", "represents": "BR"}, MINISTER),
        ({"dates": "/2023-04-19"}, MINISTER | {"since": 2010, "until": 2011}),
        ({"within": "2023"}, MINISTER | {"since": "2023-05-15"}),
        ({"dates": "2023-04~"}, MINISTER | {"since": "2023-05-15"}),
    ],
)
def test_is_silent_about_the_traveller(find: Callable[..., list[Finding]], trip: Written, office: Written) -> None:
    """An office without days, an unknown first day, a window and a coarse date leave it open."""
    assert find(CHECK, {"one": {"trip": trip, "stops": [{"id": "br"}]}}, people=traveller(office)) == []


def test_other_offices_tell_nothing_of_a_former_one(find: Callable[..., list[Finding]]) -> None:
    """Of somebody met as former holder of an office that the register does not have, other offices say nothing."""
    assert find(CHECK, **met({"office": "minister", "of": "BR", "since": 2024}, capacity="former")) == []


def test_own_days_of_a_meeting_come_first(find: Callable[..., list[Finding]]) -> None:
    """A meeting with days of its own is held against these, and a counterpart of an organization against its offices."""
    assert find(CHECK, **met(PRESIDENT | {"since": "2023-04-19"}, dates="2023-04-19")) == []
    assert len(find(CHECK, **met(PRESIDENT | {"since": "2023-04-19"}, dates="2023-04-18"))) == 1
    assert find(CHECK, **met({"office": "president", "of": "au", "since": 2020}, organization="au")) == []
