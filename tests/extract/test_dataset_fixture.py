"""The fixture `dataset` gives what a test says, and nothing that a check could mind beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.findings import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.schema.dataset import Dataset


def test_stops_are_enough(dataset: Callable[..., Dataset]) -> None:
    """From the stops alone come a trip around them, its traveller, and a source that says it all."""
    made = dataset(trips={"one": [{"id": "br", "dates": "2023-04-17/2023-04-19"}, {"id": "ve-2", "dates": "2023-04-20"}]})

    (trip,) = made.trips
    assert str(trip.record.trip.dates) == "2023-04-17/2023-04-20"
    assert [stop.country for stop in trip.record.stops] == ["BR", "VE"]
    assert [entry.record.id for entry in made.people] == ["jane-doe"]
    assert [entry.record.id for entry in made.sources] == ["gazette"]
    assert {(claim.record, claim.field) for claim in made.claims} >= {
        ("one", "dates"),
        ("one.br", "dates"),
        ("one.br", "country"),
        ("one", "status"),
    }


def test_places_are_of_files(dataset: Callable[..., Dataset]) -> None:
    """Every value stands in a file, of the first dataset as of the second."""
    dataset(trips={"one": [{"id": "br"}]})
    made = dataset(trips={"two": [{"id": "br", "dates": "2023-04-17"}]})

    assert made.place("two.br", "dates") == Place("extract/authored/two.yaml", 11, 12, 10)


def test_what_is_given_stays(dataset: Callable[..., Dataset]) -> None:
    """Documents, entries and facts about the dataset are as the test gives them; the rest is filled in."""
    made = dataset(
        trips={
            "one": {"trip": {"traveller": "ada"}, "stops": [{"id": "eg", "met": [{"person": "bob"}]}], "said": {"times": [{"days": 4}]}}
        },
        people=[{"id": "ada", "name": "Ada"}],
        info={"reference_date": "2024-01-01"},
    )

    assert [entry.record.name for entry in made.people] == ["Ada", "Somebody"]
    assert [(claim.source, claim.field) for claim in made.claims] == [("times", "days")]
    assert made.info is not None
    assert str(made.info.record.reference_date) == "2024-01-01"


def test_nothing_is_filled_in_if_not_wanted(dataset: Callable[..., Dataset]) -> None:
    """A test about what dangles gets only the entries that it names."""
    made = dataset(trips={"one": [{"id": "br", "country": "BR"}]}, fill=False)

    assert (made.people, made.claims) == ((), ())
