"""What has to be found, not raised, derived and explained, told of invented officials; and a trip with forty true claims."""

from __future__ import annotations

from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.testimony.hearings import implied_days

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding

TOUR: dict[str, Any] = {"trip": {"dates": "2023-04-17/2023-04-20", "route": ["br", "ve", "ni", "cu"]}}


@pytest.mark.parametrize(
    "said",
    [
        {"gazette": [{"within": "2023-04-16/2023-04-30", "status": "planned"}], "herald": [{"dates": "2023-04-17/2023-04-20"}]},
        {"gazette": [{"within": "2023-04-16/2023-04-30"}]},
        {"gazette": [{"about": "br", "days": 2}, {"days": 4}]},
        {"gazette": [{"about": "br", "days": 2, "mode": "planned"}], "herald": [{"nights": 3}]},
        {"gazette": [{"about": "ni", "seen": "2023-04-19"}, {"about": "ni", "dates": "2023-04-18/2023-04-19"}]},
        {"gazette": [{"route": ["br", "ve", "cu", "ni"], "basis": "list"}], "herald": [{"route": ["cu", "br"], "basis": "narration"}]},
        {"gazette": [{"about": "br", "last_day": "2023-04-18"}, {"about": "ve", "first_day": "2023-04-18"}, {"about": "ve", "days": 1}]},
    ],
)
def test_not_raised(judged: Callable[..., list[Finding]], said: dict[str, Any]) -> None:
    """The window that contains the tour, a two-day visit inside it, a day of a stay, an enumeration, a day that two stops share."""
    assert judged(said, **TOUR) == []


def test_planned_against_held_is_a_note(judged: Callable[..., list[Finding]]) -> None:
    """A plan that was not kept is told, and told as a plan."""
    said = {"gazette": [{"route": ["br", "ve", "cu", "ni"], "status": "planned"}], "herald": [{"last_stop": "cu"}]}

    (finding,) = judged(said, **TOUR)

    assert str(finding) == (
        "extract/authored/one.yaml:27:9: note DT215 route: gazette announces that the route would be br, ve, cu, ni "
        "and herald says the last stop was cu, which differ on the order of cu and ni"
    )
    assert finding.cause == "a plan that changed"


def test_four_days_and_a_last_day(evidence: Callable[..., Evidence]) -> None:
    """Of a record without dates, four days and a last day give the first one; without them the record alone counts."""
    said = {"gazette": [{"days": 4}], "herald": [{"last_day": "2023-04-20"}]}
    clashing = {**said, "times": [{"last_day": "2023-04-19"}]}

    assert days_of(evidence(said), "one") == ("2023-04-17", "2023-04-17", "2023-04-20", "2023-04-20", True)
    assert days_of(evidence(said), "one.br") == ("2023-04-17", "2023-04-20", "2023-04-17", "2023-04-20", True)
    assert days_of(evidence(clashing), "one") == ("2023-04-01", "2023-04-30", "2023-04-01", "2023-04-30", False)
    assert days_of(evidence(said, trip={"dates": "2023-04-17/2023-04-20"}), "one")[-1] is False


def test_days_of_a_plan(evidence: Callable[..., Evidence]) -> None:
    """Of a plan, what was planned gives the days; what was only possible, or planned of a tour that took place, does not."""
    planned = {"gazette": [{"dates": "2023-04-17/2023-04-20", "status": "planned"}]}

    assert days_of(evidence(planned, trip={"status": "planned"}), "one") == ("2023-04-17", "2023-04-17", "2023-04-20", "2023-04-20", True)
    assert days_of(evidence(planned), "one")[-1] is False
    assert days_of(evidence({"gazette": [{"days": 4, "mode": "possible"}]}), "one")[-1] is False


def days_of(evidence: Evidence, record: str) -> tuple[object, ...]:
    """Return the days that *record* can have, as text, and whether claims took part."""
    implied = implied_days(evidence)[record]
    days = [date.fromordinal(number).isoformat() if isinstance(number, int) else None for number in implied[:4]]
    return (*days, implied.from_claims)


