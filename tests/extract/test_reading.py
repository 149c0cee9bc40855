"""A folder of records becomes a dataset; whatever is wrong in it is a finding, and the rest is still read."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.reading import Reading, read_dataset
from diplotrips.findings import Place

if TYPE_CHECKING:
    from pathlib import Path

TRIP = """schema: 1
trip: {id: ID, traveller: ada, office: president, represents: NZ, status: completed, within: 2023}
stops: [{id: br, country: BR}]
"""


def read(folder: Path, **files: str) -> Reading:
    """What is read from *files*, each given as `people_yaml=…`, or `authored__t_yaml=…` where it lies in a folder."""
    for name, text in files.items():
        path = folder / "extract" / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_dataset(folder, shown_root="")


def said(reading: Reading) -> list[str]:
    """The findings as they are printed."""
    return [str(finding) for finding in reading.findings]


def trip(name: str) -> str:
    """A trip document."""
    return TRIP.replace("ID", name)


def test_every_kind_of_file(tmp_path: Path) -> None:
    """Registers are a file or a folder or both, trips lie at any depth; YAML, JSON and JSON Lines say the same."""
    person = {"id": "ada", "name": "Ada"}
    reading = read(
        tmp_path,
        people_yaml="schema: 1\npeople: [{id: zoe, name: Zoe}]\n",
        people__a_json=json.dumps({"schema": 1, "people": [person]}),
        people__b_jsonl=json.dumps(person | {"id": "bob"}) + "\n\n" + json.dumps(person | {"id": "eve"}) + "\n",
        authored__one_yml=trip("one"),
        authored__2023__04__two_yaml=trip("two"),
        authored__more_jsonl=json.dumps(json.loads(json.dumps(DOCUMENT))) + "\n",
        withdrawn_yaml="schema: 1\nwithdrawn: []\n",
    )

    assert said(reading) == []
    assert reading.files == 7
    assert [entry.record.id for entry in reading.dataset.people] == ["ada", "bob", "eve", "zoe"]
    assert [entry.record.trip.id for entry in reading.dataset.trips] == ["three", "one", "two"]
    assert reading.dataset.people[2].place("name") == Place("extract/people/b.jsonl", 3, 23, 5)


DOCUMENT = {
    "schema": 1,
    "trip": {"id": "three", "traveller": "ada", "office": "president", "represents": "NZ", "status": "completed", "within": "2023"},
    "stops": [{"id": "br", "country": "BR"}],
}


def test_the_folder_may_be_named_itself(tmp_path: Path) -> None:
    """The project and its folder of records give the same dataset; places begin with what was named."""
    read(tmp_path, people_yaml="schema: 1\npeople: [{id: zoe}]\n")

    assert said(read_dataset(tmp_path / "extract", shown_root="records")) == [
        "records/people.yaml:2:10: error DT006 name: this person needs name, which is missing"
    ]


def test_places_are_shown_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Places are relative to the current folder, as are the file names that a person would type."""
    read(tmp_path, people_yaml="schema: 1\npeople: [{id: zoe}]\n")
    monkeypatch.chdir(tmp_path)

    assert read_dataset(tmp_path).findings[0].place.file == "extract/people.yaml"
    monkeypatch.chdir(tmp_path / "extract")
    assert read_dataset(tmp_path).findings[0].place.file == f"{tmp_path}/extract/people.yaml"


def test_a_dataset_may_be_empty(tmp_path: Path) -> None:
    """A dataset without any trip or register is read."""
    (tmp_path / "extract").mkdir()

    reading = read_dataset(tmp_path)

    assert (reading.findings, reading.files, reading.dataset.info, reading.dataset.trips) == ((), 0, None, ())


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nowhere", "the folder does not exist"), ("file", "this is a file, not a folder"), ("empty", "there is no folder extract in it")],
)
def test_a_root_that_is_none_is_raised(tmp_path: Path, name: str, reason: str) -> None:
    """What the request names is no finding."""
    (tmp_path / "file").write_text("")
    (tmp_path / "empty").mkdir()

    with pytest.raises(UnreadablePathError) as caught:
        read_dataset(tmp_path / name)

    assert str(caught.value) == f"cannot read {tmp_path / name}: {reason}"


