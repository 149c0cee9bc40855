"""DT201: starts against starts, ends against ends, windows and days seen against both, and all of them against the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.sources.sources_disagree_on_dates import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


OPEN: dict[str, Any] = {"trip": {"within": "1990/2029"}, "stops": [{"id": "br"}, {"id": "ve"}]}
"""A record that leaves the days to the sources."""


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
        "extract/authored/one.yaml:20:18: warning DT201 first_day: "
        "herald says first day 2023-04-14 and times says first day 2023-04-17, 3 days apart"
    )
    assert [end.label for end in finding.ends] == [
        "herald says first day 2023-04-14",
        "gazette says dates 2023-04-17/2023-04-20",
        "times says first day 2023-04-17",
        "the record has dates 2023-04-17/2023-04-20",
    ]
    assert (finding.record, finding.cause) == ("one", "")


def test_record_against_a_source(find: Callable[..., list[Finding]]) -> None:
    """A source that alone contradicts the record is found, and so is one that puts the first day after another one's last."""
    (alone,) = find(CHECK, {"gazette": [{"about": "br", "first_day": "2023-04-18"}, {"about": "br", "seen": "2023-04-18"}]})
    (crossed,) = find(CHECK, {"gazette": [{"first_day": "2023-04-20"}], "herald": [{"last_day": "2023-04-17"}]}, **OPEN)

    assert alone.message == "gazette says first day 2023-04-18 and the record has dates 2023-04-17/2023-04-18 of br, 1 day apart"
    assert [(end.record, end.field, end.source) for end in alone.ends] == [("one.br", "first_day", "gazette"), ("one.br", "dates", "")]
    assert crossed.message == "gazette says first day 2023-04-20 and herald says last day 2023-04-17, 3 days apart"
    assert (crossed.record, crossed.field) == ("one", "dates")


def test_the_side_with_fewer_witnesses_is_the_place(find: Callable[..., list[Finding]]) -> None:
    """Where the record leaves it open, the place is the day that fewer sources give, and of equally many the first one's."""
    three = {source: [{"first_day": f"2023-04-{day}"}] for source, day in (("gazette", 17), ("herald", 14), ("times", 17))}

    (outvoted,) = find(CHECK, three, **OPEN)
    (even,) = find(CHECK, {source: three[source] for source in ("gazette", "herald")}, **OPEN)

    assert [end.source for end in outvoted.ends] == ["herald", "gazette", "times"]
    assert [end.source for end in even.ends] == ["gazette", "herald"]


@pytest.mark.parametrize(
    ("claims", "cause"),
    [
        ((("last_day", "2023-05-04"), ("last_day", "2023-04-05")), "day and month swapped"),
        ((("last_day", "2023-04-05"), ("last_day", "2023-04-06")), "off by one day (time zone, or day of publication for day of event)"),
        ((("last_day", "2023-04-05"), ("last_day", "2023-05-05")), "same day of another month"),
        ((("last_day", "2023-04-05"), ("last_day", "2022-04-05")), "same day of another year"),
        ((("last_day", "2023-04-25"), ("last_day", "2023-04-05")), "the day of publication taken for the day of the event"),
        ((("last_day", "2023-04-25"), ("last_day", "2023-04-24")), "off by one day (time zone, or day of publication for day of event)"),
        ((("dates", "2023-04-01/2023-04-05"), ("last_day", "2023-04-01")), "arrival and departure exchanged"),
        ((("dates", "2023-04-01/2023-04-05"), ("first_day", "2023-04-05")), "arrival and departure exchanged"),
        ((("last_day", "2023-04-05"), ("last_day", "2023-04-11")), ""),
    ],
)
def test_gives_the_likely_cause(find: Callable[..., list[Finding]], claims: tuple[tuple[str, str], tuple[str, str]], cause: str) -> None:
    """A slip that explains the difference is said to be its cause, of a stop as of a trip."""
    said = {source: [{"about": "br", field: day}] for source, (field, day) in zip(("gazette", "herald"), claims, strict=True)}

    (finding,) = find(CHECK, said, sources=[{"id": "gazette", "published": "2023-04-25"}], **OPEN)

    assert (finding.record, finding.field) == ("one.br", f"stops.br.{claims[1][0]}")
    assert finding.cause == cause


