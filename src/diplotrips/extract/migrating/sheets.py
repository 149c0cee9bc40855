"""A text taken apart, of YAML or of JSON alike: where its entries begin and end, with the comments that go with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.editing.appending import end_of, next_line
from diplotrips.extract.editing.taking import comments_in, take_apart
from diplotrips.extract.migrating.json_sheets import take_json_apart
from diplotrips.extract.notation.text import place_in

if TYPE_CHECKING:
    from diplotrips.extract.editing.written import Entry, Value
    from diplotrips.findings import Place


@dataclass
class Sheet:
    """One document: its text, whose lines end with LF, and what is written in it."""

    text: str
    is_json: bool
    file: str
    """Name of the file, as shown."""
    first_line: int = 1
    """Number of its first line in the file."""
    root: Value = field(init=False)

    def __post_init__(self) -> None:
        """Take the text apart."""
        self.root = take_json_apart(self.text) if self.is_json else take_apart(self.text).root

    @cached_property
    def comments(self) -> list[tuple[int, str]]:
        """Every comment with its offset."""
        return [] if self.is_json else comments_in(self.text)

    def place(self, offset: int) -> Place:
        """Return where a character stands."""
        return place_in(self.text, offset, self.file, self.first_line)

    def begins_line(self, offset: int) -> bool:
        """Tell whether nothing but blanks stands before *offset* on its line."""
        return not self.text[self.line_of(offset) : offset].strip()

    def line_of(self, offset: int) -> int:
        """Return the offset at which the line of *offset* begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def begin(self, entry: Entry, around: Value) -> int:
        """Return where *entry*, whose mapping without brackets is *around*, begins with the comments right above it.

        What stands above the first entry may be about all of them, and stays.
        """
        start = start_of(entry)
        if not self.begins_line(start):
            return start
        begin = self.line_of(start)
        while (around.entries or [entry])[0] is not entry and begin and self._is_remark(self.line_of(begin - 1), around.column):
            begin = self.line_of(begin - 1)
        return begin

    def end(self, entry: Entry, around: Value) -> int:
        """Return the offset of the line behind *entry* of *around*; comments below it that are indented more belong to it."""
        position = end_of(entry)
        if self.text[position - 1 : position] != "\n":
            position = next_line(self.text, position)
        while self.text[position:].lstrip(" ").startswith("#") and self._indent(position) > around.column:
            position = next_line(self.text, position)
        return position

    def comments_between(self, start: int, end: int) -> list[str]:
        """Return the comments between two offsets."""
        return [text for offset, text in self.comments if start <= offset < end]

    def _is_remark(self, line: int, column: int) -> bool:
        return self.text.startswith("#", line + column) and self._indent(line) == column

    def _indent(self, line: int) -> int:
        text = self.text[line : next_line(self.text, line)]
        return len(text) - len(text.lstrip(" "))


class Spot(NamedTuple):
    """An entry, and the list or mapping that it is in."""

    around: Value
    entry: Entry


def start_of(entry: Entry) -> int:
    """Return the offset at which *entry* begins."""
    return (entry.key or entry.value).start
