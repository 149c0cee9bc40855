"""Which sources look like copies of one report, though nobody has said so.

Two sources do if their whole texts are the same, if several passages of theirs are the same word for word (by their hashes), or if they
were published on one day and make nearly the same claims on one trip, spellings and phrases included. What follows for the number of
independent voices is told in `voices`; the check DT406 names them to the reader.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplotrips.schema.claims import Claim
    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.registers import Source

LEAST_CLAIMS = 8
"""Claims on one trip that two sources must have in common; of fewer any two reports may have as many."""

LEAST_SHARE = 0.9
"""Share of the claims that both have, among those that either has."""

LEAST_PASSAGES = 3
"""Passages that two sources must have word for word; one or two may be words that both quote."""

LEAST_CHARS = 40
"""Code points of a passage that counts; shorter ones are names and offices that everybody writes alike."""

OF_THE_OUTLET = frozenset({"headline", "caption", "dateline"})
"""Parts that an outlet writes itself, whatever it copies."""


class Alike(NamedTuple):
    """Two sources that look like copies of one report."""

    first: str
    """The one that was published first; of one day the first by id."""
    second: str
    because: str
    """What the second one has in common with the first, as what follows its name in a sentence."""


def alike_sources(dataset: Dataset) -> tuple[Alike, ...]:
    """Return every two sources that look like copies, with the first reason; sorted by the second one, then the first."""
    found: dict[tuple[str, str], Alike] = {}
    sources = {entry.record.id: entry.record for entry in dataset.sources}
    for alike in (*_same_text(sources), *_same_passages(dataset, sources), *_same_claims(dataset, sources)):
        found.setdefault((alike.second, alike.first), alike)
    return tuple(found[pair] for pair in sorted(found))


def _same_text(sources: Mapping[str, Source]) -> Iterator[Alike]:
    texts = defaultdict(list)
    for source in sources.values():
        if source.text_sha256:
            texts[source.text_sha256].append(source)
    for same in texts.values():
        for first, second in _pairs(same):
            yield Alike(first.id, second.id, f"has the same text as {first.id}")


def _same_passages(dataset: Dataset, sources: Mapping[str, Source]) -> Iterator[Alike]:
    who_has: dict[str, set[str]] = defaultdict(set)
    for claim in dataset.claims:
        if claim.source in sources and claim.part not in OF_THE_OUTLET:
            for sha256 in _hashes(claim, dataset):
                who_has[sha256].add(claim.source)
    common: dict[tuple[str, str], int] = defaultdict(int)
    for ids in who_has.values():
        for first, second in _pairs(sources[source] for source in ids):
            common[first.id, second.id] += 1
    for (one, other), number in common.items():
        if number >= LEAST_PASSAGES:
            yield Alike(one, other, f"has {number} passages word for word as in {one}")


def _hashes(claim: Claim, dataset: Dataset) -> Iterator[str]:
    """Return the hashes of the longer passages of a claim, as far as they are known."""
    hashes = dataset.span_hashes.get(claim.source, {})
    for span in claim.spans:
        sha256 = hashes.get(str(span)) or (claim.line.sha256 if len(claim.spans) == 1 else None)
        if sha256 and span.end - span.start >= LEAST_CHARS:
            yield sha256


def _same_claims(dataset: Dataset, sources: Mapping[str, Source]) -> Iterator[Alike]:
    said: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for claim in dataset.claims:
        if claim.part not in OF_THE_OUTLET:
            said[claim.trip, claim.source].add((claim.record, claim.field, claim.text, claim.mode, claim.line.phrase or ""))
    of_one_day = defaultdict(list)
    for trip, source in said:
        published = sources[source].published if source in sources else None
        if published and published.is_day:
            of_one_day[trip, published.text].append(sources[source])
    for (trip, day), together in of_one_day.items():
        for first, second in _pairs(together):
            either, both = said[trip, first.id] | said[trip, second.id], said[trip, first.id] & said[trip, second.id]
            if len(both) >= LEAST_CLAIMS and len(both) >= LEAST_SHARE * len(either) and not _credit_different(first, second):
                told = f"makes {len(both)} of {len(either)} claims on {trip} as {first.id} does, which was published on {day} too"
                yield Alike(first.id, second.id, told)


def _credit_different(first: Source, second: Source) -> bool:
    """Tell whether each of two sources credits an agency, and not the same."""
    return bool(first.agency and second.agency and first.agency != second.agency)


def _pairs(sources: Iterable[Source]) -> Iterator[tuple[Source, Source]]:
    """Return every two of *sources*, the one that was published first before the other."""
    return combinations(sorted(sources, key=_by_day), 2)


def _by_day(source: Source) -> tuple[date, str]:
    day = source.published.earliest if source.published else None
    return day or date.max, source.id
