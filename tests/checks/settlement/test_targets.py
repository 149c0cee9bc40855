"""Which finding is meant by code, record, field and claims, where several are open, settled or errors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diplotrips.checks.settlement.rulings import Ruling, Verdict, draft_decision
from diplotrips.checks.settlement.targets import Matter, open_findings
from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.findings import End, Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.schema.dataset import Dataset

DATES = Matter("DT201", "one.br", "dates")
TODAY = date(2026, 11, 22)


def finding(*sources: str, line: int = 1, code: str = "DT201", field: str = "stops.br.dates", record: str = "one.br") -> Finding:
    """Return a disagreement of *sources*, each of which says its own name."""
    ends = [End(f"{source} says so", record, "dates", source, "body", source) for source in sources]
    message = f"{' and '.join(sources)} disagree"
    end = ends[0] if ends else None
    return Finding(code, Severity.WARNING, record, field, message, Place("one.yaml", line), tuple(ends[1:]), end)


@pytest.fixture
def trip(dataset: Callable[..., Dataset]) -> Dataset:
    """A trip with two stops."""
    return dataset({"one": [{"id": "br"}, {"id": "ve"}]}, coders=[{"id": "mara"}])


TWO = (finding("a", "b"), finding("a", "c", line=2))


def test_several_are_told_apart_by_a_claim(trip: Dataset) -> None:
    """Of several the one is meant in which the claim takes part; without any claim each is named."""
    with pytest.raises(UnusableRequestError) as refusal:
        open_findings(DATES, (), TWO, trip)

    assert str(refusal.value) == (
        "2 times DT201 on dates of one.br is open; name with --claim a claim of the one that is meant: "
        "a:body:a and b:body:b at one.yaml:1:1; a:body:a and c:body:c at one.yaml:2:1"
    )
    assert open_findings(DATES, ("c",), TWO, trip) == (TWO[1],)
    assert open_findings(DATES, ("c:body", "b:body:b"), TWO, trip) == TWO
    with pytest.raises(UnknownNameError, match=r"^no claim of this DT201 is called d; there are a:body:a, b:body:b and c:body:c$"):
        open_findings(DATES, ("d",), TWO, trip)


def test_one_decision_for_all_in_which_a_claim_takes_part(trip: Dataset) -> None:
    """A claim that clashes with two others is overruled once, and the decision names all three."""
    ruling = Ruling(matter=DATES, because="The others were there.", by="mara", on=TODAY)

    entry = draft_decision(ruling, Verdict(name="adopt", adopt="b", overrule=("a",)), TWO, trip, TODAY)

    assert entry == {
        "id": "one-br-dates",
        "code": "DT201",
        "record": "one.br",
        "field": "dates",
        "verdict": "adopt",
        "adopted": "b",
        "settles": ["a:body:a", "b:body:b", "c:body:c"],
        "overrules": ["a:body:a"],
        "because": "The others were there.",
        "decided_by": "mara",
        "decided_on": "2026-11-22",
    }


@pytest.mark.parametrize(
    "matter",
    [DATES, DATES._replace(field="stops.br.dates"), Matter("DT201", "one", "stops.br.dates")],
)
def test_both_ways_to_say_where(trip: Dataset, matter: Matter) -> None:
    """The released id and the name of the field, or the trip and the whole path."""
    there, elsewhere = finding("a", "b"), finding("a", "b", field="stops.ve.dates", record="one.ve")

    assert open_findings(matter, (), [elsewhere, there], trip) == (there,)


def test_nothing_is_open(trip: Dataset) -> None:
    """What is open on the same trip is listed, at most five things."""
    others = [finding("a", "b", code=f"DT20{number}") for number in range(2, 9)]

    with pytest.raises(UnusableRequestError) as refusal:
        open_findings(DATES, (), others, trip)

    told = ", ".join(f"DT20{number} on dates of one.br" for number in range(2, 7))
    assert str(refusal.value) == f"no DT201 on dates of one.br is open; open there are {told} and 2 more"


def test_no_source_takes_part(trip: Dataset) -> None:
    """Where no claim is an end there is nothing to decide, and the way to accept it is named."""
    ruling = Ruling(matter=DATES, because="The others were there.", by="mara", on=TODAY)

    with pytest.raises(UnusableRequestError) as refusal:
        draft_decision(ruling, Verdict(name="keep-both"), [finding()], trip, TODAY)

    assert str(refusal.value) == (
        "no source takes part in DT201 on dates of one.br, so there is nothing to decide; diplotrips waive DT201 one.br dates accepts it"
    )


def test_names_that_cannot_be_written(trip: Dataset) -> None:
    """A claim without a value, or with one over several lines, is named by its part."""
    odd = finding("a", "b")
    ends = (End("b says so", "one.br", "dates", "b", "body", "two\nlines"), End("c is there", "one.br", "exists", "c", "caption", ""))
    ruling = Ruling(matter=DATES, because="The others were there.", by="mara", on=TODAY)

    entry = draft_decision(ruling, Verdict(name="keep-both"), [replace(odd, related=ends)], trip, TODAY)

    assert entry["settles"] == ["a:body:a", "b:body", "c:caption"]


def test_coders_of_one_source(trip: Dataset) -> None:
    """What coders read differently is decided for their source."""
    ruling = Ruling(matter=DATES._replace(code="DT407"), because="The text counts the days.", by="mara", on=TODAY)

    entry = draft_decision(ruling, Verdict(name="undecidable"), [finding("a", "a", code="DT407")], trip, TODAY)

    assert list(entry.items())[3:6] == [("field", "dates"), ("source", "a"), ("verdict", "undecidable")]
