"""A corpus with gold: its articles, its gold and its own scorer, found in the folder or in the one above."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extraction_corpus.articles import Given, NoArticlesError, read_articles
from extraction_corpus.figures import scorer_of

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from extraction_corpus.articles import Written

SCORER = "score.py"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles, their gold by name, and the scorer."""

    articles: list[Given]
    gold: dict[str, Written]
    scorer: ModuleType
    conflicts: Path | None = None
    """Folder with the conflicts of each trip key, if the corpus has one."""

    @property
    def keys(self) -> dict[str, str]:
        """Trip key of each article."""
        return {one.name: one.key or one.name for one in self.articles}


def read_corpus_of(folder: Path, scorer: Path | None = None) -> Corpus:
    """Return the corpus in *folder*: `articles/`, `gold/` and `score.py`, which may also lie above it or be *scorer*.

    Raises:
        NoArticlesError: one of them is missing.
    """
    places = [scorer] if scorer else [folder / SCORER, folder.parent / SCORER]
    file = next((place for place in places if place.is_file()), None)
    if not file:
        raise NoArticlesError(f"{folder} has no {SCORER}, nor has the folder above; name one with --scorer")
    gold = {one.stem: json.loads(one.read_text(encoding="utf-8")) for one in sorted((folder / "gold").glob("*.json"))}
    articles = [one for one in read_articles(folder / "articles") if one.name in gold]
    if not articles:
        raise NoArticlesError(f"{folder} holds no gold: it needs gold/<id>.json of the names of its articles")
    return Corpus(articles, gold, scorer_of(file), folder / "conflicts")
