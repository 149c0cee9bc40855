"""`benchmarks/conflicts.py`: what the checks find between the articles of a corpus, in the corpus' words."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Written: TypeAlias = "dict[str, Any]"


def trip(stops: list[Written], **more: object) -> Written:
    """Return a trip of Jane Doe as gold has it."""
    return {"traveller": "Jane Doe", "status": "ongoing", "start": None, "end": None, "main": True, "stops": stops, **more}


def stop(country: str, start: str | None = None, end: str | None = None, **more: object) -> Written:
    """Return a stop as gold has it."""
    return {"country": country, "city": None, "start": start, "end": end, "order": None, **more}


def benchmark(root: Path, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    """Run the benchmark as a user does."""
    program = [sys.executable, str(root / "benchmarks" / "conflicts.py"), *map(str, arguments)]
    return subprocess.run(program, capture_output=True, text=True, check=False)


def write_corpus(folder: Path, golds: Mapping[str, Written]) -> Path:
    """Write a corpus of articles of 2 May 2024 into *folder*; what stands before `--` in the name of one is its trip key."""
    for name, gold in golds.items():
        about = {"id": name, "published": "2024-05-02", "publisher": "The Gazette", "trip_key": name.partition("--")[0], "text": ""}
        for kind, content in (("articles", about | gold.pop("article", {})), ("gold", {"id": name, "quotes": []} | gold)):
            file = folder / kind / f"{name}.json"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(content), "utf-8")
    return folder


def find(root: Path, folder: Path, golds: Mapping[str, Written]) -> dict[str, list[Written]]:
    """Write a corpus, run the benchmark on it, and return the conflicts of each key."""
    done = benchmark(root, write_corpus(folder / "corpus", golds), folder / "out")
    assert (done.returncode, done.stderr) == (0, "")
    files = sorted((folder / "out" / "conflicts").iterdir())
    return {file.stem: json.loads(file.read_text("utf-8"))["conflicts"] for file in files}


def told(found: list[Written]) -> list[tuple[str, str]]:
    """Return kind and subject of each conflict, sorted."""
    return sorted((one["kind"], one["about"]) for one in found)


BOTH = [stop("CL"), stop("PE")]


CONFLICTS: list[tuple[Written, Written, tuple[str, str]]] = [
    (trip(BOTH, start="2024-05-01"), trip(BOTH, start="2024-05-02"), ("trip_start", "trip")),
    (trip(BOTH, end="2024-05-05"), trip(BOTH, end="2024-05-06"), ("trip_end", "trip")),
    (
        trip(BOTH, start="2024-05-01", end="2024-05-05"),
        trip(BOTH, start="2023-05-01", end="2023-05-05"),
        ("trip_range", "trip"),
    ),
    (trip([stop("CL", "2024-05-01"), stop("PE")]), trip([stop("CL", "2024-05-02"), stop("PE")]), ("stop_date", "CL")),
    (
        trip([stop("CL", "2024-05-01", "2024-05-01"), stop("PE")], start="2024-04-30"),
        trip([stop("CL", "XXXX-05-02", "XXXX-05-02"), stop("PE")]),
        ("stop_date", "CL"),
    ),
    (trip([stop("CL", order=1), stop("PE", order=2)]), trip([stop("CL", order=2), stop("PE", order=1)]), ("stop_order", "CL-PE")),
    (trip(BOTH, status="completed"), trip([*BOTH, stop("BO")], status="completed"), ("country_set", "BO")),
    (trip([stop("CL", city="Santiago"), stop("PE")]), trip([stop("CL", city="Iquique"), stop("PE")]), ("city", "CL")),
    (trip(BOTH), trip(BOTH, traveller="Jayne Doe"), ("name_variant", "Jane Doe")),
    (
        trip(BOTH, agreements=[{"parties": ["NZ", "CL"], "subject": "20 papers on trade"}]),
        trip(BOTH, agreements=[{"parties": ["CL", "NZ"], "subject": "15 deals"}]),
        ("agreement_count", "CL"),
    ),
    (trip([stop("CL", "2024-05-01")]), trip([stop("CL", "2024-05-02")]), ("trip_start", "trip")),
]
"""What two articles say, and the conflict between them."""

AGREEMENTS: list[tuple[Written, Written]] = [
    (trip(BOTH, start="2024-05-01"), trip(BOTH, start="2024-05")),
    (trip(BOTH, start="2024-05-01"), trip(BOTH, end="2024-05-05")),
    (trip([stop("CL", "2024-05-01", "2024-05-03"), stop("PE")]), trip([stop("CL", "2024-05-02", "2024-05-02"), stop("PE")])),
    (trip([stop("CL", "2024-05-01/2024-05-02"), stop("PE")]), trip([stop("CL", "2024-05-02"), stop("PE")])),
    (trip([stop("CL", order=1), stop("PE", order=2)]), trip([stop("PE"), stop("CL")])),
    (trip([stop("CL", order=1), stop("PE", order=1)]), trip([stop("CL", order=2), stop("PE", order=1)])),
    (trip([*BOTH, stop("BO")]), trip(BOTH)),
    (trip(BOTH), trip(BOTH, traveller="Doe")),
    (trip(BOTH), trip(BOTH, traveller="JANE DOE")),
    (trip(BOTH, start="2024-05-01"), trip([stop("BO")], start="2024-05-02")),
    (trip(BOTH, start="2024-05-01"), trip(BOTH, traveller="Ann Other", start="2024-05-02")),
]
"""What two articles say that can both be true."""


@pytest.fixture(scope="module")
def found(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Written]]:
    """The conflicts of all cases above, each a key of one corpus."""
    pairs = {f"conflict-{number}": case[:2] for number, case in enumerate(CONFLICTS)}
    pairs |= {f"agreement-{number}": case for number, case in enumerate(AGREEMENTS)}
    golds: dict[str, Written] = {f"{key}--{number}": {"trips": [one]} for key, pair in pairs.items() for number, one in enumerate(pair)}
    return find(root, tmp_path_factory.mktemp("cases"), golds)


@pytest.mark.parametrize("number", range(len(CONFLICTS)))
def test_conflict(found: dict[str, list[Written]], number: int) -> None:
    """What two articles disagree on is told in the corpus' words, with those articles, code and message."""
    conflict = CONFLICTS[number][2]
    listed = found[f"conflict-{number}"]

    assert conflict in told(listed)
    assert {kind for kind, _ in told(listed)} == {conflict[0]}
    first = next(entry for entry in listed if (entry["kind"], entry["about"]) == conflict)
    assert first["sources"].keys() <= {f"conflict-{number}--0", f"conflict-{number}--1"}
    assert first["code"].startswith("DT2")
    assert first["message"]


