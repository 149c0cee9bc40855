"""A review while it goes on: what there is to decide, what was decided, and what falls with something that was rejected."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from diplotrips.errors import UnreadablePathError, UnusableRequestError, UnwritablePathError, reason_of
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.files import read_file
from diplotrips.extract.parsing.drafting.grounding import text_sha256
from diplotrips.extract.parsing.drafting.witness import Witness
from diplotrips.extract.review.edits import changed, held
from diplotrips.extract.review.items import parts_of
from diplotrips.extract.review.journal import settled
from diplotrips.extract.review.passages import passage
from diplotrips.extract.review.progress import (
    ACCEPT,
    NEW,
    REJECT,
    Answer,
    Progress,
    TripAnswer,
    former_file,
    progress_file,
    read_progress,
    write_progress,
)
from diplotrips.extract.starting.terms import days
from diplotrips.schema.coding import CodingFile
from diplotrips.schema.version import SCHEMA_VERSION
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from diplotrips.extract.review.items import Item, Part
    from diplotrips.extract.review.progress import WrittenTrip


class Review:
    """The review of one draft by one person."""

    def __init__(self, path: Path, draft: CodingFile, draft_sha256: str, text: str) -> None:
        self.path = path
        """File of the draft."""
        self.draft = draft
        self.draft_sha256 = draft_sha256
        """SHA-256 of the file of the draft."""
        self.text = text
        self.text_sha256 = text_sha256(text)
        self.witness = Witness(text)
        self.parts = parts_of(draft)
        self.trips: dict[str, TripAnswer] = {}
        """What was decided of each trip, by its local id."""
        self.answers: dict[str, Answer] = {}
        """What was decided of each value, by its name."""
        self.people: dict[str, str] = {}
        """Who somebody is, by the name that the article uses."""
        self.written: dict[str, WrittenTrip] = {}
        """What was written when all was done, by trip."""
        self.writing: dict[str, WrittenTrip] | None = None
        """What is being written in the place of that; None: nothing is."""
        self.is_unfinished = False
        """Whether a run was killed while it wrote."""
        self.void = ""
        """Why what was decided before does not hold any more; empty if nothing was, or all holds."""
        self._is_put_aside = False

    @property
    def items(self) -> tuple[Item, ...]:
        """All values, in their order."""
        return tuple(item for part in self.parts for item in part.items)

    @property
    def is_begun(self) -> bool:
        """Whether anything was decided."""
        return bool(self.trips or self.answers)

    def part_of(self, trip: str) -> Part:
        """Return the trip of the draft with that local id."""
        return next(part for part in self.parts if part.id == trip)

    def falls(self, item: Item) -> bool:
        """Tell whether *item* needs no decision, since its trip or the record that it is about was rejected."""
        decided = self.trips.get(item.trip)
        if decided and decided.decision == REJECT:
            return True
        around = {"", item.record, item.record.partition(".")[0]} - ({item.record} if item.is_decisive else set())
        return any(
            other.is_decisive and other.record in around and other.key != item.key and self._is_refused(other)
            for other in self.part_of(item.trip).items
        )

    def _is_refused(self, item: Item) -> bool:
        answer = self.answers.get(item.key)
        return answer is not None and answer.decision != ACCEPT

    def undecided(self) -> Iterator[Item]:
        """Return the values that wait for a decision."""
        return (item for item in self.items if item.key not in self.answers and not self.falls(item))

    def undecided_trips(self) -> Iterator[Part]:
        """Return the trips that wait for one."""
        return (part for part in self.parts if part.id not in self.trips)

    def fields_of(self, item: Item) -> Mapping[str, Any]:
        """Return what *item* says, as it was changed."""
        answer = self.answers.get(item.key)
        return answer.fields if answer and answer.fields is not None else item.fields

    def changed(self, item: Item, written: str) -> dict[str, Any]:
        """Return the fields that somebody wrote for *item*: `first_day: 2025-03-04, mode: planned`.

        Raises:
            UnusableRequestError: they cannot be written like that; the reason is told.
        """
        return changed(item, written, self.witness)

    def held(self, item: Item, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return *fields* if *item* can say that.

        Raises:
            UnusableRequestError: it cannot; the reason is told.
        """
        return held(item, fields, self.witness)

    def progress(self) -> Progress:
        """Return what was decided, as it is kept."""
        decided = {
            "schema": SCHEMA_VERSION,
            "draft_sha256": self.draft_sha256,
            "text_sha256": self.text_sha256,
            "trips": self.trips,
            "items": self.answers,
            "people": self.people,
        }
        journal = {} if self.writing is None else {"writing": self.writing}
        return Progress.model_validate({**decided, **({"written": self.written} if self.written else {}), **journal})

    def save(self) -> None:
        """Keep what was decided beside the draft.

        Raises:
            UnwritablePathError: the file cannot be written.
        """
        place = progress_file(self.path)
        if self.void and not self._is_put_aside and place.exists():
            try:
                place.replace(former_file(self.path))
            except OSError as error:
                raise UnwritablePathError(former_file(self.path), reason_of(error)) from error
            self._is_put_aside = True
        write_progress(place, self.progress())

    def take(self, progress: Progress) -> None:
        """Take over what was decided, by somebody earlier or in a file of answers.

        Raises:
            UnusableRequestError: it is about another draft or text, or about values that the draft does not have.
        """
        told = {"draft": (progress.draft_sha256, self.draft_sha256), "text": (progress.text_sha256, self.text_sha256)}
        other = [what for what, (theirs, ours) in told.items() if theirs not in {None, ours}]
        if other:
            raise UnusableRequestError(f"that is void, as the {' and the '.join(other)} changed")
        items = {item.key: item for item in self.items}
        unknown = [*(progress.items.keys() - items.keys()), *(progress.trips.keys() - {part.id for part in self.parts})]
        if unknown:
            raise UnusableRequestError(f"the draft has no value called {min(unknown)}; diplotrips review --list prints the names")
        self.answers |= {key: self._held(items[key], answer) for key, answer in progress.items.items()}
        self.trips |= {key: self._placed(key, answer) for key, answer in progress.trips.items()}
        self.people |= progress.people
        self.written |= progress.written or {}
        self.writing = progress.writing
        if progress.others:
            self.answers |= {key: answer_of(progress.others) for key in items if key not in self.answers}

    def _held(self, item: Item, answer: Answer) -> Answer:
        """Return an answer with fields that *item* can have."""
        try:
            fields = held(item, answer.fields, self.witness) if answer.fields is not None else None
        except UnusableRequestError as error:
            raise UnusableRequestError(f"{item.key}: {error.reason}") from error
        return answer_of(answer.decision, fields if fields != item.fields else None)

    def _placed(self, trip: str, answer: TripAnswer) -> TripAnswer:
        """Return an answer with the code points of its passages, and days that can be."""
        if answer.decision != REJECT and not answer.id:
            whose = "the new trip" if answer.decision == NEW else "the trip that is there"
            raise UnusableRequestError(f'{trip}: "{answer.decision}" says nothing without the "id" of {whose}')
        try:
            told = {key: passage(self.text, words) for key, words in (answer.passages or {}).items()}
            for given in filter(None, (answer.dates, answer.within)):
                days(str(given))
        except UnusableRequestError as error:
            raise UnusableRequestError(f"{trip}: {error.reason}") from error
        return answer.model_copy(update={"passages": told}) if told else answer

    def forget(self) -> None:
        """Begin anew."""
        for decided in (self.answers, self.trips, self.people, self.written):
            decided.clear()
        self.writing = None

    def settle(self, folder: Path) -> None:
        """Find out what a run that was killed had written of the documents in *folder*, that of the records."""
        if self.writing is not None:
            self.written = settled(self.written, self.writing, folder)
            self.writing, self.is_unfinished = None, True


