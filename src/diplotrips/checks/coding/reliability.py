"""How far coders of the same sources agree, field by field: percent agreement and Krippendorff's alpha.

An item is one field of one record in one part of a source that several coders read, one of whom coded something at least; a coder who
wrote nothing there has said something else than one who did. Items and what is the same are told in `readings`. Values are nominal: two
days that are one apart differ as much as two that are a year apart.

Alpha is 1 less the disagreement that is observed over the disagreement that chance would give (Krippendorff 2011, Computing
Krippendorff's alpha-reliability); coders may be any number, and not all need to have read every source. It is computed by nltk.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.errors import UnusableRequestError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplotrips.checks.coding.readings import Item, Reading

Rating = tuple[str, str, str]
"""What one coder says of one item: coder, item, category."""

NOT_CODED = "not coded"
"""Category of a coder who read the source and wrote nothing there; no meaning of a claim is written so."""


class FieldReliability(NamedTuple):
    """How far coders agree on one field."""

    field: str
    n_items: int
    """Items that somebody coded."""
    n_coded_by_all: int
    """Those of them that everybody coded who had read the source."""
    agreement: float
    """Share of the pairs of readings of one item that say the same, from 0 to 1."""
    alpha: float | None
    """Krippendorff's alpha, nominal: 1 is perfect, 0 is chance; None where all readings say the same one thing, which chance would too."""


def reliability_of(items: Iterable[Item]) -> tuple[FieldReliability, ...]:
    """Return how far coders agree on each field, sorted by field.

    Raises:
        UnusableRequestError: nltk is not installed.
    """
    by_field: dict[str, list[Item]] = {}
    for item in items:
        by_field.setdefault(item.field, []).append(item)
    return tuple(_of_field(field, by_field[field]) for field in sorted(by_field))


def agreement_of(items: Iterable[Item]) -> float:
    """Return the share of the pairs of readings of one item that say the same; there is one item at least."""
    same = [one.meaning == other.meaning for item in items for one, other in combinations(item.readings, 2)]
    return sum(same) / len(same)


def alpha_of(ratings: Sequence[Rating]) -> float | None:
    """Return Krippendorff's alpha of nominal *ratings*; None if no item has two, or if all of those items say the same one thing.

    Raises:
        UnusableRequestError: nltk is not installed.
    """
    times = Counter(item for _, item, _ in ratings)
    pairable = [rating for rating in ratings if times[rating[1]] > 1]
    if len({category for _, _, category in pairable}) <= 1:
        return None
    try:
        from nltk.metrics.agreement import AnnotationTask  # noqa: PLC0415  (an extra, which takes half a second)
    except ImportError as error:
        reason = "the reliability of codings is computed by the package nltk, which is not installed; install diplotrips[reliability]"
        raise UnusableRequestError(reason) from error
    return float(AnnotationTask(data=pairable).alpha())


def _of_field(field: str, items: Sequence[Item]) -> FieldReliability:
    ratings = [(reading.coder, str(number), _category(reading)) for number, item in enumerate(items) for reading in item.readings]
    coded_by_all = sum(len(item.coded) == len(item.readings) for item in items)
    return FieldReliability(field, len(items), coded_by_all, agreement_of(items), alpha_of(ratings))


def _category(reading: Reading) -> str:
    """Return what a reading says as one word of a nominal scale."""
    return " | ".join(sorted(reading.meaning)) or NOT_CODED