@pytest.mark.parametrize("number", range(len(AGREEMENTS)))
def test_no_conflict(found: dict[str, list[Written]], number: int) -> None:
    """Different precision, partial coverage, an order that is not stated, and two journeys are no conflicts."""
    assert found[f"agreement-{number}"] == []


def test_plan_against_what_took_place(root: Path, tmp_path: Path) -> None:
    """A plan that was not kept is told as well."""
    plan, report = trip(BOTH, start="2024-05-01", status="planned"), trip(BOTH, start="2024-05-02", status="completed")

    found = find(root, tmp_path, {"doe-2024--0": {"trips": [plan]}, "doe-2024--1": {"trips": [report]}})

    assert told(found["doe-2024"]) == [("trip_start", "trip")]


def test_mentioned_in_passing(root: Path, tmp_path: Path) -> None:
    """A tour that an article of another key recalls is held against those that are about it; earlier visits are held against each other."""
    tour = trip([*BOTH, stop("BO")], start="2024-05-01", status="completed")
    recalled = trip([stop("CL"), stop("BO")], start="2024", end="2024", status="mentioned", main=False)
    once = trip([stop("JP")], start="2019-10", status="mentioned", main=False)
    then = trip([stop("JP")], start="2019-11", status="mentioned", main=False)
    long_ago = trip([stop("JP")], start="2009", status="mentioned", main=False)
    golds: dict[str, Written] = {
        "doe-2024--0": {"trips": [tour, once, trip([stop("KR")], start="2019-11", status="mentioned", main=False)]},
        "doe-2024--1": {"trips": [trip(BOTH), then]},
        "doe-2024--2": {"trips": [trip(BOTH), long_ago, trip([stop("KR")], start="2009", status="mentioned", main=False)]},
        "roe-2025--0": {"trips": [trip([stop("NZ")], traveller="Bo Roe"), recalled]},
    }

    found = find(root, tmp_path, golds)

    assert told(found["doe-2024"]) == [("country_set", "PE"), ("earlier_visit", "JP")]
    assert found["roe-2025"] == []


