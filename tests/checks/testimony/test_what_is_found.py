"""DT213, DT214 and DT215, and who is heard: what two stops, orders with days, plans and agreements say that cannot be true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

FIXED = {"dates": "2023-04-17/2023-04-20"}
VISAS = {"id": "visas", "parties": ["NZ", "BR"], "progress": "signed", "subject": "visas"}


def test_stop_outside_the_trip(judged: Callable[..., list[Finding]]) -> None:
    """A day at a stop before the record's first day is found on the stop, with the record as the other end."""
    (finding,) = judged({"gazette": [{"about": "br", "seen": "2023-04-15"}]}, trip=FIXED)

    assert str(finding) == (
        "extract/authored/one.yaml:22:13: warning DT213 stops.br.dates: "
        "gazette says the traveller was in br on 2023-04-15 and the record has dates 2023-04-17/2023-04-20, 2 days apart"
    )
    assert [(end.record, end.field, end.source, end.value) for end in finding.ends] == [
        ("one.br", "seen", "gazette", "2023-04-15"),
        ("one", "dates", "", "2023-04-17/2023-04-20"),
    ]


def test_stop_of_one_source_outside_the_trip_of_another(judged: Callable[..., list[Finding]]) -> None:
    """The days of a stop are held against what other sources say of the trip, lengths too."""
    (day,) = judged({"gazette": [{"about": "br", "first_day": "2023-04-15"}], "herald": [{"first_day": "2023-04-16"}]})
    (length,) = judged({"gazette": [{"about": "br", "days": 6}], "herald": [{"days": 4}]})

    assert day.message == "gazette says the stop br began on 2023-04-15 and herald says the tour began on 2023-04-16, 1 day apart"
    assert day.cause.startswith("off by one day")
    assert length.message == "gazette says the stop br lasted 6 days and herald says the tour lasted 4 days, which cannot both be true"
    assert {day.code, length.code} == {"DT213"}


def test_three_statements(judged: Callable[..., list[Finding]]) -> None:
    """A first stop and two days seen of which any two can be true are found with all three, each with its place."""
    said = {
        "gazette": [{"first_stop": "br"}],
        "herald": [{"about": "br", "seen": "2023-04-19"}],
        "times": [{"about": "ve", "seen": "2023-04-18"}],
    }

    (finding,) = judged(said, trip=FIXED)

    assert str(finding) == (
        "extract/authored/one.yaml:21:19: warning DT214 dates: gazette says the first stop was br, "
        "herald says the traveller was in br on 2023-04-19 and times says the traveller was in ve on 2023-04-18, which cannot all be true"
    )
    assert [f"{end.label} {end.place}" for end in finding.ends] == [
        "gazette says the first stop was br extract/authored/one.yaml:21:19",
        "herald says the traveller was in br on 2023-04-19 extract/authored/one.yaml:24:13",
        "times says the traveller was in ve on 2023-04-18 extract/authored/one.yaml:27:13",
    ]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            {"gazette": [{"about": "br", "dates": "2023-04-17/2023-04-19"}], "herald": [{"about": "ve", "dates": "2023-04-18/2023-04-20"}]},
            "gazette says the stop br took place on 2023-04-17/2023-04-19 and herald says the stop ve took place on 2023-04-18/2023-04-20",
        ),
        (
            {"gazette": [{"about": "visas", "date": "2023-04-21"}]},
            "gazette says the agreement visas was made on 2023-04-21 and the record has dates 2023-04-17/2023-04-20, 1 day apart",
        ),
        (
            {
                "gazette": [{"about": "br", "nights": 2}],
                "herald": [{"about": "ve", "nights": "~3"}],
                "times": [{"days": 3, "mode": "possible"}],
            },
            "gazette says the stop br lasted 2 nights, the record has dates 2023-04-17/2023-04-20 and herald says the stop ve lasted about",
        ),
        (
            {
                "gazette": [
                    {"about": "ve", "during": "br"},
                    {"about": "br", "last_day": "2023-04-18"},
                    {"about": "ve", "seen": "2023-04-19"},
                ]
            },
            "gazette says the stop br ended on 2023-04-18, gazette says ve was a side visit during br and gazette says the traveller was",
        ),
    ],
)
def test_every_kind_of_statement(judged: Callable[..., list[Finding]], said: dict[str, Any], message: str) -> None:
    """Two stays at once, agreements, lengths of several stops and side visits are held against each other and the trip."""
    (finding,) = judged(said, trip=FIXED, agreements=[VISAS])

    assert finding.code == "DT214"
    assert finding.message.startswith(message)


def test_plan_against_what_took_place(judged: Callable[..., list[Finding]]) -> None:
    """A plan that was not kept is a note at the plan, against the record and whoever reports it; a plan that was kept is none."""
    said = {
        "gazette": [{"first_day": "2023-04-16", "days": 6, "status": "planned"}],
        "herald": [{"within": "2023-04-10/2023-04-30", "status": "planned"}, {"about": "br", "first_day": "2023-04-17", "mode": "planned"}],
        "times": [{"first_day": "2023-04-17"}],
    }

    length, day = sorted(judged(said, trip=FIXED), key=lambda found: found.field)

    assert str(day) == (
        "extract/authored/one.yaml:21:18: note DT215 first_day: "
        "gazette announces that the tour would begin on 2023-04-16 and times says the tour began on 2023-04-17, 1 day apart"
    )
    assert [end.source for end in day.ends] == ["gazette", "times", ""]
    assert length.message.startswith("gazette announces that the tour would last 6 days and times says the tour began on 2023-04-17 and ")
    assert {day.cause, length.cause} == {"a plan that changed"}


def test_plans_against_each_other(judged: Callable[..., list[Finding]]) -> None:
    """Two plans that differ are a warning, and what is left of them is a note against what took place; a plan of a record is held to it."""
    two = {"gazette": [{"last_day": "2023-04-21", "status": "planned"}], "herald": [{"last_day": "2023-04-22", "status": "planned"}]}

    took_place = judged(two, trip=FIXED)
    still_a_plan = judged(two, trip=FIXED | {"status": "planned"})

    assert [(found.code, found.end.source if found.end else "") for found in took_place] == [("DT201", "gazette"), ("DT215", "herald")]
    assert [(found.code, [end.source for end in found.ends]) for found in still_a_plan] == [("DT201", ["gazette", "", "herald"])]


def test_stop_that_was_cancelled(judged: Callable[..., list[Finding]]) -> None:
    """Of a stop that was cancelled only plans are compared, with each other."""
    stops = [{"id": "br"}, {"id": "ve", "status": "cancelled"}]
    said = {
        "gazette": [{"about": "ve", "seen": "2023-04-25"}, {"about": "ve", "first_day": "2023-04-19", "mode": "planned"}],
        "herald": [{"about": "ve", "first_day": "2023-04-25", "mode": "planned"}],
    }

    (finding,) = judged(said, trip=FIXED, stops=stops)

    assert finding.message == "gazette announces first day 2023-04-19 and herald announces first day 2023-04-25, 6 days apart"


def test_skipped_while_the_record_contradicts_itself(judged: Callable[..., list[Finding]]) -> None:
    """On a record that cannot be true no claim is judged."""
    found = judged({"gazette": [{"first_day": "2023-04-11"}]}, trip={"dates": "2023-04-20/2023-04-17"})

    assert [finding.code for finding in found] == ["DT101"]
