r"""The regular expressions of our EDTF subset, built from small named pieces.

One pattern decides for the JSON Schemas and for the parser alike, impossible days included: leap years are spelled out, so that 30
February never passes one and fails the other. Only ASCII classes, groups, alternatives and anchors are used, which Python, ECMAScript,
Rust, RE2 and PCRE read the same way, with one exception: Python's `$` also matches before a final line feed, and no construct that all
of them know prevents it (`\z` is not Python's, `\Z` not Rust's, look-ahead neither Rust's nor RE2's). So a schema says `"not":
{"pattern": "\\n"}` beside the pattern, which means the same everywhere, and the parser uses `fullmatch`. What a value means lives in
`diplotrips.schema.dates.edtf`.
"""

from __future__ import annotations

_YEAR = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_MONTH = "(?:0[1-9]|1[0-2])"
_MONTH_OR_DAY = f"{_MONTH}(?:-(?:0[1-9]|1[0-9]|2[0-8]|XX))?|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31"

_QUALIFIER = "[?~%]?"
_PLAIN = f"(?:{_YEAR}(?:-(?:{_MONTH_OR_DAY}|XX(?:-XX)?))?|{_LEAP_YEAR}-02-29|[0-9]{{2}}[0-9X]X)"
"""A date of a known year, decade or century, without qualifier."""

_YEARLESS = f"XXXX-(?:{_MONTH_OR_DAY}|02-29)"
_KNOWN = f"{_PLAIN}{_QUALIFIER}"
_ANY = f"(?:{_PLAIN}|{_YEARLESS}){_QUALIFIER}"
_SET = rf"\[{_PLAIN}(?:,{_PLAIN})+\]"

DATE_PATTERN = rf"^(?:{_ANY}|{_KNOWN}/(?:{_KNOWN}|\.\.)|\.\./{_KNOWN}|{_SET})$"
"""What `EdtfDate` accepts: a date, a window within which the one day lies, or one of a set."""

INTERVAL_PATTERN = rf"^(?:{_ANY}(?:/(?:{_ANY}|\.\.)?)?|(?:\.\.)?/{_ANY}|{_SET})$"
"""What `EdtfInterval` accepts: a date, a from-to with at most one open or unknown end, or one of a set."""

LINE_FEED_PATTERN = r"\n"
"""What must not occur; stands under `not` beside the patterns above (see the text of this module)."""
