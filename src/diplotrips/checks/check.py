"""What a check is: a code, a page, preconditions, and a way to find what is wrong.

A check lives in one module of one family folder; the module's docstring is its page. Set-based checks are a `QueryCheck`: one portable
query and message templates. The others are a `Check` around a plain function. What checks look at is in `evidence`, running them in `run`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from diplotrips.findings import End, Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.settlement.settling import Settlement

ON_TRIPS = ("trip", "stop", "meeting", "agreement", "quoted-expert")
"""Kinds of record that stand in a trip document, and about which a source can say something."""

IN_REGISTERS = ("source", "person", "organization", "event", "coder", "coverage", "decision", "waiver")
"""Kinds of record that are entries of a register or of the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """What can be wrong, and the page about it."""

    code: str
    """Never used for anything else, nor renumbered."""
    name: str
    """Name of the defect, hyphenated, such as `two-countries-at-once`."""
    severity: Severity
    page: str
    """The docstring of its module: Why, Not covered, What to do, Wrong, Right, Since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderCheck(Defect):
    """A defect that reading finds, not a check; it has a page like all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCheck(Defect):
    """A check of the ledger: it looks at what the other checks found, and at which of it is settled."""

    reopens: bool = True
    """Whether an entry of which this is an error settles nothing, so that what it is about is open because of that."""
    find: Callable[[Evidence, Settlement], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCheck(Defect):
    """A check of records: which it judges, and when it is skipped or only tells a consequence."""

    judges: tuple[str, ...]
    """Kinds of record that it judges one by one (code list `record_kinds`): those of which it can find something, and in which passed,
    found and skipped are counted."""
    concerns_record: bool = False
    """Whether a finding is about its record as a whole, so that it can be the cause of one on any field."""
    needs: tuple[str, ...] = ()
    """Codes of errors that must not be open on the same trip or register entry; where one is, the check is skipped and counted."""
    follows: tuple[str, ...] = ()
    """Codes of findings of which a finding of this check on the same record is only a consequence."""
    query: str = ""
    """The portable query of a set-based check: runs unchanged on SQLite, DuckDB and Spark, which referee each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(RecordCheck):
    """A check in Python: `find` returns what is wrong, and nothing where all is well."""

    find: Callable[[Evidence], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryCheck(RecordCheck):
    """A check that is one query and its message.

    Every row of `query` is a finding. It has the columns `record_id` and `field_name`, `claim_id` if the place is a claim, and the other
    end: `other_claim_id`, or `other_id` and `other_field`, both null where that end is the calendar. The templates take columns.
    """

    message: str
    here: str = ""
    """What the end at the place says."""
    there: str = ""
    """What the other end says; no other end if empty."""

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        """Return a finding for each row, in the order of the query."""
        for row in evidence.rows(self.query):
            record_id, field_name = str(row["record_id"]), str(row["field_name"])
            end = evidence.end(record_id, field_name, row.get("claim_id"), self.here.format_map(row))
            other_id, other_field = str(row.get("other_id") or ""), str(row.get("other_field") or "")
            other = evidence.end(other_id, other_field, row.get("other_claim_id"), self.there.format_map(row))
            message, related = self.message.format_map(row), [other] if self.there else []
            yield finding(self, evidence, record=record_id, field=field_name, message=message, here=end, there=related)


AnyCheck: TypeAlias = Check | QueryCheck
"""A check of records, whether it is Python or a query."""


def finding(  # noqa: PLR0913  (a finding has this many facets; all are named)
    check: Defect,
    evidence: Evidence,
    *,
    record: str,
    field: str,
    message: str,
    here: End,
    there: Iterable[End] = (),
    cause: str = "",
    fix: str = "",
) -> Finding:
    """Return a finding of *check* on *field* of *record*, at the place of *here*, with the other ends in the order given."""
    return Finding(
        code=check.code,
        severity=check.severity,
        record=record,
        field=evidence.path(record, field),
        message=message,
        place=here.place or Place(evidence.dataset.root),
        end=here,
        related=tuple(there),
        cause=cause,
        fix=fix,
    )
