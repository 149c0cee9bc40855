"""A finding: what is wrong with the data, where it stands, and what it clashes with.

Findings are values. Reading, the schemas and the cross-checks all return this one type, and the renderers print it. What lives
elsewhere: exceptions about paths and requests (`diplotrips.errors`), the checks themselves (`diplotrips.checks`).
"""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How grave a finding is; an error stops an export, a warning or a note does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note."""
        return list(Severity).index(self)

    def fails(self, fail_on: str) -> bool:
        """Tell whether it is as grave as *fail_on* (`error`, `warning`, `note` or `never`)."""
        return fail_on != "never" and self.rank <= Severity(fail_on).rank


class Place(NamedTuple):
    """Where something stands: file as shown to the user, line and column counted from 1, and how many columns it is wide."""

    file: str
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class End:
    """One end of a disagreement: a claim, a record's own value, another part of the same source, or the calendar."""

    label: str
    """What this end says, in users' words, such as `sputnik-2023-04 says 2023-04-20`."""

    record: str = ""
    """Released id of the record that this end is about."""

    field: str = ""
    """Field that this end is about."""

    source: str = ""
    """Id of the source that says so; empty for a record's own value and for the calendar."""

    part: str = ""
    """Part of the source (body, headline, caption …)."""

    value: str = ""
    """What is said, as text; not part of the fingerprint."""

    place: Place | None = None
    """Where this end stands; None for the calendar."""


def root_of(record_id: str) -> str:
    """Return the id of the trip or register entry that a released id belongs to."""
    return record_id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with the data, with both ends."""

    code: str
    """Code of the check, such as `DT201`; `diplotrips explain DT201` prints its page."""

    severity: Severity
    record: str
    """Released id of the record; empty where a file could not be read as records."""

    field: str
    """Path by id inside the trip or register entry, such as `stops.ve.dates`."""

    message: str
    """One sentence without a final stop, with both values."""

    place: Place
    related: tuple[End, ...] = ()
    """The other ends, in the order in which they are printed."""

    end: End | None = None
    """The end at `place`, where it is a claim of a source."""

    cause: str = ""
    """The likely cause, where one shows."""

    because_of: str = ""
    """Fingerprint of the finding that this one follows from."""

    settled_by: str = ""
    """Id of the decision or waiver that settles it."""

    known: bool = False
    """Whether it is in the baseline of the run, so that it is counted and fails nothing."""

    fix: str = dataclasses.field(default="", compare=False)
    """The nearest known key, code or id, where there is one."""

    draft: str = dataclasses.field(default="", compare=False)
    """File of a draft that has a part in it; what it says is settled by a review, not by a decision."""

    @property
    def root(self) -> str:
        """Id of the trip or register entry that `record` belongs to."""
        return root_of(self.record)

    @property
    def field_name(self) -> str:
        """Name of the field as the ledger writes it: `field` without the path to its record."""
        return self.field.rpartition(".")[2]

    file: str = ""
    """Name of its file inside the folder of the records, of a finding without a record; so it is the same wherever a check is run from."""

    @property
    def ends(self) -> tuple[End, ...]:
        """Every end: the one at `place` first."""
        first = self.end or End(label="", record=self.record)
        return (first, *self.related)

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits that survive moved lines, renamed files, changed values and reworded messages.

        Made of the code, the record and field and, sorted, the record, field, source and part of all ends. Only a finding about a file that
        could not be read as records has nothing but the file's name to be known by.
        """
        ends = sorted(f"{end.record}|{end.field}|{end.source}|{end.part}" for end in self.ends)
        about = self.record or self.file or self.place.file
        return hashlib.sha256("\n".join([self.code, about, self.lasting_field, *ends]).encode(errors="surrogatepass")).hexdigest()[:16]

    @property
    def lasting_field(self) -> str:
        """`field` without numbers: that of a line in its block moves with the lines above it."""
        return ".".join(part for part in self.field.split(".") if not part.isdigit())

    @property
    def order(self) -> tuple[str, int, int, str, str, str, str]:
        """Sort key of every listing: place first, then code, record, field and message."""
        return (self.place.file, self.place.line, self.place.column, self.code, self.record, self.field, self.message)

    def __str__(self) -> str:
        where = f" {self.field}" if self.field else ""
        return f"{self.place}: {self.severity} {self.code}{where}: {self.message}"
