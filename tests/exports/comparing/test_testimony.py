"""What became of what sources say is told per source and record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diplotrips.exports.comparing import Kind, Level, compare
from diplotrips.exports.comparing.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.exports.comparing import Comparison, Snapshot

LINE = {"status": "completed", "span": "1-20"}


def one(*lines: dict[str, Any]) -> dict[str, Any]:
    """Return a dataset of one trip on which the gazette has *lines*."""
    return {"trips": {"one": {"stops": [{"id": "br"}], "said": {"gazette": [LINE, *lines]}}}}


def told(comparison: Comparison) -> list[str]:
    """Return every change in words."""
    return [sentence(change) for change in comparison.changes]


def test_a_claim_is_told_with_its_source(compared: Callable[..., Comparison]) -> None:
    """A new claim names source, field, value, mode and record; its passage and stretch of text come with it."""
    line = {"about": "br", "first_day": "2023-04-18", "status": "planned", "span": "30-40"}
    comparison = compared(one(), one(line))
    claims = [change for change in comparison.changes if change.kind is Kind.CLAIM_ADDED]

    assert "gazette says first_day 2023-04-18 (planned) of stop one.br" in told(comparison)
    assert {(change.record_id, change.source_id, change.level, change.n_rows) for change in claims} == {
        ("one.br", "gazette", Level.MINOR, 2)
    }
    assert "withdrawn: gazette says first_day 2023-04-18 (planned) of stop one.br" in told(compared(one(line), one()))


def test_another_value_is_another_claim(compared: Callable[..., Comparison]) -> None:
    """A misread day is one claim less and one more."""
    comparison = compared(*(one({"about": "br", "seen": f"2023-04-{day}", "span": "30-40"}) for day in (17, 18)))

    assert {sentence(change) for change in comparison.changes if change.kind is not Kind.FOLLOWS} == {
        "gazette says seen 2023-04-18 of stop one.br",
        "withdrawn: gazette says seen 2023-04-17 of stop one.br",
    }


def test_a_claim_of_mere_existence_is_a_mention(compared: Callable[..., Comparison]) -> None:
    """A source that says no more than that there is a stop speaks of it."""
    comparison = compared(one(), one({"about": "br", "span": "30-40"}))

    assert "gazette speaks of stop one.br" in told(comparison)


def test_a_line_more_renumbers_the_others(compared: Callable[..., Comparison]) -> None:
    """Passages behind a new line have another number in the block of their source, which only follows."""
    last = {"about": "br", "places": ["Rio"], "span": "50-60"}
    comparison = compared(one(last), one({"days": 4, "span": "30-40"}, last))

    assert [change.kind for change in comparison.changes if change.kind is not Kind.FOLLOWS] == [Kind.CLAIM_ADDED]
    assert "1 row of claim_passages follows (statement)" in told(comparison)


def test_a_second_passage_is_an_entry_more(compared: Callable[..., Comparison]) -> None:
    """A source that says the same again has no claim more; its passage is told of the record that it is about."""
    comparison = compared(
        one({"days": 4, "span": "30-40"}), one({"days": 4, "span": "30-40"}, {"days": 4, "phrase": "four", "span": "70-80"})
    )
    (change,) = (change for change in comparison.changes if change.kind is not Kind.FOLLOWS)

    assert (change.kind, change.source_id, change.field_name, change.level) == (Kind.ENTRY_ADDED, "gazette", "days", Level.MINOR)
    assert sentence(change) == "trip one has an entry more in claim_passages: basis stated, phrase four, language en"


def test_moved_text_only_follows(compared: Callable[..., Comparison]) -> None:
    """The same claim at another place of its source is the same claim."""
    comparison = compared(*(one({"days": 4, "span": span}) for span in ("30-40", "31-41")))

    assert told(comparison) == ["1 row of claim_spans follows"]


CONFLICT = {
    "conflict_id": "0123456789abcdef",
    "finding_code": "DT203",
    "severity": "warning",
    "state": "open",
    "record_id": "one",
    "trip_id": "one",
    "field_name": "route",
    "message": "the order differs",
    "cause": None,
    "decision_id": None,
    "waiver_id": None,
}
DECISION = {
    "id": "one-route",
    "code": "DT203",
    "record": "one",
    "field": "route",
    "verdict": "keep-both",
    "settles": ["gazette"],
    "because": "Both can stand.",
    "decided_by": "nobody",
    "decided_on": "2024-01-01",
}


def with_conflict(plain: Snapshot, **cells: object) -> Snapshot:
    """Return the state *plain* with a conflict."""
    table = replace(plain.tables["conflicts"], rows=({**CONFLICT, **cells},))
    return replace(plain, tables={**plain.tables, "conflicts": table})


def test_disagreements_are_opened_settled_and_gone(state: Callable[..., Snapshot]) -> None:
    """Each has the message; a settled one the reason of its decision."""
    plain, decided = state(**one()), state(**one(), decisions=[DECISION])
    is_open, settled = with_conflict(plain), with_conflict(decided, state="settled", decision_id="one-route")
    (opened,), (gone,) = compare(plain, is_open).changes, compare(is_open, plain).changes
    changes = [change for change in compare(is_open, settled).changes if change.table == "conflicts"]

    assert (opened.kind, sentence(opened), opened.trip_id) == (Kind.CONFLICT_OPENED, "DT203 is open: the order differs", "one")
    assert (gone.kind, sentence(gone), gone.level) == (Kind.CONFLICT_GONE, "DT203 is gone: the order differs", Level.PATCH)
    assert [(change.kind, change.because) for change in changes] == [(Kind.CONFLICT_SETTLED, "Both can stand.")]
    assert Kind.CONFLICT_OPENED in {change.kind for change in compare(settled, is_open).changes}


def test_a_reworded_disagreement_only_follows(state: Callable[..., Snapshot]) -> None:
    """Nothing was opened or settled."""
    plain = state(**one())

    assert told(compare(with_conflict(plain), with_conflict(plain, message="they differ on the order"))) == [
        "1 row of conflicts follows (message)"
    ]


def test_a_decision_is_told_with_its_trip(compared: Callable[..., Comparison]) -> None:
    """An entry of the ledger stands with the trip that it is about, with its reason; who is named first, so that it reads well."""
    added = next(change for change in compared(one(), {**one(), "decisions": [DECISION]}).changes if change.table == "decisions")

    assert (added.kind, added.trip_id, added.because) == (Kind.RECORD_ADDED, "one", "Both can stand.")
    assert sentence(added) == "decision one-route is added"
