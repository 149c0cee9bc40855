"""Which renderer a format has, and what of a format goes elsewhere than to the output."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.cli.github import render_github, render_step_summary
from diplotrips.cli.json import render_json
from diplotrips.cli.text import render_text
from diplotrips.errors import UnwritablePathError

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.api import Report

RENDERERS: dict[str, Callable[[Report], str]] = {"text": render_text, "json": render_json, "github": render_github}

FOR_PROGRAMS = frozenset({"json", "github"})
"""Formats that are UTF-8 whatever the terminal's encoding is."""

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""Environment variable with the file to whose end the summary of a step is written."""


def render(report: Report, form: str) -> str | bytes:
    """Return *report* in the format *form*, one of `RENDERERS`: as bytes where the format has an encoding of its own."""
    told = RENDERERS[form](report)
    return told.encode("utf-8", "replace") if form in FOR_PROGRAMS else told


def write_summary(report: Report, form: str) -> None:
    """Write the whole list of findings into the summary of the step, if GitHub Actions gives a file for it.

    Raises:
        UnwritablePathError: that file cannot be written.
    """
    path = os.environ.get(STEP_SUMMARY, "")
    if form != "github" or not path:
        return
    try:
        with Path(path).open("ab") as stream:
            stream.write(render_step_summary(report).encode("utf-8", "replace"))
    except OSError as error:
        raise UnwritablePathError(path, (error.strerror or str(error)).lower()) from error
