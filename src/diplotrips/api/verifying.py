"""Verifying releases: whether they are what was released, and whether what they say of themselves is true."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.errors import UnreadablePathError
from diplotrips.schema.version import DATASET_VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.exports.verifying.damage import Verification


def verify(places: Sequence[Path | str] = (), root: Path | str = ".") -> tuple[Verification, ...]:
    """Return what is wrong with the releases in *places*, one entry a release, and one a catalog.

    Args:
        places: Each a folder with a release or a build, a folder of releases, or a version in the folder `exports` of the project; unless
            given, all releases there.
        root: Folder of the project.

    Raises:
        UnreadablePathError: there is no release in one of the places, or a manifest cannot be read.
    """
    from diplotrips.exports.manifest import MANIFEST  # noqa: PLC0415  (pyarrow takes 150 ms; only those who verify need it)
    from diplotrips.exports.verifying.registry import is_registry, verify_listed, verify_registry  # noqa: PLC0415  (as above)

    exports = Path(root) / "exports"
    found: list[Verification] = []
    for folder in [_folder(place, exports) for place in places] or [exports]:
        if not folder.is_dir():
            raise UnreadablePathError(folder, "there is no such folder")
        if is_registry(folder):
            found += verify_registry(folder)
        elif (folder / MANIFEST).exists():
            found.append(verify_listed(folder))
        else:
            raise UnreadablePathError(folder, f"there is no release in it, since it has no {MANIFEST}")
    return tuple(found)


def _folder(place: Path | str, exports: Path) -> Path:
    """Return the folder that is meant by *place*: a version is one of *exports*, unless there is a folder of that name."""
    folder = Path(place)
    return exports / folder if re.fullmatch(DATASET_VERSION, str(place)) and not folder.exists() else folder
