"""Findings as JUnit XML, which GitLab, Jenkins and others show as tests.

A suite is a family of checks. A finding is a test that failed if it fails the run; one that does not, because `--fail-on` is laxer or it is
settled or known, is a test that was skipped, with the reason. A check that found nothing is one test that passed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.registry import BY_CODE, FAMILIES
from diplotrips.cli.columns import one_line
from diplotrips.cli.formats.summary import about
from diplotrips.cli.formats.text import render_findings
from diplotrips.findings import Severity
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.api import Report
    from diplotrips.checks.run import Outcome
    from diplotrips.findings import Finding


class Case(NamedTuple):
    """One test, and whether it failed or was skipped."""

    code: str
    text: str
    failed: bool = False
    skipped: bool = False


def render_junit(report: Report, fail_on: str = "error") -> str:
    """Return a suite a family, and in it the findings by place, then what passed; a test fails just if it fails the run.

    Args:
        report: What was found.
        fail_on: Severity from which on an open finding fails the run, or `never`.
    """
    cases = [*_found(report, fail_on), *(_passed(outcome) for outcome in report.outcomes if not outcome.found)]
    suites: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        suites[case.code[:3]].append(case)
    told = "".join(_suite(FAMILIES[family], suites[family]) for family in sorted(suites))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="diplotrips check"{_counted(cases)}>\n{told}</testsuites>\n'


def _suite(name: str, cases: Sequence[Case]) -> str:
    skipped = sum(case.skipped for case in cases)
    texts = "".join(case.text for case in cases)
    return f' <testsuite name="{escape(name)}"{_counted(cases)} skipped="{skipped}">\n{texts} </testsuite>\n'


def _counted(cases: Sequence[Case]) -> str:
    return f' tests="{len(cases)}" failures="{sum(case.failed for case in cases)}" errors="0"'


def _found(report: Report, fail_on: str) -> Iterator[Case]:
    """Return a test a finding."""
    findings = report.findings
    for found, name, text in zip(findings, _names(findings), render_findings(report, findings), strict=True):
        yield _case(found, name, text, fail_on)


def _names(findings: Sequence[Finding]) -> Iterator[str]:
    """Return a name for each of *findings* that no other of the same file has, since GitLab shows only the first of one name."""
    plain = Counter((found.place.file, _name(found)) for found in findings)
    used: Counter[tuple[str, str]] = Counter()
    for found in findings:
        file, name = found.place.file, _name(found)
        if plain[file, name] > 1:
            name = f"{name} ({found.fingerprint})"
        used[file, name] += 1
        yield f"{name} {used[file, name]}" if used[file, name] > 1 else name


def _name(found: Finding) -> str:
    return f"{found.code} {BY_CODE[found.code].name}: {about(found)}".removesuffix(": ")


def _case(found: Finding, name: str, text: str, fail_on: str) -> Case:
    """Return the test of one finding: its class is the file, *text* what `diplotrips check` prints of it."""
    excuse = _excuse(found, fail_on)
    tag = "skipped" if excuse else "failure"
    message = f"{excuse}: {found.message}" if excuse else found.message
    told = f'<{tag} type="{found.severity}" message="{_attribute(message)}">{escape(text)}</{tag}>'
    case = f'  <testcase classname="{_attribute(found.place.file)}" name="{_attribute(name)}">\n   {told}\n  </testcase>\n'
    return Case(found.code, case, failed=not excuse, skipped=bool(excuse))


def _excuse(found: Finding, fail_on: str) -> str:
    """Say why a finding does not fail the run; nothing if it does."""
    if found.settled_by:
        return f"settled by {found.settled_by}"
    if found.known:
        return "known in the baseline"
    return "" if found.severity.fails(fail_on) else f"only {'an' if found.severity is Severity.ERROR else 'a'} {found.severity}"


def _passed(outcome: Outcome) -> Case:
    """Return the test of a check that found nothing."""
    name = f"{outcome.code} {BY_CODE[outcome.code].name}"
    told = [f"{number(outcome.passed, 'record')} passed"]
    if outcome.skipped:
        told.append(f"{number(outcome.skipped, 'record')} skipped, because an error comes first")
    skipped = bool(outcome.skipped and not outcome.passed)
    tag = f'<skipped message="{told[-1]}" />' if skipped else f"<system-out>{'; '.join(told)}</system-out>"
    case = f'  <testcase classname="{escape(FAMILIES[outcome.code[:3]])}" name="{name}">\n   {tag}\n  </testcase>\n'
    return Case(outcome.code, case, skipped=skipped)


def _attribute(text: str) -> str:
    """Return *text* as it can stand in an attribute; characters that XML cannot have are masked as for a terminal."""
    return escape(one_line(text))
