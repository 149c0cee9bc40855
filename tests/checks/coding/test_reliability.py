"""Agreement of coders: Krippendorff's alpha as published, and what of two codings counts as the same."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.checks.coding.readings import AUTHOR, items_of
from diplotrips.checks.coding.reliability import agreement_of, alpha_of, reliability_of
from diplotrips.errors import UnusableRequestError

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.checks.coding.reliability import Rating
    from diplotrips.schema.dataset import Dataset


def ratings(*coders: str) -> list[Rating]:
    """Return the ratings of coders, each given with one character an item and a full stop where there is none."""
    return [
        (str(coder), str(item), value)
        for coder, line in enumerate(coders)
        for item, value in enumerate(line.replace(" ", ""))
        if value != "."
    ]


@pytest.mark.parametrize(
    ("coders", "alpha"),
    [
        (["0100000000", "1110010010"], 0.095),
        (["aabbdcccedda", "babbbccceddd"], 0.692),
        (["1233 2141 2...", "1233 2241 25.3", ".333 2342 251.", "1233 2441 251."], 0.743),
        (["ab", "ab"], 1.0),
    ],
)
def test_published_examples(coders: list[str], alpha: float) -> None:
    """Krippendorff (2011) gives 0.095 for two coders and a yes or no, 0.692 for nominal values, 0.743 for four who leave some out."""
    assert alpha_of(ratings(*coders)) == pytest.approx(alpha, abs=0.0005)


@pytest.mark.parametrize("coders", [["aaa", "aaa"], ["ab.", "..c"], [], ["a", "a"]])
def test_alpha_is_not_defined(coders: list[str]) -> None:
    """Where all say the same one thing, or no item was rated twice, chance would do as well."""
    assert alpha_of(ratings(*coders)) is None


@given(st.lists(st.tuples(*[st.sampled_from("abc.")] * 3), min_size=2, max_size=12))
def test_alpha_depends_on_no_order(rows: list[tuple[str, ...]]) -> None:
    """Neither the order of coders nor that of items nor the names of the values make a difference; it is never over 1."""
    plain = ["".join(column) for column in zip(*rows, strict=True)]
    turned = ["".join(column)[::-1].translate(str.maketrans("abc", "zyx")) for column in reversed(plain)]

    one, other = alpha_of(ratings(*plain)), alpha_of(ratings(*turned))

    assert one == (other if one is None or other is None else pytest.approx(other))
    assert one is None or one <= 1


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without nltk one sentence says what to install."""
    monkeypatch.setitem(sys.modules, "nltk.metrics.agreement", None)

    with pytest.raises(UnusableRequestError) as raised:
        alpha_of(ratings("ab", "ab"))

    assert str(raised.value) == (
        "the reliability of codings is computed by the package nltk, which is not installed; install diplotrips[reliability]"
    )


AUTHORS: list[dict[str, Any]] = [
    {"days": 4, "region": "the South"},
    {"about": "br", "places": ["Rio"], "days": 2},
    {"about": "ve", "days": 2},
]


@pytest.fixture
def coded(dataset: Callable[..., Dataset]) -> Dataset:
    """A trip of which a second coder reads one number of days differently, leaves another out and adds a first day."""
    lines = [{"days": 4, "region": "The south"}, {"about": "br", "places": ["rio"], "days": 3}, {"about": "ve", "first_day": "2023-04-18"}]
    trips = {"one": {"stops": [{"id": "br"}, {"id": "ve"}], "said": {"gazette": AUTHORS, "herald": AUTHORS}}}
    return dataset(trips, codings={"ada/gazette": [{"trip": "one", "said": lines}]})


def test_counts_what_was_coded_twice(coded: Dataset) -> None:
    """A field that one of the two left out counts as a difference; sources that were coded once do not count at all."""
    items = items_of(coded)

    assert [tuple(row) for row in reliability_of(items)] == [
        ("days", 3, 2, pytest.approx(1 / 3), pytest.approx(1 - (4 / 6) / (26 / 30))),
        ("first_day", 1, 0, 0.0, 0.0),
        ("places", 1, 1, 1.0, None),
        ("region", 1, 1, 1.0, None),
    ]
    assert agreement_of(items) == pytest.approx(3 / 6)
    assert {item.source for item in items} == {"gazette"}


def test_what_was_not_coded_has_a_place(coded: Dataset) -> None:
    """Of a coder who wrote nothing down, the place is where the lines on that source begin."""
    disputed = [item for item in items_of(coded) if not item.agrees]

    assert [(item.record, item.field) for item in disputed] == [("one.br", "days"), ("one.ve", "days"), ("one.ve", "first_day")]
    assert [(reading.coder, reading.text, str(reading.place)) for reading in disputed[1].readings] == [
        (AUTHOR, "2", "extract/authored/one.yaml:23:13"),
        ("ada", "", "extract/coded/ada/gazette.yaml:7:7"),
    ]
