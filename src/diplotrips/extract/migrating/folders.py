"""All files of a dataset taken to another version, or none of them.

What goes by the hash of a file, an approved draft or a document that a review wrote, goes by the new one afterwards. A run that is killed
leaves every file old or new; the next run does the others, and gives what one run would have given, since files are written before those
whose hashes they hold.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from diplotrips.extract.layout import AUTHORED, CODINGS, DATASET, HASHES, PARSED, REGISTERS, RecordFile
from diplotrips.extract.migrating.documents import REVIEWS, VERSION_KEY, Outcome, Problem, Written, migrate_text
from diplotrips.extract.notation.files import read_file
from diplotrips.extract.notation.parsed import Parsed
from diplotrips.extract.notation.text import read_text
from diplotrips.extract.review.progress import former_file, progress_file
from diplotrips.extract.review.writing import all_or_none
from diplotrips.findings import Place
from diplotrips.replacing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplotrips.extract.migrating.migrations import Migration
    from diplotrips.findings import Finding

_KINDS: Final = (PARSED, "coded", AUTHORED, HASHES, *REGISTERS, DATASET, REVIEWS)

_READ_FIRST: Final = (PARSED, "", REVIEWS)
"""Files whose hashes others hold come before those; an empty text stands for all other kinds."""

_WRITTEN_FIRST: Final = (REVIEWS, "", PARSED, DATASET)
"""And the other way round; `dataset` is last, since it says the version of registers that do not say it themselves."""

_DIGEST: Final = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class MigratedFile:
    """What became of one file, or would."""

    file: str
    """Name of the file, as shown."""
    since: int = 0
    """The version that it had; of lines the oldest; 0 where that cannot be told."""
    is_changed: bool = False
    counts: Counter[str] = field(default_factory=Counter)
    """At how many places each thing happened."""
    findings: tuple[Finding, ...] = ()
    """What the reader finds wrong with it."""
    problems: tuple[Problem, ...] = ()
    """Why else it cannot be migrated."""

    @property
    def is_left(self) -> bool:
        """Whether something is in the way of this file."""
        return bool(self.findings or self.problems)


def migrate_files(files: Iterable[RecordFile], migrations: Sequence[Migration], to: int, *, write: bool) -> tuple[MigratedFile, ...]:
    """Take all *files* to the version *to*, or none if one of them cannot be.

    Args:
        files: Files of records; the decisions beside a draft are migrated with it.
        migrations: All there are, the oldest first.
        to: A version that they know.
        write: Write the files; else only tell what would change.

    Returns:
        What became of each file, or would, in the order of their names.

    Raises:
        UnreadablePathError: a file cannot be read again; none is changed.
        UnwritablePathError: a file cannot be written; none is changed.
    """
    chosen = {file.path: file for one in files for file in (one, *_reviews_of(one))}
    run = _Run(migrations, to, _version_of_lines(chosen.values()))
    for file in sorted(chosen.values(), key=lambda file: _rank(file, _READ_FIRST)):
        run.take(file)
    if write and not any(told.is_left for told in run.told):
        order = sorted(run.new, key=lambda file: _rank(file, _WRITTEN_FIRST))
        with all_or_none([file.path for file in order]):
            for file in order:
                write_whole(file.path, run.new[file])
    return tuple(sorted(run.told, key=lambda told: told.file))


def _rank(file: RecordFile, order: Sequence[str]) -> int:
    return order.index(file.holds if file.holds in order else "")


def _reviews_of(file: RecordFile) -> Iterator[RecordFile]:
    """Return the hidden files with what was decided of a draft."""
    if file.holds == PARSED:
        for path in (progress_file(file.path), former_file(file.path)):
            if path.exists():
                yield RecordFile(path, f"{file.shown_as.removesuffix(file.path.name)}{path.name}", REVIEWS)


def _version_of_lines(files: Iterable[RecordFile]) -> int | None:
    """Return the version that the description of the dataset says, which is that of registers in JSON Lines."""
    for file in files:
        if file.holds == DATASET and file.path.suffix.lower() != ".jsonl":
            value = read_file(file.path, file.shown_as).value
            version = value.get(VERSION_KEY) if isinstance(value, dict) else None
            if isinstance(version, int) and not isinstance(version, bool):
                return version
    return None


@dataclass(slots=True)
class _Run:
    """What becomes of file after file."""

    migrations: Sequence[Migration]
    to: int
    version_of_lines: int | None
    told: list[MigratedFile] = field(default_factory=list)
    new: dict[RecordFile, bytes] = field(default_factory=dict)
    """What files that change will hold."""
    hashes: dict[str, str] = field(default_factory=dict)
    """New SHA-256 of such files by the old ones."""

    def take(self, file: RecordFile) -> None:
        """Note what becomes of one file."""
        if file.holds not in _KINDS:
            told = "by its name this is no file of records"
            self.told.append(MigratedFile(file.shown_as, problems=(Problem(Place(file.shown_as), told),)))
            return
        text = read_text(file.path, file.shown_as)
        if isinstance(text, Parsed):
            self.told.append(MigratedFile(file.shown_as, findings=text.findings))
            return
        outcome = self._lines(file, text) if file.path.suffix.lower() == ".jsonl" else self._whole(file, text)
        new = outcome.text
        if file.holds not in CODINGS:
            new = _DIGEST.sub(lambda match: self.hashes.get(match[0], match[0]), new)
        if new != text:
            self.new[file] = new.encode()
            self.hashes[_digest(text)] = _digest(new)
        self.told.append(MigratedFile(file.shown_as, outcome.since, new != text, outcome.counts, outcome.findings, outcome.problems))

    def _whole(self, file: RecordFile, text: str) -> Outcome:
        is_json = file.path.suffix.lower() == ".json"
        if file.holds == REVIEWS and (cut_short := _cut_short(file)):
            return Outcome(text, problems=(cut_short,))
        return migrate_text(Written(text, file.shown_as, file.holds, is_json=is_json), self.migrations, self.to)

    def _lines(self, file: RecordFile, text: str) -> Outcome:
        """Return what becomes of a file of JSON Lines; a line of a register is an entry, and is taken for a register of one."""
        is_entry = file.holds not in {AUTHORED, *CODINGS}
        if is_entry and self.version_of_lines is None:
            told = "its lines do not say of which version they are, and there is no dataset.yaml beside it that does"
            return Outcome(text, problems=(Problem(Place(file.shown_as), told),))
        before, behind = (f'{{"{file.holds}":[', "]}") if is_entry else ("", "")
        since = self.version_of_lines if is_entry else None
        outcomes = list[Outcome]()
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip(" \t\r\ufeff"):
                mark = "\ufeff" if line.startswith("\ufeff") else ""
                end = "\r" if line.endswith("\r") else ""
                bare = line.removeprefix(mark).removesuffix(end)
                document = Written(before + bare + behind, file.shown_as, file.holds, is_json=True, line=number, since=since)
                outcome = _moved(migrate_text(document, self.migrations, self.to), len(before))
                outcomes.append(replace(outcome, text=mark + outcome.text[len(before) : len(outcome.text) - len(behind)] + end))
            else:
                outcomes.append(Outcome(line))
        return _joined(outcomes)


def _moved(outcome: Outcome, columns: int) -> Outcome:
    """Return *outcome* with its places as many columns further to the left."""
    findings = (replace(found, place=_left(found.place, columns)) for found in outcome.findings)
    problems = (Problem(_left(problem.place, columns), problem.message) for problem in outcome.problems)
    return replace(outcome, findings=tuple(findings), problems=tuple(problems))


def _left(place: Place, columns: int) -> Place:
    return place._replace(column=max(place.column - columns, 1))


def _joined(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the outcome of a file of lines."""
    counts = Counter[str]()
    for outcome in outcomes:
        counts.update(outcome.counts)
    return Outcome(
        "\n".join(outcome.text for outcome in outcomes),
        min((outcome.since for outcome in outcomes if outcome.since), default=0),
        counts,
        tuple(found for outcome in outcomes for found in outcome.findings),
        tuple(problem for outcome in outcomes for problem in outcome.problems),
    )


def _cut_short(file: RecordFile) -> Problem | None:
    """Return that a review was killed before it had written everything, if it was."""
    value = read_file(file.path, file.shown_as).value
    if isinstance(value, dict) and value.get("writing"):
        return Problem(Place(file.shown_as), "this review was cut short while it wrote; finish it with diplotrips review first")
    return None


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