def answer_of(decision: str, fields: Mapping[str, Any] | None = None) -> Answer:
    """Return a decision about a value, with what it says instead if that was changed."""
    return Answer.model_validate({"decision": decision} if fields is None else {"decision": decision, "fields": dict(fields)})


def open_draft(path: Path, text: str, text_file: Path | str) -> Review:
    """Return the review of the draft at *path*, with what was decided of it before.

    Args:
        path: File of the draft.
        text: The text that it was made of.
        text_file: Name of the file of that text, for messages.

    Raises:
        UnreadablePathError: the draft cannot be read, or holds something else.
        UnusableRequestError: the text is not the one that the draft was made of.
    """
    parsed = read_file(path, str(path))
    if parsed.node is None or not parsed.readable or parsed.findings:
        raise UnreadablePathError(path, parsed.findings[0].message if parsed.findings else "it holds nothing")
    coding = hold(parsed.value, parsed.node, CodingFile)
    if coding.record is None:
        raise UnreadablePathError(path, f"it is no draft: {coding.findings[0]}")
    review = Review(path, coding.record, sha256(path.read_bytes()).hexdigest(), text)
    article = coding.record.article
    if article is None:
        raise UnreadablePathError(path, "it does not say which text it was made of, as a draft does")
    if article.text_sha256 != review.text_sha256:
        raise UnusableRequestError(f"{text_file} is not the text that {path} was made of: {_other_text(review, article.text_chars)}")
    _resume(review)
    return review


def _other_text(review: Review, chars: int) -> str:
    """Return what the text may be instead, and what to do."""
    spelled = [review.witness.spells(part.trip["traveller"]) for part in review.parts]
    if not all(spelled) or not spelled:
        return "it is that of another article; of a page, give the copy of its text that extract wrote"
    size = (
        f"it has {len(review.text):,} characters instead of {chars:,}" if len(review.text) != chars else "it is as long, but not the same"
    )
    return f"{size}, so it was edited since, or is the page instead of the copy that extract wrote; put it back, or run extract again"


def _resume(review: Review) -> None:
    """Take over what was decided before, unless draft or text changed since."""
    place = progress_file(review.path)
    if not place.exists():
        return
    before = read_progress(place)
    try:
        review.take(before)
    except UnusableRequestError as error:
        review.forget()
        review.void = f"{number(len(before.items), 'value')} of this draft {be(len(before.items))} decided before, and {error.reason}"


def be(count: int) -> str:
    """Return `was` or `were`."""
    return "was" if count == 1 else "were"
