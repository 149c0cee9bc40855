"""Rows of a list that are recorded already: known by what they say, wherever in the file they stand now.

Rows get other numbers as soon as one is inserted, so that the number alone tells nothing. What a row says is held against the lines in
which the list is recorded; a row that may be a recorded one that was changed since is told, and never taken for a new one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplotrips.extract.importing.said_rows import OF_WHOLE, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_SHOWN: Final = ("country", "countries", "dates", "within")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What is known of the rows of a list, by row."""

    there: frozenset[int] = frozenset()
    """Rows that are recorded."""
    told: dict[int, str] = field(default_factory=dict)
    """Rows that cannot be taken, and why: each may be a recorded row that says something else now."""
    missing: tuple[str, ...] = ()
    """Recorded rows that no row of the list says, shown with what they said."""


def recognised(rows: Sequence[Row], recorded: Sequence[Row], file: str) -> Recognised:
    """Return which of *rows*, those of *file* as it is now, are among the *recorded* ones of its source."""
    pairs = _Pairs(rows, recorded, file)
    missing = pairs.missing()
    beside = _beside(pairs, missing)
    told: dict[int, str] = {}
    for number, row in enumerate(rows):
        is_found = number in pairs.found
        reason = _lacking(row, recorded[pairs.found[number]]) if is_found else _suspected(row, beside(row), pairs)
        told |= dict.fromkeys(row.rows, reason) if reason else {}
    named = " ".join(told.values())
    left = [shown for each in missing if (shown := _as_it_was(each)) not in named]
    there = {at for number in pairs.found for at in rows[number].rows}
    return Recognised(frozenset(there - told.keys()), told, tuple(left))


class _Pairs:
    """Rows of a list, each with the recorded one that says the same: the one with its number first, else the first that is left."""

    def __init__(self, rows: Sequence[Row], recorded: Sequence[Row], file: str) -> None:
        self.rows = rows
        self.recorded = recorded
        self.file = file
        self.found: dict[int, int] = {}
        """Index of the recorded row by index of the row."""
        self._left: dict[frozenset[tuple[str, str]], list[int]] = {}
        for index, each in enumerate(recorded):
            self._left.setdefault(each.key(is_whole=True), []).append(index)
        for wanted in (lambda row, there: (there.file, there.rows) == (file, row.rows), lambda _row, _there: True):
            self._find(wanted)

    def _find(self, wanted: Callable[[Row, Row], bool]) -> None:
        for number, row in enumerate(self.rows):
            if number in self.found:
                continue
            for is_whole in (True, False):
                left = self._left.get(row.key(is_whole=is_whole), [])
                index = next((each for each in left if self.recorded[each].is_whole is is_whole and wanted(row, self.recorded[each])), None)
                if index is not None:
                    left.remove(index)
                    self.found[number] = index
                    break

    def missing(self) -> list[Row]:
        """Return the recorded rows of this file that are not found again; if it has none those of a file that it seems to have been."""
        files = {each.file for each in self.recorded} & {self.file} or {self.recorded[index].file for index in self.found.values()}
        taken = set(self.found.values())
        return [each for index, each in enumerate(self.recorded) if index not in taken and each.file in files]

    def same(self, row: Row) -> Row | None:
        """Return another row that says the same and is recorded."""
        keys = row.key(is_whole=True), row.key(is_whole=False)
        return next((self.rows[number] for number, index in self.found.items() if self.recorded[index].key(is_whole=True) in keys), None)


def _beside(pairs: _Pairs, missing: Sequence[Row]) -> Callable[[Row], list[Row]]:
    """Return what gives, of a row that was not found, the missing rows that it may have been.

    As long as the others kept their order it is one between the same neighbours; else it may be any. Numbers that are recorded twice are
    of different states of the list, and have no order.
    """
    both = sorted((pairs.recorded[index].rows[0], pairs.rows[number].rows[0]) for number, index in pairs.found.items())
    before, now = [was for was, _ in both], [now for _, now in both]
    numbers = [*before, *(each.rows[0] for each in missing)]
    in_order = now == sorted(now) and len(set(numbers)) == len(numbers)

    def may_be(row: Row) -> list[Row]:
        same = [each for each in missing if each.rows == row.rows]
        gap = bisect_left(now, row.rows[0])
        return same + [each for each in missing if each not in same and (not in_order or bisect_left(before, each.rows[0]) == gap)]

    return may_be


def _suspected(row: Row, may_be: Sequence[Row], pairs: _Pairs) -> str:
    """Return why a row that was not found cannot be taken for a new one; empty if it can."""
    for was in may_be[:1]:
        then, now = _as_it_was(was), _shown(row, was)
        if was.rows == row.rows:
            return f"{then}, and says {now} now: correct the lines of {was.trip}, or the list"
        return f"{now} may be new; but {then}, which no row says now: correct or take out the lines of {was.trip} first"
    same = pairs.same(row)
    return f"it says what row {same.rows[0]} says, which is in the records already" if same else ""


def _lacking(row: Row, recorded: Row) -> str:
    """Return what a row says besides its lines that the record, which may have been edited, does not say; empty if it says all."""
    lacking = [f"{name} {value}" for name, value in row.besides if not recorded.holds(name, value)]
    return f"{recorded.trip} has it, but not {', '.join(lacking)}: add that there, or mend the list" if lacking else ""


def _as_it_was(row: Row) -> str:
    return f"{_numbers(row)} imported as {_shown(row)}"


def _numbers(row: Row) -> str:
    return f"row{'s' if row.rows[1:] else ''} {', '.join(map(str, row.rows))} {'were' if row.rows[1:] else 'was'}"


def _shown(row: Row, other: Row | None = None) -> str:
    """Return country and days of a row, and whatever else it says otherwise than another one."""
    return " ".join(_words(row, other))


def _words(row: Row, other: Row | None) -> Iterator[str]:
    yield from (row.says[name] for name in _SHOWN if name in row.says)
    for name in _names(row, other) if other else ():
        yield f"{name.replace('_', ' ')} {row.says.get(name, 'nothing')}"


def _names(row: Row, other: Row) -> Iterable[str]:
    """Return what two rows say otherwise, besides country and days."""
    names = [name for name in dict.fromkeys((*row.says, *other.says)) if other.is_whole or name not in OF_WHOLE]
    return [name for name in names if name not in _SHOWN and row.says.get(name) != other.says.get(name)]
