"""Records of officials' foreign trips: read, held to schemas, cross-checked between sources, exported as versioned datasets.

    import diplotrips
    stops = diplotrips.load("stops")  # an Arrow table; .to_pandas(types_mapper=pandas.ArrowDtype) keeps days and integers
    report = diplotrips.check("my-dataset")

What the package does is in `diplotrips.api`; nothing heavy is imported before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.lazily import imported_from
from diplotrips.version import __version__

if TYPE_CHECKING:
    from diplotrips.api import Report, check, export
    from diplotrips.exports.load import load
    from diplotrips.findings import Finding

__all__ = ["Finding", "Report", "__version__", "check", "export", "load"]

_HOMES = {
    "Finding": "diplotrips.findings",
    "Report": "diplotrips.api",
    "check": "diplotrips.api",
    "export": "diplotrips.api",
    "load": "diplotrips.exports.load",
}
"""Where each name lives; imported on first use, since pyarrow and the models take a while."""

__getattr__ = imported_from(__name__, _HOMES)