def test_one_source_against_itself(find: Callable[..., list[Finding]]) -> None:
    """Two passages of one body that disagree are found too, and one that ends before it starts."""
    (finding,) = find(CHECK, {"gazette": [{"first_day": "2023-04-17"}, {"first_day": "2023-04-18"}]}, **OPEN)
    (reversed_,) = find(CHECK, {"gazette": [{"dates": "2023-04-20/2023-04-17"}]}, **OPEN)

    assert finding.message == "gazette says first day 2023-04-17 and says first day 2023-04-18, 1 day apart"
    assert finding.cause.startswith("off by one day")
    assert reversed_.message == "gazette says dates 2023-04-20/2023-04-17, which cannot be true"


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
        (finding,) = find(CHECK, {"gazette": [one], "herald": [other]}, **OPEN)
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
        ({"first_day": "2023-04-17~", "mode": "denied"}, {"first_day": "2023-04-17"}),
        ({"first_day": "2023-04-16", "mode": "possible"}, {"first_day": "2023-04-17", "mode": "possible"}),
        ({"about": "br", "first_day": "2023-04-16"}, {"first_day": "2023-04-17"}),
        ({"days": 4}, {"first_day": "2023-04-17"}),
    ],
)
def test_silent_where_both_can_be_true(find: Callable[..., list[Finding]], gazette: dict[str, Any], herald: dict[str, Any]) -> None:
    """Coarse, doubtful, open and unknown dates, plans, denials and other records contradict nothing."""
    assert find(CHECK, {"gazette": [gazette], "herald": [herald]}, **OPEN) == []


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        ({"first_day": "2023-04-17"}, {"first_day": "2023-04-17"}),
        ({"last_day": "2023-04"}, {"last_day": "2023-04-20"}),
        ({"seen": "2023-04-18"}, {"dates": "2023-04-17/2023-04-20"}),
        ({"dates": "2023-04-17/2023-04-20"}, {"dates": "2023-04-17/2023-04-20"}),
        ({"within": "2023-04"}, {"dates": "2023-04-17/2023-04-20"}),
        ({"left_home": "2023-04-16"}, {"left_home": "2023-04-16"}),
    ],
)
def test_denials_exclude_their_days(find: Callable[..., list[Finding]], denied: dict[str, Any], said: dict[str, Any]) -> None:
    """Who denies a day contradicts whoever gives it, and nobody else."""
    (finding,) = find(CHECK, {"gazette": [denied | {"mode": "denied"}], "herald": [said]}, **OPEN)

    assert "gazette denies" in finding.message
    assert finding.message.endswith("which cannot both be true")
    assert {end.source for end in finding.ends} == {"gazette", "herald"}


@pytest.mark.parametrize(
    ("day", "other", "n_found"),
    [("XXXX-04-17", "XXXX-04-18", 1), ("XXXX-04-17", "2023-04-18", 1), ("XXXX-04-17", "2023-04-17", 0), ("XXXX-04", "XXXX-04-17", 0)],
)
def test_dates_without_a_year(find: Callable[..., list[Finding]], day: str, other: str, n_found: int) -> None:
    """A day of the year is in some year near the other dates, or in any where nobody gives one."""
    assert len(find(CHECK, {"gazette": [{"first_day": day}], "herald": [{"first_day": other}]}, **OPEN)) == n_found
    assert len(find(CHECK, {"gazette": [{"first_day": "XXXX-02-29"}], "herald": [{"first_day": "XXXX-02-29"}]})) == 1


def test_parts_of_one_source_are_left_to_another_check(find: Callable[..., list[Finding]]) -> None:
    """Headline against body is not compared here, whom the source quotes is."""
    first, last = {"first_day": "2023-04-17"}, {"first_day": "2023-04-18"}

    assert find(CHECK, {"gazette": [first | {"part": "headline"}, last]}, **OPEN) == []
    assert len(find(CHECK, {"gazette": [first | {"part": "quotation"}, last]}, **OPEN)) == 1
