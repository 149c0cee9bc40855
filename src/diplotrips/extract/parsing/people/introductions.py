"""Which titles belong to which names: `President X`, `X, an analyst at the institute`, `the head of the agency, X`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.people.extents import CONNECTORS, completed, organization_follows
from diplotrips.extract.parsing.people.nationality import country_before
from diplotrips.extract.parsing.people.reading import Kind, Reading
from diplotrips.extract.parsing.people.runs import Run, name_runs
from diplotrips.extract.parsing.people.titles import Position, Title
from diplotrips.extract.parsing.people.tokens import word_class
from diplotrips.extract.parsing.people.verbs import verb_forms

if TYPE_CHECKING:
    from diplotrips.extract.parsing.people.tokens import Phrase, Word

_LINKING = frozenset({"of", "de", "do", "da", "del", "di"})
_OF_STAFF = Position(("member",), "", "by-organization")
"""Of whom only the organization is named: `X of the Ruritanian Institute`."""
_APPOSITION = 14
_FAR = 8
_AFTER_WHO = 4


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name with the titles that the sentence gives it."""

    run: Run
    before: tuple[Title, ...] = ()
    after: tuple[Title, ...] = ()
    countries: tuple[str, ...] = ()
    """Countries named behind the name and right before it: `President X of Chad`, `Chad's X`, `the Chadian, X`."""

    @property
    def titles(self) -> tuple[Title, ...]:
        """The titles before and behind."""
        return (*self.before, *self.after)


def introduce(reading: Reading, titles: tuple[Title, ...]) -> tuple[Introduction, ...]:
    """Return every row of name words in *reading* that is no organization's, with its titles."""
    runs = [run for run in name_runs(reading) if not _is_part_of_organization(reading, run)]
    starts = {run.first: run for run in runs}
    honorifics = {title.head: title for title in titles if title.is_honorific}
    before: dict[int, list[Title]] = {}
    for title in titles:
        target = None if title.is_verb else _named_behind(reading, title, starts, honorifics)
        if target is not None:
            before.setdefault(target, []).append(title)
    _chain(reading.phrase, before, titles)
    taken = {title for group in before.values() for title in group}
    heads = {title.head: title for title in titles if title not in taken and not title.is_honorific and not title.is_plural}
    return tuple(
        Introduction(
            run,
            tuple(before.get(run.first, ())),
            _behind(reading, run, heads),
            (*_of_country(reading, run), *country_before(reading, run, before.get(run.first, ()))),
        )
        for run in runs
    )


def _is_part_of_organization(reading: Reading, run: Run) -> bool:
    """Tell `Harbour Corridor` and `Bank of Ruritania` from names of people."""
    is_joined = run.end < len(reading.kinds) and reading.is_joined(run.end - 1)
    if is_joined and reading.kind(run.end) in {Kind.ORGANIZATION, Kind.ACRONYM}:
        return True
    words = reading.phrase.words
    is_linked = run.first > 1 and words[run.first - 1].lower in _LINKING
    if is_linked and reading.kinds[run.first - 2] in {Kind.ORGANIZATION, Kind.NAME}:
        return True
    leads = run.first and reading.is_joined(run.first - 1) and reading.kinds[run.first - 1] is Kind.ORGANIZATION
    return bool(leads) and run.end - run.first == 1 and not words[run.first].is_initial


def _named_behind(reading: Reading, title: Title, starts: dict[int, Run], honorifics: dict[int, Title]) -> int | None:
    """Return the first word of the name that *title* leads: directly, or behind a comma."""
    for at in dict.fromkeys((title.reach, title.end)):
        if at in starts and reading.is_joined(at - 1) and (at == title.end or reading.phrase.words[at - 1].is_capital):
            return at
        if title.is_honorific or not reading.phrase.text_is(at, ",", "-"):
            continue
        start = honorifics[at + 1].end if at + 1 in honorifics else at + 1
        if start in starts and _is_closed(reading, starts[start]) and not _opens_clause(reading, title, starts[start]):
            return start
    return _named_far_behind(reading, title, starts, honorifics)


def _opens_clause(reading: Reading, title: Title, run: Run) -> bool:
    """Tell whether the name behind a comma is the subject of the clause that *title* introduces: `For the analyst, X will not yield`."""
    is_introduced = title.first <= len(("for", "the")) and reading.phrase.text_is(0, "for", "to", "unlike", "like", "besides")
    return is_introduced and not reading.phrase.text_is(run.end, ",")


