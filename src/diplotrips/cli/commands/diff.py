"""`diplotrips diff`: what changed from one state of a dataset to another."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from pathlib import Path

import click

from diplotrips.cli.answers.forms import DIFF_FORMATS, DIFF_OUTPUTS
from diplotrips.cli.commands.options import FOLDER, outputs_of
from diplotrips.cli.environment import in_colour

FORMAT = click.Choice(DIFF_FORMATS)
OUTPUTS = outputs_of(DIFF_OUTPUTS, "markdown=changes.md")


@click.command(short_help="Say what changed between two versions.")
@click.argument("before", required=False)
@click.argument("after", required=False)
@click.option("--format", "form", type=FORMAT, default="text", show_default=True, help="How the changes are printed.")
@click.option("--output", "files", callback=OUTPUTS, multiple=True, metavar="FORMAT=FILE", help="Write them to FILE, too; may be repeated.")
@click.option("--folder", type=FOLDER, default=Path(), help="Folder of a dataset project, instead of the current one.")
@click.option("--offline", is_flag=True, help="Ask no server; what is bundled or fetched before is there.")
def diff(  # noqa: PLR0913  (one parameter an option)
    before: str | None, after: str | None, *, form: str, files: tuple[tuple[str, Path], ...], folder: Path, offline: bool
) -> int:
    """Compare two states of a dataset by what they mean: trips, dates, claims, decisions, columns.

    BEFORE is a version (in the folder exports of the project, bundled, or fetched), the folder of a release or build, the address of a
    release on a server, or the folder of a dataset project, of which the records are meant as they are now. AFTER is such a state too.
    Without AFTER the records here are meant, without BEFORE the newest release here.

    Rows are matched by their key, whatever their order, and dates by the days that they allow. What only follows from other changes, such
    as counts and implied days, is counted. The largest change tells which version a release of them takes. The format `json` is for
    programs (its schema is `schema/diff.schema.json`), `markdown` for a comment on a change; `--output parquet=FILE` writes the table
    `changes` that a release has.

    \b
    Examples:
      diplotrips diff                        what is new here since the newest release
      diplotrips diff 1.0.0 1.1.0
      diplotrips diff ../base . --format markdown
      diplotrips diff 1.0.0 --output parquet=changes.parquet

    Exit status: 0 nothing differs, 1 something does, 2 wrong usage, 3 a state cannot be read or has open errors.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.difference import render_difference, write_difference  # noqa: PLC0415  (as above)

    comparison = api.diff(before, after, folder, offline=offline or None)
    colour = in_colour()
    click.echo(render_difference(comparison, form, colour=colour), nl=False, color=colour)
    write_difference(comparison, files, folder)
    return int(comparison.differs)
