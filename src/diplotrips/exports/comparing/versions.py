"""Which version a release may have: how far its number has to go up, by what changed, and which tombstones there have to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.errors import ExportRefusedError
from diplotrips.exports.comparing.change import Level
from diplotrips.exports.comparing.sentences import sentence
from diplotrips.exports.comparing.subjects import RECORDS, Subjects, records_of
from diplotrips.schema.version import numbers_of
from diplotrips.words import listed

if TYPE_CHECKING:
    from diplotrips.exports.comparing.change import Comparison
    from diplotrips.exports.comparing.snapshots import Snapshot

WITHOUT_TOMBSTONE: Final = ("decision", "waiver")
"""Kinds of records whose ids go without a tombstone."""

MOST_NAMED: Final = 5
"""Ids without a tombstone that a refusal names."""


def bump(old: str, new: str) -> Level | None:
    """Return which number went up from one version to another; None unless the later one is greater."""
    before, after = numbers_of(old), numbers_of(new)
    if after <= before:
        return None
    return next(level for level, one, other in zip(reversed(Level), before, after, strict=True) if one != other)


def next_version(old: str, level: Level) -> str:
    """Return the next version at *level* after *old*."""
    major, minor, patch = numbers_of(old)
    return {Level.MAJOR: f"{major + 1}.0.0", Level.MINOR: f"{major}.{minor + 1}.0", Level.PATCH: f"{major}.{minor}.{patch + 1}"}[level]


def refuse_small_bump(comparison: Comparison, version: str) -> None:
    """Refuse *version* for what changed since a release, if its number tells of less, or if nothing changed at all.

    Raises:
        ExportRefusedError: *version* is not greater, nothing changed, or some change demands a larger step; the first such is named.
    """
    old = comparison.since_version or "0.0.0"
    step = bump(old, version)
    if step is None:
        raise ExportRefusedError(f"{version} is not greater than {old}, the release before")
    level = comparison.level
    if level is None:
        raise ExportRefusedError(f"nothing has changed since {old}")
    if step >= level:
        return
    change = next(change for change in comparison.changes if change.level is level)
    told = f"{version} is a {step.word} release, but {sentence(change)} since {old}"
    raise ExportRefusedError(f"{told}, which takes a {level.word} one: {next_version(old, level)}")


def missing_tombstones(before: Snapshot, after: Snapshot) -> tuple[tuple[str, str], ...]:
    """Return kind and id of the records that are gone without a tombstone, sorted; what was on a trip that has one goes with the trip."""
    subjects = Subjects(before, after)
    told = _tombstones(after)
    gone = {(RECORDS[table], record_id, subjects.trip_of(table, record_id)) for table, record_id in subjects.gone}
    return tuple(
        sorted(
            (kind, record_id)
            for kind, record_id, trip in gone
            if kind not in WITHOUT_TOMBSTONE and (kind, record_id) not in told and ("trip", trip) not in told
        )
    )


def _tombstones(state: Snapshot) -> set[tuple[str, str]]:
    """Return kind and id of every record that has a tombstone."""
    rows = state.tables["withdrawn"].rows if "withdrawn" in state.tables else ()
    return {(str(row.get("record_kind")), str(row.get("record_id"))) for row in rows}


def refuse_missing_tombstones(before: Snapshot, after: Snapshot) -> None:
    """Refuse a release in which ids are gone and nothing says why.

    Raises:
        ExportRefusedError: there are such ids, or a tombstone that was released is gone; the first are named, and what to write for one.
    """
    _refuse_lost_tombstones(before, after)
    missing = missing_tombstones(before, after)
    if not missing:
        return
    named = listed([f"{kind} {record_id}" for kind, record_id in missing], "and", MOST_NAMED)
    kind, record_id = missing[0]
    entry = f"{{id: {record_id}, kind: {kind}, withdrawn_on: YYYY-MM-DD, because: why}}"
    were = "was released in" if len(missing) == 1 else "were released in"
    gone = f"{named} {were} {before.label} and {'is' if len(missing) == 1 else 'are'} gone"
    raise ExportRefusedError(
        f"{gone}; write into extract/withdrawn.yaml {entry}, with successor: and an id if another record took its place"
    )


def _refuse_lost_tombstones(before: Snapshot, after: Snapshot) -> None:
    """Refuse a release in which tombstones are gone, except of a record that is there again."""
    records = {(RECORDS[name], str(row[key])) for name, key, row in records_of(after)}
    lost = sorted(_tombstones(before) - _tombstones(after) - records)
    if lost:
        named = listed([f"{kind} {record_id}" for kind, record_id in lost], "and", MOST_NAMED)
        had = f"{before.label} has {'a tombstone' if len(lost) == 1 else 'tombstones'} of {named}, which extract/withdrawn.yaml has no more"
        raise ExportRefusedError(f"{had}; put {'it' if len(lost) == 1 else 'them'} back, since ids that were released stay known")
