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
    """Where nobody could decide and the record has no day, the two leave too, and a third can say what it likes."""
    said = {**SAID, "times": [{"first_day": "2023-04-19"}]}

    assert states(judged(SAID, decision=UNDECIDABLE)) == [("DT201", "d", ["gazette", "herald"])]
    assert states(judged(said, decision=UNDECIDABLE)) == [("DT201", "d", ["gazette", "herald"])]
    assert states(judged({**said, "wire": [{"last_day": "2023-04-18"}]}, decision=UNDECIDABLE))[1:] == [("DT201", "", ["times", "wire"])]


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
