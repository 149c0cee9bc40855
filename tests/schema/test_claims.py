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


def test_claims_of_a_second_coder(dataset: Callable[..., Dataset]) -> None:
    """Lines of a coder on a trip of the dataset become claims with the coder; those on a trip that the coder declares do not."""
    stop = {"id": "lima", "country": "PE"}
    named = {"trip": "one", "stops": [stop], "said": [{"about": "br", "status": "planned", "days": 4}, {"about": "lima", "country": "PE"}]}
    declared = {"trip": {"id": "t1", "traveller": "Jane Doe"}, "said": [{"days": 5}]}
    made = dataset({"one": [{"id": "br"}]}, codings={"ada/gazette": [declared, named], "ada/herald": [named | {"trip": "two"}]})

    told = [(claim.coder, claim.source, claim.record, claim.kind, claim.field, claim.text, claim.mode) for claim in made.coded_claims]

    assert told == [
        ("ada", "gazette", "one.br", "stop", "days", "4", "planned"),
        ("ada", "gazette", "one.br", "stop", "status", "planned", "planned"),
        ("ada", "gazette", "one.lima", "stop", "country", "PE", "held"),
    ]
    assert not {claim.id for claim in made.coded_claims} & {claim.id for claim in made.claims}
    assert str(made.coded_claims[0].place) == "extract/coded/ada/gazette.yaml:17:15"
