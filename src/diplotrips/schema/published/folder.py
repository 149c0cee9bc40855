"""The folder `schema/` and the generated pages of `docs/`: which files there are, and putting them there.

What stands in them is made in `schemas`, `dictionary` and `codebook`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from diplotrips.errors import UnwritablePathError
from diplotrips.schema.files import FILES
from diplotrips.schema.published.codebook import render_codebook
from diplotrips.schema.published.dictionary import country_rows, dictionary, render_dictionary
from diplotrips.schema.published.schemas import published_file_schema, published_row_schema, report_schema
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_STALE: Final = ("*.schema.json", "rows/*.schema.json")
"""Files of ours that a later version may no longer write."""


def schema_files() -> Mapping[str, str]:
    """Return the text of every file of the folder `schema/` by its name there, sorted; the same models give the same texts."""
    files = {f"{name}.schema.json": _json(published_file_schema(name)) for name in FILES}
    files |= {f"rows/{name}.schema.json": _json(published_row_schema(name)) for name in TABLES}
    files |= {"report.schema.json": _json(report_schema())}
    files |= {"dictionary.json": _json(dictionary()), "dictionary.md": render_dictionary(), "countries.json": _json(country_rows())}
    return dict(sorted(files.items()))


def docs_files() -> Mapping[str, str]:
    """Return the text of every generated page of the folder `docs/` by its name there."""
    return {"records.md": render_codebook()}


def generate(into: Path) -> list[Path]:
    """Write the folder `schema/` anew.

    Args:
        into: The folder; made if it is not there.

    Returns:
        The files that were written or removed, sorted. A file that has its text already is left alone; a schema of ours that there is no
        more is removed, any other file is not touched.

    Raises:
        UnwritablePathError: a file cannot be written.
    """
    files = schema_files()
    changed = _write(into, files)
    stale = [path for pattern in _STALE for path in into.glob(pattern) if path.relative_to(into).as_posix() not in files]
    for path in stale:
        try:
            path.unlink()
        except OSError as error:
            raise UnwritablePathError(path, error.strerror or "it cannot be removed") from error
    return sorted([*changed, *stale])


def generate_docs(into: Path) -> list[Path]:
    """Write the generated pages of the folder `docs/` anew and return those that changed.

    Raises:
        UnwritablePathError: a file cannot be written.
    """
    return _write(into, docs_files())


def _write(into: Path, files: Mapping[str, str]) -> list[Path]:
    """Write those of *files* that differ from what is there, each at once or not at all, and return them."""
    changed = []
    for name, text in files.items():
        path = into / name
        try:
            if path.is_file() and path.read_bytes() == text.encode():
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.new")
            beside.write_bytes(text.encode())
            beside.replace(path)
        except OSError as error:
            raise UnwritablePathError(path, error.strerror or "it cannot be written") from error
        changed.append(path)
    return changed


def _json(value: Any) -> str:  # noqa: ANN401  (any JSON)
    """Return *value* as JSON with keys in their own order, for people to read and for version control to compare."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
