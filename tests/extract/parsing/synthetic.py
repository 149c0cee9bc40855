"""The articles written for the project: invented officials, real countries, and beside each what it states.

One YAML file each in `articles/`. `expect` is a partial gold in the words of the project; a text between bars (`a|b`) allows either.
What a key of `expect` asks is told in `articles/README.md`; `judging` compares.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.pipeline import read
from diplotrips.schema.dates.edtf import EdtfDate

if TYPE_CHECKING:
    from diplotrips.extract.parsing.found import Extraction

ARTICLES: Final = Path(__file__).parent / "articles"
MISSES: Final = Path(__file__).parent / "known_misses.yaml"


@dataclass(frozen=True)
class Case:
    """One written article and what it states."""

    name: str
    published: str
    """Day of publication; empty: unknown."""
    text: str
    expect: dict[str, Any]
    tags: tuple[str, ...] = ()
    """What it plants."""

    def but(self, *, text: str | None = None, published: str | None = None) -> Case:
        """Return the same case with another text or day; what it expects no longer counts."""
        return replace(
            self, text=self.text if text is None else text, published=self.published if published is None else published, expect={}
        )


def read_cases() -> tuple[Case, ...]:
    """Return every written article, by name."""
    return tuple(_case(path) for path in sorted(ARTICLES.glob("*.yaml")))


def _case(path: Path) -> Case:
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    published = loaded["published"]
    return Case(path.stem, "" if published is None else str(published), loaded["text"], loaded["expect"], tuple(loaded["tags"]))


def extract(case: Case) -> Extraction:
    """Return what the parser finds in the article of *case*; each text is parsed once."""
    return _extract(case.text, case.published)


@lru_cache(maxsize=512)
def _extract(text: str, published: str) -> Extraction:
    return read(Article(text, published=EdtfDate.parse(published) if published else None))


CASES: Final = read_cases()
