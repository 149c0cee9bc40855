"""Logistic regression with weights that keep the sign they are expected to have: the whole of the training, in plain Python.

The loss is the mean negative log-likelihood and half of `penalty` times the sum of squared weights, the bias excepted. One weight after the
other is moved to the minimum of a parabola that lies above the loss, then back to zero if its sign is wrong. Such steps never raise the
loss, so the same examples give the same weights on every machine but for the last digits, which are rounded off.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BIAS = "bias"
"""Name of the weight that is added to every sum."""
ROUNDS = 2000
CLOSE = 1e-6
"""Largest move of any weight in a round after which no other round follows."""
DIGITS = 4
STEEPEST = 0.25
"""Largest curvature of the logistic function's logarithm."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate with its features and whether it is right."""

    features: Mapping[str, float]
    is_right: bool


def fit(
    examples: Sequence[Example], signs: Mapping[str, int], penalty: float = 0.01, prior: Mapping[str, float] | None = None
) -> dict[str, float]:
    """Return the weights by feature, and the bias.

    Args:
        examples: What to learn from.
        signs: For each feature 1 (its weight is not negative), -1 (not positive) or 0 (either).
        penalty: How strongly weights are drawn to those of *prior*.
        prior: Weights held before any example is seen, the bias among them; None: zero, and the bias is free.
    """
    held = prior or {}
    columns = {name: _column(examples, name) for name in signs} | {BIAS: [(row, 1.0) for row in range(len(examples))]}
    weights = {name: held.get(name, 0.0) for name in columns}
    sums = [sum(weights.get(name, 0.0) * value for name, value in example.features.items()) + weights[BIAS] for example in examples]
    for _ in range(ROUNDS):
        moved = 0.0
        for name, column in columns.items():
            ridge = 0.0 if name == BIAS and not prior else penalty
            gradient = sum((_share(sums[row]) - examples[row].is_right) * value for row, value in column) / len(examples)
            curvature = STEEPEST * sum(value * value for _, value in column) / len(examples) + ridge
            if not curvature:
                continue
            pull = ridge * (weights[name] - held.get(name, 0.0))
            target = _signed(weights[name] - (gradient + pull) / curvature, signs.get(name, 0))
            step, weights[name] = target - weights[name], target
            for row, value in column:
                sums[row] += step * value
            moved = max(moved, abs(step))
        if moved < CLOSE:
            break
    return {name: round(weight, DIGITS) + 0.0 for name, weight in weights.items()}


def loss(examples: Sequence[Example], weights: Mapping[str, float]) -> float:
    """Return the mean negative log-likelihood of *examples* under *weights*, without the penalty."""
    total = 0.0
    for example in examples:
        margin = weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in example.features.items())
        margin = margin if example.is_right else -margin
        total += log1p(exp(-margin)) if margin > 0 else log1p(exp(margin)) - margin
    return total / max(len(examples), 1)


def _column(examples: Sequence[Example], name: str) -> list[tuple[int, float]]:
    """Return the rows in which the feature is not zero, with its values."""
    return [(row, value) for row, one in enumerate(examples) if (value := float(one.features.get(name, 0.0)))]


def _share(total: float) -> float:
    """Return the logistic function of *total*, without overflow."""
    return 1 / (1 + exp(-total)) if total >= 0 else exp(total) / (1 + exp(total))


def _signed(weight: float, sign: int) -> float:
    """Return *weight*, or zero if its sign is not the expected one."""
    return max(weight, 0.0) if sign > 0 else min(weight, 0.0) if sign < 0 else weight
