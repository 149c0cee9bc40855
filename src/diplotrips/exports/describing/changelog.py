"""Releases as the changelog of a project has them: the day of each, and whether anything is said of it.

The form is that of Keep a Changelog: a release is a heading `## [1.0.0] - 2026-11-22` with text below. A day of release stands here and
nowhere else, so that the same records and the same changelog give the same bytes whatever the clock says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from diplotrips.errors import ExportRefusedError, UnreadablePathError, reason_of
from diplotrips.schema.version import DATASET_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAX_BYTES: Final = 16 * 1024 * 1024
"""A larger file is no changelog, and is not read."""

_HEADING = re.compile(rf"## +\[?({DATASET_VERSION})\]?(?: +[-–—] +(\S+))?.*")
_SECTION = re.compile(r"#{1,2} .*")
_SAYS_NOTHING = re.compile(r"\s*(?:#.*|\[[^\]]+\]: .*)?")
"""A line that tells a reader nothing: an empty one, a heading, the address of a link."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"^(```|~~~).*?(?:^\1\s*?$|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the changelog has of one release."""

    line: int
    """Line of the heading, from 1."""
    day: str
    """Day of release as written; empty if none is."""
    says: bool
    """Whether there is any text below the heading."""


def read_changelog(path: Path) -> dict[str, Entry]:
    """Return the entries of the changelog at *path* by version, in its order; none where there is no such file.

    Of two entries for one version the first counts. What stands in comments and in blocks of code is passed over.

    Raises:
        UnreadablePathError: it is no text file.
    """
    try:
        if not path.exists():
            return {}
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            raise UnreadablePathError(path, "it is no changelog")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadablePathError(path, reason_of(error)) from error
    except UnicodeDecodeError as error:
        raise UnreadablePathError(path, "it is not in UTF-8") from error
    return parse_changelog(text)


def parse_changelog(text: str) -> dict[str, Entry]:
    """Return the entries of a changelog by version, in its order."""
    lines = _COMMENT.sub(_emptied, _FENCE.sub(_told, text)).splitlines()
    starts = [(at, heading) for at, line in enumerate(lines) if (heading := _HEADING.fullmatch(line))]
    entries: dict[str, Entry] = {}
    for at, heading in starts:
        end = next((later for later in range(at + 1, len(lines)) if _SECTION.fullmatch(lines[later])), len(lines))
        says = not all(_SAYS_NOTHING.fullmatch(line) for line in lines[at + 1 : end])
        entries.setdefault(heading[1], Entry(at + 1, heading[2] or "", says))
    return entries


def release_day(path: Path, version: str) -> date:
    """Return the day on which *version* is released, as the changelog at *path* has it.

    Raises:
        ExportRefusedError: there is no entry for the version, it has no day, or nothing stands below it.
        UnreadablePathError: the changelog is no text file.
    """
    entry = read_changelog(path).get(version)
    wanted = f"“## [{version}] - YYYY-MM-DD”"
    if entry is None:
        told = f"{path} has no entry for {version}" if path.exists() else f"there is no {path} with an entry for {version}"
        raise ExportRefusedError(f"{told}; write a line {wanted} with the day of the release, and below it what a reader should know")
    place = f"{path}:{entry.line}"
    if not entry.day:
        raise ExportRefusedError(f"{place}: the entry for {version} has no day; the line reads {wanted}")
    day = _day(entry.day)
    if day is None:
        raise ExportRefusedError(f"{place}: {entry.day} is no day of the calendar; the line reads {wanted}")
    if not entry.says:
        raise ExportRefusedError(f"{place}: nothing stands below the heading of {version}; write there what a reader should know")
    return day


def release_days(entries: Mapping[str, Entry]) -> dict[str, date]:
    """Return the day of each release whose entry has one."""
    return {version: day for version, entry in entries.items() if (day := _day(entry.day))}


def _day(text: str) -> date | None:
    """Return the day that *text* is as `YYYY-MM-DD`; None if it is none."""
    try:
        return date.fromisoformat(text) if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None


def _emptied(found: re.Match[str]) -> str:
    """Return as many lines as were found, with nothing on them."""
    return "\n" * found[0].count("\n")


def _told(found: re.Match[str]) -> str:
    """Return as many lines as were found, none of which is a heading; a block of code says something."""
    return "`" + _emptied(found)
