"""Records of officials' foreign trips: read, held to schemas, cross-checked between sources, exported as versioned datasets.

    import diplotrips
    stops = diplotrips.load("stops")  # .to_pandas() and .to_polars() keep days and integers, .arrow is the Arrow table
    report = diplotrips.check("my-dataset")

What the package does is in `diplotrips.api`; nothing heavy is imported before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.lazily import imported_from, listing_of
from diplotrips.version import __version__

if TYPE_CHECKING:
    from diplotrips.api import Report, check, export
    from diplotrips.exports.reading.fetching import fetch
    from diplotrips.exports.reading.loaded import LoadedTable
    from diplotrips.exports.reading.loading import load
    from diplotrips.exports.reading.offered import versions
    from diplotrips.findings import Finding

__all__ = ["Finding", "LoadedTable", "Report", "__version__", "check", "export", "fetch", "load", "versions"]

_HOMES = {
    "Finding": "diplotrips.findings",
    "LoadedTable": "diplotrips.exports.reading.loaded",
    "Report": "diplotrips.api",
    "check": "diplotrips.api",
    "export": "diplotrips.api",
    "fetch": "diplotrips.exports.reading.fetching",
    "load": "diplotrips.exports.reading.loading",
    "versions": "diplotrips.exports.reading.offered",
}
"""Where each name lives; imported on first use, since pyarrow and the models take a while."""

__getattr__ = imported_from(__name__, _HOMES)
__dir__ = listing_of(__all__)
