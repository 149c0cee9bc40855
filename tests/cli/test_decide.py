"""`diplotrips decide` and `diplotrips waive`: what is written, what is said then, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.records import DISAGREEING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

DAYS = ("decide", "DT205", "andes", "days", "--today", "2024-06-01")
REASON = ("--because", "The herald counts the flights.", "--by", "nobody")
KEEP = ("--verdict", "keep-both", *REASON)
GAZETTE = "gazette:body:2024-05-06/2024-05-09"
HOW = "say how DT205 on days of andes is decided"
SIDES = f'its claims are "herald:body:7" and "{GAZETTE}"'
RULE = "it takes three words or more, and neither a placeholder nor just the verdict or the value that is adopted"


@pytest.fixture
def ledger(project: Path) -> Path:
    """The ledger, which is not there yet, of records in which one source gives another number of days."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING, encoding="utf-8")
    return project / "extract/decisions.yaml"


def test_settles_what_is_open(ledger: Path, run: Callable[..., Ran]) -> None:
    """The file is made, names every claim, and what it is about is settled from then on."""
    options = ("--adopt", "2024-05-06/2024-05-09", "--overrule", "herald", "--expires", "2024-08-01")

    ran = run(*DAYS, "--verdict", "adopt", *options, *REASON)

    assert ran == (
        0,
        (
            "extract/decisions.yaml:3: andes-days is entered\n"
            "settled: DT205 andes days: herald says the tour lasted 7 days "
            "and gazette says the tour took place on 2024-05-06/2024-05-09, which are 4 days\n"
        ),
        "",
    )
    assert ledger.read_text(encoding="utf-8") == (
        "schema: 1\n"
        "decisions:\n"
        "  - id: andes-days\n"
        "    code: DT205\n"
        "    record: andes\n"
        "    field: days\n"
        "    verdict: adopt\n"
        "    adopted: 2024-05-06/2024-05-09\n"
        '    settles: ["herald:body:7", "gazette:body:2024-05-06/2024-05-09"]\n'
        '    overrules: ["herald:body:7"]\n'
        '    expect: ["herald:body:7"]\n'
        "    because: The herald counts the flights.\n"
        "    decided_by: nobody\n"
        "    decided_on: 2024-06-01\n"
        "    expires: 2024-08-01\n"
    )
    assert run("check", "--fail-on", "note", "--today", "2024-06-01").status == 0


def test_says_where_the_record_holds_another_value(ledger: Path, run: Callable[..., Ran]) -> None:
    """A value that is adopted and that the record does not hold is to be written there; until then something is left to do."""
    say_two_things_of_peru(ledger)

    ran = run("decide", "DT209", "andes.pe", "status", "--verdict", "adopt", "--adopt", "planned", *REASON, "--today", "2024-06-01")

    assert (ran.status, ran.err) == (1, "")
    first, settled, *_, last = ran.out.splitlines()
    assert first == "extract/decisions.yaml:3: andes-pe-status is entered"
    assert settled.startswith("settled: DT209 andes stops.pe.status: gazette ")
    assert "error[DT503] andes-pe-status adopted: andes-pe-status adopts planned, and stops.pe.status holds completed\n" in ran.out
    assert last == "to do: add `status: planned` to andes.pe at extract/authored/andes.yaml:11:5, where the record holds completed"


def test_keeps_both_and_says_which_the_record_holds(ledger: Path, run: Callable[..., Ran]) -> None:
    """Where both stand, the value of the record may be told; it is held to the record, and no claim loses."""
    say_two_things_of_peru(ledger)
    of_peru = ("decide", "DT209", "andes.pe", "status", "--verdict", "keep-both", *REASON, "--today", "2024-06-01")

    held = run(*of_peru, "--adopt", "completed", "--dry-run")
    other = run(*of_peru, "--adopt", "planned")

    assert (held.status, held.err) == (0, "")
    assert "verdict: keep-both\n    adopted: completed\n" in held.out
    assert (other.status, other.out.splitlines()[-1]) == (
        1,
        "to do: add `status: planned` to andes.pe at extract/authored/andes.yaml:11:5, where the record holds completed",
    )


