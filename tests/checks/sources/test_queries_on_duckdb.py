"""The queries of this family say the same on DuckDB as on SQLite."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

import duckdb

from diplotrips.checks.evidence import Evidence, sql_tables
from diplotrips.checks.sources import name_not_in_register, planned_and_past, registered_misspelling, status_superseded

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.schema.dataset import Dataset

CHECKS = (planned_and_past.CHECK, status_superseded.CHECK, name_not_in_register.CHECK, registered_misspelling.CHECK)
STATUSES = ("planned", "under-way", "completed", "cancelled", "postponed", "unconfirmed")
DAYS: tuple[dict[str, str], ...] = ({"dates": "2023-04-17/2023-04-20"}, {"dates": "2023-04-17/"}, {"within": "2023-04"}, {"dates": "2024"})
PEOPLE = [{"id": "jane-doe", "name": "Jane Doe", "names": [{"name": "Jain Doe", "kind": "misspelling"}, {"name": "J. Doe"}]}]
SOURCES = [{"id": "gazette", "published": "2023-04-10"}, {"id": "herald", "published": "2023-04-21~"}, {"id": "times"}]


def trips() -> dict[str, dict[str, Any]]:
    """Return a trip for every status and every status said later, of all kinds of dates in turn."""
    found = {}
    for number, (status, later) in enumerate(product(STATUSES, STATUSES)):
        days = DAYS[(number + number // 6) % 4]
        spelling = ("Jane Doe", "Jain Doe", "J. Doe", "Joan Doe")[number % 4]
        found[f"trip-{number}"] = {
            "trip": {"status": status} | days,
            "stops": [{"id": "br", "status": later}, {"id": "ve"}],
            "said": {
                "gazette": [{"status": status, "named": spelling}, {"about": "ve", "status": status}],
                ("herald", "times")[number % 2]: [{"status": later}, {"about": "br", "status": status}, {"about": "ve", "status": later}],
            },
        }
    return found


def test_same_rows(dataset: Callable[..., Dataset]) -> None:
    """Both engines give the same rows in the same order, and not none."""
    evidence = Evidence(dataset(trips=trips(), people=PEOPLE, sources=SOURCES), date(2023, 6, 1))
    assert evidence.tables["claims"]
    with duckdb.connect() as engine:
        for name, statement, rows in sql_tables(evidence.tables, evidence.today):
            engine.execute(statement)
            if rows:
                engine.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608  (names are ours)
        for check in CHECKS:
            answer = engine.execute(check.query)
            columns = [column[0] for column in answer.description or ()]
            refereed = [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]

            assert list(evidence.rows(check.query)) == refereed != [], check.code
