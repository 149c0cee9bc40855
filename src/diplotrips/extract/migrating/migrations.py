"""The versions of the record format that there were, and what leads from each to the next.

How a new one comes about is told in `docs/migration.md`. A migration is never changed once it was released: documents that wait in
somebody's project are to become the same with every later package.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplotrips.extract.migrating.steps import Step


@dataclass(frozen=True, slots=True)
class Migration:
    """What leads from one version of the record format to the next."""

    since: int
    """The version that documents have."""
    to: int
    """The version that they get."""
    steps: Mapping[str, Sequence[Step]]
    """What happens to documents of each kind (`authored`, `coded`, `parsed`, `dataset`, `span_hashes`, `reviews` or a register), in order.

    Of `reviews`, which are the decisions beside a draft, the documents that were there before are migrated as `authored`.
    """
    date_keys: frozenset[str] = frozenset()
    """Keys of dates, in either version, that no model of this package has."""


MIGRATIONS: Final[tuple[Migration, ...]] = ()
"""All of them, the oldest first; none as long as there is one version."""


def newest(migrations: Sequence[Migration]) -> int:
    """Return the version that *migrations* lead to."""
    return migrations[-1].to if migrations else SCHEMA_VERSION


def oldest(migrations: Sequence[Migration]) -> int:
    """Return the first version that *migrations* lead away from."""
    return migrations[0].since if migrations else SCHEMA_VERSION


def leading(migrations: Sequence[Migration], since: int, to: int) -> tuple[Migration, ...]:
    """Return those of *migrations* that lead from one version to another, in order; none where both are the same."""
    return tuple(one for one in migrations if since <= one.since and one.to <= to)


def is_chain(migrations: Sequence[Migration]) -> bool:
    """Tell whether each of *migrations* leads on, and begins where the one before it ended."""
    return all(one.since < one.to for one in migrations) and all(one.to == other.since for one, other in pairwise(migrations))
