"""`diplotrips cite`: find the span of a phrase in a source."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import FOLDER

if TYPE_CHECKING:
    from pathlib import Path


def _phrase(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return *value* if there is something to look for."""
    if value.strip():
        return value
    raise click.BadParameter("has nothing in it to look for", ctx, param)


@click.command(short_help="Find the span of a phrase in a source.")
@click.argument("file", type=FOLDER)
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
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.spans import render_citations, render_doubt  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    citations = api.cite(file, phrase)
    click.echo(render_citations(citations), nl=False)
    click.echo(render_doubt(citations, phrase, str(file)), nl=False, err=True)
    return int(not citations.first)
