"""Somebody abroad from a first to a last day, neither of which need be known: on which days for certain, on which perhaps, for how long.

Everything follows from four bounds. Planned stays are nobody's presence yet, and cancelled ones never will be.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from diplotrips.schema.flatten.spread import Cells

BEGUN = frozenset({"completed", "under-way"})
"""Statuses of stays that have begun."""

NEVER = frozenset({"cancelled", "postponed"})
"""Statuses of stays that did not take place as recorded."""

Span: TypeAlias = "tuple[date, date]"
"""First and last of some days."""


class Stay(NamedTuple):
    """Bounds of a first and a last day; None where there is no bound."""

    first_earliest: date | None = None
    first_latest: date | None = None
    last_earliest: date | None = None
    last_latest: date | None = None

    @property
    def certain(self) -> Span | None:
        """The days that lie in the stay whatever its first and last day are, were it over; None if no day does."""
        begun = _soonest(self.first_latest, self.last_latest)
        ended = _latest(self.last_earliest, self.first_earliest)
        return (begun, ended) if begun and ended and begun <= ended else None

    @property
    def days_most(self) -> int | None:
        """The most days that it can have lasted; None where nothing bounds them."""
        return _days((self.first_earliest, self.last_latest)) if self.first_earliest and self.last_latest else None

    @property
    def year(self) -> int | None:
        """The year of the first day; None where several are possible."""
        last = _soonest(self.first_latest, self.last_latest)
        return last.year if self.first_earliest and last and self.first_earliest.year == last.year else None


def recorded_stay(row: Mapping[str, object]) -> Stay:
    """Return the days of a row of `trips` or `stops` by its own dates and window alone."""
    bound = cast("Mapping[str, date | None]", row)
    return Stay(
        _latest(bound["first_day_earliest"], bound["within_earliest"]),
        _soonest(bound["first_day_latest"], bound["within_latest"]),
        _latest(bound["last_day_earliest"], bound["within_earliest"]),
        _soonest(bound["last_day_latest"], bound["within_latest"]),
    )


def implied_stay(row: Mapping[str, object]) -> Stay:
    """Return the days of a row of `implied_days`."""
    bound = cast("Mapping[str, date | None]", row)
    return Stay(*(bound[f"{day}_implied_{side}"] for day in ("first_day", "last_day") for side in ("earliest", "latest")))


def certain(stay: Stay, status: object) -> Span | None:
    """Return the days on all of which somebody was there whatever is doubtful, for a stay of that status; None if there is none."""
    return seen(stay, status).certain if status in BEGUN else None


def lengths(stay: Stay, status: object, within: Sequence[Span | None] = ()) -> Cells:
    """Return the columns of the fewest and the most days of a stay of that status; *within* are days that certainly lie in it.

    A stay has no gaps: a trip lasted at least from its first certain day, or that of any of its stops, to the last one of any.
    """
    spans = [span for span in (certain(stay, status), *within) if span]
    whole = (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None
    least = (_days(whole) or 1) if status in BEGUN else 0
    return {"n_days_min": least, "n_days_max": 0 if status in NEVER else stay.days_most}


def presence(stay: Stay, status: object) -> Cells:
    """Return the columns of the certain and the possible days of a stay of that status, and of their numbers."""
    sure = certain(stay, status)
    possible = (None, None) if status in NEVER else (stay.first_earliest, stay.last_latest)
    return {
        **dict(zip(("certain_first_day", "certain_last_day"), sure or (None, None), strict=True)),
        **dict(zip(("possible_first_day", "possible_last_day"), possible, strict=True)),
        "n_days_certain": _days(sure),
        **lengths(stay, status),
    }


def seen(stay: Stay, status: object) -> Stay:
    """Return *stay* as far as it has been: of one under way nobody can say yet how long it lasts."""
    return stay if status == "completed" else stay._replace(last_earliest=None)


def _days(span: Span | None) -> int:
    return (span[1] - span[0] + timedelta(1)).days if span else 0


def _soonest(*days: date | None) -> date | None:
    return min((day for day in days if day), default=None)


def _latest(*days: date | None) -> date | None:
    return max((day for day in days if day), default=None)
