"""DT502: past its last day an error, so that the run fails."""

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


@pytest.mark.parametrize("expires", ["2026-11-22", "2026-11", "2027", "2026-11-22/.."])
def test_is_silent(judged: Callable[..., list[Finding]], expires: str) -> None:
    """On its last day it still holds; a month or year holds to its end."""
    found = judged(waiver={"expires": expires})

    assert [(one.code, one.settled_by) for one in found if one.code != "DT505"] == [("DT401", "rio")]
