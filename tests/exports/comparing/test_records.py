"""What became of records is told by meaning: one change a date, a route, a merger, whatever the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.exports.comparing import Kind, Level
from diplotrips.exports.comparing.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.exports.comparing import Change, Comparison

SAID = {"gazette": [{"status": "completed", "span": "1-20"}]}
"""A source that says as little as it may, so that what it says stays as it is."""


def one(*stops: dict[str, Any], **trip: object) -> dict[str, Any]:
    """Return a dataset of one trip with *stops*."""
    route = {"route": [stop["id"] for stop in stops]} if "route" not in trip else {}
    return {"trips": {"one": {"trip": {"dates": "2023", **route, **trip}, "stops": list(stops), "said": SAID}}}


def told(comparison: Comparison) -> list[str]:
    """Return every change in words but what follows from others."""
    return [sentence(change) for change in comparison.changes if change.kind is not Kind.FOLLOWS]


def only(comparison: Comparison) -> Change:
    """Return the one change that does not follow from others."""
    (change,) = (change for change in comparison.changes if change.kind is not Kind.FOLLOWS)
    return change


@pytest.mark.parametrize(
    ("before", "after", "kind", "words"),
    [
        ("2023-04", "2023-04-17", "date-refined", "is refined from 2023-04 to 2023-04-17"),
        ("2023-04-17?", "2023-04-17", "date-refined", "is refined from 2023-04-17? to 2023-04-17"),
        ("2023-04-17", "2023-04", "date-widened", "is widened from 2023-04-17 to 2023-04"),
        ("2023-04-17", "2023-04-18", "date-corrected", "is corrected from 2023-04-17 to 2023-04-18"),
        ("2023-04", "2023-04-XX", "date-restated", "is restated from 2023-04 to 2023-04-XX"),
        (None, "2023-04", "date-given", "is given: 2023-04"),
        ("2023-04", None, "date-taken-away", "is taken away, it was 2023-04"),
    ],
)
def test_a_date_is_one_change(compared: Callable[..., Comparison], before: str | None, after: str | None, kind: str, words: str) -> None:
    """Five columns differ and one change is told, by the days that the date allows."""
    states = [one({"id": "br", "dates": f"{day}/2023-05-20"} if day else {"id": "br", "dates": "/2023-05-20"}) for day in (before, after)]
    change = only(compared(*states))

    assert (change.kind, change.field_name, change.before, change.after) == (Kind(kind), "first_day", before, after)
    assert sentence(change) == f"first_day of stop one.br {words}"
    assert change.level is Level.PATCH


def test_an_end_that_was_open_is_given(compared: Callable[..., Comparison]) -> None:
    """A trip that has ended is no correction of one that went on."""
    comparison = compared(one({"id": "br", "dates": "2023-04-17/.."}), one({"id": "br", "dates": "2023-04-17/2023-04-20"}))

    assert told(comparison) == ["last_day of stop one.br is given: 2023-04-20"]


def test_a_country_is_one_change(compared: Callable[..., Comparison]) -> None:
    """Two columns differ and one change is told."""
    comparison = compared(one({"id": "a", "country": "BR"}), one({"id": "a", "country": "AR"}))

    assert told(comparison) == ["country of stop one.a is corrected from BR to AR"]


def test_a_route_is_one_change_of_the_trip(compared: Callable[..., Comparison]) -> None:
    """The places of three stops differ and one change is told, with stops of unknown order in brackets."""
    stops = [{"id": "br"}, {"id": "ni"}, {"id": "ve"}]
    change = only(compared(one(*stops, route=["br", "ve", "ni"]), one(*stops, route=[["ni", "br"], "ve"])))

    assert (change.kind, change.record_id, change.before, change.after) == (Kind.ROUTE_CHANGED, "one", "br ve ni", "[br ni] ve")
    assert sentence(change) == "route of trip one is changed from br ve ni to [br ni] ve"


def test_a_stop_comes_with_its_parts(compared: Callable[..., Comparison]) -> None:
    """Places and activities of a new stop are counted with it, and so is what the stop does to the counts of its trip."""
    new = {"id": "ve", "places": ["Caracas", "Maracaibo"], "did": ["press-statement"]}
    comparison = compared(one({"id": "br"}), one({"id": "br"}, new))
    (added,) = (change for change in comparison.changes if change.kind is Kind.RECORD_ADDED)

    assert told(comparison) == ["route of trip one is changed from br to br ve", "stop one.ve is added"]
    assert (added.record_kind, added.trip_id, added.n_rows, added.level) == ("stop", "one", 4, Level.MINOR)
    assert added.after == "country VE, kind visit, status completed"
    assert [sentence(change) for change in comparison.changes if change.kind is Kind.FOLLOWS] == [
        "1 row of trips follows (n_countries and n_stops)"
    ]


def test_the_status_of_a_trip_is_told_once(compared: Callable[..., Comparison]) -> None:
    """Stops have the status of their trip unless they say otherwise; theirs goes with it, and only follows."""
    stops = [{"id": "br"}, {"id": "ve", "status": "cancelled"}]
    comparison = compared(one(*stops, status="planned"), one(*stops, status="completed"))

    assert told(comparison) == ["status of trip one is corrected from planned to completed"]
    assert sentence(comparison.changes[-1]) == "1 row of stops follows (status)"


def test_an_entry_more_moves_nothing_else(compared: Callable[..., Comparison]) -> None:
    """A place before the others of its stop is one entry more; that those have other numbers now only follows."""
    places = [{"id": "br", "places": ["Rio", "Recife"]}, {"id": "br", "places": ["Brasilia", "Rio", "Recife"]}]
    comparison = compared(*map(one, places))

    assert told(comparison) == ["stop one.br has an entry more in stop_places: place Brasilia"]
    assert [sentence(change) for change in comparison.changes if change.kind is Kind.FOLLOWS] == [
        "1 row of stops follows (place)",
        "2 rows of stop_places follow (ordinal)",
    ]
    assert told(compared(*map(one, reversed(places)))) == ["stop one.br has an entry less in stop_places: place Brasilia"]


def test_an_entry_that_says_something_else_is_changed(compared: Callable[..., Comparison]) -> None:
    """One of as many entries as before is changed, not withdrawn and added."""
    people = [[{"id": "jane-doe", "names": [{"name": name}, {"name": "J. D."}]}] for name in ("Jane Do", "Jane Dö")]
    comparison = compared(*({**one({"id": "br"}), "people": entries} for entries in people))

    assert told(comparison) == ["an entry of person jane-doe in people_names is changed: name from Jane Do to Jane Dö"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("2017-08", "2017-08-02", "is refined from 2017-08 to 2017-08-02"),
        ("2017-08-02", "2017-08-03", "is corrected from 2017-08-02 to 2017-08-03"),
        (None, "2017-08", "is given: 2017-08"),
        ("2017-08", None, "is taken away, it was 2017-08"),
    ],
)
def test_a_date_of_an_entry_is_told_as_one(compared: Callable[..., Comparison], before: str | None, after: str | None, words: str) -> None:
    """By the days that it allows, as dates of records are; with the table, since an entry has no name."""
    office = {"office": "foreign-minister", "of": "NZ"}
    held = [office | ({"since": since} if since else {}) for since in (before, after)]
    comparison = compared(*({**one({"id": "br"}), "people": [{"id": "jane-doe", "offices": [entry]}]} for entry in held))

    assert told(comparison) == [f"held_since of person jane-doe in people_offices {words}"]
    assert comparison.level is Level.PATCH


def test_codes_of_a_record_are_entries(compared: Callable[..., Comparison]) -> None:
    """An activity that was not done after all is told of its stop and trip."""
    change = only(compared(one({"id": "br"}), one({"id": "br", "did_not": ["press-statement"]})))

    assert (change.kind, change.table, change.trip_id, change.level) == (Kind.ENTRY_ADDED, "record_codes", "one", Level.MINOR)
    assert sentence(change) == "stop one.br has an entry more in record_codes: scheme activities, code press-statement, happened false"


def test_a_withdrawn_record_is_merged_into_its_successor(compared: Callable[..., Comparison]) -> None:
    """The tombstone says what became of an id, and why; itself it is no change of its own."""
    people = [{"id": "jane-doe"}, {"id": "j-doe"}]
    stone = {"id": "j-doe", "kind": "person", "successor": "jane-doe", "withdrawn_on": "2024-01-01", "because": "One and the same."}
    before, after = {**one({"id": "br"}), "people": people}, {**one({"id": "br"}), "people": people[:1], "withdrawn": [stone]}
    change = only(compared(before, after))

    assert (change.kind, change.successor_id, change.because, change.n_rows) == (Kind.RECORD_MERGED, "jane-doe", "One and the same.", 2)
    assert sentence(change) == "person j-doe is merged into jane-doe"
    assert change.level is Level.MAJOR


def test_a_record_that_is_gone_is_withdrawn(compared: Callable[..., Comparison]) -> None:
    """Without a tombstone nothing says why."""
    change = only(compared({**one({"id": "br"}), "people": [{"id": "j-doe", "note": "Who?"}]}, one({"id": "br"})))

    assert (change.kind, change.before, change.because) == (Kind.RECORD_WITHDRAWN, "name Somebody, identified true, note Who?", None)
    assert sentence(change) == "person j-doe is withdrawn"


def test_numbers_that_a_source_gives_are_one_change(compared: Callable[..., Comparison]) -> None:
    """Three columns differ and one change is told, in words."""
    signed = {"id": "a", "subject": "trade", "progress": "signed", "parties": ["NZ", "BR"]}
    agreements = [{**signed, "papers": papers} for papers in (2, "~3")]
    states = [{"trips": {"one": {"stops": [{"id": "br"}], "agreements": [entry], "said": SAID}}} for entry in agreements]

    assert told(compared(*states)) == ["papers of agreement one.a is corrected from 2 to ~3"]
