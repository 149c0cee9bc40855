"""Which articles lie in the files and folders that were named; each is read when its turn comes, so that few are in memory at a time."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.articles.pages import Form, Page
from diplotrips.extract.articles.warc import archived
from diplotrips.extract.notation.parsed import MAX_BYTES
from diplotrips.extract.notation.text import why_not_listed, why_not_opened, why_not_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STANDARD_INPUT: Final = Path("-")
"""Stands for one article on standard input."""

TEXTS: Final = (".txt", ".text", ".md")
PAGES: Final = (".html", ".htm", ".xhtml")
ARCHIVES: Final = (".warc", ".warc.gz")

TOO_LARGE: Final = f"it is larger than {MAX_BYTES // 1024**2} MB"

_TAGS: Final = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")

_ARCHIVED: Final = b"WARC/"


def files_in(paths: Sequence[Path]) -> Iterator[Path | UnreadablePathError]:
    """Yield the files that *paths* name; a folder stands for all below it with a known suffix, sorted, but for what is hidden."""
    for path in paths:
        if path == STANDARD_INPUT or not path.is_dir():
            yield path
            continue
        found = list(_below(path))
        if not any(isinstance(one, Path) for one in found):
            known = ", ".join((*TEXTS, *PAGES, *ARCHIVES))
            yield UnreadablePathError(path, f"no article is in this folder; the names of articles end in {known}")
        yield from found


def _below(folder: Path) -> Iterator[Path | UnreadablePathError]:
    """Yield the files below a folder, in the order of their names."""
    try:
        names = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield UnreadablePathError(folder, why_not_listed(error, folder))
        return
    for entry in names:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(folder / entry.name)
        elif entry.name.lower().endswith((*TEXTS, *PAGES, *ARCHIVES)):
            yield folder / entry.name


def pages_in(files: Iterable[Path | UnreadablePathError]) -> Iterator[Page | UnreadablePathError]:
    """Yield the articles of *files*, in order; of what cannot be read, why."""
    for file in files:
        try:
            if isinstance(file, UnreadablePathError):
                yield file
            elif file == STANDARD_INPUT:
                yield _typed()
            else:
                yield from _opened(file)
        except UnreadablePathError as error:
            yield error


def size_of(file: Path | UnreadablePathError) -> int:
    """Return the size of a file in bytes; of what cannot be read, 0."""
    try:
        return file.stat().st_size if isinstance(file, Path) and file != STANDARD_INPUT else 0
    except (OSError, ValueError):
        return 0


def _typed() -> Page:
    """Return what is on standard input."""
    content = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise UnreadablePathError("standard input", TOO_LARGE)
    return Page("standard input", "stdin", content, _form_of(content, ""))


def _opened(file: Path) -> Iterator[Page | UnreadablePathError]:
    """Yield the article of a file, or those of an archive."""
    reason = why_not_opened(file)
    if reason:
        raise UnreadablePathError(file, reason)
    name = file.name.lower()
    try:
        with file.open("rb") as stream:
            head = stream.read(len(_ARCHIVED))
            stream.seek(0)
            if name.endswith(ARCHIVES) or head == _ARCHIVED:
                yield from archived(stream, file)
                return
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadablePathError(file, why_not_read(error, file)) from error
    if len(content) > MAX_BYTES:
        raise UnreadablePathError(file, TOO_LARGE)
    yield Page(str(file), file.stem, content, _form_of(content, name), size_bytes=len(content))


def _form_of(content: bytes, name: str) -> Form:
    """Return whether a file is a page, by its name or else by how it begins."""
    if name.endswith(PAGES):
        return Form.HTML
    begins = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return Form.HTML if not name.endswith(TEXTS) and begins.startswith(_TAGS) else Form.TEXT
