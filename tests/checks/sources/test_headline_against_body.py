"""DT209: parts of one source that disagree on a field with one value, or on dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.sources.headline_against_body import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


def test_headline_and_caption_against_body(find: Callable[..., list[Finding]]) -> None:
    """What headline and caption say of a stop is held against its body; all three are ends, the headline first."""
    said = {
        "gazette": [
            {"about": "br", "status": "planned"},
            {"about": "br", "status": "under-way", "part": "caption"},
            {"about": "br", "status": "under-way", "part": "headline"},
        ]
    }

    (finding,) = find(CHECK, said)

    assert str(finding) == (
        "extract/authored/one.yaml:24:15: warning DT209 stops.br.status: "
        "gazette says status under-way in its headline and caption and status planned in its body"
    )
    assert [(end.record, end.part, end.value) for end in finding.ends] == [
        ("one.br", "headline", "under-way"),
        ("one.br", "caption", "under-way"),
        ("one.br", "body", "planned"),
    ]


def test_body_that_speaks_of_the_trip(find: Callable[..., list[Finding]]) -> None:
    """A stop of which the body tells no status has that of the trip there."""
    (finding,) = find(CHECK, {"gazette": [{"about": "br", "status": "under-way", "part": "headline"}, {"status": "planned"}]})

    assert (finding.record, finding.field) == ("one.br", "stops.br.status")
    assert finding.message == "gazette says status under-way in its headline and status planned of the whole trip in its body"
    assert [(end.record, end.part) for end in finding.ends] == [("one.br", "headline"), ("one", "body")]


@pytest.mark.parametrize(
    ("headline", "body", "field"),
    [
        ({"status": "completed"}, {"status": "planned"}, "status"),
        ({"office": "president"}, {"office": "foreign-minister"}, "office"),
        ({"about": "br", "country": "AR"}, {"about": "br", "country": "BR"}, "stops.br.country"),
        ({"first_day": "2023-04-17"}, {"dates": "2023-04-18/2023-04-20"}, "first_day"),
        ({"within": "2023-04"}, {"seen": "2023-05-02"}, "dates"),
    ],
)
def test_every_kind_of_field(find: Callable[..., list[Finding]], headline: dict[str, Any], body: dict[str, Any], field: str) -> None:
    """Codes that differ and dates without a common day are found."""
    (finding,) = find(CHECK, {"gazette": [headline | {"part": "headline"}, body]})

    assert finding.field == field
    assert [end.part for end in finding.ends] == ["headline", "body"]


@pytest.mark.parametrize(
    ("lines"),
    [
        [{"status": "planned", "part": "headline"}, {"status": "planned"}],
        [{"status": "under-way", "part": "headline"}, {"status": "planned"}, {"status": "under-way"}],
        [{"status": "planned"}, {"status": "under-way"}],
        [{"status": "unconfirmed", "part": "headline"}, {"status": "planned"}],
        [{"status": "completed", "part": "quotation"}, {"status": "planned"}],
        [{"status": "completed", "mode": "denied", "part": "headline"}, {"status": "planned"}],
        [{"about": "br", "status": "completed", "part": "caption"}, {"status": "under-way"}],
        [{"about": "br", "status": "cancelled", "part": "caption"}, {"status": "planned"}],
        [{"about": "br", "status": "under-way", "part": "headline"}, {"status": "under-way"}],
        [{"first_day": "2023-04", "part": "headline"}, {"first_day": "2023-04-17"}],
        [{"first_day": "2023-04-16", "mode": "planned", "part": "headline"}, {"first_day": "2023-04-17"}],
        [{"places": ["Rio"], "about": "br", "part": "headline"}, {"places": ["Brasília"], "about": "br"}],
    ],
)
def test_silent_where_the_parts_agree(find: Callable[..., list[Finding]], lines: list[dict[str, Any]]) -> None:
    """A body that says both, words of others, denials, a leg that is over on a tour that is not, coarse dates and lists agree."""
    assert find(CHECK, {"gazette": lines}) == []


def test_another_source_is_no_part(find: Callable[..., list[Finding]]) -> None:
    """Only parts of one source are compared."""
    assert find(CHECK, {"gazette": [{"status": "planned", "part": "headline"}], "herald": [{"status": "completed"}]}) == []
