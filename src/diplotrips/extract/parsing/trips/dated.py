"""A day or length of time in an article, with what it is of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.trips.tenses import Tense

if TYPE_CHECKING:
    from diplotrips.extract.parsing.mentions import TimeMention
    from diplotrips.extract.parsing.trips.sorts import Sort
    from diplotrips.schema.fields import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """A day or length with what it is of."""

    sort: Sort
    time: TimeMention
    countries: tuple[str, ...]
    """The stop; several, or none, where it is of the journey."""
    row: int
    span: Span
    """The words of the time."""
    tense: Tense = Tense.NONE
    in_place: bool = False
    """Whether the passage names the place where it was."""
    firm: bool = True
    """Whether the passage says that somebody goes or is there, not only that something happens there."""
    group: str = ""
    """Class of the verb or noun that it goes with."""

    @property
    def of_journey(self) -> bool:
        """Whether it is of the whole journey, or of a part with several stops."""
        return len(self.countries) != 1
