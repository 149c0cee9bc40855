"""DT402: a source that was out before what it reports as done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.provenance.source_older_than_event import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]


@pytest.fixture
def found_in(find: Callable[..., list[Finding]]) -> Callable[..., list[Finding]]:
    """A function that returns what is found in one line of `gazette`, published as a test says, on a trip from 17 to 20 April 2023."""

    def found(line: Written, published: str | None = "2023-04-16", **stop: Any) -> list[Finding]:  # noqa: ANN401  (YAML)
        agreement = {"id": "a", "parties": ["NZ"], "progress": "signed", "subject": "trade", "date": "2023-04-18"}
        stops = [{"id": "br", "dates": "2023-04-17/2023-04-19"} | stop]
        document = {"trip": {"dates": "2023-04-17/2023-04-20"}, "stops": stops, "agreements": [agreement], "said": {"gazette": [line]}}
        source = {"id": "gazette"} | ({"published": published} if published else {})
        return find(CHECK, {"one": document}, sources=[source])

    return found


def test_names_both_ends(found_in: Callable[..., list[Finding]]) -> None:
    """The finding stands at the claim, and the source's day of publication is the other end."""
    (finding,) = found_in({"about": "br", "first_day": "2023-04-17"})

    assert str(finding) == (
        "extract/authored/one.yaml:23:18: warning DT402 stops.br.first_day: "
        "gazette was published 2023-04-16 and reports first day 2023-04-17 as past"
    )
    assert [(end.record, end.field, str(end.place)) for end in finding.related] == [("gazette", "published", "extract/sources.yaml:6:16")]
    assert finding.ends[0].source == "gazette"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"status": "completed"}, "calls completed what the record dates 2023-04-20"),
        ({"about": "br", "status": "completed"}, "calls completed what the record dates 2023-04-19"),
        ({"about": "a", "progress": "signed"}, "calls signed what the record dates 2023-04-18"),
        ({"about": "a", "date": "2023-04-18"}, "reports date 2023-04-18 as past"),
        ({"dates": "2023-04-17/2023-04-20"}, "reports dates 2023-04-17/2023-04-20 as past"),
        ({"about": "br", "seen": "2023-05"}, "reports seen 2023-05 as past"),
        ({"back_home": "2023-04-21"}, "reports back home 2023-04-21 as past"),
    ],
)
def test_finds(found_in: Callable[..., list[Finding]], line: Written, told: str) -> None:
    """Days, a status and a signature are held against the day of publication."""
    (finding,) = found_in(line)

    assert finding.message == f"gazette was published 2023-04-16 and {told}"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ({"first_day": "2023-04-17"}, "2023-04-17"),
        ({"first_day": "2023-04-17"}, "2023-04"),
        ({"first_day": "2023-04-17"}, "2023-04-16/2023-04-18"),
        ({"first_day": "2023-04-17"}, "2023-04-14~"),
        ({"first_day": "2023-04-17"}, "2023-03?"),
        ({"first_day": "2023-04-17~"}, "2023-04-14"),
        ({"first_day": "2023-04-17"}, None),
        ({"first_day": "XXXX-04-17"}, "2023-04-16"),
        ({"first_day": "2023-04-17", "mode": "planned"}, "2023-04-16"),
        ({"first_day": "2023-04-17", "status": "planned"}, "2023-04-16"),
        ({"within": "2023-04-17/2023-04-30"}, "2023-04-16"),
        ({"status": "under-way"}, "2023-04-16"),
        ({"about": "a", "date": "2023-04-18", "progress": "intended"}, "2023-04-16"),
        ({"dates": "2023-04-16/2023-04-20"}, "2023-04-16"),
        ({"status": "completed"}, "2023-04-20"),
    ],
)
def test_is_silent(found_in: Callable[..., list[Finding]], line: Written, published: str | None) -> None:
    """Whatever was published on the day or perhaps later, looks ahead, or has no day to compare is right."""
    assert found_in(line, published) == []


def test_doubtful_days_of_the_record_have_a_margin(found_in: Callable[..., list[Finding]]) -> None:
    """What is called completed is held against the first day on which it can have ended, the margin taken off."""
    assert found_in({"about": "br", "status": "completed"}, "2023-04-16", dates="2023-04-17/2023-04-19~") == []
    assert len(found_in({"about": "br", "status": "completed"}, "2023-04-15", dates="2023-04-17/2023-04-19~")) == 1


def test_margin_has_an_end(found_in: Callable[..., list[Finding]]) -> None:
    """A day of publication that is only about right is still too early by more than its margin."""
    assert len(found_in({"first_day": "2023-04-17"}, "2023-04-13~")) == 1
    assert len(found_in({"first_day": "2023-04-17"}, "2023-02~")) == 1
