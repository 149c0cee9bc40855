"""What drafts of the parser contradict is told as notes, and changes nothing about the records."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.registry import CHECKS, LEDGER_CHECKS
from diplotrips.checks.run import judge

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.schema.dataset import Dataset

TODAY = date(2026, 11, 22)
DOE: dict[str, Any] = {
    "trip": {"status": "completed", "dates": "2024-05-13/2024-05-16", "route": ["pe", "cl"]},
    "stops": [{"id": "pe", "country": "PE"}, {"id": "cl", "country": "CL"}],
    "said": {
        "gazette": [
            {"status": "completed", "dates": "2024-05-13/2024-05-16", "route": ["pe", "cl"]},
            {"about": "pe", "country": "PE"},
            {"about": "cl", "country": "CL"},
        ]
    },
}
PEOPLE = [{"id": "jane-doe", "name": "Jane Doe"}]
ROUTES = ({"route": ["cl", "pe"], "basis": "list"}, {"route": ["cl", "pe"]})
TWINS = {"doe-2024-05": "2024-05-10/2024-05-14", "doe-2024-05-b": "2024-05-17/2024-05-20"}


def _draft(*said: dict[str, Any], traveller: str = "Jane Doe", **trip: Any) -> list[dict[str, Any]]:  # noqa: ANN401  (YAML)
    header = {"id": "t1", "traveller": traveller, "main": True, "dates": "2024-05-13/"} | trip
    given = {key: value for key, value in header.items() if value is not None}
    return [{"trip": given, "stops": [{"id": "pe", "country": "PE"}, {"id": "bo", "country": "BO"}], "said": list(said)}]


@pytest.fixture
def notes(dataset: Callable[..., Dataset]) -> Callable[..., list[str]]:
    """A function that returns what is found with the drafts given and not without them, but for that nobody reviewed them."""

    def notes(drafts: dict[str, Any], record: dict[str, Any] = DOE, **registers: Any) -> list[str]:  # noqa: ANN401  (YAML)
        given = {"people": [dict(person) for person in PEOPLE], **registers}
        read = [dataset({"doe-2024-05": record}, drafts=some, **given) for some in ({}, drafts)]
        found = [judge(Evidence(one, TODAY), CHECKS, LEDGER_CHECKS).findings for one in read]
        before = {one.fingerprint for one in found[0]}
        return [
            f"{one.severity} {one.code} {one.field}: {one.message}"
            for one in found[1]
            if one.fingerprint not in before and one.code != "DT506"
        ]

    return notes


def test_other_day_is_a_note(notes: Callable[..., list[str]]) -> None:
    """A draft of another source that has the trip end two days later is named as a draft, and is a note where a source is a warning."""
    assert notes({"herald": _draft({"last_day": "2024-05-18"})}) == [
        "note DT201 last_day: the draft of herald says last day 2024-05-18 and gazette says dates 2024-05-13/2024-05-16, 2 days apart"
    ]


def test_stop_is_told_by_its_country(notes: Callable[..., list[str]]) -> None:
    """What a draft says of its own stop in Peru is held against the record's stop in Peru."""
    (note,) = notes({"herald": _draft({"about": "pe", "first_day": "2024-05-18"})})

    assert note == (
        "note DT213 stops.pe.dates: the draft of herald says the stop pe began on 2024-05-18 and gazette says the tour took place on "
        "2024-05-13/2024-05-16, 2 days apart"
    )


def test_country_that_the_record_lacks(notes: Callable[..., list[str]]) -> None:
    """A stop in a country of which the record has none is read as the claim that the country was visited."""
    assert notes({"herald": _draft({"about": "bo", "first_day": "2024-05-14"})}) == [
        "note DT204 countries: the draft of herald says countries BO, and the record has no stop in BO"
    ]


def test_draft_of_a_source_that_the_author_read(notes: Callable[..., list[str]]) -> None:
    """A draft of a source with authored lines is one more coder of it, and no further source."""
    assert notes({"gazette": _draft({"status": "planned"}, {"last_day": "2024-05-18"})}) == [
        "note DT407 status: of gazette the author reads status completed and rules-1 reads status planned"
    ]


def test_what_a_review_changed_is_no_note(notes: Callable[..., list[str]]) -> None:
    """Whoever reviewed a draft has settled what to take of it; that the draft reads otherwise is told no more."""
    sha256 = "0" * 64
    review = {"source": "gazette", "reviewed_by": "nobody", "draft_sha256": sha256, "text_sha256": sha256}

    found = notes({"gazette": _draft({"status": "planned"})}, record={**DOE, "reviews": [review]}, coders=[{"id": "nobody"}])

    assert [note for note in found if "DT507" not in note] == []


@pytest.mark.parametrize(
    ("why", "trip"),
    [
        ("another traveller", {"traveller": "John Roe"}),
        ("days that cannot meet", {"dates": "2024-08-01/2024-08-05"}),
        ("a trip in passing and no day", {"dates": None, "main": False}),
    ],
)
def test_what_is_not_linked(notes: Callable[..., list[str]], why: str, trip: dict[str, Any]) -> None:
    """A country in common never makes a trip in a draft that of the record."""
    assert notes({"herald": _draft({"n_countries": 7}, **trip)}) == [], why


