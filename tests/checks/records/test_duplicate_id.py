"""DT302: the later of two records with one id is found, and the first is its other end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.records.duplicate_id import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]


def test_names_both_files(find: Callable[..., list[Finding]]) -> None:
    """A trip id in two files is found in the later file."""
    (finding,) = find(CHECK, {"one": [{"id": "br"}], "two": {"trip": {"id": "one"}}})

    assert str(finding) == "extract/authored/two.yaml:3:7: error DT302 id: two trips are called one"
    assert [(str(end.place), end.label) for end in finding.related] == [("extract/authored/one.yaml:3:7", "the first one")]


def test_local_ids_share_one_space(find: Callable[..., list[Finding]]) -> None:
    """A stop, an agreement and an expert of one trip cannot share an id, or `about` would not be clear."""
    agreement = {"id": "br", "parties": ["NZ"], "progress": "signed", "subject": "trade"}
    expert = {"id": "br", "person": "rui-dias", "source": "gazette", "quotes": [{"span": "0-9", "gist": "good"}]}
    found = find(CHECK, {"one": {"stops": [{"id": "br"}], "agreements": [agreement], "quoted_experts": [expert]}})

    assert [one.message for one in found] == [
        "a stop and an agreement are both called one.br",
        "a stop and a quoted expert are both called one.br",
    ]
    assert [one.field for one in found] == ["agreements.br.id", "quoted_experts.br.id"]


def test_somebody_met_twice_needs_an_id(find: Callable[..., list[Finding]]) -> None:
    """Two meetings with one person on one stop are told apart by an id of their own; the place is the person's."""
    twice: Written = {"id": "br", "met": [{"person": "ana-lopez"}, {"person": "ana-lopez"}]}
    (finding,) = find(CHECK, {"one": [twice]})

    assert str(finding) == "extract/authored/one.yaml:13:17: error DT302 stops.br.ana-lopez.id: two meetings are called one.br.ana-lopez"
    assert find(CHECK, {"one": [twice | {"met": [{"person": "ana-lopez"}, {"person": "ana-lopez", "id": "again"}]}]}) == []


def test_registers(find: Callable[..., list[Finding]]) -> None:
    """Each register has ids of its own, but people and organizations share theirs, as decisions and waivers do."""
    waiver = {"id": "same", "code": "DT401", "record": "one", "because": "it is so", "decided_by": "mara", "decided_on": "2026-11-22"}
    decision = waiver | {"field": "route", "verdict": "keep-both"}
    found = find(
        CHECK,
        {"one": [{"id": "br"}]},
        sources=[{"id": "gazette"}, {"id": "gazette"}],
        people=[{"id": "jane-doe"}, {"id": "un"}],
        organizations=[{"id": "un"}],
        events=[{"id": "jane-doe"}],
        decisions=[decision],
        waivers=[waiver],
    )

    assert [str(one) for one in found] == [
        "extract/sources.yaml:8:9: error DT302 id: two sources are called gazette",
        "extract/organizations.yaml:5:9: error DT302 id: a person and an organization are both called un",
        "extract/waivers.yaml:3:9: error DT302 id: a decision and a waiver are both called same",
    ]


def test_a_withdrawn_id_is_not_given_again(find: Callable[..., list[Finding]]) -> None:
    """A record with the id of a tombstone is found, and the tombstone is the other end."""
    tombstone = {"id": "one", "kind": "trip", "withdrawn_on": "2025-01-01", "because": "it was another person's"}
    (finding,) = find(CHECK, {"one": [{"id": "br"}]}, withdrawn=[tombstone])

    assert finding.message == "a trip is called one, an id that was withdrawn"
    assert str(finding.related[0].place) == "extract/withdrawn.yaml:3:9"


@pytest.mark.parametrize("kind", ["stop", "person"])
def test_another_kind_of_tombstone(find: Callable[..., list[Finding]], kind: str) -> None:
    """The tombstone of a record of another kind is nobody's business."""
    tombstone = {"id": "one", "kind": kind, "withdrawn_on": "2025-01-01", "because": "it was another person's"}

    assert find(CHECK, {"one": [{"id": "br"}], "two": [{"id": "br"}]}, withdrawn=[tombstone]) == []
