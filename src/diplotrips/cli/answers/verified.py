"""What was found out about releases, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.exports.verifying.damage import Verification

MEANS = "do not work with it; take it anew from where it was published, or from version control"
"""What damage means to whoever has the folder."""


def render_verified(found: Sequence[Verification]) -> str:
    """Return every damage with its file, and below those of a release what it has or how many there are."""
    return "".join(f"{one_line(line)}\n" for release in found for line in _lines(release))


def _lines(release: Verification) -> Iterator[str]:
    """Return the lines about one release or catalog."""
    for damage in release.damages:
        yield f"{release.folder / damage.file}: {damage.reason}"
    if release.damages:
        files = len({damage.file for damage in release.damages})
        faults = f"{number(len(release.damages), 'fault')} in {number(files, 'file')}"
        yield f"{release.folder}: {faults}" if release.manifest is None else f"{release.folder}: {faults}: {MEANS}"
    elif release.manifest is None:
        yield f"{release.folder}: the catalog is that of these releases"
    else:
        rows = sum(table.rows for table in release.manifest.tables.values())
        tables = f"{number(len(release.manifest.tables), 'table')} with {number(rows, 'row')}"
        yield f"{release.folder}: {tables}, {number(len(release.manifest.files), 'file')}: whole and unchanged"
