"""What was begun, a project or a trip, and what to do next; for people."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.api import Begun, Project
    from diplotrips.findings import Finding

_NEXT = """\
Nothing is wrong with it. To see how it works, then to begin your own:

{cd}  diplotrips check                what is wrong with the records
  diplotrips new TRIP-ID --help   begin the file of a trip
  diplotrips extract --help       draft the records of an article
  diplotrips review --help        hold a draft to its article
  diplotrips explain              all checks, and what each is for

README.md says what to try out first.
"""


def render_project(project: Project) -> str:
    """Return where the project is, what is in it, and what to do first."""
    written = f"wrote {project.folder}: a dataset project with two example trips, {number(len(project.files), 'file')}"
    cd = "" if project.folder == Path() else f"  {one_line(f'cd {shlex.quote(str(project.folder))}')}\n"
    return f"{one_line(written)}\n\n{_NEXT.format(cd=cd)}"


def render_trip(begun: Begun) -> str:
    """Return what was written for a trip, what a check finds of it, and what to do next."""
    trip = begun.trip
    lines = [f"wrote {begun.file}: a trip of {trip.traveller} with {number(len(trip.countries), 'stop')}"]
    for key, stub in begun.stubs.items():
        lines.append(f"added {key} to {stub.file}, line {stub.line}: a stub, of which the note says what is missing")
    if begun.near:
        lines.append(
            f"  {begun.near} is registered too; if that is who travels, take {trip.traveller} out and write {begun.near} in the trip"
        )
    lines += ["", *_checked(begun.findings), "", "What comes next:", *_next(begun)]
    return "\n".join(map(one_line, lines)) + "\n"


def _checked(findings: Sequence[Finding]) -> Iterator[str]:
    """Return what a check finds, a line each."""
    yield f"diplotrips check finds {'nothing' if not findings else number(len(findings), 'thing')} wrong with it{':' if findings else ''}"
    yield from (f"  {found}" for found in findings)


def _next(begun: Begun) -> Iterator[str]:
    """Return what is still to do, as far as it can be told."""
    if not begun.trip.source:
        yield "  - say under `said` who says so: one block a source, one line a passage"
    elif not (begun.trip.spans or begun.trip.passages):
        yield '  - diplotrips cite FILE "a phrase" prints the span of a passage; put it at the end of the line that rests on it'
    else:
        yield f"  - take out of `said` what {begun.trip.source} does not say, and add what it says besides"
    yield "  - give the stops their places, their dates and the people met"
    yield "  - diplotrips check says what is missing or wrong"