def say_two_things_of_peru(ledger: Path) -> None:
    """Let headline and body of one source say different things of one stop."""
    said = "{about: pe, country: PE, dates: 2024-05-06/2024-05-07, span: 30-34}\n"
    more = "    - {about: pe, status: completed, part: headline, span: 0-4}\n    - {about: pe, status: planned, span: 5-9}\n"
    trip = ledger.parent / "authored/andes.yaml"
    trip.write_text(DISAGREEING.replace(said, said + more), encoding="utf-8")


def test_warns_and_then_fails(ledger: Path, run: Callable[..., Ran]) -> None:
    """Two weeks before its last day there is a warning, on that day it still holds, and after it the run fails."""
    run(*DAYS, *KEEP, "--expires", "2024-08-01")

    runs = [run("check", "--fail-on", "warning", "--today", day) for day in ("2024-07-17", "2024-07-18", "2024-08-01")]
    after = run("check", "--today", "2024-08-02")

    assert [ran.status for ran in runs] == [0, 1, 1]
    assert all("warning[DT505] andes-days expires: andes-days holds until 2024-08-01, and today is " in ran.out for ran in runs[1:])
    assert all("1 disagreement settled in decisions.yaml (DT205)" in ran.out for ran in runs)
    assert after.status == 1
    assert "error[DT502] andes-days expires: andes-days expired on 2024-08-01, and today is 2024-08-02" in after.out
    assert ledger.exists()


def test_a_decision_for_a_record_that_is_gone(ledger: Path, run: Callable[..., Ran]) -> None:
    """It is one finding, at the name of the record."""
    run(*DAYS, *KEEP)
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("record: andes", "record: andes.bo"), encoding="utf-8")

    ran = run("check", "--today", "2024-06-01")

    told = "error[DT303] andes-days record: andes.bo is the id of no record; did you mean andes?"
    assert [line for line in ran.out.splitlines() if line.startswith("error")] == [told]


def test_a_dry_run_writes_nothing(ledger: Path, run: Callable[..., Ran]) -> None:
    """The entry alone is printed."""
    ran = run(*DAYS, *KEEP, "--dry-run", "--id", "two-ways-to-count")

    assert (ran.status, ran.out.splitlines()[0], ran.err) == (0, "  - id: two-ways-to-count", "")
    assert not ledger.exists()


