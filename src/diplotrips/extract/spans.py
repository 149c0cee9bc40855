"""Holding every recorded span to local copies of the texts: what `verify-spans` does.

A span counts code points of the text as read (UTF-8, line ends as they are), half-open. The texts are read in `copies`, the file with
the hashes is written in `hashes`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplotrips.extract.copies import read_copies, text_of, why_absent
from diplotrips.extract.excerpts import lines_of
from diplotrips.extract.hashes import by_source, digest
from diplotrips.extract.layout import HASHES
from diplotrips.findings import Finding, Severity
from diplotrips.schema.passages import passages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from diplotrips.findings import Place
    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.passages import Passage

CODE: Final = "DT403"


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of holding spans to texts."""

    spans: int
    """Number of spans that were held to a text."""
    sources: tuple[str, ...]
    """Ids of the sources whose text was found, sorted."""
    absent: Mapping[str, str]
    """Why there is no text, by id of each source with spans that has none; nothing is said about these."""
    unhashed: int
    """Number of spans that fit their text and whose hash is not kept yet."""
    stale: int
    """Number of hashes that are kept of spans that no record has."""
    findings: tuple[Finding, ...]
    """Spans that do not fit their text, sorted by place."""
    hashes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """SHA-256 of every passage, by source and span: what was kept before, else what the text gives."""
    lines: Mapping[Place, str] = field(default_factory=dict)
    """The source line of every place that a finding names."""

    @property
    def holds(self) -> bool:
        """Tell whether spans were held to texts, and all of them fit and have their hash."""
        return bool(self.sources) and not self.findings and not self.unhashed


def verify(dataset: Dataset, folder: Path) -> Verification:
    """Hold every span of *dataset* to the copies of its sources that lie right in *folder*.

    A copy is known by the SHA-256 of its bytes, which the register of sources has; what else lies in the folder is passed over.

    Raises:
        UnreadablePathError: *folder* is no folder, or a file in it cannot be read.
    """
    copies = read_copies(folder)
    written = tuple(passages(dataset))
    sources = {entry.record.id: entry.record for entry in dataset.sources}
    named = {name: sources.get(name) for name in sorted({passage.source for passage in written})}
    texts = {name: text for name, source in named.items() if (text := text_of(source, copies)) is not None}
    before = {(source, span): sha256 for source, spans in dataset.span_hashes.items() for span, sha256 in spans.items()}
    kept = {passage.key: before[passage.key] for passage in written if passage.key in before}
    held = [(passage, _wrong(passage, texts[passage.source], kept.get(passage.key))) for passage in written if passage.source in texts]
    new = {one.key: digest(texts[one.source], one.span) for one, wrong in held if not wrong and one.key not in kept}
    findings = sorted((wrong for _, wrong in held if wrong), key=lambda found: found.order)
    return Verification(
        spans=len(held),
        sources=tuple(texts),
        absent={name: why_absent(source, copies) for name, source in named.items() if name not in texts},
        unhashed=len(new),
        stale=len(before) - len(kept),
        findings=tuple(findings),
        hashes=by_source({**kept, **new}),
        lines=lines_of(findings),
    )


def _wrong(passage: Passage, text: str, kept: str | None) -> Finding | None:
    """Return what is wrong with one span, given the text of its source and the hash that is kept for it."""
    span = passage.span
    if span.start >= span.end:
        return _finding(passage, f"the span {span} holds nothing")
    if span.end > len(text):
        return _finding(passage, f"the span {span} leads beyond {passage.source}, whose text has {len(text)} characters")
    if kept and kept != digest(text, span):
        return _finding(passage, f"the text of {passage.source} at {span} is not the one whose hash {HASHES}.json keeps")
    if passage.sha256 and passage.sha256 != digest(text, span):
        return _finding(passage, f"the text of {passage.source} at {span} is not the one whose hash stands beside it")
    return None


def _finding(passage: Passage, message: str) -> Finding:
    return Finding(CODE, Severity.ERROR, passage.record, passage.path, message, passage.place, end=passage.end)
