"""Figures of a corpus' own scorer, article by article, and how far they would move with other trips.

The intervals are of a bootstrap over trip keys: 1000 times as many keys are drawn as there are, with replacement, and scored together; the
2.5th and 97.5th percentile of the draws are told. Articles of one trip stay together, since they tell of the same things.
"""

from __future__ import annotations

import importlib.util
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from extraction_corpus.articles import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import ModuleType

    from extraction_corpus.articles import Written

DRAWS = 1000
SEED = 20261122
PERCENTILES = (0.025, 0.975)

BARS = {
    "trips with right traveller (main)": 0.95,
    "stop countries (main)": 0.88,
    "stop cities (main)": 0.75,
    "trip dates, start (main)": 0.85,
    "trip dates, exact (main)": 0.65,
    "stop order, pairs (main)": 0.75,
    "trip status accuracy (main)": 0.80,
    "direct quotes with right speaker": 0.85,
    "direct quotes, expert or not, accuracy": 0.90,
}
"""Rows of the scorer that have a bar, and the least F1 that reaches it."""
LEAST_PRECISION = {"direct quotes with right speaker": 0.90}
REPORTED = (
    "stop dates, start (main)",
    "stop dates, exact (main)",
    "trips with right traveller (all)",
    "stop countries (all)",
    "agreements",
    "agreement status accuracy",
    "direct quotes",
    "expert quotes, direct and paraphrased",
    "experts named",
    "conflicts",
    "consistent facts left alone",
)
"""Rows without a bar that are told all the same."""


class Counts(NamedTuple):
    """What one row of the scorer counts."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def plus(self, other: Counts) -> Counts:
        """Return both together."""
        return Counts(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row over all articles."""

    name: str
    counts: Counts
    low: float
    high: float

    @property
    def reached(self) -> bool | None:
        """Whether the bar is reached; None without a bar."""
        if self.name not in BARS:
            return None
        return self.counts.f1 >= BARS[self.name] and self.counts.precision >= LEAST_PRECISION.get(self.name, 0.0)


def scorer_of(file: Path) -> ModuleType:
    """Return the corpus' scorer in *file* as a module."""
    spec = importlib.util.spec_from_file_location("corpus_scorer", file)
    if not spec or not spec.loader:
        raise FileNotFoundError(file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(scorer: ModuleType, gold: Mapping[str, Written], predicted: Mapping[str, Written]) -> dict[str, dict[str, Counts]]:
    """Return the counts of each row for each article of *gold*."""
    return {name: _of_article(scorer, written, predicted.get(name)) for name, written in gold.items()}


def _of_article(scorer: ModuleType, gold: Written, predicted: Written | None) -> dict[str, Counts]:
    tally = scorer.Tally()
    scorer.score_article(tally, gold, predicted, {"main": [], "all": []}, [])
    return {name: Counts(*map(int, row)) for name, row in tally.rows.items()}


def score_conflicts(scorer: ModuleType, gold: Path, found: Mapping[str, Sequence[Written]]) -> dict[str, dict[str, Counts]]:
    """Return the counts of conflicts for each trip key that has a file in the folder *gold*, which the scorer reads one by one."""
    counted = {}
    for file in sorted(gold.glob("*.json")):
        with TemporaryDirectory() as folder:
            alone, predicted = Path(folder, "gold", file.name), Path(folder, "predicted", file.name)
            write(json.loads(file.read_text(encoding="utf-8")), alone)
            write({"trip_key": file.stem, "conflicts": found.get(file.stem, [])}, predicted)
            tally = scorer.Tally()
            scorer.score_conflicts(tally, alone.parent, predicted.parent, [])
        counted[f"conflicts of {file.stem}"] = {name: Counts(*map(int, row)) for name, row in tally.rows.items()}
    return counted


def rows(counted: Mapping[str, Mapping[str, Counts]], keys: Mapping[str, str]) -> list[Row]:
    """Return every row over all articles, with its interval; *keys* names the trip key of each article."""
    by_key: dict[str, list[Mapping[str, Counts]]] = defaultdict(list)
    for name, counts in counted.items():
        by_key[keys.get(name) or name].append(counts)
    groups = [_together(counts) for _, counts in sorted(by_key.items())]
    whole = _together(groups)
    drawing = random.Random(SEED)  # noqa: S311  (a sample, no secret)
    draws = [[drawing.randrange(len(groups)) for _ in groups] for _ in range(DRAWS)] if groups else []
    return [Row(name, counts, *_interval(name, groups, draws)) for name, counts in whole.items()]


def _together(counted: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    whole: dict[str, Counts] = {}
    for counts in counted:
        for name, row in counts.items():
            whole[name] = whole.get(name, Counts()).plus(row)
    return whole


def _interval(name: str, groups: Sequence[Mapping[str, Counts]], draws: Sequence[Sequence[int]]) -> tuple[float, float]:
    """Return the percentiles of F1 over *draws*; a draw in which there is nothing to find and nothing found is left out."""
    of_group = [group.get(name, Counts()) for group in groups]
    values = []
    for draw in draws:
        right, predicted, gold = (sum(part) for part in zip(*(of_group[one] for one in draw), strict=True))
        if predicted + gold:
            values.append(2 * right / (predicted + gold))
    values.sort()
    low, high = (values[round(share * (len(values) - 1))] if values else 0.0 for share in PERCENTILES)
    return low, high


def render(listed: Sequence[Row]) -> str:
    """Return the table of the rows that have a bar, then of those that are reported."""
    named = {row.name: row for row in listed}
    lines = [f"{'':40}{'P':>6}{'R':>6}{'F1':>6}  {'95 %':13}{'counts':>14}   bar"]
    lines += [_line(named[name]) for name in (*BARS, *REPORTED) if name in named]
    return "\n".join(lines)


def _line(row: Row) -> str:
    counts = row.counts
    bar = {None: "", True: f"{BARS.get(row.name, 0):.2f} reached", False: f"{BARS.get(row.name, 0):.2f} NOT reached"}[row.reached]
    figures = f"{counts.precision:6.3f}{counts.recall:6.3f}{counts.f1:6.3f}"
    return f"{row.name:40}{figures}  {row.low:.2f} to {row.high:.2f} {'/'.join(map(str, counts)):>14}   {bar}".rstrip()
