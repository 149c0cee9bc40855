"""A list of visits as text, read by a mapping into the records of a project, for the tests of this folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

from diplotrips.extract.importing.known import Known
from diplotrips.extract.importing.listing import Listed, read_list
from diplotrips.extract.importing.mappings import read_mapping, rules_for
from diplotrips.extract.importing.tables import read_grid
from diplotrips.schema.dataset import Dataset

if TYPE_CHECKING:
    from pathlib import Path

MAPPING: dict[str, Any] = {
    "schema": 1,
    "title": "Lists of tests",
    "row": "stop",
    "constants": {"traveller": "Robin Roe", "office": "prime-minister", "represents": "NZ"},
    "columns": {"Country": "country", "Dates": "dates"},
}
"""A mapping for the columns `Country` and `Dates`, and whichever others a test adds."""

EMPTY = Dataset()


def listed(
    folder: Path,
    table: str,
    columns: dict[str, Any] | None = None,
    dataset: Dataset = EMPTY,
    **others: Any,  # noqa: ANN401  (keys of a mapping)
) -> tuple[Listed, Known]:
    """Return what becomes of *table* by the mapping above with other columns and keys, and the registers afterwards."""
    (folder / "visits.csv").write_text(table, encoding="utf-8")
    told = {**MAPPING, **others, "columns": {**MAPPING["columns"], **(columns or {})}}
    (folder / "mapping.yaml").write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    read = read_mapping(str(folder / "mapping.yaml"))
    assert read.mapping is not None, read.findings
    grid = read_grid(folder / "visits.csv")
    known = Known(dataset, read.mapping, "Begun; ")
    return read_list(grid, rules_for(read.mapping, grid.columns), known, "visits"), known


def told(listed: Listed) -> list[str]:
    """Return what cannot be told."""
    return list(map(str, listed.problems))


def only(listed: Listed) -> dict[str, Any]:
    """Return the one document that a list without a problem gives, as JSON would."""
    assert not listed.problems, told(listed)
    (trip,) = listed.trips
    document: dict[str, Any] = json.loads(json.dumps(trip.document))
    return document
