"""R reads every table with the rows and types that were written, whatever reads it, with the code of the page."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from tests.r.sessions import VERSION, answer, below, large_table, nasty_tables, reading_with, write_release

from diplotrips.exports.arrow import arrow_table
from diplotrips.exports.parquet import write_parquet
from diplotrips.schema.info import DatasetInfo
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.columns import Type

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.r.sessions import Rows

IN_R = {Type.STRING: "character", Type.INT32: "integer", Type.DOUBLE: "numeric", Type.BOOL: "logical", Type.DAY: "Date"}

INFO = DatasetInfo.model_validate(
    {
        "id": "made-up",
        "title": "Made-up trips",
        "description": "Trips for tests.",
        "creators": [{"name": "Nobody"}],
        "licence": "CC0-1.0",
        "codebook": "0.1.0",
        "reference_date": "2026-11-22",
    }
)

TOLD = """
text <- function(column) {
  if (inherits(column, "Date")) told <- sprintf("%04d%s", as.POSIXlt(column)$year + 1900L, format(column, "-%m-%d"))
  else if (is.double(column)) told <- sprintf("%.17g", column)
  else told <- as.character(column)
  ifelse(is.na(column), NA, told)
}
told <- lapply(jsonlite::read_json("tables.json"), function(table) {
  rows <- read(table)
  columns <- lapply(rows, function(column) list(class = class(column), cells = I(text(column))))
  list(n_rows = nrow(rows), class = class(rows), columns = columns)
})
cat(jsonlite::toJSON(told, na = "null", auto_unbox = TRUE))
"""
"""Tells of every table how many rows it has, and of every column its class and cells as text."""


def expected(table_name: str, rows: Rows) -> Mapping[str, object]:
    """Return what R should tell of a table."""
    columns = {
        column.name: {"class": IN_R[column.type], "cells": [as_text(row[column.name]) for row in rows]}
        for column in TABLES[table_name].columns
    }
    return {"n_rows": len(rows), "class": "data.frame", "columns": columns}


def as_text(cell: object) -> str | None:
    """Return a cell as R tells it."""
    if cell is None:
        return None
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return f"{cell:.17g}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def told(reader: str, folder: Path, names: list[str]) -> list[Mapping[str, object]]:
    """Return what R tells of the tables in the release below *folder*."""
    (folder / "tables.json").write_text(json.dumps(names), encoding="utf-8")
    found: list[Mapping[str, object]] = json.loads(answer(reading_with(reader), TOLD, folder, prelude=f'folder <- "{VERSION}"'))
    return found


@pytest.mark.parametrize("kind", ["nasty", "empty"])
def test_every_cell_arrives(kind: str, reader: str, tmp_path: Path) -> None:
    """Cell by cell: days before 1970 and at the ends of the calendar, long and foreign text, Namibia, all nulls, no rows at all."""
    tables: dict[str, Rows] = nasty_tables() if kind == "nasty" else dict.fromkeys(TABLES, ())
    write_release(tables, INFO, tmp_path / VERSION)

    found = told(reader, tmp_path, list(tables))

    for (name, rows), seen in zip(tables.items(), found, strict=True):
        assert seen == expected(name, rows), name


def test_every_row_of_the_release_arrives(reader: str, home: Path, tmp_path: Path) -> None:
    """All tables of the release that the page reads come into R as they are."""
    (tmp_path / VERSION).symlink_to(home / VERSION)
    tables = {path.stem: pq.read_table(path).to_pylist() for path in sorted((home / VERSION).glob("*.parquet"))}

    found = told(reader, tmp_path, list(tables))

    for (name, rows), seen in zip(tables.items(), found, strict=True):
        assert seen == expected(name, rows), name


def test_many_rows_arrive(reader: str, tmp_path: Path) -> None:
    """A table of two groups of rows comes whole and in order."""
    if reader == "jsonlite":
        pytest.skip("base R is for small tables")
    (tmp_path / VERSION).mkdir()
    write_parquet(arrow_table("extras", large_table()), tmp_path / VERSION / "extras.parquet")
    asked = """
    rows <- read("extras")
    n <- seq_len(nrow(rows)) - 1L
    cat(nrow(rows), all(rows$record_id == paste0("trip-", n)), all(rows$value_text == paste(n, "\\u00d1and\\u00fa")))
    cat("", identical(rows$value_number, ifelse(n %% 3 == 0, NA, n / 8)))
    """

    assert answer(reading_with(reader), asked, tmp_path, prelude=f'folder <- "{VERSION}"') == "110000 TRUE TRUE TRUE"


def test_what_is_no_code_is_told(packages: tuple[str, ...], home: Path, tmp_path: Path) -> None:
    """A list that there is not and a country that never was one are errors, one that is missing or was not valid is `NA`."""
    (tmp_path / VERSION).symlink_to(home / VERSION)
    asked = """
    on <- function(country) tryCatch(country_on(country, as.Date("1980-06-01"))$country_iso3, error = conditionMessage)
    cat(tryCatch(coded("planned", "trip_status"), error = conditionMessage), on("UK"), on("RS"), on(NA), on(c("CU", "NA")), sep = "; ")
    cat(";", names(labelled(read("trips")["status"], "trips")))
    """
    blocks = [*reading_with("jsonlite"), *below("Labels and levels"), *below("Countries on the day")[:1]]

    assert packages
    assert answer(blocks, asked, tmp_path, prelude=f'folder <- "{VERSION}"') == (
        "there is no list of codes trip_status; no country has the code UK; NA; NA; CUB; NAM; status"
    )


def test_labels_lose_no_code(packages: tuple[str, ...], home: Path, tmp_path: Path) -> None:
    """Every column of every table gets its description as label, and no code of the release is without a level."""
    (tmp_path / VERSION).symlink_to(home / VERSION)
    names = sorted(path.stem for path in (home / VERSION).glob("*.parquet"))
    (tmp_path / "tables.json").write_text(json.dumps(names), encoding="utf-8")
    asked = """
    wrong <- 0
    n_factors <- 0
    for (table in jsonlite::read_json("tables.json")) {
      rows <- read(table)
      with_labels <- labelled(rows, table)
      n_factors <- n_factors + sum(vapply(with_labels, is.factor, TRUE))
      lost <- mapply(function(before, after) sum(is.na(after)) - sum(is.na(before)), rows, with_labels)
      unlabelled <- vapply(with_labels, function(column) !is.character(attr(column, "label")) || !nzchar(attr(column, "label")), TRUE)
      if (any(lost != 0) || any(unlabelled)) cat(table, names(rows)[lost != 0 | unlabelled], "")
    }
    cat(n_factors)
    """
    n_factors = sum(bool(column.codelist) for name in names for column in TABLES[name].columns)
    blocks = [*reading_with("jsonlite"), *below("Labels and levels")]

    assert packages
    assert answer(blocks, asked, tmp_path, prelude=f'folder <- "{VERSION}"') == str(n_factors)
