"""How long the network of one trip takes, whether it finds the contradictions that were planted, and how sharp the screens are.

Run with `.venv/bin/python benchmarks/network.py [TRIPS]`; so many trips are generated for each line, from fixed seeds. Every trip has a
true course: stops one after the other, each with its days. The record says part of it, and claims say true things about it, except those
that are planted, each of which is wrong by one or two days. Told are medians and the slowest, in milliseconds of processor time.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from itertools import count, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from diplotrips.checks.network import (
    Choice,
    Kind,
    Limits,
    Network,
    Node,
    Statement,
    after,
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

Said: TypeAlias = Statement[None]
Days: TypeAlias = tuple[int, int]

SIZES = (5, 20, 40, 100, 200)
"""True claims of a trip."""

PLANTED = 3
"""Wrong claims beside them."""

OPEN = 1 / 8
HALF = 0.5
DATED = (1.0, 0.8, HALF, 0.0)
"""Shares of the stops whose days the record gives, for which the screens are tried."""


class Trip(NamedTuple):
    """The statements of a generated trip, and the ids of the claims that were planted."""

    statements: list[Said]
    planted: set[int]


def ends(name: str) -> tuple[Node, Node]:
    """Return the nodes of the first and last day of the trip or a stop."""
    return (name, "first"), (name, "last")


class Generator:
    """Trips from one seed."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311  no secret
        self.ids = count()
        self.course = self._course()
        self.stops = sorted(self.course.keys() - {"trip"})

    def _course(self) -> dict[str, Days]:
        """Return what is true: first and last day of the trip and of its three to six stops."""
        first = day = 738_000 + self.rng.randrange(1000)
        course: dict[str, Days] = {}
        for number in range(self.rng.randint(3, 6)):
            last = day + self.rng.randint(0, 2)
            course[f"stop{number}"] = (day, last)
            day = last + self.rng.randint(0, 1)
        return {"trip": (first, last), **course}

    def record(self, dated: float) -> list[Said]:
        """Return the nature of the trip and what its record says: its days, its route, and the days of a share of its stops."""
        nature = [starts_before_end(*ends(name)) for name in self.course] + [within(*ends(stop), *ends("trip")) for stop in self.stops]
        spoken = [self._dates("trip"), *(after(ends(one)[1], ends(other)[0]) for one, other in pairwise(self.stops))]
        spoken += [self._dates(stop) for stop in self.stops if self.rng.random() < dated]
        return [self._say(limits, kind=Kind.STRUCTURE) for limits in nature] + [self._say(limits, kind=Kind.SPOKEN) for limits in spoken]

    def claims(self, number: int) -> list[Said]:
        """Return so many true claims, each made by one to three sources; one in eight denies a day or leaves two of them open."""
        return [
            self._say(choices=(self._choice(),), witnesses=self.rng.randint(1, 3))
            if self.rng.random() < OPEN
            else self._say(self._true(), witnesses=self.rng.randint(1, 3))
            for _ in range(number)
        ]

    def planted(self, number: int) -> list[Said]:
        """Return so many claims that are wrong, of one source each."""
        return [self._say(self._wrong()) for _ in range(number)]

    def _say(self, limits: Limits = (), choices: tuple[Choice, ...] = (), kind: Kind = Kind.CLAIMED, witnesses: int = 1) -> Said:
        return Statement(next(self.ids), kind.value, limits, choices, kind, witnesses=witnesses)

    def _dates(self, name: str) -> Limits:
        first, last = self.course[name]
        return on_day(ends(name)[0], first) + on_day(ends(name)[1], last)

    def _true(self) -> Limits:
        name = self.rng.choice([*self.course])
        (start, end), (first, last) = ends(name), self.course[name]
        day, slack = self.rng.randint(first, last), self.rng.randint(0, 3)
        one, other = sorted(self.rng.sample(self.stops, 2))
        return self.rng.choice(
            [
                self._dates(name),
                on_day(start, first),
                on_day(end, last),
                lasts(start, end, last - first + 1, last - first + 1),
                seen(start, end, day, day),
                not_before(start, first - slack) + not_after(end, last + slack),
                after(ends(one)[1], ends(other)[0]),
            ]
        )

    def _choice(self) -> Choice:
        name = self.rng.choice([*self.course])
        (start, end), (first, last) = ends(name), self.course[name]
        off = self.rng.choice([-3, -2, -1, 1, 2, 3])
        beyond = self.rng.choice([first - abs(off), last + abs(off)])
        return self.rng.choice(
            [
                one_of([on_day(start, first), on_day(start, first + off)]),
                one_of([on_day(end, last + off), on_day(end, last)]),
                not_seen(start, start, first + off, first + off),
                not_seen(start, end, beyond, beyond),
            ]
        )

    def _wrong(self) -> Limits:
        name = self.rng.choice([*self.course])
        (start, end), (first, last) = ends(name), self.course[name]
        off = self.rng.choice([-2, -1, 1, 2])
        days = last - first + 1 + abs(off)
        return self.rng.choice([on_day(start, first + off), on_day(end, last + off), lasts(start, end, days, days)])


