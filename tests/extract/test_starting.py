"""The texts of new files: whatever is put into them reads back, or is refused in one sentence."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplotrips.errors import DiplotripsError, UnusableRequestError
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.extract.starting import terms
from diplotrips.extract.starting.project import project_files
from diplotrips.extract.starting.trip import NewTrip, render_trip
from diplotrips.schema.codelists import codes
from diplotrips.schema.countries import countries, country_codes
from diplotrips.schema.document import TripDocument
from diplotrips.schema.fields import ID_PATTERN, id_from
from diplotrips.schema.files import DatasetFile

if TYPE_CHECKING:
    from diplotrips.schema.record import Record

NAMES = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1, max_size=60).map(
    lambda text: " ".join(text.split())
)
DAYS = st.sampled_from(["2024", "2024-05-13", "2024-05-13/2024-05-16", "2024-05-13/", "../2024-05", "2024-05~", "[2024-05-01,2024-05-03]"])


def read(text: str, model: type[Record]) -> Record:
    """Return what *text* says, which has to hold to *model*."""
    parsed = parse_yaml(text, "new.yaml", date_keys=DATE_KEYS)
    assert parsed.findings == ()
    assert parsed.node is not None
    held = hold(parsed.value, parsed.node, model)
    assert held.findings == ()
    assert held.record is not None
    return held.record


@given(
    named=NAMES.filter(bool),
    days=DAYS,
    countries=st.lists(st.sampled_from(country_codes()), min_size=1, max_size=5),
    in_order=st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_a_new_trip_reads_back(named: str, days: str, countries: list[str], in_order: bool) -> None:  # noqa: FBT001  (a strategy)
    """Names of any letters, days of any form, a country any number of times: the document holds to its schema and says the same."""
    trip = NewTrip(
        id="doe-2024-05",
        traveller="jane-doe",
        named=named,
        office="foreign-minister",
        represents="NZ",
        status="completed",
        days={"within": days},
        countries=countries,
        in_order=in_order,
        source="gazette",
        spans={"named": ["0-5", "8-9"], "within": ["10-12"]},
        passages=["20-24"],
    )

    document = read(render_trip(trip), TripDocument)

    assert isinstance(document, TripDocument)
    assert (document.said["gazette"][0].named, str(document.trip.within)) == (named, days)
    assert [stop.country for stop in document.stops] == countries
    assert len({stop.id for stop in document.stops}) == len(countries)
    assert bool(document.trip.route) == (in_order and len(countries) > 1)
    assert [str(line.span) for line in document.said["gazette"] if line.span and not isinstance(line.span, tuple)] == ["10-12", "20-24"]


@given(title=NAMES.filter(bool))
@settings(max_examples=150, deadline=None)
def test_a_title_reads_back(title: str) -> None:
    """Whatever one line is typed as a title stands in the description of the dataset as it was typed."""
    described = read(project_files("mine", title, date(2026, 11, 22))["extract/dataset.yaml"], DatasetFile)

    assert isinstance(described, DatasetFile)
    assert (described.dataset.id, described.dataset.title, str(described.dataset.reference_date)) == ("mine", title, "2026-11-22")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=210))
@settings(max_examples=150, deadline=None)
def test_any_title_is_taken_or_refused(title: str) -> None:
    """What cannot be a title is refused, and whatever is not makes a description that holds to its schema."""
    with suppress(UnusableRequestError):
        read(project_files("mine", title, date(2026, 11, 22))["extract/dataset.yaml"], DatasetFile)


@given(st.text(max_size=120))
def test_what_a_name_suggests_is_an_id(name: str) -> None:
    """It is an id, or empty where no letter or digit of the name is one of an id."""
    suggested = id_from(name)

    assert suggested == "" or (re.fullmatch(ID_PATTERN, suggested) and len(suggested) <= 80)


def test_every_country_is_known_by_code_and_name() -> None:
    """Each code in any case is itself; each name is one that has it, the country of today before a former one."""
    assert all(terms.country(code.lower()) == code for code in country_codes())
    by_name = {row.name: row.country for row in countries() if row.status != "former" and len(row.name) > 3}
    assert {name: terms.country(name) for name in by_name} == by_name


@pytest.mark.parametrize(("list_name", "what"), [("offices", "office"), ("trip_statuses", "status")])
def test_every_code_is_known(list_name: str, what: str) -> None:
    """A code is itself; what is near none is answered with some that there are."""
    assert [terms.code(what, code, list_name) for code in codes(list_name)] == list(codes(list_name))
    with pytest.raises(DiplotripsError, match=f"^no {what} is called qqqqqqqq; there are "):
        terms.code(what, "qqqqqqqq", list_name)


@pytest.mark.parametrize("written", ["2024-05-16/2024-05-13", "2024-05/2023-12-31", "2024/2023"])
def test_days_that_run_backwards_are_refused(written: str) -> None:
    """What certainly ends before it starts is no from-to; what may not, is one."""
    with pytest.raises(UnusableRequestError, match=f"^{written} ends before it starts$"):
        terms.days(written)
    assert terms.days("2024-05/2024-05-01") == "2024-05/2024-05-01"
