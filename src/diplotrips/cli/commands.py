"""The commands: each is arguments, one call into `diplotrips.api`, one renderer, and returns its exit status.

What is heavy is imported when a command runs: the models take longer to build than `--help` takes to print.
"""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from diplotrips.cli.columns import one_line
from diplotrips.cli.usage import Commands
from diplotrips.schema.version import DATASET_VERSION
from diplotrips.version import __version__

_FOLDER = click.Path(path_type=Path)
_FORMATS = click.Choice(["text", "json", "github"])
_FAIL_ON = click.Choice(["error", "warning", "note", "never"])
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Return *value* as a day."""
    try:
        if value is None or re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value) if value else None
    except ValueError:
        pass  # such as 30 February
    raise click.BadParameter(f"takes a day such as 2026-11-22, not {value}", ctx, param)


def _version(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return *value* if it is three numbers."""
    if value is None or re.fullmatch(DATASET_VERSION, value):
        return value
    raise click.BadParameter(f"takes three numbers of at most six digits such as 1.0.0, not {value}", ctx, param)


def _phrase(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return *value* if there is something to look for."""
    if value.strip():
        return value
    raise click.BadParameter("has nothing in it to look for", ctx, param)


@click.group(cls=Commands, context_settings=_SETTINGS, invoke_without_command=True)
@click.version_option(__version__, prog_name="diplotrips", message="%(prog)s %(version)s", help="Show the version.")
@click.pass_context
def cli(ctx: click.Context) -> int:
    """Check what sources say of officials' foreign trips, and publish it as a dataset.

    The records are files in the folder `extract` of a dataset project. They are read, held to their schemas and cross-checked; where
    sources disagree, both sides are shown until `extract/decisions.yaml` says how it was settled.

    \b
    Examples:
      diplotrips check                       what is wrong with the records here
      diplotrips explain DT203               what a finding means, and what to do
      diplotrips cite text.txt "a phrase"    where a passage stands in its source
      diplotrips export --version 1.0.0      write the dataset to exports/1.0.0

    \b
    Exit status:
      0  all is well
      1  something was found, is not there, or was refused
      2  wrong usage
      3  a file or folder cannot be read or written
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)
    return 0


@cli.command(short_help="Say what is wrong with the records.")
@click.argument("folder", type=_FOLDER, default=Path())
@click.option("--format", "form", type=_FORMATS, default="text", show_default=True, help="How the findings are written.")
@click.option("--fail-on", type=_FAIL_ON, default="error", show_default=True, help="Exit status 1 if a finding is as grave as this.")
@click.option("--today", callback=_day, metavar="YYYY-MM-DD", help="Judge as of this day instead of the clock's.")
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
    from diplotrips import api  # noqa: PLC0415  (see above)
    from diplotrips.cli.render import render, write_summary  # noqa: PLC0415  (see above)

    report = api.check(folder, today)
    click.echo(render(report, form), nl=False)
    write_summary(report, form)
    return int(report.fails(fail_on))


@cli.command(short_help="Write the dataset as Parquet and JSON.")
@click.argument("folder", type=_FOLDER, default=Path())
@click.option("--into", type=_FOLDER, help="Folder to write, instead of exports/VERSION or build/export in FOLDER.")
@click.option("--version", callback=_version, metavar="X.Y.Z", help="Version of the dataset; one that exists is never written again.")
def export(folder: Path, into: Path | None, version: str | None) -> int:
    """Check the records and write all tables as Parquet and JSON.

    FOLDER is the folder of a dataset project, which has its records in a folder `extract`. Without it the current folder is meant.

    Without --version it is a build to look at, which replaces the one before. Nothing is written while errors are open. It says how
    every disagreement between sources was settled, and whether the tables are those of the newest release.

    \b
    Examples:
      diplotrips export
      diplotrips export --version 1.0.0

    Exit status: 0 it is written, 1 refused, 2 wrong usage, 3 a folder cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (see above)
    from diplotrips.cli.release import render_release  # noqa: PLC0415  (see above)
    from diplotrips.cli.text import render_text  # noqa: PLC0415  (see above)

    try:
        release = api.export(folder, into, version)
    except api.OpenErrorsError as refusal:
        click.echo(render_text(refusal.report), nl=False)
        raise
    click.echo(render_release(release), nl=False)
    return 0


@cli.command(short_help="Say what a check is for and what to do about it.")
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Print the page of a check: why, what it does not cover, what to do, a wrong and a right example.

    CODE is what a finding shows, such as DT203, or the name of the check. Without it all checks are listed.

    \b
    Examples:
      diplotrips explain
      diplotrips explain DT203
      diplotrips explain two-countries-at-once

    Exit status: 0 it is printed, 2 there is no such check.
    """
    from diplotrips import api  # noqa: PLC0415  (see above)
    from diplotrips.cli.pages import render_list, render_page  # noqa: PLC0415  (see above)

    click.echo(render_page(api.explain(code)) if code else render_list(api.all_checks()), nl=False)
    return 0


