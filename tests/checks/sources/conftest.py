"""The fixture `find`: what one check between sources finds on one trip, of which a test says the few things that it is about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from diplotrips.checks.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.checks.check import Check
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

Written: TypeAlias = "dict[str, Any]"

STOPS: list[Written] = [{"id": "br", "dates": "2023-04-17/2023-04-18"}, {"id": "ve", "dates": "2023-04-19/2023-04-20"}]


@pytest.fixture
def find(dataset: Callable[..., Dataset]) -> Callable[..., list[Finding]]:
    """A function that returns what a check finds where sources speak of a trip to BR and VE, 17 to 20 April 2023, completed."""

    def find(  # noqa: PLR0913  (one a part of a trip document)
        check: Check,
        said: Written,
        *,
        trip: Written | None = None,
        stops: list[Written] | None = None,
        agreements: list[Written] | None = None,
        today: str = "2023-06-01",
        **registers: list[Written],
    ) -> list[Finding]:
        document = {"trip": trip or {}, "stops": stops or STOPS, "said": said, "agreements": agreements or []}
        made = dataset(trips={"one": document}, **{name: list(entries) for name, entries in registers.items()})
        return list(check.find(Evidence(made, date.fromisoformat(today))))

    return find
