"""Which renderer a format has, and where its text goes: to the output, to files of the user's, to the summary of a step."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplotrips.cli.formats.github import render_github
from diplotrips.cli.formats.json import render_json
from diplotrips.cli.formats.junit import render_junit
from diplotrips.cli.formats.markdown import render_markdown
from diplotrips.cli.formats.sarif import render_sarif
from diplotrips.cli.formats.text import render_text
from diplotrips.errors import UnwritablePathError, reason_of
from diplotrips.replacing import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from diplotrips.api import Report

STEP_SUMMARY: Final = "GITHUB_STEP_SUMMARY"
"""Environment variable with the file to whose end the summary of a step is written."""

MOST_SUMMARY_BYTES: Final = 900_000
"""GitHub drops the summary of a step that is larger than 1 MiB."""


def renderers(fail_on: str = "error", *, colour: bool = False) -> Mapping[str, Callable[[Report], str]]:
    """Return the renderer of each format (`FORMATS`) for a run that fails on *fail_on*; only `text` is ever in *colour*."""
    return {
        "text": partial(render_text, colour=colour),
        "json": render_json,
        "github": render_github,
        "sarif": render_sarif,
        "junit": partial(render_junit, fail_on=fail_on),
        "markdown": render_markdown,
    }


def render(report: Report, form: str, fail_on: str = "error", *, colour: bool = False) -> str | bytes:
    """Return *report* in the format *form*: as bytes in UTF-8 but for `text`, which has the encoding of the terminal."""
    told = renderers(fail_on, colour=colour)[form](report)
    return told if form == "text" else told.encode("utf-8", "replace")


def write_outputs(report: Report, outputs: Iterable[tuple[str, Path]], fail_on: str) -> None:
    """Write *report* to each of *outputs*, a format and a file, whose folder is made if it is not there.

    Raises:
        UnwritablePathError: a file cannot be written, or lies among the records; it is as it was.
    """
    records = Path(report.root).resolve()
    for form, path in outputs:
        write_file(path, records, renderers(fail_on)[form](report).encode("utf-8", "replace"))


def write_file(path: Path, records: Path, content: bytes) -> None:
    """Put a file with *content* at *path* in one step, not among the *records*; a device or pipe, which that would take away, stays.

    Raises:
        UnwritablePathError: the file cannot be written, or lies among the records; it is as it was.
    """
    try:
        if path.exists() and not path.is_file():
            raise UnwritablePathError(path, "there is something else than a file")
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise UnwritablePathError(path, "its folder is a file") from error
    except OSError as error:
        raise UnwritablePathError(path, reason_of(error)) from error
    if path.resolve().is_relative_to(records):
        raise UnwritablePathError(path, "it lies among the records")
    write_whole(path, content)


def write_summary(report: Report, form: str) -> None:
    """Write the whole list of findings into the summary of the step, if GitHub Actions gives a file for it.

    Raises:
        UnwritablePathError: that file cannot be written.
    """
    path = os.environ.get(STEP_SUMMARY, "")
    if form != "github" or not path:
        return
    told = render_markdown(report, MOST_SUMMARY_BYTES) + "\n"
    try:
        with Path(path).open("ab") as stream:
            stream.write(told.encode("utf-8", "replace"))
    except OSError as error:
        raise UnwritablePathError(path, reason_of(error)) from error
