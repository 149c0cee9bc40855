"""The order of every listing: by place, but a cause before what follows from it in the same file, so that it is read first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.findings import Finding


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* sorted by place, each that is open right after its open cause where that would come later in the same file."""
    sorted_by_place = sorted(findings, key=lambda found: found.order)
    causes: dict[str, Finding] = {}
    for found in sorted_by_place:
        if not found.settled_by:
            causes.setdefault(found.fingerprint, found)
    listed: dict[int, Finding] = {}
    for found in sorted_by_place:
        for one in _with_causes(found, causes):
            listed.setdefault(id(one), one)
    return tuple(listed.values())


def _with_causes(found: Finding, causes: dict[str, Finding]) -> list[Finding]:
    """Return the causes of *found* in its file, the first one of all first, and then itself."""
    chain = [found]
    while (cause := causes.get(chain[-1].because_of)) and cause.place.file == found.place.file and cause not in chain:
        chain.append(cause)
    return chain[::-1]
