"""CSV files are read by every program with the rows that were written, and a text is never taken for a missing value."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import textwrap
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb
import polars as pl
import pytest

from diplotrips.exports.deposit.csv import write_csv
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.exports.deposit.conftest import Rows


def cells(rows: Rows) -> list[list[str | None]]:
    """Return rows as texts, as a reader has them that knows no types; what is missing is None."""
    return [[_cell(value) for value in row.values()] for row in rows]


def _cell(value: object) -> str | None:
    """Return a value as text."""
    return str(value).upper() if isinstance(value, bool) else None if value is None else str(value)


def test_the_bytes_are_those_of_the_standard(tmp_path: Path) -> None:
    """A header, CR and LF behind every line, all texts in quotes, nothing for null; no mark in front."""
    row = {"a": 'NA, "x"\ny', "b": None, "c": True, "d": date(33, 4, 3), "e": -1, "f": 0.1, "g": "Łódź"}
    write_csv(tuple(row), [row], tmp_path / "a.csv")
    write_csv(("a", "b"), [], tmp_path / "b.csv")

    assert (tmp_path / "a.csv").read_bytes() == 'a,b,c,d,e,f,g\r\n"NA, ""x""\ny",,TRUE,0033-04-03,-1,0.1,"Łódź"\r\n'.encode()
    assert (tmp_path / "b.csv").read_bytes() == b"a,b\r\n"


def test_python_reads_every_cell(deposit: Path, tables: Mapping[str, Rows]) -> None:
    """The reader of the standard library, which does not tell an empty text from nothing."""
    for name, rows in tables.items():
        with (deposit / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            header, *found = csv.reader(stream, strict=True)
        assert header == list(TABLES[name].names)
        assert found == [[cell or "" for cell in line] for line in cells(rows)]


def test_polars_and_duckdb_read_every_cell(deposit: Path, tables: Mapping[str, Rows]) -> None:
    """As texts, with null where nothing is written."""
    for name, rows in tables.items():
        path = str(deposit / f"{name}.csv")
        read = pl.read_csv(path, infer_schema=False)
        assert [list(row) for row in read.rows()] == cells(rows)
        found = duckdb.execute("SELECT * FROM read_csv(?, header = true, all_varchar = true, quote = '\"', escape = '\"')", [path])
        assert [list(row) for row in found.fetchall()] == cells(rows)


def shown(deposit: Path, program: str) -> str:
    """Return the code that the README shows for a program."""
    text = (deposit / "README.txt").read_text(encoding="utf-8")
    (code,) = re.findall(rf"^{re.escape(program)}:\n\n((?:    .*\n)+)", text, re.MULTILINE)
    return textwrap.dedent(str(code))


def test_pandas_reads_it_as_the_readme_says(deposit: Path, tables: Mapping[str, Rows], monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of the README give every table with its types, days as texts."""
    monkeypatch.chdir(deposit)
    names: dict[str, Any] = {}
    exec(shown(deposit, "Python, with pandas"), names)  # noqa: S102  (it is what a reader would paste)

    for name, rows in tables.items():
        frame = names["read"](name)
        found = frame.astype(object).where(frame.notna(), None).to_dict("records")
        assert found == [{key: str(value) if isinstance(value, date) else value for key, value in row.items()} for row in rows], name
    assert (str(names["trips"].first_day.dtype), names["read"]("stops").country.tolist()) == ("string", ["NA", "NA", "NA"])


SAY_ALL = """
for (table in unique(book$table)) {
  columns <- jsonlite::toJSON(read(table), dataframe = "columns", na = "null", digits = I(17), Date = "epoch")
  cat(table, "\\t", columns, "\\n", sep = "")
}
"""


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r_reads_it_as_the_readme_says(deposit: Path, tables: Mapping[str, Rows]) -> None:
    """The lines of the README give every table with its types: texts, whole numbers, logical values and days."""
    command = ["Rscript", "--vanilla", "-e", shown(deposit, "R") + SAY_ALL]
    ran = subprocess.run(command, cwd=deposit, check=False, capture_output=True, encoding="utf-8", env={**os.environ, "LC_ALL": "C.UTF-8"})
    if "no package called ‘jsonlite’" in ran.stderr:
        pytest.skip("R has no jsonlite")

    assert (ran.returncode, ran.stderr) == (0, "")
    found = {table: json.loads(told) for table, told in (line.split("\t", 1) for line in ran.stdout.splitlines())}
    assert found == {name: {column: [_in_r(row[column]) for row in rows] for column in TABLES[name].names} for name, rows in tables.items()}


def _in_r(value: object) -> object:
    """Return a value as R has it, where a day is a number of days."""
    return value.toordinal() - date(1970, 1, 1).toordinal() if isinstance(value, date) else value
