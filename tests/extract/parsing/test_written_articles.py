"""The written articles themselves: what they are said to state stands in them, in codes that exist."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.extract.parsing.synthetic import CASES, Case

from diplotrips.schema.codelists import codes
from diplotrips.schema.countries import country_codes

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTS = {
    "office": "offices",
    "status": "trip_statuses",
    "kind": "agreement_kinds",
    "progress": "progress",
    "manner": "quote_manners",
    "role": "quote_speakers",
}
MONTHS = "|".join(calendar.month_name[1:])
WEEKDAY_AND_DATE = re.compile(rf"({'|'.join(calendar.day_name)}),? (?:(\d+) ({MONTHS})|({MONTHS}) (\d+))(?:,? (\d{{4}}))?")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_names_and_words_stand_in_the_text(case: Case) -> None:
    """Travellers, speakers, towns and quotations are words of the article."""
    trips, quotes = case.expect.get("trips", []), case.expect.get("quotes", [])
    named = [
        *(trip["traveller"] for trip in trips),
        *case.expect.get("not_travellers", []),
        *(quote["speaker"] for quote in quotes if quote["speaker"]),
    ]
    named += [place for trip in trips for stop in trip["stops"] for place in stop.get("places", [])]
    words = [*(quote["words"] for quote in quotes), *case.expect.get("not_quotes", [])]

    absent = [each for each in named if not any(name.casefold() in case.text.casefold() for name in each.split("|"))] + [
        each for each in words if each not in case.text
    ]

    assert absent == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_codes_are_in_the_lists(case: Case) -> None:
    """Countries, offices, statuses and the like are codes of the project."""
    unknown = [(key, code) for key, code in _codes(case.expect) if code not in (codes(LISTS[key]) if key in LISTS else country_codes())]

    assert unknown == []


@pytest.mark.parametrize("case", [case for case in CASES if case.published], ids=lambda case: case.name)
def test_weekdays_are_those_of_the_calendar(case: Case) -> None:
    """A weekday beside a date is that of the calendar, unless the article plants a wrong one."""
    year = date.fromisoformat(case.published).year
    found = [
        (name, date(int(stated or year), list(calendar.month_name).index(one or other), int(before or after)))
        for name, before, one, other, after, stated in WEEKDAY_AND_DATE.findall(case.text)
    ]

    wrong = [(name, day.isoformat()) for name, day in found if calendar.day_name[day.weekday()] != name]

    assert bool(wrong) == ("wrong-weekday" in case.tags), wrong


def _codes(expected: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - whatever YAML gives
    """Yield every code that is expected, with the key it stands under."""
    if isinstance(expected, list):
        for each in expected:
            yield from _codes(each)
    if not isinstance(expected, dict):
        return
    for key, value in expected.items():
        if key in (*LISTS, "country", "represents"):
            yield from ((key, code) for code in str(value).split("|"))
        elif key in ("not_stops", "cancelled_stops", "stops_optional", "parties"):
            yield from ((key, str(code)) for code in value)
        else:
            yield from _codes(value)
