"""What holds of every comparison: order does not show, nothing that differs is passed over, the other way round is the opposite."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from diplotrips.exports.comparing import Kind, change_rows, compare, snapshot_of_folder
from diplotrips.exports.comparing.fields import fields_of

if TYPE_CHECKING:
    from diplotrips.exports.comparing import Change, Comparison, Snapshot, TableSnapshot
    from diplotrips.exports.comparing.snapshots import Row

OPPOSITES = (
    {Kind.RECORD_ADDED, Kind.RECORD_WITHDRAWN},
    {Kind.ENTRY_ADDED, Kind.ENTRY_WITHDRAWN},
    {Kind.CLAIM_ADDED, Kind.CLAIM_WITHDRAWN},
    {Kind.CODE_ADDED, Kind.CODE_WITHDRAWN},
    {Kind.DATE_GIVEN, Kind.DATE_TAKEN_AWAY},
    {Kind.DATE_REFINED, Kind.DATE_WIDENED},
    {Kind.VALUE_GIVEN, Kind.VALUE_TAKEN_AWAY},
    {Kind.CONFLICT_OPENED, Kind.CONFLICT_SETTLED, Kind.CONFLICT_GONE},
)
SEEDS = st.integers(0, 2**32 - 1)


@cache
def released() -> Snapshot:
    """Return a few rows of every table of the first release; no argument of the tests, which would be printed as a whole."""
    state = snapshot_of_folder(Path(__file__).parents[3] / "exports" / "0.1.0")
    return replace(state, tables={name: replace(table, rows=table.rows[:12]) for name, table in state.tables.items()})


def damaged(state: Snapshot, seed: int, most: int = 4) -> Snapshot:
    """Return *state* with a few rows dropped, repeated under other keys, or with another value in one cell."""
    chance = random.Random(seed)
    for _ in range(chance.randrange(most + 1)):
        table = state.tables[chance.choice([name for name, table in state.tables.items() if table.rows])]
        rows = [dict(row) for row in table.rows]
        index = chance.randrange(len(rows))
        match chance.randrange(3):
            case 0:
                del rows[index]
            case 1:
                rows.append({**rows[index], table.key[-1]: other(rows[index][table.key[-1]], chance)})
            case _:
                column = chance.choice([name for name in table.names if name not in table.key] or [table.key[-1]])
                rows[index][column] = other(rows[index][column], chance)
        keys = Counter(tuple(row[column] for column in table.key) for row in rows)
        if keys.most_common(1) and keys.most_common(1)[0][1] > 1:
            continue  # the number of an entry that is there already
        state = with_table(state, replace(table, rows=rows))
    return state


def other(value: object, chance: random.Random) -> object:
    """Return another value of the type of *value*."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1 + chance.randrange(5)
        case date():
            return value + timedelta(days=1)
        case str():
            return f"{value}x"
        case _:
            return "x"


def with_table(state: Snapshot, table: TableSnapshot) -> Snapshot:
    """Return *state* with this table instead of the one of its name."""
    return replace(state, tables={**state.tables, table.name: table})


def shuffled(state: Snapshot, seed: int) -> Snapshot:
    """Return *state* with its tables and their rows in another order."""
    chance = random.Random(seed)
    tables = [replace(table, rows=chance.sample(list(table.rows), len(table.rows))) for table in state.tables.values()]
    return replace(state, tables={table.name: table for table in chance.sample(tables, len(tables))})


@given(seed=SEEDS)
@settings(max_examples=10)
def test_a_state_does_not_differ_from_itself(seed: int) -> None:
    """Whatever the order of its tables and rows."""
    comparison = compare(released(), shuffled(released(), seed))

    assert (comparison.differs, comparison.level, comparison.changes) == (False, None, ())


@given(seeds=st.tuples(SEEDS, SEEDS, SEEDS, SEEDS))
@settings(max_examples=25)
def test_the_order_of_rows_does_not_show(seeds: tuple[int, int, int, int]) -> None:
    """Two states give the same changes in the same order, to the last cell of the table of changes."""
    before, after = damaged(released(), seeds[0]), damaged(released(), seeds[1])
    plain, other_order = compare(before, after), compare(shuffled(before, seeds[2]), shuffled(after, seeds[3]))

    assert change_rows(plain) == change_rows(other_order)


