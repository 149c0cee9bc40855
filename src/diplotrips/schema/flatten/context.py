"""What flattening one record needs to know of the others, gathered once a dataset."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diplotrips.schema.flatten.voices import voices_of
from diplotrips.schema.flatten.witnesses import witnesses_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.fields import Span
    from diplotrips.schema.flatten.spread import Cells


@dataclass(frozen=True)
class Context:
    """A dataset and what is looked up in it again and again."""

    dataset: Dataset

    @cached_property
    def voices(self) -> Mapping[str, str]:
        """The voice of every source."""
        return voices_of(self.dataset)

    @cached_property
    def witnesses(self) -> Mapping[str, frozenset[str]]:
        """The sources that speak of each record."""
        return witnesses_of(self.dataset)

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The language of every source."""
        return {entry.record.id: entry.record.language for entry in self.dataset.sources}

    def span_cells(self, source: str, spans: Sequence[Span], written: str | None) -> Iterator[Cells]:
        """Return the columns of each of *spans* with its hash; *written* is the one that the record itself gives, of a single span."""
        hashes = self.dataset.span_hashes.get(source, {})
        for ordinal, span in enumerate(spans, start=1):
            sha256 = hashes.get(str(span)) or (written if len(spans) == 1 else None)
            yield {"ordinal": ordinal, "span_start": span.start, "span_end": span.end, "sha256": sha256}

    @cached_property
    def variable_types(self) -> Mapping[str, str]:
        """The declared type of each of the project's own variables."""
        return {variable.name: variable.type for variable in self.dataset.info.record.variables} if self.dataset.info else {}
