"""What the page on R shows, made with Python: one function an output, in the order of the page. No tests."""

from __future__ import annotations

from collections import Counter
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pyarrow as pa

    Tables = Mapping[str, pa.Table]
    Row = dict[str, Any]

TOUR = "lavrov-2023-04-latin-america"
IN_R = {"string": "character", "date32[day]": "Date", "int32": "integer", "bool": "logical", "double": "numeric"}


def _rows(tables: Tables, name: str) -> list[Row]:
    """Return the rows of a table."""
    rows: list[Row] = tables[name].to_pylist()
    return rows


def _shown(rows: Iterable[Row], columns: Sequence[str], names: Sequence[str] | None = None) -> list[list[str]]:
    """Return the words of a data frame as R prints it, with the names of its rows in front; numbers from 1 unless given."""
    table = [[" ".join(_word(row[column]) for column in columns)] for row in rows]
    front = [str(number) for number in range(1, len(table) + 1)] if names is None else names
    return [list(columns), *([*([name] if name else []), *line[0].split()] for name, line in zip(front, table, strict=True))]


def _word(value: object) -> str:
    """Return a value as R prints it in a data frame, truth as Python does."""
    return "NA" if value is None else str(value)


def _labels(tables: Tables, list_name: str) -> list[Row]:
    """Return the codes of a list in their order."""
    return sorted((row for row in _rows(tables, "codelists") if row["list_name"] == list_name), key=lambda row: int(row["ordinal"]))


def two_lines(tables: Tables) -> list[list[str]]:
    """All trips."""
    return _shown(_rows(tables, "trips"), ("trip_id", "status", "first_day", "last_day", "n_stops"))


def what_came(tables: Tables) -> list[list[str]]:
    """Types of some columns of stops, and all stops."""
    names = ["stop_id", "position", "first_day_earliest"]
    types = [f'"{IN_R[str(tables["stops"].schema.field(name).type)]}"' for name in names]
    return [names, types, *_shown(_rows(tables, "stops"), ("stop_id", "position", "country", "country_iso3"))]


def statuses(tables: Tables) -> list[list[str]]:
    """Trips by status, all statuses in their order."""
    counts = Counter(row["status"] for row in _rows(tables, "trips"))
    codes = _labels(tables, "trip_statuses")
    return [" ".join(code["label"] for code in codes).split(), [str(counts[code["code"]]) for code in codes]]


def progress(tables: Tables) -> list[list[str]]:
    """What the column means, and agreements by it."""
    counts = Counter(row["progress"] for row in _rows(tables, "agreements"))
    rows = [{"progress": code["label"], "Freq": counts[code["code"]]} for code in _labels(tables, "progress")]
    description = tables["agreements"].schema.field("progress").metadata[b"description"].decode()
    return [["[1]", *f'"{description}"'.split()], *_shown(rows, ("progress", "Freq"))]


def published(tables: Tables) -> list[list[str]]:
    """Days of publication."""
    return _shown(_rows(tables, "sources"), ("published", "published_earliest", "published_latest", "published_edtf"))


def disputed(tables: Tables) -> list[list[str]]:
    """Disagreements of one trip, notes aside."""
    rows = [row for row in _rows(tables, "conflicts") if row["trip_id"] == "pompeo-2020-02-africa" and row["severity"] != "note"]
    rows.sort(key=lambda row: (row["record_id"], row["field_name"], row["finding_code"]))
    return _shown(rows, ("record_id", "finding_code", "field_name", "state"), [""] * len(rows))


def there(tables: Tables) -> list[list[str]]:
    """Where the traveller may have been on a day."""
    day = date(2023, 4, 19)
    found: dict[str, Row] = {}
    for number, row in enumerate(_rows(tables, "country_days"), 1):
        first, last = row["possible_first_day"], row["possible_last_day"]
        if row["status"] in {"completed", "under-way"} and first and last and first <= day <= last:
            certain = row["certain_first_day"], row["certain_last_day"]
            found[str(number)] = row | {"certainly": all(certain) and certain[0] <= day <= certain[1]}
    return _shown(found.values(), ("country_iso3", "certainly", "n_days_min", "n_days_max"), list(found))


