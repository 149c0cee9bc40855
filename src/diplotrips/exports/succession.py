"""Which release a new one comes after, and whether it may: its number, its day, what changed since, and the ids that went.

Everything that can be said without the records is refused by `succession`, before they are read; the rest by `what_changed`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplotrips.errors import ExportRefusedError
from diplotrips.exports.comparing import (
    change_rows,
    changes_markdown,
    compare,
    refuse_missing_tombstones,
    refuse_small_bump,
    snapshot_of_folder,
    snapshot_of_rows,
)
from diplotrips.exports.describing.changelog import read_changelog, release_day, release_days
from diplotrips.exports.folders import followed
from diplotrips.exports.manifest import read_manifest
from diplotrips.exports.release import refuse_taken
from diplotrips.exports.stored import versions
from diplotrips.schema.version import DATASET_VERSION, numbers_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from diplotrips.schema.flatten import Tables

FIRST: Final = "# Changes\n\nThere is no earlier release.\n"
"""`CHANGES.md` where there is nothing to compare with."""


@dataclass(frozen=True, slots=True)
class Succession:
    """A release, or a build, and the one that it comes after."""

    home: Path
    """Folder of the releases."""
    before: str
    """Version of the release that it comes after; empty if there is none."""
    version: str | None = None
    """Version of the new one; None for a build."""
    day: date | None = None
    """Day of release; None for a build."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What is different from the release before."""

    rows: Sequence[dict[str, object]]
    """Rows of the table `changes`."""
    text: str
    """The same to read, in Markdown."""


def succession(home: Path, folder: Path, version: str | None, changelog: Path) -> Succession:
    """Return which of the releases in *home* the one that is to be written into *folder* comes after.

    That is the newest one; of a version that is written elsewhere than into *home*, the newest that is smaller, so that an old release can
    be made again.

    Raises:
        ExportRefusedError: *version* is none or is not greater than the newest one, *folder* is taken, or *changelog* has no whole entry
            for the version.
        UnreadablePathError: *changelog* is no text file.
    """
    known = versions(home)
    _refuse_misnamed(home, folder, version)
    if version is None:
        return Succession(home, known[-1] if known else "")
    if not re.fullmatch(DATASET_VERSION, version):
        raise ExportRefusedError(f"{version} is no version such as 1.0.0")
    smaller = [one for one in known if numbers_of(one) < numbers_of(version)]
    if len(smaller) < len(known) and followed(folder.parent) == followed(home):
        raise ExportRefusedError(f"{version} is not greater than {known[-1]}, the newest release in {home}")
    before = smaller[-1] if smaller else ""
    day = release_day(changelog, version)
    earlier = release_days(read_changelog(changelog)).get(before)
    if earlier and day < earlier:
        raise ExportRefusedError(f"{changelog} has {version} on {day}, which is before {before} on {earlier}")
    return Succession(home, before, version, day)


def _refuse_misnamed(home: Path, folder: Path, version: str | None) -> None:
    """Refuse a folder that is taken, and among the releases one whose name is not the version that is written."""
    refuse_taken(folder, version)
    if followed(folder.parent) == followed(home) and folder.name != version and re.fullmatch(DATASET_VERSION, folder.name):
        told = f"{version} is to be written" if version else "this is a build without a version"
        raise ExportRefusedError(f"{folder} is the place of release {folder.name}, and {told}")


def what_changed(following: Succession, dataset: str, tables: Tables) -> Changed:
    """Return what is different in *tables* from the release that they come after.

    Raises:
        ExportRefusedError: nothing is different, the version is too small for what is, an id went without a tombstone, or the release
            before is of another dataset; the last for a build too.
        UnreadablePathError: the release before is damaged.
    """
    if not following.before:
        return Changed((), FIRST)
    folder = following.home / following.before
    known = read_manifest(folder).dataset
    if known != dataset:
        raise ExportRefusedError(f"{folder} is a release of {known}, and dataset.yaml is of {dataset}")
    before, after = snapshot_of_folder(folder), snapshot_of_rows(tables, following.version or "this build", following.version)
    comparison = compare(before, after)
    if following.version:
        refuse_missing_tombstones(before, after)
        refuse_small_bump(comparison, following.version)
    return Changed(change_rows(comparison), changes_markdown(comparison))
