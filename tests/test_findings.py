"""Findings: how they are written, sorted and known again."""

from __future__ import annotations

from dataclasses import replace

from diplotrips.findings import End, Finding, Place, Severity

HERE = End(label="gazette says 2023-04-17", record="one.br", field="first_day", source="gazette", part="body", value="2023-04-17")
THERE = End(label="herald says 2023-04-19", record="one.br", field="first_day", source="herald", part="body", value="2023-04-19")
FOUND = Finding(
    code="DT201",
    severity=Severity.WARNING,
    record="one.br",
    field="stops.br.first_day",
    message="gazette says 2023-04-17 and herald says 2023-04-19",
    place=Place("extract/authored/one.yaml", 12, 5),
    end=HERE,
    related=(THERE,),
)


def test_is_written_as_one_line() -> None:
    """Place, severity, code, field and sentence stand on one line that an editor can jump to."""
    assert str(FOUND) == (
        "extract/authored/one.yaml:12:5: warning DT201 stops.br.first_day: gazette says 2023-04-17 and herald says 2023-04-19"
    )


def test_is_known_again_wherever_it_stands_and_whatever_it_says() -> None:
    """Moved lines, renamed files, changed values and other words leave the fingerprint as it is; so does the order of the ends."""
    moved = replace(FOUND, place=Place("extract/authored/two.yaml", 99, 1), message="other words", cause="a slip")
    changed = replace(FOUND, end=replace(HERE, value="2023-04-16", label="says so"))
    turned = replace(FOUND, end=THERE, related=(HERE,))

    assert {moved.fingerprint, changed.fingerprint, turned.fingerprint} == {FOUND.fingerprint}


def test_a_third_source_makes_it_another() -> None:
    """One more end, another part or another field is not the same finding."""
    third = replace(FOUND, related=(THERE, replace(THERE, source="times")))
    headline = replace(FOUND, end=replace(HERE, part="headline"))
    other_field = replace(FOUND, field="stops.br.last_day")

    assert len({found.fingerprint for found in (FOUND, third, headline, other_field)}) == 4


def test_the_number_of_a_line_is_no_part_of_it() -> None:
    """A line put in above does not make a finding in a block of claims another one."""
    first = replace(FOUND, field="said.gazette.1.first_day")

    assert first.fingerprint == replace(FOUND, field="said.gazette.2.first_day").fingerprint


def test_files_that_cannot_be_read_are_told_apart() -> None:
    """What has no record is known by its file."""
    unreadable = Finding(code="DT001", severity=Severity.ERROR, record="", field="", message="is empty", place=Place("extract/a.yaml"))

    assert unreadable.fingerprint != replace(unreadable, place=Place("extract/b.yaml")).fingerprint


def test_severities_rank_from_errors_down() -> None:
    """An error is graver than a warning, a warning than a note."""
    assert [severity.rank for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)] == [0, 1, 2]


def test_a_severity_fails_from_its_own_rank_on() -> None:
    """What is as grave as asked, or graver, fails; with `never` nothing does."""
    failing = {fail_on: [str(severity) for severity in Severity if severity.fails(fail_on)] for fail_on in (*Severity, "never")}

    assert failing == {"error": ["error"], "warning": ["error", "warning"], "note": ["error", "warning", "note"], "never": []}
