"""Lines of `said` become claims: in which mode each of them is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.schema.dataset import Dataset


@pytest.mark.parametrize(
    ("line", "of_status", "of_days"),
    [
        ({"status": "completed"}, "held", "held"),
        ({"status": "under-way"}, "held", "held"),
        ({"status": "planned"}, "planned", "planned"),
        ({"status": "postponed"}, "held", "planned"),
        ({"status": "cancelled"}, "held", "planned"),
        ({"status": "unconfirmed"}, "possible", "possible"),
        ({"status": "cancelled", "mode": "denied"}, "denied", "denied"),
        ({"status": "postponed", "mode": "possible"}, "possible", "possible"),
    ],
)
def test_mode_follows_status(dataset: Callable[..., Dataset], line: dict[str, Any], of_status: str, of_days: str) -> None:
    """What was called off was planned, and that it was called off is a fact; a mode in the line is that of all it says."""
    said = {"gazette": [{"dates": "2023-04-17/2023-04-20"} | line]}

    modes = {claim.field: claim.mode for claim in dataset({"one": {"said": said}}).claims}

    assert modes == {"status": of_status, "dates": of_days}