def test_no_days_are_held_against_publication(notes: Callable[..., list[str]]) -> None:
    """An article without any day is about the trip near its publication, and about none if it was printed long after."""
    line = {"n_countries": 7}
    near, far = ({"sources": [{"id": "gazette"}, {"id": "herald", "published": day}]} for day in ("2024-05-20", "2025-05-20"))

    assert [note[:10] for note in notes({"herald": _draft(line, dates=None)}, **near)] == ["note DT206"]
    assert notes({"herald": _draft(line, dates=None)}, **far) == []


def test_agreement_is_silent(notes: Callable[..., list[str]]) -> None:
    """A draft that says what the record says changes nothing."""
    assert notes({"herald": _draft({"last_day": "2024-05-16"}, {"about": "pe", "country": "PE"})}) == []


def test_drafts_settle_and_support_nothing(dataset: Callable[..., Dataset]) -> None:
    """The tables of a release are the same with a draft and without it."""
    plain, drafted = (dataset({"doe-2024-05": DOE}, drafts=some) for some in ({}, {"herald": _draft({"last_day": "2024-05-18"})}))
    tables = [Evidence(one, TODAY).tables for one in (plain, drafted)]
    assert tables[0] == tables[1]


def test_two_trips_as_likely(dataset: Callable[..., Dataset]) -> None:
    """Of two trips that a draft may mean as well, it means neither."""
    twins = {name: {**DOE, "trip": {**DOE["trip"], "dates": days}, "said": {"gazette": [{"note": "seen"}]}} for name, days in TWINS.items()}
    read = dataset(twins, drafts={"herald": _draft({"n_countries": 7}, dates="2024-05-13/2024-05-18")}, people=[dict(PEOPLE[0])])

    assert not [one for one in judge(Evidence(read, TODAY), CHECKS, LEDGER_CHECKS).findings if one.code == "DT206"]


def test_counterpart_is_told_by_name(notes: Callable[..., list[str]]) -> None:
    """Whom a draft has at a stop is whom the record has there under a like name, though the draft has another id."""
    draft = _draft({"about": "pe.ana-lopes", "named": "Ana Lopes", "office": "vice-president"})
    draft[0]["stops"][0]["met"] = [{"person": "ana-lopes", "office": "vice-president"}]
    record = {**DOE, "stops": [{"id": "pe", "country": "PE", "met": [{"person": "ana-lopez", "office": "president"}]}, DOE["stops"][1]]}
    record["said"] = {"gazette": [*DOE["said"]["gazette"], {"about": "pe.ana-lopez", "named": "Ana López", "office": "president"}]}

    found = notes({"gazette": draft}, record=record, people=[*PEOPLE, {"id": "ana-lopez", "name": "Ana López"}])

    assert (
        "note DT407 stops.pe.ana-lopez.office: of gazette the author reads office president and rules-1 reads office vice-president"
        in found
    )


def test_no_decision_is_stale_because_of_a_draft(dataset: Callable[..., Dataset]) -> None:
    """A draft that takes a side in what was settled is a note of its own, and the decision stays as it is."""
    settled = {**DOE, "said": {**DOE["said"], "post": [{"last_day": "2024-05-15"}]}}
    decision = {
        "id": "last-day",
        "code": "DT201",
        "record": "doe-2024-05",
        "field": "last_day",
        "verdict": "adopt",
        "settles": ["post:body:2024-05-15", "gazette:body:2024-05-13/2024-05-16"],
        "overrules": ["post:body:2024-05-15"],
        "because": "The post went to print a day before.",
        "decided_by": "nobody",
        "decided_on": "2024-06-01",
    }
    read = dataset({"doe-2024-05": settled}, drafts={"herald": _draft({"last_day": "2024-05-15"})}, people=[*PEOPLE], decisions=[decision])

    found = judge(Evidence(read, TODAY), CHECKS, LEDGER_CHECKS).findings

    assert [one.code for one in found if one.severity == "error"] == []
    assert [(one.code, one.settled_by) for one in found if one.code == "DT201"] == [("DT201", "last-day"), ("DT201", "")]


def test_order_of_a_list_is_no_reading(notes: Callable[..., list[str]]) -> None:
    """A draft that only lists the stops in another order is not held against the author's route; one that states the order is."""
    listed, stated = ([{**block, "stops": [*block["stops"], {"id": "cl", "country": "CL"}]} for block in _draft(line)] for line in ROUTES)

    assert notes({"gazette": listed}) == []
    assert notes({"gazette": stated}) == ["note DT407 route: of gazette the author reads route pe cl and rules-1 reads route cl pe"]


def test_organization_is_told_by_its_name(notes: Callable[..., list[str]]) -> None:
    """An affiliation that a draft gives by name is the organization that is registered under that name."""
    record = {
        **DOE,
        "quoted_experts": [{"id": "roe", "person": "ann-roe", "source": "gazette", "quotes": [{"span": "1-9", "gist": "doubts it"}]}],
        "said": {"gazette": [*DOE["said"]["gazette"], {"about": "roe", "named": "Ann Roe", "affiliation": "ipr"}]},
    }
    draft = _draft({"about": "e1", "affiliation": "institute-of-peace-research"})
    draft[0]["quoted_experts"] = [{"id": "e1", "person": "Ann Roe", "quotes": [{"span": "1-9", "gist": "direct quotation of 2 words"}]}]
    registers = {
        "people": [*PEOPLE, {"id": "ann-roe", "name": "Ann Roe"}],
        "organizations": [{"id": "ipr", "name": "Institute of Peace Research"}],
    }

    assert notes({"gazette": draft}, record=record, **registers) == []
