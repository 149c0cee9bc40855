"""Comparing codings: how far those who coded the same sources agree, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.checks.coding.readings import items_of
from diplotrips.checks.coding.reliability import agreement_of, reliability_of
from diplotrips.checks.drafts.second_look import drafts_as_codings
from diplotrips.extract.reading import read_dataset
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from diplotrips.checks.coding.readings import Item
    from diplotrips.checks.coding.reliability import FieldReliability


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far the coders of one dataset agree."""

    root: str
    """The folder of the records, as shown to the user."""
    n_errors: int
    """Errors of files and schema; what they are about was not read, and is not in here."""
    coders: tuple[str, ...]
    """Ids of those who coded a source again, sorted; the authors of the records are not among them."""
    sources: tuple[str, ...]
    """Ids of the sources that were coded at least twice, sorted."""
    fields: tuple[FieldReliability, ...]
    """One a field, sorted; none if nothing was coded twice."""
    n_items: int
    agreement: float | None
    """Share of all pairs of readings that say the same; None if nothing was coded twice."""
    disputed: tuple[Item, ...]
    """The items on which not all say the same, in the order in which they were coded."""


def reliability(root: Path | str = ".", *, drafts: bool = False) -> Reliability:
    """Read the records and second codings under *root* and return how far the coders agree.

    Args:
        root: Folder of a dataset project, whose `extract/` is read; or that folder itself.
        drafts: Whether the drafts of the parser are compared with the authors, and second coders are left out.

    Raises:
        UnreadablePathError: *root* is no folder with records.
        UnusableRequestError: nltk is not installed.
    """
    reading = read_dataset(Path(root))
    items = items_of(drafts_as_codings(reading.dataset) if drafts else reading.dataset)
    return Reliability(
        root=reading.dataset.root,
        n_errors=sum(found.severity is Severity.ERROR for found in reading.findings),
        coders=tuple(sorted({reading.coder for item in items for reading in item.readings if reading.coder})),
        sources=tuple(sorted({item.source for item in items})),
        fields=reliability_of(items),
        n_items=len(items),
        agreement=agreement_of(items) if items else None,
        disputed=tuple(item for item in items if not item.agrees),
    )
