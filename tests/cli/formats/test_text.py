"""How findings look: carets stand under the value whatever the line holds, and nothing in a line is obeyed by the terminal."""

from __future__ import annotations

from diplotrips.cli.columns import WIDEST, columns_of, window
from diplotrips.cli.formats.text import render_finding
from diplotrips.findings import End, Finding, Place, Severity

HEAD = "error[DT007] andes stops.pe.days: wrong\n"


def render(place: Place, line: str | None, *related: End, fix: str = "", cause: str = "") -> str:
    """Return a finding at *place*, whose source line is *line*, without its headline."""
    found = Finding("DT007", Severity.ERROR, "andes.pe", "stops.pe.days", "wrong", place, related=related, fix=fix, cause=cause)
    text = render_finding(found, {} if line is None else {place: line})
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD)


def test_carets_stand_under_the_value() -> None:
    """As many carets as the value has columns, under it."""
    assert render(Place("a.yaml", 7, 7, 3), "days: six") == (
        " --> a.yaml:7:7\n  |\n7 | days: six\n  |       ^^^\n  = what to do: diplotrips explain DT007\n"
    )


def test_wide_characters_and_marks_count_as_they_are_shown() -> None:
    """A wide character takes two columns, a combining mark none, before the value and in it."""
    line = "哈瓦那: e\u0301 哈"

    assert render(Place("a.yaml", 1, 9, 1), line).splitlines()[2:4] == ["1 | 哈瓦那: e\u0301 哈", "  |           ^^"]


def test_tabs_and_controls_are_shown_as_one_column() -> None:
    """A tab is a space; what a terminal would obey or nobody sees is a replacement character."""
    line = "\tname:\u00a0\x1b[31mred\u202e"

    assert render(Place("a.yaml", 1, 8, 9), line).splitlines()[2:4] == ["1 |  name: \ufffd[31mred\ufffd", "  |        ^^^^^^^^^"]


def test_a_long_line_is_cut_around_the_value() -> None:
    """Of a line of a million characters only what stands around the value is shown, and the caret is under it."""
    line = f"{'a' * 500_000}X{'b' * 500_000}"
    (shown, carets) = render(Place("a.yaml", 1, 500_001, 1), line).splitlines()[2:4]

    assert (shown[4:6], shown[-1], len(shown)) == ("…a", "…", WIDEST + 4)
    assert shown[carets.index("^")] == "X"


def test_a_value_longer_than_the_line_shown_is_marked_to_its_end() -> None:
    """Carets end where the shown part of the line ends."""
    (shown, carets) = render(Place("a.yaml", 1, 7, 300), f"days: {'9' * 300}").splitlines()[2:4]

    assert len(shown) == len(carets) == WIDEST + 4


def test_a_long_line_of_wide_characters_fits() -> None:
    """A line is cut by columns, not by characters."""
    shown, index = window("那" * 100, 90)

    assert columns_of(shown) <= WIDEST
    assert shown[index] == "那"


def test_a_place_beyond_the_line_has_one_caret_behind_it() -> None:
    """What is missing at the end of a line is marked there."""
    assert render(Place("a.yaml", 1, 40, 5), "days:").splitlines()[2:4] == ["1 | days:", "  |      ^"]


def test_a_place_without_a_line_is_only_named() -> None:
    """A file that cannot be read shows no line; what each end says is told all the same."""
    there = End("the gazette says 6", place=Place("b.yaml", 120))

    assert render(Place("a.yaml"), None, there) == (
        "   --> a.yaml:1:1\n   ::: b.yaml:120:1\n    = the gazette says 6\n    = what to do: diplotrips explain DT007\n"
    )


def test_what_is_known_beside_the_ends_is_told() -> None:
    """The nearest name and the likely cause stand below the ends."""
    assert render(Place("a.yaml"), None, fix="day", cause="day and month swapped").splitlines()[1:] == [
        "  = did you mean: day",
        "  = likely cause: day and month swapped",
        "  = what to do: diplotrips explain DT007",
    ]


def test_a_message_cannot_draw_lines_or_colours() -> None:
    """A value with line breaks and escape sequences stays on the line of the message."""
    found = Finding("DT007", Severity.ERROR, "", "", "six\n\x1b[31mseven", Place("a\n.yaml"))

    assert render_finding(found, {}).splitlines() == [
        "error[DT007] six \ufffd[31mseven",
        " --> a .yaml:1:1",
        "  = what to do: diplotrips explain DT007",
    ]


def test_of_very_many_ends_the_first_are_shown() -> None:
    """Twenty other ends are shown, and how many more there are."""
    ends = [End(f"source {number} says 4") for number in range(25)]

    lines = render(Place("a.yaml", 7, 7, 3), "days: six", *ends).splitlines()

    assert lines[-3:] == [
        "  = against source 19 says 4",
        "  = and 5 other ends; --format json names them",
        "  = what to do: diplotrips explain DT007",
    ]
