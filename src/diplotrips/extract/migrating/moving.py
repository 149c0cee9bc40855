"""A value that is found elsewhere from one version to the next: under another key of its record, or a level deeper or higher in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from diplotrips.extract.migrating.edits import Edit
from diplotrips.extract.migrating.matching import entries_of, keys_in, values_at, written_at
from diplotrips.extract.migrating.pieces import moved_lines, moved_pair, pair, put_last, take_out
from diplotrips.extract.migrating.sheets import Spot, start_of
from diplotrips.extract.migrating.steps import Obstacle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.editing.written import Entry, Value
    from diplotrips.extract.migrating.sheets import Sheet
    from diplotrips.schema.tree import JsonValue

_OPENED: Final = {True: "called", False: "found at"}


class _Way(NamedTuple):
    """The way from a record to an entry in it: mappings, and the entry in each that leads on."""

    around: tuple[Value, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """What stands under one key of a record stands under another, which may be in a mapping of the record, or no more be in one.

    Mappings on the new way are made, and those on the old way that are empty then are taken out.
    """

    at: str
    """Where the records are, as told in `matching`."""
    key: str
    """The old key, with those of the mappings that it is in, and points between them."""
    to: str
    """The new one."""

    @property
    def about(self) -> str:
        """What happens."""
        lead = f"{self.at}." if self.at else ""
        return f"{lead}{self.key} is {_OPENED['.' not in self.key + self.to]} {self.to}"

    def on_value(self, value: JsonValue) -> int:
        """Move every value in place."""
        count = 0
        for record in values_at(value, self.at):
            way = [record]
            for key in keys_in(self.key):
                inner = way[-1]
                if not isinstance(inner, dict) or key not in inner:
                    break
                way.append(inner[key])
            else:
                _move(way, keys_in(self.key), keys_in(self.to))
                count += 1
        return count

    def on_text(self, sheet: Sheet, value: JsonValue) -> Iterator[Edit | Obstacle]:  # noqa: ARG002  (other steps need the values)
        """Move every value with its text and its comments."""
        for record in written_at(sheet.root, self.at):
            way = _follow(record, keys_in(self.key))
            if len(way.entries) == len(keys_in(self.key)):
                yield from _moved(sheet, way, keys_in(self.to))


def _move(way: Sequence[JsonValue], old: Sequence[str], new: Sequence[str]) -> None:
    """Move what is last on *way* from the *old* keys of what is first on it to the *new* ones, which are free."""
    target = way[0]
    for key in new[:-1]:
        if isinstance(target, dict):
            target = target.setdefault(key, {})
    for depth in range(len(old) - 1, -1, -1):
        around = way[depth]
        if isinstance(around, dict) and (depth == len(old) - 1 or not around[old[depth]]):
            del around[old[depth]]
    if isinstance(target, dict):
        target[new[-1]] = way[-1]


def _follow(record: Value, keys: Sequence[str]) -> _Way:
    """Return the way along *keys* as far as there is one."""
    around: list[Value] = []
    entries: list[Entry] = []
    value = record
    for key in keys:
        found = entries_of(value, key)
        if not found:
            break
        around.append(value)
        entries.append(found[0])
        value = found[0].value
    return _Way(tuple(around), tuple(entries))


def _moved(sheet: Sheet, way: _Way, to: Sequence[str]) -> Iterator[Edit | Obstacle]:
    """Return what moves the last entry on *way* to the keys *to* of the first mapping on it."""
    there = _follow(way.around[0], to)
    target = there.entries[-1].value if there.entries else way.around[0]
    rest = to[len(there.entries) :]
    around, entry = way.around[-1], way.entries[-1]
    if not rest or not target.is_mapping:
        yield Obstacle(start_of(entry), f"{'.'.join(to[: len(there.entries)])} stands here already")
    elif target is around and len(rest) == 1 and entry.key:
        yield Edit(entry.key.start, entry.key.end, pair(rest[0], "", is_json=sheet.is_json)[:-2])
    elif target is around:
        yield _instead(sheet, target, entry, Spot(around, entry), rest)
    else:
        yield from _across(sheet, way, target, rest)


def _across(sheet: Sheet, way: _Way, target: Value, rest: Sequence[str]) -> Iterator[Edit | Obstacle]:
    """Return what moves the last entry on *way* into another mapping, and takes out what is empty then."""
    around, entry = way.around[-1], way.entries[-1]
    depth = len(way.around) - 1
    while depth and len(way.around[depth].entries or ()) == 1:
        depth -= 1
    from_here = next((index for index, value in enumerate(way.around) if value is target), None)
    if from_here == depth:
        yield _instead(sheet, target, way.entries[depth], Spot(around, entry), rest)
        return
    yield take_out(sheet, way.around[depth], way.entries[depth], _with_it(sheet, Spot(around, entry)) if target.is_block else None)
    if from_here is None:
        yield put_last(sheet, target, _piece(sheet, target, Spot(around, entry), rest))
        return
    start, piece = start_of(way.entries[from_here]), _piece(sheet, target, Spot(around, entry), rest)
    yield Edit(start, start, piece + (" " * target.column if target.is_block else ", "))


def _with_it(sheet: Sheet, spot: Spot) -> tuple[int, int]:
    """Return from and to which offset the text goes along with an entry."""
    around, entry = spot
    if around.in_brackets:
        return entry.value.start, entry.value.end
    return sheet.begin(entry, around), sheet.end(entry, around)


def _instead(sheet: Sheet, target: Value, gone: Entry, spot: Spot, keys: Sequence[str]) -> Edit:
    """Return what puts an entry into the place of *gone*, an entry of *target* that it is in, or that it is."""
    piece = _piece(sheet, target, spot, keys, is_above_kept=gone is spot.entry)
    if not target.is_block:
        return Edit(start_of(gone), gone.value.end, piece)
    start, end = start_of(gone), sheet.end(gone, target)
    begin, finish = _with_it(sheet, spot)
    stay = sheet.comments_between(start, begin) + sheet.comments_between(finish, end)
    ends = "\n" if sheet.text[end - 1 : end] == "\n" else ""
    return Edit(start, end, "".join(f"{text}\n{' ' * target.column}" for text in stay) + piece.removesuffix("\n") + ends)


def _piece(sheet: Sheet, target: Value, spot: Spot, keys: Sequence[str], *, is_above_kept: bool = False) -> str:
    """Return an entry as it is written in *target* under *keys*; comments above it may stay where they are."""
    if not target.is_block:
        return moved_pair(spot.entry, keys, is_json=sheet.is_json)
    return moved_lines(sheet, spot, keys, target.column, with_above=not is_above_kept)