def rows_by_key(state: Snapshot, name: str) -> dict[tuple[object, ...], Row]:
    """Return the rows of a table by their key."""
    table = state.tables[name]
    return {tuple(row[column] for column in table.key): row for row in table.rows}


@given(seed=SEEDS)
@settings(max_examples=40)
def test_a_table_that_differs_is_told_of(seed: int) -> None:
    """Every table with other rows has a change of its own, or of the record or claim whose parts its rows are."""
    after = damaged(released(), seed)
    comparison = compare(released(), after)
    told = {change.table for change in comparison.changes}
    whole = any(change.n_rows > 1 and change.kind is not Kind.FOLLOWS for change in comparison.changes)
    differ = {name for name in released().tables if rows_by_key(released(), name) != rows_by_key(after, name)}

    assert bool(differ) == comparison.differs
    assert whole or differ <= told
    assert told <= differ


@given(data=st.data(), seed=SEEDS)
@settings(max_examples=80)
def test_a_cell_that_differs_is_told_of(data: st.DataObject, seed: int) -> None:
    """One other value in one cell is told by its column or the field that the column belongs to, and nothing else is."""
    name = data.draw(
        st.sampled_from([name for name, table in released().tables.items() if table.rows and len(table.names) > len(table.key)])
    )
    table = released().tables[name]
    column = data.draw(st.sampled_from([one for one in table.names if one not in table.key]))
    index = data.draw(st.integers(0, len(table.rows) - 1))
    chance = random.Random(seed)
    rows = [{**row, column: other(row[column], chance)} if place == index else row for place, row in enumerate(table.rows)]
    comparison = compare(released(), with_table(released(), replace(table, rows=rows)))

    assert comparison.changes
    for change in comparison.changes:
        assert names(change, table, column), (change, column)


def names(change: Change, table: TableSnapshot, column: str) -> bool:
    """Tell whether a change is told as one of this column."""
    field = next(field for field, columns in fields_of(table.names).items() if column in columns)
    words = f"{change.field_name} {change.before} {change.after}".split()
    is_route = change.kind is Kind.ROUTE_CHANGED and column in {"position", "trip_id"}
    is_whole = change.kind is Kind.FOLLOWS and change.after is None
    is_state = table.name == "conflicts" and column == "state"
    return change.table == table.name and (is_route or is_whole or is_state or column in words or field in words)


def mirrored(change: Change) -> tuple[object, ...]:
    """Return a change as it is told the other way round, as far as it is then the same."""
    kinds = next((kinds for kinds in OPPOSITES if change.kind in kinds), {change.kind})
    opposite = next(iter(kinds - {change.kind}), change.kind) if len(kinds) == 2 else min(kinds)
    values = (change.before, change.after) if change.kind is Kind.FOLLOWS else (change.after, change.before)
    return (opposite, change.table, change.record_id, change.field_name, *values, change.n_rows)


def same(change: Change) -> tuple[object, ...]:
    """Return a change as `mirrored` has it, but the same way round."""
    kinds = next((kinds for kinds in OPPOSITES if change.kind in kinds), {change.kind})
    kind = change.kind if len(kinds) == 2 else min(kinds)
    return (kind, change.table, change.record_id, change.field_name, change.before, change.after, change.n_rows)


def told(comparison: Comparison) -> list[Change]:
    """Return the changes of records, since a disagreement that is settled is not opened by going back where it was not there."""
    return [change for change in comparison.changes if change.table != "conflicts"]


@given(seeds=st.tuples(SEEDS, SEEDS))
@settings(max_examples=40)
def test_the_other_way_round_is_the_opposite(seeds: tuple[int, int]) -> None:
    """What is added one way is withdrawn the other, what is refined is widened, and values change places."""
    before, after = damaged(released(), seeds[0]), damaged(released(), seeds[1])
    there, back = compare(before, after), compare(after, before)

    assert Counter(map(same, told(there))) == Counter(map(mirrored, told(back)))


@given(seeds=st.tuples(SEEDS, SEEDS))
@settings(max_examples=40)
def test_two_steps_take_no_less_than_one(seeds: tuple[int, int]) -> None:
    """From the first state to the last it takes no larger version than the larger of the two steps in between."""
    middle = damaged(released(), seeds[0])
    last = damaged(middle, seeds[1])
    steps = [compare(released(), middle).level, compare(middle, last).level]

    assert (compare(released(), last).level or 0) <= max(step or 0 for step in steps)
