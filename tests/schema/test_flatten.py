"""Records become rows: defaults, whole ids, spread dates, merged claims, counted voices, and the same rows in any order of files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.findings import End, Finding, Place, Severity
from diplotrips.schema.flatten import add_conflicts, add_implied_days, flatten
from diplotrips.schema.flatten.tables import arrange
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diplotrips.schema.dataset import Dataset


def cells(rows: Iterable[dict[str, object]], *columns: str) -> list[Any]:
    """Return the values of *columns* of each row; bare values if it is one column."""
    return [row[columns[0]] if len(columns) == 1 else tuple(row[column] for column in columns) for row in rows]


def test_an_empty_dataset_has_every_table() -> None:
    """Without records all tables are there, empty but for countries and code lists."""
    tables = arrange([])

    assert list(tables) == list(TABLES)
    assert not any(tables.values())


def test_defaults_are_filled_in(dataset: Callable[..., Dataset]) -> None:
    """A stop is a visit with its trip's status, a counterpart in office, of the stop's country, met in person; an agreement one paper."""
    stops = [{"id": "br", "met": [{"person": "jane-roe"}]}]
    agreement = {"id": "deal", "parties": ["NZ", "BR"], "progress": "signed", "subject": "fish"}
    tables = flatten(dataset(trips={"one": {"stops": stops, "agreements": [agreement]}}))

    assert cells(tables["stops"], "stop_id", "trip_id", "country_iso3", "kind", "status") == [
        ("one.br", "one", "BRA", "visit", "completed")
    ]
    assert cells(tables["meetings"], "meeting_id", "stop_id", "counterpart_country", "counterpart_country_iso3", "capacity", "channel") == [
        ("one.br.jane-roe", "one.br", "BR", "BRA", "in-office", "in-person")
    ]
    assert cells(tables["agreements"], "papers_min", "papers_max", "papers_approximate", "n_parties") == [(1, 1, False, 2)]
    assert cells(tables["agreement_parties"], "ordinal", "country", "role") == [(1, "NZ", "party"), (2, "BR", "party")]


def test_an_open_end_is_told_from_an_unknown_one(dataset: Callable[..., Dataset]) -> None:
    """`..` stands in the column of the text, and of an end that no source states nothing is said."""
    tables = flatten(dataset(trips={"one": [{"id": "br", "dates": "2020-02-05/.."}, {"id": "ve", "dates": "2020-02-05/"}]}))

    assert cells(tables["stops"], "first_day", "last_day", "last_day_earliest", "last_day_precision", "last_day_edtf") == [
        (date(2020, 2, 5), None, None, None, ".."),
        (date(2020, 2, 5), None, None, None, None),
    ]


def test_only_an_undoubted_day_is_a_day(dataset: Callable[..., Dataset]) -> None:
    """A month and a doubtful day have bounds and a text, and no day that somebody could count by mistake."""
    tables = flatten(dataset(trips={"one": [{"id": "br", "dates": "2023-04-17?/2023-04"}]}))

    assert cells(tables["stops"], "first_day", "first_day_earliest", "first_day_latest", "first_day_precision", "first_day_edtf") == [
        (None, date(2023, 4, 17), date(2023, 4, 17), "day", "2023-04-17?")
    ]
    assert cells(tables["stops"], "last_day", "last_day_earliest", "last_day_latest", "last_day_precision", "last_day_edtf") == [
        (None, date(2023, 4, 1), date(2023, 4, 30), "month", "2023-04")
    ]


def test_ties_in_a_route_share_a_position(dataset: Callable[..., Dataset]) -> None:
    """Two stops of unknown order are both second, the next one is fourth, and one that the route leaves out has no position."""
    stops = [{"id": local} for local in ("br", "cu", "ni", "pe", "ve")]
    tables = flatten(dataset(trips={"one": {"trip": {"route": ["br", ["ve", "ni"], "cu"]}, "stops": stops, "said": {}}}))

    assert cells(tables["stops"], "stop_id", "position") == [("one.br", 1), ("one.cu", 4), ("one.ni", 2), ("one.pe", None), ("one.ve", 2)]


def test_what_was_done_and_what_was_not(dataset: Callable[..., Dataset]) -> None:
    """Activities are true or false, purposes are neither; a code given twice is one row."""
    stop = {"id": "br", "purposes": ["summit", "summit"], "did": ["talks"], "did_not": ["speech"]}
    tables = flatten(dataset(trips={"one": {"stops": [stop], "said": {}}}))

    assert cells(tables["record_codes"], "record_id", "scheme", "code", "happened") == [
        ("one.br", "activities", "speech", False),
        ("one.br", "activities", "talks", True),
        ("one.br", "purposes", "summit", None),
    ]


def test_equal_claims_are_one_with_all_passages(dataset: Callable[..., Dataset]) -> None:
    """What a source says twice is one claim with two passages; what two sources say has two witnesses."""
    lines = [
        {"days": "~4", "span": ["10-20", "30-40"]},
        {"about": "br", "places": ["Brasilia"], "span": "50-60"},
        {"days": "~4", "locator": "p. 2"},
    ]
    said = {"gazette": lines, "herald": [{"days": "~4"}]}
    tables = flatten(dataset(trips={"one": {"stops": [{"id": "br"}], "said": said}}))
    days = [row for row in tables["claims"] if row["field_name"] == "days"]

    assert sorted(cells(days, "source_id", "value_text", "value_min", "value_approximate", "n_passages", "n_sources")) == [
        ("gazette", "~4", 4, True, 2, 2),
        ("herald", "~4", 4, True, 1, 2),
    ]
    (of_gazette,) = (row["claim_id"] for row in days if row["source_id"] == "gazette")
    passages = [row for row in tables["claim_passages"] if row["claim_id"] == of_gazette]
    spans = [row for row in tables["claim_spans"] if row["claim_id"] == of_gazette]
    assert cells(passages, "statement", "locator", "language") == [(1, None, "en"), (3, "p. 2", "en")]
    assert cells(spans, "statement", "ordinal", "span_start", "span_end") == [(1, 1, 10, 20), (1, 2, 30, 40)]


def test_claims_of_an_author_have_no_coder(dataset: Callable[..., Dataset]) -> None:
    """Coder, day of coding and codebook belong to second codings; of what the author of a document wrote they are null."""
    tables = flatten(dataset(trips={"one": {"stops": [{"id": "br"}], "said": {"gazette": [{"days": 4}]}}}))

    assert cells(tables["claims"], "coder_id", "coded_on", "coded_on_edtf", "codebook") == [(None, None, None, None)]


def test_a_claimed_interval_has_four_bounds(dataset: Callable[..., Dataset]) -> None:
    """Of an interval the earliest and latest first and last day are told, of a date only its own two."""
    said = {"gazette": [{"dates": "2023-04/2023-05-02~"}, {"seen": "2023-04-19"}]}
    tables = flatten(dataset(trips={"one": {"stops": [{"id": "br"}], "said": said}}))
    columns = ("field_name", "value_earliest", "value_first_latest", "value_last_earliest", "value_latest", "value_precision")

    assert sorted(cells(tables["claims"], *columns)) == [
        ("dates", date(2023, 4, 1), date(2023, 4, 30), date(2023, 5, 2), date(2023, 5, 2), "month"),
        ("seen", date(2023, 4, 19), None, None, date(2023, 4, 19), "day"),
    ]


def test_sources_of_one_owner_are_one_voice(dataset: Callable[..., Dataset]) -> None:
    """A copy speaks with the voice of its original, an agency's report with the agency's, media of one owner with the owner's."""
    said = {name: [{"about": "br", "places": ["Brasilia"]}] for name in ("alone", "copy", "daily", "stranger", "weekly", "wired")}
    sources = [
        {"id": "alone"},
        {"id": "copy", "copied_from": "weekly", "publisher": "other-press"},
        {"id": "daily", "publisher": "press-one"},
        {"id": "stranger", "publisher": "other-press"},
        {"id": "weekly", "publisher": "press-two"},
        {"id": "wired", "publisher": "other-press", "agency": "state-wire"},
    ]
    owners = {"press-one": "holding", "press-two": "holding", "holding": "state", "state-wire": "state", "state": None, "other-press": None}
    organizations = [{"id": name} | ({"owner": owner} if owner else {}) for name, owner in owners.items()]
    tables = flatten(dataset(trips={"one": {"stops": [{"id": "br"}], "said": said}}, sources=sources, organizations=organizations))

    assert cells(tables["sources"], "source_id", "voice") == [
        ("alone", "alone"),
        ("copy", "state"),
        ("daily", "state"),
        ("stranger", "other-press"),
        ("weekly", "state"),
        ("wired", "state"),
    ]
    assert cells(tables["stops"], "n_sources", "n_independent") == [(6, 3)]


