"""What is open because the ledger could not be read: an entry with errors of its own, or the whole file of decisions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

_DECISIONS = "decisions"


def lost_again(findings: Iterable[Finding], dataset: Dataset, before: Sequence[Finding]) -> list[Finding]:
    """Return *findings*, those that an entry which was not read is about marked with the first error of that entry, or of the file.

    Args:
        findings: All findings, after the settlement.
        dataset: The records.
        before: What reading found.
    """
    of_entries: dict[str, str] = {}
    for found in sorted(before, key=lambda found: (bool(found.because_of), found.order)):
        of_entries.setdefault(found.record, found.fingerprint)
    is_lost = _DECISIONS in dataset.unread and not dataset.decisions
    of_file = next((one.fingerprint for one in before if is_lost and PurePosixPath(one.file).stem == _DECISIONS), "")

    def cause_of(found: Finding) -> str:
        entries = [dataset.lost.get((found.code, found.record, field), "") for field in (found.field_name, "")]
        causes = [of_entries[entry] for entry in entries if entry in of_entries]
        return next(iter(causes), of_file if any(end.source for end in found.ends) else "")

    def is_open(found: Finding) -> bool:
        return not found.settled_by and not found.because_of and found.severity is not Severity.ERROR

    if not (dataset.lost or of_file):
        return list(findings)
    return [replace(found, because_of=cause_of(found)) if is_open(found) else found for found in findings]
