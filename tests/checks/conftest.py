"""The fixture `find`: what one check finds on records of which a test says the few things that it is about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.checks.check import Check
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset


@pytest.fixture
def find(dataset: Callable[..., Dataset]) -> Callable[..., list[Finding]]:
    """A function that returns what a check finds in a dataset made of the arguments, which are those of the fixture `dataset`."""

    def find(check: Check, trips: dict[str, Any] | None = None, **registers: Any) -> list[Finding]:  # noqa: ANN401  (YAML)
        return list(check.find(Evidence(dataset(trips, **registers), date(2026, 11, 22))))

    return find
