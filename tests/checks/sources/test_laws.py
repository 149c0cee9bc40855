"""Laws of all checks between sources: the order of lines changes nothing, no two findings are taken for one, every end has its place."""

from __future__ import annotations

import importlib
import pkgutil
import random
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import diplotrips.checks.sources
from diplotrips.checks.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

CHECKS = [
    importlib.import_module(f"diplotrips.checks.sources.{module.name}").CHECK
    for module in pkgutil.iter_modules(diplotrips.checks.sources.__path__)
]
PASSAGES: list[dict[str, Any]] = [
    *({"first_day": f"2023-04-{day}"} for day in (16, 17, 18)),
    *({"about": "br", "dates": dates} for dates in ("2023-04-17/2023-04-18", "2023-04-19/2023-04-20", "2023-04/")),
    *({"within": window} for window in ("2023-04-16/2023-04-30", "2023-05", "../2023-04-10")),
    *({"about": "ve", "seen": day} for day in ("2023-04-19", "2023-04-20~")),
    *({"route": route, "basis": basis} for route in (["br", "ve"], ["ve", "br"]) for basis in ("list", "narration", "stated")),
    *({"first_stop": stop} for stop in ("br", "ve")),
    *({"countries": countries} for countries in (["BR"], ["BR", "VE"], ["BR", "VE", "CU"])),
    *({"n_countries": number} for number in (1, 2, "~3")),
    *({"days": number} for number in (3, 4, "~5")),
    *({"status": status} for status in ("planned", "under-way", "completed", "cancelled")),
    *({"about": "ve", "status": status} for status in ("planned", "under-way", "completed")),
    *({"named": name} for name in ("Jane Doe", "Doe", "Jain Doe", "J. Doe")),
]
SOURCES = [{"id": "gazette", "published": "2023-04-10"}, {"id": "herald", "published": "2023-04-21"}, {"id": "times"}]
PEOPLE = [{"id": "jane-doe", "name": "Jane Doe", "names": [{"name": "Jain Doe", "kind": "misspelling"}]}]


def drawn(random_: random.Random) -> dict[str, list[dict[str, Any]]]:
    """Return what three sources say, a dozen lines in all, in any part and mode."""
    said: dict[str, list[dict[str, Any]]] = {}
    for _ in range(12):
        passage = deepcopy(random_.choice(PASSAGES))  # YAML has an alias for what is the same list
        part = random_.choice(("body", "body", "headline", "caption", "quotation"))
        mode = {} if "status" in passage else {"mode": random_.choice(("held", "held", "planned", "denied"))}
        said.setdefault(random_.choice(("gazette", "herald", "times")), []).append(passage | mode | {"part": part})
    return said


@pytest.mark.parametrize("seed", range(25))
def test_order_and_identity(dataset: Callable[..., Dataset], seed: int) -> None:
    """Whatever is found is found in any order of lines and sources, once, with ends that differ and that are in the files."""
    random_ = random.Random(seed)
    said = drawn(random_)
    shuffled = {source: random_.sample(said[source], len(said[source])) for source in random_.sample(sorted(said), len(said))}
    trip = {"status": random_.choice(("planned", "completed"))}

    found: list[Finding] = []
    again: list[Finding] = []
    for lines, findings in ((said, found), (shuffled, again)):
        document = {"trip": dict(trip), "stops": [{"id": "br"}, {"id": "ve"}], "said": deepcopy(lines)}
        evidence = Evidence(dataset(trips={"one": document}, sources=list(SOURCES), people=list(PEOPLE)), date(2023, 6, 1))
        findings += [finding for check in CHECKS for finding in check.find(evidence)]

    assert sorted(map(identity, found)) == sorted(map(identity, again))
    assert len({finding.fingerprint for finding in found}) == len(found)
    for finding in found:
        assert len({(*end.place, end.label) if end.place else end.label for end in finding.ends}) == len(finding.ends)
        assert len(finding.ends) > 1
        assert all(end.place or end.label.startswith("the calendar") for end in finding.ends)


def identity(finding: Finding) -> tuple[str, ...]:
    """Return code, field and all ends of a finding, sorted."""
    ends = sorted(f"{end.record} {end.field} {end.source} {end.part} {end.value}" for end in finding.ends)
    return (finding.code, finding.field, *ends)
