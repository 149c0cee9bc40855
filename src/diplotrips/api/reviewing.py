"""Reviewing a draft: opening it with its text, and what has to be known beside the draft. What is written of it is in `approving`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplotrips.api.checking import judged
from diplotrips.api.trips import refuse_other_kind
from diplotrips.checks.disagreement.near_names import Register
from diplotrips.checks.drafts.linking import Linker
from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.extract.copies import read_source
from diplotrips.extract.layout import PARSED, lay_out, records_folder
from diplotrips.extract.reading import read_dataset
from diplotrips.extract.review.acceptance import accepted
from diplotrips.extract.review.documents import names_in
from diplotrips.extract.review.passages import passage
from diplotrips.extract.review.progress import EXISTING, NEW, REJECT, TripAnswer, read_progress
from diplotrips.extract.review.reviewing import be, open_draft
from diplotrips.extract.starting import terms
from diplotrips.schema.codelists import fold
from diplotrips.schema.fields import id_from
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from diplotrips.extract.review.items import Part
    from diplotrips.extract.review.reviewing import Review
    from diplotrips.findings import Finding, Place
    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.registers import Person

NEEDED: Final = ("office", "represents", "status", "dates")
"""What a trip has to say beside its stops; in the place of its dates a window is enough."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A review that was begun or is gone on with, and the dataset that its records go into."""

    review: Review
    root: Path
    dataset: Dataset
    by: str
    """Id of the coder who reviews."""
    findings: tuple[Finding, ...] = ()
    """What the checks say of the draft, such as what it contradicts; in their order."""
    lines: Mapping[Place, str] | None = None
    """The source line of every place that these name."""
    meant: Mapping[str, str] | None = None
    """Ids of the authored trips that trips of the draft mean, by local id, as far as that can be told."""


def open_review(draft: Path, text: Path, root: Path | str = ".", by: str = "", today: date | None = None) -> Opened:
    """Open the draft in the file *draft*, which was made of the *text*, for review; what was decided before is gone on with.

    Args:
        draft: File of the draft, such as `extract/parsed/<source-id>.json`, or that source id.
        text: File of the text.
        root: Folder of a dataset project.
        by: Id of the coder who reviews; unless given, the only person in the register of coders.
        today: Day as of which the records are judged; unless given the clock's, in UTC.

    Raises:
        UnreadablePathError: a file or *root* cannot be read.
        UnknownNameError: no coder is called so.
        UnusableRequestError: the text is not that of the draft, or it is not clear who reviews.
    """
    draft = _file_of(draft, Path(root))
    review = open_draft(draft, read_source(text), text)
    reading = read_dataset(Path(root))
    dataset = reading.dataset
    by = _reviewer(by, dataset)
    _refuse_other_text(review, dataset)
    review.settle(records_folder(Path(root)))
    _begin_anew_without(review, records_folder(Path(root)))
    file = next((file.shown_as for file in lay_out(Path(root)).files if file.path.resolve() == draft.resolve()), "")
    report = judged(reading, today)
    findings = tuple(
        found for found in report.open if file and file in {found.place.file, *(end.place.file for end in found.related if end.place)}
    )
    blocks = [block.trip if isinstance(block.trip, str) else block.trip.id for block in review.draft.trips]
    meant = {blocks[link.block]: link.document.trip.id for link in Linker(dataset).links(review.draft)}
    return Opened(review, Path(root), dataset, by, findings, report.lines, meant)


def take_answers(opened: Opened, file: Path) -> None:
    """Take over the answers in *file*, which have to decide everything.

    Raises:
        UnreadablePathError: it cannot be read.
        UnusableRequestError: it holds no answers, those of another draft or text, or not all.
    """
    review = opened.review
    if review.written:  # the file decides anew
        for decided in (review.answers, review.trips, review.people):
            decided.clear()
    review.take(read_progress(file))
    names = [*(part.id for part in review.undecided_trips()), *(item.key for item in review.undecided())]
    if names:
        told = listed(names, "and", 3)
        raise UnusableRequestError(f"{file} has no answer for {told}; `others` in it can say what holds of all values that are not named")


def suggested_id(opened: Opened, part: Part) -> str:
    """Return an id for a new trip: surname, month and the first countries, and a number where that is taken."""
    trip = part.trip
    article = opened.review.draft.article
    days = str(trip.get("dates") or trip.get("within") or (article.published if article else None) or "")
    month = days.lstrip("/")[:7]
    countries = [stop["country"].lower() for stop in part.block.get("stops", ())][:3]
    plain = id_from("-".join([str(trip["traveller"]).split()[-1], *([month] if month[:4].isdigit() else []), *countries])) or part.id
    ours = {key for key, written in opened.review.written.items() if written.before is None}
    taken = {item.id for item in opened.dataset.items} - ours | {answer.id for key, answer in opened.review.trips.items() if key != part.id}
    count, free = 1, plain
    while free in taken:
        count += 1
        free = f"{plain}-{count}"
    return free


def lacking(opened: Opened, part: Part) -> tuple[str, ...]:
    """Return which of `NEEDED` a new trip would not have, by what was accepted and answered so far."""
    answer = opened.review.trips.get(part.id)
    if answer is None or answer.decision != NEW:
        return ()
    block = accepted(opened.review, part).block
    held = {*(block["trip"] if block else ()), *answer.model_dump(exclude_none=True)}
    held |= {"dates"} if "within" in held else set()
    return tuple(key for key in NEEDED if block and key not in held)


