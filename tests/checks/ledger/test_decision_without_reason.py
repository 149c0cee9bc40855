"""DT501: reasons that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

BOTH = {"settles": ["gazette", "herald"]}


def test_stands_at_the_reason(judged: Callable[..., list[Finding]]) -> None:
    """The finding stands at `because` and quotes it; the decision settles all the same, since an error is open now."""
    found = judged(BOTH | {"because": "todo"})

    assert [(str(one), one.settled_by) for one in found] == [
        ("extract/authored/one.yaml:12:9: warning DT401 stops.br.places: places holds Rio and no claim says so", "rio"),
        ('extract/decisions.yaml:8:14: error DT501 because: rio gives "todo" for its reason, which is none', ""),
    ]


@pytest.mark.parametrize("because", ["-", "...", "TBD", "n/a", "see above", "keep both", "Rio", "it fits"])
def test_finds(judged: Callable[..., list[Finding]], because: str) -> None:
    """Marks, placeholders, the value itself, and one or two words are no reason, neither of a decision nor of a waiver."""
    by_decision = judged(BOTH | {"because": because, "adopted": "Rio"}, places=("Santos", "Rio"), herald={"places": ["Rio"]})
    by_waiver = judged(waiver={"because": because})

    assert "DT501" in [one.code for one in by_decision]
    assert "DT501" in [one.code for one in by_waiver] or because == "keep both"


@pytest.mark.parametrize("because", ["The ministry says so.", "来源更可靠", "Министерство подтвердило"])
def test_is_silent(judged: Callable[..., list[Finding]], because: str) -> None:
    """A sentence is a reason, in any script."""
    assert [one.code for one in judged(BOTH | {"because": because})] == ["DT401"]
