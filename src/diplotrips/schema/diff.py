"""The shape of the JSON report of a comparison, as published; `diplotrips diff --format json` writes it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from diplotrips.schema.record import Many, Record

Number = Annotated[int, Field(ge=0)]
Level = Literal["patch", "minor", "major"]


class ReportedChange(Record):
    """One difference between the two states."""

    kind: str
    """What happened: a code of the list `change_kinds`, which is open."""

    level: Level
    """Which number of a version it raises at least."""

    table: str
    """Table in which it shows."""

    row: str | None
    """Key of the row there, values with spaces in between; null where it is about a table, a column or many rows."""

    record: str | None
    """Released id of the record that it is about."""

    record_kind: str | None
    """Kind of that record."""

    trip: str | None
    """Trip of that record."""

    field: str | None
    """Column, or what several columns say together, such as `first_day`; of a claim the field that it is about."""

    source: str | None
    """Of a claim, the source."""

    finding: str | None
    """Of a disagreement, the code of the check."""

    before: str | None
    """What was there, as text, dates in EDTF; of a record or entry that is gone, what it said."""

    after: str | None
    """What is there now; of a record or entry that is new, what it says."""

    successor: str | None
    """Record that took the place of a withdrawn one."""

    because: str | None
    """The reason, where a tombstone or decision gives one."""

    rows: Number
    """Rows of all tables that it stands for."""

    message: str
    """The same in one sentence."""


class DiffReport(Record):
    """What `diplotrips diff --format json` writes."""

    diff: Annotated[int, Field(ge=1, le=1)]
    """Version of this shape; raised when a key goes or changes its meaning."""

    package: str
    """Version of the package."""

    before: str
    """The earlier state: a version, a folder, or the working tree."""

    after: str
    """The later state."""

    since_version: str | None
    """Version of the earlier state; null where it was not released."""

    identical: bool
    """Whether nothing differs at all."""

    level: Level | None
    """The least level of a version that may have these changes; null where nothing differs."""

    tables: Number
    """Tables of the later state."""

    rows: Number
    """Rows of the later state, without those of the table `changes`."""

    counts: dict[str, Number]
    """Number of changes by kind."""

    changes: Many[ReportedChange]
    """Everything that differs: tables and columns first, then trip by trip, registers, ledger, code lists, and what follows from these."""
