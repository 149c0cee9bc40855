"""What stands between quotation marks: somebody's sentence, a few of somebody's words, or a name and term."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.people.tokens import word_class
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from diplotrips.extract.parsing.passages import Layout, Quotation

FEWEST_WORDS = 4
"""Fewer between marks are a term or scare quotes."""
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_INSERTION = re.compile(r"\[[^\[\]\n]{1,200}\]")
_TITLE_SHARE = 0.99
_ENDS = ".?!"


@cache
def cue_words(kind: str) -> frozenset[str]:
    """Return the words of the lexicon `term_cues` of that *kind*."""
    return frozenset(row["word"] for row in lexicon("term_cues") if row["kind"] == kind)


def is_term(layout: Layout, quotation: Quotation) -> bool:
    """Tell whether *quotation* is no speech: too short, the title of something, or led by `so-called`, `titled`, `the theme`."""
    inner = layout.view[quotation.inner.start : quotation.inner.end]
    words = _WORD.findall(inner)
    if len(words) < FEWEST_WORDS and not quotation.continues:
        return True
    if _is_led_by_term(layout, quotation.span.start, inner):
        return True
    telling = [word for word in words if word.lower() not in word_class("small")]
    is_headline = bool(telling) and sum(word[0].isupper() or word[0].isdigit() for word in telling) >= _TITLE_SHARE * len(telling)
    return is_headline and inner.rstrip()[-1:] not in _ENDS


def _is_led_by_term(layout: Layout, start: int, inner: str) -> bool:
    leading = _WORD.findall(layout.view[max(0, start - len("under the working title of ") - 1) : start].lower())
    words = cue_words("term") | (cue_words("soft") if inner[:1].isupper() else frozenset())
    gap = layout.view[max(0, start - 2) : start]
    if "\n" in gap or gap.rstrip()[-1:] in {".", ",", ":", '"', "?", "!", ""}:
        return False
    return bool(leading) and (leading[-1] in words or (leading[-1] in {"as", "of"} and len(leading) > 1 and leading[-2] in words))


def is_sentence(layout: Layout, quotation: Quotation, *, embedded: bool) -> bool:
    """Tell whether *quotation* is a speaker's own sentence, and not words worked into the writer's."""
    first = next((letter for letter in layout.view[quotation.inner.start : quotation.inner.end] if letter.isalnum()), "")
    return not embedded or not first.islower()


def insertions(layout: Layout, quotation: Quotation) -> tuple[Span, ...]:
    """Return what an editor put into *quotation* in square brackets, the brackets included."""
    return tuple(Span(m.start(), m.end()) for m in _INSERTION.finditer(layout.view, quotation.inner.start, quotation.inner.end))
