"""Parquet files that load the same in pandas, polars, DuckDB, R (arrow and nanoparquet) and Spark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

ROWS_A_GROUP = 100_000


def write_parquet(table: pa.Table, path: Path) -> None:
    """Write *table* to *path*; the same table gives the same bytes with the same pyarrow (whose version is in them).

    The settings are fixed: zstd, format 2.6, data pages 1.0, default encodings. The Arrow schema is stored in the file, since nothing else
    carries the descriptions of columns; readers that do not know it ignore it.

    Raises:
        OSError: the file cannot be written.
    """
    pq.write_table(
        table,
        path,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        use_dictionary=True,
        row_group_size=ROWS_A_GROUP,
        store_schema=True,
    )
