"""Passages of sources: finding the span of a phrase, and holding every recorded span to local copies of the texts.

A span counts code points of the text as read (UTF-8, line ends as they are), half-open. The hash of each passage is kept by the tool in
`span_hashes.json` beside the records, so that nobody writes it by hand and a changed text is noticed without publishing the text.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.errors import UnreadablePathError, UnwritablePathError
from diplotrips.extract.layout import HASHES
from diplotrips.findings import End, Finding, Place, Severity
from diplotrips.schema.claims import spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.fields import Span

CONTEXT = 30
"""Code points shown on either side of a phrase."""

CODE = "DT403"


class Citation(NamedTuple):
    """One occurrence of a phrase in a text."""

    start: int
    end: int
    before: str
    phrase: str
    after: str


class Passage(NamedTuple):
    """One recorded span and where it is written."""

    source: str
    span: Span
    record: str
    path: str
    place: Place
    sha256: str
    """Hash written beside the span; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of holding spans to texts."""

    spans: int
    """Number of spans that were held to a text."""
    sources: tuple[str, ...]
    """Ids of the sources whose text was found."""
    absent: tuple[str, ...]
    """Ids of the sources with spans but without a local copy; nothing is said about these."""
    findings: tuple[Finding, ...]
    hashes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """SHA-256 of every passage, by source and span: what was kept before, else what the text gives."""


def read_text(path: Path) -> str:
    """Return the text of *path* exactly as its bytes say, line ends included.

    Raises:
        UnreadablePathError: the file cannot be read, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise UnreadablePathError(path, (error.strerror or "not readable").lower()) from error
    except UnicodeDecodeError as error:
        raise UnreadablePathError(path, f"byte {error.start} is no UTF-8") from error


def find_phrase(text: str, phrase: str) -> list[Citation]:
    """Return every occurrence of *phrase* in *text*; if there is none, those that differ in case, line ends or quotation marks only."""
    pattern = re.escape(phrase)
    found = list(re.finditer(pattern, text)) if phrase else []
    if not found and phrase.strip():
        found = list(re.finditer(_loosely(phrase), text, re.IGNORECASE))
    return [
        Citation(match.start(), match.end(), text[max(match.start() - CONTEXT, 0) : match.start()], match.group(), text[match.end() : match.end() + CONTEXT])
        for match in found
    ]


def _loosely(phrase: str) -> str:
    """Return a pattern for *phrase* that takes any white space for a space and any quotation mark for another."""
    words = (re.sub("[\"'“”‘’]", "[\"'“”‘’]", re.escape(word)) for word in phrase.split())
    return r"\s+".join(words)


def verify(dataset: Dataset, texts: Path) -> Verification:
    """Hold every span of *dataset* to the copies of its sources in the folder *texts*.

    Raises:
        UnreadablePathError: *texts* is no readable folder.
    """
    copies = _copies(texts)
    of_source = {entry.record.id: copies.get(entry.record.text_sha256 or "") for entry in dataset.sources}
    findings: list[Finding] = []
    hashes: dict[str, dict[str, str]] = defaultdict(dict)
    seen: set[str] = set()
    count = 0
    for passage in passages(dataset):
        text = of_source.get(passage.source)
        seen.add(passage.source)
        key = str(passage.span)
        known = dataset.span_hashes.get(passage.source, {}).get(key, "")
        if text is None:
            if known:
                hashes[passage.source][key] = known
            continue
        count += 1
        hashes[passage.source][key] = known or digest(text, passage.span)
        findings += _judge(passage, text, known)
    found = tuple(sorted(source for source in seen if of_source.get(source) is not None))
    return Verification(count, found, tuple(sorted(seen - set(found))), tuple(findings), {key: hashes[key] for key in sorted(hashes)})


def digest(text: str, span: Span) -> str:
    """Return the SHA-256 of the UTF-8 of one passage of *text*."""
    return hashlib.sha256(text[span.start : span.end].encode()).hexdigest()


def render_hashes(hashes: Mapping[str, Mapping[str, str]]) -> str:
    """Return the text of `span_hashes.json`: sources by id, spans by position."""
    ordered = {source: dict(sorted(spans.items(), key=lambda item: tuple(map(int, item[0].split("-"))))) for source, spans in sorted(hashes.items())}
    return json.dumps({"schema": 1, "span_hashes": ordered}, indent=1, ensure_ascii=False) + "\n"


def passages(dataset: Dataset) -> Iterator[Passage]:
    """Walk every span of every document: lines of `said`, quotations of experts and of officials."""
    for entry in dataset.trips:
        document, node, trip = entry.record, entry.node, entry.record.trip.id
        for source, lines in document.said.items():
            for number, line in enumerate(lines):
                for index, span in enumerate(spans_of(line.span)):
                    place = node.at(("said", source, number, "span", index)).place
                    yield Passage(source, span, trip, f"said.{source}.{number + 1}.span", place, line.sha256 or "")
        for number, expert in enumerate(document.quoted_experts):
            for order, quote in enumerate(expert.quotes):
                for index, span in enumerate(spans_of(quote.span)):
                    place = node.at(("quoted_experts", number, "quotes", order, "span", index)).place
                    yield Passage(expert.source, span, f"{trip}.{expert.id}", f"quoted_experts.{expert.id}.quotes.{order + 1}.span", place, quote.sha256 or "")
        for number, official in enumerate(document.quotes):
            for index, span in enumerate(spans_of(official.span)):
                place = node.at(("quotes", number, "span", index)).place
                yield Passage(official.source, span, trip, f"quotes.{number + 1}.span", place, official.sha256 or "")


def _judge(passage: Passage, text: str, known: str) -> Iterator[Finding]:
    """Find what is wrong with one span, given the text of its source and the hash that is kept for it."""
    span = passage.span
    if span.end > len(text):
        yield _finding(passage, f"the span {span} ends after the text of {passage.source}, which has {len(text)} code points")
    elif known and known != digest(text, span):
        yield _finding(passage, f"the text of {passage.source} at {span} is not the one whose hash is kept")
    elif not known:
        yield _finding(passage, f"no hash is kept for {span} of {passage.source}; run verify-spans with --write")


def _finding(passage: Passage, message: str) -> Finding:
    end = End(label=f"span {passage.span}", record=passage.record, field="span", source=passage.source, place=passage.place, value=str(passage.span))
    return Finding(code=CODE, severity=Severity.ERROR, record=passage.record, field=passage.path, message=message, place=passage.place, end=end)


def _copies(folder: Path) -> dict[str, str]:
    """Return the texts of all UTF-8 files right in *folder*, by the SHA-256 of their bytes."""
    if not folder.is_dir():
        raise UnreadablePathError(folder, "it is no folder" if folder.exists() else "there is no such folder")
    copies = {}
    for path in sorted(folder.iterdir()):
        if path.is_file():
            content = path.read_bytes()
            try:
                copies[hashlib.sha256(content).hexdigest()] = content.decode("utf-8")
            except UnicodeDecodeError:
                continue
    return copies


def write_hashes(folder: Path, hashes: Mapping[str, Mapping[str, str]]) -> None:
    """Keep *hashes* in `span_hashes.json` of *folder*; a run that is killed leaves the file as it was.

    Raises:
        UnwritablePathError: the file cannot be written.
    """
    path = folder / f"{HASHES}.json"
    beside = path.with_suffix(".json.new")
    try:
        beside.write_text(render_hashes(hashes), encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        raise UnwritablePathError(path, (error.strerror or "not writable").lower()) from error
