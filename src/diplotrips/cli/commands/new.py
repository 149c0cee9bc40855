"""`diplotrips new`: begin the file of a trip."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from diplotrips.cli.commands.options import FOLDER, TODAY

if TYPE_CHECKING:
    from datetime import date


@click.command(short_help="Begin the file of a trip.")
@click.argument("trip_id")
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--traveller", required=True, metavar="PERSON", help="Id or name of the traveller.")
@click.option("--office", required=True, help="Office that the traveller held, such as foreign-minister.")
@click.option("--represents", required=True, metavar="COUNTRY", help="On whose behalf: a country, or the id of an organization.")
@click.option(
    "--country",
    "countries",
    required=True,
    multiple=True,
    metavar="COUNTRY",
    help="Country of a stop, by code or name; once for each stop.",
)
@click.option("--in-order", is_flag=True, help="The countries stand in the order of travel, and the source says so.")
@click.option("--dates", default="", metavar="EDTF", help="First to last day abroad, such as 2024-05-13/2024-05-16.")
@click.option("--within", default="", metavar="EDTF", help="Window in which the trip lies, where its days are not known.")
@click.option("--status", default="completed", show_default=True, help="How far the trip has got, such as planned.")
@click.option("--source", default="", metavar="ID", help="Source that says so.")
@click.option("--published", default="", metavar="EDTF", help="Day of its publication, if it is a new source.")
@click.option("--text", type=FOLDER, metavar="FILE", help="Copy of its text, in which the passages are looked for.")
@click.option(
    "--cite", "cites", multiple=True, metavar="[WHAT=]PHRASE", help="Words of it on which a field or stop rests, or that get a line more."
)
@TODAY
def new(trip_id: str, folder: Path, today: date | None, **wanted: Any) -> int:  # noqa: ANN401  (the options, by the names that api has)
    """Begin the file extract/authored/TRIP_ID.yaml, and stubs of its traveller and source where no register has them.

    TRIP_ID is chosen once and never changed: surname, year and month, and where. FOLDER is the folder of a dataset project, which has its
    records in a folder `extract`; without it the current folder is meant.

    What is written has no error, and the check says what is missing still. With --text and --cite the passages are found as `diplotrips
    cite` does; `--cite "dates=from 13 to 16 May"` gives one to the line with the dates, `--cite "cl=in Santiago"` to that of the stop `cl`.

    \b
    Examples:
      diplotrips new doe-2024-05-andes --traveller "Jane Doe" --office foreign-minister --represents NZ
          --country Chile --country PE --dates 2024-05-13/2024-05-16
          --source gazette-2024-05-20 --text articles/gazette.txt --cite "cl=in Santiago"

    Exit status: 0 it is written, 2 wrong usage, 3 a file or folder cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.beginnings import render_trip  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    begun = api.new(api.Wanted(id=trip_id, **wanted), folder, today)
    click.echo(render_trip(begun), nl=False)
    return 0
