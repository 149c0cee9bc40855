"""Contradictions inside one trip: a trip's network solved once for all checks, and the check that reports those of one code."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.check import Check, finding
from diplotrips.checks.itinerary.reasons import reasons_against
from diplotrips.checks.itinerary.statements import network_of
from diplotrips.findings import End, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.itinerary.facts import Fact, Said
    from diplotrips.checks.network import Explained, Network
    from diplotrips.findings import Finding


OF_NETWORK_A = ("DT101", "DT102", "DT103", "DT104", "DT105", "DT106", "DT107")
"""The codes that `code_of` gives: errors in the days and the order of a record itself."""

_BOUNDED = "too many possible orders to try them all; a shorter explanation may exist"
"""Cause of a contradiction that need not be a shortest one."""


def networks(evidence: Evidence) -> dict[str, Network[Fact]]:
    """Return network A of each trip, by trip id: what its record itself says about days and order."""
    return {entry.record.trip.id: network_of(entry) for entry in evidence.dataset.trips}


def contradictions(evidence: Evidence) -> dict[str, list[Explained[Fact]]]:
    """Return why the record of each trip cannot be true, by trip id: smallest sets of statements that clash; none for a sound trip."""
    return {trip: reasons_against(network) for trip, network in evidence.of(networks).items()}


def code_of(explanation: tuple[Said, ...]) -> str:
    """Return the code under which a person expects *explanation*, a smallest set of statements that cannot all be true."""
    facts = [statement.payload for statement in explanation if statement.payload]
    sorts = {fact.sort for fact in facts}
    dated = {fact.record for fact in facts if fact.sort == "dates"}
    stops = {record for record in dated if "." in record}
    rules = (
        ("DT104", "agreement" in sorts and "route" not in sorts and len(dated) <= 1),
        ("DT106", "part" in sorts and "route" not in sorts and len(dated) <= 1),
        ("DT101", sorts == {"dates"} and len(dated) == 1 and {fact.field for fact in facts} <= {"dates"}),
        ("DT102", sorts == {"dates"} and len(dated) == 2 and len(stops) == 1),  # noqa: PLR2004  (the trip and one stop)
        ("DT103", sorts == {"dates", "route"} and dated == stops),
        ("DT107", sorts == {"dates"} and dated == stops and len(stops) == 2),  # noqa: PLR2004  (two stops)
    )
    return next((code for code, holds in rules if holds), "DT105")


def contradiction_check(code: str, name: str, page: str, judges: tuple[str, ...] = ("stop",)) -> Check:
    """Return the check called *name* that reports, of each trip, the contradictions that a person expects under *code*.

    Args:
        code: A code that `code_of` gives.
        name: Name of the defect, hyphenated.
        page: The docstring of its module.
        judges: Kinds of record at which such a contradiction is reported.
    """

    def find(evidence: Evidence) -> Iterator[Finding]:
        for of_trip in evidence.of(contradictions).values():
            of_code = [reason for reason in of_trip if code_of(reason.statements) == code]
            for reasons in _by_matter(of_code):
                yield _found(check, evidence, reasons)

    check = Check(code=code, name=name, severity=Severity.ERROR, page=page, judges=judges, find=find)
    return check


def _by_matter(explained: Iterable[Explained[Fact]]) -> Iterable[list[tuple[_Told, bool]]]:
    """Return what is said of the same fields together, a reason that has no other end than one before left out.

    A stop may begin before its trip and end after it; if it lies wholly after it, that is said once.
    """
    matters: dict[frozenset[tuple[str, str]], list[tuple[_Told, bool]]] = {}
    for contradiction in explained:
        told = _told(contradiction.statements)
        known = matters.setdefault(frozenset((fact.record, fact.field) for fact, _ in (told.here, *told.there)), [])
        if not known or not set(told.there) <= {other for before, _ in known for other in before.there}:
            known.append((told, contradiction.is_shortest))
    return matters.values()


def _found(check: Check, evidence: Evidence, reasons: list[tuple[_Told, bool]]) -> Finding:
    """Return the finding of the reasons against one matter: the first one's most particular statement is its place."""
    ends = list(dict.fromkeys(end for told, _ in reasons for end in (told.here, *told.there)))
    here, *there = [End(label=wording, record=fact.record, field=fact.field, place=fact.place) for fact, wording in ends]
    return finding(
        check,
        evidence,
        record=here.record,
        field=here.field,
        message=", and ".join(told.sentence for told, _ in reasons),
        here=here,
        there=there,
        cause="" if all(is_shortest for _, is_shortest in reasons) else _BOUNDED,
    )


class _Told(NamedTuple):
    """What was written down of one contradiction, without what holds of every trip."""

    here: tuple[Fact, str]
    """The most particular statement."""
    there: tuple[tuple[Fact, str], ...]

    @property
    def sentence(self) -> str:
        """What is wrong, in one clause."""
        against = " and ".join(dict.fromkeys(wording for _, wording in self.there))
        return f"{self.here[1]}, but {against}" if against else f"{self.here[1]}, which no day can satisfy"


def _told(explanation: tuple[Said, ...]) -> _Told:
    """Return what somebody wrote down of *explanation*."""
    spoken = [(statement.payload, statement.wording) for statement in explanation if statement.payload]
    first = max(range(len(spoken)), key=lambda index: (spoken[index][0].record.count("."), index))
    return _Told(spoken[first], (*spoken[:first], *spoken[first + 1 :]))