def test_record_and_field_as_a_finding_shows_them(ledger: Path, run: Callable[..., Ran]) -> None:
    """A trip and the whole path mean the same as the released id and the name of the field."""
    say_two_things_of_peru(ledger)
    found = ("--today", "2024-06-01", *KEEP, "--dry-run")

    path, released = run("decide", "DT209", "andes", "stops.pe.status", *found), run("decide", "dt209", "andes.pe", "status", *found)

    assert path.out.splitlines()[:4] == ["  - id: andes-pe-status", "    code: DT209", "    record: andes.pe", "    field: status"]
    assert path == released


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            DAYS,
            (
                "say how DT205 on days of andes is decided: --verdict (adopt, keep-both, undecidable or waive), --because (a sentence) "
                f'and --by (nobody); its claims are "herald:body:7" and "{GAZETTE}"'
            ),
        ),
        (("decide", "DT2055", "andes", "days"), "no check is called DT2055; did you mean DT205, DT505 or DT405?"),
        (("decide", "DT205", "andess", "days"), "no record is called andess; did you mean andes, andes.pe or andes.cl?"),
        (("decide", "DT205", "andes", "dayz"), "no field of andes is called dayz; did you mean days?"),
        (("decide", "DT203", "andes", "route"), "no DT203 on route of andes is open; open there is DT205 on days of andes"),
        (("decide", "DT203", "jane-doe", "country"), "no DT203 on country of jane-doe is open; nothing is open there"),
        ((*DAYS, "--verdict", "adop"), "no verdict is called adop; there are adopt, keep-both, undecidable and waive"),
        ((*DAYS, "--verdict", "adopt", *REASON), f"{HOW}: --adopt (what wins) or --overrule (what loses); {SIDES}"),
        ((*DAYS, "--verdict", "adopt", "--adopt", "7", "--by", "nobody"), f"{HOW}: --because (a sentence); {SIDES}"),
        (
            (*DAYS, "--verdict", "adopt", "--adopt", "4", *REASON),
            "neither a claim nor the record says “4” of days of andes; they say “7” and “2024-05-06/2024-05-09”",
        ),
        (
            (*DAYS, "--verdict", "adopt", "--adopt", "7", "--overrule", "herald:body", *REASON),
            "herald:body:7 says what is adopted, and cannot be overruled",
        ),
        (
            (*DAYS, "--verdict", "adopt", "--adopt", "7", "--overrule", "heral", *REASON),
            f"no claim of this DT205 is called heral; there are herald:body:7 and {GAZETTE}",
        ),
        (
            (*DAYS, *KEEP, "--overrule", "herald"),
            "the verdict keep-both does not go with --overrule; adopt takes --adopt and --overrule, keep-both takes --adopt",
        ),
        (
            (*DAYS, "--verdict", "undecidable", "--adopt", "7", "--overrule", "herald", *REASON),
            "the verdict undecidable does not go with --adopt and --overrule; adopt takes --adopt and --overrule, keep-both takes --adopt",
        ),
        ((*DAYS, *KEEP, "--because", " "), f"{HOW}: --because (a sentence); {SIDES}"),
        ((*DAYS, *KEEP, "--because", "Looked again."), f"“Looked again.” is no reason: {RULE}"),
        (
            (*DAYS, *KEEP, "--because", "It is a bell \x07, isn't it"),
            "because has a character that cannot be written: “It is a bell <U+0007>, isn't it”",
        ),
        ((*DAYS, *KEEP, "--because", "so " * 2000), f"because cannot be written like that: “{'so ' * 19}so…”"),
        ((*DAYS, *KEEP, "--by", ""), f"{HOW}: --by (nobody); {SIDES}"),
        ((*DAYS, *KEEP, "--by", "nobod"), "no coder is called nobod; there is nobody"),
        ((*DAYS, *KEEP, "--expires", "2024-05-31"), "--expires 2024-05-31 is past; today is 2024-06-01"),
        ((*DAYS, *KEEP, "--on", "2024-06-02"), "--on 2024-06-02 is a day to come; today is 2024-06-01"),
        ((*DAYS, *KEEP, "--expires", "soon"), "--expires takes a day such as 2026-11-22, not soon (diplotrips decide --help tells more)"),
        ((*DAYS, *KEEP, "--id", "andes"), "andes is an id already, at extract/authored/andes.yaml:3:3"),
        ((*DAYS, *KEEP, "--id", "A b"), "“A b” is no id; it takes lower-case letters, digits and single hyphens"),
        (("decide", "DT205", "andes"), "FIELD is missing (diplotrips decide --help tells more)"),
    ],
)
def test_refuses(ledger: Path, run: Callable[..., Ran], arguments: tuple[str, ...], told: str) -> None:
    """What cannot be decided like that is one sentence, and nothing is written."""
    ran = run(*arguments)

    assert (ran.status, ran.out, ran.err) == (2, "", f"diplotrips: {told}\n")
    assert not ledger.exists()


