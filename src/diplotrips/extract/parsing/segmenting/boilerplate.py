"""What a page prints around an article: navigation, teasers, forms, notices of rights, shares, advertisements."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.segmenting.printed_days import ANY_DAY

_ONLY_SIGNS = re.compile(r"[\W\d_]*")

_CRUMBS = re.compile(r"[^.!?>|]{2,40}(?:\s*(?:>+|/|\|)\s*[^.!?>|]{2,40}){1,5}")

_DOMAIN = re.compile(
    r"(?:https?://\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|co|tv|gov|int|eu|uk|ru|in|ng)(?:/\S*)?)", re.IGNORECASE
)

_READING = re.compile(
    r"\d+ ?(?:min(?:ute)?s?|sec(?:ond)?s?|hours?) (?:read|ago|listen|watch)\b.{0,12}|.{0,20}\b\d+ min(?:ute)?s? read", re.IGNORECASE
)

_COUNTS = re.compile(r"[\d.,]+[KkM]? (?:views?|shares?|comments?|likes?|reads?|retweets?)", re.IGNORECASE)

_BYLINE = re.compile(
    r"(?:written |reported |posted |words )?by:? [^\W\d_][\w.'-]*(?:,? (?:and |& )?[\w.'@-]+){0,7}"
    r"|[^.!?]{3,60}, (?:[\w-]+ ){0,3}"
    r"(?:professor|correspondent|reporter|editor|writer|journalist|fellow|analyst|staff|columnist)\b[^.!?]{0,80}",
    re.IGNORECASE,
)

_AUTHOR = re.compile(
    r"\b(?:is|was|works as) an? (?:[\w/-]+ ){0,4}(?:writer|journalist|reporter|correspondent|editor|columnist|blogger|freelancer)\b"
    r"|\bi(?:'ve| have) (?:been )?(?:work|writ)\w+ (?:as|for|about)\b",
    re.IGNORECASE,
)

_MOST = 90
"""Characters of the longest line that one of the words for a whole line begins."""


class Notice(StrEnum):
    """How a line of boilerplate bears on those after it."""

    LINE = "line"
    """Only itself."""
    TEASER = "teaser"
    """Headlines of other articles follow."""
    END = "end"
    """Nothing of the article follows."""


@cache
def _words(how: str) -> frozenset[str]:
    """Return the words of the lexicon of one kind, in lower case."""
    return frozenset(row["words"] for row in lexicon("boilerplate") if row["how"] == how)


@cache
def _starts() -> re.Pattern[str]:
    """Return the pattern of how a line of boilerplate begins; a letter of the last word does not go on."""
    return re.compile(
        "(?:" + "|".join(re.escape(words) + (r"\b" if words[-1].isalnum() else "") for words in sorted(_words("start"))) + ")"
    )


def notice_in(text: str) -> Notice | None:
    """Return what kind of boilerplate a block is; None: it is none by its words."""
    folded = " ".join(text[:400].lower().split()).strip("-_=*|»>: ")
    if folded in _words("end") or folded.startswith(tuple(_words("end"))):
        return Notice.END
    if folded.rstrip(".!") in _words("teaser"):
        return Notice.TEASER
    if folded == "read more":
        return Notice.TEASER
    if folded in _words("whole") or _is_furniture(text, folded):
        return Notice.LINE
    return Notice.LINE if _starts().match(folded) else None


def _is_furniture(text: str, folded: str) -> bool:
    """Tell whether a short line is a row of signs, an address, a path of sections, a time of reading."""
    if len(text) > _MOST:
        return not text.strip("_-=*. ") or "all rights reserved" in folded[: _MOST * 2]
    patterns = (_ONLY_SIGNS, _DOMAIN, _READING, _COUNTS)
    if any(pattern.fullmatch(text) for pattern in patterns) or "all rights reserved" in folded:
        return True
    crumbs = ">" in text and _CRUMBS.fullmatch(text)
    return bool(crumbs and not ANY_DAY.search(text))


def is_byline(text: str) -> bool:
    """Tell whether a line at the head names who wrote the article."""
    return len(text) <= 2 * _MOST and bool(_BYLINE.fullmatch(text.strip(" -|")))


def is_author_note(text: str) -> bool:
    """Tell whether a paragraph behind the article tells who wrote it."""
    return bool(_AUTHOR.search(text[:400]))