def test_owners_in_a_circle_are_one_voice(dataset: Callable[..., Dataset]) -> None:
    """Two houses that own each other have the voice of the first of them by name, whichever published."""
    organizations = [{"id": "b-house", "owner": "a-house"}, {"id": "a-house", "owner": "b-house"}]
    tables = flatten(
        dataset(trips={}, sources=[{"id": "x", "publisher": "a-house"}, {"id": "y", "publisher": "b-house"}], organizations=organizations)
    )

    assert cells(tables["sources"], "voice") == ["a-house", "a-house"]


def test_a_source_that_lists_a_stop_speaks_of_it_and_a_denial_does_not(dataset: Callable[..., Dataset]) -> None:
    """Routes and lists of countries count for the stops that they name; a source that only denies a stop does not count for it."""
    said = {
        "by-list": [{"countries": ["BR", "VE"]}],
        "by-route": [{"route": ["br", ["ve", "cu"]]}],
        "denies": [{"about": "cu", "mode": "denied", "places": ["Havana"]}],
    }
    tables = flatten(dataset(trips={"one": {"stops": [{"id": "br"}, {"id": "cu"}, {"id": "ve"}], "said": said}}))

    assert cells(tables["stops"], "stop_id", "n_sources") == [("one.br", 2), ("one.cu", 1), ("one.ve", 2)]
    assert cells(tables["trips"], "n_sources", "n_stops", "n_countries") == [(2, 3, 3)]


