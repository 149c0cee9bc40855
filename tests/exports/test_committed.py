"""The newest release in `exports/` is what `load` gives; that all of them are whole is tested in `verifying`, and by `test_readers`."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

import diplotrips
from diplotrips.exports.manifest import manifest_hash
from diplotrips.exports.stored import versions

EXPORTS = Path(__file__).parents[2] / "exports"

RELEASED = {
    "0.1.0": "f08437dd87da97828457d18c1240e3fc34c9ac4cb12a9ce7a3abf30629fd81c6",
    "1.0.0": "4aabaf03cb396625f34c9566340b5dc9ea74a48050c3cdd5821aac454b44c072",
    "1.1.0": "00d44b562d54187bf78727a9f98f7df2f3f79a1cd62b47f75d43a9811838d36d",
}
"""SHA-256 of the manifest of every release, which vouches for all its files: a line is added with each, and none is ever changed."""


def test_no_release_is_another_than_the_one_that_was_published() -> None:
    """Whoever changes a release, and all its hashes and the catalog with it, is found out here."""
    assert {version: manifest_hash(EXPORTS / version) for version in versions(EXPORTS)} == RELEASED


def test_load_gives_the_newest_release() -> None:
    """`diplotrips.load` of this checkout reads what is committed, and days stay days in pandas."""
    stops = diplotrips.load("stops")

    assert stops.arrow.equals(pq.read_table(EXPORTS / versions(EXPORTS)[-1] / "stops.parquet"))
    assert str(stops.to_pandas()["first_day_earliest"].dtype) == "date32[day][pyarrow]"
