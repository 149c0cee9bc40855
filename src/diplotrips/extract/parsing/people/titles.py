"""Offices, positions and honorifics in a sentence: `Russian Foreign Minister`, `an analyst at the institute`, `Mr`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.people.tokens import folded, phrases, word_class

if TYPE_CHECKING:
    from diplotrips.extract.parsing.passages import Layout, Sentence
    from diplotrips.extract.parsing.people.tokens import Phrase

_HEADS = ("{} minister", "minister of {}", "minister for {}", "minister of the {}", "{} secretary")
_DEPUTIES = ("deputy ", "vice ", "first deputy ", "deputy ministers of ", "junior ")
_PLURALS = ("s", "men")


@dataclass(frozen=True, slots=True)
class Position:
    """What a lexicon says of a phrase."""

    phrase: tuple[str, ...]
    office: str
    """Code of the list `offices`; `=`: that of the person beside; empty: none."""
    kind: str
    """`office`, `expert`, `other`, `by-organization`, `honorific`; `verb` or `verb-expert` for what somebody does."""
    country: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """A position as a sentence has it."""

    first: int
    """Index of its first word in the sentence, modifiers and country included."""
    head: int
    """Index of the first word of the lexicon's phrase."""
    end: int
    """Index behind its last word."""
    position: Position
    country: str = ""
    """Country that the words beside it name."""
    is_former: bool = False
    is_plural: bool = False
    """Whether it names several holders: `ministers`."""
    reach: int = 0
    """Index behind all that belongs to it on the right: `of Russia`, `at the institute`."""
    organization: tuple[int, int] | None = None
    """First word of the organization that it belongs to, and index behind the last one."""
    kind_of_organization: str = ""
    """Kind of that organization in the lexicon."""

    @property
    def is_verb(self) -> bool:
        """Whether it is what somebody does: `teaches`, `heads`."""
        return self.position.kind.startswith("verb")

    @property
    def is_honorific(self) -> bool:
        """Whether it says nothing but that a name follows."""
        return self.position.kind == "honorific"


Index = dict[str, dict[str, tuple[Position, ...]]]
"""Phrases by their first word, then by their second; those of one word stand under an empty second."""


@cache
def positions() -> Index:
    """Return all phrases by their first two words, the longest first."""
    found: dict[str, dict[str, dict[tuple[str, ...], Position]]] = {}
    for each in _all_positions():
        second = each.phrase[1] if len(each.phrase) > 1 else ""
        found.setdefault(each.phrase[0], {}).setdefault(second, {}).setdefault(each.phrase, each)
    return {
        word: {second: tuple(sorted(same.values(), key=lambda p: (-len(p.phrase), p.phrase))) for second, same in by_second.items()}
        for word, by_second in found.items()
    }


def _all_positions() -> list[Position]:
    result = [Position(_tokens(row["phrase"]), row["office"], "office", row["country"], row["gender"]) for row in lexicon("offices")]
    for row in lexicon("portfolios"):
        result.extend(Position(_tokens(head.format(row["portfolio"])), row["office"], "office") for head in _HEADS)
        result.extend(_deputies(row["portfolio"], row["office"]))
    result.extend(Position(tuple(row["phrase"].split()), "", row["role"], "", row["gender"]) for row in lexicon("expert_positions"))
    result.extend(Position((row["honorific"],), "", "honorific", "", row["gender"]) for row in lexicon("honorifics"))
    return result


def _tokens(phrase: str) -> tuple[str, ...]:
    """Return the words of *phrase* as the words of a sentence are cut: the possessive by itself."""
    return tuple(phrase.replace("'s", " 's").split())


def _deputies(portfolio: str, office: str) -> list[Position]:
    code = {"foreign-minister": "deputy-foreign-minister", "defence-minister": "deputy-defence-minister"}.get(office, "deputy-minister")
    heads = (f"{portfolio} minister", f"minister of {portfolio}", f"minister for {portfolio}", f"{portfolio} secretary")
    return [Position(_tokens(deputy + head), code, "office") for deputy in _DEPUTIES for head in heads]


def titled_phrases(layout: Layout) -> tuple[tuple[Phrase, tuple[Title, ...]], ...]:
    """Return the words of every sentence of *layout* with the titles in it; two stages ask for them, so the last answer is kept."""
    return _titled(layout.view, layout.sentences)


@lru_cache(maxsize=1)
def _titled(view: str, sentences: tuple[Sentence, ...]) -> tuple[tuple[Phrase, tuple[Title, ...]], ...]:
    return tuple((phrase, find_titles(phrase)) for phrase in phrases(view, sentences))


def find_titles(phrase: Phrase) -> tuple[Title, ...]:
    """Return the positions in *phrase*, in the order of the text, the longest reading of each."""
    index, result, at = positions(), [], 0
    while at < len(phrase.words):
        found = _longest(phrase, at, index)
        if found is None:
            at += 1
            continue
        position, end = found
        is_plural = phrase.words[end - 1].lower != position.phrase[-1] and position.kind not in {"honorific", "verb", "verb-expert"}
        result.append(_with_modifiers(phrase, Title(at, at, end, position, is_plural=is_plural, reach=end)))
        at = end
    return tuple(result)


def _longest(phrase: Phrase, at: int, index: Index) -> tuple[Position, int] | None:
    words = phrase.words
    for each in _candidates(phrase, at, index):
        end = at + len(each.phrase)
        if end <= len(words) and all(_same(words[at + n].lower, wanted) for n, wanted in enumerate(each.phrase) if n):
            if each.kind.startswith("verb") and words[at].is_capital:
                continue
            if each.kind == "honorific":
                if not words[at].is_capital:
                    continue
                end += phrase.text_is(end, ".")
            return each, end
    return None


def _candidates(phrase: Phrase, at: int, index: Index) -> tuple[Position, ...]:
    """Return the phrases that the two words at *at* can begin, the longer ones first."""
    by_second = _beginning(phrase.words[at].lower, index)
    if not by_second:
        return ()
    follows = phrase.words[at + 1].lower if at + 1 < len(phrase.words) else ""
    longer = by_second.get(follows) or by_second.get(_singular(follows), ())
    return (*longer, *by_second.get("", ())) if follows else by_second.get("", ())


def _beginning(word: str, index: Index) -> dict[str, tuple[Position, ...]]:
    """Return the phrases that begin with *word*, also in the plural, with an accent, or behind `ex-`."""
    found = index.get(word)
    if found is not None:
        return found
    if word.isascii() and "-" not in word and not word.endswith(_PLURALS):
        return {}
    plain = folded(word).removeprefix("ex-").removeprefix("then-")
    return index.get(plain) or index.get(_singular(plain), {})


def _same(word: str, wanted: str) -> bool:
    return word == wanted or _singular(word) == wanted


def _singular(word: str) -> str:
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return word[:-1] if word.endswith("s") and len(word) > len("mps") else word


def _with_modifiers(phrase: Phrase, title: Title) -> Title:
    """Return *title* with the words before it that belong to it: former, acting, then."""
    first, is_former = title.first, phrase.words[title.head].lower.startswith("ex-")
    while first and (phrase.words[first - 1].lower in word_class("modifier") or phrase.words[first - 1].lower in word_class("former")):
        first -= 1
        is_former = is_former or phrase.words[first].lower in word_class("former")
    if phrase.text_is(first - 1, "-") and phrase.text_is(first - 2, "ex"):
        first, is_former = first - 2, True
    return replace(title, first=first, is_former=is_former)
