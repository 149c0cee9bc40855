"""What a network says about trips that a person would write down."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import pytest
from tests.checks.network.brute_force import on_day

from diplotrips.checks.network import (
    CALENDAR,
    Bounds,
    Choice,
    Kind,
    Limit,
    Limits,
    Network,
    Node,
    Statement,
    after,
    apart,
    branching,
    explain,
    lasts,
    not_after,
    not_before,
    one_of,
    seen,
    starts_before_end,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Said: TypeAlias = Statement[str]
Stay: TypeAlias = tuple[Node, Node]

TRIP, BR, VE, NI, CU = [((name, "first"), (name, "last")) for name in ("trip", "br", "ve", "ni", "cu")]
STOPS = (BR, VE, NI, CU)


def network(*spoken: Limits | Choice, stops: Sequence[Stay] = STOPS) -> Network[str]:
    """Return the structure of a trip with *stops*, and what is said of it, with ids from 100 on."""
    structure = [starts_before_end(*stay) for stay in (TRIP, *stops)] + [within(*stay, *TRIP) for stay in stops]
    rules = [Said(index, f"rule {index}", limits, kind=Kind.STRUCTURE) for index, limits in enumerate(structure)]
    return Network(rules + [said(index, what) for index, what in enumerate(spoken, start=100)])


def said(index: int, what: Limits | Choice) -> Said:
    """Return one spoken statement, of limits or of one choice."""
    limits = tuple(each for each in what if isinstance(each, Limit))
    return Said(index, f"said {index}", limits) if limits else Said(index, f"said {index}", choices=(tuple(what),))  # type: ignore[arg-type]  # no limits: alternatives


def spoken_ids(explanation: tuple[Said, ...] | None) -> list[int]:
    """Return the ids of the spoken statements of an explanation."""
    return [each.id for each in explanation or () if each.kind is Kind.SPOKEN]


def order(*stays: Stay) -> Limits:
    """Return the limits of a route."""
    return tuple(limit for (_, left), (reached, _) in pairwise(stays) for limit in after(left, reached))


def test_route_may_pass_in_one_day() -> None:
    """Four stops, one after the other, fit in one day: leaving one and reaching the next may share it."""
    one_day = network(on_day(TRIP[0], 5) + on_day(TRIP[1], 5), order(*STOPS))

    assert one_day.is_consistent()
    assert one_day.explanation() is None
    assert set(one_day.bounds().values()) == {Bounds(5, 5)}


def test_opposite_orders_clash_on_one_day() -> None:
    """Two opposite orders cannot both be true, although every day could be the same."""
    clash = network(on_day(TRIP[0], 5) + on_day(TRIP[1], 5), order(NI, CU), order(CU, NI))

    assert not clash.is_consistent()
    assert spoken_ids(clash.explanation()) == [101, 102]
    assert clash.bounds() == {}


def test_day_bounds_leave_the_order_within_a_day_free() -> None:
    """Dates, durations and a day seen say nothing on the order within their day."""
    free = network(order(BR, VE, NI, CU), on_day(BR[0], 5), lasts(*TRIP, 1, 1), *(seen(*stay, 5, 5) for stay in STOPS))

    assert free.is_consistent()
    assert free.exact


def test_stop_outside_its_trip_is_explained_by_both_and_the_rule() -> None:
    """A stop that ends after its trip is explained by the two dates and the rule that it lies in it."""
    outside = network(on_day(TRIP[1], 20), on_day(CU[1], 21), on_day(VE[1], 19))

    assert [each.wording for each in outside.explanation() or ()] == ["rule 8", "said 100", "said 101"]


def test_duration_counts_both_end_days() -> None:
    """Four days that end on day 20 begin on day 17."""
    bounds = network(on_day(TRIP[1], 20), lasts(*TRIP, 4, 4)).bounds()

    assert bounds[TRIP[0]] == Bounds(17, 17)
    assert bounds[NI[0]] == Bounds(17, 20)


def test_seen_day_does_not_fix_the_stay() -> None:
    """A day on which the traveller was seen bounds the start from above and the end from below, and nothing else."""
    bounds = network(seen(*NI, 19, 19), stops=[NI]).bounds()

    assert bounds == {TRIP[0]: Bounds(None, 19), TRIP[1]: Bounds(19, None), NI[0]: Bounds(None, 19), NI[1]: Bounds(19, None)}


def test_open_ends_bound_nothing() -> None:
    """Open and unknown ends put no limit on a node."""
    assert not_before(NI[0], None) == not_after(NI[0], None) == lasts(*NI, None, None) == ()
    assert network(seen(*NI, None, 19), stops=[NI]).bounds()[NI[1]] == Bounds(None, None)


def test_one_of_a_set_keeps_what_the_rest_allows() -> None:
    """Of three possible days those that fit are left, and the bounds reach from the first to the last of them."""
    days = network(one_of(on_day(NI[0], day) for day in (3, 18, 20)), on_day(TRIP[0], 17), stops=[NI])
    none = network(one_of(on_day(NI[0], day) for day in (3, 5)), on_day(TRIP[0], 17), stops=[NI])

    assert days.bounds()[NI[0]] == Bounds(18, 20)
    assert spoken_ids(none.explanation()) == [100, 101]


def test_stops_of_unknown_order_cannot_overlap() -> None:
    """Two stops of three days each, one after the other in some order, do not fit in four days."""
    stays = [lasts(*NI, 3, 3), lasts(*CU, 3, 3)]

    assert spoken_ids(network(apart(*NI, *CU), *stays, lasts(*TRIP, None, 4)).explanation()) == [100, 101, 102, 103]
    assert network(apart(*NI, *CU), *stays, lasts(*TRIP, None, 5)).is_consistent()


def test_statement_used_twice_counts_once() -> None:
    """A route that is needed at three places is one statement, so two durations and it are shorter than five dates."""
    tight = network(order(*STOPS), lasts(*BR, 3, 3), lasts(*NI, 3, 3), lasts(*TRIP, 4, 4))

    assert spoken_ids(tight.explanation()) == [100, 101, 102, 103]


def test_fewer_spoken_statements_come_before_fewer_statements() -> None:
    """Two spoken statements and four rules are shorter than three spoken statements that need no rule."""
    nodes = [("a",), ("b",), ("c",), ("d",)]
    rules = [Said(index, "", (Limit(one, other, 0, 0),), kind=Kind.STRUCTURE) for index, (one, other) in enumerate(pairwise(nodes))]
    direct = Said(10, "", (Limit(("a",), ("d",), 3),))
    both = Network(
        [*rules, direct, Said(11, "", not_before(("a",), 9)), Said(12, "", not_after(("d",), 5)), Said(13, "", not_after(("d",), 9))]
    )

    assert [each.id for each in both.explanation() or ()] == [0, 1, 2, 11, 12]


def test_each_independent_error_is_explained_in_one_run() -> None:
    """Three stops outside their trip are three explanations; a stop at odds with trip and route is one."""
    three = network(on_day(TRIP[1], 20), *(on_day(stay[0], 25) for stay in (BR, VE, NI)))
    one = network(on_day(TRIP[1], 20), order(BR, VE), on_day(BR[0], 18), on_day(VE[0], 20), on_day(NI[0], 30) + on_day(NI[1], 29))

    assert [spoken_ids(each.statements) for each in three.explanations()] == [[100, 101], [100, 102], [100, 103]]
    assert [spoken_ids(each.statements) for each in one.explanations()] == [[104]]


def test_order_of_statements_changes_nothing() -> None:
    """The same statements turned round give the same explanations and bounds."""
    clash = network(on_day(TRIP[1], 20), on_day(CU[1], 21), order(NI, CU), order(CU, NI), one_of([on_day(BR[0], 22), on_day(BR[0], 23)]))

    assert Network(clash.statements[::-1]).explanations() == clash.explanations()


def test_without_leaves_the_rest() -> None:
    """A network without one statement of its only explanation is consistent."""
    clash = network(order(NI, CU), order(CU, NI))

    assert clash.without(clash.statements[-1:]).is_consistent()


def test_statement_may_contradict_itself() -> None:
    """A statement that cannot be true alone is its own explanation."""
    alone = Network(
        [Said(1, "ends before it starts", on_day(NI[0], 5) + on_day(NI[1], 4) + starts_before_end(*NI)), Said(2, "", on_day(CU[0], 1))]
    )

    assert spoken_ids(alone.explanation()) == [1]
    assert spoken_ids(Network([Said(3, "", (Limit(NI[0], NI[0], -1),))]).explanation()) == [3]


def test_nothing_said_is_consistent() -> None:
    """A network without statements is consistent and bounds nothing."""
    empty = Network[str]([])

    assert empty.is_consistent()
    assert empty.exact
    assert (empty.explanations(), empty.bounds()) == ([], {})


def test_past_the_bound_choices_become_their_hull(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the bound on branching a one-of-a-set counts as the span from its first to its last day, and the network says so."""
    days = network(one_of(on_day(NI[0], day) for day in (3, 18, 20)), on_day(TRIP[0], 17), stops=[NI])
    ends = [one_of(on_day(end, day) for day in (3, 20)) for end in NI]
    none = network(*ends, lasts(*NI, 9, 9), stops=[NI])
    monkeypatch.setattr(branching, "MAX_BRANCHES", 0)

    assert days.bounds()[NI[0]] == Bounds(17, 20)
    assert none.is_consistent()
    assert not days.exact
    assert not none.exact


