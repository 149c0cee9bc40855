"""The files of a new dataset project: two trips of an invented minister with all registers, and what checks them everywhere."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.starting.terms import id_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from importlib.resources.abc import Traversable

LONGEST_TITLE: Final = 200
"""Most characters of a title, as the schema has it."""


def project_files(dataset_id: str, title: str, today: date) -> dict[str, str]:
    """Return the text of every file of a new project but the schemas, by its name there, sorted.

    Args:
        dataset_id: Id of the dataset.
        title: Its title.
        today: The day as of which an export of it is judged, until somebody changes that.

    Raises:
        UnusableRequestError: the id or the title is none.
    """
    id_of("a dataset", dataset_id)
    if not title.strip() or title != title.strip() or not title.isprintable() or len(title) > LONGEST_TITLE:
        told = f"a title is one line of at most {LONGEST_TITLE} characters, without spaces around it"
        raise UnusableRequestError(f"“{title}” cannot be the title of a dataset: {told}")
    texts = dict(_texts(files("diplotrips.extract.starting") / "template"))
    values = {"<dataset-id>": dataset_id, "<today>": today.isoformat()}
    titles = {"extract/dataset.yaml": json.dumps(title, ensure_ascii=False), "README.md": title}
    return {name: _filled(text, {**values, "<dataset-title>": titles.get(name, "")}) for name, text in sorted(texts.items())}


def _texts(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    """Return name and text of every file below a folder of the template."""
    for entry in folder.iterdir():
        name = above + re.sub("^dot-", ".", entry.name)
        if entry.is_dir():
            yield from _texts(entry, f"{name}/")
        else:
            yield name, entry.read_text(encoding="utf-8")


def _filled(text: str, values: dict[str, str]) -> str:
    """Return *text* with its marks replaced, each once and not what was put in."""
    marks = re.compile("|".join(map(re.escape, values)))
    return marks.sub(lambda mark: values[mark[0]], text)