def generate(seed: int, claims: int, planted: int, dated: float) -> Trip:
    """Return a trip with so many true claims and so many planted ones."""
    generator = Generator(seed)
    record = generator.record(dated)
    wrong = generator.planted(planted)
    return Trip(record + wrong + generator.claims(claims), {said.id for said in wrong})


def on_day(node: Node, day: int) -> Limits:
    """Return limits that put *node* on *day*."""
    return not_before(node, day) + not_after(node, day)


def milliseconds(ask: Callable[[Network[None]], object], network: Network[None]) -> float:
    """Return how long the answer takes."""
    began = time.process_time()
    ask(network)
    return (time.process_time() - began) * 1000


def told(taken: list[float]) -> str:
    """Return median and maximum."""
    return f"{statistics.median(taken):8.2f}  {max(taken):8.1f}"


def print_times(trips: int) -> None:
    """Print the times for trips with ever more claims, and whether the claims that must go are those that were planted."""
    print("          consistent?         one explanation     smallest set,       the smallest set is")
    print("true      median      most    median      most    all explained       the planted one     as small")
    asked: list[Callable[[Network[None]], object]] = [Network.is_consistent, Network.explanation, Network.conflicts]
    for size in SIZES:
        made = [generate(seed, size, PLANTED, HALF) for seed in range(trips)]
        columns = [told([milliseconds(ask, Network(trip.statements)) for trip in made]) for ask in asked]
        found = [({conflict.removed.id for conflict in Network(trip.statements).conflicts()}, trip.planted) for trip in made]
        same, small = sum(one == other for one, other in found), sum(len(one) == len(other) for one, other in found)
        print(f"{size:6}  {'  '.join(columns)}    {same:3} of {trips}          {small:3} of {trips}")


def print_sharpness(trips: int) -> None:
    """Print how many consistent trips the screens flag: those of whose claims one does not hold in one solution of the record."""
    print("\nflagged of trips with 40 true claims, by the share of the stops that the record dates, and median milliseconds")
    print("dated   earliest solution   one that honours the claims")
    for dated in DATED:
        made = [generate(seed, 40, 0, dated).statements for seed in range(trips)]
        print(f"{dated:5.0%}", *(f"{screened(made, honours_claims=one):>19}" for one in (False, True)))


def screened(made: list[list[Said]], *, honours_claims: bool) -> str:
    """Return how many trips one screen flags, and how long it takes for one."""
    flagged, taken = 0, []
    for statements in made:
        record = Network(said for said in statements if said.kind is not Kind.CLAIMED)
        claims = [said for said in statements if said.kind is Kind.CLAIMED]
        began = time.process_time()
        solution = record.solution(claims if honours_claims else ())
        flagged += solution is None or not all(holds(said, solution) for said in claims)
        taken.append((time.process_time() - began) * 1000)
    return f"{flagged / len(made):.1%} {statistics.median(taken):8.2f}"


def main() -> None:
    """Print both tables."""
    trips = int(sys.argv[1]) if sys.argv[1:] else 50
    print_times(trips)
    print_sharpness(trips)


if __name__ == "__main__":
    main()
