"""Whether claims support one value that a record holds.

A claim supports a value if it is about the same record, says the same value of the same field, and says it in a mode that fits: of what has
taken place, that it did; of what is planned, also that it is planned. Some fields take more than the same field: `_ALSO` says which, and a
few have a test of their own.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from diplotrips.checks.settlement.questions import SAME_MATTER
from diplotrips.checks.support.days import FIRST, LAST, ends_derived, ends_said, is_borne_out, window_of
from diplotrips.checks.support.order import is_implied
from diplotrips.schema.claims import EXISTS
from diplotrips.schema.codelists import fold
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import Count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.support.held import Held
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.document import TripDocument

SAYING: Mapping[str, tuple[str, ...]] = {
    **SAME_MATTER,
    # A window or a length can bear out dates without stating them; a decision on dates is not about it.
    "dates": (*SAME_MATTER["dates"], "within", "days", "nights"),
    "within": ("within", "dates"),
}
"""Fields of claims that say something about a field of a record, where it is not just the field of the same name."""

_WHO_AND_WHAT = frozenset({"office", "represents", "country", "of", "affiliation", "position", "title", "subject", "parties"})
"""Fields that a source can know of something that it only announces."""

_OPEN_PROGRESS = frozenset({"offered", "intended", "negotiated"})
"""How far an agreement has got that is itself a plan."""


class Support:
    """What the claims of a dataset support."""

    def __init__(self, evidence: Evidence) -> None:
        self._claims = evidence.dataset.claims_about
        self._documents = {entry.record.trip.id: entry.record for entry in evidence.dataset.trips}
        self._adopted: dict[tuple[str, str], set[str]] = defaultdict(set)
        for entry in evidence.dataset.decisions:
            decision = entry.record
            if decision.adopted:
                self._adopted[decision.record, decision.field].add(decision.adopted)

    def lacks(self, held: Held) -> str:
        """Return the part of the value that no claim supports and no decision adopted: all of it, one end of its dates, or nothing ("")."""
        if held.text in self._adopted[held.item.id, held.field]:
            return ""
        if held.field == "dates" and isinstance(held.value, EdtfInterval):
            return self._lacking_ends(held, held.value)
        return "" if self._is_said(held) else "all"

    def said_otherwise(self, held: Held) -> tuple[Claim, ...]:
        """Return the claims that speak of the same field of the record, whatever they say."""
        fields = SAYING.get(held.field, (held.field,))
        return tuple(claim for claim in self._claims.get(held.item.id, ()) if claim.field in fields)

    def _is_said(self, held: Held) -> bool:
        test = _TESTS.get(held.field)
        return test(self, held) if test else any(claim.field == held.field and _same(claim, held) for claim in self.fitting(held))

    def fitting(self, held: Held) -> tuple[Claim, ...]:
        """Return the claims about the record of *held* in a mode in which they can support it."""
        return self._fitting(held.item.id, held)

    def _fitting(self, record: str, held: Held) -> tuple[Claim, ...]:
        modes = self._modes(held)
        return tuple(claim for claim in self._claims.get(record, ()) if claim.mode in modes)

    def _modes(self, held: Held) -> frozenset[str]:
        if held.field == "status":
            return frozenset({"held", "planned", "possible"})
        status = self._status(held)
        if status == "unconfirmed":
            return frozenset({"held", "planned", "possible"})
        is_plan = held.field in _WHO_AND_WHAT or getattr(held.item.record, "progress", "") in _OPEN_PROGRESS
        return frozenset({"held"}) if status == "completed" and not is_plan else frozenset({"held", "planned"})

    def _status(self, held: Held) -> str:
        """Return the status of the stop to which *held* belongs, else that of the trip."""
        document = self._documents[held.item.trip]
        local = held.item.id.removeprefix(f"{held.item.trip}.").partition(".")[0] if held.item.kind in {"stop", "meeting"} else ""
        of_stop = next((stop.status for stop in document.stops if stop.id == local), None)
        return of_stop or document.trip.status

    def _lacking_ends(self, held: Held, dates: EdtfInterval) -> str:
        lacking = [end for end, date in ((FIRST, dates.first), (LAST, dates.last)) if date and not self._is_end_said(held, end, date)]
        if not lacking:
            return ""
        return "all" if len(lacking) == 2 or dates.first == dates.last else lacking[0]  # noqa: PLR2004  (an interval has two ends)

    def _is_end_said(self, held: Held, end: str, date: EdtfDate) -> bool:
        if date.text in self._adopted[held.item.id, end]:
            return True
        for record in _sharing(held, end, self._documents[held.item.trip]):
            claims = self._fitting(record, held)
            if is_borne_out(date, [*ends_said(claims, end), *ends_derived(claims, end)]):
                return True
        return False

    def says_window(self, held: Held) -> bool:
        """Tell whether a window or dates within it are claimed."""
        if not isinstance(held.value, EdtfInterval):
            return False
        claimed = [window for claim in self.fitting(held) if isinstance(claim.value, EdtfInterval) for window in window_of(claim.value)]
        return all(is_borne_out(window, claimed) for window in window_of(held.value))

    def says_date(self, held: Held) -> bool:
        """Tell whether the date, or a finer one, is claimed."""
        claimed = [claim.value for claim in self.fitting(held) if claim.field == held.field and isinstance(claim.value, EdtfDate)]
        return isinstance(held.value, EdtfDate) and is_borne_out(held.value, claimed)

    def says_route(self, held: Held) -> bool:
        """Tell whether claims of order imply the route."""
        document = self._documents[held.item.trip]
        records = [held.item.id, *(f"{held.item.id}.{stop.id}" for stop in document.stops)]
        claims = [claim for record in records for claim in self._fitting(record, held)]
        return is_implied(document.trip.route or (), claims, document.stops)

    def says_country(self, held: Held) -> bool:
        """Tell whether the country is claimed of the stop, listed for the trip, or unquestioned by claims about the stop."""
        about = self.fitting(held)
        named = [claim.text for claim in about if claim.field == "country"]
        listed = {code for claim in self._fitting(held.item.trip, held) if claim.field == "countries" for code in claim.text.split()}
        return held.text in named or held.text in listed or (bool(about) and not named)

    def says_existence(self, held: Held) -> bool:
        """Tell whether it is claimed that there was such a record; where nobody says just that, anything claimed of it will do."""
        fitting = self.fitting(held)
        outright = any(claim.field == EXISTS for claim in self._claims.get(held.item.id, ()))
        return any(claim.field == EXISTS for claim in fitting) if outright else bool(fitting)

    def says_own_words(self, held: Held) -> bool:
        """Tell whether something is claimed of the field; the coder's words need not be the same."""
        return any(claim.field == held.field for claim in self.fitting(held))

    def says_omission(self, held: Held) -> bool:
        """Tell whether it is claimed that it was not done, or denied that it was."""
        denied = [claim for claim in self._claims.get(held.item.id, ()) if claim.field == "did" and claim.mode == "denied"]
        return any(_same(claim, held) for claim in (*denied, *self.fitting(held)) if claim.field == "did_not" or claim in denied)

    def says_count(self, held: Held) -> bool:
        """Tell whether the number, or one within it, is claimed."""
        held_count, claims = held.value, self.fitting(held)
        return isinstance(held_count, Count) and any(
            claim.field == held.field and isinstance(claim.value, Count) and _holds(held_count, claim.value) for claim in claims
        )


