"""Words beside names of places, by what they are used for."""

from __future__ import annotations

from functools import cache

from diplotrips.extract.parsing.lexicons.words import lexicon


@cache
def used_as(use: str) -> frozenset[str]:
    """Return the words of the lexicon `place_neighbours` with this use, folded."""
    return frozenset(row["word"] for row in lexicon("place_neighbours") if row["use"] == use)


@cache
def openers() -> frozenset[str]:
    """Return the words that are capital at the head of a sentence and no names."""
    return frozenset(row["word"] for row in lexicon("sentence_openers")) | used_as("place") | used_as("lead")


@cache
def titles() -> frozenset[str]:
    """Return the words that stand right before a surname."""
    return frozenset(row["honorific"] for row in lexicon("honorifics")) | used_as("title")


@cache
def family_names() -> frozenset[str]:
    """Return the family names that stand before the given name."""
    return frozenset(row["family_name"] for row in lexicon("family_names_first"))
