"""`diplotrips check`: say what is wrong with the records."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import FOLDER, TODAY, outputs
from diplotrips.cli.environment import guessed_format, in_colour
from diplotrips.cli.formats import FORMATS

if TYPE_CHECKING:
    from datetime import date

FORMAT = click.Choice(FORMATS)
GUESSED = "github in GitHub Actions, else text"
FAIL_ON = click.Choice(["error", "warning", "note", "never"])


@click.command(short_help="Say what is wrong with the records.")
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--format", "form", type=FORMAT, default=guessed_format, show_default=GUESSED, help="How the findings are printed.")
@click.option("--output", "files", callback=outputs, multiple=True, metavar="FORMAT=FILE", help="Write them to FILE, too; may be repeated.")
@click.option("--fail-on", type=FAIL_ON, default="error", show_default=True, help="Exit status 1 if a finding is as grave as this.")
@click.option("--select", multiple=True, metavar="CHECKS", help="Report these only: codes, families such as DT2, names; commas between.")
@click.option("--ignore", multiple=True, metavar="CHECKS", help="Do not report these; they still run where others need them.")
@click.option("--baseline", type=FOLDER, metavar="FILE", help="Findings that are known: count them, and fail on new ones only.")
@click.option("--write-baseline", is_flag=True, help="Write FILE, which must not be there, with everything that is open now.")
@click.option("--update-baseline", is_flag=True, help="Shrink FILE to what is still found; nothing new is ever added.")
@TODAY
def check(  # noqa: PLR0913  (one parameter an option)
    folder: Path,
    *,
    form: str,
    files: tuple[tuple[str, Path], ...],
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: Path | None,
    write_baseline: bool,
    update_baseline: bool,
    today: date | None,
) -> int:
    """Read the records, hold them to their schemas and cross-check them.

    FOLDER is the folder of a dataset project, which has its records in a folder `extract`. Without it the current folder is meant.

    Every finding shows where it stands and what it clashes with; `diplotrips explain CODE` says what to do. Disagreements that
    `extract/decisions.yaml` settles are counted. The format `json` is for programs (its schema is `schema/report.schema.json`),
    `github` for annotations in GitHub Actions, where the whole list goes into the summary of the step, `sarif` for code scanning and
    editors, `junit` for GitLab, Jenkins and others that show tests, `markdown` for a comment. Text is in colour on a terminal unless
    NO_COLOR is set; FORCE_COLOR asks for colour elsewhere.

    An old collection begins with a baseline: `--baseline FILE --write-baseline` writes down what is found today, `--baseline FILE`
    fails on whatever is new since, `--update-baseline` drops what has been mended. A baseline shrinks and never grows, and an export still
    refuses errors. The file is JSON (its schema is `schema/baseline.schema.json`).

    \b
    Examples:
      diplotrips check my-trips
      diplotrips check --fail-on warning
      diplotrips check --format json > report.json
      diplotrips check --output sarif=report.sarif --output junit=report.xml
      diplotrips check --select DT2,office-not-held --ignore DT204
      diplotrips check --baseline known.json

    Exit status: 0 nothing is as grave as --fail-on, 1 something is, 2 wrong usage, 3 FOLDER or FILE cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.render import render, write_outputs, write_summary  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    known = api.BaselineUse.of(baseline, write=write_baseline, update=update_baseline)
    report = api.check(folder, today, api.Selection.of(select, ignore), known)
    colour = in_colour()
    click.echo(render(report, form, fail_on, colour=colour), nl=False, color=colour)
    write_outputs(report, files, fail_on)
    write_summary(report, form)
    return int(report.fails(fail_on))
