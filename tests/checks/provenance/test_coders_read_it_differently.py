"""DT407: what coders of one source read differently is found with both places; what means the same, or was coded once, is not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.provenance.coders_read_it_differently import CHECK
from diplotrips.checks.run import judge
from diplotrips.findings import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

Written = dict[str, Any]


def coded(author: Written, *others: Written) -> Written:
    """Return a trip to BR of which the author reads one line in the gazette, and ada, mara … each another one."""
    codings = {f"{coder}/gazette": [{"trip": "one", "said": [line]}] for coder, line in zip(("ada", "mara"), others, strict=False)}
    return {"trips": {"one": {"stops": [{"id": "br"}], "said": {"gazette": [author]}}}, "codings": codings}


def test_names_both_readings(find: Callable[..., list[Finding]]) -> None:
    """Two days that differ are named with who reads which, at both lines, with a likely cause."""
    (finding,) = find(CHECK, **coded({"about": "br", "last_day": "2023-04-19"}, {"about": "br", "last_day": "2023-04-20"}))

    assert finding.message == "of gazette the author reads last day 2023-04-19 and ada reads last day 2023-04-20"
    assert (finding.record, finding.field) == ("one.br", "stops.br.last_day")
    assert [(end.label, end.source, end.part, end.value, end.place) for end in finding.ends] == [
        ("ada reads last day 2023-04-20", "gazette", "body", "2023-04-20", Place("extract/coded/ada/gazette.yaml", 8, 19, 10)),
        ("the author reads last day 2023-04-19", "gazette", "body", "2023-04-19", Place("extract/authored/one.yaml", 15, 17, 10)),
    ]
    assert finding.cause == "off by one day (time zone, or day of publication for day of event)"


@pytest.mark.parametrize(
    ("author", "other", "words"),
    [
        ({"days": 4}, {"days": 5}, "the author reads days 4 and ada reads days 5"),
        ({"days": 4}, {"days": "~4"}, "the author reads days 4 and ada reads days ~4"),
        ({"first_day": "2023-04"}, {"first_day": "2023-04-17"}, "the author reads first day 2023-04 and ada reads first day 2023-04-17"),
        ({"places": ["Rio"]}, {"places": ["Rio", "Ubá"]}, "the author reads places Rio and ada reads places Rio, Ubá"),
        ({"countries": ["BR", "CU"]}, {"countries": ["BR"]}, "the author reads countries BR CU and ada reads countries BR"),
        ({"days": 4}, {"days": 4, "mode": "planned"}, "the author reads days 4 and ada reads days 4 (planned)"),
        ({"region": "the South"}, {"region": "the Andes"}, "the author reads region the South and ada reads region the Andes"),
        ({"days": 4, "part": "caption"}, {"days": 5, "part": "caption"}, "the author reads days 4 and ada reads days 5"),
    ],
)  # fmt: skip
def test_what_differs(find: Callable[..., list[Finding]], author: Written, other: Written, words: str) -> None:
    """Numbers, finer days, lists, sets, modes and words that are not the same are found, in any part of the source."""
    (finding,) = find(CHECK, **coded(author, other))

    assert finding.message == f"of gazette{' (caption)' if 'part' in author else ''} {words}"


@pytest.mark.parametrize(
    ("author", "other", "cause"),
    [
        ("2023-04-17/2023-04-20", "2023-04-17/2023-04-19", "off by one day (time zone, or day of publication for day of event)"),
        ("2023-03-17/2023-04-20", "2023-04-17/2023-04-20", "same day of another month"),
        ("2023-04-17/2023-04", "2023-04-17/2023-04-20", "one is finer than the other"),
        ("2023-04-17/..", "2023-04-18/..", "off by one day (time zone, or day of publication for day of event)"),
        ("2023-04-17/..", "2023-04-17/2023-04-20", ""),
        ("2023-04-17/", "2023-04-18/", ""),
        ("2023-04-17/2023-04-20", "2023-04-18/2023-04-21", ""),
    ],
)
def test_cause_at_one_end(find: Callable[..., list[Finding]], author: str, other: str, cause: str) -> None:
    """Where two intervals differ at one end only, the slip that would explain it is told."""
    (finding,) = find(CHECK, **coded({"dates": author}, {"dates": other}))

    assert finding.cause == cause


@pytest.mark.parametrize(
    ("author", "other"),
    [
        ({"days": 4}, {"nights": 4}),
        ({"days": 4}, {"days": 5, "part": "headline"}),
        ({"about": "br", "days": 4}, {"days": 5}),
        ({"first_day": "2023-04-XX"}, {"first_day": "2023-04?"}),
        ({"dates": "2023-04-17/2023-04-19"}, {"dates": "2023-04-17/2023-04-19~"}),
        ({"about": "br", "places": ["Brasília", "Rio"]}, {"about": "br", "places": ["rio", "BRASILIA"]}),
        ({"countries": ["BR", "CU"]}, {"countries": ["CU", "BR"]}),
        ({"cited": [{"outlet": "The Herald", "date": "2023-04"}]}, {"cited": [{"outlet": "the herald", "date": "2023-04-XX"}]}),
        ({"about": "br"}, {"days": 4}),
    ],
)
def test_is_silent(find: Callable[..., list[Finding]], author: Written, other: Written) -> None:
    """What one of the two did not code, other parts and records, and values that mean the same are no difference."""
    assert find(CHECK, **coded(author, other)) == []


def test_coders_with_each_other(find: Callable[..., list[Finding]]) -> None:
    """Whoever agrees is named together; two second coders are compared where the author coded nothing."""
    (three,) = find(CHECK, **coded({"days": 4}, {"days": 4}, {"days": 5}))
    (two,) = find(CHECK, **coded({"nights": 3}, {"days": 4}, {"days": 5}))

    assert three.message == "of gazette the author and ada read days 4 and mara reads days 5"
    assert [end.label for end in three.ends] == ["mara reads days 5", "the author reads days 4", "ada reads days 4"]
    assert two.message == "of gazette ada reads days 4 and mara reads days 5"


def test_other_sources_trips_and_own_words(find: Callable[..., list[Finding]]) -> None:
    """A source that the author did not read, a trip that the coder declares, and a subject in own words are not compared."""
    trips = {"one": {"stops": [{"id": "br"}], "said": {"gazette": [{"days": 4}]}}}
    declared = {"trip": {"id": "one", "traveller": "Jane Doe"}, "said": [{"days": 5}]}

    assert find(CHECK, trips, codings={"ada/herald": [{"trip": "one", "said": [{"days": 5}]}], "ada/gazette": [declared]}) == []
    assert find(CHECK, **coded({"subject": "fishing"}, {"subject": "rights to fish"})) == []


DECISION: Written = {
    "id": "d1",
    "code": "DT407",
    "record": "one",
    "field": "days",
    "source": "gazette",
    "verdict": "adopt",
    "settles": ["gazette:body:4", "gazette:body:5"],
    "overrules": ["gazette:body:5"],
    "because": "the text says so twice",
    "decided_by": "mara",
    "decided_on": "2026-01-01",
}


def test_a_decision_adjudicates(dataset: Callable[..., Dataset]) -> None:
    """A decision that names both readings settles the finding; one that leaves a reading out does not."""
    whole, half = (DECISION, DECISION | {"settles": ["gazette:body:5"]})
    both = [dataset(**coded({"days": 4}, {"days": 5}), decisions=[decision]) for decision in (whole, half)]

    settled, open_yet = (judge(Evidence(one, date(2026, 11, 22)), [CHECK], []).findings for one in both)

    assert [finding.settled_by for finding in settled] == ["d1"]
    assert [finding.settled_by for finding in open_yet] == [""]


def test_nothing_of_a_coding_is_released(dataset: Callable[..., Dataset]) -> None:
    """Second coders' claims are apart from those of the dataset, and in no table."""
    made = dataset(**coded({"days": 4}, {"days": 5}, {"days": 6}))

    assert [(claim.coder, claim.text) for claim in made.coded_claims] == [("ada", "5"), ("mara", "6")]
    assert [row["value_text"] for row in Evidence(made, date(2026, 11, 22)).tables["claims"]] == ["4"]
