"""What `diplotrips decide` makes of a value that is adopted: where there can be none, and what the record holds in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

ADOPT = ("--verdict", "adopt", "--because", "The herald was there.", "--by", "nobody", "--today", "2025-06-01")


@pytest.fixture
def write(project: Path) -> Callable[..., Path]:
    """A function that writes a trip `t` with three stops, of which gazette, herald and courier say what is given; returns its ledger."""
    sources = project / "extract/sources.yaml"
    courier = "  - {id: courier, kind: article, language: en}\n"
    sources.write_text(sources.read_text(encoding="utf-8") + courier, encoding="utf-8")

    def write(*said: str, dates: str = "within: 2025-03", stop: str = "", route: str = "") -> Path:
        lines = [f"  {source}:\n    - {line}\n" for source, line in zip(("gazette", "herald", "courier"), said, strict=False)]
        (project / "extract/authored/andes.yaml").unlink(missing_ok=True)
        (project / "extract/authored/t.yaml").write_text(
            "schema: 1\n"
            f"trip:\n  id: t\n  traveller: jane-doe\n  office: foreign-minister\n  represents: NZ\n  status: completed\n  {dates}\n{route}"
            f"stops:\n  - {{id: pt, country: PT{stop}}}\n  - {{id: ma, country: MA}}\n  - {{id: tn, country: TN}}\n"
            f"said:\n{''.join(lines)}",
            encoding="utf-8",
        )
        return project / "extract/decisions.yaml"

    return write


ALL_THREE = ("{days: 4}", "{about: pt, seen: 2025-03-10}", "{about: ma, seen: 2025-03-15}")


def test_of_several_fields_only_losers_are_named(write: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Where a length and two days cannot all be true, no one value can be adopted; overruling a claim is enough."""
    ledger = write(*ALL_THREE)

    refused = run("decide", "DT214", "t", "dates", *ADOPT, "--adopt", "4")
    missing = run("decide", "DT214", "t", "dates", *ADOPT)
    ran = run("decide", "DT214", "t", "dates", *ADOPT, "--overrule", "courier")

    assert (refused.status, refused.err) == (2, "diplotrips: DT214 is about several fields; name what loses with --overrule\n")
    assert (missing.status, missing.err) == (
        2,
        (
            'diplotrips: say how DT214 on dates of t is decided: --overrule (what loses); its claims are "courier:body:2025-03-15", '
            '"gazette:body:4" and "herald:body:2025-03-10"\n'
        ),
    )
    assert (ran.status, ran.err) == (0, "")
    assert ledger.read_text(encoding="utf-8").splitlines()[6:10] == [
        "    verdict: adopt",
        '    settles: ["courier:body:2025-03-15", "gazette:body:4", "herald:body:2025-03-10"]',
        '    overrules: ["courier:body:2025-03-15"]',
        '    expect: ["courier:body:2025-03-15", "gazette:body:4", "herald:body:2025-03-10"]',
    ]


