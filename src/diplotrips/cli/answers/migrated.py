"""What became of files that were taken to another version: a line each, then what happened in all of them, then a count."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.api.migrating import Migrated
    from diplotrips.extract.migrating.folders import MigratedFile


def render_migrated(migrated: Migrated, *, only_check: bool) -> str:
    """Return what is to be said; with *only_check* what would become of the files."""
    if migrated.is_refused:
        left = [file for file in migrated.files if file.is_left]
        lines = [str(one) for file in left for one in (*file.findings, *file.problems)]
        lines.append(f"nothing was migrated because of {number(len(left), 'file')}")
        return "\n".join(map(one_line, lines)) + "\n"
    changed = [file for file in migrated.files if file.is_changed]
    lines = [_told(file, migrated.to, only_check=only_check) for file in changed]
    return "\n".join([*map(one_line, [*lines, *_happened(migrated)]), _counted(migrated, len(changed), only_check=only_check)]) + "\n"


def _told(file: MigratedFile, to: int, *, only_check: bool) -> str:
    would = "would become" if only_check else "becomes"
    if file.since == to:
        return f"{file.file}: the hash of a file that it names {would} another"
    return f"{file.file}: version {file.since} {would} {to}"


def _happened(migrated: Migrated) -> Iterator[str]:
    """Say what happened, and how often in all files; the numbers of versions go without saying."""
    counts = Counter[str]()
    for file in migrated.files:
        counts.update({about: count for about, count in file.counts.items() if about})
    for about, count in counts.items():
        yield f"{about}: {number(count, 'time')}"


def _counted(migrated: Migrated, changed: int, *, only_check: bool) -> str:
    same = len(migrated.files) - changed
    counts = [f"{number(changed, 'file')} {'would be ' if only_check else ''}migrated to version {migrated.to}"] if changed else []
    counts += [f"{number(same, 'file')} of version {migrated.to} already"] if same or not changed else []
    return "; ".join(counts)
