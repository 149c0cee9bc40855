"""What is said of the days and the order of a trip, in users' words: `the tour lasted 4 days`, `the first stop was br`.

Plans are told with "would". How several of them become the sentence of a finding is in `dispute_check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.disagreement.clashes import DENIED, counted, what
from diplotrips.schema.fields import Count, groups

if TYPE_CHECKING:
    from diplotrips.checks.itinerary.facts import Fact
    from diplotrips.schema.claims import Claim


class _Clause(NamedTuple):
    """A subject and what is said of it."""

    subject: str
    past: str
    bare: str
    """The verb after "would"."""
    rest: str


def sentence(claim: Claim) -> str:
    """Return who says what, such as `gazette says the tour lasted 4 days`."""
    that = " that" if claim.mode in _VERBS else ""
    return f"{claim.voice} {_verb(claim)}{that} {clause(claim)}"


def short(claim: Claim) -> str:
    """Return who gives which value, such as `gazette announces last day 2023-04-20`, where its record and matter are known."""
    if claim.field == "after":
        came = "to come" if claim.mode == "planned" else "came"
        return f"{claim.voice} {_verb(claim)} {claim.record.partition('.')[2]} {came} after {claim.text}"
    return f"{claim.voice} {_verb(claim)} {what(claim)}"


def clause(claim: Claim) -> str:
    """Return what *claim* says about days or order, without who says it."""
    told = _clause(claim)
    does = f"would {told.bare}" if claim.mode == "planned" else told.past
    return f"{told.subject} {does} {told.rest}"


def own(fact: Fact) -> str:
    """Return what the record says itself, such as `the record has dates 2024-05-13/2024-05-14 of cl`."""
    local = fact.part or fact.record.partition(".")[2]
    return f"the record has {fact.field.replace('_', ' ')} {fact.value}{f' of {local}' if local else ''}"


_VERBS = {DENIED: "denies", "planned": "announces"}
"""What somebody does who does not say that something took place, by mode."""


def _verb(claim: Claim) -> str:
    return _VERBS.get(claim.mode, "says")


def _clause(claim: Claim) -> _Clause:
    local = claim.record.removeprefix(claim.trip).removeprefix(".")
    name = f"the stop {local}" if claim.kind == "stop" else "the tour"
    if claim.kind == "meeting":
        return _Clause(f"the meeting {local}", "took place", "take place", f"{'within' if claim.field == 'within' else 'on'} {claim.text}")
    clauses = {
        "seen": _Clause("the traveller", "was", "be", f"{f'in {local}' if local else 'there'} on {claim.text}"),
        "first_day": _Clause(name, "began", "begin", f"on {claim.text}"),
        "last_day": _Clause(name, "ended", "end", f"on {claim.text}"),
        "dates": _Clause(name, "took place", "take place", f"on {claim.text}"),
        "within": _Clause(name, "took place", "take place", f"within {claim.text}"),
        "left_home": _Clause("the traveller", "left", "leave", f"home on {claim.text}"),
        "back_home": _Clause("the traveller", "was", "be", f"back home on {claim.text}"),
        "route": _Clause("the route", "was", "be", _route(claim)),
        "first_stop": _Clause("the first stop", "was", "be", claim.text),
        "last_stop": _Clause("the last stop", "was", "be", claim.text),
        "after": _Clause(local, "came", "come", f"after {claim.text}"),
        "during": _Clause(local, "was", "be", f"a side visit during {claim.text}"),
        "date": _Clause(f"the agreement {local}", "was", "be", f"made on {claim.text}"),
    }
    if isinstance(claim.value, Count):
        return _Clause(name, "lasted", "last", counted(claim.value, claim.field))
    return clauses[claim.field]


def _route(claim: Claim) -> str:
    """Return a route as a list, stops of unknown order joined by a stroke."""
    return ", ".join("/".join(group) for group in groups(claim.value if isinstance(claim.value, tuple) else None))
