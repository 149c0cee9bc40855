"""`diplotrips extract --extractor`: what a plug-in does wrong is told of the article that it failed on, and the others are drafted."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint, EntryPoints
from typing import TYPE_CHECKING

import pytest

from diplotrips.extract.parsing.drafting import extractors
from diplotrips.extract.parsing.drafting.extractors import RulesExtractor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

    from diplotrips.extract.parsing.article import Article
    from diplotrips.schema.coding import CodingFile

ARTICLE = "Norwegian Foreign Minister Ada Vornholt arrived in Lima, Peru, on Tuesday for a visit of two days.\n"


class Picky(RulesExtractor):
    """A plug-in that leaves the program when an article has no day."""

    def extract(self, article: Article) -> CodingFile:
        """Return the draft, or leave."""
        if "Tuesday" not in article.text:
            sys.exit(0)
        return super().extract(article)


@pytest.fixture(autouse=True)
def picky(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plug-in, an article that it likes, and one that it does not."""
    entries = EntryPoints([EntryPoint("picky", f"{__name__}:Picky", extractors.GROUP)])
    monkeypatch.setattr(extractors, "entry_points", entries.select)
    monkeypatch.setattr(EntryPoint, "load", lambda _entry: Picky)
    (project / "a.txt").write_text(ARTICLE.replace(" on Tuesday", ""), encoding="utf-8")
    (project / "b.txt").write_text(ARTICLE, encoding="utf-8")


def test_one_article_of_several(project: Path, run: Callable[..., Ran]) -> None:
    """An article on which the plug-in fails is told with the reason, the other one is drafted, and the status says that one is missing."""
    ran = run("extract", "a.txt", "b.txt", "--extractor", "picky")

    assert ran.status == 1
    assert ran.out.splitlines()[0] == "a.txt: not drafted: the extractor picky failed: SystemExit: 0"
    assert ran.out.splitlines()[-1].startswith("2 articles: 1 draft, 1 not written")
    assert [file.name for file in (project / "extract/parsed").iterdir()] == ["b.json"]


def test_the_only_article(run: Callable[..., Ran]) -> None:
    """Nothing is printed in the place of a draft, and the reason is told beside it."""
    ran = run("extract", "a.txt", "--extractor", "picky", "--stdout")

    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "a.txt: not drafted: the extractor picky failed: SystemExit: 0\n"
