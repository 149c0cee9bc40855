"""A run counts each check in the records that it judges, and fills messages with whatever the records hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diplotrips.checks.check import QueryCheck
from diplotrips.checks.evidence import Evidence
from diplotrips.checks.registry import CHECKS
from diplotrips.checks.run import judge
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.schema.dataset import Dataset

TODAY = date(2026, 11, 22)


def test_every_record_judged_is_counted_once(dataset: Callable[..., Dataset]) -> None:
    """Of each check passed, found and skipped are all records of the kinds that it judges; a skipped one is neither of the others."""
    wrong = {"trip": {"dates": "2023-04-20/2023-04-17"}, "stops": [{"id": "br"}, {"id": "ve"}]}
    twice = {"stops": [{"id": "br", "dates": "2023-04-17/2023-04-19", "places": ["Rio", "Santos"]}], "said": {"gazette": [{"days": 9}]}}
    made = dataset({"one": wrong, "two": twice, "three": [{"id": "ve", "dates": "2023-04-18/2023-04-20"}]})

    outcomes = {one.code: one for one in judge(Evidence(made, TODAY), CHECKS, ()).outcomes}

    for check in CHECKS:
        one = outcomes[check.code]
        judged = [item for item in made.items if item.kind in check.judges]
        assert one.passed + one.found + one.skipped == len(judged), check.code
        assert min(one.passed, one.found, one.skipped) >= 0, check.code
    assert (outcomes["DT101"].passed, outcomes["DT101"].found, outcomes["DT101"].skipped) == (6, 1, 0)
    assert (outcomes["DT205"].passed, outcomes["DT205"].found, outcomes["DT205"].skipped) == (3, 1, 3)
    assert (outcomes["DT301"].passed, outcomes["DT301"].found, outcomes["DT301"].skipped) == (3, 1, 3)
    assert (outcomes["DT401"].passed, outcomes["DT401"].found) == (5, 2)


def test_values_are_no_templates(dataset: Callable[..., Dataset]) -> None:
    """Braces in a name stand in the message as they are."""
    check = QueryCheck(
        code="DT999",
        name="made-up",
        severity=Severity.NOTE,
        page="",
        judges=("person",),
        query="SELECT person_id AS record_id, 'name' AS field_name, name FROM people",
        message="the register has {name}",
        here="called {name}",
    )
    people = [{"id": "jane-doe", "name": "Jane {name} {0} {name!r:>{width}} }{ Doe"}]

    (finding,) = check.find(Evidence(dataset({"one": [{"id": "br"}]}, people=people), TODAY))

    assert finding.message == "the register has Jane {name} {0} {name!r:>{width}} }{ Doe"
    assert finding.ends[0].label == "called Jane {name} {0} {name!r:>{width}} }{ Doe"
