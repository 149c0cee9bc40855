"""Which claims about a trip must go, and why, on trips that a person would write down."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, TypeAlias

import pytest
from tests.checks.network.brute_force import on_day

from diplotrips.checks.network import (
    Choice,
    Conflict,
    Kind,
    Limit,
    Limits,
    Moment,
    Network,
    Statement,
    after,
    apart,
    holds,
    lasts,
    not_after,
    not_before,
    not_seen,
    one_of,
    seen,
    starts_before_end,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.checks.network import Node

Said: TypeAlias = Statement[None]
Stay: TypeAlias = "tuple[Node, Node]"

TRIP, NI, CU = [((name, "first"), (name, "last")) for name in ("trip", "ni", "cu")]
NATURE = [
    Said(index, f"rule {index}", limits, kind=Kind.STRUCTURE)
    for index, limits in enumerate([*(starts_before_end(*stay) for stay in (TRIP, NI, CU)), within(*NI, *TRIP), within(*CU, *TRIP)])
]


def record(*spoken: Limits) -> list[Said]:
    """Return the nature of a trip with two stops and what its record says, with ids from 10 on."""
    return NATURE + [Said(index, f"record {index}", limits) for index, limits in enumerate(spoken, start=10)]


def claim(index: int, what: Limits | Choice, witnesses: int = 1) -> Said:
    """Return a claim, of limits or of one choice."""
    limits = tuple(each for each in what if isinstance(each, Limit))
    choices = tuple(each for each in what if not isinstance(each, Limit))
    return Said(index, f"claim {index}", limits, (choices,) if choices else (), Kind.CLAIMED, witnesses=witnesses)


def ids(conflicts: list[Conflict[None]]) -> list[tuple[int, list[int]]]:
    """Return each removed claim with what somebody says in its explanation."""
    return [(each.removed.id, [one.id for one in each.explanation if one.kind is not Kind.STRUCTURE]) for each in conflicts]


def test_claim_against_the_record_goes() -> None:
    """A claim at odds with the record goes, however many say it, and is explained by the record's value."""
    network = Network([*record(on_day(TRIP[1], 20)), claim(20, on_day(TRIP[1], 21), witnesses=9), claim(21, on_day(TRIP[0], 17))])

    assert ids(network.conflicts()) == [(20, [10, 20])]


def test_consistent_claims_stay() -> None:
    """Claims that can all be true are no conflicts."""
    assert Network([*record(on_day(TRIP[1], 20)), claim(20, lasts(*TRIP, 4, 4)), claim(21, on_day(TRIP[0], 17))]).conflicts() == []


def test_two_orders_that_meet_in_one_moment_are_no_conflict() -> None:
    """Each of two stays may lie in the other, so beside a claim that cannot be true both stay."""
    both = [claim(20, within(*NI, *CU)), claim(21, within(*CU, *NI))]

    assert ids(Network([*record(on_day(TRIP[1], 20)), *both, claim(22, on_day(NI[0], 21))]).conflicts()) == [(22, [10, 22])]


def test_fewer_witnesses_go_then_lower_ids() -> None:
    """Of two claims that contradict each other, the one with fewer witnesses goes; of equal ones the one with the lower id."""
    one, other = on_day(TRIP[0], 17), on_day(TRIP[0], 18)

    assert ids(Network([*record(), claim(20, one, 2), claim(21, other, 1)]).conflicts()) == [(21, [20, 21])]
    assert ids(Network([*record(), claim(20, one, 2), claim(21, other, 2)]).conflicts()) == [(20, [20, 21])]


def test_number_counts_before_witnesses() -> None:
    """One claim with five witnesses goes before two claims with one witness each."""
    both = [claim(20, on_day(TRIP[0], 17)), claim(21, lasts(*TRIP, 4, 4))]

    assert ids(Network([*record(on_day(TRIP[1], 20)), *both, claim(22, on_day(TRIP[0], 18), 5)]).conflicts()) == [(22, [20, 22])]


def test_claims_with_choices_are_compared_too() -> None:
    """Denied days and one-of-a-set dates clash like any other claim."""
    denied = Network([*record(), claim(20, seen(*NI, 19, 19)), claim(21, not_seen(*NI, 18, 20), 2)])
    three = Network(
        [
            *record(),
            claim(20, on_day(NI[0], 17)),
            claim(21, one_of(on_day(NI[0], day) for day in (16, 17))),
            claim(22, not_seen(NI[0], NI[0], 17, 17), 2),
        ]
    )

    assert ids(denied.conflicts()) == [(20, [20, 21])]
    assert ids(three.conflicts()) == [(20, [20, 22])]


