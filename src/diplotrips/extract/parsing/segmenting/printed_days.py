"""How a day is printed where an article names its own: the pattern that datelines, stated days and citations share.

What such a day means is the affair of `times`.
"""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)

_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[.,]{0,2} )"

_YEAR = r"(?:19|20)\d\d"

_TH = r"(?:st|nd|rd|th)?"

YEAR_DAY = (
    rf"(?:{_WEEKDAY}?\d{{1,2}}{_TH} ?(?:of )?{_MONTH}[ ,]{{1,3}}{_YEAR}(?!\d)"
    rf"|{_WEEKDAY}?{_MONTH} ?\d{{1,2}}{_TH}(?!\d)[ ,]{{1,3}}{_YEAR}(?!\d)"
    rf"|\d{{1,2}}[./-]{_MONTH}[./-]{_YEAR}(?!\d)"
    rf"|{_YEAR}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])(?!\d)"
    rf"|(?:3[01]|[12]\d|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])[-/.]{_YEAR}(?!\d))"
)
"""A day with its year."""

MONTH_DAY = rf"(?:{_WEEKDAY}?\d{{1,2}}{_TH} ?(?:of )?{_MONTH}\b(?! ?\d)|{_WEEKDAY}?{_MONTH} ?\d{{1,2}}{_TH}(?!\d))"
"""A day without its year."""

MONTH = rf"{_MONTH} {_YEAR}(?!\d)"
"""A month with its year."""

ANY_DAY = re.compile(rf"(?<![\w])(?:{YEAR_DAY}|{MONTH_DAY})", re.IGNORECASE)