def _country_on(tables: Tables, country: str, day: date) -> Row:
    """Return the row of a country that held on a day; nothing in it where none did."""
    for row in _rows(tables, "countries"):
        if row["country"] == country and (row["valid_since"] or day) <= day <= (row["valid_until"] or day):
            return row
    return dict.fromkeys(tables["countries"].column_names)


def crosswalk(tables: Tables) -> list[list[str]]:
    """Codes of countries that changed them."""
    asked = [
        (code, date(year, 6, 1)) for code, year in (("DE", 1980), ("DE", 2010), ("YUCS", 1980), ("RS", 2010), ("NA", 2010), ("RS", 1980))
    ]
    rows = [_country_on(tables, code, day) | {"country": code, "day": day} for code, day in asked]
    return _shown(rows, ("country", "day", "country_iso3", "iso_numeric", "cow", "gw", "name"))


def visited(tables: Tables) -> list[list[str]]:
    """The numbers of the countries of all stops in the year of their trip."""
    began = {row["trip_id"]: row["first_day_earliest"] for row in _rows(tables, "trips")}
    stops = _rows(tables, "stops")
    rows = [_country_on(tables, row["country"], began[row["trip_id"]]) | {"year": began[row["trip_id"]].year} for row in stops]
    return _shown(rows, ("country_iso3", "cow", "gw", "year"), [row["stop_id"] for row in stops])


def said(tables: Tables) -> list[list[str]]:
    """Who says what of the days and the order of a tour."""
    fields = {"last_day", "days", "route", "last_stop", "within"}
    rows = [row for row in _rows(tables, "claims") if row["record_id"] == TOUR and row["field_name"] in fields]
    rows.sort(key=lambda row: (row["field_name"], row["source_id"]))
    return _shown(rows, ("source_id", "field_name", "value_text", "mode"), [""] * len(rows))


def settled(tables: Tables) -> list[list[str]]:
    """Conflicts with the decisions that settle them."""
    decisions = {row["decision_id"]: row for row in _rows(tables, "decisions")}
    rows = [decisions[row["decision_id"]] for row in _rows(tables, "conflicts") if row["decision_id"]]
    rows.sort(key=lambda row: str(row["decision_id"]))
    return _shown(rows, ("decision_id", "field_name", "verdict", "adopted"), [""] * len(rows))


def ends(tables: Tables) -> list[list[str]]:
    """The two sides of one conflict, which of them lost, and why it was settled so."""
    (conflict,) = [row for row in _rows(tables, "conflicts") if row["decision_id"] == "lavrov-2023-04-last-stop"]
    (decision,) = [row for row in _rows(tables, "decisions") if row["decision_id"] == conflict["decision_id"]]
    rows = [row for row in _rows(tables, "conflict_claims") if row["conflict_id"] == conflict["conflict_id"]]
    named = _rows(tables, "decision_claims")
    lost = [row for row in named if row["decision_id"] == conflict["decision_id"] and row["role"] == "overrules"]
    because = [line.split() for line in wrap(decision["because"], 79)]
    sides = _shown(rows, ("source_id", "field_name", "value_text"), [""] * len(rows))
    return [*sides, *_shown(lost, ("role", "claim_name"), [""] * len(lost)), *because]


def meetings(tables: Tables) -> list[list[str]]:
    """Meetings a trip, 0 where there is none."""
    counts = Counter(row["trip_id"] for row in _rows(tables, "meetings"))
    rows = [{"trip_id": row["trip_id"], "n_meetings": counts[row["trip_id"]]} for row in _rows(tables, "trips")]
    return _shown(rows, ("trip_id", "n_meetings"))


def messy(tables: Tables) -> list[list[str]]:
    """Last days of trips as messydates has them, missing where nobody tells."""
    bounds = {"last_day": "last_day_edtf", "first": "last_day_earliest", "last": "last_day_latest"}
    rows = [{"trip_id": row["trip_id"], **{name: row[column] for name, column in bounds.items()}} for row in _rows(tables, "trips")]
    return _shown(rows, ("trip_id", *bounds))


EXPECTED: tuple[Callable[[Tables], list[list[str]]], ...] = (
    two_lines,
    what_came,
    statuses,
    progress,
    disputed,
    published,
    there,
    crosswalk,
    visited,
    said,
    settled,
    ends,
    meetings,
    messy,
)
"""In the order of the page."""
