"""What a decision settles leaves the network; who joins later and disagrees is found anew, who agrees changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

RECORD = {"dates": "2023-04-17/2023-04-20"}
SAID: dict[str, list[dict[str, Any]]] = {"gazette": [{"first_day": "2023-04-14"}], "herald": [{"first_day": "2023-04-17"}]}
SETTLES = ["gazette:body:2023-04-14", "herald:body:2023-04-17"]
ADOPTS = {
    "code": "DT201",
    "record": "one",
    "field": "first_day",
    "verdict": "adopt",
    "adopted": "2023-04-17",
    "settles": SETTLES,
    "overrules": SETTLES[:1],
}
UNDECIDABLE = {"code": "DT201", "record": "one", "field": "first_day", "verdict": "undecidable", "settles": SETTLES}


def states(found: list[Finding]) -> list[tuple[str, str, list[str]]]:
    """Return code, what settles it and the sources of each finding."""
    return [(finding.code, finding.settled_by, [end.source for end in finding.ends if end.source]) for finding in found]


def test_settled(judged: Callable[..., list[Finding]]) -> None:
    """The conflict is still found and counted as settled; without the decision, or once it has expired, it is open."""
    expired = ADOPTS | {"expires": "2023-05-31"}

    assert states(judged(SAID, trip=RECORD, decision=ADOPTS)) == [("DT201", "d", ["gazette", "herald"])]
    assert states(judged(SAID, trip=RECORD)) == [("DT201", "", ["gazette", "herald"])]
    assert ("DT201", "", ["gazette", "herald"]) in states(judged(SAID, trip=RECORD, decision=expired))


def test_third_source_that_disagrees(judged: Callable[..., list[Finding]]) -> None:
    """It is a new finding against the record alone; what was settled stays settled."""
    said = {**SAID, "times": [{"first_day": "2023-04-19"}]}

    settled, new = judged(said, trip=RECORD, decision=ADOPTS)

    assert states([settled, new]) == [("DT201", "d", ["gazette", "herald"]), ("DT201", "", ["times"])]
    assert new.message == "times says first day 2023-04-19 and the record has dates 2023-04-17/2023-04-20, 2 days apart"


def test_third_source_that_agrees(judged: Callable[..., list[Finding]]) -> None:
    """It changes nothing, not even the fingerprint."""
    (before,) = judged(SAID, trip=RECORD, decision=ADOPTS)
    (after,) = judged({**SAID, "times": [{"first_day": "2023-04-17"}]}, trip=RECORD, decision=ADOPTS)

    assert (after.settled_by, after.fingerprint) == (before.settled_by, before.fingerprint) == ("d", before.fingerprint)


def test_undecidable(judged: Callable[..., list[Finding]]) -> None:
    """Where nobody could decide, whoever joins a side changes nothing; whoever joins none is found and makes the decision stale."""
    joins, joins_none = [{**SAID, "times": [{"first_day": day}]} for day in ("2023-04-17", "2023-04-19")]

    assert states(judged(SAID, decision=UNDECIDABLE)) == [("DT201", "d", ["gazette", "herald"])]
    assert states(judged(joins, decision=UNDECIDABLE)) == [("DT201", "d", ["gazette", "herald"])]
    assert sorted(states(judged(joins_none, decision=UNDECIDABLE))) == [
        ("DT201", "", ["gazette", "times", "herald"]),
        ("DT201", "d", ["gazette", "herald"]),
        ("DT503", "", ["times"]),
    ]


@pytest.mark.parametrize("other", [{"seen": "2023-04-10"}, {"last_day": "2023-04-12"}, {"within": "2023-04-20/2023-04-25"}])
def test_no_side_in_another_field(judged: Callable[..., list[Finding]], other: dict[str, str]) -> None:
    """Who contradicts both sides of what was undecidable is found, in whatever field."""
    found = judged({**SAID, "times": [other]}, decision=UNDECIDABLE)

    assert [finding.settled_by for finding in found if "times" not in {end.source for end in finding.ends}] == ["d"]
    assert [finding.settled_by for finding in found if "times" in {end.source for end in finding.ends}] == [""]


def test_other_matters_of_a_settled_claim_stay_open(judged: Callable[..., list[Finding]]) -> None:
    """A claim whose first day is settled still has a last day that another source disputes, and a length."""
    stay: list[dict[str, Any]] = [{"dates": "2023-04-13/2023-04-16"}]
    decision = UNDECIDABLE | {"settles": ["gazette", "herald"]}
    said = {"gazette": stay, "herald": [{"first_day": "2023-04-14"}], "times": [{"last_day": "2023-04-17"}]}

    (settled, last) = judged(said, decision=decision)
    length = judged({**said, "times": [{"days": 9}]}, decision=decision)

    assert states([settled, last]) == [("DT201", "d", ["gazette", "herald"]), ("DT201", "", ["gazette", "times"])]
    assert (last.field, [finding.code for finding in length if not finding.settled_by]) == ("last_day", ["DT205"])


def test_a_claim_that_lost_disputes_nothing_more(judged: Callable[..., list[Finding]]) -> None:
    """What a decision overrules is not heard again in other matters."""
    said = {**SAID, "gazette": [{"dates": "2023-04-14/2023-04-19"}]}
    decision = ADOPTS | {"settles": ["gazette", "herald"], "overrules": ["gazette"]}

    assert {finding.settled_by for finding in judged(said, trip=RECORD, decision=decision) if finding.field == "first_day"} == {"d"}
    assert [finding.field for finding in judged(said, trip=RECORD, decision=decision) if not finding.settled_by] == []


def test_a_settled_plan_still_disputes_another_plan(judged: Callable[..., list[Finding]]) -> None:
    """That a plan changed may be settled while two plans contradict each other."""
    planned = {"mode": "planned"}
    said = {
        "gazette": [{"first_day": "2023-04-13", **planned}],
        "herald": [{"first_day": "2023-04-17"}],
        "times": [{"first_day": "2023-04-12", **planned}],
    }
    decision = UNDECIDABLE | {"code": "DT215", "verdict": "keep-both", "settles": ["gazette", "herald"]}

    assert ("DT201", "") in {(finding.code, finding.settled_by) for finding in judged(said, decision=decision)}


def test_the_one_that_lost_is_enough(judged: Callable[..., list[Finding]]) -> None:
    """A decision may name only the claim that the record does not follow."""
    found = judged(SAID, trip=RECORD, decision=ADOPTS | {"settles": SETTLES[:1]})

    assert states(found) == [("DT201", "d", ["gazette"])]


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        (
            {
                "gazette": [{"first_stop": "br"}],
                "herald": [{"about": "br", "seen": "2023-04-19"}],
                "times": [{"about": "ve", "seen": "2023-04-18"}],
            },
            {"code": "DT214", "record": "one", "field": "dates"},
        ),
        ({"gazette": [{"about": "br", "seen": "2023-04-15"}]}, {"code": "DT213", "record": "one.br", "field": "dates"}),
        ({"gazette": [{"first_stop": "br"}], "herald": [{"first_stop": "ve"}]}, {"code": "DT202", "record": "one", "field": "route"}),
        ({"gazette": [{"nights": 9}]}, {"code": "DT205", "record": "one", "field": "days"}),
        ({"gazette": [{"last_day": "2023-04-29", "mode": "planned"}]}, {"code": "DT215", "record": "one", "field": "last_day"}),
    ],
)
def test_every_code_can_be_settled(judged: Callable[..., list[Finding]], said: dict[str, Any], matter: dict[str, str]) -> None:
    """Conflicts of any sort are settled by naming their sources, and what else these sources say is still heard."""
    decision = {**matter, "verdict": "keep-both", "settles": list(said)}
    more = {**said, "wire": [{"about": "cu", "seen": "2023-04-20"}, {"back_home": "2023-04-20"}]}

    (finding,) = judged(said, trip=RECORD, decision=decision)

    assert (finding.code, finding.settled_by) == (matter["code"], "d")
    assert [found.settled_by for found in judged(more, trip=RECORD, decision=decision)] == ["d"]
