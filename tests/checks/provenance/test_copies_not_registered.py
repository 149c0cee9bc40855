"""DT406: sources that look like copies of one report are named and counted once; two independent reports are not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.provenance.copies_not_registered import CHECK
from diplotrips.findings import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

Written = dict[str, Any]

LINES: list[Written] = [
    {"office": "foreign-minister", "represents": "NZ", "status": "completed", "dates": "2023-04-17/2023-04-19", "days": 3},
    {"about": "br", "country": "BR", "places": ["Brasília"], "first_day": "2023-04-17", "phrase": "on Monday"},
]
"""What a report says: eight claims."""

DAY: Written = {"published": "2023-04-20"}


def two(first: Written, second: Written, lines: list[Written] | None = None, **registers: list[Written]) -> Written:
    """Return a dataset of two sources that tell of one trip; the second one says *lines*, or else what the first one says."""
    stops = [{"id": "br", "dates": "2023-04-17/2023-04-19"}]
    headline = {"about": "br", "status": "completed", "part": "headline"}
    said = {"gazette": [*LINES, headline], "herald": lines or LINES}
    sources = [{"id": "gazette"} | first, {"id": "herald"} | second]
    return {"trips": {"one": {"stops": stops, "said": said}}, "sources": sources, **registers}


def counted(made: Dataset) -> dict[str, tuple[object, object]]:
    """Return sources and voices of the trip, of its stop, and of the claim that the stop is in BR."""
    tables = Evidence(made, date(2026, 11, 22)).tables
    country = next(row for row in tables["claims"] if row["field_name"] == "country")
    rows = {"trip": tables["trips"][0], "stop": tables["stops"][0], "claim": country}
    return {name: (row["n_sources"], row["n_independent"]) for name, row in rows.items()}


def test_names_both_sources(find: Callable[..., list[Finding]]) -> None:
    """The second of two sources of one day that make the same claims is asked about; its headline is its own."""
    (finding,) = find(CHECK, **two(DAY, DAY))

    assert finding.message == (
        "herald makes 8 of 8 claims on one as gazette does, which was published on 2023-04-20 too, so that they count as one voice; "
        "is it copied_from gazette?"
    )
    assert (finding.record, finding.field, finding.fix) == ("herald", "copied_from", "gazette")
    assert [(end.record, end.place) for end in finding.ends] == [
        ("herald", Place("extract/sources.yaml", 9, 9, 6)),
        ("gazette", Place("extract/sources.yaml", 5, 9, 7)),
    ]


SAME_TEXT: Written = {"text_sha256": "a" * 64}
PASSAGES: list[Written] = [{"about": "br", "span": f"{start}-{start + 60}", "sha256": str(start) * 64} for start in range(1, 4)]


def test_other_reasons(find: Callable[..., list[Finding]]) -> None:
    """The same text, and three long passages that are the same word for word, tell of a copy on any day."""
    (text,) = find(CHECK, **two(SAME_TEXT | {"published": "2023-05"}, SAME_TEXT | {"published": "2023-04"}, [{"days": 3}]))
    made = two({}, {}, PASSAGES)
    made["trips"]["one"]["said"]["gazette"] += [line | {"span": f"{9 + number}-{99 + number}"} for number, line in enumerate(PASSAGES)]
    (passages,) = find(CHECK, **made)

    assert text.message == "gazette has the same text as herald, so that they count as one voice; is it copied_from herald?"
    assert passages.message.startswith("herald has 3 passages word for word as in gazette, so that they")


@pytest.mark.parametrize(
    "made",
    [
        two(DAY, {"published": "2023-04-21"}),
        two(DAY, {}),
        two({"published": "2023-04"}, {"published": "2023-04"}),
        two(DAY, DAY, [LINES[0], LINES[1] | {"phrase": "at the beginning of the week"}]),
        two(DAY, DAY, [*LINES, {"n_countries": 1, "region": "the South"}]),
        two(DAY | {"agency": "ap"}, DAY | {"agency": "dpa"}),
        two({}, {}, PASSAGES),
    ],
)
def test_is_silent(find: Callable[..., list[Finding]], dataset: Callable[..., Dataset], made: Written) -> None:
    """Another day or none, other words, few claims in common, and two agencies tell of two reports, which count as two."""
    assert find(CHECK, **made) == []
    assert counted(dataset(**made))["trip"] == (2, 2)


def test_few_claims_tell_nothing(find: Callable[..., list[Finding]]) -> None:
    """Any two reports may have the same five claims."""
    made = two(DAY, DAY, LINES[:1])
    made["trips"]["one"]["said"]["gazette"] = LINES[:1]

    assert find(CHECK, **made) == []


@pytest.mark.parametrize(
    ("first", "second", "organizations"),
    [
        ({}, {"copied_from": "gazette"}, []),
        ({"agency": "ap"}, {"agency": "ap"}, []),
        ({"agency": "ap"}, {"publisher": "ap"}, []),
        ({"publisher": "a"}, {"publisher": "b"}, [{"id": "a", "owner": "c"}, {"id": "b", "owner": "c"}, {"id": "c"}]),
    ],
)
def test_registered_copies_count_once(
    find: Callable[..., list[Finding]], dataset: Callable[..., Dataset], first: Written, second: Written, organizations: list[Written]
) -> None:
    """A copy, one agency and one owner are one voice on trip, stop and claim, and nothing is left to ask."""
    made = two(DAY | first, DAY | second, organizations=organizations)

    assert find(CHECK, **made) == []
    assert counted(dataset(**made)) == {"trip": (2, 1), "stop": (2, 1), "claim": (2, 1)}


def test_what_looks_like_a_copy_counts_once(dataset: Callable[..., Dataset]) -> None:
    """Sources that look like copies are one voice until a waiver says that one of them is none."""
    waiver = {
        "id": "w1",
        "code": "DT406",
        "record": "herald",
        "because": "both were there",
        "decided_by": "mara",
        "decided_on": "2026-01-01",
    }

    assert counted(dataset(**two(DAY, DAY))) == {"trip": (2, 1), "stop": (2, 1), "claim": (2, 1)}
    assert counted(dataset(**two(DAY, DAY, waivers=[waiver]))) == {"trip": (2, 2), "stop": (2, 2), "claim": (2, 2)}


def test_a_third_copy_is_asked_about_once(find: Callable[..., list[Finding]], dataset: Callable[..., Dataset]) -> None:
    """Of three sources alike the later two are each named with the first, and all are one voice."""
    made = two(DAY, DAY)
    made["sources"].append({"id": "times"} | DAY)
    made["trips"]["one"]["said"]["times"] = LINES

    assert [(finding.record, finding.fix) for finding in find(CHECK, **made)] == [("herald", "gazette"), ("times", "gazette")]
    assert counted(dataset(**made))["claim"] == (3, 1)
