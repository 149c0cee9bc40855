"""A document while it is read: values, nodes and findings grow together, whatever the notation.

Duplicate keys and the bounds on depth and number of values are decided here. What a scalar means is decided by the notations
(`yaml`, `json`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.notation.parsed import DUPLICATE_KEY, MAX_DEPTH, MAX_VALUES, TRAP, UNREADABLE_FILE, Parsed, described, dotted, shown
from diplotrips.findings import End, Finding, Severity

if TYPE_CHECKING:
    from diplotrips.findings import Place
    from diplotrips.schema.tree import JsonValue, Node


class Frame:
    """One list or mapping that is open: what it holds so far and, in a mapping, the key whose value comes next."""

    __slots__ = ("dated", "dropped", "flow", "items", "key", "key_place", "members", "node")

    def __init__(self, node: Node, items: list[JsonValue] | None, members: dict[str, JsonValue] | None, *, flow: bool) -> None:
        self.node = node
        self.items = items
        self.members = members
        self.flow = flow
        self.dated = False
        """The next value is a date and is taken as its source text."""
        self.key: str | None = None
        """The key whose value comes next; None in a list, and where a key comes next."""
        self.key_place: Place | None = None
        self.dropped = False
        """The next value stands under a key that cannot be kept."""

    @property
    def awaits_key(self) -> bool:
        """Whether what comes next is a key."""
        return self.key is None and self.items is None


class Growing:
    """A document that grows value by value; `parsed` closes it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.frames: list[Frame] = []
        self.is_full = False
        """Whether the bound on depth or on the number of values is passed, which is answered and ends the reading."""
        self._left = MAX_VALUES
        self._value: JsonValue = None
        self._node: Node | None = None
        self._said: list[tuple[str, str, Place, tuple[str | int, ...], Place | None]] = []

    def say(self, code: str, message: str, place: Place, first: Place | None = None) -> None:
        """Note an error about what is being read now; *first* is the place of the key that came first.

        Where the reading stops, the path is not known: its ids may not have been read, and the parsers look ahead differently.
        """
        path: list[str | int] = []
        for frame in self.frames if code in {DUPLICATE_KEY, TRAP} else ():
            if frame.items is not None:
                path.append(len(frame.items))
            elif frame.key is not None:
                path.append(frame.key)
        self._said.append((code, message, place, tuple(path), first))

    def name(self, key: str, place: Place, *, dropped: bool = False) -> None:
        """Take the key of the next value of the open mapping."""
        frame = self.frames[-1]
        frame.key = key
        frame.key_place = place
        frame.dropped = dropped

    def put(self, value: JsonValue, node: Node) -> None:
        """Put a finished value where it belongs: into the open list or mapping, or as the document."""
        self._left -= 1
        if self._left < 0 and not self.is_full:
            self._refuse(f"the document holds more than {MAX_VALUES:,} values", node.place)
        if not self.frames:
            self._value, self._node = value, node
            return
        frame = self.frames[-1]
        if frame.items is not None:
            frame.node.children[len(frame.items)] = node
            frame.items.append(value)
        elif frame.key is None:  # a list, a mapping or an alias that stands as a key: already answered
            self.name("?", node.place, dropped=True)
        elif frame.members is not None:
            self._put_member(frame, frame.members, frame.key, node, value)

    def open(self, node: Node, *, mapping: bool, flow: bool = False) -> None:
        """Begin a list or a mapping."""
        if len(self.frames) >= MAX_DEPTH:
            self._refuse(f"lists and mappings stand in each other more than {MAX_DEPTH} levels deep", node.place)
        self.frames.append(Frame(node, None, {}, flow=flow) if mapping else Frame(node, [], None, flow=flow))

    def close(self) -> None:
        """End the innermost list or mapping."""
        frame = self.frames.pop()
        self.put(frame.members if frame.items is None else frame.items, frame.node)

    def parsed(self, *, readable: bool) -> Parsed:
        """Return what has been read; nothing but the findings if it is not readable."""
        readable = readable and self._node is not None
        findings = sorted((self._finding(*said) for said in self._said), key=lambda finding: finding.place)
        return Parsed(self._value if readable else None, self._node if readable else None, tuple(findings), readable)

    def _refuse(self, message: str, place: Place) -> None:
        self.is_full = True
        self.say(UNREADABLE_FILE, message, place)

    def _put_member(self, frame: Frame, members: dict[str, JsonValue], key: str, node: Node, value: JsonValue) -> None:
        node.key = frame.key_place
        if frame.dropped:
            frame.dropped = False
        elif key in members:
            first = frame.node.children[key].key or frame.node.place
            both = f"first {described(members[key])} on line {first.line}, now {described(value)}"
            self.say(DUPLICATE_KEY, f"{shown(key)} is given twice: {both}", frame.key_place or node.place, first)
        else:
            frame.node.children[key] = node
            members[key] = value
        frame.key = None
        frame.dated = False

    def _finding(self, code: str, message: str, place: Place, path: tuple[str | int, ...], first: Place | None) -> Finding:
        field = dotted(path, self._value)
        related = () if first is None else (End(label=f"{shown(str(path[-1]))} is given here first", field=field, place=first),)
        return Finding(code, Severity.ERROR, "", field, message, place, related)
