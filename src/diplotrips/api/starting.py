"""Beginning a dataset project in a folder."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from diplotrips.errors import UnwritablePathError, reason_of
from diplotrips.extract.starting.project import project_files
from diplotrips.schema.fields import id_from
from diplotrips.words import listed

MOST_NAMED: Final = 3
"""Entries of a folder that is not empty which a message names."""

PASSED_OVER: Final = frozenset({".git"})
"""What may lie in the folder already, so that a repository can be made first."""


@dataclass(frozen=True, slots=True)
class Project:
    """A dataset project that was begun."""

    folder: Path
    files: tuple[str, ...]
    """Names of the files that were written, schemas included, sorted."""


def init(folder: Path | str, dataset_id: str = "", title: str = "", today: date | None = None) -> Project:
    """Write a dataset project with two example trips into *folder*, which is empty or not there yet.

    Args:
        folder: The folder; a repository without any files may be in it.
        dataset_id: Id of the dataset; unless given, made of the folder's name.
        title: Its title; unless given, one with its id.
        today: The day as of which an export of it is judged; unless given the clock's, in UTC.

    Raises:
        UnusableRequestError: the id or title is none.
        UnwritablePathError: the folder is not empty, is a file, or cannot be written; it is as it was.
    """
    from diplotrips.schema.published.folder import schema_files  # noqa: PLC0415  (takes as long as a check; nothing else needs it)

    folder = Path(folder)
    dataset_id = dataset_id or id_from(folder.resolve().name)
    texts = project_files(dataset_id, title or f"Foreign trips of officials: {dataset_id}", today or datetime.now(UTC).date())
    _refuse_full(folder)
    texts |= {f"schema/{name}": text for name, text in schema_files().items()}
    _write(folder, texts)
    return Project(folder, tuple(sorted(texts)))


def _refuse_full(folder: Path) -> None:
    """Refuse a folder in which something lies already."""
    try:
        names = sorted(path.name for path in folder.iterdir() if path.name not in PASSED_OVER) if folder.exists() else []
    except OSError as error:
        reason = "this is a file, not a folder" if folder.is_file() else reason_of(error, "it cannot be listed")
        raise UnwritablePathError(folder, reason) from error
    if names:
        raise UnwritablePathError(folder, f"the folder is not empty: it holds {listed(names, 'and', MOST_NAMED)}")


def _write(folder: Path, texts: dict[str, str]) -> None:
    """Write all files beside their place and then put them there: in one step where the folder is not there yet."""
    is_new = not folder.exists()
    try:
        (folder.parent if is_new else folder).mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".diplotrips-init-", dir=folder.parent if is_new else folder))
        try:
            for name, text in texts.items():
                (beside / name).parent.mkdir(parents=True, exist_ok=True)
                (beside / name).write_text(text, encoding="utf-8", newline="\n")
            beside.chmod(0o755)
            _put(beside, folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise UnwritablePathError(folder, reason_of(error, "it cannot be written")) from error


def _put(beside: Path, folder: Path) -> None:
    """Put the finished folder *beside* in the place of *folder*; if that is there, since it may be the current one, entry by entry."""
    if not folder.exists():
        beside.rename(folder)
        return
    moved = []
    try:
        for entry in sorted(beside.iterdir(), key=lambda path: path.name == "extract"):  # the records last, so that half is no dataset
            entry.rename(folder / entry.name)
            moved.append(entry.name)
    except OSError:
        for name in moved:
            (folder / name).rename(beside / name)
        raise
