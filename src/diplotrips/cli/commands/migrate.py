"""`diplotrips migrate`: take files of records to the newest version of the record format."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import FOLDER

if TYPE_CHECKING:
    from pathlib import Path


@click.command(short_help="Take the records to the newest version of their format.")
@click.argument("path", type=FOLDER, nargs=-1)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit status 1 if a file would be migrated.")
@click.option("--to", type=int, metavar="N", help="Take them to version N instead of the newest.")
def migrate(path: tuple[Path, ...], *, only_check: bool, to: int | None) -> int:
    """Take files of records from the version of the record format that they say (schema: 1) to the newest, all of them or none.

    PATH is the folder of a dataset project, or a file; there may be several, and without any the current folder is meant. Comments, the
    order of keys and whatever else has nothing to do with the change stay as they are. If a file has errors of its own, or would lose
    something, it is named and no file is changed. Whoever runs it a second time changes nothing.

    \b
    Examples:
      diplotrips migrate --check
      diplotrips migrate
      diplotrips migrate my-trips --to 1

    Exit status: 0 done, with --check nothing to do, 1 something was in the way, with --check or files would be migrated, 2 wrong usage, 3 a
    file or folder cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.migrated import render_migrated  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    migrated = api.migrate(path or (".",), to=to, write=not only_check)
    click.echo(render_migrated(migrated, only_check=only_check), nl=False)
    return int(migrated.is_refused or (only_check and migrated.is_changed))
