"""Whether a release tells what changed since the one before it: the table `changes`, `CHANGES.md` and its number.

All three are held to this version of the package, so only releases that it made itself are. The one before may be of any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.errors import ExportRefusedError, UnreadablePathError, reason_of
from diplotrips.exports.comparing import (
    change_rows,
    changes_markdown,
    compare,
    refuse_missing_tombstones,
    refuse_small_bump,
    snapshot_of_folder,
)
from diplotrips.exports.manifest import CHANGES, CHANGES_TABLE, MANIFEST
from diplotrips.exports.stored import read_table
from diplotrips.exports.verifying.damage import Damage, with_more
from diplotrips.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diplotrips.exports.verifying.damage import Verification


def wrong_succession(before: Verification | None, after: Verification) -> Iterator[Damage]:
    """Return where a release tells something else than what changed since the one *before*; nothing where one of them is damaged."""
    told = after.manifest
    if told is None or told.package_version != __version__ or after.damages or CHANGES_TABLE not in told.tables:
        return
    if before is None:
        if told.tables[CHANGES_TABLE].rows:
            yield Damage(f"{CHANGES_TABLE}.parquet", f"it tells of changes, and no release comes before {after.folder.name}")
    elif not before.damages:
        try:
            yield from _unlike(before.folder, after.folder)
        except (OSError, UnreadablePathError) as error:
            reason = reason_of(error) if isinstance(error, OSError) else error.reason
            yield Damage(CHANGES, f"it cannot be held to {before.folder.name}: {reason}")


def _unlike(before: Path, after: Path) -> Iterator[Damage]:
    """Return where the release in *after* tells something else than its comparison with the one in *before*."""
    one, other = snapshot_of_folder(before), snapshot_of_folder(after)
    comparison = compare(one, other)
    rows = {tuple(sorted(row.items())): row["message"] for row in read_table(after, CHANGES_TABLE).to_pylist()}
    follows = {tuple(sorted(row.items())): row["message"] for row in change_rows(comparison)}
    wrong = [message for row, message in [*follows.items(), *rows.items()] if row not in follows or row not in rows]
    if wrong:
        reason = f"it does not tell what changed since {before.name}, first that {wrong[0]}"
        yield Damage(f"{CHANGES_TABLE}.parquet", with_more(reason, len(wrong)))
    if (after / CHANGES).read_bytes() != changes_markdown(comparison).encode():
        yield Damage(CHANGES, f"it does not tell what changed since {before.name}")
    try:
        refuse_missing_tombstones(one, other)
        refuse_small_bump(comparison, after.name)
    except ExportRefusedError as refusal:
        yield Damage(MANIFEST, refusal.reason)