FORTY: dict[str, list[dict[str, Any]]] = {
    "s1": [{"dates": "2023-04-03/2023-04-14"}, {"days": 12}, {"first_stop": "br"}, {"last_stop": "cu"}, {"left_home": "2023-04-02"}],
    "s2": [
        {"first_day": "2023-04-03"},
        {"nights": 11},
        {"about": "br", "seen": "2023-04-04"},
        {"about": "ve", "after": "br"},
        {"within": "2023-04"},
    ],
    "s3": [{"last_day": "2023-04-14"}, {"about": "br", "days": 3}, {"route": ["br", "ve", "cu"]}, {"about": "ni", "seen": "2023-04-10"}],
    "s4": [{"about": "br", "dates": "2023-04-03/2023-04-05"}, {"about": "ve", "first_day": "2023-04-05"}, {"about": "ve", "nights": "~3"}],
    "s5": [
        {"about": "ve", "last_day": "2023-04-08"},
        {"about": "ni", "after": "ve"},
        {"days": "~12"},
        {"back_home": "2023-04-15"},
        {"within": "2023"},
    ],
    "s6": [{"about": "ni", "dates": "2023-04-09/2023-04-11"}, {"about": "cu", "first_day": "2023-04-11"}, {"about": "cu", "after": "ni"}],
    "s7": [
        {"about": "cu", "seen": "2023-04-12"},
        {"about": "cu", "last_day": "2023-04-14"},
        {"route": ["br", "ve", "ni", "cu"]},
        {"first_day": "2023-04-03~"},
    ],
    "s8": [
        {"about": "cu", "seen": "2023-04-13"},
        {"about": "ni", "days": "2..4"},
        {"last_day": "2023-04"},
        {"about": "ve", "seen": "2023-04-07"},
    ],
}
MORE: dict[str, list[dict[str, Any]]] = {
    "s4": [{"last_day": "2023-04-13/2023-04-15"}, {"first_stop": "br"}],
    "s6": [{"about": "cu", "days": 4}, {"last_stop": "cu"}],
    "s8": [{"about": "br", "last_day": "2023-04-05"}, {"about": "ni", "within": "2023-04-08/2023-04-12"}, {"days": "10.."}],
}
VISAS = {"id": "visas", "stop": "ni", "parties": ["NZ", "NI"], "progress": "signed", "subject": "visas"}


def test_forty_true_claims_and_three_planted(judged: Callable[..., list[Finding]]) -> None:
    """Of eight sources that tell the truth and contradict it three times, just these three have to go, each explained."""
    true = {source: [*lines, *MORE.get(source, [])] for source, lines in FORTY.items()}
    planted: dict[str, list[dict[str, Any]]] = {
        "s1": [{"about": "ve", "first_day": "2023-04-03"}],
        "s3": [{"days": 9}],
        "s5": [{"about": "visas", "date": "2023-04-13"}],
    }
    assert sum(map(len, true.values())) == 40
    assert judged(true, agreements=[VISAS]) == []

    started = perf_counter()
    found = judged({source: [*lines, *planted.get(source, [])] for source, lines in true.items()}, agreements=[VISAS])

    assert perf_counter() - started < 2  # well under a second, but for a busy machine
    assert {(finding.end.source, finding.end.record, finding.end.value) for finding in found if finding.end} == {
        ("s1", "one.ve", "2023-04-03"),
        ("s3", "one", "9"),
        ("s5", "one.visas", "2023-04-13"),
    }
    assert sorted((finding.code, finding.message) for finding in found) == [
        ("DT201", "s1 says first day 2023-04-03 and s4 says first day 2023-04-05, 2 days apart"),
        ("DT205", "s3 says the tour lasted 9 days and s1 says the tour lasted 12 days"),
        (
            "DT214",
            "s5 says the agreement visas was made on 2023-04-13 and s6 says the stop ni took place on 2023-04-09/2023-04-11, 2 days apart",
        ),
    ]
