"""What became of a spreadsheet: what was written, what would be, and what cannot be told; for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.extract.importing.edits import cells_told
from diplotrips.extract.importing.problems import grouped, told
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplotrips.api import BroughtBack, Imported
    from diplotrips.extract.importing.problems import Problem
    from diplotrips.findings import Finding

_MOST_ROWS = 8
"""Rows that are named after a trip; of more only how many there are."""


def render_mappings(titles: Mapping[str, str]) -> str:
    """Return the mappings that come with the package, a line each."""
    width = max(map(len, titles), default=0)
    return "".join(f"{name:<{width}}  {one_line(title)}\n" for name, title in titles.items())


def render_imported(imported: Imported, *, dry_run: bool) -> str:
    """Return what became of a list."""
    if imported.mapping_findings:
        return "".join(f"{one_line(_at(found))}\n" for found in imported.mapping_findings)
    lines = [*_guessed(imported.file, imported.guessed), *_trips(imported, dry_run=dry_run), *_problems(imported.problems)]
    lines.append(_outcome(imported.file, imported.problems, is_written=imported.is_written, dry_run=dry_run))
    if imported.is_written and (imported.trips or imported.lines):
        lines += _checked(imported.findings)
    return _text(lines)


def render_brought_back(brought: BroughtBack, *, dry_run: bool) -> str:
    """Return what became of an edited table."""
    found = brought.returned
    lines = [*_guessed(found.file, brought.guessed)]
    lines.append(f"{found.file} is the table {found.table}: {number(len(found.edited), 'cell')} of {number(found.rows, 'row')} edited")
    lines += [f"  {line}" for line in cells_told(found.edited)]
    lines += [f"  {record}: new, from row {row}" for row, record in found.new]
    if found.missing:
        lines.append(f"not in the table, and kept: {listed(found.missing, 'and', _MOST_ROWS)}")
    lines += _problems(found.problems)
    lines.append(_outcome(found.file, found.problems, is_written=brought.is_written, dry_run=dry_run, files=brought.files))
    if brought.is_written and brought.files:
        lines += _checked(brought.findings)
    return _text(lines)


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{one_line(line)}\n" for line in lines)


def _guessed(file: str, encoding: str) -> Iterator[str]:
    """Give in which encoding a file was read, if that was a guess."""
    if encoding:
        yield f"{file} is no UTF-8 and was read as {encoding}; --encoding tells another"


def _at(found: Finding) -> str:
    return f"{found.place}: {found.message}"


def _trips(imported: Imported, *, dry_run: bool) -> Iterator[str]:
    """Give what the list adds."""
    done = "would be written" if dry_run or not imported.is_written else "written"
    there = f"; {number(len(imported.there), 'row is', 'rows are')} in the records already" if imported.there else ""
    yield f"{imported.file}, {number(imported.rows, 'row')}: {_added(imported)} {done}{there}"
    for trip, file, rows in imported.trips:
        yield f"  {trip}: {_rows(rows)} -> {file}"
    for trip, file, rows in imported.lines:
        yield f"  {trip} is recorded: {_rows(rows)} as lines -> {file}"
    if imported.agreements:
        yield f"  new agreements: {listed(imported.agreements, 'and', _MOST_ROWS)}"
    for register in dict.fromkeys(register for _, register in imported.entries):
        names = [key for key, holds in imported.entries if holds == register]
        yield f"  new in {register}, as stubs: {listed(names, 'and', _MOST_ROWS)}"
    if imported.missing:
        yield f"not in the list any more, and kept: {listed(imported.missing, 'and', _MOST_ROWS)}"


def _added(imported: Imported) -> str:
    """Return how much a list adds, in what its rows are."""
    if imported.row == "agreement":
        return number(len(imported.agreements), "agreement")
    if imported.row == "claim":
        return number(sum(len(rows) for _, _, rows in imported.lines), "line")
    return number(len(imported.trips), "trip")


def _rows(rows: Sequence[int]) -> str:
    return f"row{'s' if rows[1:] else ''} {listed([str(row) for row in rows], 'and', _MOST_ROWS)}"


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    """Give what cannot be told, each thing once."""
    if problems:
        yield "what cannot be told:"
    yield from (f"  {told(problem, rows)}" for problem, rows in grouped(problems))


def _outcome(file: str, problems: Sequence[Problem], *, is_written: bool, dry_run: bool, files: Sequence[str] = ()) -> str:
    """Return in a sentence what came of it."""
    if dry_run:
        return "nothing was written, since this is a dry run"
    if not is_written:
        return f"nothing was written: mend {file} or the mapping, or leave out what cannot be told with --leave-out"
    if problems:
        return "what cannot be told was left out: rows whose country, days or people it would be, of others the cell, which is in a note"
    return f"changed {listed(files, 'and', _MOST_ROWS)}" if files else "everything could be told"


def _checked(findings: Sequence[Finding]) -> Iterator[str]:
    """Give what a check finds."""
    yield f"diplotrips check finds {'nothing' if not findings else number(len(findings), 'thing')} wrong with it{':' if findings else ''}"
    yield from (f"  {_at(found)}" for found in findings)
