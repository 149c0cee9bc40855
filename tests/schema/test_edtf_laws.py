"""Laws of EDTF values and their relations: round trip, bounds, one verdict of parser, pydantic and JSON Schema, and every day counted."""

from __future__ import annotations

import json
import pickle
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import edtf as oracle
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from pydantic import TypeAdapter, ValidationError
from pydantic_core import SchemaValidator, core_schema

from diplotrips.schema.dates.edtf import EdtfDate, EdtfError, EdtfInterval
from diplotrips.schema.dates.patterns import DATE_PATTERN, INTERVAL_PATTERN
from diplotrips.schema.dates.relations import Relation, finer, gap_days, likely_cause, relation

if TYPE_CHECKING:
    from collections.abc import Callable
    from time import struct_time
    from typing import Protocol

    class Oracle(Protocol):
        """What the `edtf` package gives, which has no types."""

        lower_strict: Callable[[], struct_time]
        upper_strict: Callable[[], struct_time]


KINDS: list[type[EdtfDate | EdtfInterval]] = [EdtfDate, EdtfInterval]
ADAPTERS = {kind: TypeAdapter[Any](kind) for kind in KINDS}
SCHEMAS = {kind: adapter.json_schema() for kind, adapter in ADAPTERS.items()}
CALENDAR = [date(1985, 1, 1) + timedelta(number) for number in range(51 * 366)]
"""Every day of 1985 to 2035: years more on both sides than any bounded date of the strategies has, those of a century aside."""


qualifiers = st.sampled_from(["", "", "", "?", "~", "%"])
days = st.dates(date(1995, 1, 1), date(2026, 12, 31))
plain_days = days.map(date.isoformat)
plain_dates = st.one_of(
    plain_days,
    days.map(lambda day: f"{day:%Y-%m}"),
    days.map(lambda day: f"{day:%Y}"),
    days.map(lambda day: f"{day:%Y-%m}-XX"),
    days.map(lambda day: f"{day:%Y}-XX"),
    days.map(lambda day: f"{day:%Y}-XX-XX"),
    st.sampled_from(["199X", "200X", "202X", "19XX", "20XX"]),
)
yearless_dates = days.map(lambda day: f"XXXX-{day:%m-%d}") | days.map(lambda day: f"XXXX-{day:%m}")
sets = st.lists(plain_dates, min_size=2, max_size=4).map(lambda members: f"[{','.join(members)}]")
unqualified_ends = st.one_of(plain_days, plain_dates)


def windows(ends: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Draw windows between two such ends, closed (some reversed) or open."""
    return st.one_of(st.tuples(ends, ends).map("/".join), ends.map(lambda end: f"{end}/.."), ends.map(lambda end: f"../{end}"))


def qualified(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Draw such texts with or without a qualifier."""
    return st.tuples(texts, qualifiers).map("".join)


unqualified_texts = st.one_of(plain_days, plain_dates, yearless_dates, sets, windows(unqualified_ends))
date_texts = st.one_of(qualified(plain_dates | yearless_dates), sets, windows(qualified(plain_dates)))
_interval_ends = qualified(plain_dates | yearless_dates)
interval_texts = st.one_of(
    _interval_ends,
    sets,
    st.tuples(_interval_ends, _interval_ends).map("/".join),
    _interval_ends.flatmap(lambda end: st.sampled_from([f"{end}/", f"/{end}", f"{end}/..", f"../{end}"])),
)

_numbers = st.integers(0, 10000)
_impossible_days = st.builds("{:04}-{:02}-{:02}".format, st.integers(0, 10000), st.integers(0, 14), st.integers(0, 33))
_strays = st.sampled_from([*"0123456789X-/.,[]?~% \n\rxT", "٢", ""])
_damaged = st.builds(
    lambda text, at, stray, replaced: text[:at] + stray + text[at + replaced :],
    date_texts | interval_texts,
    st.integers(0, 40),
    _strays,
    st.booleans(),
)
near_misses = st.one_of(
    _impossible_days,
    _damaged,
    st.text("0123X-/.[],?\n", max_size=24),
    date_texts.map(lambda text: f"{text}\n"),
    interval_texts.map(lambda text: f"{text}\n"),
    st.text(max_size=12),
)


def accepts(kind: type[EdtfDate | EdtfInterval], text: str) -> bool:
    """Ask the parser."""
    try:
        kind.parse(text)
    except EdtfError:
        return False
    return True


def dates(*texts: str) -> tuple[EdtfDate, ...]:
    """Parse several."""
    return tuple(EdtfDate.parse(text) for text in texts)


@given(date_texts)
def test_a_date_survives_its_canonical_text(text: str) -> None:
    """Parsing the canonical text gives the same value, with the same canonical text."""
    value = EdtfDate.parse(text)
    again = EdtfDate.parse(str(value))

    assert (again, str(again), again.choices, again.margin_days) == (value, str(value), value.choices, value.margin_days)
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 (our own bytes)


@given(interval_texts)
def test_an_interval_survives_its_canonical_text(text: str) -> None:
    """Parsing the canonical text gives the same value, with the same canonical text."""
    value = EdtfInterval.parse(text)
    again = EdtfInterval.parse(str(value))

    assert (again, str(again), again.first, again.last, again.last_end) == (value, str(value), value.first, value.last, value.last_end)


@given(unqualified_texts, days)
def test_choices_and_bounds_contain_exactly_the_possible_days(text: str, day: date) -> None:
    """The first and last days are possible, their outer neighbours are not, and `contains` agrees with `choices`."""
    value = EdtfDate.parse(text)

    in_choices = any((low is None or low <= day) and (high is None or day <= high) for low, high in value.choices)
    assert value.contains(day) == (in_choices if value.yearless is None else f"{day:-%m-%d}".startswith(text[4:]))
    if not value.is_reversed:
        assert value.earliest is None or (value.contains(value.earliest) and not value.contains(value.earliest - timedelta(1)))
        assert value.latest is None or (value.contains(value.latest) and not value.contains(value.latest + timedelta(1)))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=800, deadline=None)
