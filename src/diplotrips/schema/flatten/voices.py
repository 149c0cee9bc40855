"""Which sources are independent of each other.

**The rule.** Every source has one voice: a copy (`copied_from`) that of its original, all the way back; else, where it credits a news
agency, that of the agency; else that of its publisher; of agency and publisher it is the topmost owner who counts. A source of which
none of this is known is a voice of its own. Voices of sources that look like copies of one report (`copies`) are one too, unless a waiver
of DT406 says of one of these sources that it is no copy. Sources with the same voice count once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.schema.flatten.copies import alike_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplotrips.schema.dataset import Dataset


LOOKS_LIKE_A_COPY = "DT406"
"""Code of the check that names such sources; a waiver of it for a source, however long it holds, tells that source apart."""


def voices_of(dataset: Dataset) -> Mapping[str, str]:
    """Return the voice of every source by its id: the id of a source or organization, of several that are one the first by id."""
    declared = declared_voices(dataset)
    apart = {entry.record.record for entry in dataset.waivers if entry.record.code == LOOKS_LIKE_A_COPY}
    one: dict[str, str] = {}
    for alike in alike_sources(dataset):
        if not apart & {alike.first, alike.second}:
            former, *latter = sorted({_topmost(declared[source], one) for source in (alike.first, alike.second)})
            one |= dict.fromkeys(latter, former)
    return {source: _topmost(voice, one) for source, voice in declared.items()}


def declared_voices(dataset: Dataset) -> Mapping[str, str]:
    """Return the voice of every source by its id, by what the registers say alone."""
    sources = {entry.record.id: entry.record for entry in dataset.sources}
    originals = {source.id: source.copied_from for source in sources.values() if source.copied_from}
    owners = {entry.record.id: entry.record.owner for entry in dataset.organizations if entry.record.owner}

    def voice(source_id: str) -> str:
        origin = _topmost(source_id, originals)
        original = sources.get(origin)
        speaker = original and (original.agency or original.publisher)
        return _topmost(speaker, owners) if speaker else origin

    return {source_id: voice(source_id) for source_id in sources}


def count_voices(sources: Iterable[str], voices: Mapping[str, str]) -> int:
    """Return how many independent voices *sources* are; one that is in no register is a voice of its own."""
    return len({voices.get(source, source) for source in sources})


def _topmost(start: str, above: Mapping[str, str]) -> str:
    """Follow *above* from *start* to its end; of a circle the alphabetically first member, whichever way it was entered."""
    seen: list[str] = []
    here = start
    while here in above:
        if here in seen:
            return min(seen[seen.index(here) :])
        seen.append(here)
        here = above[here]
    return here
