"""Extractors: whatever makes a draft of an article, our rules or a plug-in, and how each is called and held to the text.

A plug-in is a class without arguments, named in the entry-point group `diplotrips.extractors` of its package. Whatever it does wrong ends
in one sentence; what it finds passes the same validator as what our rules find.
"""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.extract.notation.parsed import shown
from diplotrips.extract.parsing.drafting.containment import Contained
from diplotrips.extract.parsing.drafting.draft import draft_of
from diplotrips.extract.parsing.drafting.validator import validate
from diplotrips.extract.parsing.pipeline import read
from diplotrips.schema.coding import CodingFile

if TYPE_CHECKING:
    from diplotrips.extract.parsing.article import Article

GROUP: Final = "diplotrips.extractors"
"""Group of entry points that plug-ins are named in."""

RULES: Final = "rules"
"""Name of our own extractor, which no plug-in can take."""


@runtime_checkable
class Extractor(Protocol):
    """Makes drafts of articles; the same article gives the same draft."""

    name: str
    """Name under which it is asked for."""
    version: str
    """Version of what it does; with the name it is the coder of a draft, such as `rules-1`."""

    def extract(self, article: Article) -> CodingFile:
        """Return what *article* says, as a draft of the source `article.source`."""
        ...


class RulesExtractor:
    """Our parser: rules, word lists and small scorers."""

    name: str = RULES
    version: str = "1"

    def extract(self, article: Article) -> CodingFile:
        """Return the draft of *article*."""
        return draft_of(read(article), article.source, f"{self.name}-{self.version}")


def known_extractors() -> tuple[str, ...]:
    """Return the names of all extractors that are installed, ours first."""
    return (RULES, *sorted({entry.name for entry in entry_points(group=GROUP)} - {RULES}))


def named_extractor(name: str) -> Extractor:
    """Return the extractor called *name*.

    Raises:
        UnknownNameError: none is called so; those that are installed are named.
        UnusableRequestError: the plug-in of that name cannot be used.
    """
    if name == RULES:
        return RulesExtractor()
    entry = next(iter(entry_points(group=GROUP, name=name)), None)
    if entry is None:
        raise UnknownNameError("extractor", name, known_extractors())
    called = shown(name)
    with Contained(called):
        made = entry.load()()
        plug_in = _PlugIn(called, made.version, made) if isinstance(made, Extractor) and _is_told(made.name, made.version) else None
    if plug_in is None:
        raise UnusableRequestError(f"the extractor {called} cannot be used: it lacks a name, a version or the function extract")
    return plug_in


def extracted(extractor: Extractor, article: Article) -> CodingFile:
    """Return the draft that *extractor* makes of *article*, held to the text of it (`validator`).

    Raises:
        UnusableRequestError: the extractor failed, or returned no draft of that source.
    """
    told = (article.title, article.publisher)
    if isinstance(extractor, RulesExtractor):
        return validate(extractor.extract(article), article.text, told)[0]
    name = extractor.name
    with Contained(name):  # also when its draft is looked at: a model that was made without its checks may hold anything
        draft = extractor.extract(replace(article))  # a copy, since what it is held to is not its own
        fault = _fault(draft, article)
        held = draft if fault else validate(draft, article.text, told)[0]
    if fault:
        raise UnusableRequestError(f"the extractor {name} failed: {fault}")
    return held


def _is_told(*words: object) -> bool:
    """Tell whether name and version are texts, which nobody has checked of a plug-in."""
    return all(isinstance(word, str) and word for word in words)


def _fault(draft: object, article: Article) -> str:
    """Return why *draft* is none of *article*, empty if it is."""
    if not isinstance(draft, CodingFile):
        return f"it returned no draft but a value of type {shown(type(draft).__name__)}"
    return "" if draft.source == article.source else f"its draft is of {shown(str(draft.source))}, not of {article.source}"


class _PlugIn:
    """An extractor of another package under the name that it is asked for by."""

    def __init__(self, name: str, version: str, made: Extractor) -> None:
        self.name = name
        self.version = version
        self._made = made

    def extract(self, article: Article) -> CodingFile:
        """Return its draft, whatever that is."""
        return self._made.extract(article)
