"""`diplotrips init`: begin a dataset project."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import FOLDER, TODAY

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command(short_help="Begin a dataset project.")
@click.argument("folder", type=FOLDER)
@click.option("--id", "dataset_id", default="", metavar="ID", help="Id of the dataset, instead of one made of the folder's name.")
@click.option("--title", default="", help="Title of the dataset.")
@TODAY
def init(folder: Path, dataset_id: str, title: str, today: date | None) -> int:
    """Write a dataset project into FOLDER, which is empty or not there yet; a git repository without files may be in it.

    It has two example trips of an invented minister, with all registers and a disagreement that is settled; JSON Schemas and settings with
    which editors complete and check while you write; a workflow and a hook that check the records of every change. Its check finds nothing.

    \b
    Examples:
      diplotrips init my-trips
      diplotrips init . --id baltic-visits --title "Visits to the Baltic states"

    Exit status: 0 it is written, 2 wrong usage, 3 FOLDER is not empty or cannot be written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.beginnings import render_project  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    click.echo(render_project(api.init(folder, dataset_id, title, today)), nl=False)
    return 0
