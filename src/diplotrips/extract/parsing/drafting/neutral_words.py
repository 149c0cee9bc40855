"""Neutral words of ours for what a draft cannot repeat: what was said, and what an agreement is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.schema.codelists import codes
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterable

_MANNERS: Final = {"direct": "direct quotation", "mixed": "reported speech with quoted words", "reported": "reported speech"}


def gist_of(manner: str, words: int) -> str:
    """Return how much was said, and in what manner."""
    return f"{_MANNERS.get(manner, manner)} of {number(words, 'word')}"


def subject_of(kind: str, spans: Iterable[object]) -> str:
    """Return the *kind* of an agreement, and where the article says what it is about; no *spans*: it does not."""
    known = (kind if kind in codes("agreement_kinds") else "unspecified").replace("-", " ")
    noun = "agreement of unstated kind" if known == "unspecified" else known
    where = ", ".join(map(str, spans))
    return f"{noun}, its subject stands at {where}" if where else f"{noun}, its subject is not stated"