def test_refuses_what_is_settled(ledger: Path, run: Callable[..., Ran]) -> None:
    """A second decision on the same matter is refused with the place of the first one."""
    run(*DAYS, *KEEP)
    before = ledger.read_bytes()

    ran = run(*DAYS, *KEEP)

    assert (ran.status, ran.err) == (
        2,
        "diplotrips: DT205 on days of andes is settled already by andes-days at extract/decisions.yaml:3:9\n",
    )
    assert ledger.read_bytes() == before


def test_renewing(ledger: Path, run: Callable[..., Ran]) -> None:
    """Before its last day an entry is renewed where it stands; after it a new one is made, and the old one is to be taken out."""
    run(*DAYS, *KEEP, "--expires", "2024-08-01")

    early = run(*DAYS, *KEEP)
    late = run("decide", "DT205", "andes", "days", *KEEP, "--today", "2024-08-02")

    place = "extract/decisions.yaml:3:9; to renew it, change its `expires` at extract/decisions.yaml:13:14"
    assert (early.status, early.err) == (2, f"diplotrips: DT205 on days of andes is settled already by andes-days at {place}\n")
    assert (late.status, late.err) == (1, "")
    first, settled, last = late.out.splitlines()
    assert (first, settled[:20]) == ("extract/decisions.yaml:14: andes-days-2 is entered", "settled: DT205 andes")
    assert last == "to do: take out andes-days at extract/decisions.yaml:3:9, which expired on 2024-08-01"
    assert ledger.exists()


def test_while_its_check_is_skipped(ledger: Path, run: Callable[..., Ran]) -> None:
    """Of a trip that ends before it starts nobody knows what sources disagree on; the entries about it are not held against that."""
    run(*DAYS, *KEEP)
    waived = (
        "{id: nights, code: DT205, record: andes, field: nights, because: Nobody counts them here., decided_by: nobody, decided_on: 2024}"
    )
    ledger.with_name("waivers.yaml").write_text(f"schema: 1\nwaivers:\n  - {waived}\n", encoding="utf-8")
    assert "warning[DT504] nights code: " in run("check", "--today", "2024-06-01").out
    trip = ledger.parent / "authored/andes.yaml"
    trip.write_text(
        trip.read_text(encoding="utf-8").replace("dates: 2024-05-06/2024-05-09\n", "dates: 2024-05-09/2024-05-06\n"), encoding="utf-8"
    )

    ran = run("check", "--today", "2024-06-01")

    assert "error[DT101] andes dates: " in ran.out
    assert "DT503" not in ran.out
    assert "DT504" not in ran.out


@pytest.mark.parametrize(
    ("was", "becomes", "cause"),
    [
        ("because: ", "becaus: ", "DT005 at extract/decisions.yaml:10:5"),
        ("decisions:\n", "decisions: [\n", "DT002 at extract/decisions.yaml:"),
    ],
)
def test_what_an_entry_settled_that_cannot_be_read(ledger: Path, run: Callable[..., Ran], was: str, becomes: str, cause: str) -> None:
    """It is open again, and says that it follows from the error in the ledger."""
    run(*DAYS, *KEEP)
    ledger.write_text(ledger.read_text(encoding="utf-8").replace(was, becomes), encoding="utf-8")

    ran = run("check", "--select", "DT205", "--today", "2024-06-01")

    assert f" = follows from: {cause}" in ran.out


