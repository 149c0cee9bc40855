"""YAML text as plain values with the place of every value: YAML 1.2, and only what JSON could say too.

The events of PyYAML's parser (the C one where it is there) are read one by one, so that nothing recurses and nothing is expanded. Tags,
anchors, aliases, merge keys, directives, keys that are no text and a second document are answered where they stand and the rest is
still read. What an unquoted scalar means lives in `scalars`, the sentences about syntax in `yaml_problems`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, DocumentStartEvent, MappingStartEvent, NodeEvent, ScalarEvent

from diplotrips.extract.notation.growing import Growing
from diplotrips.extract.notation.parsed import SYNTAX, TRAP, UNREADABLE_FILE, Parsed, refused, shown
from diplotrips.extract.notation.scalars import NULLS, read_plain
from diplotrips.extract.notation.text import BYTE_ORDER_MARK, LINE_BREAK, refuse_character
from diplotrips.extract.notation.yaml_problems import yaml_problem
from diplotrips.findings import Place
from diplotrips.schema.tree import Node

if TYPE_CHECKING:
    from yaml.events import Event

    from diplotrips.extract.notation.growing import Frame
    from diplotrips.schema.tree import JsonValue

LOADER: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""PyYAML's parser in C, or the one in Python where PyYAML was built without libyaml; only its events are used."""

_REFUSED: Final = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What no YAML file can hold, and the line breaks of YAML 1.1 (U+0085, U+2028, U+2029), which YAML 1.2 and editors take as text."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")

_CORE_TAG: Final = "tag:yaml.org,2002:"