def test_stops_of_unknown_order_make_claims_clash() -> None:
    """Two claimed durations do not fit into the record's days one after the other; only a choice of the record shows it."""
    once = Said(15, "nobody is on ni and on cu at once", choices=(apart(*NI, *CU),), kind=Kind.STRUCTURE)
    network = Network([*record(lasts(*TRIP, None, 4)), once, claim(20, lasts(*NI, 3, 3)), claim(21, lasts(*CU, 3, 3), 2)])

    assert ids(network.conflicts()) == [(20, [10, 20, 21])]
    assert all(each.is_shortest for each in network.conflicts())


def test_record_that_contradicts_itself_is_refused() -> None:
    """No claim is at fault where the record alone cannot be true."""
    with pytest.raises(ValueError, match=r"^not even the statements that are no claims can all be true$"):
        Network([*record(on_day(TRIP[1], 20), on_day(NI[0], 21)), claim(20, on_day(TRIP[0], 1))]).conflicts()


@pytest.mark.parametrize(
    "say",
    [
        lambda day: on_day(TRIP[0], day),
        lambda day: lasts(*TRIP, day + 1, day + 1),
        lambda day: one_of([on_day(TRIP[0], 2 * day), on_day(TRIP[0], 2 * day + 1)]),
    ],
)
def test_claims_that_all_contradict_each_other_take_no_time(say: Callable[[int], Limits | Choice]) -> None:
    """Of 200 claims each of which contradicts each, all but the best-witnessed go, each explained by that one, in under two seconds."""
    network = Network([*NATURE, *(claim(20 + day, say(day), 2 if day == 7 else 1) for day in range(200))])
    began = process_time()

    conflicts = network.conflicts()

    assert process_time() - began < 2
    assert ids(conflicts) == [(20 + day, sorted([27, 20 + day])) for day in range(200) if day != 7]
    assert all(each.is_shortest for each in conflicts)


def test_solution_is_the_earliest() -> None:
    """Every node gets the first day that it can have, with ranks that keep the order; without a first day the last one that is left."""
    network = Network([*record(on_day(TRIP[0], 17), lasts(*TRIP, 4, 4), after(NI[1], CU[0]), not_before(CU[1], 19))])
    only_last = Network(record(not_after(TRIP[1], 20)))

    solution = network.solution() or {}
    assert {node: solution[node].day for node in (*TRIP, *NI, *CU)} == dict(zip((*TRIP, *NI, *CU), (17, 20, 17, 17, 17, 19), strict=True))
    assert solution[NI[1]] < solution[CU[0]]
    assert {moment.day for node, moment in (only_last.solution() or {}).items() if node in TRIP + NI + CU} == {20}
    assert Network(record(on_day(TRIP[1], 20), on_day(NI[0], 21))).solution() is None


def test_solution_honours_claims_where_it_can() -> None:
    """Claims hold in the solution in the order given, unless they contradict the record or one before."""
    claims = [
        claim(20, on_day(NI[0], 18)),
        claim(21, on_day(NI[0], 19)),
        claim(22, not_seen(CU[0], CU[0], 17, 18)),
        claim(23, on_day(TRIP[1], 21)),
    ]

    solution = Network(record(on_day(TRIP[0], 17), on_day(TRIP[1], 20))).solution(claims) or {}

    assert [each.id for each in claims if holds(each, solution)] == [20, 22]
    assert solution[CU[0]].day == 19


def test_statement_about_an_unknown_node_does_not_hold() -> None:
    """What is said of a node that the solution does not know is not known to hold."""
    assert not holds(claim(20, on_day(NI[0], 17)), {TRIP[0]: Moment(17, 0)})


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: not_seen(*NI, 4, 3), "no day is from 4 to 3"),
        (lambda: not_seen(NI[0], NI[0], None, None), "a choice needs an alternative"),
    ],
)
def test_senseless_denials_are_refused(make: Callable[[], Choice], message: str) -> None:
    """A denial of no day, or of every day, is refused in one sentence."""
    with pytest.raises(ValueError, match=f"^{message}$"):
        make()
