"""Training of the scorer of stops, and predictions by a scorer that has not seen the trip: leave one trip out.

An example is a country of an article that may be a stop of its main traveller; it is right if the gold has it in a main trip.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from diplotrips.extract.parsing.people.inventory import find_people
from diplotrips.extract.parsing.places.mentions import find_places
from diplotrips.extract.parsing.segmenting.layout import take_apart
from diplotrips.extract.parsing.times.times import anchor_of, find_times
from diplotrips.extract.parsing.trips.features import SIGNS, candidates
from diplotrips.extract.parsing.trips.scene import read_scene
from diplotrips.extract.parsing.trips.scoring import scorer
from extraction_corpus.articles import predict
from extraction_corpus.fitting import BIAS, Example, fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extraction_corpus.articles import Given, Written
    from extraction_corpus.corpus_files import Corpus

PENALTY = 0.01
WEIGHTS = files("diplotrips.extract.parsing.trips") / "weights.json"


def examples_of(corpus: Corpus) -> dict[str, list[Example]]:
    """Return the examples of each article."""
    return {one.name: list(_examples(one, corpus.gold[one.name])) for one in corpus.articles}


def _examples(given: Given, gold: Mapping[str, Any]) -> Iterator[Example]:
    visited = {stop["country"] for trip in gold["trips"] if trip["main"] for stop in trip["stops"]}
    layout = take_apart(given.article)
    places = find_places(layout)
    anchor = anchor_of(layout)
    times = find_times(layout, anchor)
    scene = read_scene(layout, places, find_people(layout, places), times, anchor.value if anchor else None)
    for candidate in candidates(scene):
        yield Example(candidate.values, candidate.country in visited)


def train(examples: Mapping[str, list[Example]]) -> dict[str, float]:
    """Return the weights that fit all *examples*."""
    return fit([example for _, listed in sorted(examples.items()) for example in listed], SIGNS, PENALTY, _prior())


def _prior() -> dict[str, float]:
    """Return the weights set by hand, to which training draws, as the package's file has them."""
    written = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {BIAS: written["prior"][BIAS], **written["prior"]["weights"]}


def predict_held_out(corpus: Corpus, trained_on: Corpus | None = None) -> dict[str, Written]:
    """Return the prediction for each article by a scorer that was trained on the articles of all other trip keys.

    Args:
        corpus: What to predict.
        trained_on: Where the examples come from, if it is another corpus.
    """
    source = trained_on or corpus
    examples = examples_of(source)
    predicted: dict[str, Written] = {}
    for key in sorted(set(corpus.keys.values())):
        with using(train({name: listed for name, listed in examples.items() if source.keys[name] != key})):
            predicted |= predict([one for one in corpus.articles if corpus.keys[one.name] == key])
    return {one.name: predicted[one.name] for one in corpus.articles}


@contextmanager
def using(weights: Mapping[str, float]) -> Iterator[None]:
    """Let the package score with *weights* in this process, and with its own again afterwards."""
    own = scorer()
    kept = own.bias, own.weights
    _set(weights[BIAS], {name: weight for name, weight in weights.items() if name != BIAS})
    try:
        yield
    finally:
        _set(*kept)


def _set(bias: float, weights: Mapping[str, float]) -> None:
    # The package loads its scorer once and lets nobody change it; only this script has a reason to.
    for field, value in (("bias", bias), ("weights", weights)):
        object.__setattr__(scorer(), field, value)


def as_json(weights: Mapping[str, float]) -> str:
    """Return *weights* as the file of the package has them."""
    named = {name: weights[name] for name in SIGNS}
    prior = json.loads(WEIGHTS.read_text(encoding="utf-8"))["prior"]
    return json.dumps({"bias": weights[BIAS], "weights": named, "prior": prior}, indent=1) + "\n"
