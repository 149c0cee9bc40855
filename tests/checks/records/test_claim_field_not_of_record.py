"""DT304: a claim about a record that has no such field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.records.claim_field_not_of_record import CHECK, FIELDS
from diplotrips.schema.claims import CLAIM_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]

DOCUMENT: Written = {
    "stops": [{"id": "br", "met": [{"person": "ana-lopez"}]}],
    "agreements": [{"id": "visas", "parties": ["NZ"], "progress": "signed", "subject": "visas"}],
    "quoted_experts": [{"id": "dias", "person": "rui-dias", "source": "gazette", "quotes": [{"span": "0-9", "gist": "good"}]}],
}


def test_says_what_can_have_it(find: Callable[..., list[Finding]]) -> None:
    """The finding stands at the value, and says what can have such a field."""
    (finding,) = find(CHECK, {"one": DOCUMENT | {"said": {"gazette": [{"about": "br", "last_stop": "br"}]}}})

    assert str(finding) == (
        "extract/authored/one.yaml:30:18: error DT304 stops.br.last_stop: "
        "gazette says last_stop br of the stop one.br, and only a trip can have that"
    )
    assert (finding.ends[0].source, finding.ends[0].label) == ("gazette", "gazette says last stop br")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"country": "BR"}, "gazette says country BR of the trip one, and only a stop can have that"),
        (
            {"about": "br.ana-lopez", "days": 2},
            "gazette says days 2 of the meeting one.br.ana-lopez, and only a trip or a stop can have that",
        ),
        (
            {"about": "visas", "dates": "2023"},
            "gazette says dates 2023 of the agreement one.visas, and only a trip or a stop or a meeting can have that",
        ),
        (
            {"about": "dias", "topics": ["trade"]},
            "gazette says topics trade of the quoted expert one.dias, and only a meeting or an agreement can have that",
        ),
        ({"about": "visas", "kind": "transit"}, "gazette says kind transit of the agreement one.visas, and that is no kind of agreement"),
        ({"about": "br", "kind": "treaty"}, "gazette says kind treaty of the stop one.br, and that is no kind of stop"),
    ],
)
def test_finds(find: Callable[..., list[Finding]], line: Written, told: str) -> None:
    """Each kind of record has its own fields, and its own kinds."""
    (finding,) = find(CHECK, {"one": DOCUMENT | {"said": {"gazette": [line]}}})

    assert finding.message == told


@pytest.mark.parametrize(
    "line",
    [
        {"about": "br"},
        {"about": "br", "kind": "transit", "country": "BR", "first_day": "2023-04-17"},
        {"about": "visas", "kind": "treaty", "papers": 2},
        {"about": "br.ana-lopez", "named": "Ana Lopez", "office": "president"},
        {"about": "dias", "named": "Rui Dias", "position": "researcher"},
        {"about": "nowhere", "last_stop": "br"},
        {"countries": ["BR"], "papers": 2, "region": "Latin America"},
    ],
)
def test_is_silent(find: Callable[..., list[Finding]], line: Written) -> None:
    """Fields that the record has, a bare line, and a record that does not exist (DT303) are right."""
    assert find(CHECK, {"one": DOCUMENT | {"said": {"gazette": [line]}}}) == []


def test_every_field_has_a_record() -> None:
    """Every field that can be claimed can be claimed of some kind of record, and the table has no other."""
    assert {field for fields in FIELDS.values() for field in fields.split()} == set(CLAIM_FIELDS)
