"""The schemas of records and released tables, the data dictionary, the codebook and the pages of the checks, as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_schema(into: Path | str, docs: Path | str | None = None) -> list[Path]:
    """Write the JSON Schemas, country table and data dictionary into *into*, and codebook and pages of the checks into *docs* if given.

    Returns:
        The files that were written or removed; those that had their text already are not among them.

    Raises:
        UnwritablePathError: a file cannot be written, or has the name of one of ours and is somebody else's.
    """
    from diplotrips.schema.published import folder  # noqa: PLC0415  (only those who work on the package need it)

    pages = docs_pages() if docs is not None else {}
    if docs is not None:
        folder.refuse_other_files(Path(docs), pages)
    return [*folder.generate(Path(into)), *(folder.generate_docs(Path(docs), pages) if docs is not None else ())]


def docs_pages() -> Mapping[str, str]:
    """Return the text of every generated page of the folder `docs/` by its name there."""
    from diplotrips.checks.published.catalogue import render_catalogue  # noqa: PLC0415  (as above)
    from diplotrips.schema.published.folder import docs_files  # noqa: PLC0415  (as above)

    return {**docs_files(), "checks.md": render_catalogue()}