def test_a_bad_entry_leaves_the_others(tmp_path: Path) -> None:
    """Of a register only the entry with errors is left out, and its id is known to be broken."""
    reading = read(tmp_path, people_yaml="schema: 1\npeople:\n  - {id: ada, nam: Ada}\n  - {id: bob, name: Bob}\n  - {name: 7}\n")

    assert said(reading) == [
        "extract/people.yaml:3:5: error DT006 name: this person needs name, which is missing",
        "extract/people.yaml:3:15: error DT005 nam: nam is no key of a person; did you mean name?",
        "extract/people.yaml:5:5: error DT006 people.3.id: this person needs id, which is missing",
        'extract/people.yaml:5:12: error DT007 people.3.name: name is the number 7; write "7" if it is text',
    ]
    assert [finding.record for finding in reading.findings] == ["ada", "ada", "", ""]
    assert [entry.record.id for entry in reading.dataset.people] == ["bob"]
    assert reading.dataset.broken == {"ada"}
    assert reading.dataset.unread == {"people"}


def test_what_is_around_the_entries_is_held_too(tmp_path: Path) -> None:
    """Errors of the mapping around a register do not hide those of its entries."""
    reading = read(tmp_path, events_yaml="evnts: []\nevents: [{id: e}]\n", coders_yaml="- {id: c}\n", sources_yaml="schema: 1\nsources:\n")

    assert said(reading) == [
        "extract/coders.yaml:1:1: error DT007: this coders file is a list; it has to be a mapping with keys such as schema and coders",
        "extract/events.yaml:1:1: error DT005 evnts: evnts is no key of an events file; did you mean events?",
        "extract/events.yaml:1:1: error DT006 schema: this events file needs schema, which is missing",
        "extract/events.yaml:2:10: error DT006 name: this event needs name, which is missing",
        "extract/sources.yaml:2:9: error DT007 sources: sources is empty; give it a value",
    ]
    assert reading.dataset.unread == {"coders", "sources"}


def test_a_bad_trip_is_left_out_as_a_whole(tmp_path: Path) -> None:
    """A trip with an error is no trip, and everything that belongs to it is known to be broken."""
    bad = trip("bad").replace("country: BR", "country: Brazil, met: [{person: bob}]")
    reading = read(tmp_path, authored__bad_yaml=bad, authored__good_yaml=trip("good"))

    (finding,) = reading.findings
    assert (
        str(finding)
        == "extract/authored/bad.yaml:3:27: error DT008 stops.br.country: Brazil is not in the list countries; did you mean BR?"
    )
    assert (finding.record, finding.fix) == ("bad.br", "BR")
    assert [entry.record.trip.id for entry in reading.dataset.trips] == ["good"]
    assert reading.dataset.broken == {"bad", "bad.br", "bad.br.bob"}


def test_an_unreadable_file_among_others(tmp_path: Path) -> None:
    """A file that is no YAML is one finding; it is called by its name, and all others are read."""
    reading = read(tmp_path, authored__bad_yaml="a: [", authored__good_yaml=trip("good"), people_yaml="schema: 1\npeople: [{id: x}]\n")

    assert [finding.code for finding in reading.findings] == ["DT002", "DT006"]
    assert len(reading.dataset.trips) == 1
    assert reading.dataset.broken == {"bad", "x"}
    assert reading.dataset.unread == {"authored"}


def test_what_the_file_reader_said_is_not_said_again(tmp_path: Path) -> None:
    """A value that YAML itself is to blame for is answered once; its finding belongs to the record, and errors beside it are said."""
    doubled = trip("one").replace("country: BR", "country: BR, country: CU, note: *x, did: [zzzzzzzz]")
    reading = read(tmp_path, authored__one_yaml=doubled, people_yaml="schema: 1\npeople: [{id: ada, name: Ada, name: A}]\n")

    assert [(finding.code, finding.record, finding.field) for finding in reading.findings] == [
        ("DT003", "one.br", "stops.br.country"),
        ("DT004", "one.br", "stops.br.note"),
        ("DT008", "one.br", "stops.br.did.1"),
        ("DT003", "ada", "name"),
    ]


def test_unknown_files(tmp_path: Path) -> None:
    """A name that is none of a dataset's is answered with the nearest; what editors leave and what people read is passed over."""
    reading = read(
        tmp_path,
        peopel_yaml="",
        sources_txt="",
        lavrov_yaml="",
        authord__t_yaml="",
        authored__notes_txt="",
        coded__ada__README_md="",
        README_md="",
        **{"people_yaml~": "", "_hidden_yaml": "", "authored__README_md": "", "authored__x_yaml_bak": ""},
    )

    assert said(reading) == [
        "extract/authord:1:1: error DT011: authord is no folder of a dataset; did you mean authored?",
        "extract/authored/notes.txt:1:1: error DT011: notes.txt holds no records; their files end in .yaml, .yml, .json or .jsonl",
        "extract/lavrov.yaml:1:1: error DT011: lavrov.yaml is no file of a dataset; trips are recorded in files below authored/",
        "extract/peopel.yaml:1:1: error DT011: peopel.yaml is no file of a dataset; did you mean people.yaml?",
        "extract/sources.txt:1:1: error DT011: sources.txt is no file of a dataset; did you mean sources.yaml?",
    ]
    assert [finding.fix for finding in reading.findings] == ["authored", "", "", "people.yaml", "sources.yaml"]


