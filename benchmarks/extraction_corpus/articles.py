"""Articles of a folder as the parser takes them, and their predictions; an article that cannot be read is told and left empty."""

from __future__ import annotations

import json
import re
import sys
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.pipeline import read
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.dates.reasons import EdtfError
from extraction_corpus.predictions import as_gold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

Written: TypeAlias = "dict[str, object]"


class NoArticlesError(Exception):
    """A folder holds no articles."""


@dataclass(frozen=True, slots=True)
class Given:
    """One article of a corpus, as its file gives it."""

    name: str
    """Name of the file without its ending."""
    key: str
    """Trip key; empty where it has none."""
    article: Article


def read_articles(folder: Path) -> list[Given]:
    """Return the articles `*.json` in *folder*, by name; what is no article is told on stderr.

    Raises:
        NoArticlesError: there are none.
    """
    given = [one for file in sorted(folder.glob("*.json")) if (one := _given(file))]
    if not given:
        raise NoArticlesError(f"{folder} holds no articles: it needs <id>.json with a text")
    return given


def _given(file: Path) -> Given | None:
    try:
        written = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        print(f"{file}: not read: {error}", file=sys.stderr)
        return None
    if not isinstance(written, dict):
        print(f"{file}: not read: no JSON object", file=sys.stderr)
        return None
    text = {key: value for key, value in written.items() if isinstance(value, str)}
    article = Article(
        text=text.get("text", ""),
        source=file.stem,
        published=date_of(text.get("published", "")),
        publisher=text.get("publisher", ""),
        url=text.get("url", ""),
    )
    return Given(file.stem, text.get("trip_key", ""), article)


def date_of(text: str) -> EdtfDate | None:
    """Return the date *text*; None if it is none."""
    try:
        return EdtfDate.parse(text)
    except EdtfError:
        return None


def predict_one(given: Given) -> Written:
    """Return the prediction for one article."""
    return as_gold(given.name, read(given.article))


def predict(given: Sequence[Given], workers: int = 1) -> dict[str, Written]:
    """Return the predictions by name of the article; they are the same for every number of *workers*.

    An article on which the parser fails is told on stderr, and nothing is predicted for it.
    """
    pool: Executor = ProcessPoolExecutor(workers) if workers > 1 else ThreadPoolExecutor(1)
    with pool:
        futures = [pool.submit(predict_one, one) for one in given]
        found: dict[str, Written] = {}
        for one, future in zip(given, futures, strict=True):
            if error := future.exception():
                print(f"{one.name}: the parser failed: {type(error).__name__}: {error}", file=sys.stderr)
            found[one.name] = {"id": one.name, "trips": [], "quotes": []} if error else future.result()
    return found


def is_file_name(key: str) -> bool:
    """Tell whether *key*, which comes from a corpus, can be part of the name of a file."""
    return bool(re.fullmatch(r"\w[\w.-]*", key))


def write(value: object, file: Path) -> None:
    """Write *value* as JSON, creating the folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, indent=1)
    file.write_bytes(f"{text}\n".encode("utf-8", "backslashreplace"))


def write_all(predicted: Mapping[str, Written], crossed: Mapping[str, Sequence[Written]], into: Path) -> None:
    """Write the prediction for each article, and the conflicts of each trip key in `conflicts/`."""
    for name, prediction in predicted.items():
        write(prediction, into / f"{name}.json")
    for key, listed in crossed.items():
        write({"trip_key": key, "conflicts": listed}, into / "conflicts" / f"{key}.json")
