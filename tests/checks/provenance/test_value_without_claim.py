"""DT401: what a record holds and no source says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.provenance.value_without_claim import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]

OFFICE = {"office": "foreign-minister", "represents": "NZ"}
WHEN = {"within": "2023-04-01/2023-04-30"}


@pytest.fixture
def lacking(find: Callable[..., list[Finding]]) -> Callable[..., list[str]]:
    """A function that returns the messages about one trip to BR and VE, of which a test gives some fields and the lines of `gazette`."""

    def messages(*said: Written, trip: Written | None = None, br: Written | None = None, **rest: Any) -> list[str]:  # noqa: ANN401  (YAML)
        stops = [{"id": "br"} | (br or {}), {"id": "ve"}]
        lines = [OFFICE, WHEN, {"status": "completed"}, {"countries": ["BR", "VE"]}, *said]
        given = WHEN | {"status": "completed"} | (trip or {})
        if "dates" in given:
            del given["within"]
        decisions = rest.pop("decisions", [])
        document = {"trip": given, "stops": stops, "said": {"gazette": lines}} | rest
        return [one.message for one in find(CHECK, {"one": document}, decisions=decisions)]

    return messages


def test_names_value_and_what_is_said_instead(find: Callable[..., list[Finding]]) -> None:
    """What the sources say of the same field instead is the other end, claim by claim."""
    stop = {"id": "ve", "dates": "2023-04-18"}
    said = {"gazette": [OFFICE | {"status": "completed"}, {"about": "ve", "first_day": "2023-04-18", "last_day": "2023-04-19"}]}
    (finding,) = find(CHECK, {"one": {"trip": {"dates": "2023-04-18/2023-04-19"}, "stops": [stop], "said": said}})

    assert finding.message == "dates holds 2023-04-18 and no claim says so"
    assert [end.label for end in finding.related] == ["gazette says first day 2023-04-18", "gazette says last day 2023-04-19"]
    assert (finding.record, finding.field, finding.cause) == ("one.ve", "stops.ve.dates", "")


def test_a_plan_bears_out_nothing_held(find: Callable[..., list[Finding]]) -> None:
    """A town that a source only plans is named with that source and the reason."""
    stop = {"id": "ve", "places": ["Caracas"]}
    said = {
        "gazette": [OFFICE | WHEN, {"status": "completed"}, {"about": "ve", "country": "VE"}],
        "herald": [{"about": "ve", "places": ["Caracas"], "mode": "planned"}],
    }
    (finding,) = find(CHECK, {"one": {"trip": WHEN, "stops": [stop], "said": said}})

    assert str(finding) == "extract/authored/one.yaml:12:9: warning DT401 stops.ve.places: places holds Caracas and no claim says so"
    assert [(end.label, end.source) for end in finding.related] == [("herald says places Caracas", "herald")]
    assert finding.cause == "said only as planned, possible or denied"


def test_all_said(lacking: Callable[..., list[str]]) -> None:
    """A trip whose values are all claimed is silent."""
    assert lacking() == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"trip": {"office": "president"}}, "office holds president and no claim says so"),
        ({"trip": {"represents": "CL"}}, "represents holds CL and no claim says so"),
        ({"trip": {"status": "under-way"}}, "status holds under-way and no claim says so"),
        ({"trip": {"within": "2023-04-10/2023-04-20"}}, "within holds 2023-04-10/2023-04-20 and no claim says so"),
        ({"trip": {"left_home": "2023-04-01"}}, "left_home holds 2023-04-01 and no claim says so"),
        ({"trip": {"route": ["br", "ve"]}}, "route holds br ve and no claim says so"),
        ({"br": {"kind": "transit"}}, "kind holds transit and no claim says so"),
        ({"br": {"protocol": "state"}}, "protocol holds state and no claim says so"),
        ({"br": {"purposes": ["summit"]}}, "purposes holds summit and no claim says so"),
        ({"br": {"events": ["g20"]}}, "events holds g20 and no claim says so"),
        ({"br": {"did": ["speech"]}}, "did holds speech and no claim says so"),
        ({"br": {"did_not": ["speech"]}}, "did_not holds speech and no claim says so"),
        ({"br": {"status": "cancelled"}}, "status holds cancelled and no claim says so"),
        ({"br": {"met": [{"organization": "un"}]}}, "no claim says that there was stops.br.un"),
    ],
)
def test_finds(lacking: Callable[..., list[str]], given: Written, told: str) -> None:
    """Every kind of value needs a claim of its own."""
    assert lacking(**given) == [told]


@pytest.mark.parametrize(
    ("dates", "said", "told"),
    [
        ("2023-04-17/2023-04-20", [{"dates": "2023-04-17/2023-04-20"}], []),
        ("2023-04-17/2023-04-20", [{"first_day": "2023-04-17"}, {"last_day": "2023-04-20~"}], []),
        ("2023-04/2023-04-20", [{"dates": "2023-04-17/2023-04-20"}], []),
        ("2023-04-17/2023-04-20", [{"last_day": "2023-04-20"}, {"days": 4}], []),
        ("2023-04-17/2023-04-20", [{"first_day": "2023-04-17"}, {"nights": 3}], []),
        ("2023-04-17/2023-04-20", [{"about": "br", "first_day": "2023-04-17"}, {"about": "ve", "last_day": "2023-04-20"}], []),
        ("2023-04-17/", [{"first_day": "2023-04-17"}], []),
        ("2023-04", [], []),
        ("2023-04-17/2023-04-20", [{"dates": "2023-04"}], ["dates holds 2023-04-17/2023-04-20 and no claim says so"]),
        ("2023-04-17/2023-04-20", [{"first_day": "2023-04-17"}], ["dates holds 2023-04-20 as its last day and no claim says so"]),
        (
            "2023-04-17/2023-04-20",
            [{"last_day": "2023-04-20"}, {"days": 5}],
            ["dates holds 2023-04-17 as its first day and no claim says so"],
        ),
        (
            "2023-04-17/2023-04-20",
            [{"last_day": "2023-04-20"}, {"days": "4.."}],
            ["dates holds 2023-04-17 as its first day and no claim says so"],
        ),
        (
            "2023-04-17/2023-04-20",
            [{"last_day": "2023-04-20"}, {"days": 999999}],
            ["dates holds 2023-04-17 as its first day and no claim says so"],
        ),
        (
            "2023-04-17/2023-04-20",
            [{"first_day": "2023-04-17"}, {"seen": "2023-04-20"}],
            ["dates holds 2023-04-20 as its last day and no claim says so"],
        ),
        (
            "2023-04-17/2023-04-20",
            [{"last_day": "2023-04-20"}, {"about": "br", "days": 4}],
            ["dates holds 2023-04-17 as its first day and no claim says so"],
        ),
    ],
)
def test_dates(lacking: Callable[..., list[str]], dates: str, said: list[Written], told: list[str]) -> None:
    """An end is borne out by the same or a finer date, by the other end and a length, and by the first or last stop; not by less."""
    route = {"route": ["br", "ve"]}

    assert lacking({"route": ["br", "ve"]}, *said, trip=route | {"dates": dates}) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ([{"route": ["br", "ve"], "basis": "list"}], []),
        ([{"first_stop": "br"}], []),
        ([{"last_stop": "ve"}], []),
        ([{"about": "ve", "after": "br"}], []),
        ([{"route": ["ve", "br"]}], ["route holds br ve and no claim says so"]),
        ([{"route": [["br", "ve"]]}], ["route holds br ve and no claim says so"]),
        ([{"route": ["br", "ve"], "mode": "denied"}], ["route holds br ve and no claim says so"]),
    ],
)
def test_route(lacking: Callable[..., list[str]], said: list[Written], told: list[str]) -> None:
    """A route is borne out by claims of order that imply it, whatever their basis."""
    assert lacking(*said, trip={"route": ["br", "ve"]}) == told


def test_route_by_days(find: Callable[..., list[Finding]]) -> None:
    """The days of the stops bear out their order, and claims of order are put together."""
    stops = [{"id": "br", "dates": "2023-04-17/2023-04-18"}, {"id": "ve", "dates": "2023-04-18/2023-04-19"}, {"id": "ni"}]
    whole = {"dates": "2023-04-17/2023-04-20", "route": ["br", "ve", "ni"]}
    said = [
        OFFICE | {"status": "completed", "dates": "2023-04-17/2023-04-20", "countries": ["BR", "VE", "NI"]},
        {"about": "br", "dates": "2023-04-17/2023-04-18"},
        {"about": "ve", "dates": "2023-04-18/2023-04-19"},
        {"about": "ni", "after": "ve"},
    ]

    assert find(CHECK, {"one": {"trip": whole, "stops": stops, "said": {"gazette": said}}}) == []


def test_a_decision_adopts(lacking: Callable[..., list[str]]) -> None:
    """A value that a decision adopts needs no claim; another one does."""
    decision = {
        "id": "d",
        "code": "DT203",
        "record": "one",
        "field": "route",
        "verdict": "adopt",
        "because": "it fits",
        "decided_by": "m",
        "decided_on": "2026",
    }
    route = {"route": ["br", "ve"]}

    assert lacking(trip=route, decisions=[decision | {"adopted": "br ve"}]) == []
    assert lacking(trip=route, decisions=[decision | {"adopted": "ve br"}]) == ["route holds br ve and no claim says so"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"about": "br", "places": ["Brasilia"]}, []),
        ({"about": "br", "places": ["Rio"]}, ["places holds Brasília and no claim says so"]),
        ({"about": "br", "places": ["Brasília"], "mode": "possible"}, ["places holds Brasília and no claim says so"]),
        ({"about": "ve", "places": ["Brasília"]}, ["places holds Brasília and no claim says so"]),
    ],
)
def test_places(lacking: Callable[..., list[str]], said: Written, told: list[str]) -> None:
    """Each town is looked for by itself, without regard to accents, among the claims about its own stop."""
    assert lacking(said, br={"places": [{"name": "Brasília"}]}) == told


def test_what_was_denied_is_an_omission(lacking: Callable[..., list[str]]) -> None:
    """`did_not` is borne out by a denial of `did`."""
    assert lacking({"about": "br", "did": ["speech"], "mode": "denied"}, br={"did_not": ["speech"]}) == []


@pytest.mark.parametrize(("status", "mode"), [("planned", "planned"), ("cancelled", "planned"), ("unconfirmed", "possible")])
def test_of_a_plan_plans_are_enough(lacking: Callable[..., list[str]], status: str, mode: str) -> None:
    """A trip that is only planned, or not confirmed, is borne out by plans, or by what may be."""
    said = [{"status": status}, {"about": "br", "places": ["Rio"], "mode": mode}, {"about": "br.ana", "mode": mode}]

    assert lacking(*said, trip={"status": status}, br={"places": ["Rio"], "met": [{"person": "ana"}]}) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ([{}, {"named": "Ana"}], []),
        ([{"named": "Ana"}], []),
        ([{"mode": "planned"}, {"named": "Ana"}], ["no claim says that there was stops.br.ana"]),
        ([{"mode": "denied"}], ["no claim says that there was stops.br.ana"]),
    ],
)
def test_meeting(lacking: Callable[..., list[str]], said: list[Written], told: list[str]) -> None:
    """A meeting took place if a source says so, or says something of it; not if it was only planned, whoever is named."""
    assert lacking(*({"about": "br.ana"} | line for line in said), br={"met": [{"person": "ana"}]}) == told


def test_country(find: Callable[..., list[Finding]]) -> None:
    """A country is borne out by its own claim, a list of countries, or a claim about the stop that names no other country."""
    stops = [{"id": "br"}, {"id": "ve"}, {"id": "ni"}, {"id": "cu"}, {"id": "gt"}]
    said = [
        OFFICE | WHEN | {"status": "completed", "countries": ["BR"]},
        {"about": "ve", "country": "VE"},
        {"about": "ni"},
        {"about": "cu", "country": "MX"},
    ]
    found = find(CHECK, {"one": {"trip": WHEN, "stops": stops, "said": {"gazette": said}}})

    assert [(one.record, one.related[0].value if one.related else "") for one in found] == [("one.cu", "MX"), ("one.gt", "")]


def test_outcomes(find: Callable[..., list[Finding]]) -> None:
    """Of agreements, meetings and experts each value is looked for; gist and position are the coder's own words."""
    document = {
        "trip": WHEN,
        "stops": [{"id": "br", "met": [{"person": "ana", "office": "president", "topics": ["trade"]}]}],
        "agreements": [
            {
                "id": "a",
                "parties": ["NZ", "un"],
                "progress": "signed",
                "subject": "trade",
                "title": "Pact",
                "papers": "2..",
                "date": "2023-04",
                "kind": "treaty",
            }
        ],
        "quoted_experts": [
            {
                "id": "e",
                "person": "rui",
                "source": "gazette",
                "affiliation": "unam",
                "position": "researcher",
                "quotes": [{"span": "0-9", "gist": "good"}],
            }
        ],
    }
    base = [OFFICE | WHEN | {"status": "completed", "countries": ["BR"]}]
    full = [
        {"about": "br.ana", "office": "president", "topics": ["trade"]},
        {
            "about": "a",
            "parties": ["NZ", "un"],
            "progress": "signed",
            "subject": "commerce",
            "title": "Pact",
            "papers": 3,
            "date": "2023-04-17",
            "kind": "treaty",
        },
        {"about": "e", "affiliation": "unam", "position": "a researcher there"},
    ]

    assert find(CHECK, {"one": document | {"said": {"gazette": base + full}}}) == []
    assert [one.field for one in find(CHECK, {"one": document | {"said": {"gazette": base}}})] == [
        "stops.br.ana.exists",
        "stops.br.ana.office",
        "stops.br.ana.topics",
        "agreements.a.title",
        "agreements.a.parties",
        "agreements.a.parties",
        "agreements.a.papers",
        "agreements.a.kind",
        "agreements.a.progress",
        "agreements.a.subject",
        "agreements.a.date",
        "quoted_experts.e.affiliation",
        "quoted_experts.e.position",
    ]
