"""Numbers that sources and records give of one thing, such as countries or papers, and the finding where they cannot be one number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from diplotrips.checks.check import finding
from diplotrips.checks.disagreement.clashes import joined, wording
from diplotrips.schema.fields import Count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.checks.check import Check
    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import End, Finding
    from diplotrips.schema.claims import Claim


@dataclass(frozen=True, slots=True)
class Number:
    """A number, and who gives it."""

    count: Count
    modes: frozenset[str]
    """Two numbers are compared if they share a mode."""
    words: str
    ends: tuple[End, ...]
    speaker: str = ""
    """Who says so, with whose name the words begin; empty if the record does."""
    is_said: bool = True
    """False if it was counted and nobody says it; two such numbers are not compared."""


def said(claims: Iterable[Claim], evidence: Evidence) -> list[Number]:
    """Return the counts that *claims* give."""
    return [
        Number(claim.value, frozenset({claim.mode}), wording(claim), (evidence.claim_end(claim, wording(claim)),), claim.voice)
        for claim in claims
        if isinstance(claim.value, Count)
    ]


def find_among(check: Check, evidence: Evidence, numbers: list[Number], record: str, field: str) -> Iterable[Finding]:
    """Return the finding of those *numbers* that contradict another one, said ones first; none if all can be one number."""
    kinds: dict[_Kind, Number] = {}
    for number in numbers:
        kinds.setdefault(_kind(number), number)
    rivals = {kind: next((other for other in kinds.values() if _contradict(number, other)), None) for kind, number in kinds.items()}
    involved = [number for number in numbers if rivals[_kind(number)]]
    if not involved:
        return
    second = rivals[_kind(involved[0])] or involved[0]
    ends = dict.fromkeys(end for number in sorted(involved, key=lambda number: not number.is_said) for end in number.ends)
    here, *there = list(ends)
    message = joined((number.speaker, number.words) for number in (involved[0], second))
    yield finding(check, evidence, record=record, field=field, message=message, here=here, there=there)


_Kind: TypeAlias = tuple[Count, frozenset[str], bool]


def _kind(number: Number) -> _Kind:
    """Return all of a number by which it contradicts others; many are given by several sources."""
    return (number.count, number.modes, number.is_said)


def _contradict(one: Number, other: Number) -> bool:
    return (one.is_said or other.is_said) and bool(one.modes & other.modes) and not same_number(one.count, other.count)


def same_number(one: Count, other: Count) -> bool:
    """Tell whether one number can be both counts; "about" leaves one more or less open."""
    return _least(one) <= _most(other) and _least(other) <= _most(one)


def _least(count: Count) -> int:
    return count.least - count.approximate


def _most(count: Count) -> float:
    return float("inf") if count.most is None else count.most + count.approximate
