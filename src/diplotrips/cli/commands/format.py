"""`diplotrips format`: write the YAML files of the records in one style."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import FOLDER

if TYPE_CHECKING:
    from pathlib import Path


@click.command("format", short_help="Write the YAML files of the records in one style.")
@click.argument("path", type=FOLDER, nargs=-1)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit status 1 if a file would be written otherwise.")
def format_(path: tuple[Path, ...], *, only_check: bool) -> int:
    """Write YAML files of records in one style: order of keys, indentation, and one line where a line is enough.

    PATH is a file, or the folder of a dataset project; there may be several, and without any the current folder is meant. No value is
    changed and no comment is lost: a file for which that cannot be kept, or that has errors of its own, is left as it is and named. JSON is
    left alone.

    \b
    Examples:
      diplotrips format
      diplotrips format --check
      diplotrips format extract/people.yaml

    Exit status: 0 done, with --check nothing to do, 1 a file was left as it is, with --check or would be written otherwise, 2 wrong
    usage, 3 a file or folder cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.formatted import render_formatted  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    files = api.format_records(path or (".",), write=not only_check)
    click.echo(render_formatted(files, only_check=only_check), nl=False)
    return int(any(file.is_left or (only_check and file.line) for file in files))
