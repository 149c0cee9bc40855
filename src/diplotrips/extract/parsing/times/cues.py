"""Words that tell which way a sentence looks, and whether something begins or ends then: `will`, `arrived`, `is due`, `wrapped up`.

Each cue is a verb group taken as one: in "will be received" it is "will" that tells, in "has been invited to visit" the infinitive.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from diplotrips.extract.parsing.lexicons.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Direction(StrEnum):
    """Which way a clause looks from the day of writing."""

    BACK = "back"
    AHEAD = "ahead"
    PRESENT = "present"
    """A verb in the present: of today or soon, in a headline of yesterday."""
    EITHER = "either"


class Cue(NamedTuple):
    """A verb group."""

    start: int
    end: int
    direction: Direction
    role: str = ""
    """`begins` or `ends`, if that is what the verb says."""
    says: bool = False
    """Whether somebody says something."""
    asks: bool = False
    """Whether it is of something to come: `invited`, `postponed`; what is `until`, `to` or `for` then lies ahead."""


_WORD = re.compile(r"[A-Za-z]+(?:'t)?|'(?:ll|re|s)\b|[.,;:()-]")
_REACH = 4
"""Words for which an auxiliary waits for its verb."""
_MODAL_OF_WHAT_WAS_NOT = frozenset({"should", "would", "could", "might"})
_NOUNS_TOO = frozenset({"past", "present", "base"})
"""Kinds of verbs whose forms are nouns or adjectives after an article."""
_LEAST_LETTERS = 5


@cache
def _rows() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["tense"], row["role"]) for row in lexicon("tense_cues")}


class _Word(NamedTuple):
    """A word with its neighbours, in small letters."""

    start: int
    end: int
    text: str
    before: str
    after: str
    role: str = ""


class _Reader:
    """Reads the words of one sentence from left to right."""

    def __init__(self) -> None:
        self.cues: list[Cue] = []
        self.auxiliary = ""
        """Tense of the auxiliary that waits for its verb: `ahead`, `past`, `be`, `asked`."""
        self.waiting = 0

    def read(self, words: Sequence[re.Match[str]]) -> None:
        texts = ["", *(found[0].lower() for found in words), ""]
        for number, found in enumerate(words, 1):
            self._read_word(_Word(found.start(), found.end(), texts[number], texts[number - 1], texts[number + 1]))
            self.waiting -= 1

    def _read_word(self, word: _Word) -> None:
        tense, role = _rows().get(word.text, ("", ""))
        tense = tense or _tense_by_ending(word.text)
        is_noun = tense in _NOUNS_TOO and _rows().get(word.before, ("", ""))[0] == "determiner"
        if tense in self._readers and not is_noun:
            self._readers[tense](self, word._replace(role=role))

    @property
    def _waits(self) -> str:
        return self.auxiliary if self.waiting > 0 else ""

    def _add(self, word: _Word, direction: Direction, *, says: bool = False) -> None:
        self.cues.append(Cue(word.start, word.end, direction, word.role, says))

    def _wait(self, auxiliary: str) -> None:
        self.auxiliary, self.waiting = auxiliary, _REACH + 1

    def _ahead(self, word: _Word) -> None:
        if word.after == "have" and word.text in _MODAL_OF_WHAT_WAS_NOT:
            self._add(word, Direction.BACK)
            self._wait("past")
            return
        self._add(word, Direction.AHEAD)
        self._wait("ahead")

    def _be(self, word: _Word) -> None:
        if word.before == "to" and word.text == "be":
            self._base(word)
            self._wait("ahead")
        if self._waits or (word.text == "'s" and word.after not in _rows()):
            return
        self._add(word, Direction.AHEAD if word.after == "to" else Direction.PRESENT)
        self._wait("ahead" if word.after == "to" else "be")

    def _perfect(self, word: _Word) -> None:
        if self._waits not in {"ahead", "past"}:
            self._add(word, Direction.BACK)
            self._wait("past")

    def _due(self, word: _Word) -> None:
        if word.text in {"going", "about", "likely", "bound"} and not (self._waits and word.after == "to"):
            return
        if word.text == "set" and word.after in {"off", "out"}:
            self._add(word._replace(role="begins"), Direction.EITHER)
            return
        self._add(word, Direction.EITHER if self._waits == "past" else Direction.AHEAD)
        self._wait("either" if self._waits == "past" else "ahead")

    def _past(self, word: _Word) -> None:
        if word.text in {"put", "pushed"} and word.after in {"off", "back"}:
            self._asking(word._replace(after=""))
            return
        waits = self._waits
        directions = {"ahead": Direction.AHEAD, "be": Direction.PRESENT, "either": Direction.EITHER}
        is_unreal = word.after == "to" and word.text in {"was", "were"}
        self._add(word, Direction.EITHER if is_unreal else directions.get(waits, Direction.BACK))
        if word.text in {"was", "were", "had", "did"}:
            self._wait("either" if is_unreal else "past")

    def _asking(self, word: _Word) -> None:
        self._past(word)
        self.cues[-1] = self.cues[-1]._replace(asks=True)
        self._wait("ahead")

    def _said(self, word: _Word) -> None:
        passive = self._waits in {"be", "past"}
        self._add(word, Direction.AHEAD if self._waits == "ahead" else Direction.BACK, says=not passive)

    def _report(self, word: _Word) -> None:
        self._add(word, Direction.EITHER, says=True)

    def _present(self, word: _Word) -> None:
        self._add(word, Direction.PRESENT)

    def _base(self, word: _Word) -> None:
        """Take an infinitive: of what waits for it, or in a headline by itself (`Minister to visit`)."""
        directions = {"ahead": Direction.AHEAD, "past": Direction.BACK, "either": Direction.EITHER}
        if self._waits in directions:
            self._add(word, directions[self._waits])
        elif word.before in {"and", ",", "then"} and self.cues and self.cues[-1].direction in {Direction.AHEAD, Direction.EITHER}:
            self._add(word, self.cues[-1].direction)
        elif word.before == "to":
            last = self.cues[-1].direction if self.cues else Direction.AHEAD
            self._add(word, last)

    def _participle(self, word: _Word) -> None:
        """Take "-ing" word.after a form of to be; alone it tells nothing."""
        if self._waits in {"be", "ahead"}:
            self._add(word, Direction.PRESENT if self._waits == "be" else Direction.AHEAD)

    _readers: ClassVar[dict[str, Callable[[_Reader, _Word], None]]] = {
        "ahead": _ahead,
        "be": _be,
        "perfect": _perfect,
        "due": _due,
        "past": _past,
        "asking": _asking,
        "said": _said,
        "report": _report,
        "present": _present,
        "base": _base,
        "participle": _participle,
    }


def _tense_by_ending(word: str) -> str:
    """Return what a word that no list has is by its ending, as regular verbs are."""
    if len(word) < _LEAST_LETTERS:
        return ""
    if word.endswith("ed"):
        return "past"
    return "participle" if word.endswith("ing") else ""


def cues_of(view: str, start: int, end: int, skipped: Sequence[tuple[int, int]] = ()) -> tuple[Cue, ...]:
    """Return the cues of *view* between two offsets, which hold one sentence, in the order of the text.

    Args:
        view: The folded text.
        start: Where the sentence begins.
        end: Where it ends.
        skipped: Offsets of the phrases for days in it, in order, whose words are no verbs.
    """
    reader = _Reader()
    words, at = [], 0
    for found in _WORD.finditer(view, start, end):
        while at < len(skipped) and skipped[at][1] <= found.start():
            at += 1
        if at == len(skipped) or found.start() < skipped[at][0]:
            words.append(found)
    reader.read(words)
    return tuple(reader.cues)
