"""A table of an export that was edited in a spreadsheet: which cells say something else now, and where that stands in the records.

A row that is not there any more is told and nothing is deleted; a cell of a column that is worked out from other records is told and not
taken. Nothing is written here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from diplotrips.extract.importing.cells import UnmappedError
from diplotrips.extract.importing.edits import Edited, Returned
from diplotrips.extract.importing.fields import ORDINAL, REGISTERS, RETURNING
from diplotrips.extract.importing.likeness import is_same, order_of, read_cell
from diplotrips.extract.importing.moved import moved
from diplotrips.extract.importing.problems import Problem
from diplotrips.extract.importing.settled import contested, settled, shown
from diplotrips.schema.fields import is_id
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from diplotrips.extract.importing.edits import Path
    from diplotrips.extract.importing.fields import Row
    from diplotrips.extract.importing.grid import Cell, Grid, GridRow
    from diplotrips.extract.importing.moved import Key
    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.rows.columns import Column, Table


@dataclass(frozen=True, slots=True)
class Records:
    """What an edited table is held against."""

    table: str
    """Its name, one of `RETURNING`."""
    dataset: Dataset
    rows: Sequence[Row]
    """The rows that the table has now."""
    base: Sequence[Row]
    """Those that it had when it was exported, if that is known: a cell that still says so was not edited."""
    content: Callable[[str], Any]
    """Gives what a file holds, by its name as places have it."""


def returned(grid: Grid, records: Records) -> Returned:
    """Return what *grid*, a table as it came back, says otherwise than the records."""
    table = TABLES[records.table]
    reading = _Returning(grid, table, records.dataset, records.content)
    now = {_key(row, table): row for row in records.rows}
    then = {_key(row, table): row for row in records.base}
    keyed = [(row, key) for row in grid.rows if (key := reading.key_of(row, now))]
    if reading.how.within:
        said = [column for column in table.columns if column.name in reading.editable]
        reading.moved = moved(keyed, now, said, reading.is_same)
    for row, key in keyed:
        reading.take(row, key, now, then)
    seen = reading.seen
    reading.found.missing = [" ".join(map(str, key)) for key in now if key not in seen]
    return reading.found


def _key(row: Row, table: Table) -> tuple[object, ...]:
    return tuple(row[column] for column in table.key)


class _Returning:
    """Rows taken one after the other."""

    def __init__(self, grid: Grid, table: Table, dataset: Dataset, content: Callable[[str], Any]) -> None:
        self.table = table
        self.dataset = dataset
        self.content = content
        self.order = order_of(grid)
        self.how = RETURNING[table.name]
        self.columns = {column.name: column for column in table.columns if column.name in grid.columns}
        self.editable = {name for each in self.how.fields for name in each.columns}
        self.found = Returned(table.name, grid.file, len(grid.rows))
        self.seen: set[Key] = set()
        self.moved: dict[int, str] = {}
        """Why a row cannot be taken that has been put under another number, by its own."""
        for name in grid.columns:
            if name not in self.columns and any(row.cells[name] is not None for row in grid.rows):
                self._refuse(1, name, f"{name} is no column of the table {table.name}; take it out")

    def is_same(self, now: object, cell: Cell, column: Column) -> bool:
        """Tell whether *cell* says *now*, with days in the order of this table."""
        return is_same(now, cell, column, self.order)

    def key_of(self, row: GridRow, now: Mapping[Key, Row]) -> Key | None:
        """Return the key of the record that a row is of, new or not; None if it has none that can be read, which is noted."""
        try:
            known = self._known_key(row, now)
            return known or tuple(read_cell(row.cells.get(name), self._column(name), self.order) for name in self.table.key)
        except UnmappedError as error:
            self._refuse(row.number, "", str(error))
            return None

    def take(self, row: GridRow, key: Key, now: Mapping[Key, Row], then: Mapping[Key, Row]) -> None:
        """Take one row."""
        if key in self.seen and key[-1] is not None:
            self._refuse(row.number, "", f"{' '.join(map(str, key))} has a row above already")
        elif key[0] is None:
            self._refuse(row.number, self.how.key, f"{self.how.key} is empty; a new record needs an id")
        elif row.number in self.moved:
            self._refuse(row.number, "", self.moved[row.number])
        elif key in now:
            self._compare(row, now[key], then.get(key))
        elif key in then:
            self._leave(row, key, then[key])
        else:
            self._enter(row, key)
        self.seen.add(key)

    def _leave(self, row: GridRow, key: Key, then: Row) -> None:
        """Leave a row of a record that was taken out since the release; tell it if the row was edited."""
        if not all(self.is_same(then.get(name), row.cells[name], column) for name, column in self.columns.items()):
            told = f"{' '.join(map(str, key))} was in the release that was edited, and is not in the records any more; take the row out"
            self._refuse(row.number, "", told)

    def _known_key(self, row: GridRow, now: Mapping[tuple[object, ...], Row]) -> tuple[object, ...] | None:
        """Return the key of the record that a row is of, even if a spreadsheet program made a number of its id; None if it is of none."""
        cells = [(row.cells.get(name), self._column(name)) for name in self.table.key]
        exact = tuple(cell for cell, _ in cells)
        if exact in now:
            return exact
        alike = [
            key for key in now if all(is_same(part, cell, column, self.order) for part, (cell, column) in zip(key, cells, strict=True))
        ]
        return alike[0] if len(alike) == 1 else None

    def _column(self, name: str) -> Column:
        return next(column for column in self.table.columns if column.name == name)

    def _refuse(self, row: int, column: str, told: str) -> None:
        self.found.problems.append(Problem(self.found.file, row, column, told))

    def _compare(self, row: GridRow, now: Row, then: Row | None) -> None:
        """Note what a row of a record says otherwise."""
        edited: dict[str, object] = {}
        left = settled(row.cells, now, self.columns, self.is_same)
        for name, column in self.columns.items():
            cell = row.cells[name]
            if name in left or any(self.is_same(each[name], cell, column) for each in (now, then) if each and name in each):
                continue
            try:
                edited[name] = self._read(name, cell, now, then)
            except UnmappedError as error:
                self._refuse(row.number, name, str(error))
        record = " ".join(str(now[name]) for name in self.table.key)
        for told in self._set(now, edited):
            self._refuse(row.number, "", told)
            return
        self.found.edited += [Edited(row.number, record, name, now[name], after) for name, after in edited.items()]

    def _read(self, name: str, cell: Cell, now: Row, then: Row | None) -> object:
        """Return what an edited cell says.

        Raises:
            UnmappedError: it cannot be taken.
        """
        if name not in self.editable:
            raise UnmappedError(self._worked_out(name, shown(now[name]), shown(cell)))
        if then and (told := contested(name, cell, now, then, self.how.fields)):
            raise UnmappedError(told)
        return read_cell(cell, self.columns[name], self.order)

    def _worked_out(self, name: str, now: str, cell: str) -> str:
        other = next((part for part in ("_earliest", "_latest", "_precision", "_iso3") if name.endswith(part)), "")
        instead = name.removesuffix(other) + ("" if other == "_iso3" else "_edtf")
        told = f"; edit {instead}" if other and instead in self.editable else ""
        return f"{name} is worked out from the records, where it is {now}, and cannot be {cell}{told}"

    def _set(self, now: Row, edited: Mapping[str, object]) -> Iterator[str]:
        """Note the new values of a record; give why they cannot be."""
        merged, names = {**now, **edited}, frozenset(edited)
        told: dict[Path, object] = {}
        file, path = self._spot(str(now[self.how.key]))
        try:
            for each in self.how.fields:
                if names & set(each.columns):
                    told[(each.key,) if each.of_document else (*path, *self._item(now), each.key)] = each.value(merged, names)
        except UnmappedError as error:
            yield str(error)
            return
        if not told:
            return
        if not file:
            yield f"{now[self.how.key]} stands in no file that is edited"
            return
        if names & set(self.how.names):
            told[*path, "id"] = str(now[self.how.key]).rpartition(".")[2]  # the id was released, and stays whoever it is of
        if self.how.within:
            told = self._as_item(file, (*path, *self._item(now)), told)
        self.found.values.setdefault(file, {}).update(told)

    def _item(self, now: Row) -> Path:
        """Return the way to an item of a list of a record."""
        ordinal = now.get(ORDINAL)
        return (self.how.within, ordinal - 1) if self.how.within and isinstance(ordinal, int) else ()

    def _as_item(self, file: str, path: Path, told: dict[Path, object]) -> dict[Path, object]:
        """Return new values of an item: of one that is written as a word alone the whole item."""
        item = self.content(file)
        for step in path:
            item = item[step]
        if isinstance(item, dict):
            return told
        word = self.how.words[0 if item[:1].isupper() else -1]
        return {path: self._written({word: item, **{str(way[-1]): value for way, value in told.items()}})}

    def _written(self, values: Mapping[str, object]) -> Any:  # noqa: ANN401  (a word or a mapping)
        """Return an item of a list as it is written: as a word if nothing else of it is known."""
        known = {key: value for key, value in values.items() if value is not None}
        (only, *others) = known or {"": None}
        return known if others or only not in self.how.words else known[only]

    def _spot(self, record: str) -> tuple[str, Path]:
        """Return file and path of a record; an empty name if it stands in a file that is not edited."""
        item = self.dataset.by_id[record][0]
        file = item.node.place.file
        if not file.endswith((".yaml", ".yml")):
            return "", ()
        if not item.trip:
            holds = next(name for name, kind in REGISTERS.items() if kind == item.kind)
            entries = self.content(file)[holds]
            return file, (holds, next(index for index, entry in enumerate(entries) if entry.get("id") == record))
        if item.kind == "trip":
            return file, ("trip",)
        (document,) = (entry.record for entry in self.dataset.trips if entry.record.trip.id == item.trip)
        return file, next(each.path for each in document.local_records() if f"{item.trip}.{each.id}" == record)

    def _enter(self, row: GridRow, key: tuple[object, ...]) -> None:
        """Note a new record, or a new item of a list of one."""
        try:
            cells = {name: read_cell(row.cells[name], column, self.order) for name, column in self.columns.items()}
            values = {**dict.fromkeys(self.table.names), **cells}
            names = frozenset(name for name, value in cells.items() if value is not None)
            known = {each.key: each.value(values, names) for each in self.how.fields if names & set(each.columns) and not each.of_document}
            self._put(str(key[0]), {name: value for name, value in known.items() if value is not None})
        except UnmappedError as error:
            self._refuse(row.number, "", str(error))
            return
        self.found.new.append((row.number, " ".join(str(part) for part in key if part is not None)))

    def _put(self, record: str, known: dict[str, Any]) -> None:
        """Put a new record where it belongs.

        Raises:
            UnmappedError: it belongs nowhere.
        """
        if self.table.name in REGISTERS:
            if not is_id(record) or record in self.dataset.by_id:
                raise UnmappedError(f"{record} cannot be the id of a new record")
            self.found.entries.append((record, {"id": record, **known}))
            return
        if self.how.within:
            if record not in self.dataset.by_id:
                raise UnmappedError(f"there is no {record}, of which this would be one more of its {self.how.within}")
            file, path = self._spot(record)
            self._add(file, (*path, self.how.within), self._written(known))
            return
        around, _, local = record.rpartition(".")
        if self.table.name == "trips" or not is_id(local) or around not in self.dataset.by_id:
            told = f"{record} is no id of a new record: there is no {around or record}"
            stops = "a trip has stops, which this table does not have; begin it with diplotrips new"
            raise UnmappedError(stops if self.table.name == "trips" else told)
        if self.table.name == "agreements":
            raise UnmappedError(
                "an agreement has parties, which this table does not have; add it as a list whose mapping has row: agreement"
            )
        file, path = self._spot(around)
        where = ("stops",) if self.table.name == "stops" else (*path, "met")
        is_named = local in (known.get("person"), known.get("organization"), known.get("office"))
        self._add(file, where, known if self.table.name == "meetings" and is_named else {"id": local, **known})

    def _add(self, file: str, where: Path, item: Any) -> None:  # noqa: ANN401  (a word or a mapping)
        if not file:
            raise UnmappedError("it would stand in a file that is not edited")
        self.found.items.setdefault(file, []).append((where, [item]))
