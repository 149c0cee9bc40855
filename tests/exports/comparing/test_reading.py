"""What changed as people read it: sections with a line a change, a page that nothing in it can break, and rows for programs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diplotrips.exports.arrow import arrow_table
from diplotrips.exports.comparing import Change, Comparison, Kind, change_rows, changes_markdown
from diplotrips.exports.comparing.notes import MOST_LINES
from diplotrips.exports.comparing.outline import sections, step, summary
from diplotrips.schema.rows.models import row_model

if TYPE_CHECKING:
    from collections.abc import Callable

STOP = {"id": "br", "dates": "2023-04", "country": "BR"}
LINE = {"status": "completed", "span": "1-20"}


def one(*lines: dict[str, Any], **stop: object) -> dict[str, Any]:
    """Return a dataset of one trip with one stop, on which the gazette has *lines*."""
    return {"trips": {"one": {"trip": {"dates": "2023"}, "stops": [{**STOP, **stop}], "said": {"gazette": [LINE, *lines]}}}}


def test_the_page_reads_well(compared: Callable[..., Comparison]) -> None:
    """Summary, version, one section a trip with local ids, registers after them, and last what follows from the rest."""
    before = one(dates="2023-04", places=["Rio"])
    lines = [{"about": "br", "dates": "2023-04-17/2023-04-19", "span": "30-40"}]
    after = {**one(*lines, dates="2023-04-17/2023-04-19", places=["Rio de Janeiro"]), "people": [{"id": "x", "name": "X <b>_Y_</b>"}]}

    assert changes_markdown(compared(before, after)) == (
        "# Changes since 1.0.0\n\n"
        "1 person added, 2 dates refined, 1 entry changed, 1 claim added and 3 rows that follow from these.\n\n"
        "This takes a minor version, because gazette says dates 2023-04-17/2023-04-19 of stop one.br.\n\n"
        "## one\n\n"
        "- first_day of stop br is refined from 2023-04 to 2023-04-17\n"
        "- last_day of stop br is refined from 2023-04 to 2023-04-19\n"
        "- an entry of stop br in stop_places is changed: place from Rio to Rio de Janeiro\n"
        "- gazette says dates 2023-04-17/2023-04-19 of stop br\n\n"
        "## Registers\n\n"
        "- person x is added: name X &lt;b&gt;\\_Y\\_&lt;/b&gt;, identified true\n\n"
        "## What follows from these\n\n"
        "- 1 row of sources follows (n_claims)\n"
        "- 1 row of stops follows (n_independent, n_sources and place)\n"
        "- 1 row of claim_spans follows\n"
    )


def test_many_claims_are_told_in_a_line(compared: Callable[..., Comparison]) -> None:
    """Of a source that says much, and of a trip that is new, the fields are listed."""
    lines = [{"about": "br", "seen": f"2023-04-{day}", "span": f"{day}-40"} for day in range(10, 18)]
    (section, _) = sections(compared(one(), one(*lines, {"days": 4, "span": "60-70"})))
    new = {"trips": {**one()["trips"], "two": one({"days": 4, "span": "60-70"})["trips"]["one"]}}
    (added, *_) = sections(compared(one(), new))

    assert (section.title, section.lines) == ("one", (("+", "gazette says 9 things: days and seen 8 times"),))
    assert [line.mark for line in added.lines] == ["+", "+", "+"]
    assert added.lines[0].text.startswith("the trip is added: traveller_id jane-doe, office foreign-minister, represents_country NZ, ")
    assert added.lines[1].text == "stop br is added: country BR, kind visit, status completed, first_day 2023-04, last_day 2023-04"
    assert added.lines[2].text == "gazette says 2 things: days and status"


def test_a_comparison_without_changes_is_said_to_be_one(compared: Callable[..., Comparison]) -> None:
    """Nothing is left empty."""
    comparison = compared(one(), one())

    assert (summary(comparison), step(comparison), list(sections(comparison)), change_rows(comparison)) == ([], "", [], [])
    assert changes_markdown(comparison) == "# Changes since 1.0.0\n\nNothing is different.\n"


def test_a_long_list_refers_to_the_table() -> None:
    """A page stays a page, however much changed; the table has it all."""
    change = Change(kind=Kind.RECORD_ADDED, table="people", record_kind="person", record_id="x")
    many = Comparison("1.0.0", "now", (change,) * (MOST_LINES + 3), "1.0.0")
    trips = tuple(replace(change, trip_id=f"t-{number}") for number in range(MOST_LINES + 2))

    assert changes_markdown(many).endswith("- person x is added\n- and 3 changes more, which the table `changes` has\n")
    assert changes_markdown(Comparison("1.0.0", "now", trips)).endswith("2 sections more stand in the table `changes`.\n")


def test_what_records_say_is_shown_as_it_is() -> None:
    """Nothing in it is read as Markdown or HTML, calls somebody by name, or hides; names of columns stay readable."""
    given = Change(kind=Kind.VALUE_GIVEN, table="people", field_name="note_x", record_id="x", after="@all #1 |a| ![b](c)\u202e <i>\nend_")

    (line,) = [line for line in changes_markdown(Comparison("1.0.0", "now", (given,))).splitlines() if line.startswith("- ")]
    assert line == r"- note_x of x is given: @&#8203;all #&#8203;1 \|a\| \!\[b\](c)� &lt;i&gt; end\_"


def test_rows_hold_to_the_declared_table(compared: Callable[..., Comparison]) -> None:
    """Every row is taken by its model and by Arrow, and is numbered in the order of the page."""
    rows = change_rows(compared(one(), {**one({"days": 4, "span": "60-70"}, country="AR"), "people": [{"id": "x"}]}))

    assert [row_model("changes").model_validate(row).model_dump() for row in rows] == rows
    assert arrow_table("changes", rows).column("ordinal").to_pylist() == list(range(1, len(rows) + 1))
    assert {row["since_version"] for row in rows} == {"1.0.0"}
    assert change_rows(None) == []