def parse_yaml(text: str, shown_as: str, *, date_keys: frozenset[str] = frozenset()) -> Parsed:
    """Return the document of a YAML text.

    Args:
        text: The whole file; a byte order mark before it is allowed.
        shown_as: Name of the file in every place.
        date_keys: Keys whose unquoted scalars are taken as their source text: `2023` is text there, and `[a,b]` is answered.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    character = _REFUSED.search(text)
    if character:
        return refuse_character(text, character, shown_as)
    reading = _Reading(text, shown_as, date_keys)
    try:
        readable = reading.run()
    except (yaml.YAMLError, ValueError) as error:  # ValueError: PyYAML's parser in Python, on escapes beyond Unicode
        message, place = yaml_problem(error, text, shown_as)
        reading.growing.say(SYNTAX, message, place)
        return reading.growing.parsed(readable=False)
    if reading.is_empty:
        return refused(UNREADABLE_FILE, "the file is empty", Place(shown_as))
    return reading.growing.parsed(readable=readable)


class _Reading:
    """One pass over the events of a text."""

    def __init__(self, text: str, shown_as: str, date_keys: frozenset[str]) -> None:
        self.text = text
        self.growing = Growing(shown_as)
        self.is_empty = True
        """Whether neither a value nor anything wrong has been met."""
        self._date_keys = date_keys
        self._documents = 0

    def run(self) -> bool:
        """Read to the end of the first document; False if its value is not to be used."""
        parser = LOADER(self.text)
        while not self.growing.is_full:
            event = parser.get_event()
            if isinstance(event, ScalarEvent):
                self._scalar(event, self._place(event))
            elif isinstance(event, CollectionEndEvent):
                self._end(event)
            elif isinstance(event, CollectionStartEvent):
                self._begin(event, self._place(event))
            elif isinstance(event, AliasEvent):
                self._alias(event, self._place(event))
            elif event is None or (isinstance(event, DocumentStartEvent) and self._is_second(event, self._place(event))):
                return True
        return False

    def _place(self, event: Event) -> Place:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Place(self.growing.file)
        if start.line == end.line:
            width = end.column - start.column
        else:
            line_break = LINE_BREAK.search(self.text, start.index)
            width = len(self.text[start.index : line_break.start()].rstrip()) if line_break else 1
        return Place(self.growing.file, start.line + 1, start.column + 1, width or 1)

    def _is_second(self, event: DocumentStartEvent, place: Place) -> bool:
        """Say what is wrong with the beginning of a document; True for a second one, which is not read."""
        self._documents += 1
        if self._documents > 1:
            self.is_empty = False
            self.growing.say(TRAP, "a second document begins here; a file holds one", place)
        elif event.explicit and event.start_mark and self.text.startswith("%", event.start_mark.index):
            self.is_empty = False
            self.growing.say(TRAP, "a line that begins with % is a directive; take it out", place._replace(width=1))
        return self._documents > 1

    def _begin(self, event: CollectionStartEvent, place: Place) -> None:
        self.is_empty = False
        if event.tag is not None or event.anchor is not None:
            self._properties(event, event.tag, place)
        above = self.growing.frames[-1] if self.growing.frames else None
        if above and above.awaits_key:
            self.growing.say(TRAP, "a list or a mapping stands where a key should stand; a key is text", place)
        mapping, flow = isinstance(event, MappingStartEvent), bool(event.flow_style)
        self.growing.open(Node(Place(place.file, place.line, place.column)), mapping=mapping, flow=flow)
        if above and above.dated and flow and not mapping:
            self.growing.frames[-1].dated = True

    def _end(self, event: CollectionEndEvent) -> None:
        frame = self.growing.frames[-1]
        place = frame.node.place
        if frame.flow and event.end_mark and event.end_mark.line + 1 == place.line:
            frame.node.place = Place(place.file, place.line, place.column, max(event.end_mark.column + 1 - place.column, 1))
        if not (frame.dated and frame.items is not None):
            self.growing.close()
            return
        self.growing.frames.pop()
        text = f"[{','.join(item if isinstance(item, str) else '…' for item in frame.items)}]"
        above = self.growing.frames[-1]
        if above.items is None:
            message = f'{shown(above.key or "")} is a list here; a one-of-a-set date is text: write "{shown(text)}"'
            self.growing.say(TRAP, message, frame.node.place)
        self.growing.put(text, Node(frame.node.place, text=text))

    def _alias(self, event: AliasEvent, place: Place) -> None:
        self.is_empty = False
        self.growing.say(TRAP, f"*{shown(event.anchor or '')} repeats a value given elsewhere; write the value itself", place)
        self.growing.put(None, Node(place))

    def _scalar(self, event: ScalarEvent, place: Place) -> None:
        if event.tag is not None or event.anchor is not None:
            self._properties(event, event.tag, place)
        frame = self.growing.frames[-1] if self.growing.frames else None
        text, plain = event.value, event.implicit[0] and event.tag is None
        if self.is_empty and plain and not text:
            return
        self.is_empty = False
        if frame and frame.key is None and frame.items is None:
            self._key(frame, text, place, plain=plain)
        elif plain:
            self.growing.put(self._plain(text, place, frame), Node(place, None, text))
        else:
            self.growing.put(self._text(text, place), Node(place))

    def _plain(self, text: str, place: Place, frame: Frame | None) -> JsonValue:
        if frame and frame.dated:
            return None if text in NULLS and frame.items is None else text
        value, trouble = read_plain(text)
        if trouble:
            self.growing.say(TRAP, trouble, place)
        elif not text and frame and frame.flow and frame.key and ":" in frame.key:
            self._glued_key(frame.key, frame.key_place or place)
        return value

    def _glued_key(self, key: str, place: Place) -> None:
        if place.width == len(key):  # not in quotes
            self.growing.say(TRAP, f"{shown(key)} lacks a space after its colon", place)

    def _key(self, frame: Frame, text: str, place: Place, *, plain: bool) -> None:
        trouble = self._key_trouble(text) if plain else ""
        if trouble:
            self.growing.say(TRAP, trouble, place)
        self.growing.name(text if plain else self._text(text, place), place, dropped=bool(trouble) and text in {"", "<<"})
        frame.dated = text in self._date_keys

    def _key_trouble(self, text: str) -> str:
        if text == "<<":
            return "<< merges another mapping into this one; write its keys here"
        if not text:
            return "a key is missing before this colon"
        value, trouble = read_plain(text)
        return f'the key {shown(text)} is not text; write "{shown(text)}"' if trouble or value is not text else ""

    def _text(self, text: str, place: Place) -> str:
        half = None if text.isascii() else _SURROGATE.search(text)
        if half is None:
            return text
        self.growing.say(TRAP, f"the escape \\u{ord(half[0]):04x} is half of a character; write the character itself", place)
        return _SURROGATE.sub("\ufffd", text)

    def _properties(self, event: NodeEvent, tag: str | None, place: Place) -> None:
        self.is_empty = False
        if tag is not None:
            name = f"!!{tag.removeprefix(_CORE_TAG)}" if tag.startswith(_CORE_TAG) else tag
            self.growing.say(TRAP, f"{shown(name)} is a tag; take it out, and write the value in quotes if it is text", place)
        if event.anchor is not None:
            self.growing.say(TRAP, f"&{shown(event.anchor)} names a value to be repeated; take it out", place)
