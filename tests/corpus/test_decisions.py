"""Every decision in the real ledger settles one disagreement: without it that is open again, and names both ends."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from tests.corpus.cases import ROOT, TODAY, copy_records, run_check

from diplotrips import api
from diplotrips.extract.reading import read_dataset
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from diplotrips.api import Report
    from diplotrips.findings import End, Finding

LEDGER: Final = "extract/decisions.yaml"
DECISIONS: Final = {entry.record.id: entry.record for entry in read_dataset(ROOT).dataset.decisions}


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the real records in the current folder."""
    copy_records(tmp_path / "extract")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def whole() -> Report:
    """The real records judged with all decisions."""
    return api.check(ROOT, TODAY)


@pytest.mark.parametrize("name", DECISIONS)
def test_reopens(name: str, whole: Report, records: Path) -> None:
    """Without the decision its finding is open again, nothing else is, and both ends of it stand somewhere or are the calendar."""
    decision, (settled,) = DECISIONS[name], [found for found in whole.settled if found.settled_by == name]
    take_out(name, records)

    report = api.check(Path(), TODAY)

    (found,) = [found for found in report.open if found.fingerprint not in {other.fingerprint for other in whole.open}]
    assert (found.code, found.record, found.field.rpartition(".")[2]) == (decision.code, decision.record, decision.field)
    assert (found.fingerprint, found.message, found.because_of) == (settled.fingerprint, settled.message, "")
    assert names_both_ends(found)
    assert [other.settled_by for other in report.settled] == [other.settled_by for other in whole.settled if other.settled_by != name]


@pytest.mark.parametrize("name", DECISIONS)
def test_is_shown_with_every_end(name: str, whole: Report, records: Path) -> None:
    """The command line shows the place of every end of what is open again, and what each says."""
    (settled,) = [found for found in whole.settled if found.settled_by == name]
    take_out(name, records)

    text = run_check(records).text

    (block,) = [block for block in text.split("\n\n") if settled.message in block.partition("\n")[0]]
    for end in settled.related:
        assert end.label in block
        assert end.place is None or f"{LEDGER.partition('/')[0]}/{shown(end)}" in block
    assert f"--> extract/{str(settled.place).partition('extract/')[2]}" in block


def test_all_are_settled(whole: Report, records: Path) -> None:
    """With all decisions there is no error, each settles one disagreement, and the summary counts them."""
    assert whole.number(Severity.ERROR) == 0
    assert sorted(found.settled_by for found in whole.settled) == sorted(DECISIONS)
    output = run_check(records)
    assert output.status == 0
    assert f"{len(DECISIONS)} disagreements settled in " in output.text


def take_out(name: str, records: Path) -> None:
    """Take one decision out of the ledger."""
    file = records / LEDGER
    text, number = re.subn(rf"^  - id: {name}\n(?:    .*\n)+", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert number == 1
    file.write_text(text if "  - id: " in text else "schema: 1\ndecisions: []\n", encoding="utf-8")


def names_both_ends(found: Finding) -> bool:
    """Tell whether a finding has two ends or more that say different things, each with its place unless it is the calendar."""
    placed = all(end.place or end.label.startswith("the calendar: today is ") for end in found.ends)
    return placed and len({end.label for end in found.ends if end.label}) > 1


def shown(end: End) -> str:
    """Return the place of an end below the folder of the records."""
    return str(end.place).partition("extract/")[2]
