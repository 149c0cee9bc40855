"""Extractors: whatever makes a draft of an article, our rules or a plug-in, and how each is called and held to the text.

A plug-in is a class without arguments, named in the entry-point group `diplotrips.extractors` of its package. Whatever it does wrong ends
in one sentence; what it finds passes the same validator as what our rules find.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.extract.notation.parsed import shown
from diplotrips.extract.parsing.drafting.draft import draft_of
from diplotrips.extract.parsing.drafting.validator import validate
from diplotrips.extract.parsing.pipeline import read
from diplotrips.schema.coding import CodingFile

if TYPE_CHECKING:
    from types import TracebackType

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
    with _Foreign(name):
        made = entry.load()()
    if not isinstance(made, Extractor):
        raise UnusableRequestError(f"the extractor {name} cannot be used: it lacks a name, a version or the function extract")
    return made


def extracted(extractor: Extractor, article: Article) -> CodingFile:
    """Return the draft that *extractor* makes of *article*, held to the text of it (`validator`).

    Raises:
        UnusableRequestError: the extractor failed, or returned no draft of that source.
    """
    with _Foreign(extractor.name):
        draft = extractor.extract(article)
    if not isinstance(draft, CodingFile):
        raise UnusableRequestError(
            f"the extractor {extractor.name} failed: it returned no draft but a value of type {type(draft).__name__}"
        )
    if draft.source != article.source:
        raise UnusableRequestError(f"the extractor {extractor.name} failed: its draft is of {draft.source}, not of {article.source}")
    with _Foreign(extractor.name):  # a model that was made without its checks may hold anything
        return validate(draft, article.text)[0]


class _Foreign:
    """Around code of others: whatever it raises becomes one sentence, but for an interruption and for what this package raises itself."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        if isinstance(error, Exception) and self.name != RULES:
            told = shown(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)
            raise UnusableRequestError(f"the extractor {self.name} failed: {told}") from error
