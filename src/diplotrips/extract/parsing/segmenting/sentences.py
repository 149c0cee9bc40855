"""Sentences: where one ends, after abbreviations, initials, decimals, quotations and missing spaces."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.segmenting.languages import starters
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.passages import Quotation

_STOP = re.compile(r"(?:[.!?…]+|[。！？])(?P<tail>[\"')\]]*)(?P<space>\s*)")  # noqa: RUF001

_TOKEN = re.compile(r"[^\s\"'()\[\]]*$")

_NEXT = re.compile(r"[\"'(\[•*\s-]*([^\W_]+)")

_LAST_SIGNS = re.compile(r"[.!?…\"') \]]*")

_GOES_ON = re.compile(r"\s*-|[,;:]")

_SECTIONS = re.compile(r"(?:[A-Z][a-z]{2,}){2,}(?=[A-Z][a-z]{2,}(?:'s)?\s)")
"""Names of sections that are glued to the first word of a sentence."""

_FARTHEST = 40
"""Characters before a full stop that can belong to its abbreviation."""

_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _abbreviations() -> dict[str, str]:
    """Return of each abbreviation, in lower case without its last stop, what can follow it."""
    return {row["word"]: row["kind"] for row in lexicon("abbreviations")}


def sentences_in(view: str, start: int, end: int, quotations: Sequence[Quotation]) -> Iterator[Span]:
    """Yield the sentences between *start* and *end*, without the white space around them; *quotations* are those of that stretch."""
    begin, quoted = start, 0
    for stop in _STOP.finditer(view, start, end):
        while quoted < len(quotations) and quotations[quoted].inner.end <= stop.start():
            quoted += 1
        if quoted < len(quotations) and quotations[quoted].inner.start <= stop.start() < quotations[quoted].inner.end:
            cut = _end_of_quoted(view, stop, quotations[quoted], end)
        else:
            opener = quotations[quoted].span.start if quoted < len(quotations) else end
            cut = min(stop.end("tail"), max(opener, stop.start("tail"))) if _ends(view, stop, begin, end) else 0
        if cut > begin:
            yield from _trimmed(view, begin, cut)
            begin = cut
    yield from _trimmed(view, begin, end)


def _trimmed(view: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretch without white space around it, if there is anything."""
    text = view[start:end]
    sections = _SECTIONS.match(text)
    if sections:
        yield Span(start, start + sections.end())
        start, text = start + sections.end(), text[sections.end() :]
    if text.strip():
        yield Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _end_of_quoted(view: str, stop: re.Match[str], quotation: Quotation, end: int) -> int:
    """Return where the sentence ends whose full stop is the last sign of a quotation; 0: it goes on."""
    if not _LAST_SIGNS.fullmatch(view, stop.start(), quotation.inner.end) or _GOES_ON.match(view, quotation.span.end, end):
        return 0
    after = _NEXT.match(view, quotation.span.end, end)
    return quotation.span.end if after and not after[1][0].islower() else 0


def _ends(view: str, stop: re.Match[str], begin: int, end: int) -> bool:
    """Tell whether a stop outside of quotations ends its sentence."""
    after = _NEXT.match(view, stop.end("tail"), end)
    if not after:
        return True
    if after[1][0].islower():
        return False
    if not stop["space"] and not stop["tail"]:
        return _ends_glued(view, stop, begin, end, after[1])
    if stop[0][0] != ".":
        return True
    token = _token(view, stop, begin)
    return _ends_after(token, after[1], initial=begin == stop.start() - len(token), goes_on=view[after.end() : after.end() + 1] == ".")


def _token(view: str, stop: re.Match[str], begin: int) -> str:
    """Return the word before a stop, without marks."""
    found = _TOKEN.search(view[max(begin, stop.start() - _FARTHEST) : stop.start()])
    return found[0] if found else ""


def _ends_glued(view: str, stop: re.Match[str], begin: int, end: int, word: str) -> bool:
    """Tell whether a stop with a letter right behind it ends a sentence, where a space is missing."""
    token = _token(view, stop, begin)
    at = stop.end()
    if len(stop[0]) == 1 and stop[0] == "." and ("." in token or "/" in token or "@" in token or token.lower() in {"www", "http"}):
        return False
    if at < end and view[at] in "\"'([":
        return True
    before = token[-1:]
    ended = before.islower() or before in {")", "]", "%"} or bool(_YEAR.fullmatch(token)) or stop[0] != "."
    return ended and len(token) > 1 and word[0].isupper() and (word in {"I", "A"} or word[1:2].islower() or word.isupper())


def _ends_after(token: str, word: str, *, initial: bool, goes_on: bool) -> bool:
    """Tell whether the stop after *token* ends a sentence when *word* follows.

    *initial*: nothing is before the token; *goes_on*: a stop is right behind the word, so that it is an initial too.
    """
    kind = _abbreviations().get(token.lower())
    starts = word.lower() in starters() and not goes_on
    if kind in {"title", "number"} and not token[0].isupper():
        kind = None
    if kind in {"title", "word"}:
        return False
    if kind in {"number", "count"}:
        return not word[0].isdigit()
    if kind == "open" or (len(token) == 1 and token.isalpha() and token.isupper()):
        return starts
    if token.isdigit() and initial:
        return False
    if "." in token and len(token) <= 6 and token.replace(".", "").isalpha():  # noqa: PLR2004
        return starts
    return True
