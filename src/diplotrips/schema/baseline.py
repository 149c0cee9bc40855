"""A baseline: the findings of an old collection that are known, so that a run fails on new ones only.

What is here is the file as published (`schema/baseline.schema.json`). Holding findings against it is done in
`diplotrips.checks.reporting.baseline`, reading and writing the file in `diplotrips.extract.baselines`. It is no file of the records: it
belongs to whoever checks them.
"""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from diplotrips.schema.fields import FindingCode
from diplotrips.schema.record import Many, Matches, Record

BASELINE_VERSION: Final = 1
"""Version of the file's shape; raised when a key goes or changes its meaning, or fingerprints are made in another way."""

Fingerprint = Annotated[str, Matches("[0-9a-f]{16}", "a fingerprint of sixteen hexadecimal digits", ("f00dfacecafe0123",), longest=16)]


class KnownFinding(Record):
    """One finding that is known: by its fingerprint, beside which the other keys are for people to read."""

    code: FindingCode
    """Code of the check that finds it."""

    record: str
    """Released id of the record; empty where a file could not be read as records."""

    field: str
    """Path by id, such as `stops.ve.dates`, without the numbers of lines."""

    fingerprint: Fingerprint
    """Sixteen hexadecimal digits that survive moved lines, renamed files and reworded messages, as in the report of a check."""


class Baseline(Record):
    """The findings that `diplotrips check --baseline FILE` knows; two equal entries stand for two findings."""

    baseline: Annotated[int, Field(ge=BASELINE_VERSION, le=BASELINE_VERSION)]
    """Version of this shape."""

    known: Many[KnownFinding]
    """Entries, sorted by code, record, field and fingerprint."""