def supply(opened: Opened, part: Part, key: str, text: str) -> None:
    """Say what a trip has that no line gives: `office`, `represents`, `status`, `dates` or `within`.

    Raises:
        UnusableRequestError: it cannot be that; the nearest that it can be is named.
        UnknownNameError: it cannot be that, and nothing is near.
    """
    organizations = [entry.record.id for entry in opened.dataset.organizations]
    told = {
        "office": lambda: terms.code("office", text, "offices"),
        "represents": lambda: terms.party(text, organizations),
        "status": lambda: terms.code("status", text, "trip_statuses"),
    }
    _answer(opened, part, key, told.get(key, lambda: terms.days(text))())


def ground(opened: Opened, part: Part, key: str, words: str) -> None:
    """Say where the article says what `supply` took: by code points such as `12-34`, or by its words.

    Raises:
        UnusableRequestError: the article has no such passage, or several.
    """
    before = opened.review.trips[part.id].passages or {}
    _answer(opened, part, "passages", {**before, key: passage(opened.review.text, words)})


def _answer(opened: Opened, part: Part, key: str, value: object) -> None:
    before = opened.review.trips[part.id].model_dump(mode="json", exclude_none=True)
    opened.review.trips[part.id] = TripAnswer.model_validate({**before, key: value})


def decide_trip(opened: Opened, part: Part, decision: str, trip_id: str = "") -> None:
    """Decide what becomes of a trip of the draft: a record of its own (`new`), lines in an authored one (`existing`), nothing (`reject`).

    Raises:
        UnusableRequestError: the id cannot be that of a new trip.
        UnknownNameError: there is no authored trip of that id.
    """
    if decision == NEW:
        terms.id_of("a trip", trip_id)
        own = opened.review.written.get(trip_id)
        if trip_id in opened.dataset.by_id and (own is None or own.before is not None):
            raise UnusableRequestError(f"{trip_id} is the id of a record already; an id belongs to one record")
    ours = {key for key, written in opened.review.written.items() if written.before is None}
    authored = [entry.record.trip.id for entry in opened.dataset.trips if entry.record.trip.id not in ours]
    if decision == EXISTING and trip_id not in authored:
        raise UnknownNameError("trip", trip_id, authored)
    opened.review.trips[part.id] = TripAnswer.model_validate({"decision": decision, **({"id": trip_id} if trip_id else {})})


def unknown_people(opened: Opened) -> Mapping[str, Person | None]:
    """Return every name of a person that no register has, each with the registered person who may be meant; answered ones are left out."""
    register = Register([entry.record for entry in opened.dataset.people])
    found: dict[str, Person | None] = {}
    for part in opened.review.parts:
        if (answer := opened.review.trips.get(part.id)) and answer.decision != REJECT:
            block = accepted(opened.review, part).block
            for name in names_in(block) if block else ():
                if name not in opened.review.people and not registered(name, opened.dataset):
                    near = register.of_others("", name)
                    found[name] = near.person if near else None
    return found


def name_person(opened: Opened, name: str, person: str) -> None:
    """Say who *name* is: the id of a registered person, or of a new one.

    Raises:
        UnusableRequestError: it cannot be the id of a person.
    """
    terms.id_of("a person", person)
    if person not in {entry.record.id for entry in opened.dataset.people}:
        refuse_other_kind(person, "", opened.dataset)
    opened.review.people[name] = person


def registered(name: str, dataset: Dataset) -> str:
    """Return the id of the registered person who is called *name*, by any spelling or by the id; empty if nobody is."""
    for entry in dataset.people:
        person = entry.record
        if name == person.id or fold(name) in {fold(spelling) for spelling in (person.name, *(other.name for other in person.names))}:
            return person.id
    return ""


def _file_of(draft: Path, root: Path) -> Path:
    """Return the file of a draft that is named by its path or by the id of its source."""
    if draft.is_file() or draft.suffix:
        return draft
    drafts = {path.stem: path for path in (records_folder(root) / PARSED).rglob("*.json") if not path.name.startswith(".")}
    if draft.name not in drafts:
        raise UnknownNameError("draft", str(draft), sorted(drafts))
    return drafts[draft.name]


def _begin_anew_without(review: Review, folder: Path) -> None:
    """Begin the review anew if somebody deleted what it wrote."""
    gone = [written.file for written in review.written.values() if not (folder / written.file).exists()]
    if gone:
        review.forget()
        review.void = f"{listed(gone, 'and')}, which this review wrote, {be(len(gone))} deleted"


def _reviewer(by: str, dataset: Dataset) -> str:
    """Return the id of the coder who reviews."""
    people = [entry.record.id for entry in dataset.coders if entry.record.kind == "person"]
    if by and by not in people:
        raise UnknownNameError("person who codes", by, people)
    if not by and len(people) != 1:
        known = f"; there are {listed(people, 'and', 5)}" if people else "; put yourself into coders.yaml first"
        raise UnusableRequestError(f"a review says who vouches for it: give --by and an id of coders.yaml{known}")
    return by or people[0]


def _refuse_other_text(review: Review, dataset: Dataset) -> None:
    """Refuse a draft of another text than the one that the register of sources has."""
    source = next((entry.record for entry in dataset.sources if entry.record.id == review.draft.source), None)
    if source and source.text_sha256 not in {None, review.text_sha256}:
        raise UnusableRequestError(f"the register has another SHA-256 of the text of {source.id} than the draft: the article changed since")
