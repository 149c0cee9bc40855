"""What `diplotrips extract` prints of a draft: the stops in the order of travel, and what a record would lack."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.extract.drafted import CHILE, HOLM, PERU, TRIP, draft, evidence

from diplotrips.api import Drafted
from diplotrips.cli.answers.extracted import render_extracted
from diplotrips.extract.parsing.found import FoundStop
from diplotrips.extract.parsing.mentions import People

KENYA = FoundStop("ke", replace(PERU.country, value="KE", evidence=evidence("Kenya")))


def told(people: People | None = None, **changes: Any) -> list[str]:  # noqa: ANN401  (fields of FoundTrip)
    """Return the lines about the draft of a trip, with *changes* of what was found of it."""
    found = {"people": people} if people else {}
    coding = draft(trips=(replace(TRIP, **changes),), agreements=(), quotes=(), **found)
    return render_extracted([Drafted("herald.txt", "herald-2025-03", coding)]).splitlines()


def test_stops_stand_in_the_order_of_travel() -> None:
    """They are numbered by the route; one without a place in it comes last, as it is told."""
    lines = told(stops=(KENYA, PERU, CHILE), route=(("cl",), ("pe",)))

    assert lines[2:5] == ["    1. Chile", "    2. Peru (Lima), 2025-03-03/", "    Kenya"]


def test_stops_whose_order_nobody_knows_share_a_number() -> None:
    """Two stops of one step, then the third."""
    lines = told(stops=(KENYA, PERU, CHILE), route=(("cl", "pe"), ("ke",)))

    assert lines[2:5] == ["    1. Peru (Lima), 2025-03-03/", "    1. Chile", "    2. Kenya"]


@pytest.mark.parametrize("basis", ["list", "narration"])
def test_what_is_no_order_of_travel_numbers_nothing(basis: str) -> None:
    """The order of a list, or of the telling, leaves the stops as they are told."""
    lines = told(stops=(PERU, CHILE), route=(("cl",), ("pe",)), route_evidence=evidence("then goes to Chile", basis=basis))

    assert lines[2:4] == ["    Peru (Lima), 2025-03-03/", "    Chile"]


def test_says_what_a_record_needs_and_a_draft_lacks() -> None:
    """The office, who is represented, the days and the stops, as far as the article gives none of them."""
    nobody = People((replace(HOLM, office="", country=""),), ())

    assert not [line for line in told() if "not found" in line]
    assert told(people=nobody)[-1] == "    not found: the traveller's office and who is represented; a review asks for what a record needs"
    assert told(stops=(), route=(), route_evidence=None, first_day=None)[-1] == (
        "    not found: the days and any stop; a review asks for what a record needs"
    )


@pytest.mark.parametrize(("number", "known", "doubtful"), [(5, 5, 5), (6, 0, 6)])
def test_of_many_articles_only_what_is_doubtful_is_told(number: int, known: int, doubtful: int) -> None:
    """How an article was read is told of a few; days that do not fit are told of each."""
    one = Drafted("herald.txt", "herald-2025-03", draft(), notes=("it was read well",), doubts=("its dateline does not fit",))

    lines = render_extracted([one] * number).splitlines()

    assert (lines.count("  note: it was read well"), lines.count("  note: its dateline does not fit")) == (known, doubtful)