def test_what_is_no_file(tmp_path: Path) -> None:
    """Folders, pipes and broken links where a file should be, and links that lead out, are findings and are not followed."""
    reading = read(tmp_path, authored__good_yaml=trip("good"))
    authored = tmp_path / "extract" / "authored"
    outside = tmp_path / "secret.yaml"
    outside.write_text(trip("secret"))
    (authored / "folder.yaml").mkdir()
    os.mkfifo(authored / "pipe.yaml")
    (authored / "broken.yaml").symlink_to("nowhere.yaml")
    (authored / "out.yaml").symlink_to(outside)
    (authored / "loop").symlink_to(authored, target_is_directory=True)
    (authored / "zz.yaml").symlink_to("good.yaml")
    (tmp_path / "extract" / "people").symlink_to(tmp_path, target_is_directory=True)

    reading = read_dataset(tmp_path, shown_root="")

    assert said(reading) == [
        "extract/authored/broken.yaml:1:1: error DT001: the link leads to a file that does not exist",
        "extract/authored/folder.yaml:1:1: error DT001: this is a folder, not a file",
        "extract/authored/loop:1:1: error DT001: this is a link to a folder, and such links are not followed",
        "extract/authored/out.yaml:1:1: error DT001: the link leads out of the dataset and is not followed",
        "extract/authored/pipe.yaml:1:1: error DT001: this is a pipe, a socket or a device, not a file",
        "extract/people:1:1: error DT001: this is a link to a folder, and such links are not followed",
    ]
    assert [entry.record.trip.id for entry in reading.dataset.trips] == ["good", "good"]


def test_the_folder_of_records_may_not_be_a_link_out(tmp_path: Path) -> None:
    """A folder `extract` that lies elsewhere is refused, since the request did not name it."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "extract").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    with pytest.raises(UnreadablePathError) as caught:
        read_dataset(tmp_path / "project")

    assert caught.value.reason == "the link leads out of the dataset"


def test_what_the_dataset_is(tmp_path: Path) -> None:
    """`dataset.yaml` describes the dataset; a second description is answered, the first one holds."""
    info = {
        "id": "d",
        "title": "D",
        "description": "D.",
        "creators": [{"name": "N"}],
        "licence": "CC0-1.0",
        "codebook": "1",
        "reference_date": "2026",
    }
    text = json.dumps({"schema": 1, "dataset": info})
    reading = read(tmp_path, dataset_json=text, dataset_yaml=text.replace('"D"', '"E"'))

    assert said(reading) == [
        "extract/dataset.yaml:1:1: error DT011: dataset.yaml describes the dataset again; extract/dataset.json does so already"
    ]
    assert reading.dataset.info is not None
    assert reading.dataset.info.record.title == "D"


def test_a_bad_description_of_the_dataset(tmp_path: Path) -> None:
    """Errors in `dataset.yaml` are said under its id, or under `dataset` where it has none."""
    reading = read(tmp_path, dataset_yaml="schema: 1\ndataset: {creators: []}\n")

    assert said(reading)[-1] == "extract/dataset.yaml:2:21: error DT010 dataset.creators: creators is an empty list; it needs 1 or more"
    assert reading.dataset.info is None


def test_the_same_every_time(tmp_path: Path) -> None:
    """Two readings of one folder are equal in every value and finding, in order."""
    first = read(tmp_path, **{f"authored__t{number}_yaml": trip(f"t{number}") for number in (3, 1, 2)}, people_yaml="x")
    second = read_dataset(tmp_path, shown_root="")

    assert [entry.record for entry in first.dataset.trips] == [entry.record for entry in second.dataset.trips]
    assert [entry.record.trip.id for entry in first.dataset.trips] == ["t1", "t2", "t3"]
    assert first.findings == second.findings


@pytest.mark.skipif(os.geteuid() == 0, reason="the super-user may read everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    """A folder without permission is a finding."""
    read(tmp_path, authored__closed__t_yaml=trip("t"))
    closed = tmp_path / "extract" / "authored" / "closed"
    closed.chmod(0)

    try:
        assert said(read_dataset(tmp_path, shown_root="")) == [
            "extract/authored/closed:1:1: error DT001: there is no permission to read the folder"
        ]
    finally:
        closed.chmod(0o755)
