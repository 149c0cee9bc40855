"""A decision is about what the sources say now.

**Why.** It was taken on certain claims. If one of them was corrected or withdrawn, or another source has joined in, the reason may no
longer hold, and what it settled is open again until somebody looks. Nor may it be at odds with itself: settle no claim, overrule the value
that it adopts, or call undecidable what it decides. That it was taken on a day to come is a warning.

**Not covered.** Decisions about a record that does not exist (DT303) or cannot be read, or on which the check did not run since an error
comes first; waivers (DT504). Whether the verdict was right. What a coder reads is adopted for its source, and not held against the record.

**What to do.** Read the claims again. If the decision stands, bring `settles`, `expect` and `adopted` up to date; if nothing is left to
decide, take it out. An error is never settled: correct the record.

**Wrong**

```yaml
decisions.yaml:
  decisions:
    - id: doe-2024-05-places
      code: DT401
      record: doe-2024-05.cl
      field: places
      verdict: keep-both
      settles: [gazette-2024-05, "herald-2024-05:body:Valparaíso"]
      because: The port lies on the way, and the ministry names it in a release that nobody kept.
      decided_by: mara
      decided_on: 2026-11-22
authored/doe-2024-05.yaml:
  stops:
    - {id: cl, country: CL, places: [Santiago, Valparaíso], dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, office: president}]}
    - {id: pe, country: PE, places: [Lima], dates: 2024-05-15/2024-05-16}
```

**Right**

```yaml
decisions.yaml:
  decisions:
    - id: doe-2024-05-places
      code: DT401
      record: doe-2024-05.cl
      field: places
      verdict: keep-both
      settles: [gazette-2024-05, "herald-2024-05:body:Santiago"]
      because: The port lies on the way, and the ministry names it in a release that nobody kept.
      decided_by: mara
      decided_on: 2026-11-22
authored/doe-2024-05.yaml:
  stops:
    - {id: cl, country: CL, places: [Santiago, Valparaíso], dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, office: president}]}
    - {id: pe, country: PE, places: [Lima], dates: 2024-05-15/2024-05-16}
```

**Since** 0.1.0
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.check import LedgerCheck, finding
from diplotrips.checks.coding.readings import READ_DIFFERENTLY
from diplotrips.checks.settlement.adopting import gap_of
from diplotrips.checks.settlement.settling import because_of_error, expected, is_ahead, means, name_of
from diplotrips.findings import End, Severity
from diplotrips.schema.claim_names import ClaimName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.settlement.settling import Settlement
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.ledger import Decision


class _Flaw(NamedTuple):
    """One thing that is out of date in a decision."""

    steps: tuple[str | int, ...]
    message: str
    there: tuple[End, ...] = ()
    name: str = ""
    """Name of the claim that it is about; each is told once."""
    severity: Severity = Severity.ERROR


def find(evidence: Evidence, settlement: Settlement) -> Iterator[Finding]:
    """Return a finding for each thing in which a decision no longer fits the claims, the findings or the record."""
    for entry in evidence.dataset.decisions:
        told = set[str]()
        for flaw in _flaws(entry.record, evidence, settlement):
            if flaw.name not in told:
                told |= {flaw.name} - {""}
                yield _found(evidence, settlement, entry, flaw)


def _found(evidence: Evidence, settlement: Settlement, entry: Entry[Decision], flaw: _Flaw) -> Finding:
    decision, field = entry.record, str(flaw.steps[0])
    here = End("the decision says this", decision.id, field, place=entry.place(*flaw.steps))
    found = finding(CHECK, evidence, record=decision.id, field=field, message=f"{decision.id} {flaw.message}", here=here, there=flaw.there)
    found = replace(found, severity=flaw.severity)
    return found if decision.id in settlement.meant else because_of_error(found, decision.record, settlement)


def _flaws(decision: Decision, evidence: Evidence, settlement: Settlement) -> Iterator[_Flaw]:
    if is_ahead(decision, evidence.today):
        there = (evidence.calendar,)
        yield _Flaw(
            ("decided_on",), f"was decided on {decision.decided_on}, and today is {evidence.today}", there, severity=Severity.WARNING
        )
    if decision.record not in evidence.dataset.by_id:
        return
    meant = settlement.meant.get(decision.id, ())
    if not meant and settlement.is_moot(decision):
        return
    if not meant:
        yield _Flaw(("code",), f"settles {decision.code} on {decision.field} of {decision.record}, and no such finding is there")
    elif all(found.severity is Severity.ERROR for found in meant):
        yield _Flaw(("code",), f"settles {decision.code}, which is an error, and an error is never settled")
    else:
        yield from _unexpected(decision, meant, evidence)
        yield from _no_ends(decision, meant)
        yield from _newcomers(decision, settlement)
    yield from _overruled_only(decision)
    yield from _at_odds(decision, [end for found in meant for end in found.ends if end.source])
    yield from _not_adopted(decision, meant, evidence)


def _unexpected(decision: Decision, meant: tuple[Finding, ...], evidence: Evidence) -> Iterator[_Flaw]:
    """Return what `expect` has and no source says any more, and what a source says by now."""
    gone, new = expected(decision, meant, evidence.dataset.claims_about)
    for name in gone:
        yield _Flaw(("expect", decision.expect.index(name)), f"expects {name}, which no source says any more", name=name)
    for claim in new:
        yield _Flaw(("expect",), f"does not expect {claim.name}, which a source says by now", (evidence.claim_end(claim),), str(claim.name))


def _no_ends(decision: Decision, meant: tuple[Finding, ...]) -> Iterator[_Flaw]:
    """Return what `settles` names and is no end of what was found."""
    ends = [end for found in meant for end in found.ends if end.source]
    for index, name in enumerate(decision.settles):
        if not any(means(name, end) for end in ends):
            there = tuple(ends)
            yield _Flaw(("settles", index), f"settles {name}, which has no part in this {decision.code}", there, name)


def _newcomers(decision: Decision, settlement: Settlement) -> Iterator[_Flaw]:
    """Return the claims that have joined a disagreement which the decision was about."""
    for found in settlement.meant[decision.id]:
        ends = [end for end in found.ends if end.source] if found.fingerprint in settlement.failed else []
        missing = [end for end in ends if not any(means(name, end) for name in decision.settles)]
        for end in missing if len(missing) < len(ends) else ():
            name = str(name_of(end))
            yield _Flaw(("settles",), f"does not settle {name}, which takes part in this {decision.code}", (end,), name)


def _overruled_only(decision: Decision) -> Iterator[_Flaw]:
    """Return what is overruled and not settled."""
    settled = [ClaimName.parse(name) for name in decision.settles]
    for index, name in enumerate(decision.overrules):
        if not any(one.covers(ClaimName.parse(name)) for one in settled):
            yield _Flaw(("overrules", index), f"overrules {name}, which is not among what it settles", name=f"overrules {name}")


def _at_odds(decision: Decision, ends: list[End]) -> Iterator[_Flaw]:
    """Return in what a decision contradicts itself, *ends* being the claims of what it is about."""
    if ends and not decision.settles:
        there = tuple(ends)
        yield _Flaw(("code",), "settles no claim; name those that it is about under settles", there)
    for index, name in enumerate(decision.overrules):
        winner = next((end for end in ends if means(name, end) and end.value == decision.adopted), None)
        if winner:
            yield _Flaw(("overrules", index), f"overrules {name}, whose value it adopts", (winner,), name=f"adopts {name}")
    if decision.verdict == "undecidable" and (decision.adopted or decision.overrules):
        given = "adopted" if decision.adopted else "overrules"
        yield _Flaw((given,), f"has the verdict undecidable and yet gives {given}")


def _not_adopted(decision: Decision, meant: tuple[Finding, ...], evidence: Evidence) -> Iterator[_Flaw]:
    """Return a value that is adopted and that the record does not hold, or that none of the coders reads who were in question."""
    if gap := gap_of(decision, meant, evidence):
        yield _Flaw(("adopted",), f"adopts {decision.adopted}, and {gap.told}", (gap.end,))
    ends = tuple(end for found in meant if found.code == READ_DIFFERENTLY for end in found.ends)
    if ends and decision.adopted and all(end.value != decision.adopted for end in ends):
        yield _Flaw(("adopted",), f"adopts {decision.adopted}, which no coder reads", ends)


CHECK = LedgerCheck(code="DT503", name="decision-stale", severity=Severity.ERROR, page=__doc__, find=find)
