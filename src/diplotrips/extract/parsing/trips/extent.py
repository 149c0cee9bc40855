"""How many countries a journey is said to have, and in which region it is said to be."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.found import Evidence, Found
from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.scene import Scene

COUNTED = frozenset({"countries", "nations", "states", "capitals"})
COMPOUNDS = frozenset({"country", "nation", "state"})
WIDEST = 3
"""Words from a number to what it counts at most."""


@cache
def numerals() -> dict[str, int]:
    """Return the numbers that are written as words."""
    return {row["word"]: int(row["value"]) for row in lexicon("numerals")}


def count_of(scene: Scene, traveller: int) -> Found[int] | None:
    """Return the number of countries that the article says the journey of *traveller* has."""
    for number, row in enumerate(scene.rows):
        if row.part is Part.BOILERPLATE or scene.history[number] or not _is_about(scene, number, traveller):
            continue
        for at in range(len(row.chunks)):
            if found := _counted(row, at):
                value, last = found
                return Found(value, Evidence((Span(row.chunks[at].start, row.chunks[last].end),), "count-of-countries", confidence=0.85))
    return None


def region_of(scene: Scene, traveller: int) -> Found[str] | None:
    """Return the region that the article says the journey of *traveller* is in."""
    for number, row in enumerate(scene.rows):
        if row.part is Part.BOILERPLATE or scene.history[number] or not _is_about(scene, number, traveller):
            continue
        for chunk in row.chunks:
            if chunk.kind is Kind.REGION:
                span = Span(chunk.start, chunk.end)
                return Found(scene.layout.words(span), Evidence((span,), "region-of-journey", confidence=0.7))
    return None


def _is_about(scene: Scene, number: int, traveller: int) -> bool:
    """Tell whether the sentence speaks of a journey that is nobody else's."""
    return any(cue.group in {"visit", "go"} and traveller in (cue.persons or (traveller,)) for cue in scene.cues[number])


def _counted(row: Row, index: int) -> tuple[int, int] | None:
    """Return the number at chunk *index*, if it counts countries, and the chunk that it ends with."""
    word = row.word(index)
    first, _, second = word.partition("-")
    if second in COMPOUNDS and first in numerals():
        return numerals()[first], index
    if word not in numerals():
        return None
    last = next((at for at in range(index + 1, index + 1 + WIDEST) if row.word(at) in COUNTED), None)
    return (numerals()[word], last) if last is not None else None
