"""Records of officials' foreign trips: read, held to schemas, cross-checked between sources, exported as versioned datasets.

    import diplotrips
    stops = diplotrips.load("stops")  # an Arrow table; .to_pandas(types_mapper=pandas.ArrowDtype) keeps days and integers
    report = diplotrips.check("my-dataset")

What the package does is in `diplotrips.api`; nothing heavy is imported before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def __getattr__(name: str) -> object:
    """Import *name* from its home on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  (only on first use)

    return getattr(import_module(_HOMES[name]), name)
