"""The releases that come with the package, and in a checkout, where nothing is bundled yet, those in the folder `exports`."""

from __future__ import annotations

from pathlib import Path

from diplotrips.exports.manifest import read_manifest
from diplotrips.exports.stored import versions


def bundled_home() -> Path:
    """Return the folder of the bundled releases, or in a checkout that of the committed ones."""
    package = Path(__file__).parents[2]
    checkout = package.parents[1]
    if not (package / "release").is_dir() and (checkout / "pyproject.toml").is_file():
        return checkout / "exports"
    return package / "release"


def bundled_dataset() -> str:
    """Return the name of the dataset that comes with the package; empty where none does.

    Raises:
        UnreadablePathError: the manifest of the newest release is damaged.
    """
    home = bundled_home()
    known = versions(home)
    return read_manifest(home / known[-1]).dataset if known else ""
