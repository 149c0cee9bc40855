"""The fixture `judged`: what a run finds where one town has no claim (DT401) and the ledger says what a test says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.provenance.value_without_claim import CHECK
from diplotrips.checks.records.duplicate_id import CHECK as DUPLICATE_ID
from diplotrips.checks.registry import LEDGER_CHECKS
from diplotrips.checks.run import judge

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

DECIDED = {"because": "The harbour lies on the way.", "decided_by": "mara", "decided_on": "2026-11-01"}


@pytest.fixture
def judged(dataset: Callable[..., Dataset]) -> Callable[..., list[Finding]]:
    """A function that returns all findings about a trip whose stop has Rio, which no source says: gazette and herald say Santos.

    `decision` and `waiver` say what the only entry of the ledger has beside its reason; `herald` what herald says of the stop.
    """

    def judged(
        decision: dict[str, Any] | None = None,
        waiver: dict[str, Any] | None = None,
        *,
        places: tuple[str, ...] = ("Rio",),
        herald: dict[str, Any] | None = None,
        **registers: list[dict[str, Any]],
    ) -> list[Finding]:
        said = {
            "gazette": [
                {"office": "foreign-minister", "represents": "NZ", "status": "completed", "within": "2023-04"},
                {"about": "br", "places": ["Santos"]},
            ],
            "herald": [{"about": "br"} | ({"places": ["Santos"]} if herald is None else herald)],
        }
        ledger = dict(registers)
        if decision is not None:
            entry = {"id": "rio", "code": "DT401", "record": "one.br", "field": "places", "verdict": "keep-both"} | DECIDED
            ledger["decisions"] = [entry | decision]
        if waiver is not None:
            ledger["waivers"] = [{"id": "rio", "code": "DT401", "record": "one.br"} | DECIDED | waiver]
        document = {"trip": {"within": "2023-04"}, "stops": [{"id": "br", "places": list(places)}], "said": said}
        evidence = Evidence(dataset({"one": document}, **ledger), date(2026, 11, 22))
        return list(judge(evidence, [DUPLICATE_ID, CHECK], LEDGER_CHECKS).findings)

    return judged
