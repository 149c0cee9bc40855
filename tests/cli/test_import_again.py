"""`diplotrips import` of a list for the second time: rows put in between, changed and taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

HEAD = "Country,Dates\n"
FRANCE, KENYA, CHILE = "France,2021-05-01\n", "Kenya,2021-05-13\n", "Chile,2021-07-02\n"
WHO = ("--set", "traveller=Jane Doe", "--set", "office=foreign-minister", "--set", "represents=NZ", "--today", "2024-06-01")
LIST = ("import", "visits.csv", "--map", "encyclopedia-visits", *WHO)


def test_a_row_between_is_recorded_and_a_changed_one_told(project: Path, run: Callable[..., Ran]) -> None:
    """A row that was put in is the new trip; a row that says another day is refused with both; one that is gone is named."""
    visits = project / "visits.csv"
    visits.write_text(HEAD + FRANCE + KENYA + CHILE, encoding="utf-8")
    assert run(*LIST).status == 0

    visits.write_text(HEAD + FRANCE + "Peru,2021-06-01\n" + KENYA + CHILE, encoding="utf-8")
    assert run(*LIST).out == (
        "visits.csv, 4 rows: 1 trip written; 3 rows are in the records already\n"
        "  doe-2021-06-pe: row 3 -> extract/authored/visits/doe-2021-06-pe.yaml\n"
        "everything could be told\n"
        "diplotrips check finds nothing wrong with it\n"
    )

    visits.write_text(HEAD + FRANCE.replace("05-01", "05-02") + "Peru,2021-06-01\n" + KENYA + CHILE, encoding="utf-8")
    changed = run(*LIST)
    assert changed.status == 1
    assert changed.out == (
        "visits.csv, 4 rows: 0 trips would be written; 3 rows are in the records already\n"
        "what cannot be told:\n"
        "  visits.csv:2: row 2 was imported as FR 2021-05-01, and says FR 2021-05-02 now:"
        " correct the lines of doe-2021-05-fr, or the list\n"
        "nothing was written: mend visits.csv or the mapping, or leave out what cannot be told with --leave-out\n"
    )

    visits.write_text(HEAD + FRANCE + KENYA + CHILE, encoding="utf-8")
    gone = run(*LIST)
    assert gone.status == 0
    assert gone.out == (
        "visits.csv, 3 rows: 0 trips written; 3 rows are in the records already\n"
        "not in the list any more, and kept: row 3 was imported as PE 2021-06-01\n"
        "everything could be told\n"
    )
