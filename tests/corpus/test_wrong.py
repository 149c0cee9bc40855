"""Every way of damaging the real records that a check is for is found where it stands, through the API and the command line.

The cases are the folders of `wrong/`; what belongs to a case is told in the README. Links that lead nowhere and empty folders cannot be in
git; they are in `tests/extract/test_reading.py`.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from tests.corpus.cases import REAL, TODAY, at, names, read_case, run_check

from diplotrips import api
from diplotrips.checks.registry import BY_CODE

if TYPE_CHECKING:
    from diplotrips.findings import Finding

_HEADLINE: Final = re.compile(r"^(?P<severity>error|warning|note)\[(?P<code>DT\d{3})\] (?P<text>.*)\n +--> (?P<place>\S+)", re.MULTILINE)
_SETTLED: Final = re.compile(r"\b(\d+) (?:disagreements? settled|findings? waived) in ")
_MOST_LINES: Final = 20
"""A damaged file differs from the real one in so many lines at most, so that a case that was forgotten when the records changed shows."""


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    """Fingerprints of what is found in the real records."""
    return frozenset(found.fingerprint for found in api.check(REAL, TODAY).open)


@pytest.mark.parametrize("name", names())
def test_api(name: str, known: frozenset[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The damage is found at its line and column with its other end; all else follows from it, or has its reason in `ABOUT`."""
    case = read_case(name)
    case.lay(tmp_path)
    monkeypatch.chdir(tmp_path)

    report = api.check(Path(), TODAY)

    meant = {at(found): found for found in report.open if at(found) in case.finds}
    assert set(meant) == set(case.finds)
    assert [place for place, against in case.finds.items() if against and against not in _other_places(meant[place])] == []
    assert [str(found) for found in meant.values() if found.because_of] == []
    assert {found.code for found in case.unexplained(report.open, known)} == set(case.also)
    assert [_headline(found) for found in report.open] == [tuple(match.groups()) for match in _HEADLINE.finditer(case.expected)]
    assert _SETTLED.findall(case.expected) == ([str(len(report.settled))] if report.settled else [])


@pytest.mark.parametrize("name", names())
def test_command_line(name: str, tmp_path: Path) -> None:
    """The whole output is as expected, and the exit status is 1 if there is an error."""
    case = read_case(name)
    case.lay(tmp_path)

    output = run_check(tmp_path)

    assert output.text == case.expected
    assert output.status == int("error[" in case.expected)


@pytest.mark.parametrize("name", names())
def test_only_the_damage_differs(name: str) -> None:
    """A damaged file is the real one but for a few lines."""
    folder = read_case(name).folder / "extract"
    files = [(path, REAL / path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]

    changed = {path.name: _lines_between(path, real) for path, real in files if real.exists()}

    assert {file: lines for file, lines in changed.items() if lines > _MOST_LINES} == {}


def test_every_check_has_a_case() -> None:
    """What can be found at all is found in some case."""
    found = {place.partition(" ")[0] for name in names() for place in read_case(name).finds}

    assert set(BY_CODE) - found == set()


def _headline(found: Finding) -> tuple[str, str, str, str]:
    """Return severity, code, text and place of a finding as the command line prints them."""
    about = " ".join(part for part in (found.record.partition(".")[0], found.field) if part)
    return found.severity, found.code, f"{about}: {found.message}" if about else found.message, str(found.place)


def _other_places(found: Finding) -> set[str]:
    return {str(end.place) for end in found.related}


def _lines_between(one: Path, other: Path) -> int:
    """Return how many lines of *one* or *other* are not in both, whatever ends a line; 0 if *one* is no text."""
    try:
        damaged, right = (path.read_bytes().decode("utf-8-sig").splitlines() for path in (one, other))
    except UnicodeDecodeError:
        return 0
    same = sum(block.size for block in SequenceMatcher(None, damaged, right, autojunk=False).get_matching_blocks())
    return max(len(damaged), len(right)) - same
