"""`diplotrips check --format junit`: what GitLab and Jenkins show as tests, read back by parsers of others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from junitparser import Failure, JUnitXml, Skipped

from diplotrips import api
from diplotrips.cli.formats.junit import render_junit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

    from diplotrips.api import Report

FAILED = """\
  <testcase classname="extract/authored/andes.yaml" name="DT207 planned-and-past: andes status">
   <failure type="warning" message="the status is planned, but the last possible day, 2024-05-09, lies before today, 2024-06-01">\
warning[DT207] andes status: the status is planned, but the last possible day, 2024-05-09, lies before today, 2024-06-01
  --&gt; extract/authored/andes.yaml:7:11
   |
 7 |   status: planned
   |           ^^^^^^^ the record says status planned
  ::: extract/authored/andes.yaml:15:58
   |
15 |     - {office: foreign-minister, represents: NZ, status: planned, span: 0-17}
   |                                                          ------- gazette says status planned
   = against the calendar: today is 2024-06-01
   = to settle it: diplotrips decide DT207 andes status
   = what to do: diplotrips explain DT207
</failure>
  </testcase>
"""

SETTLED = """\
  <testcase classname="extract/authored/andes.yaml" name="DT205 number-of-days: andes days">
   <skipped type="warning" message="settled by andes-days: \
herald says the tour lasted 7 days and gazette says the tour took place on 2024-05-06/2024-05-09, which are 4 days">\
warning[DT205] andes days: herald says the tour lasted 7 days \
and gazette says the tour took place on 2024-05-06/2024-05-09, which are 4 days
  --&gt; extract/authored/andes.yaml:20:14
   = herald says the tour lasted 7 days
  ::: extract/authored/andes.yaml:16:32
   = gazette says the tour took place on 2024-05-06/2024-05-09
  ::: extract/authored/andes.yaml:8:10
   = the record has dates 2024-05-06/2024-05-09
   = what to do: diplotrips explain DT205
</skipped>
  </testcase>
"""

PASSED = """\
  <testcase classname="Inside a trip" name="DT101 ends-before-it-starts">
   <system-out>3 records passed</system-out>
  </testcase>
"""

SHAPE = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"failure", "skipped", "system-out"}),
    "failure": ({"type", "message"}, set()),
    "skipped": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}
"""Attributes and children that the schema of Jenkins has for each element, of those that we write."""


@pytest.mark.usefixtures("disagreeing")
def test_failed_settled_and_passed_whole(run: Callable[..., Ran]) -> None:
    """A finding that fails the run is a failed test with its lines, a settled one a skipped test, a check without findings a passed one."""
    ran = run("check", "--format", "junit", "--today", "2024-06-01", "--fail-on", "warning")

    assert ran.status == 1
    assert ran.out.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="diplotrips check" tests="')
    assert [part for part in (FAILED, SETTLED, PASSED) if part not in ran.out] == []


@pytest.mark.usefixtures("disagreeing")
@pytest.mark.parametrize(("fail_on", "failed"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_a_test_fails_just_if_the_run_does(run: Callable[..., Ran], fail_on: str, failed: int) -> None:
    """What `--fail-on` lets pass is a skipped test that says so."""
    ran = run("check", "--format", "junit", "--today", "2024-06-01", "--fail-on", fail_on)
    told = 'message="only a warning: the status is planned'

    assert (ran.status, ran.out.count("<failure "), told in ran.out) == (failed, failed, not failed)


@pytest.mark.usefixtures("disagreeing")
def test_what_the_baseline_knows_is_skipped(run: Callable[..., Ran]) -> None:
    """A known finding fails neither the run nor a test."""
    arguments = ("check", "--today", "2024-06-01", "--fail-on", "note", "--baseline", "known.json")
    run(*arguments, "--write-baseline")

    assert 'message="known in the baseline: the status is planned' in run(*arguments, "--format", "junit").out


def test_parsers_of_others_read_it(hostile: Path) -> None:
    """The counts that junitparser takes from the tests are those in the attributes, and no element has what Jenkins does not know."""
    text = render_junit(api.check(hostile))
    suites = list(JUnitXml.fromstring(text.encode()))
    cases = [case for suite in suites for case in suite]
    results = Counter(type(result) for case in cases for result in case.result)
    root = ET.fromstring(text)  # noqa: S314  (our own text)

    assert {name: int(root.attrib[name]) for name in ("tests", "failures")} == {"tests": len(cases), "failures": results[Failure]}
    assert sum(suite.skipped for suite in suites) == results[Skipped]
    for element in root.iter():
        attributes, children = SHAPE[element.tag]
        assert set(element.attrib) <= attributes
        assert {child.tag for child in element} <= children


def test_hostile_names_are_masked(hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing ends an element or attribute, and characters that XML cannot have are replaced."""
    monkeypatch.chdir(hostile)
    root = ET.fromstring(render_junit(api.check()))  # noqa: S314  (our own text)

    files = {case.attrib["classname"] for case in root.iter("testcase") if case.find("failure") is not None}
    assert files == {
        "extract/people.yaml",
        "extract/authored/a b\ufffd[31m\ufffd%0A::error::]]><script>&\"'`|@all [x](javascript:1) {0}.yaml",
    }
    assert {failure.attrib["type"] for failure in root.iter("failure")} == {"error"}


def test_every_test_has_a_name_of_its_own(many: Callable[[int], Report]) -> None:
    """GitLab shows only the first of tests that have one name and class, so there are none."""
    cases = [case for suite in JUnitXml.fromstring(render_junit(many(1_200)).encode()) for case in suite]
    named = Counter((case.classname, case.name) for case in cases)

    assert len(cases) > 1_200
    assert set(named.values()) == {1}


def test_what_shares_a_name_is_numbered(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings of one check, file and field are told apart by their fingerprint, and those that share that one too by a number."""
    monkeypatch.chdir(project)
    (project / "extract/people.yaml").write_text("schema: 1\nschema: 1\nschema: 1\npeople:\n  - {id: jane-doe, name: Jane Doe}\n")
    report = api.check()
    cases = [case.name for suite in JUnitXml.fromstring(render_junit(report).encode()) for case in suite]
    name = f"DT003 duplicate-key: schema ({report.findings[0].fingerprint})"

    assert [case for case in cases if case.startswith("DT003")] == [name, f"{name} 2"]


def test_a_check_that_judged_nothing_because_of_errors_is_skipped(project: Path) -> None:
    """Where an error comes first on every record, a check is a skipped test, not one that passed."""
    trip = project / "extract/authored/andes.yaml"
    trip.write_text(trip.read_text().replace("CL, dates: 2024-05-08/2024-05-09}\nsaid", "CL, dates: 2024-05-09/2024-05-08}\nsaid"))

    assert (
        '  <testcase classname="Across records" name="DT301 two-countries-at-once">\n'
        '   <skipped message="3 records skipped, because an error comes first" />\n'
    ) in render_junit(api.check(project))
