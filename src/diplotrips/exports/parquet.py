"""Parquet files that load the same in pandas, polars, DuckDB, R (arrow and nanoparquet) and Spark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    import pyarrow as pa

ROWS_A_GROUP = 100_000


def write_parquet(table: pa.Table, path: Path | BinaryIO) -> None:
    """Write *table* to *path*, a file or what is open for writing.

    The same table gives the same bytes with the same pyarrow (whose version is in them).

    The settings are fixed: zstd, format 2.6, data pages 1.0, default encodings. The Arrow schema is stored in the file, since nothing else
    carries the descriptions of columns; readers that do not know it ignore it. A table without rows has no group of rows: of an empty group
    nanoparquet before 0.5.1 cannot read the columns of truth values.

    Raises:
        OSError: the file cannot be written.
    """
    with pq.ParquetWriter(
        path,
        table.schema,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        use_dictionary=True,
        store_schema=True,
    ) as writer:
        if table.num_rows:
            writer.write_table(table, row_group_size=ROWS_A_GROUP)