def test_weekday(root: Path, tmp_path: Path) -> None:
    """A weekday in the passage that is not that of the day is told of one article alone, and nothing of the passage is."""
    gold = trip([stop("CL", "2024-05-02", evidence="on Wednesday, she said, it was over"), stop("PE", "2024-05-03", evidence="on Friday")])

    ((one,),) = find(root, tmp_path, {"doe-2024--0": {"trips": [gold]}}).values()

    assert (one["kind"], one["about"], one["code"]) == ("stop_date", "CL", "DT108")
    assert one["message"] == 's1 has "Wednesday", and 2024-05-02 is a Thursday'


def test_people_quoted(root: Path, tmp_path: Path) -> None:
    """Two spellings of one speaker are told by the first of them; the traveller's own are the traveller's."""
    golds: dict[str, Written] = {
        "doe-2024--0": {"trips": [trip(BOTH)], "quotes": [{"speaker": "Petra Novak"}, {"speaker": "J. Doe"}]},
        "doe-2024--1": {"trips": [trip(BOTH)], "quotes": [{"speaker": "Pedra Novak"}]},
    }

    assert told(find(root, tmp_path, golds)["doe-2024"]) == [("name_variant", "Pedra Novak")]


def test_gold_that_is_not_as_expected(root: Path, tmp_path: Path) -> None:
    """Fields that are missing, unknown or of another type are taken as not said; nothing of an empty gold is written."""
    golds: dict[str, Written] = {
        "doe-2024--0": {"trips": [trip(BOTH, start="2024-05-01"), {}, 3, {"traveller": None, "stops": [stop("CL")]}], "weather": "fine"},
        "doe-2024--1": {
            "trips": [{"traveller": "Jane Doe", "stops": [{"country": "CL", "order": "first", "start": "soon"}, {"country": "XX"}]}]
        },
        "doe-2024--2": {},
        "doe-2024--3": {"trips": None, "quotes": [{"speaker": 3}, "none"]},
        "empty--0": {"trips": []},
        "other--0": {"article": {"trip_key": "../outside"}, "trips": [trip(BOTH)]},
    }

    assert find(root, tmp_path, golds) == {"doe-2024": []}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "corpus is no corpus: it needs articles/<id>.json and gold/<id>.json of the same names"),
        ({"gold/a.json": "{}"}, "corpus is no corpus: it needs articles/<id>.json and gold/<id>.json of the same names"),
        ({"gold/a.json": "[]", "articles/a.json": "{}"}, "corpus/gold/a.json holds no JSON object"),
        (
            {"gold/a.json": "{", "articles/a.json": "{}"},
            "corpus/gold/a.json cannot be read as JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        ),
    ],
)
def test_no_corpus(root: Path, tmp_path: Path, files: dict[str, str], message: str) -> None:
    """A folder that is no corpus is told in one sentence, and nothing is written."""
    for name, text in files.items():
        file = tmp_path / "corpus" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    done = benchmark(root, tmp_path / "corpus", tmp_path / "out")

    assert (done.returncode, done.stdout, done.stderr) == (3, "", f"{tmp_path}/{message}\n")
    assert not (tmp_path / "out").exists()


def test_usage(root: Path) -> None:
    """Two folders are needed."""
    done = benchmark(root, "corpus")

    assert (done.returncode, done.stderr) == (2, "usage: conflicts.py CORPUS_DIR OUT_DIR\n")


def test_development_corpus(root: Path, shared: Path, tmp_path: Path) -> None:
    """On the development corpus the figures that were asked for are reached: found, precision, and consistent facts left alone."""
    corpus = shared / "corpus"
    done = benchmark(root, corpus, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")

    scorer = [sys.executable, str(corpus / "score.py"), str(tmp_path), "--json"]
    rows = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout)["rows"]

    assert rows["conflicts"]["right"] >= 14
    assert rows["conflicts"]["precision"] >= 0.75
    assert rows["consistent facts left alone"]["gold"] == 37
    assert rows["consistent facts left alone"]["right"] >= 35