def _named_far_behind(reading: Reading, title: Title, starts: dict[int, Run], honorifics: dict[int, Title]) -> int | None:
    """Return the name between commas behind a long phrase: `the head of the country's largest bank, X, …`."""
    if title.is_honorific or not reading.phrase.text_is(title.end, "of", "for", "at"):
        return None
    for at in range(title.reach, min(title.reach + _FAR, len(reading.kinds) - 1)):
        if reading.phrase.words[at].text == ",":
            start = honorifics[at + 1].end if at + 1 in honorifics else at + 1
            return start if start in starts and reading.phrase.text_is(starts[start].end, ",", ".") else None
        if reading.kinds[at] is Kind.MARK and reading.phrase.words[at].text != "'s":
            return None
    return None


def _is_closed(reading: Reading, run: Run) -> bool:
    """Tell whether a name behind a comma stands in apposition: it ends the clause, or a comma or verb follows."""
    if run.end >= len(reading.kinds):
        return True
    word = reading.phrase.words[run.end]
    if word.text in {",", ".", ")", "-", ";", ":", "(", '"'}:
        return True
    return reading.kinds[run.end] is Kind.LOWER and word.lower not in {"and", "or"}


def _chain(phrase: Phrase, before: dict[int, list[Title]], titles: tuple[Title, ...]) -> None:
    """Add to *before* the titles that lead to another title: `Prime Minister and Foreign Minister X`."""
    for group in before.values():
        for title in reversed(titles):
            if title.is_verb or title in group or title.first > group[0].first:
                continue
            if title.end == group[0].first or (title.reach + 1 == group[0].first and phrase.text_is(title.reach, "and", "/", "-")):
                group.insert(0, title)


def _behind(reading: Reading, run: Run, heads: dict[int, Title]) -> tuple[Title, ...]:
    """Return the titles behind *run*: in apposition, what the person does, or the institute that somebody is of."""
    found = _apposition(reading, run, heads)
    doing = heads.get(run.end)
    if doing is not None and doing.is_verb:
        found = (*found, doing)
    return found or _of_institute(reading, run)


def _apposition(reading: Reading, run: Run, heads: dict[int, Title]) -> tuple[Title, ...]:
    at = _apposition_start(reading, run.end)
    if at is None:
        return ()
    found: list[Title] = []
    is_relative = False
    for index in range(at, min(len(reading.kinds), at + _APPOSITION)):
        word = reading.phrase.words[index]
        is_relative = is_relative or word.lower == "who"
        if index in heads and (is_relative or not heads[index].is_verb):
            if not reading.phrase.text_is(heads[index].end, "'s", "'"):
                found.append(heads[index])
        elif (
            (found and (word.text in {",", "-", ")", ";", "."} or (not is_relative and _is_past(found[-1], index, word.lower))))
            or _closes(word)
            or (reading.kinds[index] is Kind.NAME and not found and not _possesses(reading, index))
        ):
            break
    return tuple(found)


def _closes(word: Word) -> bool:
    return word.text in {",", ";", "(", ")", '"', ":"} or word.lower == "and" or word.lower in verb_forms()


def _is_past(title: Title, index: int, word: str) -> bool:
    return index >= title.reach and word not in CONNECTORS and word != "who" and not title.head <= index < title.end


def _possesses(reading: Reading, index: int) -> bool:
    return reading.phrase.text_is(index + 1, "'s") or reading.kind(index + 1) is Kind.NAME or organization_follows(reading, index)


def _apposition_start(reading: Reading, end: int) -> int | None:
    phrase = reading.phrase
    if end < len(phrase.words) and "\n" in reading.view[phrase.words[end - 1].end : phrase.words[end].start]:
        return end
    if phrase.text_is(end, ",", "(", "-"):
        skip = end + 1
        if phrase.text_is(skip, "who", "which"):
            copula = next(
                (
                    at
                    for at in range(skip + 1, min(skip + 1 + _AFTER_WHO, len(phrase.words)))
                    if phrase.words[at].lower in word_class("copula")
                ),
                None,
            )
            return skip if copula is None else copula + 1
        return skip
    if phrase.text_is(end, "is", "was") and (phrase.text_is(end + 1, "a", "an", "the") or reading.kind(end + 1) is Kind.TITLE):
        return end + 1
    return None


def _of_institute(reading: Reading, run: Run) -> tuple[Title, ...]:
    """Return what `X of the Ruritanian Institute` says: the institute, if it is one of research."""
    at = run.end + reading.phrase.text_is(run.end, ",")
    if not reading.phrase.text_is(at, "of", "from", "at", "with"):
        return ()
    title = completed(reading, Title(at, at, at, _OF_STAFF, reach=at))
    return (replace(title, first=at, end=at),) if title.kind_of_organization == "research" else ()


def _of_country(reading: Reading, run: Run) -> tuple[str, ...]:
    if not reading.phrase.text_is(run.end, "of"):
        return ()
    at = run.end + 1
    at += reading.phrase.text_is(at, "the")
    place = reading.places[at] if at < len(reading.places) else None
    return (place.country,) if place is not None and place.country else ()
