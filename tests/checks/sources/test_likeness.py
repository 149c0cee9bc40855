"""How alike two spellings of a name are, which DT210 and DT218 rest on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.checks.disagreement.likeness import Likeness, keys, likeness, likeness_to_part, skeleton

NAMES = st.lists(st.text(st.sampled_from("abeikhyžł'"), min_size=1, max_size=6), min_size=1, max_size=3).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Jane Doe", "Jane Doe", Likeness.SAME),
        ("J. Doe", "J Doe", Likeness.PLAIN),
        ("Łukasz Brøder", "LUKASZ BRODER", Likeness.PLAIN),
        ("N\N{RIGHT SINGLE QUOTATION MARK}Gorro Sall", "NGorro Sall", Likeness.PLAIN),
        ("Mohammed al-Halimi", "Mohamed el-Khalimi", Likeness.SOUND),
        ("Dmitriy Petrov", "Dmitri Petrow", Likeness.SOUND),
        ("Anton Meerov", "Anthon Mirov", Likeness.SOUND),
        ("Petra Novak", "Pedra Novak", Likeness.SLIP),
        ("Petra Novak", "Petra Novatk", Likeness.SLIP),
        ("Petra Novak", "Perta Novak", Likeness.SLIP),
        ("Petra Novak", "Pera Novak", Likeness.SLIP),
        ("Petra Novak", "Pedra Nowik", None),
        ("Petra Novak", "Novak Petra", None),
        ("Petra Novak", "Petra Maria Novak", None),
        ("Wu Li", "Wu Yi", None),
        ("", "", Likeness.SAME),
        ("王毅", "王", None),
    ],
)
def test_likeness(one: str, other: str, how: Likeness | None) -> None:
    """Two spellings are alike by letters, by sound or but for one slip in one word of four letters or more; nothing else."""
    assert likeness(one, other) is likeness(other, one) is how


@pytest.mark.parametrize(
    ("spelling", "how"),
    [
        ("Novak", Likeness.SAME),
        ("Petra Novac", Likeness.SOUND),
        ("Nowek", Likeness.SLIP),
        ("Novak Petra", None),
        ("Petra Ann Novak Roe", None),
    ],
)
def test_part(spelling: str, how: Likeness | None) -> None:
    """Fewer words are compared with as many words of the name, in their order."""
    assert likeness_to_part(spelling, "Petra Ann Novak") is how


@given(NAMES, NAMES)
def test_same_from_both_sides(one: str, other: str) -> None:
    """Which of two spellings comes first does not matter."""
    assert likeness(one, other) is likeness(other, one)


@given(NAMES, st.data())
def test_alike_names_share_a_key(name: str, data: st.DataObject) -> None:
    """Names are looked up by keys, and no pair that is alike is lost by that, however the slip came about."""
    place = data.draw(st.integers(0, len(name) - 1))
    slip = data.draw(st.sampled_from(["", "a", "k", name[place] + "a", name[place : place + 2][::-1] + name[place + 2 :]]))
    other = name[:place] + slip + ("" if len(slip) > 2 else name[place + 1 :])
    if likeness(name, other) and skeleton(name):
        assert set(keys(skeleton(name))) & set(keys(skeleton(other)))
