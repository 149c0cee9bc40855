"""One document taken to another version, and held to what was there: its values are those that the steps make, and no comment is lost."""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplotrips.extract.layout import AUTHORED
from diplotrips.extract.migrating.edits import Edit, apply_edits
from diplotrips.extract.migrating.migrations import leading, newest, oldest
from diplotrips.extract.migrating.sheets import Sheet
from diplotrips.extract.migrating.steps import Change, Rewrite, differ
from diplotrips.extract.notation.json import parse_json
from diplotrips.extract.notation.parsed import described
from diplotrips.extract.notation.text import BYTE_ORDER_MARK, LINE_BREAK
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.findings import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.migrating.migrations import Migration
    from diplotrips.extract.migrating.steps import Step
    from diplotrips.extract.notation.parsed import Parsed
    from diplotrips.findings import Finding
    from diplotrips.schema.tree import JsonValue

VERSION_KEY: Final = "schema"

REVIEWS: Final = "reviews"
"""Kind of the hidden files beside drafts with what was decided of them."""


@dataclass(frozen=True, slots=True)
class Written:
    """A document as somebody wrote it."""

    text: str
    file: str
    """Name of its file, as shown."""
    holds: str
    """Kind of document, as in `Migration.steps`."""
    is_json: bool = False
    line: int = 1
    """Number of its first line in the file."""
    since: int | None = None
    """Its version where it does not say one itself: a line of a register in JSON Lines."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a document cannot be migrated, and where."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one document."""

    text: str
    since: int = 0
    """Its version before; 0 where that cannot be told."""
    counts: Counter[str] = field(default_factory=Counter)
    """At how many places each thing happened."""
    findings: tuple[Finding, ...] = ()
    """What the reader finds wrong with it."""
    problems: tuple[Problem, ...] = ()
    """Why else it cannot be migrated."""


def migrate_text(document: Written, migrations: Sequence[Migration], to: int) -> Outcome:
    """Return *document* in the version *to*.

    Args:
        document: One document.
        migrations: All there are, the oldest first.
        to: A version that they know.

    The text is as it was, byte by byte, where no step has to do with it. Where anything is wrong it is returned as it is, with the reasons.
    """
    mark = BYTE_ORDER_MARK if document.text.startswith(BYTE_ORDER_MARK) else ""
    ends = {match[0] for match in LINE_BREAK.finditer(document.text)}
    text = LINE_BREAK.sub("\n", document.text.removeprefix(BYTE_ORDER_MARK))
    parsed = _read(document, text, migrations)
    if parsed.findings:
        return Outcome(document.text, findings=parsed.findings)
    since, problem = _version(document, parsed, migrations, to)
    if problem:
        return Outcome(document.text, problems=(problem,))
    if since == to:
        return Outcome(document.text, since)
    if len(ends) > 1:
        told = "its lines end in more than one way; run diplotrips format first"
        return Outcome(document.text, problems=(Problem(Place(document.file, document.line), told),))
    outcome = _migrated(document, text, parsed.value, migrations, (since, to))
    if outcome.problems:
        return Outcome(document.text, problems=outcome.problems)
    return Outcome(mark + outcome.text.replace("\n", ends.pop() if ends else "\n"), since, outcome.counts)


def _read(document: Written, text: str, migrations: Sequence[Migration]) -> Parsed:
    if document.is_json:
        return parse_json(text, document.file, first_line=document.line)
    date_keys = DATE_KEYS.union(*(migration.date_keys for migration in migrations))
    return parse_yaml(text, document.file, date_keys=date_keys)


def _version(document: Written, parsed: Parsed, migrations: Sequence[Migration], to: int) -> tuple[int, Problem | None]:
    """Return the version of a document, and why it cannot be migrated from it."""
    if document.since is not None:
        return document.since, None
    value, place = parsed.value, parsed.node.at((VERSION_KEY,)).place if parsed.node else Place(document.file)
    if not isinstance(value, dict) or VERSION_KEY not in value:
        return 0, Problem(place, f"this document does not say of which version it is, as in {VERSION_KEY}: {newest(migrations)}")
    since, first, last = value[VERSION_KEY], oldest(migrations), newest(migrations)
    if not isinstance(since, int) or isinstance(since, bool) or since < first:
        known = f"{first} to {last}" if first < last else f"{last} only"
        return 0, Problem(place, f"schema is {described(since)}; documents of version {known} are known")
    if since > last:
        return 0, Problem(place, f"schema is {since}, which is newer than this version of diplotrips knows; it knows {last}")
    return since, Problem(place, f"schema is {since}; a document is not taken back to version {to}") if since > to else None


def _migrated(document: Written, text: str, value: JsonValue, migrations: Sequence[Migration], span: tuple[int, int]) -> Outcome:
    """Return the text after all steps; if it does not say what they make of *value*, why that is so."""
    old, value, counts = Sheet(text, document.is_json, document.file, document.line), copy.deepcopy(value), Counter[str]()
    sheet = old
    for step in (step for migration in leading(migrations, *span) for step in _steps(document, migration)):
        changes = list(step.on_text(sheet, value))
        obstacles = [change for change in changes if not isinstance(change, Edit)]
        if obstacles:
            return Outcome(text, problems=tuple(Problem(sheet.place(one.offset), one.message) for one in obstacles))
        counts[step.about] += step.on_value(value)
        if changes:
            new = apply_edits(sheet.text, (change for change in changes if isinstance(change, Edit)))
            after = _read(document, new, migrations)
            if after.findings or differ(after.value, value):
                told = "this document cannot be migrated without changing something else in it; it has to be done by hand"
                return Outcome(text, problems=(Problem(sheet.place(sheet.root.start), told),))
            sheet = Sheet(new, document.is_json, document.file, document.line)
    lost = _lost_comment(old, sheet)
    return Outcome(sheet.text, counts=+counts, problems=(lost,) if lost else ())


def _steps(document: Written, migration: Migration) -> tuple[Step, ...]:
    """Return what happens to a document in one migration; the last thing is its number."""
    steps = tuple(migration.steps.get(document.holds, ()))
    if document.since is not None:
        return steps
    if document.holds == REVIEWS:
        steps = (*steps, Change("written.*", "before", lambda before: _before(document, before, migration), about=""))
    number: dict[str, JsonValue] = {VERSION_KEY: migration.to}
    return (*steps, Rewrite("", (VERSION_KEY,), lambda _: dict(number), about=""))


def _before(document: Written, before: JsonValue, migration: Migration) -> JsonValue:
    """Return in the next version what a document was before a review added lines to it."""
    if not isinstance(before, str):
        return before
    outcome = migrate_text(Written(before, document.file, AUTHORED), [migration], migration.to)
    if outcome.findings or outcome.problems:
        raise ValueError([*(found.message for found in outcome.findings), *(problem.message for problem in outcome.problems)][0])
    return outcome.text


def _lost_comment(old: Sheet, new: Sheet) -> Problem | None:
    """Return where a comment stands that would be lost; none is known to be, but nobody's words are risked."""
    kept = Counter(text for _, text in new.comments)
    for offset, text in old.comments:
        kept[text] -= 1
        if kept[text] < 0:
            return Problem(old.place(offset), "this comment would be lost; put it on a line of its own above")
    return None
