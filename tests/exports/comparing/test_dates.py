"""What became of a date is told by its days: the other way round it is the opposite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.exports.comparing import Kind
from diplotrips.exports.comparing.fields import changed_fields, fields_of, kind_of_date

Cells = tuple[int | None, int | None, bool | None]

DAYS = ("2023", "2023-04", "2023-04-XX", "2023-04-17", "2023-04-17?", "2023-04-17~", "2023-04-18", "XXXX-04-17", "202X", "2023-04-1X")
WINDOWS = ("[2023-04-17,2023-04-19]", "2023-04-16/2023-04-30", "2023-04-16/..", "../2023-04-30", "2023-04-16/", "2023-04-30/2023-04-16")
DATES = st.sampled_from([None, "..", "no date", *DAYS, *WINDOWS])
OPPOSITE = {
    Kind.DATE_GIVEN: Kind.DATE_TAKEN_AWAY,
    Kind.DATE_REFINED: Kind.DATE_WIDENED,
    Kind.DATE_CORRECTED: Kind.DATE_CORRECTED,
    Kind.DATE_RESTATED: Kind.DATE_RESTATED,
}


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("[2023-04-17,2023-04-19]", "2023-04-19", Kind.DATE_REFINED),
        ("2023-04-16/2023-04-30", "2023-04", Kind.DATE_WIDENED),
        ("2023-04-16/..", "2023-04-16/2023-04-30", Kind.DATE_REFINED),
        ("2023-04-16/", "2023-04-16/2023-04-30", Kind.DATE_REFINED),
        ("/2023-04-30", "2023-04-16/", Kind.DATE_CORRECTED),
        ("2023-04-16/", "2023-04-16/", Kind.DATE_RESTATED),
        ("XXXX-04-17", "2023-04-17", Kind.DATE_REFINED),
        ("2023-04-17~", "2023-04-17", Kind.DATE_REFINED),
        ("2023-04-17", "2023-04-18", Kind.DATE_CORRECTED),
        ("2023-04-1X", "2023-04-17", Kind.DATE_REFINED),
        ("2023-04-17", "2023-04-1X", Kind.DATE_WIDENED),
        ("2023-04-1X", "2023-04-27", Kind.DATE_CORRECTED),
        ("..", "2023-04-18", Kind.DATE_GIVEN),
        (None, "..", Kind.DATE_GIVEN),
    ],
)
def test_windows_sets_and_doubts(before: str | None, after: str | None, kind: Kind) -> None:
    """Fewer days, or less doubt, is a refinement; other days are a correction; a date instead of an open end is given."""
    assert kind_of_date(before, after) is kind


@given(DATES, DATES)
def test_the_opposite_the_other_way_round(before: str | None, after: str | None) -> None:
    """What is given one way is taken away the other, what is refined is widened."""
    opposite = {**OPPOSITE, **{other: kind for kind, other in OPPOSITE.items()}}

    assert kind_of_date(after, before) is opposite[kind_of_date(before, after)]


def test_columns_are_put_together_to_fields() -> None:
    """Dates, countries and numbers are one field each, whatever columns of theirs there are; all others are their own."""
    dates, others = ("first_day", "first_day_earliest", "first_day_edtf"), ("country", "country_iso3", "papers_min", "papers_max")

    assert fields_of([*dates, *others, "place_edtf", "span_min"]) == {
        "first_day": ("first_day_edtf", "first_day", "first_day_earliest"),
        "country": ("country", "country_iso3"),
        "papers": ("papers_min", "papers_max"),
        "place": ("place_edtf",),
        "span": ("span_min",),
    }


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((3, 3, False), (3, 3, None), (Kind.VALUE_TAKEN_AWAY, "papers_approximate", "false", None)),
        ((3, 3, None), (3, 3, False), (Kind.VALUE_GIVEN, "papers_approximate", None, "false")),
        ((None, None, None), (None, None, True), (Kind.VALUE_GIVEN, "papers_approximate", None, "true")),
        ((3, 3, False), (3, 3, True), (Kind.VALUE_CORRECTED, "papers", "3", "~3")),
        ((3, 3, False), (3, None, None), (Kind.VALUE_CORRECTED, "papers", "3", "3..")),
    ],
)
def test_a_number_that_reads_the_same_is_told_by_its_column(before: Cells, after: Cells, told: tuple[object, ...]) -> None:
    """Never as corrected from 3 to 3."""
    columns = ("papers_min", "papers_max", "papers_approximate")
    old, new = (dict(zip(columns, row, strict=True)) for row in (before, after))

    assert list(changed_fields(old, new, fields_of(columns))) == [told]
