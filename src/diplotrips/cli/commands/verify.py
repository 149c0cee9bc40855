"""`diplotrips verify`: whether releases are whole and unchanged."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from pathlib import Path

import click

from diplotrips.cli.commands.options import FOLDER


@click.command(short_help="Say whether releases are whole and unchanged.")
@click.argument("release", nargs=-1, type=FOLDER)
@click.option("--folder", type=FOLDER, default=Path(), help="Folder of a dataset project, instead of the current one.")
def verify(release: tuple[Path, ...], folder: Path) -> int:
    """Hold every file of a release to its hash, and all that the release says of itself to all the rest.

    RELEASE is a folder with a release or a build, a folder of releases with their catalog, or a version in the folder exports of the
    project; there may be several, and without any all releases there are verified.

    Files have to be those that were released and no others. Of the tables, Parquet, JSON and CSV have to have the same rows, as many as is
    said, in the order of a key that no two share, with the table hash that was released; keys have to lead somewhere, values to be of the
    form that datapackage.json gives them, and the documents to hold to their schema. Rows have to follow from the documents; and of a
    release that this version of the package made, tables for analysis from the other tables, and what it says has changed from the
    release before.

    \b
    Examples:
      diplotrips verify                      all releases of this project, and their catalog
      diplotrips verify 1.0.0                one of them
      diplotrips verify ~/Downloads/1.0.0    a copy from elsewhere

    Exit status: 0 whole and unchanged, 1 something is wrong, 2 wrong usage, 3 there is no release, or its manifest cannot be read.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.verified import render_verified  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    found = api.verify(release, folder)
    click.echo(render_verified(found), nl=False)
    return int(any(one.damages for one in found))
