"""The fixture `judged`: what is found of claims about days and order, after the ledger was read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.registry import CHECKS, LEDGER_CHECKS
from diplotrips.checks.run import judge

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

Written: TypeAlias = "dict[str, Any]"

CODES = {"DT201", "DT202", "DT205", "DT213", "DT214", "DT215"}
OF_RECORDS = {f"DT10{number}" for number in range(1, 8)}


@pytest.fixture
def evidence(dataset: Callable[..., Dataset]) -> Callable[..., Evidence]:
    """A function that returns what checks look at where sources speak of a trip of April 2023 to four stops without days, completed."""

    def make(said: Written, *, trip: Written | None = None, stops: list[Written] | None = None, **others: Any) -> Evidence:  # noqa: ANN401  (YAML)
        agreements = others.pop("agreements", [])
        document = {
            "trip": {"within": "2023-04"} | (trip or {}),
            "stops": stops or [{"id": stop} for stop in ("br", "ve", "ni", "cu")],
            "said": said,
            "agreements": agreements,
        }
        return Evidence(dataset(trips={"one": document}, **others), date(2023, 6, 1))

    return make


@pytest.fixture
def judged(evidence: Callable[..., Evidence]) -> Callable[..., list[Finding]]:
    """A function that returns what a run finds on such a trip of claims, and of the ledger if it has a decision."""

    def judged(said: Written, *, decision: Written | None = None, **others: Any) -> list[Finding]:  # noqa: ANN401  (YAML)
        decisions = (
            [
                {
                    "id": "d",
                    "because": "Both passages were read again, and the report in print has it so.",
                    "decided_by": "mara",
                    "decided_on": "2023-05-30",
                }
                | decision
            ]
            if decision
            else []
        )
        checks = [check for check in CHECKS if check.code in CODES | OF_RECORDS]
        return list(judge(evidence(said, decisions=decisions, **others), checks, LEDGER_CHECKS if decision else ()).findings)

    return judged
