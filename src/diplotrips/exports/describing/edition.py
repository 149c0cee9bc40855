"""Which dataset, in which version, of which day: what a citation, a README and a catalog tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from diplotrips.schema.info import DatasetInfo


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a dataset, or a build of it that has neither version nor day."""

    info: DatasetInfo
    version: str | None = None
    day: date | None = None
    """Day of release."""
