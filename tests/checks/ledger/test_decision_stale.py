"""DT503: decisions that no longer fit what the sources say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.ledger.decision_stale import CHECK
from diplotrips.checks.settlement.settling import settle
from diplotrips.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.schema.dataset import Dataset

Written = dict[str, Any]

BOTH: Written = {"settles": ["gazette", "herald"]}
EXPECT: Written = BOTH | {"expect": ["gazette:body:Santos", "herald:body:Santos"]}


def stale(found: list[Finding]) -> list[str]:
    """Return field and message of what is stale."""
    return [f"{one.field}: {one.message}" for one in found if one.code == "DT503"]


@pytest.mark.parametrize(
    "decision",
    [
        BOTH,
        EXPECT,
        {"settles": ["gazette:body", "herald:body:Santos"], "overrules": ["herald:body:Santos"]},
        BOTH | {"overrules": ["gazette:body:Santos"]},
    ],
)
def test_what_fits_settles(judged: Callable[..., list[Finding]], decision: Written) -> None:
    """A decision that names every claim, and expects those that there are, settles and is not stale."""
    (finding,) = judged(decision)

    assert (finding.code, finding.settled_by, finding.because_of) == ("DT401", "rio", "")


def test_names_every_newcomer(judged: Callable[..., list[Finding]]) -> None:
    """A claim that has joined is named as the other end, and what is open again follows from that."""
    reopened, finding = judged({"settles": ["gazette"]})

    assert str(finding) == (
        "extract/decisions.yaml:12:7: error DT503 settles: rio does not settle herald:body:Santos, which takes part in this DT401"
    )
    assert [(end.source, end.record) for end in finding.related] == [("herald", "one.br")]
    assert (reopened.settled_by, reopened.because_of) == ("", finding.fingerprint)


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (
            BOTH | {"settles": ["gazette", "herald", "times"]},
            ["settles: rio settles times, which has no part in this DT401"],
        ),
        (
            {"settles": ["gazette", "herald:body:Rio"]},
            [
                "settles: rio does not settle herald:body:Santos, which takes part in this DT401",
                "settles: rio settles herald:body:Rio, which has no part in this DT401",
            ],
        ),
        (
            EXPECT | {"expect": ["gazette:body:Santos", "herald:body:Rio"]},
            [
                "expect: rio does not expect herald:body:Santos, which a source says by now",
                "expect: rio expects herald:body:Rio, which no source says any more",
            ],
        ),
        (
            {"settles": ["gazette", "herald"], "overrules": ["times"]},
            ["overrules: rio overrules times, which is not among what it settles"],
        ),
        (BOTH | {"field": "purposes"}, ["code: rio settles DT401 on purposes of one.br, and no such finding is there"]),
        (BOTH | {"code": "DT999"}, ["code: rio settles DT999 on places of one.br, and no such finding is there"]),
        ({}, ["code: rio settles no claim; name those that it is about under settles"]),
        (
            BOTH | {"adopted": "Santos", "overrules": ["gazette:body:Santos"]},
            [
                "adopted: rio adopts Santos, and stops.br.places holds Rio",
                "overrules: rio overrules gazette:body:Santos, whose value it adopts",
            ],
        ),
        (
            BOTH | {"verdict": "undecidable", "overrules": ["gazette:body:Santos"]},
            ["overrules: rio has the verdict undecidable and yet gives overrules"],
        ),
        (BOTH | {"adopted": "Belém"}, ["adopted: rio adopts Belém, and stops.br.places holds Rio"]),
        (
            BOTH | {"field": "status", "adopted": "planned"},
            [
                "adopted: rio adopts planned, and stops.br.status holds completed",
                "code: rio settles DT401 on status of one.br, and no such finding is there",
            ],
        ),
    ],
)
def test_finds(judged: Callable[..., list[Finding]], decision: Written, told: list[str]) -> None:
    """Every part of a decision that no longer fits is named once."""
    sources = [{"id": "times"}]

    assert sorted(stale(judged(decision, sources=sources))) == told


@pytest.mark.parametrize(
    ("field", "adopted", "told"),
    [
        ("first_day", "2023-04-17", []),
        ("last_day", "2023-04-19", ["adopted: rio adopts 2023-04-19, and last_day holds 2023-04-20"]),
        ("dates", "2023-04-17/2023-04-20", []),
        ("route", "br ve", ["adopted: rio adopts br ve, and route holds nothing"]),
        ("n_countries", "4", []),
    ],
)
def test_adopted_values(dataset: Callable[..., Dataset], field: str, adopted: str, told: list[str]) -> None:
    """Ends of dates are compared one by one; a field that no record holds is not compared."""
    decision = {"id": "rio", "code": "DT401", "record": "one", "field": field, "verdict": "adopt", "adopted": adopted}
    entry = decision | {"because": "it is so", "decided_by": "mara", "decided_on": "2026"}
    evidence = Evidence(dataset({"one": {"trip": {"dates": "2023-04-17/2023-04-20"}}}, decisions=[entry]), date(2026, 11, 22))
    settlement = settle([], evidence.dataset.decisions, (), evidence.today, evidence.dataset.claims_about)

    assert [one for one in stale(list(CHECK.find(evidence, settlement))) if one.startswith("adopted")] == told


def test_an_error_is_never_settled(judged: Callable[..., list[Finding]]) -> None:
    """A decision about an error settles nothing and says so."""
    twice = [{"id": "gazette"}, {"id": "gazette"}]
    found = judged({"code": "DT302", "record": "gazette", "field": "id"}, sources=twice, places=("Santos",))

    assert [(one.code, one.settled_by, one.because_of) for one in found] == [("DT503", "", ""), ("DT302", "", "")]
    assert stale(found) == ["code: rio settles DT302, which is an error, and an error is never settled"]


def test_follows_from_an_open_error(dataset: Callable[..., Dataset]) -> None:
    """While an error on the trip keeps checks from running, that a decision settles nothing is only a consequence."""
    entry = {"id": "rio", "code": "DT201", "record": "one.br", "field": "dates", "verdict": "keep-both", "because": "it is so"}
    evidence = Evidence(dataset({"one": [{"id": "br"}]}, decisions=[entry | {"decided_by": "m", "decided_on": "2026"}]), date(2026, 11, 22))
    error = Finding("DT101", Severity.ERROR, "one", "dates", "it ends before it starts", Place("one.yaml"))
    settlement = settle([error], evidence.dataset.decisions, (), evidence.today, evidence.dataset.claims_about)

    (finding,) = CHECK.find(evidence, settlement)

    assert finding.because_of == error.fingerprint


def test_follows_from_what_keeps_it_open(judged: Callable[..., list[Finding]]) -> None:
    """Of a decision that is stale and has no reason, what is open again follows from the staleness."""
    reopened, *of_ledger = judged({"settles": ["gazette"], "because": "todo"})

    assert [one.code for one in of_ledger if one.fingerprint == reopened.because_of] == ["DT503"]


def test_nothing_of_a_record_that_does_not_exist(judged: Callable[..., list[Finding]]) -> None:
    """A decision about an unknown record is DT303 and nothing else."""
    assert stale(judged(BOTH | {"record": "one.ve"})) == []


def test_a_day_to_come(judged: Callable[..., list[Finding]]) -> None:
    """A decision of tomorrow settles what it is about all the same, and is a warning."""
    settled, warning = judged(BOTH | {"decided_on": "2026-11-23"})

    assert (settled.code, settled.settled_by) == ("DT401", "rio")
    assert str(warning) == (
        "extract/decisions.yaml:10:17: warning DT503 decided_on: rio was decided on 2026-11-23, and today is 2026-11-22"
    )


@pytest.mark.parametrize("day", ["2026-11-22", "2026-11", "2026"])
def test_a_day_that_may_be_past(judged: Callable[..., list[Finding]], day: str) -> None:
    """Today, and a month or year that has begun, are no days to come."""
    assert stale(judged(BOTH | {"decided_on": day})) == []
