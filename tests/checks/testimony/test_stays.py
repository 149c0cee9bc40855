"""Claims of whole stays and windows: one statement each, named by the end on which they clash; and who else takes part in a conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Said = dict[str, list[dict[str, Any]]]


def sources(finding: Finding) -> list[str]:
    """Return the sources of all ends."""
    return [end.source for end in finding.ends]


def test_a_stay_goes_as_a_whole(judged: Callable[..., list[Finding]]) -> None:
    """Whoever clashes with a stay by its length or its last day is an end of the one finding that one claim takes."""
    said: Said = {
        "gazette": [{"dates": "2023-04-09/2023-04-13"}],
        "herald": [{"days": 6}],
        "times": [{"about": "ve", "seen": "2023-04-16"}],
    }

    (finding,) = judged(said)

    assert (finding.code, sources(finding)) == ("DT205", ["gazette", "herald", "times"])
    assert finding.message == (
        "herald says the tour lasted 6 days and gazette says the tour took place on 2023-04-09/2023-04-13, which are 5 days"
    )


@pytest.mark.parametrize(
    ("gazette", "herald", "field", "days"),
    [
        ({"dates": "2023-04-10/2023-04-16"}, {"dates": "2023-04-10/2023-04-17"}, "last_day", "1 day"),
        ({"dates": "2023-04-09/2023-04-17"}, {"dates": "2023-04-11/2023-04-17"}, "first_day", "2 days"),
        ({"dates": "2023-04-05/2023-04-06"}, {"dates": "2023-04-10/2023-04-17"}, "first_day", "5 days"),
        ({"dates": "2023-04-10/2023-04-17"}, {"first_day": "2023-04-20"}, "first_day", "10 days"),
        ({"dates": "2023-04-10/2023-04-17"}, {"last_day": "2023-04-05"}, "last_day", "12 days"),
        ({"dates": "2023-04/2023-04-17"}, {"dates": "2023-04-10/2023-04-18"}, "last_day", "1 day"),
        ({"dates": "2023-04-10/"}, {"last_day": "2023-04-08"}, "dates", "2 days"),
        ({"dates": "2023-04-10/2023-04-14"}, {"seen": "XXXX-04-20"}, "dates", "6 days"),
        ({"within": "2023-04-10/2023-04-16"}, {"dates": "2023-04-09/2023-04-17"}, "dates", "1 day"),
    ],
)
def test_end_in_question(
    judged: Callable[..., list[Finding]], gazette: dict[str, Any], herald: dict[str, Any], field: str, days: str
) -> None:
    """The field is the end of which the days are disjoint, the first if both are, whoever is named first; so is the distance."""
    for one, other in ((gazette, herald), (herald, gazette)):
        (finding,) = judged({"gazette": [one], "herald": [other]})

        assert (finding.code, finding.field) == ("DT201", field)
        assert finding.message.endswith(f", {days} apart")


def test_both_ends_wanted(judged: Callable[..., list[Finding]]) -> None:
    """A day without a year is outside a tour by both ends of it, be they the record's; two stays at once are not so many days apart."""
    fixed = {"dates": "2023-04-10/2023-04-14"}
    stays: Said = {
        "gazette": [{"about": "br", "dates": "2023-04-10/2023-04-12"}],
        "herald": [{"about": "ve", "dates": "2023-04-11/2023-04-14"}],
    }

    (day,) = judged({"gazette": [{"about": "ve", "seen": "XXXX-04-20"}]}, trip=fixed)
    (at_once,) = judged(stays)

    assert (day.code, day.record) == ("DT213", "one.ve")
    assert day.message == (
        "gazette says the traveller was in ve on XXXX-04-20 and the record has dates 2023-04-10/2023-04-14, 6 days apart"
    )
    assert at_once.message.endswith(", which cannot both be true")


@pytest.mark.parametrize(
    ("said", "more"),
    [
        (
            {
                "gazette": [{"days": 4}],
                "herald": [{"about": "br", "seen": "2023-04-10"}],
                "times": [{"about": "ve", "seen": "2023-04-15"}],
            },
            {"about": "cu", "seen": "2023-04-20"},
        ),
        (
            {"gazette": [{"about": "br", "nights": 1}], "herald": [{"about": "br", "days": 4}]},
            {"about": "br", "dates": "2023-04-13/2023-04-14"},
        ),
        (
            {"gazette": [{"last_day": "2023-04-12"}], "herald": [{"last_day": "2023-04-20"}]},
            {"about": "ve", "seen": "2023-04-20"},
        ),
    ],
)
def test_another_source_that_disagrees(judged: Callable[..., list[Finding]], said: Said, more: dict[str, Any]) -> None:
    """Whoever could take the place of one of those who clash is an end, whatever it speaks of, so that a baseline does not swallow it."""
    (before,) = judged(said)
    (after,) = judged({**said, "wire": [more]})

    assert "wire" in sources(after)
    assert before.code == after.code
    assert before.fingerprint != after.fingerprint


def test_whoever_bears_out_the_record(judged: Callable[..., list[Finding]]) -> None:
    """Of a claim that the record itself contradicts, what is said of other records is no part; a witness of its value is."""
    said: Said = {"gazette": [{"last_day": "2023-04-12"}], "herald": [{"last_day": "2023-04-15"}], "times": [{"last_day": "2023-04-13"}]}
    more: Said = {**said, "wire": [{"about": "ve", "seen": "2023-04-13"}]}
    fixed = {"dates": "2023-04-10/2023-04-13"}

    (before,) = judged(said, trip=fixed)
    (after,) = judged(more, trip=fixed)

    assert sources(before) == ["gazette", "times", "", "herald"]
    assert before.fingerprint == after.fingerprint


def test_plans_are_announced(judged: Callable[..., list[Finding]]) -> None:
    """Of two plans that clash it is said that they announce it, whatever they are about."""

    def message(gazette: dict[str, Any], herald: dict[str, Any]) -> str:
        (finding,) = judged({"gazette": [gazette | {"mode": "planned"}], "herald": [herald | {"mode": "planned"}]})
        return finding.message

    assert message({"last_day": "2023-04-13"}, {"last_day": "2023-04-15"}) == (
        "gazette announces last day 2023-04-13 and herald announces last day 2023-04-15, 2 days apart"
    )
    assert message({"days": 4}, {"nights": 6}) == (
        "gazette announces that the tour would last 4 days and herald announces that the tour would last 6 nights"
    )
    assert message({"about": "br", "after": "ve"}, {"route": ["br", "ve"]}) == (
        "gazette announces br to come after ve and herald announces route br ve, which differ on the order of br and ve"
    )
