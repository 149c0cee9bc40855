"""Extractors: ours, plug-ins of other packages, and what becomes of one that fails."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints
from typing import TYPE_CHECKING

import pytest
from tests.extract.drafted import PUBLISHED, TEXT, changed, draft, span

from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.drafting import extractors
from diplotrips.extract.parsing.drafting.extractors import Extractor, RulesExtractor, extracted, known_extractors, named_extractor

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.schema.coding import CodingFile

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
    ],
)
def test_a_plug_in_that_fails(installed: Callable[..., None], made: str, article: Article, sentence: str) -> None:
    """Whatever a plug-in does wrong is one sentence."""
    installed(it=made)

    with pytest.raises(UnusableRequestError) as refused:
        _run(named_extractor("it"), article)

    assert str(refused.value) == sentence


def _run(extractor: Extractor, article: Article) -> None:
    extractor.name = "it"
    extracted(extractor, article)


def test_a_draft_that_was_never_checked(installed: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that holds nonsense is nonsense of the plug-in, not a traceback."""
    installed(echo="Echo")
    monkeypatch.setattr(Echo, "extract", lambda _self, _article: draft().model_copy(update={"trips": (None,)}))

    with pytest.raises(UnusableRequestError, match=r"^the extractor echo failed: "):
        extracted(named_extractor("echo"), ARTICLE)
