"""The vocabulary of phrases for days: names of months and weekdays, numbers, and the patterns that they make; English only."""

from __future__ import annotations

import re

_MONTHS = ["january", "february", "march", "april", "may", "june"]
_MONTHS += ["july", "august", "september", "october", "november", "december"]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"]
_NUMBERS += ["fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]

MONTHS = {name[:length]: number for number, name in enumerate(_MONTHS, 1) for length in (3, 4, len(name))}
"""Number of a month by its name, whole or cut to three or four letters."""

WEEKDAYS = {name[:length]: number for number, name in enumerate(_WEEKDAYS) for length in (3, 4, 5, len(name))}
"""Number of a weekday, Monday 0, by its name, whole or cut to three, four or five letters."""

NUMBERS = {"a": 1, "an": 1, "a couple of": 2, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90} | {
    name: number for number, name in enumerate(_NUMBERS, 1)
}
"""Numbers in words."""

ORDINALS = {name: number for number, name in enumerate(_ORDINALS, 1)}
"""Ordinal numbers in words."""

PARTS = {
    "early": (1, 12),
    "beginning": (1, 12),
    "start": (1, 12),
    "opening days": (1, 12),
    "first days": (1, 12),
    "very early": (1, 10),
    "mid": (8, 23),
    "middle": (8, 23),
    "late": (17, 31),
    "end": (20, 31),
    "very end": (22, 31),
    "closing days": (20, 31),
    "last days": (20, 31),
    "first half": (1, 15),
    "second half": (16, 31),
    "first week": (1, 10),
    "second week": (6, 17),
    "third week": (13, 24),
    "fourth week": (20, 31),
    "last week": (20, 31),
}
"""First and last day that a part of a month may mean, widely taken: nobody counts when writing "early April"."""


def _one_of(words: dict[str, int] | dict[str, tuple[int, int]]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


MONTH = f"(?:{_one_of(MONTHS)})"
WEEKDAY = f"(?:{_one_of(WEEKDAYS)})"
NUMBER = rf"(?:[0-9]{{1,3}}|{_one_of(NUMBERS)})"
ORDINAL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{_one_of(ORDINALS)})"
PART = f"(?:{_one_of(PARTS)})"
DAY = "(?:[0-3]?[0-9])(?:st|nd|rd|th)?"
YEAR = "(?:1[89]|20)[0-9]{2}"
TO = "(?: ?- ?| to | through | until | till | and )"
"""What joins the ends of a range of days."""

_TIME_OF_DAY = r" (?:early |late )?(?:morning|afternoon|evening|night)$| local time$"
_AFTER_THE_DATE = re.compile(rf" that .*$|{_TIME_OF_DAY}")
_BEFORE_THE_DATE = re.compile(r"^(?:the )?(?:early |late )?(?:morning|afternoon|evening|night) of ")
_DOTTED = re.compile(r"\b([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})\b")
"""A date in numerals with points has its day first wherever English is written with them."""


def plain(phrase: str) -> str:
    """Return *phrase* as the patterns expect it: lower case, plain dashes and quotes, no commas, brackets or points, single spaces."""
    text = re.sub(r"[‐-―−]", "-", phrase).replace("’", "'").casefold()  # noqa: RUF001  (the dashes and the quote are what is replaced)
    text = _DOTTED.sub(r"\3-\2-\1", text)
    text = re.sub(r"[.,()\[\]\"“”]", " ", text)
    text = " ".join(text.split())
    while _AFTER_THE_DATE.search(text):
        text = _AFTER_THE_DATE.sub("", text)
    return _BEFORE_THE_DATE.sub("", text)


def number_of(text: str) -> int:
    """Return the number that *text* writes in digits or in a word, ordinals too; 0 for none."""
    digits = re.match(r"[0-9]+", text)
    return int(digits[0]) if digits else NUMBERS.get(text) or ORDINALS.get(text, 0)
