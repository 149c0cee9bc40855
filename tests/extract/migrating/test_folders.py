"""A folder of records taken to another version: all files or none, also when it ends in the middle."""

from __future__ import annotations

import json
import os
import shutil
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.extract.migrating.version_two import TWO

from diplotrips import api
from diplotrips.errors import UnreadablePathError, UnusableRequestError, UnwritablePathError

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.api import Migrated

TRIP = """\
schema: 1
trip: {id: andes, dates: 2024-05-06/2024-05-09}
stops:
  - {id: pe, places: [Lima]}
reviews:
  - {source: gazette, draft_sha256: %s}
"""
DRAFT = '{"schema": 1, "source": "gazette", "trips": [{"trip": {"id": "t1"}, "stops": [{"id": "pe", "places": ["Lima"]}]}]}\n'
BEFORE = "schema: 1\nstops: [{id: pe, places: [Lima]}]\n"


def digest(text: str | bytes) -> str:
    """Return the SHA-256 of a text."""
    return sha256(text if isinstance(text, bytes) else text.encode()).hexdigest()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a dataset with a trip that an approved draft is kept of, in every notation."""
    trip = TRIP % digest(DRAFT)
    review = {
        "schema": 1,
        "draft_sha256": digest(DRAFT),
        "written": {"andes": {"file": "authored/andes.yaml", "sha256": digest(trip), "before": BEFORE}},
    }
    files = {
        "dataset.yaml": "schema: 1\ndataset: {id: made-up, codebook: 0.1.0}\n",
        "authored/andes.yaml": trip,
        "authored/more.jsonl": '\ufeff{"schema": 1, "stops": [{"places": ["Arica"]}]}\r\n\n{"schema":2,"stops":[{"towns":["Quito"]}]}\n',
        "people.jsonl": '{"id": "ada", "names": [{"name": "A"}]}\n{"id": "bob"}\n',
        "sources.json": '{"schema": 1, "sources": [{"id": "gazette", "kind": "article"}]}',
        "events.yml": "schema: 2\nevents: []\n",
        "parsed/gazette.json": DRAFT,
        "parsed/.gazette.review.json": json.dumps(review, indent=1) + "\n",
    }
    for name, text in files.items():
        path = tmp_path / "extract" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def migrate(*, write: bool = True) -> Migrated:
    """Take the dataset here from version 1 to 2, as these tests have it."""
    return api.migrate(write=write, migrations=[TWO])


def content(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with what it holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def told(migrated: Migrated) -> list[str]:
    """Return what was in the way."""
    return [str(one) for file in migrated.files for one in (*file.findings, *file.problems)]


def test_all_notations(project: Path) -> None:
    """YAML, JSON and JSON Lines are migrated, and what was of the new version stays; a second time nothing changes."""
    checked = migrate(write=False)
    migrated = migrate()
    after = content(project / "extract")

    assert checked == migrated
    assert [file.file for file in migrated.files if not file.is_changed] == ["extract/events.yml"]
    assert after["authored/more.jsonl"].decode() == (
        '\ufeff{"schema": 2, "stops": [{"towns": ["Arica"]}]}\r\n\n{"schema":2,"stops":[{"towns":["Quito"]}]}\n'
    )
    assert after["people.jsonl"] == b'{"id": "ada", "also_called": [{"name": "A"}]}\n{"id": "bob"}\n'
    assert after["sources.json"] == b'{"schema": 2, "sources": [{"id": "gazette", "form": "article"}]}'
    assert after["dataset.yaml"] == b"schema: 2\ndataset: {id: made-up, rules: {version: 0.1.0}}\n"
    assert not migrate().is_changed
    assert content(project / "extract") == after


def test_hashes_of_files_follow(project: Path) -> None:
    """An approved draft stays approved, and a review knows the documents that it wrote, and what they were before."""
    migrate()
    after = content(project / "extract")
    review = json.loads(after["parsed/.gazette.review.json"])

    draft = digest(after["parsed/gazette.json"])
    assert draft != digest(DRAFT)
    assert f"draft_sha256: {draft}" in after["authored/andes.yaml"].decode()
    assert review["draft_sha256"] == draft
    assert review["written"]["andes"] == {
        "file": "authored/andes.yaml",
        "sha256": digest(after["authored/andes.yaml"]),
        "before": "schema: 2\nstops: [{id: pe, towns: [Lima]}]\n",
    }


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "people.yaml",
            "schema: 1\npeople: [\n",
            "extract/people.yaml:2:10: error DT002: the text ends here, where a value should stand; ",
        ),
        (
            "coders.yaml",
            "schema: 3\n",
            "extract/coders.yaml:1:9: schema is 3, which is newer than this version of diplotrips knows; it knows 2",
        ),
        ("coders.yaml", "coders: []\n", "extract/coders.yaml:1:1: this document does not say of which version it is, as in schema: 2"),
        (
            "persons.yaml",
            "schema: 1\n",
            "extract/persons.yaml:1:1: error DT011: persons.yaml is no file of a dataset; did you mean people.yaml?",
        ),
        ("authored/b.yaml", b"\xff", "extract/authored/b.yaml:1:1: error DT001: the byte 0xFF is not UTF-8; save the file as UTF-8"),
        ("people.jsonl", '{"id": 1}\n{"id" 2}\n', "extract/people.jsonl:2:7: error DT002: "),
        (
            "parsed/.gazette.review.json",
            '{"schema": 1, "writing": {"a": {}}}',
            "extract/parsed/.gazette.review.json:1:1: this review was cut short while it wrote; finish it with diplotrips review first",
        ),
        (
            "dataset.yaml",
            "schema: 1\ndataset: {codebook: 1, rules: {version: 2}}\n",
            "extract/dataset.yaml:2:11: rules.version stands here already",
        ),
    ],
)
def test_one_bad_file_among_good_ones(project: Path, name: str, text: str | bytes, message: str) -> None:
    """No file is changed as long as one cannot be migrated, and that one is told with its place."""
    (project / "extract" / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    before = content(project)

    migrated = migrate()

    assert migrated.is_refused
    (only,) = told(migrated)
    assert only.startswith(message)
    assert content(project) == before


def test_lines_that_say_no_version(project: Path) -> None:
    """A register in JSON Lines is of the version of the dataset, which has to be there."""
    (project / "extract/dataset.yaml").unlink()

    assert told(migrate()) == [
        "extract/people.jsonl:1:1: its lines do not say of which version they are, and there is no dataset.yaml beside it that does"
    ]


class Killed(BaseException):
    """The end of a process, after which nothing of it is done any more."""


def test_killed_behind_any_file(project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the process ends every file is the old or the new one, and the next run makes of it what one run would have made."""
    old = content(project)
    whole = tmp_path_factory.mktemp("whole")
    shutil.copytree(project, whole, dirs_exist_ok=True)
    monkeypatch.chdir(whole)
    migrate()
    new = content(whole)
    monkeypatch.chdir(project)
    changed = [name for name in new if new[name] != old[name]]

    for number in range(len(changed)):
        for name, text in old.items():
            (project / name).write_bytes(text)
        with monkeypatch.context() as patched:
            patched.setattr("diplotrips.extract.migrating.folders.write_whole", killed_after(number))
            patched.setattr("diplotrips.extract.review.writing._put_back", lambda *_: None)
            with pytest.raises(Killed):
                migrate()
        state = content(project)
        assert sum(state[name] == new[name] for name in changed) == number
        assert all(state[name] in {old[name], new[name]} for name in changed)
        migrate()
        assert content(project) == new