@pytest.mark.parametrize("bound", ["MAX_SETS", "MAX_LABELS"])
def test_past_a_bound_an_explanation_is_still_irreducible(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that is cut short still explains by statements all of which are needed, and the network says that it was."""
    monkeypatch.setattr(explain, bound, -1)
    clash = network(apart(*NI, *CU), lasts(*NI, 3, 3), lasts(*CU, 3, 3), lasts(*TRIP, None, 4), on_day(BR[0], 5))

    assert spoken_ids(clash.explanation()) == [100, 101, 102, 103]
    assert not clash.exact


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: lasts(*NI, 4, 3), "at least 4 and at most 3 days is no duration"),
        (lambda: seen(*NI, 4, 3), "no day is from 4 to 3"),
        (lambda: one_of([]), "a choice needs an alternative"),
        (lambda: Network([Said(1, "a"), Said(1, "b")]), "two statements of one network have the same id"),
    ],
)
def test_senseless_statements_are_refused(make: object, message: str) -> None:
    """A duration, span, choice or id that makes no sense is refused in one sentence."""
    assert callable(make)
    with pytest.raises(ValueError, match=f"^{message}$"):
        make()


def test_calendar_is_no_node_of_the_trip() -> None:
    """The calendar has no bounds of its own."""
    assert CALENDAR not in network(on_day(TRIP[0], 17)).bounds()
