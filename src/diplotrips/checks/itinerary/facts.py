"""What a statement of a trip's network is about: a value of the record, or what sources claim, and where it stands.

The statements themselves are written in `statements` (the record) and `testimony` (the sources); the solver never looks in here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.network import Statement

if TYPE_CHECKING:
    from diplotrips.checks.itinerary.placing import Rules
    from diplotrips.findings import Place
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.dates.edtf import EdtfDate


class StayEnd(NamedTuple):
    """One end of a stay, as said together with the other."""

    matter: str
    """`first_day` or `last_day`."""
    rules: Rules
    day: EdtfDate | None


@dataclass(frozen=True, slots=True)
class Fact:
    """Where a statement of a trip stands, and what sort of statement it is."""

    sort: str
    """`dates` (a day, window or sighting) of a trip or stop, `route`, `length`, `agreement`, or `part` (of a stop: a place, meeting or side
    visit)."""
    record: str
    """Released id of the record."""
    field: str
    place: Place
    matter: str = ""
    """What is in question: `first_day`, `last_day`, `left_home`, `back_home`, `date`, `during`, `days` (lengths), `route` (any order), or
    `dates` where it is a whole stay."""
    value: str = ""
    """The value as text."""
    day: EdtfDate | None = None
    """The day that is given for one end, or for the whole of it; None for anything else."""
    is_own: bool = False
    """Whether the record says so itself."""
    part: str = ""
    """The place or meeting that it is about, where that is not the record itself."""
    claims: tuple[Claim, ...] = ()
    """Who says so, by identity; of a value of the record those that say the same."""
    stay_ends: tuple[StayEnd, ...] = ()
    """Both ends, where a whole stay is one statement; empty for anything else."""


Said = Statement[Fact]
