"""What the register of sources has on articles that are drafted: told as notes, and never taken over silently."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.layout import lay_out
from diplotrips.extract.notation.files import read_file
from diplotrips.extract.notation.lines import read_lines
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.schema.registers import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from diplotrips.extract.articles.known import Known
    from diplotrips.extract.layout import RecordFile
    from diplotrips.schema.coding import CodingFile
    from diplotrips.schema.tree import JsonValue

_REGISTER = "sources"


class Registered(NamedTuple):
    """A source in the register."""

    file: str
    """Name of the file of the register, as shown."""
    source: Source


class Register(NamedTuple):
    """The registered sources of a dataset."""

    by_id: Mapping[str, Registered]
    by_text: Mapping[str, Registered]
    """By the SHA-256 of their texts; of several with one text the first."""


def read_register(root: Path | None) -> Register:
    """Return the registered sources of the dataset in *root*; none if there is no dataset, and none of an entry that is wrong."""
    by_id: dict[str, Registered] = {}
    with suppress(UnreadablePathError):
        for file in (file for file in (lay_out(root).files if root else ()) if file.holds == _REGISTER):
            for entry in _entries(file):
                with suppress(ValidationError):
                    source = Source.model_validate(entry)
                    by_id.setdefault(source.id, Registered(file.shown_as, source))
    by_text: dict[str, Registered] = {}
    for registered in by_id.values():
        if registered.source.text_sha256:
            by_text.setdefault(registered.source.text_sha256, registered)
    return Register(by_id, by_text)


def doubts_of(draft: CodingFile, known: Known, register: Register) -> Iterator[str]:
    """Give what the register of sources has otherwise: the text under another id, another text, or a day that the draft does not have."""
    text = draft.article.text_sha256 if draft.article else ""
    entry = register.by_id.get(draft.source) or register.by_text.get(text)
    if entry is None:
        return
    if entry.source.id != draft.source:
        yield f"{entry.file} has this text as {entry.source.id}: add --source {entry.source.id}"
    elif entry.source.text_sha256 not in {None, text}:
        yield f"{entry.file} has another text for {draft.source}, so that a review refuses this one; --source gives it another id"
    day, published = entry.source.published, draft.article.published if draft.article else None
    if day and day != published:
        instead = f", not {published}" if published else ""
        yield f"{entry.file} has {day} for it{instead}" + ("" if known.published else f": add --published {day}")


def _entries(file: RecordFile) -> Iterator[JsonValue]:
    """Give the entries of a file of the register."""
    if file.path.suffix.lower() == ".jsonl":
        yield from (line.value for line in read_lines(file.path, file.shown_as))
        return
    value = read_file(file.path, file.shown_as, date_keys=DATE_KEYS).value
    inside = value.get(_REGISTER) if isinstance(value, dict) else None
    yield from inside if isinstance(inside, list) else ()
