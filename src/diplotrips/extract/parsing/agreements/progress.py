"""How far an agreement got: the verb that says so, its mood, and whether it is denied.

A verb in the future, after `expected to` and the like, or in a bare passive (`that papers be signed`) says that it is intended.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.agreements.words import Phrases, has, saying
from diplotrips.extract.parsing.lexicons.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.agreements.words import Match, Row


class Form(Enum):
    """In which form a verb stands."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"
    OTHER = "other"
    """A noun or a phrase without a verb: `signing of`, `in preparation`."""


class Needs(Enum):
    """What has to stand beside the verb."""

    NOUN = "noun"
    """A noun of agreement."""
    FIRM_NOUN = "firm-noun"
    """A noun that names a paper by itself; the verb has many other objects."""
    TOPIC = "topic"
    """Anything; the verb itself says that there is an agreement."""


class Verb(NamedTuple):
    """One form of a verb of the lexicon."""

    form: Form
    progress: str
    needs: Needs


class Cue(NamedTuple):
    """A verb in a sentence and what it says."""

    first: int
    after: int
    """Number of the first word after it."""
    form: Form
    progress: str
    """A code of the list `progress`; for a verb in the future `intended`."""
    needs: Needs
    is_passive: bool
    """Whether what is agreed stands before it."""


NEAR = 4
"""Words in which a denial stands before its verb."""
FAR = 10
"""Words in which an intention stands before its verb."""
MARKS = frozenset({";", ":"})
FINAL = frozenset({"intended", "offered", "refused"})
"""Progress that a future does not lessen."""


@cache
def _verbs() -> Phrases[tuple[Verb, ...]]:
    """Return every form of every verb; a form that is past and participle alike is found once, with both."""
    forms: dict[str, list[Verb]] = {}
    for row in lexicon("agreement_progress"):
        for form in (Form.BASE, Form.THIRD, Form.PAST, Form.PARTICIPLE, Form.ING):
            if row[form.value]:
                words = f"{row[form.value]} {row['particle']}".strip()
                forms.setdefault(words, []).append(Verb(form, row["progress"], Needs(row["needs"])))
        if not (row["base"] or row["past"]):
            forms.setdefault(row["particle"], []).append(Verb(Form.OTHER, row["progress"], Needs(row["needs"])))
    return Phrases((words, tuple(verbs)) for words, verbs in forms.items())


def cues_of(row: Row) -> Iterator[Cue]:
    """Give the verbs of agreement of *row* that are not denied."""
    for match in _verbs().all_in(row):
        before = _clause_before(row, match.first)
        if has(before[-NEAR:], "not"):
            continue
        is_passive, is_open = _passive(row, match)
        verb = _form(match, is_passive=is_passive)
        progress = verb.progress
        if has(before[-NEAR:], "refused"):
            progress = "refused"
        elif progress not in FINAL and (is_open or _is_intended(verb.form, before, row, match)):
            progress = "intended"
        yield Cue(match.first, match.after, verb.form, progress, verb.needs, is_passive)


def breaks(words: Sequence[str]) -> bool:
    """Tell whether a clause ends among *words*."""
    return has(words, "break") or not MARKS.isdisjoint(words)


def _clause_before(row: Row, first: int) -> tuple[str, ...]:
    """Return the words before word *first*, back to where its clause begins."""
    words = row.words(first - FAR, first)
    start = max((index for index, word in enumerate(words, start=1) if breaks((word,))), default=0)
    return words[start:]


def _passive(row: Row, match: Match[tuple[Verb, ...]]) -> tuple[bool, bool]:
    """Tell whether the verb stands in the passive, and whether that leaves open if it comes about (`to be signed`)."""
    index = match.first - 1
    while row.word(index) in saying("adverb"):
        index -= 1
    if not any(verb.form is Form.PARTICIPLE for verb in match.meaning):
        return False, False
    if row.word(index) == "be":
        return True, True
    return row.word(index) in saying("being"), False


def _form(match: Match[tuple[Verb, ...]], *, is_passive: bool) -> Verb:
    """Return the form that is meant where past and participle are alike."""
    wanted = Form.PARTICIPLE if is_passive else Form.PAST
    return next((verb for verb in match.meaning if verb.form is wanted), match.meaning[0])


def _is_intended(form: Form, before: tuple[str, ...], row: Row, match: Match[tuple[Verb, ...]]) -> bool:
    if form is Form.BASE:
        return has(before, "intent") and "did" not in before[-NEAR:]
    if form is Form.ING:
        return has(before[-NEAR:], "intent")
    if form is Form.OTHER:
        return has(row.words(match.after, match.after + FAR), "intent") or has(before[-NEAR:], "intent")
    return False
