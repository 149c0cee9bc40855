"""What can happen to a document from one version to the next: a value moves, becomes another, or several keys become others.

Each is said twice, of values and of texts. The first is the meaning, the second the way to it that touches nothing else. `moving` has the
one about places; the short forms at the end are how a migration is written.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from diplotrips.extract.editing.appending import end_of
from diplotrips.extract.migrating.edits import Edit
from diplotrips.extract.migrating.matching import EVERY, entries_of, values_at, written_at
from diplotrips.extract.migrating.pieces import new_lines, pair, put_behind, put_instead, take_out, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from diplotrips.extract.editing.written import Entry, Value
    from diplotrips.extract.migrating.sheets import Sheet
    from diplotrips.schema.tree import JsonValue

Record: TypeAlias = "dict[str, JsonValue]"


class Obstacle(NamedTuple):
    """Why a step cannot be taken at one place."""

    offset: int
    message: str


class Step(Protocol):
    """One thing that happens to a document."""

    @property
    def about(self) -> str:
        """What happens, as it is told to whoever migrates."""

    def on_value(self, value: JsonValue) -> int:
        """Change a document in place, and return at how many places.

        Raises:
            ValueError: a value is not what it takes; the text is what to tell.
        """

    def on_text(self, sheet: Sheet, value: JsonValue) -> Iterator[Edit | Obstacle]:
        """Return the same of the text of that document, whose values are still the old ones."""


@dataclass(frozen=True, slots=True)
class Change:
    """The value under one key, or every item of a list, becomes another."""

    at: str
    """Where the records are, as told in `matching`."""
    key: str
    """The key, or `*`."""
    function: Callable[[JsonValue], JsonValue]
    """The new value of an old one; of a new one itself. It raises `ValueError` with a sentence where it cannot tell."""
    about: str

    def on_value(self, value: JsonValue) -> int:
        """Change every value in place."""
        count = 0
        for record in values_at(value, self.at):
            for name, old in _members(record, self.key):
                new = self.function(old)
                if isinstance(record, dict):
                    record[str(name)] = new
                elif isinstance(record, list):
                    record[int(name)] = new
                count += differ(old, new)
        return count

    def on_text(self, sheet: Sheet, value: JsonValue) -> Iterator[Edit | Obstacle]:
        """Write new values in the place of the old ones."""
        for record, around in zip(values_at(value, self.at), written_at(sheet.root, self.at), strict=True):
            for (name, old), entry in zip(_members(record, self.key), entries_of(around, self.key), strict=True):
                try:
                    new = self.function(old)
                except ValueError as error:
                    yield Obstacle(entry.value.start, str(error))
                    continue
                if differ(old, new):
                    yield _with_value(sheet, around, entry, str(name), new)


def _members(record: JsonValue, key: str) -> list[tuple[str | int, JsonValue]]:
    """Return what *key* means in *record*: one value or all of them, each with its key or position."""
    if isinstance(record, dict):
        return [(name, value) for name, value in record.items() if key in {EVERY, name}]
    return list(enumerate(record)) if isinstance(record, list) and key == EVERY else []


def differ(one: JsonValue, other: JsonValue) -> bool:
    """Tell whether two values are written differently; for Python `1` is `True`."""
    return json.dumps(one, sort_keys=True) != json.dumps(other, sort_keys=True)


def _with_value(sheet: Sheet, around: Value, entry: Entry, key: str, new: JsonValue) -> Edit:
    """Return what gives *entry* another value and leaves its key, its quotes and the comment beside it."""
    value, text = entry.value, written(new, key if entry.key else "", is_json=sheet.is_json)
    if around.is_block and entry.key is not None:
        lines = new_lines(key, new, around.column)
        if value.is_block or value.style in {"|", ">"} or not value.raw or "\n" in lines:
            return put_instead(sheet, around, entry, [lines])
    if isinstance(new, str) and not sheet.is_json and value.style in {"'", '"'}:
        is_single = value.style == "'" and new.isprintable()
        text = "'" + new.replace("'", "''") + "'" if is_single else written(new, is_json=True)
    return Edit(value.start, end_of(entry), text)


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Some keys of a record become others: split, joined, added or taken out."""

    at: str
    keys: tuple[str, ...]
    """The keys that it looks at, those that may be absent too; no other key is changed."""
    function: Callable[[Record], Record]
    """What stands under these keys and becomes of it: all that is to stand there. It raises `ValueError` as in `Change`."""
    about: str
    behind: str = ""
    """Key that new ones are put behind where they take the place of none."""

    def on_value(self, value: JsonValue) -> int:
        """Change every record in place."""
        count = 0
        for record in values_at(value, self.at):
            if isinstance(record, dict):
                old = self._looked_at(record)
                new = self.function(dict(old))
                count += differ(old, new)
                for key in old:
                    del record[key]
                record.update(new)
        return count

    def on_text(self, sheet: Sheet, value: JsonValue) -> Iterator[Edit | Obstacle]:
        """Write what is new in the place of what is gone, and leave what stays."""
        for record, around in zip(values_at(value, self.at), written_at(sheet.root, self.at), strict=True):
            if not isinstance(record, dict):
                continue
            old = self._looked_at(record)
            entries = {entry.key.text: entry for entry in around.entries or () if entry.key}
            try:
                new = self.function(dict(old))
            except ValueError as error:
                yield Obstacle(min((entries[key].value.start for key in old), default=around.start), str(error))
                continue
            taken = next((key for key in new if key in entries and key not in old), None)
            if taken:
                yield Obstacle(entries[taken].value.start, f"{taken} stands here already")
            elif around.is_block:
                yield from self._in_block(sheet, around, entries, old, new)
            elif differ(old, new):
                yield self._in_brackets(sheet, around, old, new)

    def _looked_at(self, record: Record) -> Record:
        return {key: value for key, value in record.items() if key in self.keys}

    def _in_block(self, sheet: Sheet, around: Value, entries: Mapping[str, Entry], old: Record, new: Record) -> Iterator[Edit]:
        gone = [key for key in old if key not in new]
        fresh = [new_lines(key, value, around.column) for key, value in new.items() if key not in old]
        for key, value in new.items():
            if key in old and differ(old[key], value):
                yield _with_value(sheet, around, entries[key], key, value)
        if len(gone) == len(entries) and gone and not fresh:
            fresh = ["{}"]
        if gone and fresh:
            yield put_instead(sheet, around, entries[gone.pop(0)], fresh)
        elif fresh:
            behind = entries.get(self.behind) or list(entries.values())[-1]
            yield put_behind(sheet, around, behind, f"\n{' ' * around.column}".join(fresh) + "\n")
        for key in gone:
            yield take_out(sheet, around, entries[key])

    def _in_brackets(self, sheet: Sheet, around: Value, old: Record, new: Record) -> Edit:
        """Return what writes the entries of brackets anew; those that stay keep their text and what stands before them."""
        pieces, behind, put = list[tuple[str, str]](), 0, list[str]()
        fresh = [_pair(sheet, key, value) for key, value in new.items() if key not in old]
        for entry in around.entries or ():
            key, start = (entry.key.text, entry.key.start) if entry.key else ("", 0)
            before = sheet.text[behind:start] if behind else ""
            behind = entry.value.end
            if key in old and key not in new:
                put, fresh = fresh, []
                pieces += [(before if number == 0 else ", ", text) for number, text in enumerate(put)]
                continue
            text = sheet.text[start:behind]
            if key in new and key in old and differ(old[key], new[key]):
                text = text[: entry.value.start - start] + written(new[key], key, is_json=sheet.is_json)
            pieces.append((before, text))
            if key == self.behind and not [key for key in old if key not in new]:
                pieces += [(", ", text) for text in fresh]
                fresh = []
        pieces += [(", ", text) for text in fresh]
        text = "".join((before or ", ") * (number > 0) + text for number, (before, text) in enumerate(pieces))
        entries = around.entries or []
        if not entries:
            return Edit(around.start + 1, around.start + 1, text)
        return Edit(entries[0].key.start if entries[0].key else 0, entries[-1].value.end, text)


def _pair(sheet: Sheet, key: str, value: JsonValue) -> str:
    return pair(key, written(value, key, is_json=sheet.is_json), is_json=sheet.is_json)
