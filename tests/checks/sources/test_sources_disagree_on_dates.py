"""DT201: starts against starts, ends against ends, windows and days seen against both; only dates without a common day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.sources.sources_disagree_on_dates import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


def test_names_all_who_disagree(find: Callable[..., list[Finding]]) -> None:
    """Of two sources for one first day and one for another all three are ends; the sentence has both values and how far they are apart."""
    (finding,) = find(
        CHECK,
        {
            "gazette": [{"dates": "2023-04-17/2023-04-20"}],
            "herald": [{"first_day": "2023-04-14"}],
            "times": [{"first_day": "2023-04-17", "last_day": "2023-04-20"}],
        },
    )

    assert str(finding) == (
        "extract/authored/one.yaml:18:14: warning DT201 first_day: "
        "gazette says dates 2023-04-17/2023-04-20 and herald says first day 2023-04-14, 3 days apart"
    )
    assert [end.label for end in finding.ends] == [
        "gazette says dates 2023-04-17/2023-04-20",
        "herald says first day 2023-04-14",
        "times says first day 2023-04-17",
    ]
    assert (finding.record, finding.cause) == ("one", "")


def test_gives_the_likely_cause(find: Callable[..., list[Finding]]) -> None:
    """Day and month that changed places are said to be the cause, of a stop as of a trip."""
    said = {"gazette": [{"about": "br", "last_day": "2023-05-04"}], "herald": [{"about": "br", "last_day": "2023-04-05"}]}

    (finding,) = find(CHECK, said)

    assert (finding.record, finding.field) == ("one.br", "stops.br.last_day")
    assert finding.cause == "day and month swapped"


def test_one_source_against_itself(find: Callable[..., list[Finding]]) -> None:
    """Two passages of one body that disagree are found too."""
    (finding,) = find(CHECK, {"gazette": [{"first_day": "2023-04-17"}, {"first_day": "2023-04-18"}]})

    assert finding.message == "gazette says first day 2023-04-17 and says first day 2023-04-18, 1 day apart"
    assert finding.cause.startswith("off by one day")


@pytest.mark.parametrize(
    ("gazette", "herald", "field"),
    [
        ({"within": "2023-04-16/2023-04-30"}, {"first_day": "2023-05-02"}, "dates"),
        ({"within": "2023-04-16/2023-04-30"}, {"last_day": "2023-05-02"}, "dates"),
        ({"within": "2023-04-16/2023-04-30"}, {"dates": "2023-04-10/2023-04-20"}, "dates"),
        ({"within": "2023-04-16/2023-04-30"}, {"within": "2023-05"}, "dates"),
        ({"within": "2023-04-16/2023-04-30"}, {"seen": "2023-05-01"}, "dates"),
        ({"seen": "2023-04-19"}, {"dates": "2023-04-20/2023-04-21"}, "dates"),
        ({"seen": "2023-04-19"}, {"last_day": "2023-04-18"}, "dates"),
        ({"left_home": "2023-04-15"}, {"left_home": "2023-04-16"}, "left_home"),
        ({"back_home": "2023-04-21"}, {"back_home": "2023-04-23"}, "back_home"),
        ({"dates": "2023-04-17/"}, {"dates": "2023-04-18/2023-04-20"}, "first_day"),
    ],
)
def test_every_kind_of_date(find: Callable[..., list[Finding]], gazette: dict[str, Any], herald: dict[str, Any], field: str) -> None:
    """Windows hold all days, days seen lie in the stay, days of leaving home are compared with their like; whoever is named first."""
    for one, other in ((gazette, herald), (herald, gazette)):
        (finding,) = find(CHECK, {"gazette": [one], "herald": [other]})
        assert finding.field == field
        assert [end.source for end in finding.ends] == ["gazette", "herald"]


def test_day_of_an_agreement(find: Callable[..., list[Finding]]) -> None:
    """Two days of one agreement are found on the agreement."""
    agreement = {"id": "visas", "parties": ["NZ", "BR"], "progress": "signed", "subject": "visas"}
    said = {"gazette": [{"about": "visas", "date": "2023-04-17"}], "herald": [{"about": "visas", "date": "2023-04-20"}]}

    (finding,) = find(CHECK, said, agreements=[agreement])

    assert finding.field == "agreements.visas.date"


@pytest.mark.parametrize(
    ("gazette", "herald"),
    [
        ({"first_day": "2023-04-17"}, {"first_day": "2023-04"}),
        ({"first_day": "2023-04-17"}, {"first_day": "2023-04-18~"}),
        ({"dates": "2023-04-17/"}, {"dates": "2023-04-17/2023-04-20"}),
        ({"within": "2023-04-16/2023-04-30"}, {"dates": "2023-04-17/2023-04-20"}),
        ({"within": "2023-04-16/2023-04-30"}, {"within": "2023-04-20/2023-05-05"}),
        ({"within": "../2023-04-30"}, {"first_day": "1999-01-01"}),
        ({"seen": "2023-04-17"}, {"seen": "2023-04-20"}),
        ({"seen": "2023-04-19"}, {"dates": "2023-04-17/2023-04-20"}),
        ({"seen": "2023-04-19"}, {"dates": "2023-04-17/"}),
        ({"seen": "2023-04-21"}, {"last_day": "2023-04-20~"}),
        ({"first_day": "2023-04-17"}, {"last_day": "2023-04-20"}),
        ({"first_day": "2023-04-16"}, {"left_home": "2023-04-15"}),
        ({"first_day": "2023-04-16", "status": "planned"}, {"first_day": "2023-04-17"}),
        ({"first_day": "2023-04-16", "mode": "denied"}, {"first_day": "2023-04-17"}),
        ({"first_day": "2023-04-16", "mode": "possible"}, {"first_day": "2023-04-17", "mode": "possible"}),
        ({"about": "br", "first_day": "2023-04-16"}, {"first_day": "2023-04-17"}),
        ({"days": 4}, {"first_day": "2023-04-17"}),
    ],
)
def test_silent_where_both_can_be_true(find: Callable[..., list[Finding]], gazette: dict[str, Any], herald: dict[str, Any]) -> None:
    """Coarse, doubtful, open and unknown dates, plans, denials and other records contradict nothing."""
    assert find(CHECK, {"gazette": [gazette], "herald": [herald]}) == []


def test_parts_of_one_source_are_left_to_another_check(find: Callable[..., list[Finding]]) -> None:
    """Headline against body is not compared here, whom the source quotes is."""
    first, last = {"first_day": "2023-04-17"}, {"first_day": "2023-04-18"}

    assert find(CHECK, {"gazette": [first | {"part": "headline"}, last]}) == []
    assert len(find(CHECK, {"gazette": [first | {"part": "quotation"}, last]})) == 1
