"""Writing what a person accepted of a draft: trip documents, stubs of whoever is new, hashes of passages; all of it or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from diplotrips.api.checking import judged
from diplotrips.api.reviewing import lacking, registered
from diplotrips.api.trips import refuse_other_kind, refuse_taken
from diplotrips.errors import UnknownNameError, UnreadablePathError, UnusableRequestError, UnwritablePathError, reason_of
from diplotrips.extract.editing.appending import append_entry, register_for
from diplotrips.extract.editing.formatting import format_text
from diplotrips.extract.hashes import digest, write_hashes
from diplotrips.extract.layout import AUTHORED, HASHES, lay_out, records_folder
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.parsed import Parsed
from diplotrips.extract.notation.text import BYTE_ORDER_MARK, read_text
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS, read_dataset
from diplotrips.extract.review.acceptance import accepted
from diplotrips.extract.review.documents import Names, additions, names_in, new_document, organizations_in
from diplotrips.extract.review.inserting import block as block_lines
from diplotrips.extract.review.inserting import with_additions
from diplotrips.extract.review.progress import NEW, REJECT, progress_file
from diplotrips.extract.review.stubs import countries_of, organization_stub, person_stub, source_stub
from diplotrips.extract.review.writing import all_or_none
from diplotrips.extract.starting.project import id_from
from diplotrips.replacing import write_whole
from diplotrips.schema.document import TripDocument
from diplotrips.schema.passages import passages
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from diplotrips.api.reviewing import Opened
    from diplotrips.extract.editing.appending import Appended
    from diplotrips.extract.editing.entries import NewEntry
    from diplotrips.extract.review.items import Part
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.fields import Span

    Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """One trip document that was written or added to."""

    trip: str
    """Id of the trip."""
    file: str
    """Its file, as shown."""
    is_new: bool
    fell: int
    """How many accepted values are not in it, since what they are about was not accepted."""


@dataclass(frozen=True, slots=True)
class Approved:
    """What came of a review."""

    source: str
    by: str
    decisions: Mapping[str, int]
    """How many values were accepted, changed, rejected, not found, or not decided."""
    written: tuple[Written, ...]
    stubs: Mapping[str, Appended]
    """New entries of registers, by id, and where they stand."""
    findings: tuple[Finding, ...]
    """What a check finds of the trips and the new entries, in its order."""


@dataclass(slots=True)
class _Plan:
    """What is to be written."""

    documents: list[tuple[Path, str, Written]] = field(default_factory=list)
    """File, its new text, and what is told of it."""
    entries: dict[str, tuple[str, NewEntry]] = field(default_factory=dict)
    """New register entries by id, each with the name of its register."""


def approve(opened: Opened, today: date | None = None) -> Approved:
    """Write what was accepted, and judge the records anew.

    Raises:
        UnusableRequestError: something that a record needs is missing; nothing is written.
        UnwritablePathError: a file cannot be written or has errors of its own; everything is as it was.
        UnreadablePathError: a file cannot be read; everything is as it was.
    """
    review, root = opened.review, opened.root
    if review.written:
        raise UnusableRequestError(f"this draft was reviewed already, and {listed(sorted(review.written.values()), 'and')} written")
    plan = _planned(opened)
    registers = {key: register_for(root, holds, key) for key, (holds, _) in plan.entries.items()}
    for key, (_, entry) in plan.entries.items():  # nothing is written unless all can be
        append_entry(registers[key], entry, write=False)
    folder = records_folder(root)
    hashes = folder / f"{HASHES}.json"
    files = [
        *(path for path, _, _ in plan.documents),
        *(register.path for register in registers.values()),
        hashes,
        progress_file(review.path),
    ]
    with all_or_none(dict.fromkeys(files)):
        for path, text, _ in plan.documents:
            _make_folder(path.parent)
            write_whole(path, text.encode())
        stubs = {key: append_entry(registers[key], entry, write=True) for key, (_, entry) in plan.entries.items()}
        reading = read_dataset(root)
        write_hashes(folder, _hashes(opened, reading.dataset))
        review.written |= {written.trip: written.file for _, _, written in plan.documents}
        review.save()
    concerned = {*(written.trip for _, _, written in plan.documents), *stubs}
    findings = tuple(found for found in judged(read_dataset(root), today).open if found.root in concerned)
    return Approved(review.draft.source, opened.by, _decisions(opened), tuple(written for _, _, written in plan.documents), stubs, findings)


def _decisions(opened: Opened) -> dict[str, int]:
    """Count what was decided of the values, by decision."""
    review = opened.review
    counts: Counter[str] = Counter()
    for item in review.items:
        answer = review.answers.get(item.key)
        if review.falls(item):
            counts["fell"] += 1
        else:
            counts["undecided" if answer is None else "changed" if answer.fields is not None else answer.decision] += 1
    return dict(counts)


def _planned(opened: Opened) -> _Plan:
    """Return everything that is to be written."""
    plan, review = _Plan(), opened.review
    for part in review.parts:
        answer = review.trips.get(part.id)
        if answer is None or answer.decision == REJECT:
            continue
        block, fell = accepted(review, part)
        if not block:
            raise UnusableRequestError(
                f"nothing can be written of {part.id}: the line that names its traveller was not accepted; reject it"
            )
        names = _names(block, opened, plan)
        plan.documents.append(_document(part, block, names, fell, opened))
    if plan.documents and not any(entry.record.id == review.draft.source for entry in opened.dataset.sources):
        refuse_other_kind(review.draft.source, "", opened.dataset)
        plan.entries[review.draft.source] = ("sources", source_stub(review.draft))
    return plan


def _names(block: Json, opened: Opened, plan: _Plan) -> Names:
    """Return how everybody and everything in *block* is called, and plan stubs for whoever is in no register."""
    countries = countries_of(block)
    people: dict[str, str] = {}
    organizations: dict[str, str] = {}
    for name in names_in(block):
        key = opened.review.people.get(name) or registered(name, opened.dataset) or id_from(name)
        if not key:
            raise UnusableRequestError(f"“{name}” makes no id of a person; say under people in the answers who it is")
        people |= {name: key, id_from(name): key}
        if key not in {entry.record.id for entry in opened.dataset.people} | plan.entries.keys():
            refuse_other_kind(key, "", opened.dataset)
            plan.entries[key] = ("people", person_stub(key, name, countries.get(name) or countries.get(id_from(name), "")))
    for name in organizations_in(block):
        key = id_from(name)
        organizations |= {name: key}
        if key not in {entry.record.id for entry in opened.dataset.organizations} | plan.entries.keys():
            refuse_other_kind(key, "", opened.dataset)
            plan.entries[key] = ("organizations", organization_stub(key, name))
    return Names(source=opened.review.draft.source, people=people, organizations=organizations)


def _document(part: Part, block: Json, names: Names, fell: int, opened: Opened) -> tuple[Path, str, Written]:
    """Return file and text of the document that a trip of the draft becomes, or is added to."""
    review, answer = opened.review, opened.review.trips[part.id]
    trip_id = answer.id or ""
    entry = {
        "source": review.draft.source,
        "reviewed_by": opened.by,
        "draft_sha256": review.draft_sha256,
        "text_sha256": review.text_sha256,
    }
    if answer.decision == NEW:
        path = records_folder(opened.root) / AUTHORED / f"{trip_id}.yaml"
        refuse_taken(trip_id, opened.dataset, path)
        if missing := lacking(opened, part):
            raise UnusableRequestError(f"{part.id} cannot be a trip: no accepted line gives {listed(missing, 'and')}")
        given = answer.model_dump(exclude_none=True, exclude={"decision", "id"})
        text = _new_text(part, new_document(block, trip_id, names, given, entry))
        return path, text, Written(trip_id, str(PurePosixPath(opened.dataset.root) / AUTHORED / path.name), is_new=True, fell=fell)
    path, shown_as, document = _authored(trip_id, opened)
    text = _text_of(path, shown_as)
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    added = list(additions(block, document, names, entry))
    text = mark + with_additions(text.removeprefix(BYTE_ORDER_MARK), shown_as, added)
    _hold(text, part)
    return path, text, Written(trip_id, shown_as, is_new=False, fell=fell)


def _new_text(part: Part, document: Json) -> str:
    """Return the text of a new document."""
    if "stops" not in document:
        raise UnusableRequestError(
            f"{part.id} cannot be a trip: no stop of it was accepted; reject it, or begin the trip by diplotrips new"
        )
    text = format_text("\n".join(block_lines(document)) + "\n", AUTHORED)
    _hold(text, part)
    return text


def _hold(text: str, part: Part) -> None:
    """Refuse a document that could not be read again."""
    parsed = parse_yaml(text, part.id, date_keys=DATE_KEYS)
    held = hold(parsed.value, parsed.node, TripDocument) if parsed.node else None
    wrong = (*parsed.findings, *(held.findings if held else ()))
    if wrong:
        raise UnusableRequestError(f"{part.id} cannot be written: {wrong[0].message}")


def _authored(trip_id: str, opened: Opened) -> tuple[Path, str, TripDocument]:
    """Return file, shown name and record of an authored trip."""
    entry = next((entry for entry in opened.dataset.trips if entry.record.trip.id == trip_id), None)
    if entry is None:
        raise UnknownNameError("trip", trip_id, [entry.record.trip.id for entry in opened.dataset.trips])
    shown_as = entry.node.place.file
    path = next(file.path for file in lay_out(opened.root).files if file.shown_as == shown_as)
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise UnwritablePathError(shown_as, "only files of YAML are edited; add the lines by hand")
    return path, shown_as, entry.record


def _text_of(path: Path, shown_as: str) -> str:
    text = read_text(path, shown_as)
    if isinstance(text, Parsed):
        raise UnreadablePathError(shown_as, text.findings[0].message)
    return text


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UnwritablePathError(folder, reason_of(error)) from error


def _hashes(opened: Opened, dataset: Dataset) -> dict[str, dict[str, str]]:
    """Return the hashes that are kept, with those of the passages of this source."""
    kept = {source: dict(spans) for source, spans in dataset.span_hashes.items()}
    ours = kept.setdefault(opened.review.draft.source, {})
    for span in _spans(opened, dataset):
        ours.setdefault(str(span), digest(opened.review.text, span))
    return {source: spans for source, spans in kept.items() if spans}


def _spans(opened: Opened, dataset: Dataset) -> Iterator[Span]:
    """Give the spans of this source that lie in its text."""
    size = len(opened.review.text)
    return (one.span for one in passages(dataset) if one.source == opened.review.draft.source and one.span.start < one.span.end <= size)
