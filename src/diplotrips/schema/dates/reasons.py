"""Why a text is no date or interval of our EDTF subset, in one sentence that says what to write instead.

Looked at only after the pattern has refused the text; what is accepted is decided in `diplotrips.schema.dates.patterns` alone.
"""

from __future__ import annotations

import re
from enum import StrEnum

from diplotrips.schema.dates.days import days_in_month
from diplotrips.schema.dates.patterns import DATE_PATTERN, INTERVAL_PATTERN

_LONGEST_SHOWN = 60


class Kind(StrEnum):
    """What was to be read, in users' words."""

    DATE = "date"
    INTERVAL = "date or from-to"

    def accepts(self, text: str) -> bool:
        """Tell whether *text* is in the subset.

        The patterns are compiled at the first date, not at import: that costs ten milliseconds, which `--help` need not pay.
        """
        return re.fullmatch(DATE_PATTERN if self is Kind.DATE else INTERVAL_PATTERN, text) is not None


class EdtfError(ValueError):
    """A text that is no date (or from-to) of the subset; `value`, `kind` and `reason` say which, of what and why."""

    def __init__(self, value: str, kind: Kind, reason: str) -> None:
        super().__init__(value, kind, reason)
        self.value = value
        self.kind = kind
        self.reason = reason

    def __str__(self) -> str:
        return f"{_shown(self.value)} is not a {self.kind}: {self.reason}"


def _shown(text: str) -> str:
    """Give the text as a message shows it: cut if long, in quotes if that is needed to see where it starts and ends."""
    cut = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return cut if cut and cut.isprintable() and cut == cut.strip() else repr(cut)


_FORMS = "write a year, month or day such as 2023, 2023-04 or 2023-04-17"
_DASHES = "[\u2010-\u2015\u2212]"
_YEAR_FIRST = r"([0-9]{4})[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?([?~%]?)|([0-9]{4})([0-9]{2})([0-9]{2})"
_DAY_FIRST = r"[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4}"
_DATE = r"([0-9]{4}|XXXX)(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~%]?"
_SEASONS = range(21, 42)
_MONTHS = range(1, 13)
_MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def explain(text: str, kind: Kind) -> str:
    """Say why *text*, which the pattern of *kind* refuses, is none."""
    reasons = (_of_characters, _of_order, _of_brackets, _of_ends, _of_parts)
    return next((said for reason in reasons if (said := reason(text, kind))), _FORMS)


def _of_characters(text: str, kind: Kind) -> str:
    if not text:
        return "it is empty"
    if any(character.isspace() for character in text):
        bare = "".join(text.split())
        return f"write {bare} without spaces" if kind.accepts(bare) else f"there is a space in it; {_FORMS}"
    plain = re.sub(_DASHES, "-", text)
    if plain != text:
        return f"write {plain} with plain hyphens" if kind.accepts(plain) else f"dashes are written as plain hyphens; {_FORMS}"
    return f"write {text.upper()} in capitals" if kind.accepts(text.upper()) else ""


def _of_order(text: str, _kind: Kind) -> str:
    if re.fullmatch(_DAY_FIRST, text):
        return "write the year first, then month and day, such as 2023-04-17"
    return _of_padding(text) if text.count("/") != 1 else ""


def _of_brackets(text: str, kind: Kind) -> str:
    one = text.strip("[]")
    if one == text:
        return ""
    if "," not in one and kind.accepts(one):
        return f"a choice needs two dates or more; write {one}"
    members = one.split(",")
    return (
        ""
        if any(not Kind.DATE.accepts(member) for member in members)
        else "a choice is two plain dates or more, such as [2023-04-17,2023-04-19]"
    )


def _of_ends(text: str, kind: Kind) -> str:
    """Look at the slash and the dots."""
    slashed = text.replace("..", "/", 1)
    if "/" not in text and kind.accepts(slashed):
        return f"write {slashed} with a slash between the ends"
    if re.fullmatch(r"(?:\.\.)?/(?:\.\.)?", text):
        return "neither end says anything; leave it out"
    if kind is Kind.DATE and Kind.INTERVAL.accepts(text) and "/" in text:
        start, _, end = text.partition("/")
        window = f"{start or '..'}/{end or '..'}"
        return "a window needs years" if "XXXX" in text else f"the ends of a window are known or open; write {window}"
    return ""


def _of_parts(text: str, _kind: Kind) -> str:
    """Look at each date of it, and say what is wrong with the first that is none."""
    parts = [part for part in re.split("[/,]", text.strip("[]")) if part not in {"", ".."} and not Kind.DATE.accepts(part)]
    if not parts:
        return ""
    part = parts[0]
    reasons = (_of_calendar, _of_padding, _of_unspecified, _of_features)
    said = next((said for reason in reasons if (said := reason(part))), _FORMS)
    return said if part == text else f"of {_shown(part)}, {said}"


def _of_calendar(text: str) -> str:
    """Say which year, month or day does not exist."""
    if not (match := re.fullmatch(_DATE, text)):
        return ""
    year, month, day = match.groups()
    if year == "0000":
        return "years are 0001 to 9999"
    if month is None:
        return ""
    if int(month) in _SEASONS:
        return "seasons are not used; write the months, such as 2023-03/2023-05"
    if int(month) not in _MONTHS:
        return f"there is no month {month}"
    length = days_in_month(2000 if year == "XXXX" else int(year), int(month))
    name = f"{_MONTH_NAMES[int(month) - 1]} {year}".removesuffix(" XXXX")
    return f"{name} has {length} days" if day and int(day) > length else f"there is no day {day}"


def _of_padding(text: str) -> str:
    """Give the same date with two digits for month and day, and hyphens."""
    if not (match := re.fullmatch(_YEAR_FIRST, text)):
        return ""
    year, month, day, qualifier = match.groups()[:4] if match[1] else (*match.groups()[4:], "")
    padded = "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)]) + qualifier
    return f"write {padded}" if Kind.DATE.accepts(padded) else _of_calendar(padded)


def _of_unspecified(text: str) -> str:
    if re.fullmatch("XXXX(-XX){0,2}[?~%]?", text):
        return "nothing is said; leave it out"
    if re.fullmatch("[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?", text) and "X" in text:
        return "X stands for a whole day or month, or ends a year alone, such as 2023-04-XX, 2023-XX or 202X"
    return ""


def _of_features(text: str) -> str:
    if re.match("[0-9]{4}-[0-9]{2}-[0-9]{2}T", text):
        return f"write the day alone, such as {text[:10]}"
    if re.fullmatch("(?:[Yy]?-[0-9]{4,}|[Yy]?[0-9]{5,})(?:-.*)?", text):
        return "years are 0001 to 9999, in four digits"
    if re.search("[?~%]", text):
        return "a qualifier is one of ? ~ % at the end"
    return ""
