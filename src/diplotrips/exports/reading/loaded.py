"""A table of a release as it is loaded: Arrow inside, a data frame of pandas or polars when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pyarrow as pa

from diplotrips.errors import UnusableRequestError

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    import polars as pl

    DtypeBackend = Literal["pyarrow", "numpy_nullable"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class LoadedTable:
    """A table of a release; one row per record, sorted by its key.

    Whatever reads Arrow takes it as it is: `polars.DataFrame(stops)`, `pandas.DataFrame.from_arrow(stops)`, `pyarrow.table(stops)`, and
    `duckdb.sql("SELECT ... FROM stops")`.
    """

    arrow: pa.Table
    """The table with declared types; days are `date32`."""
    name: str
    """Name of the table, such as `stops`."""
    dataset: str
    """Name of the dataset."""
    version: str
    """Version of the dataset that it is of; empty of a build."""

    @property
    def schema(self) -> pa.Schema:
        """Names, types and descriptions of the columns."""
        return self.arrow.schema

    @property
    def description(self) -> str:
        """What a row is."""
        return str((self.arrow.schema.metadata or {}).get(b"description", b"").decode())

    @property
    def num_rows(self) -> int:
        """How many rows it has."""
        return int(self.arrow.num_rows)

    @property
    def column_names(self) -> list[str]:
        """Names of the columns, in their order."""
        return list(self.arrow.column_names)

    def __len__(self) -> int:
        return self.num_rows

    def __repr__(self) -> str:
        lines = [f"{self.name} of {self.dataset} {self.version or '(a build)'}: {self.num_rows:,} rows, {self.arrow.num_columns} columns"]
        width = max(map(len, self.column_names), default=0)
        lines += [f"  {field.name:<{width}}  {str(field.type).removesuffix('[day]')}" for field in self.schema]
        return "\n".join(lines)

    def __arrow_c_schema__(self) -> object:
        """Return the schema as Arrow's C interface has it."""
        return self.arrow.schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the rows as Arrow's C interface has them."""
        return self.arrow.__arrow_c_stream__(requested_schema)

    def column(self, name: str) -> pa.ChunkedArray:
        """Return a column.

        Raises:
            KeyError: there is none of that name.
        """
        return self.arrow.column(name)

    def to_pylist(self) -> list[dict[str, Any]]:
        """Return the rows as values of Python: days as `datetime.date`, what is not known as None."""
        return list(self.arrow.to_pylist())

    def to_pandas(self, dtype_backend: DtypeBackend = "pyarrow") -> pd.DataFrame:
        """Return a data frame of pandas in which days stay days, whole numbers with gaps stay whole, and what is missing is `pandas.NA`.

        Args:
            dtype_backend: `pyarrow` for Arrow's types, `numpy_nullable` for those of pandas (Int32, Float64, boolean, string); these have
                no day, so days keep Arrow's.

        Raises:
            UnusableRequestError: pandas is not installed, or there is no such backend.
        """
        try:
            import pandas as pd  # noqa: PLC0415  (an extra, which takes more than a second)
        except ImportError as error:
            raise UnusableRequestError(
                "data frames are made by the package pandas, which is not installed; install diplotrips[pandas]"
            ) from error
        if dtype_backend not in {"pyarrow", "numpy_nullable"}:
            raise UnusableRequestError(f"dtype_backend takes pyarrow or numpy_nullable, not {dtype_backend}")
        types: Callable[[pa.DataType], Any] = pd.ArrowDtype
        if dtype_backend == "numpy_nullable":
            own = {
                pa.string(): pd.StringDtype(),
                pa.int32(): pd.Int32Dtype(),
                pa.float64(): pd.Float64Dtype(),
                pa.bool_(): pd.BooleanDtype(),
            }
            types = lambda kind: own.get(kind, pd.ArrowDtype(kind))  # noqa: E731
        frame: pd.DataFrame = self.arrow.to_pandas(types_mapper=types, use_threads=False)
        return frame

    def to_polars(self) -> pl.DataFrame:
        """Return a data frame of polars with the declared types.

        Raises:
            UnusableRequestError: polars is not installed.
        """
        try:
            import polars as pl  # noqa: PLC0415  (an extra, which takes half a second)
        except ImportError as error:
            raise UnusableRequestError(
                "data frames of polars are made by the package polars, which is not installed; install diplotrips[polars]"
            ) from error
        return pl.DataFrame(self.arrow)
