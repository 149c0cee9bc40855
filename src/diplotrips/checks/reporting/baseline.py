"""Findings held against a baseline: which of them are known, and which entries of it are found no more.

A baseline keeps fingerprints, which say nothing of values: two findings of one fingerprint are told apart by their number only. The file
is told in `diplotrips.schema.baseline`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.schema.baseline import KnownFinding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplotrips.findings import Finding


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of holding findings against a baseline."""

    findings: tuple[Finding, ...]
    """All of them in their order, those that are known marked."""
    kept: tuple[KnownFinding, ...]
    """The entries that were found, sorted."""
    gone: tuple[KnownFinding, ...]
    """The entries that nothing open has any more: it was mended, or a decision settles it; sorted."""
    changed: tuple[KnownFinding, ...]
    """The entries that are found no more, while something new is open of the same code, record and field; sorted."""


def known_findings(findings: Iterable[Finding]) -> tuple[KnownFinding, ...]:
    """Return an entry for each open one of *findings*, sorted."""
    return _sorted(_entry(found) for found in findings if not found.settled_by)


def compare(findings: Iterable[Finding], known: Sequence[KnownFinding]) -> Compared:
    """Hold *findings*, in the order of every listing, against the entries *known*.

    Of several open findings with one fingerprint the first are known, as many as there are entries with it; the others are new.
    """
    left = Counter(entry.fingerprint for entry in known)
    marked = []
    for found in findings:
        is_known = not found.settled_by and left[found.fingerprint] > 0
        left[found.fingerprint] -= is_known
        marked.append(replace(found, known=True) if is_known else found)
    gone = []
    for entry in known:
        gone += [entry] if left[entry.fingerprint] > 0 else []
        left[entry.fingerprint] -= 1
    kept = (Counter(known) - Counter(gone)).elements()
    changed = _changed(gone, [found for found in marked if not found.known and not found.settled_by])
    return Compared(tuple(marked), _sorted(kept), _sorted((Counter(gone) - Counter(changed)).elements()), _sorted(changed))


def _changed(gone: Iterable[KnownFinding], new: Iterable[Finding]) -> list[KnownFinding]:
    """Return those entries that are *gone* in whose place something *new* stands, one for one: another source has joined, say."""
    left = Counter((found.code, found.record, found.lasting_field) for found in new)
    changed = []
    for entry in gone:
        matter = (entry.code, entry.record, entry.field)
        changed += [entry] if left[matter] > 0 else []
        left[matter] -= 1
    return changed


def _entry(found: Finding) -> KnownFinding:
    return KnownFinding(code=found.code, record=found.record, field=found.lasting_field, fingerprint=found.fingerprint)


def _sorted(entries: Iterable[KnownFinding]) -> tuple[KnownFinding, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.code, entry.record, entry.field, entry.fingerprint)))
