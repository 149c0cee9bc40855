"""The trip documents of a release: each holds to its schema, and they are those of the trips in the tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from diplotrips.errors import ExportRefusedError
from diplotrips.exports.conformance import hold_documents
from diplotrips.exports.manifest import DOCUMENTS
from diplotrips.exports.verifying.damage import Damage
from diplotrips.schema.version import SCHEMA_VERSION
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diplotrips.exports.manifest import Manifest
    from diplotrips.exports.verifying.stored import StoredTable


_MOST_IDS: Final = 5


def read_documents(folder: Path) -> list[dict[str, Any]] | None:
    """Return the documents of a release; None where the file is no list of them."""
    try:
        documents: list[dict[str, Any]] = json.loads((folder / DOCUMENTS).read_bytes())
        _ = [document["trip"]["id"] for document in documents]
    except (KeyError, OSError, RecursionError, TypeError, ValueError):
        return None
    return documents


def wrong_documents(folder: Path, manifest: Manifest, trips: StoredTable | None) -> Iterator[Damage]:
    """Return what is wrong with the documents; their schema is only known where it is that of this version of the package."""
    documents = read_documents(folder)
    if documents is None:
        yield Damage(DOCUMENTS, "it is no JSON list of trip documents")
        return
    ids = sorted(str(document["trip"]["id"]) for document in documents)
    if len(ids) != manifest.files[DOCUMENTS].rows:
        yield Damage(DOCUMENTS, f"it has {number(len(ids), 'document')}, and manifest.json says {manifest.files[DOCUMENTS].rows}")
    if trips is not None and "trip_id" in trips.values.column_names:
        yield from _unlike(ids, trips)
    if manifest.schema_version == SCHEMA_VERSION:
        try:
            hold_documents(folder / DOCUMENTS)
        except ExportRefusedError as refusal:
            yield Damage(DOCUMENTS, refusal.reason)


def _unlike(ids: list[str], trips: StoredTable) -> Iterator[Damage]:
    """Return the trips that stand in the documents and not in the table, or the other way round."""
    known: list[Any] = trips.values["trip_id"].to_pylist()
    if lost := sorted(set(known) - set(ids)):
        yield Damage(DOCUMENTS, f"it has no document of {listed(lost, 'and', _MOST_IDS)}, which {trips.file} has")
    if more := sorted(set(ids) - set(known)):
        yield Damage(DOCUMENTS, f"it has a document of {listed(more, 'and', _MOST_IDS)}, which {trips.file} has not")
