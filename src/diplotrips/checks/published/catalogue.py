"""The page `docs/checks.md`: all checks by family, each with its page, and which inconsistency is found by which.

Comments such as `<!-- generated: contents -->` in the template `checks.md` mark what is put in.
"""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from diplotrips.checks.check import LedgerCheck, RecordCheck
from diplotrips.checks.registry import BY_CODE, FAMILIES
from diplotrips.schema.published.markdown import table
from diplotrips.words import listed

if TYPE_CHECKING:
    from diplotrips.checks.check import Defect

_HERE: Final = "diplotrips.checks.published"

_MARK: Final = re.compile(r"<!-- generated: ([a-z]+) -->")


class Inconsistency(NamedTuple):
    """Something that can be wrong with records or between sources, in users' words."""

    inconsistency: str
    example: str
    """One case of it; of a year alone, from the records of this repository."""
    codes: tuple[str, ...]
    """The checks that find it."""


def inconsistencies() -> tuple[Inconsistency, ...]:
    """Return what can be found, in the order of the table."""
    text = (files(_HERE) / "inconsistencies.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), strict=True)
    return tuple(Inconsistency(row["inconsistency"], row["example"], tuple(row["checks"].split())) for row in rows)


def render_catalogue() -> str:
    """Return the text of `docs/checks.md`."""
    template = (files(_HERE) / "checks.md").read_text(encoding="utf-8")
    made = {"contents": _contents, "inconsistencies": _inconsistencies, "families": _families}
    return _MARK.sub(lambda mark: made[mark[1]](), template)


def anchor(check: Defect) -> str:
    """Return the part behind `#` in a link to a check on the page."""
    return f"{check.code}-{check.name}".lower()


def _contents() -> str:
    """Return a table of all checks with a link to the page of each."""
    rows = [(_link(check), check.severity.value, _first_sentence(check)) for check in _all()]
    return table(("Check", "Severity", "What has to hold"), rows)


def _inconsistencies() -> str:
    """Return the table of what can be found, with links to the pages of the checks."""
    # A row of a check that is yet to come is held against the codes by a test, not here, where it would stop all pages.
    rows = [
        (one.inconsistency, one.example, ", ".join(_link(BY_CODE[code]) for code in one.codes if code in BY_CODE))
        for one in inconsistencies()
    ]
    return table(("What is wrong", "For example", "Found by"), rows)


def _families() -> str:
    """Return the pages of all checks, a section a family."""
    sections = []
    for family, checks in groupby(_all(), key=lambda check: check.code[:3]):
        sections += [f"## {FAMILIES[family]}", *map(_section, checks)]
    return "\n\n".join(sections)


def _section(check: Defect) -> str:
    """Return one check: its heading, how grave it is and what it judges, and its page."""
    return f"### {check.code} {check.name}\n\n*{check.severity.value.capitalize()}. {_scope(check)}*\n\n{check.page.strip()}"


def _scope(check: Defect) -> str:
    """Return in a sentence or two what a check judges, and when it is skipped."""
    if isinstance(check, LedgerCheck):
        return "Judges decisions and waivers, after all other checks."
    if not isinstance(check, RecordCheck):
        return "Found while the files are read."
    judged = f"Judges {listed([kind.replace('-', ' ') for kind in check.judges], 'and')} records."
    return f"{judged} Skipped where {listed(check.needs, 'or')} is open." if check.needs else judged


def _all() -> list[Defect]:
    return [BY_CODE[code] for code in sorted(BY_CODE)]


def _link(check: Defect) -> str:
    return f"[{check.code} {check.name}](#{anchor(check)})"


def _first_sentence(check: Defect) -> str:
    """Return what has to hold: the first paragraph of the page."""
    return check.page.strip().split("\n\n", maxsplit=1)[0]