def test_the_id_of_a_quotation_survives_a_better_gist(dataset: Callable[..., Dataset]) -> None:
    """A new gist and a new quotation before it change no id; quotations of one passage have an id each."""

    def ids(*quotes: dict[str, Any]) -> dict[str, Any]:
        expert = {"id": "roe", "person": "jane-roe", "source": "gazette", "quotes": list(quotes)}
        rows = flatten(dataset(trips={"one": {"stops": [{"id": "br"}], "quoted_experts": [expert]}}))["quotes"]
        return {str(row["gist"]): row["quote_id"] for row in rows}

    before = ids({"span": "10-20", "gist": "old"})
    after = ids({"span": "0-5", "gist": "first"}, {"span": "10-20", "gist": "better"}, {"span": "10-20", "gist": "again"})

    assert before["old"] == after["better"]
    assert len(set(after.values())) == 3


def test_an_id_given_twice_is_two_rows(dataset: Callable[..., Dataset]) -> None:
    """Flattening judges nothing: a check has to see both."""
    made = dataset(trips={"one": [{"id": "br"}]})

    assert cells(flatten(replace(made, trips=made.trips * 2))["stops"], "stop_id") == ["one.br", "one.br"]


def test_the_order_of_files_changes_nothing(dataset: Callable[..., Dataset]) -> None:
    """Trips and entries of registers in any order give the same tables."""
    said = {"gazette": [{"days": 4, "span": "1-2"}], "herald": [{"days": 4}]}
    made = dataset(
        trips={
            name: {"stops": [{"id": "br", "met": [{"person": "jane-roe"}]}, {"id": "ve"}], "said": said} for name in ("one", "two", "three")
        },
        people=[{"id": "jane-roe", "names": [{"name": "Jane R."}, {"name": "J. Roe"}]}],
    )
    backwards = replace(made, trips=made.trips[::-1], sources=made.sources[::-1], people=made.people[::-1])

    assert flatten(backwards) == flatten(made)


