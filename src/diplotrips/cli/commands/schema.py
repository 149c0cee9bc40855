"""`diplotrips schema`: write the schemas of records and tables."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from pathlib import Path

import click

from diplotrips.cli.columns import one_line
from diplotrips.cli.commands.options import FOLDER


@click.command(short_help="Write the schemas of records and tables.")
@click.option("--into", type=FOLDER, default=Path("schema"), show_default=True, help="Folder to write.")
@click.option("--docs", type=FOLDER, help="Folder for the codebook and the pages of the checks; without it none is written.")
def schema(into: Path, docs: Path | None) -> int:
    """Write the JSON Schemas of records and released tables, and the data dictionary; print the files that changed.

    They are made from the models of this version, for editors and validators. Nobody edits them by hand.

    \b
    Examples:
      diplotrips schema --into schema

    Exit status: 0 they are written, 2 wrong usage, 3 a folder cannot be written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    for path in api.write_schema(into, docs):
        click.echo(one_line(str(path)))
    return 0
