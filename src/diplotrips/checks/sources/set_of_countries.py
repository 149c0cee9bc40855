"""The countries that the sources name are those of the record's stops.

**Why.** A country too many or too few is the gravest mistake in a record of a trip: a whole stay is wrong or missing.

**Not covered.** Countries that a source leaves out: a list of countries is read as "these at least", unless the same source says that
there were only so many; a planned country that was not visited in the end; numbers alone (DT206).

**What to do.** Add the stop that is missing, or settle the disagreement in `decisions.yaml`, with the reason why the source is not
followed.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {countries: [CL, PE, BO]}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {countries: [PE]}
    - {countries: [CL, PE, BO], mode: planned}
```

**Since** 0.1.0
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.checks.disagreement.clashes import ASSERTED, DENIED, NOT_VISITED, PLANS, end_of_stops, ends_of, modes_of, wording
from diplotrips.findings import Severity
from diplotrips.schema.claims import EXISTS
from diplotrips.schema.fields import Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument


Named = tuple["Claim", frozenset[str]]
"""A claim and the countries that it names."""


@dataclass(slots=True)
class _Trouble:
    """What is wrong with the countries of one trip."""

    sentences: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    is_with_record: bool = False

    def add(self, sentence: str, claims: Iterable[Claim], *, with_record: bool = False) -> None:
        """Note one more thing that is wrong."""
        self.sentences.append(sentence)
        self.claims.extend(claims)
        self.is_with_record |= with_record


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a trip, with every claim about countries that cannot be true beside another or beside the record's stops."""
    claims = evidence.dataset.claims_of_trip
    for entry in evidence.dataset.trips:
        trip = entry.record.trip
        named = list(_named(entry.record, claims.get(trip.id, ())))
        trouble = _Trouble()
        _hold_against_stops(entry.record, named, trouble)
        _hold_against_denials(entry.record, named, trouble)
        _hold_against_complete_lists(named, claims.get(trip.id, ()), trouble)
        if trouble.claims:
            yield _found(evidence, entry, trouble)


CHECK = Check(
    code="DT204",
    name="set-of-countries",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip",),
    follows=("DT303",),
    find=find,
)


def _found(evidence: Evidence, entry: Entry[TripDocument], trouble: _Trouble) -> Finding:
    """Return the finding on one trip, its claims in the order of the file."""
    here, *there = ends_of(evidence, sorted(trouble.claims, key=lambda claim: claim.place))
    if trouble.is_with_record:
        stops = " ".join(sorted({stop.country for stop in entry.record.stops}))
        there.append(end_of_stops(entry, f"the record has stops in {stops}"))
    message = "; ".join(dict.fromkeys(trouble.sentences))
    return finding(CHECK, evidence, record=entry.record.trip.id, field="countries", message=message, here=here, there=there)


def _named(document: TripDocument, claims: Sequence[Claim]) -> Iterator[Named]:
    """Give each claim that names countries, with these."""
    local = {stop.id: stop.country for stop in document.stops}
    for claim in claims:
        about = claim.record.removeprefix(f"{claim.trip}.")
        if claim.field == "countries" and isinstance(claim.value, tuple):
            yield claim, frozenset(claim.value)
        elif claim.kind == "stop" and claim.field in {"country", EXISTS}:
            yield claim, frozenset({local[about] if claim.field == EXISTS else claim.text})


def _countries_of(document: TripDocument) -> frozenset[str]:
    """Return the countries of the stops, cancelled ones only if the whole trip is no more than a plan."""
    return frozenset(stop.country for stop in document.stops if document.trip.status in PLANS or stop.status not in NOT_VISITED)


def _hold_against_stops(document: TripDocument, named: list[Named], trouble: _Trouble) -> None:
    """Note the claims that name a country in which the record has no stop."""
    modes, visited = modes_of(document.trip.status), _countries_of(document)
    for claim, countries in named:
        missing = " and ".join(sorted(countries - visited))
        if missing and claim.mode in modes:
            trouble.add(f"{wording(claim)}, and the record has no stop in {missing}", [claim], with_record=True)


def _hold_against_denials(document: TripDocument, named: list[Named], trouble: _Trouble) -> None:
    """Note the claims that deny a country which another claim, or the record, holds to have been visited."""
    visited = _countries_of(document) if document.trip.status not in PLANS else frozenset()
    for denial, denied in named:
        if denial.mode != DENIED:
            continue
        holders = [claim for claim, countries in named if claim.mode == "held" and countries & denied]
        for claim in holders[:1]:
            trouble.add(f"{_denies(denial, denied)} and {wording(claim)}", [denial, *holders])
        if denied & visited:
            trouble.add(f"{_denies(denial, denied)} and the record has a stop there", [denial], with_record=True)


def _denies(denial: Claim, denied: frozenset[str]) -> str:
    return f"{denial.voice} denies a visit to {' and '.join(sorted(denied))}"


def _hold_against_complete_lists(named: list[Named], claims: Sequence[Claim], trouble: _Trouble) -> None:
    """Note the sources that name all countries and how many there are, and the claims of others that name one more."""
    for number in claims:
        listed = [(claim, countries) for claim, countries in named if claim.field == "countries" and _says_all(number, claim, countries)]
        for claim, countries in listed:
            for other, more in named:
                extra = " and ".join(sorted(more - countries))
                if extra and other.mode == claim.mode in ASSERTED and other.source != claim.source:
                    sentence = f"{wording(claim)}, {len(countries)} in all, and {other.voice} names {extra}"
                    trouble.add(sentence, [claim, number, other])


def _says_all(number: Claim, claim: Claim, countries: frozenset[str]) -> bool:
    """Tell whether *number* says that there were no other countries than those of *claim*."""
    same_voice = (number.source, number.mode) == (claim.source, claim.mode)
    return same_voice and number.field == "n_countries" and number.value == Count(len(countries), len(countries))
