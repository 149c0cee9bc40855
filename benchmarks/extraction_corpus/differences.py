"""How the prediction for one article differs from its gold, by kind of error: what developers of the parser look at.

Trips, stops, agreements and quotes are paired as the corpus' scorer pairs them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from types import ModuleType

    from extraction_corpus.corpus_files import Corpus

Written: TypeAlias = "dict[str, Any]"


class Difference(NamedTuple):
    """One error."""

    kind: str
    text: str


def tell(corpus: Corpus, predicted: Mapping[str, Written]) -> dict[str, list[Difference]]:
    """Return the errors in each article that is *predicted*, by its name."""
    differences = Differences(corpus.scorer)
    return {name: differences.of(corpus.gold[name], prediction) for name, prediction in predicted.items()}


def render(errors: Mapping[str, Sequence[Difference]], kind: str = "") -> str:
    """Return the errors whose kind contains *kind*, article by article, then how often each kind occurs."""
    lines = []
    kinds: Counter[str] = Counter()
    for name, found in errors.items():
        wanted = [error for error in found if kind in error.kind]
        kinds.update(error.kind for error in wanted)
        lines += ["", name, *(f"  {error.kind}: {error.text}" for error in wanted)] if wanted else []
    counts = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    return "\n".join([*lines, "", *(f"{number:5} {name}" for name, number in counts)])


class Differences:
    """Comparing by the rules of one scorer."""

    def __init__(self, scorer: ModuleType) -> None:
        self._scorer = scorer

    def of(self, gold: Written, predicted: Written) -> list[Difference]:
        """Return what is missed, too much or wrong in *predicted*."""
        return [*self._trips(gold["trips"], predicted["trips"]), *self._agreements(gold, predicted), *self._quotes(gold, predicted)]

    def _pairs(
        self, gold: Sequence[Written], found: Sequence[Written], likeness: Callable[[Written, Written], float]
    ) -> tuple[list[tuple[Written, Written]], list[Written], list[Written]]:
        """Return what is paired, what of the gold is missed, and what is found too much."""
        pairs = self._scorer.pair_up(gold, found, likeness)
        left, right = {i for i, _ in pairs}, {j for _, j in pairs}
        missed = [one for i, one in enumerate(gold) if i not in left]
        extra = [one for j, one in enumerate(found) if j not in right]
        return [(gold[i], found[j]) for i, j in sorted(pairs)], missed, extra

    def _trips(self, gold: Sequence[Written], found: Sequence[Written]) -> Iterator[Difference]:
        pairs, missed, extra = self._pairs(gold, found, self._scorer.trip_likeness)
        yield from (Difference(f"missed {_scope(trip)}", _trip(trip)) for trip in missed)
        yield from (Difference(f"extra {_scope(trip)}", _trip(trip)) for trip in extra)
        for one, other in pairs:
            name = one["traveller"]
            if one["main"] != other["main"]:
                yield Difference(f"{_scope(one)} taken for {_scope(other)}", _trip(one))
            if one["status"] != other["status"] and one["main"]:
                yield Difference("wrong status", f"{name}: {one['status']}, not {other['status']}")
            yield from self._days(one, other, _scope(one), name)
            yield from self._stops(one, other)

    def _days(self, one: Written, other: Written, what: str, name: str) -> Iterator[Difference]:
        for field in ("start", "end"):
            right, said = one[field], other[field]
            if not self._scorer.same_date(right, said):
                how = "missed" if not said else "extra" if not right else "wrong"
                yield Difference(f"{how} {field} of {what}", f"{name}: {right}, not {said}")

    def _stops(self, one: Written, other: Written) -> Iterator[Difference]:
        what = "stop" if one["main"] else "side stop"
        pairs, missed, extra = self._pairs(one["stops"], other["stops"], self._scorer.stop_likeness)
        yield from (Difference(f"missed {what}", _stop(stop)) for stop in missed)
        yield from (Difference(f"extra {what}", f"{_stop(stop)}  <{stop.get('evidence', '')[:100]}>") for stop in extra)
        for right, said in pairs:
            a, b = right["city"], said["city"]
            if (a or b) and not self._scorer.same_city(a, b):
                how = "missed" if not b else "extra" if not a else "wrong"
                yield Difference(f"{how} city of {what}", f"{right['country']}: {a}, not {b}")
            yield from self._days(right, said, what, right["country"])
        yield from _order(pairs, what)

    def _agreements(self, gold: Written, predicted: Written) -> Iterator[Difference]:
        right, said = (self._scorer.all_agreements(item) for item in (gold, predicted))
        pairs, missed, extra = self._pairs(right, said, self._scorer.agreement_likeness)
        yield from (Difference("missed agreement", _agreement(one)) for one in missed)
        yield from (Difference("extra agreement", _agreement(one)) for one in extra)
        yield from (
            Difference("wrong status of agreement", f"{_agreement(one)}, not {other['status']}")
            for one, other in pairs
            if one["status"] != other["status"]
        )

    def _quotes(self, gold: Written, predicted: Written) -> Iterator[Difference]:
        for direct in (True, False):
            right, said = ([one for one in item["quotes"] if one["direct"] is direct] for item in (gold, predicted))
            pairs, missed, extra = self._pairs(right, said, self._scorer.quote_likeness)
            what = "quote" if direct else "paraphrase of an expert"
            yield from (Difference(f"missed {what}", _quote(one)) for one in missed)
            yield from (Difference(f"extra {what}", _quote(one)) for one in extra)
            for one, other in pairs:
                if not self._scorer.same_person(one["speaker"], other["speaker"]):
                    yield Difference(f"wrong speaker of {what}", f"{_quote(one)}, not {other['speaker']}")
                if one["is_expert"] != other["is_expert"]:
                    yield Difference("expert or not", f"{_quote(one)}: {one['is_expert']}")


def _order(pairs: Sequence[tuple[Written, Written]], what: str) -> Iterator[Difference]:
    """Give the difference between two orders of the same stops, as far as both have them."""
    right, said = (_sequence([pair[side] for pair in pairs]) for side in (0, 1))
    if right != said and (right or said):
        how = "missed" if not said else "extra" if not right else "wrong"
        yield Difference(f"{how} order of {what}s", f"{right}, not {said}")


def _sequence(stops: Sequence[Written]) -> str:
    """Return countries by order, ties with a plus; empty if no two differ."""
    ranks: dict[int, list[str]] = {}
    for stop in stops:
        if stop["order"] is not None:
            ranks.setdefault(stop["order"], []).append(stop["country"])
    return " ".join("+".join(sorted(tied)) for _, tied in sorted(ranks.items())) if len(ranks) > 1 else ""


def _scope(trip: Written) -> str:
    return "main trip" if trip["main"] else "side trip"


def _trip(trip: Written) -> str:
    stops = ", ".join(map(_stop, trip["stops"]))
    return f"{trip['traveller']} {trip['status']} {trip['start']} to {trip['end']}: {stops}"


def _stop(stop: Written) -> str:
    return f"{stop['country']} {stop['city'] or ''} {stop['start'] or ''} {stop['end'] or ''}".strip()


def _agreement(agreement: Written) -> str:
    return f"{'-'.join(agreement['parties'])} {agreement['status']} {agreement['kind']}: {agreement['subject'][:100]}"


def _quote(quote: Written) -> str:
    return f"{quote['speaker']}: {quote['quote'][:80]}"
