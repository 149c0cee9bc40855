"""Which sources are independent of each other.

**The rule.** Every source has one voice: a copy (`copied_from`) that of its original, all the way back; else, where it credits a news
agency, that of the agency; else that of its publisher; of agency and publisher it is the topmost owner who counts. A source of which
none of this is known is a voice of its own. Sources with the same voice count once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplotrips.schema.dataset import Dataset


def voices_of(dataset: Dataset) -> Mapping[str, str]:
    """Return the voice of every source by its id: the id of a source or organization."""
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
