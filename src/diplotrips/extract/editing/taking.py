"""Taking a text of YAML apart, so that it can be laid out anew with every comment.

For texts in which the reader finds nothing wrong: there are no tags, anchors, aliases, directives or second documents in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.events import CollectionEndEvent, CollectionStartEvent, DocumentEndEvent, DocumentStartEvent, MappingStartEvent, ScalarEvent

from diplotrips.extract.editing.remarks import find_remarks, hand_out
from diplotrips.extract.editing.written import Entry, Token, Value, Written
from diplotrips.extract.notation.yaml import LOADER

if TYPE_CHECKING:
    from yaml.events import Event


def take_apart(text: str) -> Written:
    """Return what is written in *text*, whose lines end with LF.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    taking = _taken(text)
    remarks = list(find_remarks(text, taking.scalars, taking.begin, taking.finish))
    if any(scalar.style in {"|", ">"} and _keeps_blanks(scalar.raw) for scalar in taking.scalars):
        remarks = [remark for remark in remarks if remark.text]  # a blank line behind such a text would be one of the text
    for token in taking.tokens:
        if token.value.in_brackets and not token.value.is_fixed:
            token.value.is_fixed = any(remark.text and token.value.start < remark.offset < token.value.end for remark in remarks)
    head = hand_out(remarks, taking.tokens)
    ends_in_text = bool(taking.scalars) and taking.scalars[-1].style in {"|", ">"}
    return Written(taking.root, text[: taking.begin].rstrip(), head, text[taking.finish :].rstrip(), ends_in_text)


def comments_in(text: str) -> list[tuple[int, str]]:
    """Return offset and text of every comment in *text*, whose lines end with LF.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    return [(remark.offset, remark.text) for remark in find_remarks(text, _taken(text).scalars) if remark.text]


def _taken(text: str) -> _Taking:
    parser = LOADER(text)
    taking = _Taking(text)
    while (event := parser.get_event()) is not None:
        taking.take(event)
    return taking


class _Taking:
    """A tree of values while it grows, event by event."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Value(0, 0, 0)
        self.begin = 0
        """Offset at which the document begins."""
        self.finish = len(text)
        """Offset at which it ends."""
        self.scalars: list[Value] = []
        self.tokens: list[Token] = []
        self._open: list[Value] = []
        self._key: Value | None = None
        self._opens: list[Entry] = []

    def take(self, event: Event) -> None:
        """Take one event of the parser."""
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, CollectionStartEvent):
            start, column = _begin(event)
            value = Value(start, start, column, entries=[], is_mapping=isinstance(event, MappingStartEvent))
            value.in_brackets = bool(event.flow_style)
            self._put(value)
            self._open.append(value)
        elif isinstance(event, CollectionEndEvent):
            self._close(self._open.pop(), event)
        elif isinstance(event, DocumentStartEvent) and event.explicit:
            self.begin = _finish(event)
        elif isinstance(event, DocumentEndEvent) and event.explicit:
            self.finish = _begin(event)[0]

    def _scalar(self, event: ScalarEvent) -> None:
        start, column = _begin(event)
        raw = self.text[start : _finish(event)]
        style = event.style or ""
        if style in {"|", ">"} and not _keeps_blanks(raw):
            raw = raw.rstrip()  # the blank lines behind it say nothing, and go with what follows
        value = Value(start, start + len(raw), column, raw, event.value, style)
        self.scalars.append(value)
        if "\n" in raw:
            for around in self._open:
                around.is_fixed = around.is_fixed or around.in_brackets
        self._put(value)

    def _put(self, value: Value) -> None:
        """Put a value where it belongs; a key waits for its value."""
        if not self._open:
            self.root = value
            return
        around = self._open[-1]
        if around.is_mapping and self._key is None:
            self._key = value
            return
        entry = Entry(self._key, value)
        self._key = None
        if around.entries is not None:
            around.entries.append(entry)
        if around.in_brackets:
            return
        self._opens.append(entry)
        if entry.key is not None:
            self._note(entry.key, entry)
        if value.in_brackets or value.raw:
            self._note(value, entry)

    def _note(self, value: Value, entry: Entry) -> None:
        self.tokens.append(Token(value, entry, tuple(self._opens), tuple(self._open)))
        self._opens.clear()

    def _close(self, value: Value, event: CollectionEndEvent) -> None:
        if value.in_brackets:
            value.end = _finish(event)
            value.raw = self.text[value.start : value.end]


def _keeps_blanks(raw: str) -> bool:
    """Tell whether the blank lines behind a block scalar are part of what it says (`|+`)."""
    return "+" in raw.partition("\n")[0].partition("#")[0]


def _begin(event: Event) -> tuple[int, int]:
    """Return offset and column at which *event* begins."""
    mark = event.start_mark
    return (mark.index, mark.column) if mark else (0, 0)


def _finish(event: Event) -> int:
    """Return the offset at which *event* ends."""
    return event.end_mark.index if event.end_mark else 0
