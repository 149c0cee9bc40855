"""DT504: waivers that waive nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]


@pytest.mark.parametrize("waiver", [{}, {"field": "places"}])
def test_is_silent(judged: Callable[..., list[Finding]], waiver: Written) -> None:
    """A waiver of a check on a record, or on one field of it, waives what is found there."""
    (finding,) = judged(waiver=waiver)

    assert (finding.code, finding.settled_by) == ("DT401", "rio")


def test_waives_nothing(judged: Callable[..., list[Finding]]) -> None:
    """A waiver whose finding is gone stands where its code does."""
    (finding,) = judged(waiver={}, places=("Santos",))

    assert str(finding) == "extract/waivers.yaml:4:11: warning DT504 code: rio waives DT401 on one.br, and no such finding is there"


def test_on_a_field(judged: Callable[..., list[Finding]]) -> None:
    """A waiver on another field waives nothing, and the finding stays open because of that."""
    found = judged(waiver={"field": "dates"})

    assert [(one.code, one.settled_by, one.because_of) for one in found] == [("DT401", "", ""), ("DT504", "", "")]
    assert found[1].message == "rio waives DT401 on dates of one.br, and no such finding is there"


def test_an_error(judged: Callable[..., list[Finding]]) -> None:
    """An error is never waived."""
    found = judged(waiver={"code": "DT302", "record": "gazette"}, places=("Santos",), sources=[{"id": "gazette"}, {"id": "gazette"}])

    assert [one.message for one in found if one.code == "DT504"] == [
        "rio waives DT302 on gazette, which is an error, and an error is never waived"
    ]


def test_a_decision_comes_first(judged: Callable[..., list[Finding]]) -> None:
    """What a decision settles needs no waiver."""
    waived = {"id": "w", "code": "DT401", "record": "one.br", "because": "It is so.", "decided_by": "mara", "decided_on": "2026-11-01"}
    found = judged({"settles": ["gazette", "herald"]}, waivers=[waived])

    assert [(one.code, one.settled_by) for one in found] == [("DT401", "rio"), ("DT504", "")]
    assert found[1].message == "w waives DT401 on one.br, which is settled by a decision"


def test_expired_ones_are_told_once(judged: Callable[..., list[Finding]]) -> None:
    """Of a waiver past its last day DT502 says enough."""
    assert [one.code for one in judged(waiver={"expires": "2026-01"}, places=("Santos",))] == ["DT502"]


def test_a_day_to_come(judged: Callable[..., list[Finding]]) -> None:
    """A waiver of tomorrow waives what it is about all the same, and is a warning."""
    waived, warning = judged(waiver={"decided_on": "2026-11-23"})

    assert (waived.code, waived.settled_by) == ("DT401", "rio")
    assert str(warning) == "extract/waivers.yaml:8:17: warning DT504 decided_on: rio was decided on 2026-11-23, and today is 2026-11-22"