def test_refuses_an_error(ledger: Path, run: Callable[..., Ran]) -> None:
    """An error is never settled; its place is named. Of a record that cannot be read nothing is settled either."""
    trip = ledger.parent / "authored/andes.yaml"
    trip.write_text(DISAGREEING.replace("PE, dates: 2024-05-06/2024-05-07}", "PE, dates: 2024-04-06/2024-04-07}"), encoding="utf-8")

    outside = run("decide", "DT102", "andes.pe", "dates", *KEEP)
    trip.write_text(DISAGREEING.replace("represents: NZ\n", "represents: Kiwis\n"), encoding="utf-8")
    broken = run(*DAYS, *KEEP)

    assert (outside.status, outside.err) == (
        2,
        (
            "diplotrips: DT102 on dates of andes.pe is an error, and an error is never settled; "
            "correct the record at extract/authored/andes.yaml:11:34\n"
        ),
    )
    assert (broken.status, broken.err) == (2, "diplotrips: andes could not be read because of errors of its own; run diplotrips check\n")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "decisions.yaml",
            "schema: 1\ndecisions: [\n",
            "cannot write extract/decisions.yaml: it has errors of its own; run diplotrips check",
        ),
        (
            "decisions.yaml",
            "schema: 1\ndecisions:\n",
            "cannot write extract/decisions.yaml: it has errors of its own; run diplotrips check",
        ),
        (
            "decisions.json",
            '{"schema": 1, "decisions": []}',
            "cannot write extract/decisions.json: only files of YAML are edited; add the entry by hand",
        ),
    ],
)
def test_a_ledger_that_cannot_be_edited(ledger: Path, run: Callable[..., Ran], name: str, text: str, told: str) -> None:
    """A ledger with errors of its own, or in JSON, stays as it is."""
    file = ledger.with_name(name)
    file.write_text(text, encoding="utf-8")

    ran = run(*DAYS, *KEEP)

    assert (ran.status, ran.out, ran.err) == (3, "", f"diplotrips: {told}\n")
    assert file.read_text(encoding="utf-8") == text


def test_another_folder(ledger: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """The records may lie elsewhere; a folder without any is told as by every command."""
    monkeypatch.chdir("/")

    there = run(*DAYS, *KEEP, "--folder", str(ledger.parents[1]))
    nowhere = run(*DAYS, *KEEP, "--folder", str(ledger.parents[1] / "nowhere"))

    assert (there.status, ledger.exists()) == (0, True)
    assert (nowhere.status, nowhere.err) == (3, f"diplotrips: cannot read {ledger.parents[1] / 'nowhere'}: the folder does not exist\n")


def test_a_waiver(ledger: Path, run: Callable[..., Ran]) -> None:
    """Without a field the record as a whole is meant; the finding is settled then, and once waived it is refused."""
    waive = ("waive", "DT205", "andes", "--today", "2024-06-01", *REASON)

    ran, again = run(*waive), run(*waive)

    assert (ran.status, ran.out.splitlines()[0]) == (0, "extract/waivers.yaml:3: andes-dt205 is entered")
    assert ledger.with_name("waivers.yaml").read_text(encoding="utf-8") == (
        "schema: 1\n"
        "waivers:\n"
        "  - id: andes-dt205\n"
        "    code: DT205\n"
        "    record: andes\n"
        "    because: The herald counts the flights.\n"
        "    decided_by: nobody\n"
        "    decided_on: 2024-06-01\n"
    )
    checked = run("check", "--fail-on", "note", "--today", "2024-06-01")
    assert checked.status == 0
    assert checked.out.endswith("nothing to report as of 2024-06-01; 1 finding waived in waivers.yaml (DT205)\n")
    assert (again.status, again.err) == (2, "diplotrips: DT205 on andes is settled already by andes-dt205 at extract/waivers.yaml:3:9\n")


def test_a_waiver_of_a_field(ledger: Path, run: Callable[..., Ran]) -> None:
    """With a field the waiver is limited to it; a reason is needed here too."""
    ran = run("waive", "number-of-days", "andes", "days", "--today", "2024-06-01", *REASON, "--dry-run")
    unreasoned = run("waive", "DT205", "andes", "--by", "nobody")

    assert ran.out.splitlines()[:4] == ["  - id: andes-days", "    code: DT205", "    record: andes", "    field: days"]
    assert (unreasoned.status, unreasoned.err) == (
        2,
        "diplotrips: say why DT205 on andes is waived: --because (a sentence)\n",
    )
    assert not ledger.with_name("waivers.yaml").exists()
