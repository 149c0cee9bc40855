"""Laws of what sources claim of one trip, on generated trips: order changes nothing, every conflict is one, the screen misses none.

Trips are made in memory, without files, so that thousands can be looked at; `DIPLOTRIPS_TRIPS` sets how many (20,000 were run once).
"""

from __future__ import annotations

import os
import random
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.network import Network
from diplotrips.checks.registry import CHECKS
from diplotrips.checks.testimony import hearings, networks  # modules: pytest takes what begins with test for tests
from diplotrips.checks.testimony.disputes import CODES
from diplotrips.checks.testimony.stay_ends import spoken
from diplotrips.findings import Place
from diplotrips.schema.dataset import Dataset, Entry
from diplotrips.schema.document import TripDocument
from diplotrips.schema.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.findings import Finding

TRIPS = int(os.environ.get("DIPLOTRIPS_TRIPS", "180"))
ROUNDS = 6
STOPS = ("br", "ve", "cu")
SOURCES = ("gazette", "herald", "times")


def drawn(random_: random.Random) -> dict[str, Any]:
    """Return a trip document of some days in April 2023, with one to nine claims about its days and order."""
    trip = {"id": "one", "traveller": "jane-doe", "office": "foreign-minister", "represents": "NZ"}
    trip["status"] = random_.choice(("completed", "completed", "planned"))
    trip |= random_.choice(({"within": "2023-04"}, {"dates": "2023-04-11/2023-04-14"}, {"dates": "2023-04-11/"}))
    stops: list[dict[str, Any]] = [{"id": stop, "country": stop.upper()} for stop in STOPS[: random_.randint(1, 3)]]
    if random_.random() < 0.3:
        stops[-1]["status"] = random_.choice(("cancelled", "completed"))
    if random_.random() < 0.3:
        stops[0]["dates"] = random_.choice(("2023-04-11/2023-04-12", "2023-04-12"))
    said: dict[str, list[dict[str, Any]]] = {}
    for _ in range(random_.randint(1, 9)):
        line = claim(random_, [stop["id"] for stop in stops])
        line["mode"] = random_.choice(("held", "held", "held", "planned", "planned", "denied", "possible"))
        said.setdefault(random_.choice(SOURCES), []).append(line)
    return {"schema": 1, "trip": trip, "stops": stops, "said": said}


def claim(random_: random.Random, stops: list[str]) -> dict[str, Any]:
    """Return a line that claims one thing of the trip or of a stop."""

    def day() -> str:
        return f"2023-04-{random_.randint(10, 15)}"

    first, last = sorted((day(), day()))
    about = random_.choice(("", *stops))
    of_any: list[dict[str, Any]] = [
        {"first_day": day()},
        {"last_day": day()},
        {"dates": f"{first}/{last}"},
        {"seen": day()},
        {"seen": f"{first}/{last}"},
        {"first_day": f"[{first},{last}]"},
        {"within": f"{first}/{last}"},
        {"days": random_.randint(1, 5)},
        {"nights": f"~{random_.randint(1, 4)}"},
        {"first_day": f"XXXX-{day()[5:]}"},
        {"last_day": f"{day()}?"},
    ]
    if about:
        return {"about": about} | random_.choice([*of_any, {"after": random_.choice(stops)}])
    route = random_.sample(stops, len(stops))
    return random_.choice([*of_any, {"route": route}, {"first_stop": route[0]}, {"last_stop": route[-1]}, {"left_home": day()}])


def read(document: dict[str, Any]) -> Evidence:
    """Return what checks look at if *document* is all there is."""
    entry = Entry(TripDocument.model_validate(document), Node(Place("one.yaml")))
    return Evidence(Dataset(trips=(entry,)), date(2023, 6, 1))


def found_in(evidence: Evidence) -> list[Finding]:
    """Return all findings of network B."""
    return [found for check in CHECKS if check.code in CODES for found in check.find(evidence)]


def trips(seed: int) -> Iterator[tuple[random.Random, dict[str, Any], Evidence]]:
    """Return generated trips whose record is sound."""
    random_ = random.Random(seed)
    for _ in range(TRIPS // ROUNDS):
        document = drawn(random_)
        evidence = read(document)
        if hearings.testimonies(evidence):
            yield random_, document, evidence


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_order_changes_nothing(seed: int) -> None:
    """Whatever the order of lines and sources, the same is found, with the same message and ends."""
    for random_, document, evidence in trips(seed):
        said = document["said"]
        shuffled = {source: random_.sample(said[source], len(said[source])) for source in random_.sample(sorted(said), len(said))}

        again = found_in(read(document | {"said": shuffled}))

        assert list(map(told, found_in(evidence))) == list(map(told, again))


def told(found: Finding) -> tuple[object, ...]:
    """Return all of a finding but its place."""
    return (found.code, found.record, found.field, found.message, found.cause, [end.label for end in found.ends], found.fingerprint)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_every_conflict_is_one(seed: int) -> None:
    """What an explanation says cannot all be true, nor can the claims that are ends of a finding; without what has to go all can."""
    for _, _, evidence in trips(seed):
        (testimony,) = hearings.testimonies(evidence).values()
        for clashing in testimony.clashing:
            assert clashing.left.is_consistent()
            for conflict in clashing.conflicts:
                others = {other.removed.id for other in clashing.conflicts} - {conflict.removed.id}
                assert conflict.removed in conflict.explanation
                assert not others & {said.id for said in conflict.explanation}
                assert not Network(conflict.explanation).is_consistent()
                assert all(Network(said for said in conflict.explanation if said is not one).is_consistent() for one in spoken(conflict))
        for found in found_in(evidence):
            named = {(end.source, end.record, end.field, end.value, end.part) for end in found.ends}
            claims = [one for one in testimony.claims if (one.source, one.record, one.field, one.text, one.part) in named]
            assert list(networks.Testimony(testimony.entry, claims).clashing)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_screen_is_sound(seed: int) -> None:
    """Where the screen shows that all claims can be true, no network has a conflict; it does so of nearly all of which that is so."""
    n_flagged = n_agreed = 0
    for _, _, evidence in trips(seed):
        (testimony,) = hearings.testimonies(evidence).values()
        clash = any(clashing.conflicts for clashing in (testimony.held, testimony.planned, testimony.across))
        is_flagged = not testimony.is_screened_out
        assert is_flagged or not clash
        if not clash and all(stop.status != "cancelled" for stop in testimony.entry.record.stops):
            n_agreed += 1
            n_flagged += is_flagged
    assert n_flagged <= n_agreed / 20


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_without_what_has_to_go_nothing_is_found(seed: int) -> None:
    """If the claims that have to go are taken out of the documents, no conflict is left, nor does a new one appear."""
    for _, _, evidence in trips(seed):
        (testimony,) = hearings.testimonies(evidence).values()
        gone = {
            one.identity
            for clashing in testimony.clashing
            for conflict in clashing.conflicts
            for one in (conflict.removed.payload.claims if conflict.removed.payload else ())
        }
        left = networks.Testimony(testimony.entry, [one for one in testimony.claims if one.identity not in gone])
        assert not list(left.clashing)
