"""Extractors: ours, plug-ins of other packages, and what becomes of one that fails."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib.metadata import EntryPoint, EntryPoints
from typing import TYPE_CHECKING

import pytest
from tests.extract.drafted import PUBLISHED, TEXT, changed, draft, span

from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.drafting import extractors
from diplotrips.extract.parsing.drafting.extractors import RulesExtractor, extracted, known_extractors, named_extractor
from diplotrips.extract.parsing.drafting.rendering import plain
from diplotrips.schema.coding import CodingFile

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLE = Article(TEXT, "herald-2025-03", PUBLISHED)


class Echo:
    """A plug-in that returns a draft with a line that the text does not bear out."""

    name = "echo"
    version = "2"

    def extract(self, article: Article) -> CodingFile:  # noqa: ARG002  (the same for every article)
        """Return the draft."""
        return changed(said=[{"named": "Ada Holm", "span": str(span("Ada Holm"))}, {"days": 3}])


class Falling(Echo):
    """A plug-in that fails."""

    def extract(self, article: Article) -> CodingFile:
        """Fail."""
        raise KeyError(article.source)


class Talking(Echo):
    """A plug-in that returns something else."""

    def extract(self, article: Article) -> CodingFile:
        """Return a text."""
        return article.text  # type: ignore[return-value]  # that is the fault


class Nameless:
    """No extractor."""


class Numbered(Echo):
    """A plug-in whose version is a number."""

    version = 2  # type: ignore[assignment]  # that is the fault


class Hidden(Echo):
    """A plug-in that does not tell its name."""

    @property
    def name(self) -> str:  # type: ignore[override]  # that is the fault
        """Fail."""
        raise ValueError("no name")


class Leaving(Echo):
    """A plug-in that leaves the program when it is made."""

    def __init__(self) -> None:
        sys.exit(0)


class Forging(Echo):
    """A plug-in that changes what it is held to."""

    def extract(self, article: Article) -> CodingFile:
        """Put words into the article."""
        object.__setattr__(article, "text", "Ada Holm")
        return super().extract(article)


class Speechless(Exception):  # noqa: N818  (it is one of a plug-in)
    """An exception that cannot say what it is."""

    def __str__(self) -> str:
        raise RuntimeError("of the message")


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A function that makes classes of this module plug-ins, by their names."""

    def install(**classes: str) -> None:
        entries = EntryPoints(EntryPoint(name, f"{__name__}:{value}", extractors.GROUP) for name, value in classes.items())

        def found(*, group: str, name: str = "") -> EntryPoints:
            return entries.select(group=group, name=name) if name else entries.select(group=group)

        monkeypatch.setattr(EntryPoint, "load", lambda entry: globals()[entry.attr])
        monkeypatch.setattr(extractors, "entry_points", found)

    return install


def test_ours_is_always_there(installed: Callable[..., None]) -> None:
    """No plug-in takes the name of our rules, and ours comes first."""
    installed(rules="Falling", echo="Echo")

    assert isinstance(named_extractor("rules"), RulesExtractor)
    assert known_extractors() == ("rules", "echo")


def test_a_plug_in_passes_the_validator(installed: Callable[..., None]) -> None:
    """What a plug-in returns is held to the text like everything else."""
    installed(echo="Echo")

    held = extracted(named_extractor("echo"), ARTICLE)

    assert held.dropped is not None
    assert held.dropped["no-span"] == 1
    assert len(held.trips[0].said) == 1


def test_an_unknown_name(installed: Callable[..., None]) -> None:
    """A name that nobody has is answered with those that are installed."""
    installed(echo="Echo")

    with pytest.raises(UnknownNameError) as refused:
        named_extractor("ekko")

    assert str(refused.value) == "no extractor is called ekko; there are rules and echo"


@pytest.mark.parametrize(
    ("made", "article", "sentence"),
    [
        ("Falling", ARTICLE, "the extractor it failed: KeyError: 'herald-2025-03'"),
        ("Talking", ARTICLE, "the extractor it failed: it returned no draft but a value of type str"),
        ("Echo", Article(TEXT, "other"), "the extractor it failed: its draft is of herald-2025-03, not of other"),
        ("Nameless", ARTICLE, "the extractor it cannot be used: it lacks a name, a version or the function extract"),
        ("Missing", ARTICLE, "the extractor it failed: KeyError: 'Missing'"),
        ("Numbered", ARTICLE, "the extractor it cannot be used: it lacks a name, a version or the function extract"),
        ("Hidden", ARTICLE, "the extractor it failed: ValueError: no name"),
        ("Leaving", ARTICLE, "the extractor it failed: SystemExit: 0"),
    ],
)
def test_a_plug_in_that_fails(installed: Callable[..., None], made: str, article: Article, sentence: str) -> None:
    """Whatever a plug-in does wrong is one sentence."""
    installed(it=made)

    with pytest.raises(UnusableRequestError) as refused:
        extracted(named_extractor("it"), article)

    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (SystemExit(0), "SystemExit: 0"),
        (GeneratorExit(), "GeneratorExit"),
        (BaseException("of the plug-in"), "BaseException: of the plug-in"),
        (Speechless(), "Speechless"),
        (ValueError("a\nb\x1b[31m"), "ValueError: a b<U+001B>[31m"),
    ],
)
def test_whatever_a_plug_in_raises(
    installed: Callable[..., None], monkeypatch: pytest.MonkeyPatch, raised: BaseException, told: str
) -> None:
    """No exception of a plug-in is more than one sentence: it cannot leave the program, nor fail again when it is told."""
    installed(echo="Echo")
    monkeypatch.setattr(Echo, "extract", _raising(raised))

    with pytest.raises(UnusableRequestError) as refused:
        extracted(named_extractor("echo"), ARTICLE)

    assert str(refused.value) == f"the extractor echo failed: {told}"


def test_an_interruption_passes(installed: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while a plug-in works is no failure of it."""
    installed(echo="Echo")
    monkeypatch.setattr(Echo, "extract", _raising(KeyboardInterrupt()))

    with pytest.raises(KeyboardInterrupt):
        extracted(named_extractor("echo"), ARTICLE)


def _raising(raised: BaseException) -> Callable[[Echo, Article], CodingFile]:
    def extract(_self: Echo, _article: Article) -> CodingFile:
        raise raised

    return extract


def test_a_plug_in_cannot_change_the_article(installed: Callable[..., None]) -> None:
    """What a plug-in is held to is the article as it was read."""
    installed(it="Forging")

    assert extracted(named_extractor("it"), ARTICLE) == extracted(Echo(), ARTICLE)


def test_title_of_the_page_stays(installed: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """A title that came with the text is no copy of a sentence, though the text begins with it; any other is."""
    installed(echo="Echo")
    title = TEXT[:87]
    article = {"title": title, "publisher": TEXT[:100], "text_sha256": "0" * 64, "text_chars": 1}
    told = CodingFile.model_validate({**plain(changed()), "article": article})
    monkeypatch.setattr(Echo, "extract", lambda _self, _article: told)

    held = extracted(named_extractor("echo"), replace(ARTICLE, title=title))

    assert held.article is not None
    assert (held.article.title, held.article.publisher) == (title, None)


def test_a_draft_that_was_never_checked(installed: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that holds nonsense is nonsense of the plug-in, not a traceback."""
    installed(echo="Echo")
    monkeypatch.setattr(Echo, "extract", lambda _self, _article: draft().model_copy(update={"trips": (None,)}))

    with pytest.raises(UnusableRequestError, match=r"^the extractor echo failed: "):
        extracted(named_extractor("echo"), ARTICLE)
