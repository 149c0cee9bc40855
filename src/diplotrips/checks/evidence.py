"""What the checks look at: the dataset, its tables in an SQL engine, the day that counts as today, and the ends of findings.

One `Evidence` serves all checks of a run. The SQL engine is SQLite from the standard library; the tables are the released ones, each
day column `x` with a twin `x_n`, days since 1970-01-01, because date arithmetic is not portable, and each column `x_edtf` with a twin
`x_margin_n`, the days by which its `~`, `?` or `%` keeps a verdict open.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from diplotrips.findings import End
from diplotrips.schema.dates.edtf import EdtfInterval, epoch_day
from diplotrips.schema.flatten import flatten
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from diplotrips.schema.claims import Claim
    from diplotrips.schema.dataset import Dataset

Row = dict[str, object]

T = TypeVar("T")


@dataclass(frozen=True)
class Evidence:
    """A dataset and the day as of which it is judged."""

    dataset: Dataset
    today: date
    _derived: dict[object, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def tables(self) -> Mapping[str, Sequence[Row]]:
        """The released tables, as rows."""
        return flatten(self.dataset)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id; of equal ones the first."""
        found: dict[str, Claim] = {}
        for claim in self.dataset.claims:
            found.setdefault(claim.id, claim)
        return found

    def of(self, derive: Callable[[Evidence], T]) -> T:
        """Return what *derive* makes of this evidence; it is made once, whoever asks."""
        if derive not in self._derived:
            self._derived[derive] = derive(self)
        return cast("T", self._derived[derive])

    @cached_property
    def connection(self) -> sqlite3.Connection:
        """The tables in SQLite, and a table `today` of one row with the day and its number."""
        connection = sqlite3.connect(":memory:")
        connection.row_factory = sqlite3.Row
        for name, statement, rows in sql_tables(self.tables, self.today):
            connection.execute(statement)
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608  (names are ours)
        return connection

    def rows(self, query: str) -> Iterator[Row]:
        """Run *query* and return its rows as dictionaries."""
        for row in self.connection.execute(query):
            yield dict(row)

    def path(self, record_id: str, field_name: str) -> str:
        """Return *field_name* of a record as a reader sees it, such as `stops.ve.dates`."""
        items = self.dataset.by_id.get(record_id, ())
        return items[0].path(field_name) if items else field_name

    def end(self, record_id: str, field_name: str, claim_id: object = None, label: str = "", value: str = "") -> End:
        """Return an end of a finding: a claim if *claim_id* is one, else the record's own value, else (no record) the calendar."""
        claim = self.claims.get(str(claim_id)) if claim_id else None
        if claim:
            return self.claim_end(claim, label)
        place = self.dataset.place(record_id, *_STEPS.get(field_name, (field_name,))) if record_id else None
        return End(label=label, record=record_id, field=field_name, value=value, place=place)

    @property
    def calendar(self) -> End:
        """Today as an end of a finding."""
        return End(f"the calendar: today is {self.today}")

    def claim_end(self, claim: Claim, label: str = "") -> End:
        """Return *claim* as an end of a finding."""
        return End(
            label=label or f"{claim.voice} says {claim.field.replace('_', ' ')} {claim.text}".rstrip(),
            record=claim.record,
            field=claim.field,
            source=claim.source,
            part=claim.part,
            value=claim.text,
            place=claim.place,
        )


_STEPS: dict[str, tuple[str, ...]] = {
    "first_day": ("dates",),
    "last_day": ("dates",),
    "agreed_on": ("date",),
    "represents_country": ("represents",),
    "represents_organization": ("represents",),
    "traveller_id": ("traveller",),
}
"""Released columns whose name in a document is another."""

_SQL_TYPES = {"string": "TEXT", "int32": "INTEGER", "double": "DOUBLE", "bool": "INTEGER", "date32": "TEXT"}


def sql_tables(tables: Mapping[str, Sequence[Row]], today: date) -> Iterable[tuple[str, str, list[tuple[object, ...]]]]:
    """Return name, CREATE statement and rows of every table that queries see, for SQLite and any engine that referees it."""
    for name, rows in tables.items():
        columns = TABLES[name].columns
        days = [column.name for column in columns if column.type == "date32"]
        dates = [column.name for column in columns if column.name.endswith("_edtf")]
        twins = [f"{day}_n" for day in days] + [f"{text.removesuffix('_edtf')}_margin_n" for text in dates]
        declared = [f"{column.name} {_SQL_TYPES[column.type]}" for column in columns] + [f"{twin} INTEGER" for twin in twins]
        values = [
            tuple(_plain(row[column.name]) for column in columns)
            + tuple(_number(row[day]) for day in days)
            + tuple(_margin(row[text]) for text in dates)
            for row in rows
        ]
        yield name, f"CREATE TABLE {name} ({', '.join(declared)})", values
    yield "today", "CREATE TABLE today (today TEXT, today_n INTEGER)", [(today.isoformat(), epoch_day(today))]


def _plain(value: object) -> object:
    """Return *value* as SQLite and every other engine take it: a day as text, a truth as 0 or 1."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def _number(value: object) -> int | None:
    """Return the number of a day, None for none."""
    return epoch_day(value) if isinstance(value, date) else None


def _margin(text: object) -> int:
    """Return the margin in days of a date or interval, the larger one of its ends; 0 where no end has a date."""
    if text in {None, ".."}:
        return 0
    interval = EdtfInterval.parse(str(text))
    return max(end.margin_days for end in (interval.first, interval.last) if end)