def test_an_undeclared_column_is_refused() -> None:
    """A slip in our own code does not lose a column in silence."""
    with pytest.raises(KeyError, match="countrry"):
        arrange([("stops", {"countrry": "BR"})])


def test_conflicts_keep_both_ends(dataset: Callable[..., Dataset]) -> None:
    """A settled finding is released with its decision and with every end, claims by their id."""
    said = {"gazette": [{"last_stop": "br"}], "herald": [{"last_stop": "ve"}]}
    decision = {
        "id": "which-last",
        "code": "DT202",
        "record": "one",
        "field": "route",
        "verdict": "keep-both",
        "settles": ["gazette:body:br", "herald:body:ve", "herald:headline"],
        "because": "It is later.",
        "decided_by": "somebody",
        "decided_on": "2026-11",
    }
    tables = flatten(dataset(trips={"one": {"stops": [{"id": "br"}, {"id": "ve"}], "said": said}}, decisions=[decision]))
    ends = [
        End(f"{source} says {value}", "one", "last_stop", source, "body", value) for source, value in (("gazette", "br"), ("herald", "ve"))
    ]
    finding = Finding(
        "DT202",
        Severity.WARNING,
        "one",
        "last_stop",
        "br and ve are both last",
        Place("one.yaml"),
        (ends[1],),
        ends[0],
        settled_by="which-last",
    )
    added = add_conflicts(tables, [finding, replace(finding, message="and once more", settled_by="")])
    ids = dict(cells(tables["claims"], "value_text", "claim_id"))

    assert cells(added["conflicts"], "conflict_id", "state", "decision_id", "field_name", "message") == [
        (finding.fingerprint, "open", None, "last_stop", "and once more"),
        (f"{finding.fingerprint}-2", "settled", "which-last", "last_stop", "br and ve are both last"),
    ]
    assert cells(added["conflict_claims"], "ordinal", "source_id", "claim_id") == [(1, "gazette", ids["br"]), (2, "herald", ids["ve"])] * 2
    assert cells(added["decision_claims"], "role", "ordinal", "claim_name", "claim_id") == [
        ("settles", 1, "gazette:body:br", ids["br"]),
        ("settles", 2, "herald:body:ve", ids["ve"]),
        ("settles", 3, "herald:headline", None),
    ]
    assert cells(added["decisions"], "decided_on", "decided_on_edtf") == [(None, "2026-11")]
    assert tables["conflicts"] == []


def test_what_a_draft_has_a_part_in_is_not_released(dataset: Callable[..., Dataset]) -> None:
    """A note on a draft is settled by a review of it, and drafts are in no release."""
    note = Finding("DT407", Severity.NOTE, "one", "route", "the draft reads it otherwise", Place("one.yaml"))
    added = add_conflicts(flatten(dataset()), [note, replace(note, draft="extract/parsed/gazette.json")])

    assert cells(added["conflicts"], "finding_code", "state") == [("DT407", "open")]


def test_a_conflict_names_its_trip(dataset: Callable[..., Dataset]) -> None:
    """All that is found on a trip or on anything on it has the trip's id; what is found in a register has none."""
    records = ("one", "one.br", "one.br.jane-doe", "one-more", "gazette")
    found = [Finding("DT201", Severity.WARNING, record, "note", "they disagree", Place("x.yaml")) for record in records]
    added = add_conflicts(flatten(dataset(trips={"one": [{"id": "br"}], "one-more": [{"id": "br"}]})), found)

    trips = dict(cells(added["conflicts"], "record_id", "trip_id"))
    assert trips == {**dict.fromkeys(records[:3], "one"), "one-more": "one-more", "gazette": None}


def test_implied_days_are_days(dataset: Callable[..., Dataset]) -> None:
    """Bounds come as day numbers and are released as days; no bound is null."""
    tables = flatten(dataset(trips={"one": [{"id": "br"}]}))
    day = date(2023, 4, 17)
    added = add_implied_days(
        tables, {"one.br": (day.toordinal(), None, None, day.toordinal(), True), "one": (None, None, None, None, False)}
    )

    assert [tuple(row.values()) for row in added["implied_days"]] == [
        ("one", None, None, None, None, False),
        ("one.br", day, None, None, day, True),
    ]
