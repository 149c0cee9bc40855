"""DT505: in the two weeks before its last day a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


@pytest.mark.parametrize(("expires", "last"), [("2026-11-22", "2026-11-22"), ("2026-12-06", "2026-12-06"), ("2026-11", "2026-11-30")])
def test_warns_two_weeks_ahead(judged: Callable[..., list[Finding]], expires: str, last: str) -> None:
    """It still holds on its last day, and until then it is a warning; the calendar is the other end."""
    settled, warning = judged(waiver={"expires": expires})

    assert (settled.code, settled.settled_by) == ("DT401", "rio")
    assert str(warning) == (f"extract/waivers.yaml:9:14: warning DT505 expires: rio holds until {last}, and today is 2026-11-22")
    assert [(end.label, end.place) for end in warning.related] == [("the calendar: today is 2026-11-22", None)]


def test_of_a_decision(judged: Callable[..., list[Finding]]) -> None:
    """A decision is treated as a waiver is."""
    settled, warning = judged({"settles": ["gazette", "herald"], "expires": "2026-12-01"})

    assert (settled.settled_by, warning.code, warning.message) == ("rio", "DT505", "rio holds until 2026-12-01, and today is 2026-11-22")


@pytest.mark.parametrize("expires", ["2026-12-07", "2027", "2026-11-22/..", "2026-11-21"])
def test_is_silent(judged: Callable[..., list[Finding]], expires: str) -> None:
    """A last day more than two weeks away, none, or one that is past is no finding of this check."""
    assert "DT505" not in [one.code for one in judged(waiver={"expires": expires})]
