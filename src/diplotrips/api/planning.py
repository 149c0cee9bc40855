"""What a review will write: documents, stubs of registers, and what falls away; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from diplotrips.api.reviewing import lacking, registered
from diplotrips.api.rewriting import text_of, with_added
from diplotrips.api.trips import refuse_other_kind, refuse_taken
from diplotrips.errors import UnknownNameError, UnusableRequestError, UnwritablePathError
from diplotrips.extract.editing.formatting import format_text
from diplotrips.extract.layout import AUTHORED, lay_out, records_folder
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.text import BYTE_ORDER_MARK, read_text
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.extract.review.acceptance import accepted
from diplotrips.extract.review.documents import Names, additions, met_as, names_in, new_document, organizations_in
from diplotrips.extract.review.inserting import block as block_lines
from diplotrips.extract.review.progress import NEW, REJECT
from diplotrips.extract.review.stubs import countries_of, organization_stub, person_stub, source_stub
from diplotrips.schema.dataset import Entry
from diplotrips.schema.document import TripDocument
from diplotrips.schema.fields import id_from
from diplotrips.words import listed

if TYPE_CHECKING:
    from diplotrips.api.reviewing import Opened
    from diplotrips.extract.editing.entries import NewEntry
    from diplotrips.extract.review.acceptance import Loss
    from diplotrips.extract.review.items import Part
    from diplotrips.extract.review.progress import WrittenTrip
    from diplotrips.schema.tree import JsonValue

    Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlannedTrip:
    """One trip document that will be written or added to."""

    trip: str
    """Id of the trip."""
    path: Path
    file: str
    """Its file, as shown."""
    text: str
    """What the file will hold."""
    before: str | None
    """What the file of a trip that was there held without this review; None for a new trip."""
    losses: tuple[Loss, ...]
    """What was accepted and will not be in it."""
    entry: Entry[TripDocument]
    """What it says then."""
    is_anew: bool = False
    """Whether this review wrote it before."""


@dataclass(slots=True)
class Plan:
    """What will be written."""

    documents: list[PlannedTrip] = field(default_factory=list)
    entries: dict[str, tuple[str, NewEntry]] = field(default_factory=dict)
    """New register entries by id, each with the name of its register."""
    undone: dict[str, tuple[Path, str | None]] = field(default_factory=dict)
    """Files that the review wrote before and that have no part in it any more, as shown: what they held before, None if they were new."""

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What was accepted and will not be written."""
        return tuple(loss for document in self.documents for loss in document.losses)

    @property
    def is_written(self) -> bool:
        """Whether everything is there already, as it would be written."""
        return not (self.entries or self.undone) and all(_content(one.path) == one.text for one in self.documents)


def planned(opened: Opened) -> Plan:
    """Return everything that will be written of what was decided so far.

    Raises:
        UnusableRequestError: something that a record needs is missing.
        UnwritablePathError: a file was changed since the review wrote it, or cannot be edited.
        UnreadablePathError: a file cannot be read.
    """
    plan, review = Plan(), opened.review
    for part in review.parts:
        answer = review.trips.get(part.id)
        if answer is None or answer.decision == REJECT:
            continue
        block, losses = accepted(review, part)
        if not block:
            raise UnusableRequestError(
                f"nothing can be written of {part.id}: the line that names its traveller was not accepted; reject it"
            )
        names = _names(block, opened, plan)
        earlier = next((one for one in plan.documents if one.trip == answer.id and (one.before is None) == (answer.decision == NEW)), None)
        if earlier is None:
            plan.documents.append(_document(part, block, names, losses, opened))
        else:  # two trips of the draft are one
            both = replace(earlier, losses=(*earlier.losses, *losses))
            plan.documents[plan.documents.index(earlier)] = _joined(both, part, block, names, opened)
    if plan.documents and not any(entry.record.id == review.draft.source for entry in opened.dataset.sources):
        refuse_other_kind(review.draft.source, "", opened.dataset)
        plan.entries[review.draft.source] = ("sources", source_stub(review.draft))
    _undo(opened, plan)
    return plan


def changed_since(written: WrittenTrip, path: Path) -> bool:
    """Tell whether somebody changed the file at *path* since a review wrote it; a file that is not there was not changed."""
    content = path.read_bytes() if path.exists() else None
    return content is not None and sha256(content).hexdigest() != written.sha256


def changed_files(opened: Opened) -> tuple[str, ...]:
    """Return the files that this review wrote and that somebody changed since, as shown."""
    folder = records_folder(opened.root)
    written = opened.review.written.values()
    return tuple(str(PurePosixPath(opened.dataset.root) / one.file) for one in written if changed_since(one, folder / one.file))


def _undo(opened: Opened, plan: Plan) -> None:
    """Plan what becomes of files that the review wrote before, and refuse to touch those that were changed since."""
    kept = {document.trip: document for document in plan.documents}
    for trip, written in opened.review.written.items():
        path, shown_as = records_folder(opened.root) / written.file, str(PurePosixPath(opened.dataset.root) / written.file)
        if changed_since(written, path) and not (trip in kept and _content(path) == kept[trip].text):
            again = "" if written.before is not None else "; or delete it, and the review begins anew"
            raise UnwritablePathError(shown_as, f"it was changed since this review wrote it, so change it by hand{again}")
        if trip not in kept and path.exists():
            plan.undone[shown_as] = (path, written.before)


