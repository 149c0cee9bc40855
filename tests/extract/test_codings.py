"""Second codings and drafts are held to their schema like every other file, and are kept apart from the records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from diplotrips.extract.reading import Reading, read_dataset

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = """schema: 1
source: gazette
coder: rules-1
coded_on: 2026-11-22
trips:
  - trip: {id: t1, traveller: Jane Doe, status: planned, within: 2023-04-16/2023-04-30, main: true}
    stops: [{id: br, country: BR}, {id: ve, country: VE}]
    said:
      - {about: ve, status: under-way, part: headline, span: 25-41, rule: title-present}
  - trip: doe-2023-04
    said: [{days: 4, span: 101-109}]
"""


def read(folder: Path, **files: str) -> Reading:
    """What is read from *files*, each given as `coded__ada__gazette_yaml=…`."""
    for name, text in files.items():
        path = folder / "extract" / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_dataset(folder, shown_root="")


def said(reading: Reading) -> list[str]:
    """The findings as they are printed."""
    return [str(finding) for finding in reading.findings]


def test_a_coding_has_no_fault(tmp_path: Path) -> None:
    """A second coding in YAML, and drafts in JSON and JSON Lines, are read without a finding; no record and no claim comes from them."""
    empty = json.dumps({"schema": 1, "source": "post", "coder": "rules-1", "trips": []})
    reading = read(tmp_path, coded__ada__gazette_yaml=DRAFT, parsed__post_json=empty, parsed__more_jsonl=f"{empty}\n{empty}\n")

    assert said(reading) == []
    assert reading.files == 3
    assert (reading.dataset.items, reading.dataset.claims) == ((), ())
    assert [(entry.record.coder, entry.record.source) for entry in reading.dataset.codings] == [("rules-1", "gazette")]
    assert [entry.record.source for entry in reading.dataset.drafts] == ["post", "post", "post"]
    assert str(reading.dataset.codings[0].place("trips", 1, "said", 0, "days")) == "extract/coded/ada/gazette.yaml:11:19"


def test_what_is_wrong_with_a_coding(tmp_path: Path) -> None:
    """Every mistake is said at its place, under the local id of its trip where that is told."""
    wrong = (
        DRAFT.replace("coder:", "codr:")
        .replace("main: true", "mian: true")
        .replace("country: VE", "country: VV")
        .replace("under-way", "underway")
        .replace("2026-11-22", "2026-02-30")
        .replace("said: [{days: 4, span: 101-109}]", "said: []")
    )

    near = "did you mean under-way?"
    assert said(read(tmp_path, coded__ada__gazette_yaml=wrong)) == [
        "extract/coded/ada/gazette.yaml:1:1: error DT006 coder: this coding file needs coder, which is missing",
        "extract/coded/ada/gazette.yaml:3:1: error DT005 codr: codr is no key of a coding file; did you mean coder?",
        "extract/coded/ada/gazette.yaml:4:11: error DT009 coded_on: 2026-02-30 is not a date: February 2026 has 28 days",
        "extract/coded/ada/gazette.yaml:6:89: error DT005 trips.t1.trip.mian: mian is no key of a coded trip; did you mean main?",
        "extract/coded/ada/gazette.yaml:7:54: error DT008 trips.t1.stops.ve.country: VV is not in the list countries",
        f"extract/coded/ada/gazette.yaml:9:29: error DT008 trips.t1.said.1.status: underway is not in the list trip_statuses; {near}",
        "extract/coded/ada/gazette.yaml:11:11: error DT010 trips.2.said: said is an empty list; it needs 1 or more",
    ]


def test_a_coding_that_cannot_be_read(tmp_path: Path) -> None:
    """An unreadable draft is a finding; no register is taken to be incomplete because of it."""
    reading = read(tmp_path, parsed__gazette_json="{", coded__ada__gazette_yaml="")

    assert [(finding.code, finding.place.file) for finding in reading.findings] == [
        ("DT001", "extract/coded/ada/gazette.yaml"),
        ("DT002", "extract/parsed/gazette.json"),
    ]
    assert (reading.dataset.unread, reading.dataset.broken) == (frozenset(), frozenset())
    assert (reading.dataset.codings, reading.dataset.drafts) == ((), ())


def test_a_draft_is_no_trip_document(tmp_path: Path) -> None:
    """A trip document that lies below `parsed` is told which keys a draft has."""
    document = """schema: 1
trip: {id: one, traveller: ada, office: president, represents: NZ, status: completed, within: 2023}
stops: [{id: br, country: BR}]
"""

    assert [str(finding) for finding in read(tmp_path, parsed__one_yaml=document).findings if finding.code == "DT005"] == [
        "extract/parsed/one.yaml:2:1: error DT005 trip: trip is no key of a coding file; did you mean trips?",
        "extract/parsed/one.yaml:3:1: error DT005 stops: stops is no key of a coding file, but of a coded block",
    ]
