"""The table of what is different from the release before."""

from __future__ import annotations

from typing import Annotated

from diplotrips.schema.rows.columns import CODE_FORM, RECORD_FORM, Code, FindingCode, Form, Id, Name, RecordId, RecordKind, Rows, Text, Unit
from diplotrips.schema.version import DATASET_VERSION

GoneId = Annotated[str, Form(RECORD_FORM)]
"""Id of a record that this release need not have any more."""


class Changes(Rows, key=("ordinal",)):
    """One row per difference from the release before, in the order of `CHANGES.md`; none in the first release.

    What only follows from other rows, such as counts and implied days, is one row a table. Rows are matched by key, dates by their days.
    """

    ordinal: int
    """Place in the list, from 1."""

    since_version: Annotated[str, Form(DATASET_VERSION)] | None
    """Release with which this one was compared; null only where `diplotrips diff` compared with something else than a release."""

    change_kind: Annotated[str, Form(CODE_FORM), Code("change_kinds")]
    """What happened."""

    change_level: Annotated[str, Form(CODE_FORM), Code("change_levels")]
    """Which number of the version it raises at least."""

    changed_table: Name
    """Table in which it shows."""

    row_key: Text | None
    """Key of the row there, values with spaces in between; null where it is about a table, a column or many rows."""

    record_kind: RecordKind | None
    """Kind of the record that it is about."""

    record_id: GoneId | None
    """Record that it is about; one that is withdrawn is no more in its table."""

    trip_id: GoneId | None
    """Trip of that record."""

    field_name: Name | None
    """Column, or what several columns say together, such as `first_day`; of a claim the field that it is about."""

    source_id: Id | None
    """Of a claim, the source."""

    finding_code: FindingCode | None
    """Of a disagreement, the code of the check."""

    value_before: Text | None
    """What was there, as text, dates in EDTF; of a record or entry that is gone, what it said."""

    value_after: Text | None
    """What is there now; of a record or entry that is new, what it says."""

    successor_id: RecordId | None
    """Record that took the place of a withdrawn one."""

    because: Text | None
    """The reason, where a tombstone or decision gives one."""

    n_rows: Annotated[int, Unit("rows")]
    """Rows of all tables that it stands for; those of a record or claim that came or went are counted with it, 0 for a column."""

    message: Text
    """The same in one sentence."""
