"""What people write for countries and those who live there: names, short and full, and demonyms, as package data.

`country_words.csv` beside this module has a line a word: the word as it is written in English, its kind (`country`, `demonym`, or
`territory` for a part of a country with a name of its own or of disputed status, `state` for parts that tell which town of a name is meant:
`Portland, Oregon`) and the codes that it may mean, likeliest first. Compiled by the project from common knowledge.
Plurals that take an `s` and articles (`the Gambia`) are not in it.

Which of several codes is meant only the context tells. What a person may write for a country *code* is in `countries`.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class CountryWord(NamedTuple):
    """A name of a country or territory, or of its people."""

    word: str
    """The word in its usual spelling, with accents and capitals."""

    kind: str
    """`country`, `demonym`, `territory` or `state`."""

    countries: tuple[str, ...]
    """Codes that it may mean, likeliest first; those of former states have four letters."""


@cache
def country_words() -> tuple[CountryWord, ...]:
    """Return every word of the table, in its order."""
    text = (files("diplotrips.schema") / "country_words.csv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines()[1:], strict=True)
    return tuple(CountryWord(word, kind, tuple(codes.split())) for word, kind, codes in rows)