@cli.command(short_help="Find the span of a phrase in a source.")
@click.argument("file", type=_FOLDER)
@click.argument("phrase", callback=_phrase)
def cite(file: Path, phrase: str) -> int:
    """Print where PHRASE stands in the text of FILE, with what stands around it; every place, if there are several.

    FILE is a copy of a source as plain text in UTF-8; PHRASE is what is looked for. The span, such as 739-932, is what a record takes as
    `span`: it counts characters from 0, and the second number is the first character behind the passage. If the phrase is not in the
    text as it is written, case, line ends, quotation marks and dashes make no difference.

    \b
    Examples:
      diplotrips cite articles/interview.txt "arrived in Caracas"

    Exit status: 0 it is there, 1 it is not, 2 wrong usage, 3 FILE cannot be read.
    """
    from diplotrips import api  # noqa: PLC0415  (see above)
    from diplotrips.cli.spans import render_citations, render_doubt  # noqa: PLC0415  (see above)

    citations = api.cite(file, phrase)
    click.echo(render_citations(citations), nl=False)
    click.echo(render_doubt(citations, phrase, str(file)), nl=False, err=True)
    return int(not citations.first)


@cli.command("verify-spans", short_help="Hold the spans of the records to their sources.")
@click.argument("texts", type=_FOLDER)
@click.argument("folder", type=_FOLDER, default=Path())
@click.option("--write", is_flag=True, help="Keep the hashes of new passages in extract/span_hashes.json.")
def verify_spans(texts: Path, folder: Path, *, write: bool) -> int:
    """Hold every span of the records to copies of the sources, and to the hashes that are kept of the passages.

    TEXTS is a folder with copies of the sources; a copy is known by the SHA-256 that the register of sources has, so its file name does
    not matter. FOLDER is the folder of a dataset project, which has its records in a folder `extract`; without it the current folder is
    meant.

    A kept hash is never changed, only added or, where no record has the span any more, dropped. If a text has changed, correct the span.

    \b
    Examples:
      diplotrips verify-spans articles
      diplotrips verify-spans articles --write

    Exit status: 0 every span that has a copy fits and has its hash, 1 one does not, or there is no copy at all, 2 wrong usage, 3 a folder
    cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (see above)
    from diplotrips.cli.spans import render_verification  # noqa: PLC0415  (see above)

    verification = api.verify_spans(texts, folder, write=write)
    click.echo(render_verification(verification, str(texts)), nl=False)
    return int(not verification.holds)


@cli.command(short_help="Write the schemas of records and tables.")
@click.option("--into", type=_FOLDER, default=Path("schema"), show_default=True, help="Folder to write.")
@click.option("--docs", type=_FOLDER, help="Folder for the codebook of the records; without it none is written.")
def schema(into: Path, docs: Path | None) -> int:
    """Write the JSON Schemas of records and released tables, and the data dictionary; print the files that changed.

    They are made from the models of this version, for editors and validators. Nobody edits them by hand.

    \b
    Examples:
      diplotrips schema --into schema

    Exit status: 0 they are written, 2 wrong usage, 3 a folder cannot be written.
    """
    from diplotrips import api  # noqa: PLC0415  (see above)

    for path in api.write_schema(into, docs):
        click.echo(one_line(str(path)))
    return 0
