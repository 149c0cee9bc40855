"""Two states of a small dataset, of which a test names only what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.exports.comparing import compare, snapshot_of_rows
from diplotrips.schema.flatten import flatten

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.exports.comparing import Comparison, Snapshot
    from diplotrips.schema.dataset import Dataset


@pytest.fixture
def state(dataset: Callable[..., Dataset]) -> Callable[..., Snapshot]:
    """A function that takes what the fixture `dataset` takes and returns the state that these records are."""

    def state(label: str = "now", version: str | None = None, **records: Any) -> Snapshot:  # noqa: ANN401  (whatever a record holds)
        return snapshot_of_rows(flatten(dataset(**records)), label, version)

    return state


@pytest.fixture
def compared(state: Callable[..., Snapshot]) -> Callable[..., Comparison]:
    """A function that compares version 1.0.0 with what came later, each given as keywords of the fixture `dataset`."""

    def compared(before: dict[str, Any], after: dict[str, Any]) -> Comparison:
        return compare(state("1.0.0", "1.0.0", **before), state("the working tree", **after))

    return compared
