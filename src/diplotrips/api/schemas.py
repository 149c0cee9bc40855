"""The schemas of records and released tables, the data dictionary and the codebook, as files."""

from __future__ import annotations

from pathlib import Path


def write_schema(into: Path | str, docs: Path | str | None = None) -> list[Path]:
    """Write the JSON Schemas, country table and data dictionary into *into*, and the codebook into *docs* if given.

    Returns:
        The files that were written or removed; those that had their text already are not among them.

    Raises:
        UnwritablePathError: a file cannot be written, or has the name of one of ours and is somebody else's.
    """
    from diplotrips.schema.published import folder  # noqa: PLC0415  (only those who work on the package need it)

    if docs is not None:
        folder.refuse_other_files(Path(docs), folder.docs_files())
    return [*folder.generate(Path(into)), *(folder.generate_docs(Path(docs)) if docs is not None else ())]
