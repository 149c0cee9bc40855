"""A review while it goes on: what there is to decide, what was decided, and what falls with something that was rejected."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from diplotrips.errors import UnreadablePathError, UnusableRequestError
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.files import read_file
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.parsing.drafting.grounding import text_sha256
from diplotrips.extract.parsing.drafting.witness import Witness
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.extract.review.items import parts_of
from diplotrips.extract.review.progress import ACCEPT, REJECT, Answer, Progress, TripAnswer, progress_file, read_progress, write_progress
from diplotrips.schema.coding import CodedQuote, CodingFile, ReadQuote
from diplotrips.schema.said import ClaimLine
from diplotrips.schema.version import SCHEMA_VERSION
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from diplotrips.extract.review.items import Item, Part


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
        self.written: dict[str, str] = {}
        """The files that were written when all was done, by trip."""
        self.void = ""
        """Why what was decided before does not hold any more; empty if nothing was, or all holds."""

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
        parsed = parse_yaml(f"{{{written}}}\n", "", date_keys=DATE_KEYS)
        if parsed.findings and isinstance(parsed.value, dict):
            raise UnusableRequestError(parsed.findings[0].message)
        if not isinstance(parsed.value, dict):
            raise UnusableRequestError("write it as key: value, with commas between several")
        return self.held(item, parsed.value)

    def held(self, item: Item, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return *fields* if *item* can say that, and the article spells the names in it so.

        Raises:
            UnusableRequestError: it cannot; the reason is told.
        """
        if not fields:
            raise UnusableRequestError("nothing is left; reject the value instead")
        model = ClaimLine if not item.is_quote else CodedQuote if "person" in item.entry else ReadQuote
        kept = {key: value for key, value in item.entry.items() if key not in item.fields}
        parsed = parse_yaml("{}\n", "")
        held = hold({**kept, **fields}, parsed.node, model) if parsed.node else None
        if held and held.findings:
            raise UnusableRequestError(held.findings[0].message)
        if "named" in fields and not self.witness.spells(str(fields["named"])):
            raise UnusableRequestError(f"the article does not write {fields['named']}; `named` is the spelling of the article")
        return dict(fields)

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
        return Progress.model_validate({**decided, "written": self.written} if self.written else decided)

    def save(self) -> None:
        """Keep what was decided beside the draft.

        Raises:
            UnwritablePathError: the file cannot be written.
        """
        write_progress(progress_file(self.path), self.progress())

    def take(self, progress: Progress) -> None:
        """Take over what was decided, by somebody earlier or in a file of answers.

        Raises:
            UnusableRequestError: it is about another draft or text, or about values that the draft does not have.
        """
        told = {"draft": (progress.draft_sha256, self.draft_sha256), "text": (progress.text_sha256, self.text_sha256)}
        other = [what for what, (theirs, ours) in told.items() if theirs not in {None, ours}]
        if other:
            raise UnusableRequestError(f"what was decided is void, since the {' and the '.join(other)} changed since")
        items = {item.key: item for item in self.items}
        unknown = [*(progress.items.keys() - items.keys()), *(progress.trips.keys() - {part.id for part in self.parts})]
        if unknown:
            raise UnusableRequestError(f"the draft has no value called {min(unknown)}; diplotrips review --list prints the names")
        for key, answer in progress.items.items():
            fields = self.held(items[key], answer.fields) if answer.fields is not None else None
            self.answers[key] = answer_of(answer.decision, fields)
        self.trips |= progress.trips
        self.people |= progress.people
        self.written |= progress.written or {}
        if progress.others:
            self.answers |= {key: answer_of(progress.others) for key in items.keys() - self.answers.keys()}


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
    held = hold(parsed.value, parsed.node, CodingFile)
    if held.record is None:
        raise UnreadablePathError(path, f"it is no draft: {held.findings[0]}")
    review = Review(path, held.record, sha256(path.read_bytes()).hexdigest(), text)
    article = held.record.article
    if article is None:
        raise UnreadablePathError(path, "it does not say which text it was made of, as a draft does")
    if article.text_sha256 != review.text_sha256:
        told = f"its SHA-256 begins with {review.text_sha256[:12]}, that of the draft with {article.text_sha256[:12]}"
        raise UnusableRequestError(
            f"{text_file} is not the text that {path} was made of: {told}; of a page, give the copy of its text that extract wrote"
        )
    _resume(review)
    return review


def _resume(review: Review) -> None:
    """Take over what was decided before, unless draft or text changed since."""
    place = progress_file(review.path)
    if not place.exists():
        return
    before = read_progress(place)
    try:
        review.take(before)
    except UnusableRequestError as error:
        values = number(len(before.items), "value")
        review.void = f"{values} of this draft {'was' if len(before.items) == 1 else 'were'} decided before; {error.reason}"
