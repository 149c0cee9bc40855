"""What a review that was killed had written of its documents, as the files tell.

Before the first document is written, the progress says what each will hold (`writing`). Stubs and hashes stand by then, so that every
document that is there is whole; whether it is there is seen by its content.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from diplotrips.extract.review.progress import WrittenTrip


def settled(written: Mapping[str, WrittenTrip], writing: Mapping[str, WrittenTrip], folder: Path) -> dict[str, WrittenTrip]:
    """Return what the review has written, by trip, as far as it is there.

    Args:
        written: What it had written when it was done the last time.
        writing: What it was about to write in the place of that when it was killed.
        folder: Folder of the records.
    """
    there: dict[str, WrittenTrip] = {}
    for trip in {**written, **writing}:
        old, new = written.get(trip), writing.get(trip)
        one = old or new
        held = _sha256_of(folder / one.file) if one else None
        if old and (new is None or held == old.sha256):
            is_taken_back = new is None and held == _before(old)
            there |= {} if is_taken_back else {trip: old}
        elif new and held != _before(new):
            there[trip] = new
    return there


def _before(written: WrittenTrip) -> str | None:
    """Return the SHA-256 of what a file held before the review; None: it was not there."""
    return None if written.before is None else sha256(written.before.encode()).hexdigest()


def _sha256_of(path: Path) -> str | None:
    return sha256(path.read_bytes()).hexdigest() if path.exists() else None
