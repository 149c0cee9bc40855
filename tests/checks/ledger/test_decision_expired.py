"""DT502: past its last day an error, shortly before it a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

BOTH = {"settles": ["gazette", "herald"]}


def test_what_it_settled_is_open_again(judged: Callable[..., list[Finding]]) -> None:
    """Of an expired decision the calendar is the other end, and the finding that is open again follows from it."""
    settled, expired = judged(BOTH | {"expires": "2026-11-21"})

    assert str(expired) == ("extract/decisions.yaml:14:14: error DT502 expires: rio expired on 2026-11-21, and today is 2026-11-22")
    assert [(end.label, end.place) for end in expired.related] == [("the calendar: today is 2026-11-22", None)]
    assert (settled.code, settled.settled_by, settled.because_of) == ("DT401", "", expired.fingerprint)


@pytest.mark.parametrize("expires", ["2026-11-22", "2026-12-06", "2026-11"])
def test_warns_two_weeks_ahead(judged: Callable[..., list[Finding]], expires: str) -> None:
    """It still holds on its last day, and until then it is a warning."""
    settled, warning = judged(waiver={"expires": expires})

    assert (settled.settled_by, warning.code, warning.severity) == ("rio", "DT502", "warning")
    assert warning.message.startswith("rio holds until 2026-1")


@pytest.mark.parametrize("expires", ["2026-12-07", "2027", "2026-11-22/.."])
def test_is_silent(judged: Callable[..., list[Finding]], expires: str) -> None:
    """A last day more than two weeks away, or none, is no finding."""
    assert [one.code for one in judged(waiver={"expires": expires})] == ["DT401"]
