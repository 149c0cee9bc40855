"""The code lists as package data, and the nearest word for a message."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.errors import UnknownNameError
from diplotrips.findings import Severity
from diplotrips.schema.codelists import LISTS, code_list, codes, nearest
from diplotrips.schema.countries import country_codes
from diplotrips.schema.dates.parts import Precision

WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KNOWN = st.sampled_from([(name, code) for name in LISTS for code in codes(name)])


def test_every_file_is_a_list() -> None:
    """The folder holds one file for every list and nothing else."""
    found = {entry.name for entry in (files("diplotrips.schema") / "codelists").iterdir()}

    assert found == {f"{name}.csv" for name in LISTS}


@pytest.mark.parametrize("name", LISTS)
def test_codes_are_unique_and_well_formed(name: str) -> None:
    """Codes are hyphenated lower case and no code stands twice in a list."""
    assert [code for code in codes(name) if not WORD.fullmatch(code)] == []
    assert len(set(codes(name))) == len(codes(name)) > 1


@pytest.mark.parametrize("name", LISTS)
def test_every_code_is_described(name: str) -> None:
    """Every code has a label and a description that is a sentence with its final stop, without line breaks or spaces around."""
    for entry in code_list(name):
        assert entry.label == entry.label.strip() != ""
        assert re.fullmatch(r"[A-Z][^\n]{8,250}\.", entry.description), entry
        assert all(value == value.strip() for value in entry.extra.values())


@pytest.mark.parametrize("name", [name for name in LISTS if "other" in codes(name)])
def test_other_asks_for_a_note(name: str) -> None:
    """Where a list has `other`, it comes last and nothing hides behind it."""
    assert codes(name)[-1] == "other"


def test_progress_is_in_order() -> None:
    """Progress is listed by how far it got."""
    assert " ".join(codes("progress")) == "refused offered intended negotiated agreed initialled signed ratified in-force extended"


def test_levels_of_offices_exist() -> None:
    """Every office has a level, and every level an office."""
    assert {entry.extra["level"] for entry in code_list("offices")} == set(codes("levels"))


def test_countries_of_territories_exist() -> None:
    """Who administers or claims a territory is a known country, and its kind a known kind."""
    for entry in code_list("territories"):
        assert entry.extra["kind"] in codes("territory_kinds")
        assert {*entry.extra["administered_by"].split(), *entry.extra["claimed_by"].split()} <= set(country_codes()), entry


def test_lists_agree_with_the_types() -> None:
    """Precisions and severities are the values that the code computes."""
    assert set(codes("precisions")) == {str(value) for value in Precision}
    assert codes("severities") == tuple(str(value) for value in Severity)


def test_unknown_list_is_named() -> None:
    """A list that does not exist is refused, and nothing outside the folder is opened."""
    with pytest.raises(UnknownNameError, match=r"^no code list is called \.\./countries; there are offices, levels, "):
        codes("../countries")


@pytest.mark.parametrize(
    ("list_name", "word", "meant"),
    [
        ("trip_statuses", "under_way", "under-way"),
        ("trip_statuses", "canceled", "cancelled"),
        ("offices", "FOREIGN MINISTER", "foreign-minister"),
        ("offices", "foreing-minister", "foreign-minister"),
        ("offices", "defense-minister", "defence-minister"),
        ("offices", "security-council", "secretary-of-security-council"),
        ("offices", "Chargé d'affaires", "charge-d-affaires"),
        ("progress", "In force", "in-force"),
        ("offices", "xyzzy", ""),
        ("offices", "", ""),
        ("offices", " \u0301", ""),
        ("offices", "foreign-minister" * 1000, ""),
    ],
)
def test_nearest_code(list_name: str, word: str, meant: str) -> None:
    """A slip of the pen finds its code, nonsense finds none."""
    assert nearest(word, codes(list_name)) == meant


def test_nearest_of_equals_is_the_first() -> None:
    """Of two words that are equally near the first is offered, whatever the order of the alphabet."""
    assert nearest("statz", ["state", "stats"]) == "state"
    assert nearest("statz", ["stats", "state"]) == "stats"


def test_nearest_of_nothing() -> None:
    """Where no word is known none is near."""
    assert nearest("stop", []) == ""


@given(KNOWN)
def test_known_code_is_its_own_nearest(known: tuple[str, str]) -> None:
    """A code returns itself, also in capitals and with underscores or spaces."""
    name, code = known

    assert nearest(code, codes(name)) == code
    assert nearest(code.upper().replace("-", "_"), codes(name)) == code
    assert nearest(f" {code.replace('-', ' ')}", codes(name)) == code


@given(st.text(max_size=120), st.lists(st.text(max_size=12), max_size=6))
def test_nearest_is_known_or_nothing(word: str, known: list[str]) -> None:
    """Whatever is written, the answer is one of the known words or nothing; a known word is its own nearest."""
    assert nearest(word, known) in {*known, ""}
    assert nearest(word, [*known, word]) == word


@given(st.text("abc", min_size=1, max_size=8), st.lists(st.text("abcd", min_size=1, max_size=8), unique=True), st.sampled_from([0.5, 0.75]))
def test_nearest_is_the_most_similar(word: str, known: list[str], near_enough: float) -> None:
    """What is passed over because of its length or letters would not have been more similar."""
    scores = [SequenceMatcher(None, min(word, other), max(word, other), autojunk=False).ratio() for other in known]
    best = max(scores, default=0.0)

    assert nearest(word, known, near_enough) == (known[scores.index(best)] if best >= near_enough else "")
