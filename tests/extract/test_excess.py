"""Files with more errors than anybody reads, and links that lead nowhere: the rest is read, and in time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from diplotrips.extract.messages import MOST_TOLD
from diplotrips.extract.reading import read_dataset

if TYPE_CHECKING:
    from pathlib import Path

PERSON = '{"id": "jane-doe", "name": "Jane Doe"}'


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    """A folder of records with one person."""
    (tmp_path / "extract/authored").mkdir(parents=True)
    (tmp_path / "extract/people.yaml").write_text(f"schema: 1\npeople:\n  - {PERSON}\n")
    return tmp_path / "extract"


def test_of_very_many_unknown_keys_the_first_are_told(extract: Path) -> None:
    """A thousand findings with the words of any other, and one that counts the rest."""
    keys = "".join(f"key_{number}: 1\n" for number in range(5_000))
    (extract / "authored/big.yaml").write_text(f"schema: 1\n{keys}")
    *told, last = read_dataset(extract).findings

    assert len(told) == MOST_TOLD
    (first,) = [found for found in told if found.field == "key_0"]
    assert first.message.startswith("key_0 is no key of a trip document; its keys are schema, trip, ")
    assert str(last) == (
        "extract/authored/big.yaml:1000:1: error DT005: 4,002 more things are wrong from here on; mend the first 1,000 and check again"
    ).replace("extract/", f"{extract.as_posix()}/")


@pytest.mark.parametrize("name", ["people/many.jsonl", "people/many.json"])
def test_very_many_wrong_entries_are_counted_by_file(extract: Path, name: str) -> None:
    """Entries count together, whether they stand in a list or on lines; right ones behind them are read."""
    (extract / "people").mkdir()
    entries = [{"id": f"p-{number}", "name": "P", "nam": 1} for number in range(1_500)] + [{"id": "right", "name": "R"}]
    text = "".join(f"{json.dumps(entry)}\n" for entry in entries)
    (extract / name).write_text(text if name.endswith("l") else json.dumps({"schema": 1, "people": entries}))
    reading = read_dataset(extract)

    assert len(reading.findings) == MOST_TOLD + 1
    assert reading.findings[-1].message == "500 more things are wrong from here on; mend the first 1,000 and check again"
    assert [entry.record.id for entry in reading.dataset.people] == ["right", "jane-doe"]


@pytest.mark.parametrize("name", ["authored/self.yaml", "events.yaml", "coders/self.yaml"])
def test_a_link_to_itself_is_a_finding(extract: Path, name: str) -> None:
    """It is told at its name, and the rest is read."""
    (extract / name).parent.mkdir(exist_ok=True)
    (extract / name).symlink_to((extract / name).name)
    reading = read_dataset(extract)

    (found,) = reading.findings
    assert (found.code, found.message, found.place.file.endswith(f"extract/{name}")) == ("DT001", "the link leads back to itself", True)
    assert [entry.record.id for entry in reading.dataset.people] == ["jane-doe"]
