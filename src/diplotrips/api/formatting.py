"""Files of records, laid out anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.layout import held_in, lay_out
from diplotrips.extract.notation.text import why_not_opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.extract.editing.formatting import Formatted
    from diplotrips.extract.layout import RecordFile

_WRITTEN_BY_PEOPLE = (".yaml", ".yml")


def format_records(paths: Iterable[Path | str] = (".",), *, write: bool = True) -> list[Formatted]:
    """Write YAML files of records in one style, with every comment and no other value.

    Args:
        paths: Files, or folders of dataset projects, all of whose YAML files are meant.
        write: Write the files; else only tell what would change.

    Returns:
        What became of each file; one in which something is wrong, or would be lost, is left as it is. JSON is left out.

    Raises:
        UnreadablePathError: one of *paths* does not exist, or is a folder without records.
        UnwritablePathError: a file cannot be written.
    """
    from diplotrips.extract.editing.formatting import format_file  # noqa: PLC0415  (other commands need nothing of it)

    files = [file for path in paths for file in _files(Path(path))]
    chosen = {file.path: file for file in files if file.path.suffix.lower() in _WRITTEN_BY_PEOPLE}
    return [format_file(file.path, file.shown_as, file.holds, write=write) for file in chosen.values()]


def _files(path: Path) -> Iterator[RecordFile]:
    """Return the files that *path* means.

    Raises:
        UnreadablePathError: it is nothing that can be read.
    """
    if path.is_dir():
        yield from lay_out(path).files
        return
    if reason := why_not_opened(path):
        raise UnreadablePathError(path, reason)
    yield held_in(path)
