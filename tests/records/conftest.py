"""The real records, the four articles with their gold, and the mapping from one to the other."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from diplotrips.extract.reading import Reading, read_dataset

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.registers import Organization, Person, Source

SOURCES = ("eurasia-daily-monitor-2010-03", "lavrov-preview-2020-02", "havana-2023-04", "sputnik-2023-04")

Json = Mapping[str, Any]
"""What a JSON or YAML file holds."""


@dataclass(frozen=True, slots=True)
class Article:
    """One source with its record, its text, its gold, the trip document with its claims, and the registers."""

    source: Source
    text: str
    gold: Json
    document: TripDocument
    dataset: Dataset
    mapping: Json

    def word(self, table: str, word: str) -> Any:  # noqa: ANN401  (each table has its own kind of values)
        """Return what the gold's *word* is in our records."""
        return self.mapping["words"][table][self.cut(word)]

    def is_left_out(self, path: str) -> bool:
        """Tell whether the mapping gives a reason for which no record holds what stands at *path* of the gold."""
        left_out = self.mapping["left_out"]
        return any(self.means(pattern, path) for pattern in (*left_out["all"], *left_out.get(self.source.id, ())))

    def person(self, name: str) -> Person | None:
        """Return the person of the register who is called *name*, with or without accents."""
        people = [entry.record for entry in self.dataset.people]
        wanted = _bare(self.cut(name).removesuffix(" [sic]"))
        return next((one for one in people if wanted in {_bare(one.name), *(_bare(other.name) for other in one.names)}), None)

    def organization(self, name: str) -> Organization:
        """Return the organization of the register for the gold's *name*."""
        wanted = self.word("organization", name)
        return next(entry.record for entry in self.dataset.organizations if entry.record.id == wanted)

    @staticmethod
    def cut(word: str) -> str:
        """Return *word* without what follows it in brackets."""
        return word.partition(" (")[0]

    @staticmethod
    def means(pattern: str, path: str) -> bool:
        """Tell whether *pattern* means *path* or something around it."""
        return fnmatchcase(path, pattern) or fnmatchcase(path, f"{pattern}/*")


def _bare(name: str) -> str:
    """Return *name* without accents, in small letters."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign)).casefold()


@pytest.fixture(scope="session")
def reading(root: Path) -> Reading:
    """Whatever reading the folder `extract` gave."""
    return read_dataset(root)


@pytest.fixture(scope="session")
def dataset(reading: Reading) -> Dataset:
    """The real records."""
    return reading.dataset


@pytest.fixture(scope="session")
def articles(root: Path, shared: Path, dataset: Dataset) -> Mapping[str, Article]:
    """The four articles by the id of their source."""
    mapping = yaml.safe_load((root / "tests" / "records" / "gold_mapping.yaml").read_text(encoding="utf-8"))
    found = {}
    for name, number in mapping["sources"].items():
        gold = json.loads((shared / "articles" / "gold" / f"{number}.json").read_text(encoding="utf-8"))
        text = (shared / "articles" / gold["source"]["file"]).read_bytes().decode("utf-8")
        source = next(entry.record for entry in dataset.sources if entry.record.id == name)
        document = next(entry.record for entry in dataset.trips if name in entry.record.said)
        found[name] = Article(source, text, gold, document, dataset, mapping)
    return found


@pytest.fixture(params=SOURCES)
def article(request: pytest.FixtureRequest, articles: Mapping[str, Article]) -> Article:
    """Each of the four articles in turn."""
    return articles[request.param]
