"""The folder `schema/` and the generated pages of `docs/`: which files there are, and putting them there.

What stands in them is made in `schemas`, `dictionary` and `codebook`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from diplotrips.errors import UnwritablePathError, reason_of
from diplotrips.replacing import write_whole
from diplotrips.schema.files import FILES
from diplotrips.schema.published.codebook import render_codebook
from diplotrips.schema.published.dictionary import country_rows, dictionary, render_dictionary
from diplotrips.schema.published.dictionary_pages import dictionary_pages
from diplotrips.schema.published.schemas import (
    SCHEMA_ID,
    baseline_schema,
    diff_schema,
    mapping_schema,
    published_file_schema,
    published_row_schema,
    report_schema,
)
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_STALE: Final = ("*.schema.json", "rows/*.schema.json", "dictionary/*.html")
"""Files of ours that a later version may no longer write."""

_GENERATED: Final = re.compile("[Gg]enerated(?: by|:) `diplotrips schema")
"""What every page of ours says near its beginning."""

_BEGINNING: Final = 1_000
"""Characters of a page in which it says so."""

_LARGEST_BYTES: Final = 16 * 1024 * 1024
"""A larger file is none of ours, and is not read."""


def schema_files() -> Mapping[str, str]:
    """Return the text of every file of the folder `schema/` by its name there, sorted; the same models give the same texts."""
    files = {f"{name}.schema.json": _json(published_file_schema(name)) for name in FILES}
    files |= {f"rows/{name}.schema.json": _json(published_row_schema(name)) for name in TABLES}
    files |= {"report.schema.json": _json(report_schema()), "baseline.schema.json": _json(baseline_schema())}
    files |= {"diff.schema.json": _json(diff_schema()), "mapping.schema.json": _json(mapping_schema())}
    files |= {"dictionary.json": _json(dictionary()), "dictionary.md": render_dictionary(), "countries.json": _json(country_rows())}
    files |= dictionary_pages()
    return dict(sorted(files.items()))


def docs_files() -> Mapping[str, str]:
    """Return the text of every page of the folder `docs/` that is generated from the models, by its name there."""
    return {"records.md": render_codebook()}


def generate(into: Path) -> list[Path]:
    """Write the folder `schema/` anew.

    Args:
        into: The folder; made if it is not there.

    Returns:
        The files that were written or removed, sorted. A file that has its text already is left alone; a schema of ours that there is no
        more is removed, any other file is not touched.

    Raises:
        UnwritablePathError: a file cannot be written, or has the name of one of ours and is somebody else's.
    """
    files = schema_files()
    changed = _write(into, files)
    found = [path for pattern in _STALE for path in into.glob(pattern) if path.relative_to(into).as_posix() not in files]
    stale = [path for path in found if _is_ours(path, _json({"$id": SCHEMA_ID}))]
    for path in stale:
        try:
            path.unlink()
        except OSError as error:
            raise UnwritablePathError(path, reason_of(error, "it cannot be removed")) from error
    return sorted([*changed, *stale])


def generate_docs(into: Path, pages: Mapping[str, str]) -> list[Path]:
    """Write generated *pages*, texts by their names, into the folder `docs/` and return those that changed.

    Raises:
        UnwritablePathError: a file cannot be written, or has the name of one of ours and is somebody else's.
    """
    return _write(into, pages)


def _write(into: Path, files: Mapping[str, str]) -> list[Path]:
    """Write those of *files* that differ from what is there, each at once or not at all, and return them."""
    refuse_other_files(into, files)
    changed = []
    for name, text in files.items():
        path = into / name
        try:
            if path.is_file() and path.read_bytes() == text.encode():
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnwritablePathError(path, reason_of(error, "it cannot be written")) from error
        write_whole(path, text.encode())
        changed.append(path)
    return changed


def refuse_other_files(into: Path, files: Mapping[str, str]) -> None:
    """Refuse to write any of *files* where one of these names is taken by a file that is none of ours.

    Raises:
        UnwritablePathError: one is; nothing has been written.
    """
    for name, text in files.items():
        path = into / name
        if path.is_file() and not _is_ours(path, text):
            raise UnwritablePathError(path, "another file stands there, which diplotrips did not write")


def _is_ours(path: Path, text: str) -> bool:
    """Tell whether the file at *path* is an earlier version of *text*: a page that says so, a schema by its id, or JSON by its keys."""
    try:
        there = path.read_text(encoding="utf-8") if path.is_file() and path.stat().st_size <= _LARGEST_BYTES else ""
        if path.suffix != ".json":
            return bool(_GENERATED.search(there[:_BEGINNING]))
        old, new = json.loads(there), json.loads(text)
    except (OSError, RecursionError, ValueError):
        return False
    if not isinstance(old, dict):
        return False
    return str(old.get("$id")).startswith(SCHEMA_ID) if "$id" in new else old.keys() == new.keys()


def _json(value: Any) -> str:  # noqa: ANN401  (any JSON)
    """Return *value* as JSON with keys in their own order, for people to read and for version control to compare."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
