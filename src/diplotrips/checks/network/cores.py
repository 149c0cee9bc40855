"""Cores that wait to be hit, and what can be said of them without a search: which claims must be taken, which never are, the least price.

The search itself is in `hitting`. Pairs are kept as a graph, since claims that contradict each other pair by pair are what there is
most of; only cores of three claims or more are kept as sets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.network.compile import indexes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Cores:
    """Cores of which each must have a member taken, and the claims that have been taken."""

    __slots__ = ("pairs", "taken", "wide")

    def __init__(self, cores: Iterable[int] = ()) -> None:
        self.pairs: dict[int, int] = {}
        """Of every claim that is in a pair: the set of the others."""
        self.wide: list[int] = []
        """Cores of three claims or more."""
        self.taken = 0
        for core in sorted(cores, key=lambda core: (core.bit_count(), core)):
            self._add(core)

    @property
    def is_empty(self) -> bool:
        """Whether every core is hit."""
        return not self.pairs and not self.wide

    @property
    def claims(self) -> int:
        """The set of claims in any core."""
        return sum(1 << claim for claim in self.pairs) | _union(self.wide)

    def _add(self, core: int) -> None:
        """Wait with one core more, unless it is hit or holds another."""
        members = indexes(core)
        if core & self.taken or any(self.pairs.get(claim, 0) & core for claim in members):
            return
        if len(members) == 1:
            self.take(members[0])
        elif len(members) > 2:  # noqa: PLR2004  a pair
            self.wide.append(core)
        else:
            for claim in members:
                self.pairs[claim] = self.pairs.get(claim, 0) | core ^ 1 << claim

    def take(self, claim: int) -> None:
        """Take *claim*, so that every core with it is hit."""
        self.taken |= 1 << claim
        for other in indexes(self.pairs.pop(claim, 0)):
            self.pairs[other] &= ~(1 << claim)
            if not self.pairs[other]:
                del self.pairs[other]
        self.wide = [core for core in self.wide if not core >> claim & 1]

    def leave(self, claim: int) -> None:
        """Never take *claim*: of each pair the other claim is taken, and wider cores go without it."""
        for other in indexes(self.pairs.get(claim, 0)):
            self.take(other)
        narrower = [core & ~(1 << claim) for core in self.wide if core >> claim & 1]
        self.wide = [core for core in self.wide if not core >> claim & 1]
        for core in narrower:
            self._add(core)

    def with_taken(self, claim: int) -> Cores:
        """Return the cores that are left when *claim* is taken."""
        twin = self._copy()
        twin.take(claim)
        return twin

    def with_left(self, claim: int) -> Cores:
        """Return the cores that are left when *claim* is never taken."""
        twin = self._copy()
        twin.leave(claim)
        return twin

    def _copy(self) -> Cores:
        twin = Cores()
        twin.pairs, twin.wide, twin.taken = self.pairs.copy(), self.wide.copy(), self.taken
        return twin

    def simplify(self, prices: Sequence[int]) -> None:
        """Take and leave whatever the cheapest set certainly has and has not, again and again."""
        while self._drop_wider() or self._take_better(prices) or self._leave_worse(prices):
            pass

    def _drop_wider(self) -> bool:
        """Drop every wide core that holds another core; whether there was one."""
        before = self.wide
        self.wide = []
        for core in sorted(set(before), key=lambda core: (core.bit_count(), core)):
            if not any(known & core == known for known in self.wide):
                self._add(core)
        return len(self.wide) < len(before)

    def _take_better(self, prices: Sequence[int]) -> bool:
        """Take every claim that is in a pair with a dearer one whose other cores it is in, too; whether there was one.

        A set without it has the dearer one, which could be exchanged for it.
        """
        before = self.taken
        for claim in sorted(self.pairs, key=prices.__getitem__):
            around = self.pairs.get(claim, 0) | 1 << claim
            for other in indexes(self.pairs.get(claim, 0)):
                if prices[other] > prices[claim] and not self.pairs[other] & ~around and self._covers(claim, other):
                    self.take(claim)
                    break
        return self.taken != before

    def _leave_worse(self, prices: Sequence[int]) -> bool:
        """Leave a claim, in no pair, all of whose cores have one cheaper claim in common; whether there was one."""
        alone = [claim for claim in indexes(_union(self.wide)) if claim not in self.pairs]
        for claim in sorted(alone, key=prices.__getitem__, reverse=True):
            shared = -1
            for core in self.wide:
                shared &= core if core >> claim & 1 else -1
            if any(prices[other] < prices[claim] for other in indexes(shared & ~(1 << claim))):
                self.leave(claim)
                return True
        return False

    def _covers(self, claim: int, other: int) -> bool:
        """Whether *claim* is in every wide core that *other* is in."""
        return all(core >> claim & 1 for core in self.wide if core >> other & 1)

    def least(self, prices: Sequence[int]) -> int:
        """Return a price that hitting all cores costs at least: of claims that clash each with each, all but the dearest go."""
        bound, left, used = 0, sum(1 << claim for claim in self.pairs), 0
        for claim in sorted(self.pairs, key=prices.__getitem__, reverse=True):
            if left >> claim & 1:
                clique = self._clique(claim, left)
                left &= ~sum(1 << member for member in clique)
                bound += sum(prices[member] for member in clique[1:])
                used |= sum(1 << member for member in clique) if len(clique) > 1 else 0
        for core in self.wide:
            if not core & used:
                bound += min(prices[claim] for claim in indexes(core))
                used |= core
        return bound

    def _clique(self, claim: int, among: int) -> list[int]:
        """Return *claim*, the first, and claims *among* which each clashes with each."""
        clique = [claim]
        common = self.pairs[claim] & among
        while common:
            clique.append(common.bit_length() - 1)
            common &= self.pairs[clique[-1]]
        return clique

    def busiest(self, prices: Sequence[int]) -> int:
        """Return the claim that is in most cores, the cheapest of those."""
        times = {claim: others.bit_count() for claim, others in self.pairs.items()}
        for core in self.wide:
            for claim in indexes(core):
                times[claim] = times.get(claim, 0) + 1
        return min(times, key=lambda claim: (-times[claim], prices[claim]))

    def parts(self) -> list[Cores]:
        """Return the cores in parts that have no claim in common; nothing is taken in them."""
        groups: list[int] = []
        for core in [*(others | 1 << claim for claim, others in self.pairs.items()), *self.wide]:
            touched = [group for group in groups if group & core]
            groups = [group for group in groups if not group & core] + [_union([core, *touched])]
        return [self._part(group) for group in sorted(groups)]

    def _part(self, group: int) -> Cores:
        part = Cores()
        part.pairs = {claim: others for claim, others in self.pairs.items() if group >> claim & 1}
        part.wide = [core for core in self.wide if core & group]
        return part


def _union(sets: Iterable[int]) -> int:
    """Return the union of *sets*."""
    found = 0
    for one in sets:
        found |= one
    return found
