"""Folders in which the recipes run: with the tables of the release that the page names, and of a dataset made up for the test."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.api.building import build
from diplotrips.exports.arrow import arrow_table
from diplotrips.exports.json import write_json
from diplotrips.exports.parquet import write_parquet
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.columns import Type

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diplotrips.schema.dataset import Dataset

VERSION = "1.1.0"
"""The release that the page reads."""

_IN_R = {Type.STRING: "character", Type.INT32: "integer", Type.DOUBLE: "numeric", Type.BOOL: "logical", Type.DAY: "Date"}

READ_JSON = """
read <- function(table) {{
  types <- list({types})[[table]]
  rows <- jsonlite::read_json(file.path("{version}", paste0(table, ".json")))
  column <- function(name) {{
    values <- unlist(lapply(rows, function(row) if (is.null(row[[name]])) NA else row[[name]]))
    get(paste0("as.", types[[name]]))(if (length(rows)) values else character())
  }}
  as.data.frame(setNames(lapply(names(types), column), names(types)))
}}
"""
"""A `read` for an R without nanoparquet; `fromJSON` would take a column of nothing but `NA`, Namibia, for missing values."""


def tables_in(folder: Path, root: Path) -> Path:
    """Write the tables of the records under *root* into *folder*, as a release has them, and return *folder*."""
    place = folder / VERSION
    place.mkdir()
    for name, rows in build(root).tables.items():
        write_parquet(arrow_table(name, rows), place / f"{name}.parquet")
        write_json(rows, place / f"{name}.json")
    return folder


@pytest.fixture(scope="session")
def released(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the release."""
    folder = tmp_path_factory.mktemp("released")
    shutil.copytree(root / "exports" / VERSION, folder / VERSION)
    return folder


@pytest.fixture
def made_up(dataset: Callable[..., Dataset], tmp_path: Path) -> Path:
    """A folder with the tables of two travellers of whom everything is known by hand (see `MADE_UP`)."""
    dataset(**MADE_UP)
    return tables_in(tmp_path, tmp_path / "dataset-1")


@pytest.fixture(scope="session")
def read_in_r() -> str:
    """What defines `read` in an R without nanoparquet; empty where the page's own can run. A test that asks for it needs R."""
    program = shutil.which("Rscript")
    if not program:
        pytest.skip("needs Rscript")
    asked = 'for (name in c("nanoparquet", "jsonlite")) if (requireNamespace(name, quietly = TRUE)) cat(name, "")'
    found = subprocess.run([program, "--vanilla", "-e", asked], capture_output=True, check=True, encoding="utf-8").stdout.split()
    if not found:
        pytest.skip("needs nanoparquet or jsonlite in R")
    if "nanoparquet" in found:
        return ""
    types = {name: ", ".join(f"{column.name} = '{_IN_R[column.type]}'" for column in table.columns) for name, table in TABLES.items()}
    return READ_JSON.format(types=", ".join(f"{name} = c({listed})" for name, listed in types.items()), version=VERSION)


def _said(source: str, status: str, *countries: str) -> dict[str, list[dict[str, Any]]]:
    """Return the block of a source that says of stops how far they got."""
    return {source: [{"about": country, "status": status, "span": f"{number}0-{number}9"} for number, country in enumerate(countries, 1)]}


MADE_UP: dict[str, Any] = {
    "trips": {
        # Brazil is told by two voices either way, one of them in two copies; Cuba by two to one to one. A plan was published first.
        "lavrov-2023-04-latin-america": {
            "trip": {"route": ["br", "cu"], "dates": "2023-04-17/2023-04-20"},
            "stops": [{"id": "br", "dates": "2023-04-17/2023-04-18"}, {"id": "cu", "dates": "2023-04/2023-04-20"}],
            "said": _said("preview", "planned", "br", "cu")
            | _said("notice", "planned", "br")
            | _said("gazette", "completed", "br", "cu")
            | _said("copy", "completed", "br")
            | _said("herald", "completed", "br", "cu")
            | _said("leaflet", "cancelled", "cu")
            | {"calendar": [{"dates": "2023-04-17/2023-04-20"}], "chronicle": [{"first_day": "2023-04"}]},
        },
        # A transit is no visit, and on the first day of the trip the two sources disagree.
        "doe-2020": {
            "stops": [{"id": "na", "dates": "2020-03-01/2020-03-05"}, {"id": "za", "dates": "2020-03-05", "kind": "transit"}],
            "said": {"gazette": [{"first_day": "2020-03-01"}], "herald": [{"first_day": "2020-03-02"}]},
        },
        "doe-plan": {"trip": {"status": "planned", "dates": "2020-10-05/"}, "stops": [{"id": "br"}]},
        "doe-2021": {"trip": {"status": "cancelled", "dates": "2021-06-01/2021-06-02"}, "stops": [{"id": "fr"}]},
        # Begun, and nobody tells of its end: it counts, but for the stop that was still ahead.
        "roe-2021": {
            "trip": {"traveller": "john-roe", "status": "under-way", "route": ["fr", "cu"], "dates": "2021-07-01/"},
            "stops": [{"id": "fr", "dates": "2021-07-01/2021-07-02", "status": "completed"}, {"id": "cu", "status": "planned"}],
        },
        # The year of the first is open, and the second may have been after all: no zeros for Namibia in two years, for Cuba in one.
        "roe-new-year": {"trip": {"traveller": "john-roe", "within": "2020-12-30/2021-01-02"}, "stops": [{"id": "na"}]},
        "roe-2022": {"trip": {"traveller": "john-roe", "status": "planned", "within": "2022-05"}, "stops": [{"id": "cu"}]},
    },
    "sources": [
        {"id": "preview", "published": "2023-04-01"},
        {"id": "notice", "published": "2023-04-02"},
        {"id": "gazette", "published": "2023-04-21"},
        {"id": "copy", "published": "2023-04-22", "copied_from": "gazette"},
        {"id": "herald", "published": "2023-04"},
        {"id": "leaflet"},
    ],
    "coverage": [
        {"id": name, "traveller": who, "period": period, "extent": extent, "found": 1, "decided_by": "coder", "decided_on": "2026-11-22"}
        for name, who, period, extent in [
            ("first-half", "jane-doe", "2020-01-01/2020-06-30", "full"),
            ("second-half", "jane-doe", "2020-06-15/2020-12-31", "full"),
            ("sample", "jane-doe", "2021", "sample"),
            ("but-a-day", "jane-doe", "2022-01-02/2022-12-31", "full"),
            ("whole", "jane-doe", "2023", "full"),
            ("roe", "john-roe", "2020/2023", "full"),
        ]
    ],
}
"""Two travellers, seven trips, six statements of what was looked for."""
