"""Findings are listed by place, but a cause before what follows from it in its file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from diplotrips.checks.reporting.ordering import in_order
from diplotrips.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from random import Random


def at(line: int, file: str = "one.yaml", because_of: str = "") -> Finding:
    """Return an error at a line."""
    return Finding("DT006", Severity.ERROR, f"r{line}", "id", f"wrong at {line}", Place(file, line), because_of=because_of)


def lines(*findings: Finding) -> list[int]:
    """Return the lines of *findings* in the order in which they are listed."""
    return [found.place.line for found in in_order(findings)]


def test_a_cause_comes_first() -> None:
    """What follows from a finding further down in its file is listed after it, and so is what follows from that."""
    last = at(4)
    middle = at(2, because_of=last.fingerprint)

    assert lines(at(3), last, at(1, because_of=middle.fingerprint), middle) == [4, 2, 1, 3]


def test_other_files_and_settled_causes_stay_where_they_are() -> None:
    """A cause in another file keeps its place, as does one that is settled."""
    settled, elsewhere = replace(at(9), settled_by="a-decision"), at(8, file="two.yaml")

    assert lines(elsewhere, settled, at(1, because_of=settled.fingerprint), at(2, because_of=elsewhere.fingerprint)) == [1, 2, 9, 8]


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=8), st.randoms(use_true_random=False))
def test_nothing_is_lost_and_the_order_is_one(pairs: list[tuple[int, int]], random: Random) -> None:
    """Whatever follows from whatever, in a ring too, everything is listed once, and the same however it was given."""
    findings = list({line: at(line, because_of=at(cause).fingerprint) for line, cause in pairs}.values())
    other = list(findings)
    random.shuffle(other)

    assert in_order(findings) == in_order(other)
    assert sorted(lines(*findings)) == sorted(found.place.line for found in findings)
