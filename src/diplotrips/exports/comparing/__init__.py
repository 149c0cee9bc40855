"""What changed from one state of a dataset to another, by meaning: states as values, their comparison, and the version that it takes.

`snapshots` takes a state from a released folder or from rows, `comparison` compares two, `versions` has the rule of version numbers,
`table` makes rows of `changes`, `outline` sections and lines to read, `notes` makes `CHANGES.md` of these. Rows are matched by the key that
the release itself declares, whatever their order. Where a state comes from (a project, a cache, a server) is for `diplotrips.api` to say.
"""

from diplotrips.exports.comparing.change import Change, Comparison, Kind, Level
from diplotrips.exports.comparing.comparison import compare
from diplotrips.exports.comparing.notes import changes_markdown
from diplotrips.exports.comparing.snapshots import Snapshot, TableSnapshot, snapshot_of_folder, snapshot_of_rows
from diplotrips.exports.comparing.table import change_rows
from diplotrips.exports.comparing.versions import missing_tombstones, refuse_missing_tombstones, refuse_small_bump

__all__ = [
    "Change",
    "Comparison",
    "Kind",
    "Level",
    "Snapshot",
    "TableSnapshot",
    "change_rows",
    "changes_markdown",
    "compare",
    "missing_tombstones",
    "refuse_missing_tombstones",
    "refuse_small_bump",
    "snapshot_of_folder",
    "snapshot_of_rows",
]