def _names(block: Json, opened: Opened, plan: Plan) -> Names:
    """Return how everybody and everything in *block* is called, and plan stubs for whoever is in no register."""
    countries, met = countries_of(block), met_as(block)
    countries |= {name: countries[person] for person, name in met.items() if person in countries}
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
    people |= {person: people[name] for person, name in met.items()}
    for name in organizations_in(block):
        key = id_from(name)
        organizations |= {name: key}
        if key not in {entry.record.id for entry in opened.dataset.organizations} | plan.entries.keys():
            refuse_other_kind(key, "", opened.dataset)
            plan.entries[key] = ("organizations", organization_stub(key, name))
    return Names(source=opened.review.draft.source, people=people, organizations=organizations)


def _document(part: Part, block: Json, names: Names, losses: tuple[Loss, ...], opened: Opened) -> PlannedTrip:
    """Return file and text of the document that a trip of the draft becomes, or is added to."""
    review, answer = opened.review, opened.review.trips[part.id]
    trip_id = answer.id or ""
    own = review.written.get(trip_id)
    if answer.decision == NEW:
        path = records_folder(opened.root) / AUTHORED / f"{trip_id}.yaml"
        if own is None or own.before is not None:
            refuse_taken(trip_id, opened.dataset, path)
        if missing := lacking(opened, part):
            told = f'"{missing[0]}" under trips, {part.id} in the answers'
            raise UnusableRequestError(f"{part.id} cannot be a trip: no accepted line gives {listed(missing, 'and')}; give {told}")
        given = answer.model_dump(mode="json", exclude_none=True, exclude={"decision", "id", "passages"})
        text = _new_text(part, new_document(block, trip_id, names, given, _entry(opened)))
        shown_as = str(PurePosixPath(opened.dataset.root) / AUTHORED / path.name)
        return PlannedTrip(trip_id, path, shown_as, text, None, losses, _held(text, part), own is not None)
    path, shown_as, before, document = _authored(trip_id, opened, own)
    text = with_added(before, shown_as, list(additions(block, document, names, _entry(opened))), AUTHORED)
    return PlannedTrip(trip_id, path, shown_as, text, before, losses, _held(text, part), own is not None)


def _joined(earlier: PlannedTrip, part: Part, block: Json, names: Names, opened: Opened) -> PlannedTrip:
    """Return the document that an *earlier* trip of the draft becomes, with another one put into it as into an authored trip."""
    there = parse_yaml(earlier.text.removeprefix(BYTE_ORDER_MARK), earlier.file, date_keys=DATE_KEYS).value
    added = [(path, _besides(there, path, what)) for path, what in additions(block, earlier.entry.record, names, _entry(opened))]
    text = with_added(earlier.text, earlier.file, added, AUTHORED)
    return replace(earlier, text=text, entry=_held(text, part))


def _besides(value: JsonValue, path: tuple[str | int, ...], what: Json | list[Any]) -> Json | list[Any]:
    """Return the items of *what* that the list at *path* of a document has not yet; a mapping as it is."""
    there: Any = value
    for step in path:
        there = there.get(step, {}) if isinstance(there, dict) else there[step]
    return [item for item in what if item not in there] if isinstance(what, list) and isinstance(there, list) else what


def _entry(opened: Opened) -> Json:
    """Return what a document says of this review."""
    review = opened.review
    return {
        "source": review.draft.source,
        "reviewed_by": opened.by,
        "draft_sha256": review.draft_sha256,
        "text_sha256": review.text_sha256,
    }


def _new_text(part: Part, document: Json) -> str:
    """Return the text of a new document."""
    if "stops" not in document:
        raise UnusableRequestError(
            f"{part.id} cannot be a trip: no stop of it was accepted; reject it, or begin the trip by diplotrips new"
        )
    return format_text("\n".join(block_lines(document)) + "\n", AUTHORED)


def _held(text: str, part: Part) -> Entry[TripDocument]:
    """Return what a document says, and refuse one that could not be read again."""
    parsed = parse_yaml(text.removeprefix(BYTE_ORDER_MARK), part.id, date_keys=DATE_KEYS)
    held = hold(parsed.value, parsed.node, TripDocument) if parsed.node else None
    wrong = (*parsed.findings, *(held.findings if held else ()))
    if parsed.node is None or held is None or held.record is None or wrong:
        raise UnusableRequestError(f"{part.id} cannot be written: {wrong[0].message if wrong else 'it would hold nothing'}")
    return Entry(held.record, parsed.node)


def _authored(trip_id: str, opened: Opened, own: WrittenTrip | None) -> tuple[Path, str, str, TripDocument]:
    """Return file, shown name, text and record of an authored trip, without what this review wrote into it."""
    entry = next((entry for entry in opened.dataset.trips if entry.record.trip.id == trip_id), None)
    if entry is None or (own and own.before is None):
        raise UnknownNameError("trip", trip_id, [entry.record.trip.id for entry in opened.dataset.trips])
    shown_as = entry.node.place.file
    path = next(file.path for file in lay_out(opened.root).files if file.shown_as == shown_as)
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise UnwritablePathError(shown_as, "only files of YAML are edited; add the lines by hand")
    if own is None or own.before is None:
        return path, shown_as, text_of(path, shown_as), entry.record
    parsed = parse_yaml(own.before.removeprefix(BYTE_ORDER_MARK), shown_as, date_keys=DATE_KEYS)
    held = hold(parsed.value, parsed.node, TripDocument) if parsed.node else None
    return path, shown_as, own.before, (held.record if held else None) or entry.record


def _content(path: Path) -> str | None:
    """Return what a file holds now; None if it is not there or no text."""
    text = read_text(path, str(path)) if path.exists() else None
    return text if isinstance(text, str) else None
