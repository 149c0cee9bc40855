"""What became of files that were laid out anew, for people: a line each for those that changed or were left, then a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.editing.formatting import Formatted


def render_formatted(files: Sequence[Formatted], *, only_check: bool) -> str:
    """Return what is to be said of *files*; with *only_check* what would become of them."""
    lines = [one_line(line) for file in files for line in _told(file, only_check=only_check)]
    changed, left = sum(bool(file.line) for file in files), sum(file.is_left for file in files)
    same = len(files) - changed - left
    counts = [f"{number(changed, 'file')} {'would be ' if only_check else ''}written otherwise"] if changed else []
    counts += [f"{number(left, 'file')} left because of errors"] if left else []
    counts += [f"{number(same, 'file')} as {'it' if same == 1 else 'they'} should be"] if same or not files else []
    return "\n".join([*lines, "; ".join(counts)]) + "\n"


def _told(file: Formatted, *, only_check: bool) -> Iterator[str]:
    if file.line:
        yield f"{file.file}:{file.line}: from here on {'it would be ' if only_check else ''}written otherwise"
    if file.refusal:
        yield file.refusal
    for found in file.findings:
        yield str(found)
