"""Countries right before a name: `Ruritania's X`, `the Ruritanian X`, `the Ruritanian, X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.people.reading import Reading
    from diplotrips.extract.parsing.people.runs import Run
    from diplotrips.extract.parsing.people.titles import Title


def country_before(reading: Reading, run: Run, titles: Sequence[Title]) -> tuple[str, ...]:
    """Return the country that stands before the name *run*, or before the *titles* that lead it; none behind an office's own."""
    if any(not title.is_honorific for title in titles):
        return ()
    at = min((title.first for title in titles), default=run.first) - 1
    phrase = reading.phrase
    if phrase.text_is(at, "'s", "'") or (phrase.text_is(at, ",") and _is_demonym(reading, at - 1) and phrase.text_is(at - 2, "the")):
        at -= 1
    elif not _is_demonym(reading, at):
        return ()
    place = reading.places[at] if at >= 0 else None
    return (place.country,) if place is not None and place.country and place.kind is not PlaceKind.REGION else ()


def _is_demonym(reading: Reading, at: int) -> bool:
    place = reading.places[at] if 0 <= at < len(reading.places) else None
    return place is not None and place.kind is PlaceKind.DEMONYM
