"""The commands, one module each: arguments, one call into `diplotrips.api`, one renderer, an exit status.

What is heavy is imported when a command runs: the models take longer to build than `--help` takes to print.
"""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

import click

from diplotrips.cli.commands.check import check
from diplotrips.cli.commands.cite import cite
from diplotrips.cli.commands.decide import decide
from diplotrips.cli.commands.diff import diff
from diplotrips.cli.commands.explain import explain
from diplotrips.cli.commands.export import export
from diplotrips.cli.commands.extract import extract
from diplotrips.cli.commands.fetch import fetch
from diplotrips.cli.commands.format import format_
from diplotrips.cli.commands.import_ import import_
from diplotrips.cli.commands.init import init
from diplotrips.cli.commands.migrate import migrate
from diplotrips.cli.commands.new import new
from diplotrips.cli.commands.reliability import reliability
from diplotrips.cli.commands.review import review
from diplotrips.cli.commands.schema import schema
from diplotrips.cli.commands.verify import verify
from diplotrips.cli.commands.verify_spans import verify_spans
from diplotrips.cli.commands.waive import waive
from diplotrips.cli.usage import Commands
from diplotrips.version import __version__

__all__ = ["cli"]

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=Commands, context_settings=_SETTINGS, invoke_without_command=True)
@click.version_option(__version__, prog_name="diplotrips", message="%(prog)s %(version)s", help="Show the version.")
@click.pass_context
def cli(ctx: click.Context) -> int:
    """Check what sources say of officials' foreign trips, and publish it as a dataset.

    The records are files in the folder `extract` of a dataset project. They are read, held to their schemas and cross-checked; where
    sources disagree, both sides are shown until `extract/decisions.yaml` says how it was settled.

    \b
    Examples:
      diplotrips init my-trips               begin a dataset with two example trips
      diplotrips extract text.txt            draft records from an article
      diplotrips review DRAFT --text FILE    hold a draft to its text
      diplotrips check                       what is wrong with the records here
      diplotrips explain DT203               what a finding means, and what to do
      diplotrips decide DT203 andes route    settle a disagreement between sources
      diplotrips cite text.txt "a phrase"    where a passage stands in its source
      diplotrips export --version 1.0.0      write the dataset to exports/1.0.0
      diplotrips import visits.csv --map M   make records of a spreadsheet
      diplotrips fetch --list                which versions can be loaded
      diplotrips diff                        what is new here since the newest release
      diplotrips verify 1.0.0                say whether a release is whole and unchanged

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


for command in (
    check,
    cite,
    decide,
    diff,
    explain,
    export,
    extract,
    fetch,
    format_,
    import_,
    init,
    migrate,
    new,
    reliability,
    review,
    schema,
    verify,
    verify_spans,
    waive,
):
    cli.add_command(command)
