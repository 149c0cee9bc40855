"""Columns of two rows as fields: the five columns of a date are one field, the two of a country, the three of a number too.

What became of a date is told by the days that it allows, not by its text.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from diplotrips.exports.comparing.change import Kind
from diplotrips.schema.dates.edtf import EdtfDate, EdtfError, EdtfInterval
from diplotrips.schema.dates.relations import Relation, finer, relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplotrips.exports.comparing.snapshots import Row

_OF_DATES: Final = ("_edtf", "", "_earliest", "_latest", "_precision")
_OF_NUMBERS: Final = ("_min", "_max", "_approximate")
_OPEN: Final = ".."


def fields_of(columns: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the fields that *columns* make up, each with its columns, the one that says most first; in the order of the columns."""
    names = list(columns)
    fields: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for name in names:
        if name not in taken:
            field, parts = _field(name, set(names) - taken)
            fields[field] = parts
            taken.update(parts)
    return fields


def _field(name: str, names: set[str]) -> tuple[str, tuple[str, ...]]:
    """Return the field that the column begins, and those of its columns that are in *names*."""
    for suffixes, sign in ((_OF_DATES, "_edtf"), (_OF_NUMBERS, "_min"), (("", "_iso3"), "_iso3")):
        for suffix in suffixes:
            stem = name.removesuffix(suffix)
            if name.endswith(suffix) and stem and stem + sign in names:
                return stem, tuple(stem + one for one in suffixes if stem + one in names)
    return name, (name,)


def changed_fields(before: Row, after: Row, fields: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Kind, str, str | None, str | None]]:
    """Return each field that differs: what became of it, its name, and both values as text.

    Where what the field says is equal and one of its columns is not, that one is a field of its own.
    """
    for field, columns in fields.items():
        if all(before[column] == after[column] for column in columns):
            continue
        is_number, is_date = (columns[0].endswith(sign) for sign in ("_min", "_edtf"))
        old, new = (number_of(row, columns) if is_number else text_of(row[columns[0]]) for row in (before, after))
        if old != new:
            yield (kind_of_date(old, new) if is_date else _kind_of_value(old, new)), field, old, new
            continue
        for column in columns:
            if before[column] != after[column]:
                old, new = text_of(before[column]), text_of(after[column])
                yield _kind_of_value(old, new), column, old, new


def text_of(value: object) -> str | None:
    """Return a value of a row as text; None for null."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def kind_of_date(before: str | None, after: str | None) -> Kind:
    """Return what became of a date in EDTF; an end that is still open is less than a date and more than nothing."""
    old, new = _much(before), _much(after)
    if old != new:
        return Kind.DATE_GIVEN if old < new else Kind.DATE_TAKEN_AWAY
    if before is None or after is None or before == _OPEN:
        return Kind.DATE_RESTATED
    try:
        return _of_dates(EdtfDate.parse(before), EdtfDate.parse(after))
    except EdtfError:
        return _of_digits(before, after) or _of_intervals(before, after)


def _of_digits(before: str, after: str) -> Kind | None:
    """Return what became of a date of which single digits are unknown, as other datasets have them (`2023-04-1X`); None if it is none."""
    if _fills(before, after):
        return Kind.DATE_REFINED
    return Kind.DATE_WIDENED if _fills(after, before) else None


def _fills(text: str, other: str) -> bool:
    """Tell whether *other* is *text* with digits instead of some X."""
    if text == other or len(text) != len(other):
        return False
    return all(one == two or (one == "X" and two.isdigit()) for one, two in zip(text, other, strict=True))


def _much(text: str | None) -> int:
    """Return how much is said: nothing, that there is no end yet, or a date."""
    return 0 if text is None else 1 if text == _OPEN else 2


def _of_dates(before: EdtfDate, after: EdtfDate) -> Kind:
    """Return what became of a date: narrowed to some of its days, widened, the same days in other words or with other doubt, or others."""
    related = relation(before, after)
    if related is Relation.REFINES:
        return Kind.DATE_REFINED if finer(before, after) is after else Kind.DATE_WIDENED
    if related is not Relation.EQUAL:
        return Kind.DATE_CORRECTED
    if before.margin_days == after.margin_days:
        return Kind.DATE_RESTATED
    return Kind.DATE_REFINED if after.margin_days < before.margin_days else Kind.DATE_WIDENED


def _of_intervals(before: str, after: str) -> Kind:
    """Return what became of a window whose ends are not both dates: what became of its ends, if they agree on it."""
    try:
        old, new = EdtfInterval.parse(before), EdtfInterval.parse(after)
    except EdtfError:
        return Kind.DATE_CORRECTED
    ends = [(old.first, old.first_end, new.first, new.first_end), (old.last, old.last_end, new.last, new.last_end)]
    found = {_of_end(one, other, same=end is other_end) for one, end, other, other_end in ends} - {Kind.DATE_RESTATED}
    return found.pop() if len(found) == 1 else Kind.DATE_CORRECTED if found else Kind.DATE_RESTATED


def _of_end(before: EdtfDate | None, after: EdtfDate | None, *, same: bool) -> Kind:
    """Return what became of one end of a window; a bound where there was none narrows it."""
    if before is not None and after is not None:
        return _of_dates(before, after)
    if before is None and after is None:
        return Kind.DATE_RESTATED if same else Kind.DATE_CORRECTED
    return Kind.DATE_REFINED if before is None else Kind.DATE_WIDENED


def _kind_of_value(before: str | None, after: str | None) -> Kind:
    if before is None:
        return Kind.VALUE_GIVEN
    return Kind.VALUE_TAKEN_AWAY if after is None else Kind.VALUE_CORRECTED


def number_of(row: Row, columns: tuple[str, ...]) -> str | None:
    """Return a number as a record has it: `3`, `~3`, `3..5`, `3..`."""
    cells = {column.rpartition("_")[2]: row[column] for column in columns}
    least, most = (text_of(cells.get(end)) for end in ("min", "max"))
    if least is None and most is None:
        return None
    told = least if least == most else f"{least or ''}..{most or ''}"
    return f"~{told}" if cells.get("approximate") else told
