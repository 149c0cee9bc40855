"""The files stay within what nanoparquet reads: types, encodings, compression and pages, told from their metadata without R."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from tests.r.sessions import large_table, nasty_tables

from diplotrips.exports.arrow import arrow_table
from diplotrips.exports.parquet import write_parquet
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyarrow.parquet import ColumnChunkMetaData

EXPORTS = Path(__file__).parents[2] / "exports"
RELEASED = sorted(EXPORTS.glob("*/*.parquet"))
STORED = {("BYTE_ARRAY", "STRING"), ("INT32", "DATE"), ("INT32", "NONE"), ("DOUBLE", "NONE"), ("BOOLEAN", "NONE")}
"""Physical and logical types of the columns. Of INT64 R makes doubles, of unsigned numbers wrong ones."""

ENCODINGS = {"PLAIN", "RLE", "RLE_DICTIONARY"}
"""Deltas and split bytes are read by newer versions only."""

DATA_PAGE, DICTIONARY_PAGE = 0, 2
"""Kinds of pages; 3 is a data page of version 2."""


def chunks(path: Path) -> Iterator[ColumnChunkMetaData]:
    """Return the metadata of every stretch of every column of a file."""
    metadata = pq.read_metadata(path)
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        yield from (group.column(position) for position in range(group.num_columns))


def page_kind(path: Path, offset: int) -> int:
    """Return the kind of the page that begins at *offset*: the first field of its header, a number in zigzag form."""
    with path.open("rb") as stream:
        stream.seek(offset)
        field, number = stream.read(2)
    assert field == 0x15
    return number >> 1


def assert_plain(path: Path) -> None:
    """Assert that a file has nothing that R's smallest reader could stumble over."""
    schema = pq.ParquetFile(path).schema
    columns = [schema.column(position) for position in range(len(schema))]

    assert {(column.physical_type, column.logical_type.type) for column in columns} <= STORED
    assert {column.max_repetition_level for column in columns} == {0}
    assert {column.max_definition_level for column in columns} <= {0, 1}
    for chunk in chunks(path):
        assert set(chunk.encodings) <= ENCODINGS, chunk.path_in_schema
        assert chunk.compression == "ZSTD"
        if chunk.num_values:
            assert page_kind(path, chunk.data_page_offset) == DATA_PAGE, chunk.path_in_schema
        if chunk.num_values and chunk.has_dictionary_page:
            assert page_kind(path, chunk.dictionary_page_offset) == DICTIONARY_PAGE, chunk.path_in_schema


@pytest.mark.parametrize("table_name", TABLES)
def test_what_we_write_is_plain(table_name: str, tmp_path: Path) -> None:
    """However nasty the rows of a table, its file is plain, and so it is without any."""
    for rows in (nasty_tables()[table_name], []):
        write_parquet(arrow_table(table_name, rows), tmp_path / "table.parquet")

        assert_plain(tmp_path / "table.parquet")


def test_an_empty_table_has_no_group_of_rows(tmp_path: Path) -> None:
    """Of an empty group, nanoparquet before 0.5.1 cannot read columns of truth values."""
    write_parquet(arrow_table("claims", []), tmp_path / "table.parquet")

    assert pq.read_metadata(tmp_path / "table.parquet").num_row_groups == 0


def test_a_large_table_is_plain(tmp_path: Path) -> None:
    """Several groups of rows and a dictionary that grows too large change nothing."""
    write_parquet(arrow_table("extras", large_table()), tmp_path / "table.parquet")

    assert_plain(tmp_path / "table.parquet")
    assert pq.read_metadata(tmp_path / "table.parquet").num_row_groups == 2


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_released_is_plain(path: Path) -> None:
    """So are the files of every release."""
    assert_plain(path)


def test_a_page_of_version_2_is_told(tmp_path: Path) -> None:
    """A file with newer pages, or with deltas, would be found."""
    table = arrow_table("stop_events", [{"stop_id": "a.b", "event_id": "c"}])
    pq.write_table(table, tmp_path / "new.parquet", data_page_version="2.0", compression="zstd")
    pq.write_table(table, tmp_path / "delta.parquet", column_encoding="DELTA_BYTE_ARRAY", use_dictionary=False, compression="zstd")

    with pytest.raises(AssertionError, match="stop_id\nassert 3 == 0"):
        assert_plain(tmp_path / "new.parquet")
    with pytest.raises(AssertionError, match="DELTA_BYTE_ARRAY"):
        assert_plain(tmp_path / "delta.parquet")