@given(text=near_misses | date_texts | interval_texts)
def test_parser_pydantic_and_json_schema_give_one_verdict(kind: type[EdtfDate | EdtfInterval], text: str) -> None:
    """Whatever the text, all accept it or all refuse it."""
    verdict = accepts(kind, text)

    assert accepts_pydantic(kind, text) is verdict
    assert Draft202012Validator(SCHEMAS[kind]).is_valid(text) is verdict
    assert Draft7Validator(SCHEMAS[kind]).is_valid(text) is verdict


def accepts_pydantic(kind: type[EdtfDate | EdtfInterval], text: str) -> bool:
    """Ask pydantic, from JSON and from Python, which must agree."""
    verdicts = {is_read(ADAPTERS[kind].validate_json, json.dumps(text)), is_read(ADAPTERS[kind].validate_python, text)}
    (verdict,) = verdicts
    return verdict


def is_read(validate: Callable[..., object], value: str) -> bool:
    """Tell whether pydantic raises nothing."""
    try:
        validate(value, strict=True)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(("kind", "pattern"), [(EdtfDate, DATE_PATTERN), (EdtfInterval, INTERVAL_PATTERN)])
@settings(max_examples=300, deadline=None)
@given(text=near_misses | date_texts | interval_texts)
def test_the_pattern_means_the_same_in_rust(kind: type[EdtfDate | EdtfInterval], pattern: str, text: str) -> None:
    """The regular expressions of Rust, which know no look-around, need nothing but the pattern."""
    rust = SchemaValidator(core_schema.str_schema(pattern=pattern, regex_engine="rust-regex"))

    assert rust.isinstance_python(text) is accepts(kind, text)


@given(date_texts, date_texts)
def test_symmetry(one: str, other: str) -> None:
    """Relation, gap, cause and finer date do not depend on which comes first."""
    a, b = dates(one, other)

    assert (relation(a, b), gap_days(a, b), likely_cause(a, b), finer(a, b)) == (
        relation(b, a),
        gap_days(b, a),
        likely_cause(b, a),
        finer(b, a),
    )


@given(date_texts)
def test_a_date_equals_itself(text: str) -> None:
    """Every date that allows a day is equal to itself."""
    (value,) = dates(text)

    assert relation(value, value) == (Relation.UNDETERMINED if value.is_reversed else Relation.EQUAL)


@given(unqualified_texts, unqualified_texts, unqualified_texts)
def test_refinement_is_a_partial_order(one: str, other: str, third: str) -> None:
    """If one date refines a second and that a third, the first refines the third; equal dates stand alike to all."""
    a, b, c = dates(one, other, third)
    assume(not any(value.is_reversed for value in (a, b, c)))

    if finer(a, b) is a and finer(b, c) is b:
        assert finer(a, c) is a
    if relation(a, b) is Relation.EQUAL:
        assert relation(a, c) is relation(b, c)


@settings(max_examples=100, deadline=None)
@given(*[unqualified_texts.filter(lambda text: "19XX" not in text and "20XX" not in text)] * 2)
def test_relations_are_those_of_the_days_themselves(one: str, other: str) -> None:
    """Counted over every single day, each relation is what its name says."""
    a, b = dates(one, other)
    assume(not a.is_reversed and not b.is_reversed)

    left, right = ({day for day in CALENDAR if value.contains(day)} for value in (a, b))

    if left == right:
        expected = Relation.EQUAL
    elif left < right or right < left:
        expected = Relation.REFINES
    else:
        expected = Relation.OVERLAPS if left & right else Relation.DISJOINT
    assert relation(a, b) is expected
    if expected is Relation.DISJOINT and len(left) * len(right) < 20000:
        assert gap_days(a, b) == min(abs((day - other_day).days) for day in left for other_day in right)


# Not asked, since the answers of the `edtf` package are wrong: impossible days (read), open and unknown ends (infinite floats; ten years
# on), reversed intervals (read), intervals between dates with X (TypeError), unknown years (bounds in 0 and 9999), 000X (it has a year 0).
@settings(max_examples=50, deadline=None)
@given(qualified(plain_dates))
def test_bounds_are_those_of_the_edtf_package(text: str) -> None:
    """Another parser gives the same first and last day."""
    value = EdtfDate.parse(text)

    assert spell(oracle.parse_edtf(text)) == (value.earliest, value.latest)


@settings(max_examples=50, deadline=None)
@given(st.lists(days, min_size=2, max_size=2).map(sorted), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_bounds_of_intervals_are_those_of_the_edtf_package(ends: list[date], first_width: int, last_width: int) -> None:
    """Another parser gives the same first and last day of an interval between years, months or days."""
    value = EdtfInterval.parse(f"{ends[0].isoformat()[:first_width]}/{ends[1].isoformat()[:last_width]}")

    assert spell(oracle.parse_edtf(str(value))) == (value.earliest, value.latest)


def spell(value: Oracle) -> tuple[date, date]:
    """Give first and last day of the other parser's value."""
    return date(*value.lower_strict()[:3]), date(*value.upper_strict()[:3])
