"""`diplotrips check`: say what is wrong with the records."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import FOLDER, TODAY

if TYPE_CHECKING:
    from datetime import date

FORMATS = click.Choice(["text", "json", "github"])
FAIL_ON = click.Choice(["error", "warning", "note", "never"])


@click.command(short_help="Say what is wrong with the records.")
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--format", "form", type=FORMATS, default="text", show_default=True, help="How the findings are written.")
@click.option("--fail-on", type=FAIL_ON, default="error", show_default=True, help="Exit status 1 if a finding is as grave as this.")
@TODAY
def check(folder: Path, form: str, fail_on: str, today: date | None) -> int:
    """Read the records, hold them to their schemas and cross-check them.

    FOLDER is the folder of a dataset project, which has its records in a folder `extract`. Without it the current folder is meant.

    Every finding shows where it stands and what it clashes with; `diplotrips explain CODE` says what to do. Disagreements that
    `extract/decisions.yaml` settles are counted. The format `json` is for programs (its schema is `schema/report.schema.json`),
    `github` for annotations in GitHub Actions, where the whole list goes into the summary of the step.

    \b
    Examples:
      diplotrips check my-trips
      diplotrips check --fail-on warning
      diplotrips check --format json > report.json

    Exit status: 0 nothing is as grave as --fail-on, 1 something is, 2 wrong usage, 3 FOLDER cannot be read.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.render import render, write_summary  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    report = api.check(folder, today)
    click.echo(render(report, form), nl=False)
    write_summary(report, form)
    return int(report.fails(fail_on))