def test_a_further_claim_on_one_of_several_fields(write: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A decision on a length and two days expects what is said of each of them, and is stale once more is said."""
    write(*ALL_THREE)
    run("decide", "DT214", "t", "dates", *ADOPT, "--overrule", "courier")
    write(ALL_THREE[0], f"{ALL_THREE[1]}\n    - {{about: ma, seen: 2025-03-14}}", ALL_THREE[2])

    ran = run("check", "--select", "DT503", "--today", "2025-06-01")

    assert "error[DT503] t-dates expect: t-dates does not expect herald:body:2025-03-14, which a source says by now" in ran.out


def test_a_day_outside_the_trip_is_no_stay(write: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The days of a trip and a day at one of its stops are of two records, and neither is written into the other."""
    write("{dates: 2025-03-10/2025-03-14}", "{about: pt, seen: 2025-03-20}")
    outside = ("decide", "DT213", "t.pt", "dates", *ADOPT)

    refused = [run(*outside, "--adopt", value) for value in ("2025-03-10/2025-03-14", "2025-03-20")]
    ran = run(*outside, "--overrule", "herald")

    assert {one.err for one in refused} == {"diplotrips: DT213 is about several fields; name what loses with --overrule\n"}
    assert (ran.status, ran.out.splitlines()[0], ran.err) == (0, "extract/decisions.yaml:3: t-pt-dates is entered", "")


@pytest.mark.parametrize(
    ("stop", "adopted", "told"),
    [
        ("", "2025-03-11", "add `dates: 2025-03-11/` to t.pt at extract/authored/t.yaml:10:5, where the record holds nothing"),
        (
            ", dates: 2025-03-10/2025-03-12",
            "2025-03-11",
            "write `dates: 2025-03-11/2025-03-12` at extract/authored/t.yaml:10:34, where the record holds 2025-03-10",
        ),
        (
            ", dates: 2025-03-10/..",
            "2025-03-11",
            "write `dates: 2025-03-11/..` at extract/authored/t.yaml:10:34, where the record holds 2025-03-10",
        ),
    ],
)
def test_an_end_of_a_stay_is_written_into_its_dates(
    write: Callable[..., Path], run: Callable[..., Ran], stop: str, adopted: str, told: str
) -> None:
    """A record has no first day but dates: what is to be written keeps their other end."""
    write("{about: pt, first_day: 2025-03-10}", "{about: pt, first_day: 2025-03-11}", stop=stop)

    ran = run("decide", "DT201", "t.pt", "first_day", *ADOPT, "--adopt", adopted, "--overrule", "gazette")

    assert (ran.status, ran.err, ran.out.splitlines()[-1]) == (1, "", f"to do: {told}")


def test_a_number_of_days_is_held_against_the_dates(write: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A number that is adopted and that the dates of the record do not have is an error, as is any other value."""
    write("{days: 5}", "{days: 4}", dates="dates: 2025-03-10/2025-03-14")

    fits = run("decide", "DT205", "t", "days", *ADOPT, "--adopt", "5", "--dry-run")
    ran = run("decide", "DT205", "t", "days", *ADOPT, "--adopt", "4")

    assert fits.status == 0
    assert ran.status == 1
    assert "error[DT503] t-days adopted: t-days adopts 4, and dates 2025-03-10/2025-03-14 are 5 days\n" in ran.out
    assert ran.out.splitlines()[-1] == "to do: change `dates` at extract/authored/t.yaml:8:10, so that they are 4 days"


@pytest.mark.parametrize("adopted", ["pt ma tn", "[pt, ma, tn]", "pt, ma, tn"])
def test_a_route_as_yaml_has_it(write: Callable[..., Path], run: Callable[..., Ran], adopted: str) -> None:
    """The order of stops is taken as it is shown and as it is written; where the record has none it is to be added."""
    ledger = write("{route: [pt, ma, tn]}", "{route: [ma, pt, tn]}")

    ran = run("decide", "DT202", "t", "route", *ADOPT, "--adopt", adopted)

    assert "    adopted: pt ma tn\n" in ledger.read_text(encoding="utf-8")
    assert ran.out.splitlines()[-1] == (
        "to do: add `route: [pt, ma, tn]` to t at extract/authored/t.yaml:3:3, where the record holds nothing"
    )


def test_a_reading_is_no_value_of_the_record(write: Callable[..., Path], project: Path, run: Callable[..., Ran]) -> None:
    """What coders read in one source is decided for that source, whatever the record holds; another value is refused."""
    ledger = write("{about: pt, first_day: 2025-03-11}", "{about: pt, first_day: 2025-03-09}", stop=", dates: 2025-03-09/")
    (project / "extract/coders.yaml").write_text(
        "schema: 1\ncoders:\n  - {id: nobody, name: Nobody, kind: person}\n  - {id: ada, name: Ada, kind: person}\n", encoding="utf-8"
    )
    coding = project / "extract/coded/ada/gazette.yaml"
    coding.parent.mkdir(parents=True)
    coding.write_text(
        "schema: 1\ncoder: ada\nsource: gazette\ntrips:\n  - trip: t\n    said:\n      - {about: pt, first_day: 2025-03-10}\n",
        encoding="utf-8",
    )
    read = ("decide", "DT407", "t.pt", "first_day", *ADOPT, "--adopt")

    refused = run(*read, "2025-03-09")
    ran = run(*read, "2025-03-11", "--id", "read-so")
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("adopted: 2025-03-11", "adopted: 2025-03-12"), encoding="utf-8")
    checked = run("check", "--select", "DT503", "--today", "2025-06-01")

    assert (refused.status, refused.err) == (
        2,
        "diplotrips: no coder reads “2025-03-09” of first_day of t.pt in gazette; they read “2025-03-10” and “2025-03-11”\n",
    )
    assert (ran.status, ran.err) == (0, "")
    assert "error[DT503] read-so adopted: read-so adopts 2025-03-12, which no coder reads\n" in checked.out
