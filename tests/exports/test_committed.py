"""The newest release in `exports/` is what `load` gives; that all of them are whole is tested in `verifying`, and by `test_readers`."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

import diplotrips
from diplotrips.exports.stored import versions

EXPORTS = Path(__file__).parents[2] / "exports"


def test_load_gives_the_newest_release() -> None:
    """`diplotrips.load` of this checkout reads what is committed, and days stay days in pandas."""
    stops = diplotrips.load("stops")

    assert stops.arrow.equals(pq.read_table(EXPORTS / versions(EXPORTS)[-1] / "stops.parquet"))
    assert str(stops.to_pandas()["first_day_earliest"].dtype) == "date32[day][pyarrow]"
