"""Comparing what the parser found with what a written article states: one verdict for each expectation.

A verdict is named by its kind and its subject (`stop first day: Grace Mwangale QA`), so that a known miss can be listed by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.extract.parsing.judging_quotes import judge_quotes
from tests.extract.parsing.judging_trips import judge_trips
from tests.extract.parsing.verdicts import Verdict, allows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.extract.parsing.synthetic import Case

    from diplotrips.extract.parsing.found import Extraction, FoundAgreement


@dataclass(frozen=True)
class _Agreement:
    """A found agreement in the words of `expect`."""

    parties: frozenset[str]
    kind: str
    progress: str
    of_this_trip: bool
    papers: str

    @classmethod
    def of(cls, found: FoundAgreement) -> _Agreement:
        """Return what matters of *found*."""
        papers = str(found.papers.value) if found.papers else ""
        return cls(frozenset(party.value for party in found.parties), found.kind, found.progress.value, found.of_this_trip, papers)

    def likeness(self, expected: dict[str, Any]) -> int:
        """Return how many of the keys of *expected* it has right."""
        keys = ("kind", "progress", "of_this_trip", "papers")
        return sum(key in expected and allows(expected[key], getattr(self, key)) for key in keys)


def judge(case: Case, extraction: Extraction) -> list[Verdict]:
    """Return a verdict for each expectation of *case*, in the order of the file."""
    return [*judge_trips(case.expect, extraction), *judge_quotes(case, extraction), *_judge_agreements(case.expect, extraction)]


def _judge_agreements(expect: dict[str, Any], extraction: Extraction) -> Iterator[Verdict]:
    left = [_Agreement.of(agreement) for agreement in extraction.agreements]
    if expect.get("no_agreements"):
        yield Verdict("no agreement", "", "none", "; ".join(map(_told, left)) or "none", right=not left)
    for expected in expect.get("agreements", ()):
        parties = frozenset(expected["parties"])
        subject = f"{'-'.join(sorted(parties))} {expected.get('kind', 'any kind')} {expected.get('progress', '')}".strip()
        same = [agreement for agreement in left if agreement.parties == parties]
        best = max(same, key=lambda agreement: agreement.likeness(expected), default=None)
        if best:
            left.remove(best)
        told = "; ".join(_told(each) for each in (same or left)) or "none"
        kind = best is not None and ("kind" not in expected or allows(expected["kind"], best.kind))
        yield Verdict("agreement", subject, _wanted(expected), told, right=kind)
        for key in ("progress", "of_this_trip", "papers"):
            if best and key in expected:
                found = getattr(best, key)
                yield Verdict(
                    f"agreement {key.replace('_', ' ')}", subject, str(expected[key]), str(found), right=allows(expected[key], found)
                )


def _wanted(expected: dict[str, Any]) -> str:
    return f"{expected.get('kind', 'any kind')} between {' and '.join(expected['parties'])}"


def _told(agreement: _Agreement) -> str:
    return f"{agreement.kind} between {' and '.join(sorted(agreement.parties))} {agreement.progress}"
