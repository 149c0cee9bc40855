"""`diplotrips reliability`: say how far coders of the same sources agree."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from pathlib import Path

import click

from diplotrips.cli.commands.options import FOLDER

FORMATS = click.Choice(["text", "json"])


@click.command(short_help="Say how far coders of the same sources agree.")
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--drafts", is_flag=True, help="Compare the drafts of the parser with the authors instead.")
@click.option("--format", "form", type=FORMATS, default="text", show_default=True, help="How it is written.")
def reliability(folder: Path, form: str, *, drafts: bool) -> int:
    """Compare what several coders read in the same sources, field by field.

    FOLDER is the folder of a dataset project, which has its records in a folder `extract`. Without it the current folder is meant.

    A source is coded twice if a second coder's reading of it lies in `extract/coded/CODER/SOURCE.yaml`, beside what the author of a
    trip wrote under `said`. For each field: how many items somebody coded, how many of them all did, in how many of a hundred
    comparisons two coders say the same, and Krippendorff's alpha (nominal; - where all say one thing). Then every item on which coders
    differ, with its places. A coder who wrote nothing down differs from one who did.

    With --drafts the drafts in `extract/parsed/` are compared with what authors wrote of the same sources: a draft is compared where its
    traveller, days and countries tell which trip it means.

    It needs the package nltk: install diplotrips[reliability].

    \b
    Examples:
      diplotrips reliability
      diplotrips reliability --drafts
      diplotrips reliability my-trips --format json > reliability.json

    Exit status: 0 it is printed, 1 nothing was coded twice, 2 wrong usage or no nltk, 3 FOLDER cannot be read.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.reliability import render_doubt, render_reliability  # noqa: PLC0415  (as above)

    found = api.reliability(folder, drafts=drafts)
    click.echo(render_reliability(found, form), nl=False)
    click.echo(render_doubt(found, drafts=drafts), nl=False, err=True)
    return int(not found.fields)
