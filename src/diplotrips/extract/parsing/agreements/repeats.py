"""One agreement told several times in an article, joined: the one that says most, as far as it got."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.agreements.words import saying
from diplotrips.schema.codelists import fold

if TYPE_CHECKING:
    from diplotrips.extract.parsing.found import FoundAgreement

LADDER = ("refused", "offered", "intended", "negotiated", "agreed", "initialled", "signed", "ratified", "in-force", "extended")
"""Progress, the farthest last."""
OPEN_KINDS = frozenset({"agreement", "unspecified", "understanding", "other"})
"""Kinds that may be a looser word for another one."""


def is_repeat(one: FoundAgreement, other: FoundAgreement) -> bool:
    """Tell whether two sentences speak of one agreement: the same parties, kinds that fit, and nothing in the subjects that differs."""
    if (one.trip, one.of_this_trip, _countries(one)) != (other.trip, other.of_this_trip, _countries(other)):
        return False
    if one.kind != other.kind and OPEN_KINDS.isdisjoint({one.kind, other.kind}):
        return False
    first, second = _words(one), _words(other)
    return not first or not second or 2 * len(first & second) >= min(len(first), len(second))


def joined(one: FoundAgreement, other: FoundAgreement) -> FoundAgreement:
    """Return two tellings as one: the fuller one, with the progress that is farthest."""
    fuller, rest = sorted((one, other), key=lambda agreement: -len(_words(agreement)))
    farthest = max((fuller.progress, rest.progress), key=lambda progress: LADDER.index(progress.value))
    return replace(fuller, progress=farthest, papers=fuller.papers or rest.papers, date=fuller.date or rest.date)


def _countries(agreement: FoundAgreement) -> frozenset[str]:
    return frozenset(party.value for party in agreement.parties)


def _words(agreement: FoundAgreement) -> frozenset[str]:
    subject = agreement.subject.value if agreement.subject else ""
    return frozenset(re.findall(r"\w+", fold(subject))) - saying("general")