def killed_after(number: int) -> Callable[[Path, bytes], None]:
    """Return what writes that many files and is killed then."""
    left = [number]

    def write(path: Path, text: bytes) -> None:
        if not left[0]:
            raise Killed
        left[0] -= 1
        path.write_bytes(text)

    return write


def test_a_file_that_cannot_be_written(project: Path) -> None:
    """What was written before it is put back."""
    before = content(project)
    (project / f"extract/.sources.json.{os.getpid()}").mkdir()

    with pytest.raises(UnwritablePathError, match=r"^cannot write .*extract/sources.json: is a directory$"):
        migrate()

    assert content(project) == before


@pytest.mark.usefixtures("project")
def test_single_files() -> None:
    """A file is known by its name and the folders around it; others are none of ours."""
    Path("extract/notes.yaml").write_text("schema: 1\n", encoding="utf-8")

    migrated = api.migrate(["extract/authored/andes.yaml"], migrations=[TWO])

    assert [(file.file, file.is_changed) for file in migrated.files] == [("extract/authored/andes.yaml", True)]
    assert told(api.migrate(["extract/notes.yaml"], migrations=[TWO])) == ["extract/notes.yaml:1:1: by its name this is no file of records"]
    with pytest.raises(UnreadablePathError, match=r"^cannot read none\.yaml: the file does not exist$"):
        api.migrate(["none.yaml"])


@pytest.mark.parametrize(("to", "known"), [(0, "1 to 2"), (3, "1 to 2")])
@pytest.mark.usefixtures("project")
def test_versions_that_are_not_known(to: int, known: str) -> None:
    """Only versions that there are can be asked for."""
    with pytest.raises(UnusableRequestError) as refused:
        api.migrate(to=to, migrations=[TWO])

    assert str(refused.value) == f"version {to} of the record format is not known; documents of version {known} are"
