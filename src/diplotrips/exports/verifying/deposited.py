"""Whether the CSV file of a table has the rows of the Parquet file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from diplotrips.exports.verifying.damage import Damage, with_more
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diplotrips.exports.verifying.stored import StoredTable


def wrong_csv(table: StoredTable, path: Path) -> Iterator[Damage]:
    """Return where the CSV file at *path* has other rows than *table*: an empty cell is null, one in quotation marks a text."""
    kinds = {field.name: field.type for field in table.values.schema}
    forms = csv.ConvertOptions(
        column_types=kinds,
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
        true_values=["TRUE"],
        false_values=["FALSE"],
    )
    try:
        found = csv.read_csv(path, csv.ReadOptions(use_threads=False), csv.ParseOptions(newlines_in_values=True), forms)
    except (pa.ArrowException, OSError) as error:
        yield Damage(path.name, f"it cannot be read as CSV: {str(error).splitlines()[0].rstrip('.')}")
        return
    if found.column_names != table.values.column_names:
        yield Damage(path.name, f"its columns are not those of {table.file}")
    elif found.num_rows != table.values.num_rows:
        yield Damage(path.name, f"it has {number(found.num_rows, 'row')}, and {table.file} has {table.values.num_rows:,}")
    else:
        yield from _differing(table, found, path.name)


def _differing(table: StoredTable, found: pa.Table, name: str) -> Iterator[Damage]:
    """Return the first value of each column that is another."""
    for column in table.values.column_names:
        one, other = found[column].combine_chunks(), table.values[column].combine_chunks()
        same = pc.or_kleene(pc.equal(one, other), pc.and_(pc.is_null(one), pc.is_null(other)))
        at = pc.indices_nonzero(pc.invert(pc.fill_null(same, fill_value=False))).to_pylist()
        if at:
            yield Damage(name, with_more(f"{column} of {table.row(at[0])} is another than in {table.file}", len(at)))
