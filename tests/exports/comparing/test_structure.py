"""What became of tables, columns and codes, and which version each takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.errors import ExportRefusedError
from diplotrips.exports.comparing import (
    Level,
    Snapshot,
    TableSnapshot,
    compare,
    missing_tombstones,
    refuse_missing_tombstones,
    refuse_small_bump,
)
from diplotrips.exports.comparing.sentences import sentence
from diplotrips.exports.comparing.snapshots import ColumnSnapshot
from diplotrips.exports.comparing.versions import bump

if TYPE_CHECKING:
    from collections.abc import Callable

STONE = {"record_id": "jane-doe", "record_kind": "person", "successor_id": None, "because": "A slip."}
SHAPES: dict[str, list[dict[str, Any]]] = {
    "people": [{"person_id": "jane-doe", "name": "Jane", "country": "NZ", "country_iso3": "NZL"}],
    "people_names": [{"person_id": "jane-doe", "ordinal": 1, "name": "J. Doe"}],
    "stops": [{"stop_id": "one.br", "trip_id": "one", "country": "BR", "n_sources": 1}],
    "claims": [
        {
            "claim_id": "c-1",
            "source_id": "post",
            "record_id": "one.br",
            "field_name": "place",
            "value_text": "x",
            "mode": "held",
            "n_sources": 1,
        }
    ],
    "decisions": [{"decision_id": "d", "record_id": "one.br", "because": "So it is."}],
    "codelists": [{"list_name": "offices", "code": "king", "label": "King", "ordinal": 1}],
    "withdrawn": [{**STONE, "record_id": "x", "record_kind": "trip"}],
    "trips_flat": [{"trip_id": "one", "stops_text": "BR"}],
    "of_tomorrow": [{"key": "a", "text": "b"}],
}
KEYS = {"people_names": ("person_id", "ordinal"), "codelists": ("list_name", "code")}


def table(name: str, **changed: Any) -> TableSnapshot:  # noqa: ANN401  (whatever a table is made of)
    """Return a small table of that name."""
    rows = SHAPES[name]
    columns = tuple(
        ColumnSnapshot(column, "int32" if isinstance(value, int) else "string", value is None, f"What {column} is.")
        for column, value in rows[0].items()
    )
    return replace(TableSnapshot(name, KEYS.get(name, tuple(rows[0])[:1]), columns, rows, f"One row per {name}."), **changed)


BEFORE = Snapshot("1.0.0", {name: table(name) for name in SHAPES}, "1.0.0")


def column(name: str, column_name: str, **changed: Any) -> Callable[[Snapshot], Snapshot]:  # noqa: ANN401  (as above)
    """Return what changes one column of a table, or adds it."""

    def change(state: Snapshot) -> Snapshot:
        old = state.tables[name]
        columns = tuple(replace(one, **changed) if one.name == column_name else one for one in old.columns)
        if column_name not in old.names:
            columns = (*columns, ColumnSnapshot(column_name, "string", nullable=True))
        rows = [{column_name: None, **row} for row in old.rows]
        return tables(state, replace(old, columns=columns, rows=rows))

    return change


def key(name: str, *columns: str) -> Callable[[Snapshot], Snapshot]:
    """Return what gives a table another key."""
    return lambda state: tables(state, table(name, key=columns))


def without(name: str, column_name: str) -> Callable[[Snapshot], Snapshot]:
    """Return what withdraws one column of a table."""

    def change(state: Snapshot) -> Snapshot:
        old = state.tables[name]
        rows = [{key: value for key, value in row.items() if key != column_name} for row in old.rows]
        return tables(state, replace(old, columns=tuple(one for one in old.columns if one.name != column_name), rows=rows))

    return change


def rows(name: str, *wanted: dict[str, Any]) -> Callable[[Snapshot], Snapshot]:
    """Return what gives a table other rows, each said as what differs from the first one."""
    return lambda state: tables(state, table(name, rows=[{**SHAPES[name][0], **row} for row in wanted]))


def tables(state: Snapshot, *new: TableSnapshot) -> Snapshot:
    """Return *state* with these tables instead of those of the same name."""
    return replace(state, tables={**state.tables, **{one.name: one for one in new}}, version=None, label="now")


def dropped(name: str) -> Callable[[Snapshot], Snapshot]:
    """Return what withdraws a table."""
    return lambda state: replace(state, tables={key: value for key, value in state.tables.items() if key != name})


MAJOR, MINOR, PATCH = Level.MAJOR, Level.MINOR, Level.PATCH


@pytest.mark.parametrize(
    ("change", "level", "words"),
    [
        (dropped("trips_flat"), MAJOR, "the table trips_flat is withdrawn"),
        (without("claims", "n_sources"), MAJOR, "the column claims.n_sources is withdrawn"),
        (without("trips_flat", "stops_text"), MAJOR, "the column trips_flat.stops_text is withdrawn"),
        (column("stops", "country", type="int32"), MAJOR, "the column stops.country is retyped from string to int32"),
        (column("stops", "country", nullable=True), MAJOR, "the column stops.country may be null"),
        (key("stops", "trip_id"), MAJOR, "the key of the table stops is changed from stop_id to trip_id"),
        (rows("people"), MAJOR, "person jane-doe is withdrawn"),
        (rows("decisions"), MAJOR, "decision d is withdrawn"),
        (rows("codelists"), MAJOR, "the code offices king of codelists is withdrawn: King"),
        (lambda state: tables(state, replace(table("of_tomorrow"), name="new")), MINOR, "the table new is added"),
        (column("stops", "note"), MINOR, "the column stops.note is added"),
        (rows("people", {}, {"person_id": "x"}), MINOR, "person x is added"),
        (rows("people_names", {}, {"ordinal": 2, "name": "J. D."}), MINOR, "person jane-doe has an entry more in people_names: name J. D."),
        (rows("claims", {}, {"claim_id": "c-2", "value_text": "y"}), MINOR, "post says place y of one.br"),
        (rows("codelists", {}, {"code": "queen", "label": "Queen"}), MINOR, "codelists has the code offices queen: Queen"),
        (rows("of_tomorrow", {}, {"key": "c"}), MINOR, "of_tomorrow c has an entry more in of_tomorrow: text b"),
        (rows("people", {"country": "AU", "country_iso3": "AUS"}), PATCH, "country of person jane-doe is corrected from NZ to AU"),
        (rows("people", {"country_iso3": "AUS"}), PATCH, "country_iso3 of person jane-doe is corrected from NZL to AUS"),
        (rows("people_names"), PATCH, "person jane-doe has an entry less in people_names: name J. Doe"),
        (rows("claims"), PATCH, "withdrawn: post says place x of one.br"),
        (rows("codelists", {"label": "Monarch"}), PATCH, "label of the code offices king of codelists is changed from King to Monarch"),
        (rows("of_tomorrow", {"text": "c"}), PATCH, "an entry of of_tomorrow a in of_tomorrow is changed: text from b to c"),
        (rows("stops", {"n_sources": 2}), PATCH, "1 row of stops follows (n_sources)"),
        (rows("trips_flat", {"stops_text": "AR"}, {"trip_id": "two"}), PATCH, "2 rows of trips_flat follow"),
        (column("stops", "country", description="Where."), PATCH, "the column stops.country is described anew"),
        (column("stops", "country", codelist="offices"), MAJOR, "the column stops.country is redefined from nothing to codes offices"),
        (column("stops", "country", unit="days"), MAJOR, "the column stops.country is redefined from nothing to unit days"),
        (column("stops", "country", refers="trips"), MAJOR, "the column stops.country is redefined from nothing to refers to trips"),
        (lambda state: tables(state, table("stops", description="Stays.")), PATCH, "the table stops is described anew"),
        (lambda state: tables(state, table("stops", columns=table("stops").columns[::-1])), PATCH, "the table stops is described anew"),
    ],
)  # fmt: skip
def test_each_change_takes_its_version(change: Callable[[Snapshot], Snapshot], level: Level, words: str) -> None:
    """What is withdrawn takes a major version, what is added a minor one, everything else a patch; each is told in words."""
    comparison = compare(BEFORE, change(BEFORE))

    assert comparison.level is level
    assert words in {sentence(one) for one in comparison.changes}


def test_a_column_that_is_never_null_any_more_is_a_patch() -> None:
    """A reader that took null still works."""
    comparison = compare(column("stops", "country", nullable=True)(BEFORE), BEFORE)

    assert [(sentence(one), one.level) for one in comparison.changes] == [("the column stops.country is never null", PATCH)]


def test_what_is_in_a_retyped_column_is_not_compared() -> None:
    """That the column has another type says enough; no row of it is told one by one."""
    after = column("stops", "country", type="int32")(rows("stops", {"country": 76})(BEFORE))

    assert [sentence(one) for one in compare(BEFORE, after).changes] == ["the column stops.country is retyped from string to int32"]


def names_of(*names: tuple[int, str]) -> Snapshot:
    """Return a state in which the person has these names, each with its number in the list."""
    return rows("people_names", *({"ordinal": ordinal, "name": name} for ordinal, name in names))(BEFORE)


def test_a_list_of_as_many_entries_has_none_more() -> None:
    """One of them says something else, wherever it stands now."""
    comparison = compare(names_of((1, "A"), (2, "B")), names_of((1, "B"), (2, "C")))

    assert [sentence(one) for one in comparison.changes] == [
        "an entry of person jane-doe in people_names is changed: name from A to C",
        "1 row of people_names follows (ordinal)",
    ]


def test_of_equal_entries_the_last_is_the_one_that_went() -> None:
    """Whatever the order in which they come."""
    one, two = names_of((1, "A"), (2, "A"), (3, "B")), names_of((3, "B"), (2, "A"), (1, "A"))
    before = [compare(state, names_of((1, "A"), (2, "C"))).changes for state in (one, two)]

    assert before[0] == before[1]
    assert [sentence(change) for change in before[0] if change.table == "people_names"][:2] == [
        "an entry of person jane-doe in people_names is changed: name from A to C",
        "person jane-doe has an entry less in people_names: name B",
    ]


def test_rows_are_told_apart_by_whole_rows_where_no_key_is_left() -> None:
    """Where the key is not there on both sides, rows are still compared, each as often as it is there."""
    state = tables(BEFORE, table("of_tomorrow", key=("gone",), rows=[*SHAPES["of_tomorrow"], *SHAPES["of_tomorrow"]]))
    comparison = compare(state, tables(BEFORE, table("of_tomorrow", key=("new",))))

    assert [sentence(one) for one in comparison.changes] == [
        "the key of the table of_tomorrow is changed from gone to new",
        "of_tomorrow a b has an entry less in of_tomorrow: text b",
    ]


@pytest.mark.parametrize(
    ("old", "new", "level"),
    [
        ("1.0.0", "1.0.1", PATCH),
        ("1.0.9", "1.0.10", PATCH),
        ("1.0.9", "1.1.0", MINOR),
        ("1.9.9", "1.10.0", MINOR),
        ("1.9.9", "2.0.0", MAJOR),
        ("0.1.0", "1.0.0", MAJOR),
        ("1.0.0", "1.0.0", None),
        ("1.0.10", "1.0.9", None),
        ("2.0.0", "1.9.9", None),
    ],
)
def test_versions_are_compared_by_number(old: str, new: str, level: Level | None) -> None:
    """Nine comes before ten; what is not greater is no step at all."""
    assert bump(old, new) is level


@pytest.mark.parametrize(
    ("change", "version", "reason"),
    [
        (
            without("claims", "n_sources"),
            "1.0.1",
            "1.0.1 is a patch release, but the column claims.n_sources is withdrawn since 1.0.0, which takes a major one: 2.0.0",
        ),
        (
            without("claims", "n_sources"),
            "1.1.0",
            "1.1.0 is a minor release, but the column claims.n_sources is withdrawn since 1.0.0, which takes a major one: 2.0.0",
        ),
        (
            rows("people", {}, {"person_id": "x"}),
            "1.0.1",
            "1.0.1 is a patch release, but person x is added since 1.0.0, which takes a minor one: 1.1.0",
        ),
        (rows("people", {}), "1.0.1", "nothing has changed since 1.0.0"),
        (rows("people", {"name": "J."}), "1.0.0", "1.0.0 is not greater than 1.0.0, the release before"),
    ],
)
def test_a_version_that_is_too_small_is_refused(change: Callable[[Snapshot], Snapshot], version: str, reason: str) -> None:
    """The refusal names the change that demands more, and the version that would do; one for nothing is refused too."""
    with pytest.raises(ExportRefusedError) as caught:
        refuse_small_bump(compare(BEFORE, change(BEFORE)), version)

    assert str(caught.value) == f"nothing was exported: {reason}"


@pytest.mark.parametrize("version", ["1.0.1", "1.1.0", "2.0.0", "7.0.0"])
def test_a_version_may_be_larger_than_it_has_to(version: str) -> None:
    """A correction may come in a release of any size."""
    refuse_small_bump(compare(BEFORE, rows("people", {"name": "J."})(BEFORE)), version)


def test_an_id_goes_only_with_a_tombstone() -> None:
    """The refusal names the ids and says what to write; decisions, codes and what was on a withdrawn trip need none."""
    gone = tables(BEFORE, *(table(name, rows=()) for name in ("people", "stops", "decisions", "codelists", "people_names", "claims")))
    with pytest.raises(ExportRefusedError) as caught:
        refuse_missing_tombstones(BEFORE, gone)

    assert missing_tombstones(BEFORE, gone) == (("person", "jane-doe"), ("stop", "one.br"))
    assert str(caught.value) == (
        "nothing was exported: person jane-doe and stop one.br were released in 1.0.0 and are gone; write into extract/withdrawn.yaml "
        "{id: jane-doe, kind: person, withdrawn_on: YYYY-MM-DD, because: why}, with successor: and an id if another record took its place"
    )
    told = rows("withdrawn", {}, STONE, {"record_id": "one", "record_kind": "trip"})(gone)
    assert missing_tombstones(BEFORE, told) == ()
    refuse_missing_tombstones(BEFORE, told)
    assert missing_tombstones(BEFORE, rows("withdrawn", {**STONE, "record_kind": "organization"})(gone))[0] == ("person", "jane-doe")


@pytest.mark.parametrize(
    ("stones", "reason"),
    [
        ([STONE], "a tombstone of trip x, which extract/withdrawn.yaml has no more; put it back"),
        ([], "tombstones of person jane-doe and trip x, which extract/withdrawn.yaml has no more; put them back"),
    ],
)
def test_a_tombstone_that_was_released_stays(stones: list[dict[str, Any]], reason: str) -> None:
    """Whoever has the id of a withdrawn record finds out why also in the release after, whatever the number of that."""
    gone = rows("people")(rows("withdrawn", STONE, {"record_id": "x", "record_kind": "trip"})(BEFORE))
    with pytest.raises(ExportRefusedError) as caught:
        refuse_missing_tombstones(replace(gone, label="1.0.0"), rows("withdrawn", *stones)(gone))

    assert str(caught.value) == f"nothing was exported: 1.0.0 has {reason}, since ids that were released stay known"


def test_a_record_that_is_there_again_needs_no_tombstone() -> None:
    """What was withdrawn by mistake may come back under its id."""
    told = rows("withdrawn", {"record_id": "jane-doe", "record_kind": "person"})(BEFORE)

    refuse_missing_tombstones(told, rows("withdrawn")(BEFORE))
