"""Replacing a file in one step: a run that is killed leaves the old file or the new one, never half of it."""

from __future__ import annotations

import os
from pathlib import Path

from diplotrips.errors import UnwritablePathError, reason_of


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path*; of a link, what it points at is written, and a file that is there keeps its mode.

    Raises:
        UnwritablePathError: the file cannot be written; what was there stays.
    """
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".{place.name}.{os.getpid()}")  # hidden, so that what a killed run leaves is not taken for records
    try:
        try:
            beside.write_bytes(content)
            if place.exists():
                beside.chmod(place.stat().st_mode)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise UnwritablePathError(path, reason_of(error, "it cannot be written")) from error
