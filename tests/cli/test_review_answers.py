"""Answers of a review: two trips of a draft that are one, decisions that say too little, and a file that is always the same."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.reviewed import COMMAND, TODAY, answers, begin, files, put
from tests.extract.drafted import draft

from diplotrips.extract.parsing.drafting.rendering import plain
from diplotrips.extract.reading import read_dataset
from diplotrips.schema.coding import CodingFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

    from diplotrips.schema.document import TripDocument

LISBON = "lind-2025-03-lisbon-rabat"


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, a project with a draft and its text."""
    return begin(tmp_path, monkeypatch)


def both(decision: str, trip: str) -> dict[str, Any]:
    """Return the answer that both trips of the draft are one."""
    return {local: {"decision": decision, "id": trip} for local in ("t1", "t2")}


def document(project: Path, trip: str) -> TripDocument:
    """Return the document of a trip."""
    return next(entry.record for entry in read_dataset(project).dataset.trips if entry.record.trip.id == trip)


def test_two_trips_that_are_one_new_one(begun: Path, run: Callable[..., Ran]) -> None:
    """Both are in one document, the values of which are those of the first; nothing stands there twice."""
    ran = run(*COMMAND, "--answers", answers(begun, trips=both("new", "holm")))

    assert ran.status == 0
    assert ran.out.count("wrote extract/authored/holm.yaml") == 1
    held = document(begun, "holm")
    assert [stop.country for stop in held.stops] == ["PE", "CL", "KE"]
    assert held.trip.status == "planned"
    assert [line.status for line in held.said["herald-2025-03"] if line.status and not line.about] == ["planned", "completed"]
    assert [line.country for line in held.said["herald-2025-03"] if line.country] == ["PE", "CL", "KE"]
    assert len([line for line in held.said["herald-2025-03"] if line.named == "Ada Holm"]) == 1
    assert (len(held.reviews), len(held.quotes)) == (1, 1)
    assert "0 errors" in run("check", *TODAY).out


def test_what_the_second_trip_has_besides(begun: Path, run: Callable[..., Ran]) -> None:
    """Whoever was met on a stop of the second trip stands with the same stop of the first, where nobody was met before."""
    value = plain(draft())
    first, second = value["trips"]
    met = [line for line in first["said"] if line.get("about") == "pe.luz-vega"]
    country = next(line for line in first["said"] if line.get("about") == "pe" and "country" in line)
    second |= {"stops": [{"id": "pe", "country": "PE", "met": first["stops"][0].pop("met")}], "said": [*second["said"][:2], country, *met]}
    first["said"] = [line for line in first["said"] if line not in met]
    put(begun, CodingFile.model_validate(value))

    ran = run(*COMMAND, "--answers", answers(begun, trips=both("new", "holm"), items={}))

    assert ran.status == 0
    assert [(stop.id, [meeting.person for meeting in stop.met or ()]) for stop in document(begun, "holm").stops] == [
        ("pe", ["luz-vega"]),
        ("cl", []),
    ]


def test_two_trips_in_one_that_is_there(begun: Path, run: Callable[..., Ran]) -> None:
    """Both are put into it, and what it said before stays; the same answers change nothing more."""
    before = document(begun, LISBON)

    ran = run(*COMMAND, "--answers", answers(begun, trips=both("existing", LISBON)))

    assert ran.status == 0
    held = document(begun, LISBON)
    assert [stop.country for stop in held.stops] == [*(stop.country for stop in before.stops), "PE", "CL", "KE"]
    assert len(held.reviews) == len(before.reviews) + 1
    written = files(begun)
    assert run(*COMMAND, "--answers", "answers.json").status == 0
    assert files(begun) == written


def test_a_new_trip_and_one_that_is_there(begun: Path, run: Callable[..., Ran]) -> None:
    """One id cannot be that of a new trip and of one that is there; nothing is written."""
    trips = {"t1": {"decision": "existing", "id": LISBON}, "t2": {"decision": "new", "id": LISBON}}
    answers(begun, trips=trips)
    before = files(begun)

    ran = run(*COMMAND, "--answers", "answers.json")

    assert (ran.status, ran.err) == (2, f"diplotrips: {LISBON} is the id of a trip already; an id belongs to one record\n")
    assert files(begun) == before


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        ("new", 't1: "new" says nothing without the "id" of the new trip'),
        ("existing", 't1: "existing" says nothing without the "id" of the trip that is there'),
    ],
)
def test_an_answer_without_an_id(begun: Path, run: Callable[..., Ran], decision: str, told: str) -> None:
    """What becomes of a trip is said with the id of its record."""
    answers(begun, trips={"t1": {"decision": decision}, "t2": {"decision": "reject"}})
    before = files(begun)

    ran = run(*COMMAND, "--answers", "answers.json")

    assert (ran.status, ran.err) == (2, f"diplotrips: {told}\n")
    assert files(begun) == before


def test_the_file_of_decisions_is_always_the_same(begun: Path) -> None:
    """The order of what was decided is that of the draft, whatever order Python gives to sets."""
    answers(begun)
    kept = begun / "extract/parsed/.herald-2025-03.review.json"
    before = files(begun)
    found = set()
    for seed in "12":
        for name, content in before.items():
            (begun / name).write_bytes(content)
        (begun / "extract/authored/holm-2025-03.yaml").unlink(missing_ok=True)
        kept.unlink(missing_ok=True)
        command = [sys.executable, "-m", "diplotrips", *COMMAND, "--answers", "answers.json"]
        subprocess.run(command, cwd=begun, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        found.add(kept.read_bytes())

    assert len(found) == 1
