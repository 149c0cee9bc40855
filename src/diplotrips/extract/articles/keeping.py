"""Whether a draft, or a text beside it, may be written where another one lies: never over what was reviewed, or is of another article."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from diplotrips.errors import UnreadablePathError, UnusableRequestError
from diplotrips.extract.articles.earlier import content_of, text_of
from diplotrips.extract.review.progress import progress_file, read_progress

if TYPE_CHECKING:
    from pathlib import Path


def is_kept(path: Path, content: bytes) -> bool:
    """Tell whether the file at *path* holds *content* already.

    Raises:
        UnwritablePathError: there is something else than a file, or it cannot be read.
    """
    return content_of(path) == content


def why_text_stays(path: Path, content: bytes) -> str:
    """Return why a text is not written; empty: it may be."""
    if not path.exists() or is_kept(path, content):
        return ""
    return f"there is another text in {path}; --source gives this one another id, --overwrite writes over it"


def why_draft_stays(path: Path, content: bytes, text_sha256: str) -> str:
    """Return why a draft of the text with that hash is not written; empty: it may be."""
    there = content_of(path)
    if there is None or there == content:
        return ""
    if text_of(there) != text_sha256:
        return f"there is a draft of another text in {path}; --source gives this one another id, --overwrite writes over it"
    done = _review_of(path, there)
    return f"{done}, and a new draft voids what was decided; --overwrite writes it nevertheless" if done else ""


def _review_of(path: Path, there: bytes) -> str:
    """Return how far the review of the draft at *path* has got; empty: nothing was decided of this very draft."""
    file = progress_file(path)
    if not file.exists():
        return ""
    try:
        progress = read_progress(file)
    except (UnreadablePathError, UnusableRequestError):
        return f"there is a review of {path} that cannot be read"
    if progress.draft_sha256 not in {None, sha256(there).hexdigest()}:
        return ""
    if progress.written:
        return f"{path} was reviewed"
    return f"a review of {path} was begun and is not finished" if progress.trips or progress.items else ""
