"""What was decided so far: kept beside the draft in a hidden file, and written by hand as answers for a review without a terminal.

The file `.<name>.review.json` beside the draft `<name>.json` begins with a point, so that it is never read as a draft. It holds the hashes
of draft and text: with another draft or text what was decided is void, and is kept in `.<name>.review.former.json`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import ConfigDict, Field

from diplotrips.errors import UnreadablePathError, UnusableRequestError
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.files import read_file
from diplotrips.replacing import write_whole
from diplotrips.schema.dates.edtf import EdtfInterval
from diplotrips.schema.fields import CountryOrOrganization, Id, Name, Office, SchemaVersion, Sha256, TripStatus
from diplotrips.schema.record import Matches, Opt, Record
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from diplotrips.findings import Finding

ACCEPT: Final = "accept"
REJECT: Final = "reject"
NOT_FOUND: Final = "not-found"
NEW: Final = "new"
EXISTING: Final = "existing"

ItemDecision = Annotated[str, Matches("accept|reject|not-found", "accept, reject or not-found", ("accept",))]
TripDecision = Annotated[str, Matches("new|existing|reject", "new, existing or reject", ("new",))]
ItemKey = Annotated[str, Matches("[a-z0-9.-]+", "the name of a value, such as t1.said.3", ("t1.said.3",))]


class Answer(Record):
    """What was decided of one value."""

    decision: ItemDecision
    """`accept` it, `reject` it since it was read wrongly, or `not-found`: the article does not say it."""

    fields: Opt[dict[str, Any]] = None
    """What it says instead, with `accept`: the fields as they are to be written."""


class TripAnswer(Record):
    """What was decided of one trip."""

    decision: TripDecision
    """`new` for a new record, `existing` for lines in an authored one, `reject` for none."""

    id: Opt[Id] = None
    """Id of the new or the authored trip."""

    office: Opt[Office] = None
    """Office of the traveller, where no line that was accepted says it."""

    represents: Opt[CountryOrOrganization] = None
    """On whose behalf the traveller goes, where no line says it."""

    status: Opt[TripStatus] = None
    """How far the trip has got, where no line says it."""

    dates: Opt[EdtfInterval] = None
    """Days of the trip, where no line says them."""

    within: Opt[EdtfInterval] = None
    """Window in which it lies, where no line says that either."""

    passages: Opt[dict[Id, Name]] = None
    """Where the article says one of these values, by its name: code points such as `12-34`, or words; else it follows from the whole."""


class WrittenTrip(Record):
    """A document that a finished review wrote or added to."""

    file: Name
    """Its file, as seen from the folder of the records."""

    sha256: Sha256
    """SHA-256 of what it held then; if it still does, the review can write it anew."""

    before: Opt[str] = None
    """What it held before, where lines were added to a trip that was there."""


class Progress(Record):
    """What was decided of one draft."""

    model_config = ConfigDict(title="Review")

    schema_version: Annotated[SchemaVersion, Field(alias="schema")] = SCHEMA_VERSION
    """Version of the record format; 1."""

    draft_sha256: Opt[Sha256] = None
    """SHA-256 of the file of the draft; absent in answers that hold for any."""

    text_sha256: Opt[Sha256] = None
    """SHA-256 of the text; absent in answers that hold for any."""

    trips: dict[Id, TripAnswer] = Field(default_factory=dict)
    """What was decided of each trip, by its local id in the draft."""

    items: dict[ItemKey, Answer] = Field(default_factory=dict)
    """What was decided of each value, by its name (`diplotrips review --list` prints them)."""

    others: Opt[ItemDecision] = None
    """What holds of every value that is not named; absent means that nothing was decided of them."""

    people: dict[Name, Id] = Field(default_factory=dict)
    """Who somebody is whom the article calls so: the id of a registered person, or of a new one."""

    written: Opt[dict[Id, WrittenTrip]] = None
    """When all was done: what was written, by trip."""

    writing: Opt[dict[Id, WrittenTrip]] = None
    """While documents are written: what each will hold, so that after a sudden end it can be told which of them are there."""


def progress_file(draft: Path) -> Path:
    """Return the hidden file beside *draft* that keeps what was decided of it."""
    return draft.with_name(f".{draft.stem}.review.json")


def former_file(draft: Path) -> Path:
    """Return the hidden file beside *draft* that keeps what was decided before that became void."""
    return draft.with_name(f".{draft.stem}.review.former.json")


def read_progress(path: Path) -> Progress:
    """Return what was decided.

    Raises:
        UnreadablePathError: the file cannot be read.
        UnusableRequestError: it holds something else than decisions.
    """
    if not path.exists():
        raise UnreadablePathError(path, "there is no such file")
    parsed = read_file(path, str(path))
    if parsed.node is None or not parsed.readable:
        raise UnreadablePathError(path, parsed.findings[0].message if parsed.findings else "it holds nothing")
    held = hold(parsed.value, parsed.node, Progress)
    if held.record is None or parsed.findings:
        raise UnusableRequestError(
            f"these are no answers for a review: {_told(min((*parsed.findings, *held.findings), key=lambda found: found.code))}"
        )
    return held.record


def _told(found: Finding) -> str:
    """Return what is wrong with a file of answers, as whoever wrote it calls its parts."""
    message = found.message
    for noun, name in _CALLED.items():
        message = message.replace(f"no key of {noun}", f"no key of {name}").replace(
            f"this {noun.partition(' ')[2]} ", f"this {name.partition(' ')[2]} "
        )
    where = f" {found.field}" if "." in found.field else ""
    return f"{found.place}{where}: {message}"


_CALLED: Final = {"a progress": "a file of answers", "an answer": "an answer for a value", "a trip answer": "an answer for a trip"}
"""What the parts of a file of answers are called in a sentence, by the names of their models."""


def write_progress(path: Path, progress: Progress) -> None:
    """Keep what was decided.

    Raises:
        UnwritablePathError: the file cannot be written; what was there stays.
    """
    value: Mapping[str, Any] = progress.model_dump(mode="json", by_alias=True, exclude_none=True)
    write_whole(path, (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())