_TESTS: Mapping[str, Callable[[Support, Held], bool]] = {
    EXISTS: Support.says_existence,
    "within": Support.says_window,
    "left_home": Support.says_date,
    "back_home": Support.says_date,
    "date": Support.says_date,
    "route": Support.says_route,
    "country": Support.says_country,
    "did_not": Support.says_omission,
    "papers": Support.says_count,
    "subject": Support.says_own_words,
    "position": Support.says_own_words,
}


def _same(claim: Claim, held: Held) -> bool:
    """Tell whether a claim has the value; letters are compared without accents and case."""
    return claim.text == held.text or fold(claim.text) == fold(held.text)


def _holds(outer: Count, inner: Count) -> bool:
    """Tell whether *inner* lies in *outer*."""
    return outer.least <= inner.least and (outer.most is None or (inner.most is not None and inner.most <= outer.most))


def _sharing(held: Held, end: str, document: TripDocument) -> Iterable[str]:
    """Return the record itself, and whatever begins or ends on the same day: the trip and its first, or last, stop."""
    trip = document.trip
    ids = [stop.id for stop in document.stops]
    route = trip.route or (tuple(ids) if len(ids) == 1 else ())
    outer = route[0 if end == FIRST else -1] if route else None
    records = [trip.id, f"{trip.id}.{outer}"] if isinstance(outer, str) else []
    return records if held.item.id in records else [held.item.id]
