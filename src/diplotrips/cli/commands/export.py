"""`diplotrips export`: write the dataset as Parquet and JSON."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

import re
from pathlib import Path

import click

from diplotrips.cli.commands.options import FOLDER
from diplotrips.schema.version import DATASET_VERSION


def _version(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return *value* if it is three numbers."""
    if value is None or re.fullmatch(DATASET_VERSION, value):
        return value
    raise click.BadParameter(f"takes three numbers of at most six digits such as 1.0.0, not {value}", ctx, param)


@click.command(short_help="Write the dataset as Parquet and JSON.")
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--into", type=FOLDER, help="Folder to write, instead of exports/VERSION or build/export in FOLDER.")
@click.option("--version", callback=_version, metavar="X.Y.Z", help="Version of the dataset; one that exists is never written again.")
@click.option("--csv", is_flag=True, help="Add CSV files, a codebook and a README, as repositories and journals ask for them.")
def export(folder: Path, into: Path | None, version: str | None, *, csv: bool) -> int:
    """Check the records and write all tables as Parquet and JSON.

    FOLDER is the folder of a dataset project, which has its records in a folder `extract`. Without it the current folder is meant.

    Without --version it is a build to look at, which replaces the one before. Nothing is written while errors are open. It says how
    every disagreement between sources was settled, and whether the tables are those of the newest release.

    With --version it is a release, which is never changed again. CHANGELOG.md of the project must have an entry for it, `## [1.0.0] -
    2026-11-22` with text below, from which the day is taken. The version is held to what is different from the newest release: what is
    withdrawn takes a major one, what is added a minor one. exports/catalog.json lists all releases.

    \b
    Examples:
      diplotrips export
      diplotrips export --version 1.0.0
      diplotrips export --version 1.1.0 --csv

    Exit status: 0 it is written, 1 refused, 2 wrong usage, 3 a folder cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.release import render_release  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.formats.text import render_text  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    try:
        release = api.export(folder, into, version, csv=csv)
    except api.OpenErrorsError as refusal:
        click.echo(render_text(refusal.report), nl=False)
        raise
    click.echo(render_release(release), nl=False)
    return 0
