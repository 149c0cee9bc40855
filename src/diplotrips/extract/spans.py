"""Passages of sources: finding the span of a phrase, and holding every recorded span to local copies of the texts.

A span counts code points of the text as read (UTF-8, line ends as they are), half-open. The file with the hashes is written in `hashes`.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.excerpts import lines_of
from diplotrips.extract.layout import HASHES
from diplotrips.extract.notation.parsed import MAX_BYTES
from diplotrips.extract.notation.text import reason_of, why_not_opened
from diplotrips.findings import End, Finding, Place, Severity
from diplotrips.schema.claims import spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from diplotrips.schema.dataset import Dataset, Entry
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.fields import Span
    from diplotrips.schema.quote import Quote
    from diplotrips.schema.registers import Source
    from diplotrips.schema.said import ClaimLine
    from diplotrips.schema.tree import Node

CONTEXT: Final = 30
"""Code points shown on either side of a phrase."""

CODE: Final = "DT403"

_QUOTES: Final = "\"'“”„‘’‚«»‹›"  # noqa: RUF001  (marks that look alike are what this is about)
_DASHES: Final = "-‐‑‒–—"  # noqa: RUF001  (as above)


class Citation(NamedTuple):
    """One occurrence of a phrase in a text."""

    start: int
    end: int
    before: str
    """What stands before it, `CONTEXT` code points at most."""
    phrase: str
    """The phrase as the text has it."""
    after: str


class Passage(NamedTuple):
    """One recorded span and where it is written."""

    source: str
    span: Span
    record: str
    """Released id of the record that the passage is about."""
    path: str
    """Where the span stands in its document, such as `said.gazette-2024-05.3.span`."""
    place: Place
    sha256: str
    """Hash written beside the span; empty if there is none, or if it is the hash of several spans."""


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


def read_source(path: Path) -> str:
    """Return the text of a source exactly as its bytes say, line ends included.

    Raises:
        UnreadablePathError: the file cannot be read, is too large, or is not UTF-8.
    """
    content = _content_of(path)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadablePathError(path, f"the byte 0x{content[error.start]:02X} at {error.start} is not UTF-8") from error


def find_phrase(text: str, phrase: str) -> list[Citation]:
    """Return every occurrence of *phrase* in *text*, also those that overlap.

    If there is none: those that differ only in case, white space (line ends included), quotation marks or dashes.
    """
    if not phrase.strip():
        return []
    spans = _matches(re.escape(phrase), text) or _matches(_loosely(phrase), text, re.IGNORECASE)
    return [Citation(start, end, text[max(start - CONTEXT, 0) : start], text[start:end], text[end : end + CONTEXT]) for start, end in spans]


def verify(dataset: Dataset, texts: Path) -> Verification:
    """Hold every span of *dataset* to the copies of its sources that lie right in the folder *texts*.

    A copy is known by the SHA-256 of its bytes, which the register of sources has; what else lies in the folder is passed over.

    Raises:
        UnreadablePathError: *texts* is no folder, or a file in it cannot be read.
    """
    copies = _copies(texts)
    sources = {entry.record.id: entry.record for entry in dataset.sources}
    texts_of = {name: _text_of(source, copies) for name, source in sources.items()}
    findings: list[Finding] = []
    hashes: dict[str, dict[str, str]] = defaultdict(dict)
    held, unhashed, named = 0, set[tuple[str, str]](), set[str]()
    for passage in passages(dataset):
        text = texts_of.get(passage.source)
        key = str(passage.span)
        kept = dataset.span_hashes.get(passage.source, {}).get(key, "")
        named.add(passage.source)
        if kept:
            hashes[passage.source][key] = kept
        if text is None:
            continue
        held += 1
        if wrong := _wrong(passage, text, kept):
            findings.append(wrong)
        elif not kept:
            unhashed.add((passage.source, key))
            hashes[passage.source][key] = digest(text, passage.span)
    findings.sort(key=lambda found: found.order)
    kept_hashes = {(source, span) for source, spans in dataset.span_hashes.items() for span in spans}
    return Verification(
        spans=held,
        sources=tuple(sorted(source for source in named if texts_of.get(source) is not None)),
        absent={source: _why_absent(sources.get(source), copies) for source in sorted(named) if texts_of.get(source) is None},
        unhashed=len(unhashed),
        stale=len(kept_hashes - {(source, span) for source, spans in hashes.items() for span in spans}),
        findings=tuple(findings),
        hashes=dict(hashes),
        lines=lines_of(findings),
    )


def digest(text: str, span: Span) -> str:
    """Return the SHA-256 of the UTF-8 of one passage of *text*."""
    return hashlib.sha256(text[span.start : span.end].encode()).hexdigest()


def passages(dataset: Dataset) -> Iterator[Passage]:
    """Walk every span of every document: lines of `said`, quotations of experts and of officials."""
    for entry in dataset.trips:
        document, trip = entry.record, entry.record.trip.id
        for source, lines in document.said.items():
            for number, line in enumerate(lines):
                about = f"{trip}.{line.about}" if line.about else trip
                yield from _passages(source, line, about, f"said.{source}.{number + 1}", entry.node.at(("said", source, number)))
        yield from _quoted(entry, trip)


def _matches(pattern: str, text: str, flags: re.RegexFlag = re.NOFLAG) -> list[tuple[int, int]]:
    """Return the spans of all matches of *pattern*, also of those that overlap."""
    return [match.span(1) for match in re.finditer(f"(?=({pattern}))", text, flags)]


def _loosely(phrase: str) -> str:
    """Return a pattern for *phrase* that takes any white space, quotation mark or dash for any other."""
    return r"\s+".join("".join(_loose(char) for char in word) for word in phrase.split())


def _loose(char: str) -> str:
    return next((f"[{alike}]" for alike in (_QUOTES, _DASHES) if char in alike), re.escape(char))


def _quoted(entry: Entry[TripDocument], trip: str) -> Iterator[Passage]:
    """Walk the spans of the quotations of one document."""
    for number, expert in enumerate(entry.record.quoted_experts):
        for order, quote in enumerate(expert.quotes):
            node = entry.node.at(("quoted_experts", number, "quotes", order))
            yield from _passages(expert.source, quote, f"{trip}.{expert.id}", f"quoted_experts.{expert.id}.quotes.{order + 1}", node)
    for number, official in enumerate(entry.record.quotes):
        yield from _passages(official.source, official, trip, f"quotes.{number + 1}", entry.node.at(("quotes", number)))


def _passages(source: str, line: ClaimLine | Quote, record: str, path: str, node: Node) -> Iterator[Passage]:
    """Walk the spans of one line or quotation."""
    spans = spans_of(line.span)
    for index, span in enumerate(spans):
        place = node.at(("span", index)).place
        yield Passage(source, span, record, f"{path}.span", place, (line.sha256 or "") if len(spans) == 1 else "")


def _wrong(passage: Passage, text: str, kept: str) -> Finding | None:
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
    end = End("this span", passage.record, passage.path, passage.source, value=str(passage.span), place=passage.place)
    return Finding(CODE, Severity.ERROR, passage.record, passage.path, message, passage.place, end=end)


def _copies(folder: Path) -> dict[str, tuple[Path, str | None]]:
    """Return path and text (None if it is not UTF-8) of the files right in *folder*, by the SHA-256 of their bytes."""
    if not folder.is_dir():
        raise UnreadablePathError(folder, "this is a file, not a folder" if folder.exists() else "there is no such folder")
    copies: dict[str, tuple[Path, str | None]] = {}
    try:
        found = sorted(path for path in folder.iterdir() if path.is_file() and path.stat().st_size <= MAX_BYTES)
    except OSError as error:
        raise UnreadablePathError(folder, reason_of(error, folder).replace("the file", "the folder")) from error
    for path in found:
        content = _content_of(path)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            text = None
        copies.setdefault(hashlib.sha256(content).hexdigest(), (path, text))
    return copies


def _content_of(path: Path) -> bytes:
    """Return the bytes of a file."""
    reason = why_not_opened(path)
    try:
        if not reason and path.stat().st_size <= MAX_BYTES:
            return path.read_bytes()
    except OSError as error:
        raise UnreadablePathError(path, reason_of(error, path)) from error
    raise UnreadablePathError(path, reason or f"the file is larger than {MAX_BYTES // 1024**2} MB")


def _text_of(source: Source, copies: Mapping[str, tuple[Path, str | None]]) -> str | None:
    """Return the text of *source* where there is a copy of it."""
    return copies[source.text_sha256][1] if source.text_sha256 in copies else None


def _why_absent(source: Source | None, copies: Mapping[str, tuple[Path, str | None]]) -> str:
    """Return why there is no text of *source*."""
    if source is None:
        return "it is not in the register of sources"
    if not source.text_sha256:
        return "the register of sources has no text_sha256 of it"
    if source.text_sha256 in copies:
        return f"{copies[source.text_sha256][0].name} is not UTF-8"
    return "no file there has its text_sha256"
