"""The last days of decisions and waivers, each held against today; whether one still holds is told in `settling`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.settlement.settling import entries_of, last_day
from diplotrips.findings import End

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from diplotrips.checks.evidence import Evidence


class Expiry(NamedTuple):
    """The last day of a decision or waiver."""

    entry: str
    """Id of the decision or waiver."""
    last_day: date
    days_left: int
    """Days from today until the last one; negative once that is past."""
    end: End
    """The end of a finding that says so."""


def expiries(evidence: Evidence) -> Iterator[Expiry]:
    """Return the last day of each decision and waiver that has one, in the order of the files."""
    for entry in entries_of(evidence.dataset):
        record, last = entry.record, last_day(entry.record)
        if last:
            end = End("its last day", record.id, "expires", value=str(record.expires), place=entry.place("expires"))
            yield Expiry(record.id, last, (last - evidence.today).days, end)
