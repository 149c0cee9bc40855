"""Reading released tables: those that come with the package, without any network.

In a checkout, where nothing is bundled yet, the folder `exports` beside the sources serves.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.errors import UnknownNameError, UnreadablePathError
from diplotrips.exports.stored import read_table, versions

if TYPE_CHECKING:
    import pyarrow as pa


def load(table: str, version: str | None = None) -> pa.Table:
    """Return a table of the bundled release as an Arrow table; one row per record, sorted by its key.

    Args:
        table: Name of the table, such as `stops`.
        version: Version of the dataset, such as `1.0.0`; the newest that is bundled if not given.

    Raises:
        UnknownNameError: there is no such table or version; the nearest names are given.
        UnreadablePathError: the file is missing, or is not the one that was released. A failure never gives an empty table.

    Days are calendar days (`date32`). In pandas they and whole numbers with gaps stay what they are with
    `load("stops").to_pandas(types_mapper=pandas.ArrowDtype)`; plain `to_pandas()` gives days as `datetime.date` objects.
    """
    return read_table(release_folder(version), table)


def release_folder(version: str | None = None) -> Path:
    """Return the folder of the bundled release of *version*, or of the newest one.

    Raises:
        UnknownNameError: that version is not bundled.
        UnreadablePathError: none is.
    """
    home = _home()
    known = versions(home)
    if not known:
        raise UnreadablePathError(home, "there is no release")
    if version is not None and version not in known:
        raise UnknownNameError("version", version, known)
    return home / (version or known[-1])


def _home() -> Path:
    """Return the folder of the bundled releases, or in a checkout that of the committed ones."""
    package = Path(__file__).parents[1]
    checkout = package.parents[1]
    if not (package / "release").is_dir() and (checkout / "pyproject.toml").is_file():
        return checkout / "exports"
    return package / "release"
