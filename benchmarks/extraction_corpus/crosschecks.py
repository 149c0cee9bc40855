"""What the package's checks find between the predictions for the articles of one trip key, through the machinery of `conflicts.py`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from conflicts import find
from corpus.reading import read_corpus

from extraction_corpus.articles import is_file_name, write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extraction_corpus.articles import Given, Written


def cross_check(given: Sequence[Given], predicted: Mapping[str, Written]) -> dict[str, list[Written]]:
    """Return the conflicts of each trip key that an article has, none where its articles agree."""
    keyed = [one for one in given if is_file_name(one.key)]
    found: dict[str, list[Written]] = {one.key: [] for one in keyed}
    if keyed:
        with TemporaryDirectory() as folder:
            for one in keyed:
                published = str(one.article.published) if one.article.published else None
                write({"trip_key": one.key, "published": published}, Path(folder, "articles", f"{one.name}.json"))
                write(predicted[one.name], Path(folder, "gold", f"{one.name}.json"))
            found |= {key: listed for key, listed in find(read_corpus(Path(folder))).items() if key in found}
    return found
