"""Documents of an older version of the record format, taken to a newer one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.errors import UnreadablePathError, UnusableRequestError
from diplotrips.extract.layout import held_in, lay_out
from diplotrips.extract.migrating.folders import MigratedFile, migrate_files
from diplotrips.extract.migrating.migrations import MIGRATIONS, newest, oldest
from diplotrips.extract.notation.text import why_not_opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplotrips.extract.layout import RecordFile
    from diplotrips.extract.migrating.migrations import Migration
    from diplotrips.findings import Finding


@dataclass(frozen=True, slots=True)
class Migrated:
    """What became of the files, or would."""

    to: int
    """The version that they were taken to."""
    files: tuple[MigratedFile, ...]
    """Every file, in the order of their names."""

    @property
    def is_refused(self) -> bool:
        """Whether something was in the way of one of them, so that none was migrated."""
        return any(file.is_left for file in self.files)

    @property
    def is_changed(self) -> bool:
        """Whether a file is not the same as before, or would not be."""
        return any(file.is_changed for file in self.files)


def migrate(
    paths: Iterable[Path | str] = (".",), *, to: int | None = None, write: bool = True, migrations: Sequence[Migration] | None = None
) -> Migrated:
    """Take files of records to another version of the record format: all of them, or none.

    Args:
        paths: Folders of dataset projects, all of whose files are meant, or files.
        to: The version; the newest unless given.
        write: Write the files; else only tell what would change.
        migrations: What leads from version to version, the oldest first; what this package has unless given.

    Raises:
        UnusableRequestError: *to* is no version that is known.
        UnreadablePathError: one of *paths* does not exist, or is a folder without records.
        UnwritablePathError: a file cannot be written; none is changed.

    Comments, the order of keys and everything else that a migration has nothing to do with stay as they are.
    """
    migrations = MIGRATIONS if migrations is None else migrations
    first, last = oldest(migrations), newest(migrations)
    target = last if to is None else to
    if not first <= target <= last or target not in {first, *(migration.to for migration in migrations)}:
        known = f"{first} to {last}" if first < last else f"{last} only"
        raise UnusableRequestError(f"version {target} of the record format is not known; documents of version {known} are")
    files: list[RecordFile] = []
    findings: list[Finding] = []
    for path in map(Path, paths):
        if path.is_dir():
            layout = lay_out(path)
            files += layout.files
            findings += layout.findings
        elif reason := why_not_opened(path):
            raise UnreadablePathError(path, reason)
        else:
            files.append(held_in(path))
    strangers = tuple(MigratedFile(found.place.file, findings=(found,)) for found in findings)
    told = migrate_files(files, migrations, target, write=write and not strangers)
    return Migrated(target, tuple(sorted((*told, *strangers), key=lambda file: file.file)))
