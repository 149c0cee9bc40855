"""The scorer: a logistic model over the features of a candidate, its weights in `weights.json` beside this module.

The same file has the weights that were set by hand (`prior`), to which training draws where examples are few.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.trips.features import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplotrips.extract.parsing.trips.features import Candidate


@dataclass(frozen=True, slots=True)
class Scorer:
    """A logistic model."""

    bias: float
    weights: Mapping[str, float]
    """Weight of each feature by its name."""

    def score(self, candidate: Candidate) -> float:
        """Return how likely *candidate* is a stop, from 0 to 1."""
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in candidate.values.items())
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def scorer() -> Scorer:
    """Return the scorer with the weights of the package."""
    written = json.loads((files("diplotrips.extract.parsing.trips") / "weights.json").read_text(encoding="utf-8"))
    return Scorer(float(written["bias"]), {name: float(written["weights"].get(name, 0.0)) for name in NAMES})
