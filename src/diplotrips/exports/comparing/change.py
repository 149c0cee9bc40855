"""One difference between two states of a dataset, what kind it is, and how large a version it takes; and all of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TypedDict


class Level(IntEnum):
    """Which number of a version a change raises at least."""

    PATCH = 1
    MINOR = 2
    MAJOR = 3

    @property
    def word(self) -> str:
        """The level as a code."""
        return self.name.lower()


class Kind(StrEnum):
    """What happened; the codes of the list `change_kinds`."""

    RECORD_ADDED = "record-added"
    RECORD_WITHDRAWN = "record-withdrawn"
    RECORD_MERGED = "record-merged"
    DATE_GIVEN = "date-given"
    DATE_REFINED = "date-refined"
    DATE_WIDENED = "date-widened"
    DATE_CORRECTED = "date-corrected"
    DATE_RESTATED = "date-restated"
    DATE_TAKEN_AWAY = "date-taken-away"
    VALUE_GIVEN = "value-given"
    VALUE_CORRECTED = "value-corrected"
    VALUE_TAKEN_AWAY = "value-taken-away"
    ROUTE_CHANGED = "route-changed"
    ENTRY_ADDED = "entry-added"
    ENTRY_WITHDRAWN = "entry-withdrawn"
    ENTRY_CHANGED = "entry-changed"
    CLAIM_ADDED = "claim-added"
    CLAIM_WITHDRAWN = "claim-withdrawn"
    CLAIM_CHANGED = "claim-changed"
    CONFLICT_OPENED = "conflict-opened"
    CONFLICT_SETTLED = "conflict-settled"
    CONFLICT_GONE = "conflict-gone"
    CODE_ADDED = "code-added"
    CODE_WITHDRAWN = "code-withdrawn"
    CODE_CHANGED = "code-changed"
    TABLE_ADDED = "table-added"
    TABLE_WITHDRAWN = "table-withdrawn"
    TABLE_DESCRIBED = "table-described"
    KEY_CHANGED = "key-changed"
    COLUMN_ADDED = "column-added"
    COLUMN_WITHDRAWN = "column-withdrawn"
    COLUMN_RETYPED = "column-retyped"
    COLUMN_MADE_NULLABLE = "column-made-nullable"
    COLUMN_MADE_REQUIRED = "column-made-required"
    COLUMN_REDEFINED = "column-redefined"
    COLUMN_DESCRIBED = "column-described"
    FOLLOWS = "follows"

    @property
    def level(self) -> Level:
        """How large a version it takes."""
        if self in _MAJOR:
            return Level.MAJOR
        return Level.MINOR if self in _MINOR else Level.PATCH

    @property
    def is_of_schema(self) -> bool:
        """Whether it is about tables and columns, not about what is in them."""
        return self in _OF_SCHEMA


_MAJOR = frozenset(
    {
        Kind.RECORD_WITHDRAWN,
        Kind.RECORD_MERGED,
        Kind.CODE_WITHDRAWN,
        Kind.TABLE_WITHDRAWN,
        Kind.KEY_CHANGED,
        Kind.COLUMN_WITHDRAWN,
        Kind.COLUMN_RETYPED,
        Kind.COLUMN_MADE_NULLABLE,
        Kind.COLUMN_REDEFINED,
    }
)
_MINOR = frozenset({Kind.RECORD_ADDED, Kind.ENTRY_ADDED, Kind.CLAIM_ADDED, Kind.CODE_ADDED, Kind.TABLE_ADDED, Kind.COLUMN_ADDED})
_OF_SCHEMA = frozenset(kind for kind in Kind if kind.startswith(("table-", "column-", "key-")))


class Told(TypedDict, total=False):
    """What may be told of a change beside its kind and table; see `Change`."""

    row_key: str | None
    record_id: str | None
    record_kind: str | None
    trip_id: str | None
    field_name: str | None
    source_id: str | None
    finding_code: str | None
    before: str | None
    after: str | None
    successor_id: str | None
    because: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two states."""

    kind: Kind
    table: str
    row_key: str | None = None
    """Key of the row, values with spaces in between; None where it is about a table, a column or many rows."""
    record_id: str | None = None
    """Record that it is about."""
    record_kind: str | None = None
    trip_id: str | None = None
    """Trip that the record belongs to."""
    field_name: str | None = None
    """Column, or field of several columns: `first_day`, `country`; field of a claim."""
    source_id: str | None = None
    """Source of a claim."""
    finding_code: str | None = None
    """Code of the check, of what is in `conflicts`."""
    before: str | None = None
    """What was there, as text; dates in EDTF."""
    after: str | None = None
    """What is there now."""
    successor_id: str | None = None
    """Record that took the place of a withdrawn one."""
    because: str | None = None
    """Reason, of the tombstone or the decision."""
    n_rows: int = 1
    """Rows of all tables that it stands for."""

    @property
    def level(self) -> Level:
        """How large a version it takes."""
        return self.kind.level


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one state to another."""

    before: str
    """What the earlier state is called."""
    after: str
    """What the later state is called."""
    changes: tuple[Change, ...]
    """Everything that differs: the schema first, then trip by trip, registers, ledger, code lists, and what follows from the rest."""
    since_version: str | None = None
    """Version of the earlier state, where it was released."""
    n_tables: int = 0
    """Tables of the later state."""
    n_rows: int = 0
    """Rows of the later state, without those of the table `changes`."""

    @property
    def differs(self) -> bool:
        """Whether anything differs at all."""
        return bool(self.changes)

    @property
    def level(self) -> Level | None:
        """The least level of a version that may have these changes; None if there are none."""
        return max((change.level for change in self.changes), default=None)
