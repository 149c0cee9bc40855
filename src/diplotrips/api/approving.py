"""Writing what a person accepted of a draft: trip documents, stubs of whoever is new, hashes of passages; all of it or nothing.

A process can be killed between two files. So what documents rest on comes first, stubs and hashes, then what the documents will be, then
they: wherever it ends the records are whole, and the same review finishes them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from diplotrips.api.checking import judged
from diplotrips.api.planning import planned
from diplotrips.api.rewriting import in_style
from diplotrips.errors import UnwritablePathError, reason_of
from diplotrips.extract.editing.appending import append_entry, register_for
from diplotrips.extract.hashes import digest, write_hashes
from diplotrips.extract.layout import HASHES, records_folder
from diplotrips.extract.reading import read_dataset
from diplotrips.extract.review.acceptance import is_accepted
from diplotrips.extract.review.progress import WrittenTrip, progress_file
from diplotrips.extract.review.writing import all_or_none
from diplotrips.replacing import write_whole
from diplotrips.schema.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from diplotrips.api.planning import Plan, PlannedTrip
    from diplotrips.api.reviewing import Opened
    from diplotrips.extract.editing.appending import Appended, Register
    from diplotrips.extract.editing.entries import NewEntry
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.fields import Span


@dataclass(frozen=True, slots=True)
class Approved:
    """What came of a review."""

    source: str
    by: str
    draft: str
    """File of the draft, as it was named."""
    decisions: Mapping[str, int]
    """How many values were accepted, changed, rejected, not found, or not decided."""
    written: tuple[PlannedTrip, ...]
    """The trip documents that were written or added to; with `is_same` those that are there."""
    undone: tuple[str, ...]
    """Files that the review wrote before and that it took back."""
    stubs: Mapping[str, Appended]
    """New entries of registers, by id, and where they stand."""
    findings: tuple[Finding, ...]
    """What a check finds of the trips and the new entries, in its order."""
    is_same: bool = False
    """Whether everything was there already, so that nothing was written."""


def approve(opened: Opened, today: date | None = None) -> Approved:
    """Write what was accepted, and judge the records anew; what this review wrote before is written anew where nobody changed it since.

    Raises:
        UnusableRequestError: something that a record needs is missing; nothing is written.
        UnwritablePathError: a file cannot be written, has errors of its own, or was changed since; everything is as it was.
        UnreadablePathError: a file cannot be read; everything is as it was.
    """
    plan = planned(opened)
    is_same = bool(opened.review.written) and plan.is_written and not opened.review.is_unfinished
    stubs = {} if is_same else _write(opened, plan)
    concerned = {*(document.trip for document in plan.documents), *stubs}
    findings = tuple(found for found in judged(read_dataset(opened.root), today).open if found.root in concerned)
    return Approved(
        opened.review.draft.source,
        opened.by,
        str(opened.review.path),
        _decisions(opened),
        tuple(plan.documents),
        tuple(plan.undone),
        stubs,
        findings,
        is_same,
    )


def _write(opened: Opened, plan: Plan) -> dict[str, Appended]:
    """Write everything or nothing; return where the new entries of registers stand."""
    review, root = opened.review, opened.root
    registers = {key: register_for(root, holds, key) for key, (holds, _) in plan.entries.items()}
    for key, (_, entry) in plan.entries.items():  # nothing is written unless all can be
        append_entry(registers[key], entry, write=False)
    folder = records_folder(root)
    undone = dict(plan.undone.values())
    files = [*(one.path for one in plan.documents), *undone, *(register.path for register in registers.values())]
    with all_or_none(dict.fromkeys([*files, folder / f"{HASHES}.json", progress_file(review.path)])):
        stubs = {key: _append(registers[key], entry) for key, (_, entry) in plan.entries.items()}
        dataset = read_dataset(root).dataset
        soon = replace(dataset, trips=(*dataset.trips, *(document.entry for document in plan.documents)))
        write_hashes(folder, _hashes(opened, soon, is_done=False))
        review.writing = {document.trip: _written(document, folder) for document in plan.documents}
        review.save()
        for path, before in undone.items():
            _put_back(path, before)
        for document in plan.documents:
            _make_folder(document.path.parent)
            write_whole(document.path, document.text.encode())
        write_hashes(folder, _hashes(opened, read_dataset(root).dataset, is_done=True))
        review.written, review.writing = review.writing, None
        review.save()
    return stubs


def _written(document: PlannedTrip, folder: Path) -> WrittenTrip:
    told = {"file": document.path.relative_to(folder).as_posix(), "sha256": sha256(document.text.encode()).hexdigest()}
    return WrittenTrip.model_validate(told if document.before is None else {**told, "before": document.before})


def _append(register: Register, entry: NewEntry) -> Appended:
    """Put an entry into its register, in the style of `diplotrips format` if the file was in that before."""
    before = register.path.read_bytes().decode() if register.path.exists() else ""
    appended = append_entry(register, entry, write=True)
    text = register.path.read_bytes().decode()
    new = in_style(text, before, register.holds)
    if new != text:
        write_whole(register.path, new.encode())
    return appended


def _put_back(path: Path, before: str | None) -> None:
    """Make a file what it was before the review, or no file."""
    if before is not None:
        write_whole(path, before.encode())
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UnwritablePathError(path, reason_of(error)) from error


def _decisions(opened: Opened) -> dict[str, int]:
    """Count what was decided of the values, by decision."""
    review = opened.review
    counts: Counter[str] = Counter()
    for item in review.items:
        answer = review.answers.get(item.key)
        if review.falls(item):
            counts["fell"] += 1
        elif is_accepted(review, item) and item.lacks_words(review.fields_of(item)):
            counts["unworded"] += 1
        else:
            counts["undecided" if answer is None else "changed" if answer.fields is not None else answer.decision] += 1
    return dict(counts)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UnwritablePathError(folder, reason_of(error)) from error


def _hashes(opened: Opened, dataset: Dataset, *, is_done: bool) -> dict[str, dict[str, str]]:
    """Return the hashes that are kept, with those of the passages of this source; when all is done without those that it has no more."""
    kept = {source: dict(spans) for source, spans in dataset.span_hashes.items()}
    known = kept.pop(opened.review.draft.source, {})
    ours = {str(span): known.get(str(span)) or digest(opened.review.text, span) for span in _spans(opened, dataset)}
    stale = {} if is_done and opened.review.written else known  # what this review wrote before and does not any more has none
    return {source: spans for source, spans in {**kept, opened.review.draft.source: {**stale, **ours}}.items() if spans}


def _spans(opened: Opened, dataset: Dataset) -> Iterator[Span]:
    """Give the spans of this source that lie in its text."""
    size = len(opened.review.text)
    return (one.span for one in passages(dataset) if one.source == opened.review.draft.source and one.span.start < one.span.end <= size)
