"""Contradictions inside one trip: a trip's network solved once for all checks, and the check that reports those of one code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.findings import End, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.itinerary import Fact, Said
    from diplotrips.findings import Finding


NAMES = {
    "DT101": "ends before it starts",
    "DT102": "stop outside its trip",
    "DT103": "route against dates",
    "DT104": "agreement outside its stop",
    "DT105": "dates that cannot all hold",
    "DT106": "part outside its stop",
    "DT107": "stops that overlap",
}
"""What each kind of contradiction inside a trip is called, by the code of its check."""


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


def contradiction_check(code: str, page: str) -> Check:
    """Return the check that reports, of each trip, the contradictions that a person expects under *code*."""

    def find(evidence: Evidence) -> Iterator[Finding]:
        for trip in evidence.networks:
            reported = set()
            for explanation in evidence.contradictions[trip]:
                facts = frozenset((fact.record, fact.field) for fact, _ in _spoken(explanation))
                if code_of(explanation) == code and facts not in reported:
                    reported.add(facts)
                    yield _found(check, evidence, explanation)

    name = NAMES[code].replace(" ", "-")
    check = Check(code=code, name=name, severity=Severity.ERROR, page=page, judges="trip", find=find)
    return check


def _found(check: Check, evidence: Evidence, explanation: tuple[Said, ...]) -> Finding:
    """Return the finding of one explanation: the most particular statement is its place, all others are its other ends."""
    spoken = _spoken(explanation)
    first = max(range(len(spoken)), key=lambda index: (spoken[index][0].record.count("."), index))
    (fact, wording), others = spoken[first], spoken[:first] + spoken[first + 1 :]
    against = " and ".join(dict.fromkeys(other for _, other in others))
    return finding(
        check,
        evidence,
        record=fact.record,
        field=fact.field,
        message=f"{wording}, but {against}" if against else f"{wording}, which no day can satisfy",
        here=End(label=wording, record=fact.record, field=fact.field, place=fact.place),
        there=[End(label=said, record=other.record, field=other.field, place=other.place) for other, said in others],
    )


def _spoken(explanation: tuple[Said, ...]) -> list[tuple[Fact, str]]:
    """Return the statements that somebody wrote down, without what holds of every trip."""
    return [(statement.payload, statement.wording) for statement in explanation if statement.payload]
