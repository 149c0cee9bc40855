"""How far an agreement got: the verb that says so, its mood, and whether it is denied.

A verb in the future, after `expected to` and the like, or in a bare passive (`that papers be signed`) says that it is intended.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.agreements.words import has, saying
from diplotrips.extract.parsing.lexicons.phrases import Phrases
from diplotrips.extract.parsing.lexicons.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from diplotrips.extract.parsing.agreements.words import Row
    from diplotrips.extract.parsing.lexicons.phrases import Match


class Form(Enum):
    """In which form a verb stands."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"
    OTHER = "other"
    """A noun or a phrase without a verb: `signing of`, `in preparation`."""


class Verb(NamedTuple):
    """One form of a verb of the lexicon."""

    form: Form
    progress: str
    needs: str
    """What has to stand beside the verb, as the lexicon tells it."""


class Cue(NamedTuple):
    """A verb in a sentence and what it says."""

    first: int
    after: int
    """Number of the first word after it."""
    form: Form
    verbs: tuple[Verb, ...]
    """What it means, by what stands beside it."""
    mood: str
    """`intended` or `refused` where the clause says so, whatever the verb means by itself; else empty."""
    is_passive: bool
    """Whether what is agreed stands before it."""
    is_back: bool
    """Whether it is a phrase without a verb that follows its noun: `in preparation`."""

    def verb_for(self, fits: Callable[[str], bool]) -> Verb | None:
        """Return the meaning of which *fits* holds what it needs."""
        return next((verb for verb in self.verbs if fits(verb.needs)), None)

    def progress_of(self, verb: Verb) -> str:
        """Return how far *verb* of this cue says that it got; what is only offered or intended is no less in the future."""
        return verb.progress if verb.progress in FINAL and self.mood == "intended" else self.mood or verb.progress


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
                forms.setdefault(words, []).append(Verb(form, row["progress"], row["needs"]))
        if not (row["base"] or row["past"]):
            forms.setdefault(row["particle"], []).append(Verb(Form.OTHER, row["progress"], row["needs"]))
    return Phrases((words, tuple(verbs)) for words, verbs in forms.items())


def cues_of(row: Row) -> Iterator[Cue]:
    """Give the verbs of agreement of *row* that are not denied, wished for or only supposed."""
    for match in _verbs().all_in(row.all_words):
        before = _clause_before(row, match.first)
        if has(before[-NEAR:], "not") or has(before, "wish"):
            continue
        is_passive, is_open = _passive(row, match)
        form = _form(match, is_passive=is_passive)
        if _is_noun(row, match, form):
            if not any(verb.form is Form.OTHER for verb in match.meaning):
                continue
            form = Form.OTHER
        mood = ""
        if has(before[-NEAR:], "refused"):
            mood = "refused"
        elif is_open or _is_intended(form, before, row, match):
            mood = "intended"
        is_back = form is Form.OTHER and row.word(match.after - 1) not in saying("back")
        verbs = tuple(verb for verb in match.meaning if verb.form is form)
        yield Cue(match.first, match.after, form, verbs, mood, is_passive, is_back)


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


def _form(match: Match[tuple[Verb, ...]], *, is_passive: bool) -> Form:
    """Return the form that is meant where several are alike."""
    forms = [verb.form for verb in match.meaning]
    wanted = Form.PARTICIPLE if is_passive else Form.PAST
    return wanted if wanted in forms else forms[0]


def _is_noun(row: Row, match: Match[tuple[Verb, ...]], form: Form) -> bool:
    """Tell whether a word that may be a verb is a noun or stands before one (`a draft treaty`, `its plans`, `a Greek offer`)."""
    if form not in {Form.BASE, Form.THIRD} or match.first == 0:
        return False
    index = match.first - 1
    while row.word(index) in saying("adverb"):
        index -= 1
    word = row.word(index)
    if word in saying("article-like") or (form is Form.THIRD and word in saying("back")):
        return True
    is_listed = row.word(index - 1) == "and" and row.tokens[index].is_capital
    return form is Form.BASE and not (is_listed or word.endswith("s") or not word[:1].isalnum() or word in saying("before-base"))


def _is_intended(form: Form, before: tuple[str, ...], row: Row, match: Match[tuple[Verb, ...]]) -> bool:
    if form is Form.BASE:
        return match.first <= 1 or (has(before, "intent") and "did" not in before[-NEAR:])
    if form is Form.ING:
        return has(before[-NEAR:], "intent")
    if form is Form.OTHER:
        return has(row.words(match.after, match.after + FAR), "intent") or has(before[-FAR:], "intent")
    return False
