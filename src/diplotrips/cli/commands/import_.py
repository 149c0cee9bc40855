"""`diplotrips import`: make records of a list in a spreadsheet, or bring an edited table of an export back."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import FOLDER, TODAY

if TYPE_CHECKING:
    from datetime import date


def _given(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Return each of *values* as a field and what it is in all rows."""
    for value in values:
        if not all(part.strip() for part in value.partition("=")[::2]):
            raise click.BadParameter(f"takes a field and its value such as office=president, not {value}", ctx, param)
    return {field: value for field, _, value in (value.partition("=") for value in values)}


def _list_mappings(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001  (click gives it by place)
    """Print the mappings that come with the package, and leave."""
    if not value or ctx.resilient_parsing:
        return
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.imported import render_mappings  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    click.echo(render_mappings(api.shipped_mappings()), nl=False)
    ctx.exit(0)


@click.command("import", short_help="Make records of a spreadsheet.")
@click.argument("file", type=FOLDER)
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--map", "mapping", default="", metavar="MAPPING", help="What the columns of a list mean: a file, or a name of --list.")
@click.option("--list", is_flag=True, is_eager=True, expose_value=False, callback=_list_mappings, help="Name the mappings that are there.")
@click.option("--source", default="", metavar="ID", help="Id of the list as a source, instead of one made of its name.")
@click.option("--set", "given", callback=_given, multiple=True, metavar="FIELD=VALUE", help="What is the same in all rows of a list.")
@click.option("--table", "name", default="", metavar="TABLE", help="Which table of an export FILE is, if its name does not say so.")
@click.option("--base", default="", metavar="RELEASE", help="Version or folder of the release that was edited.")
@click.option("--sheet", default="", help="Sheet of a workbook.")
@click.option("--encoding", default="", help="Encoding of a CSV file, instead of the one that is found, such as cp1252.")
@click.option("--separator", type=click.Choice(["comma", "semicolon", "tab"]), default=None, help="Sign between the cells of a CSV file.")
@click.option("--leave-out", is_flag=True, help="Write what can be told, and leave out the rest.")
@click.option("--dry-run", is_flag=True, help="Say what would be written and what cannot be told, and write nothing.")
@TODAY
def import_(  # noqa: PLR0913, PLR0917  (a command has the options that it has)
    file: Path,
    folder: Path,
    mapping: str,
    source: str,
    given: dict[str, str],
    name: str,
    base: str,
    sheet: str,
    encoding: str,
    separator: str | None,
    today: date | None,
    *,
    leave_out: bool,
    dry_run: bool,
) -> int:
    """Make records of a list of trips in a spreadsheet, or bring an edited table of an export back.

    FILE is a CSV file or an XLSX workbook, for which the package openpyxl is needed (install diplotrips[xlsx]). FOLDER is the folder of a
    dataset project, which has its records in a folder `extract`; without it the current folder is meant.

    With --map it is a list of trips that somebody keeps: the mapping says what its columns are. Rows of one country each are put together
    to journeys; every value rests on the row in which it stands. Nothing that is there is overwritten.

    Without --map it is a table of an export that was edited in a spreadsheet program: exactly the cells that say something else than the
    records are changed there, comments stay, new rows become records, and missing rows are told and not deleted. With --base a cell that
    still says what that release said is not taken for edited, even if the records have changed since.

    If something cannot be told, such as the name of a country, it is listed and nothing is written, unless --leave-out is given.

    \b
    Examples:
      diplotrips import --list
      diplotrips import visits.csv --map encyclopedia-visits --set "traveller=Anna Lind"
          --set office=foreign-minister --set represents=IS --dry-run
      diplotrips import colt.xlsx --map my-colt.yaml --source colt-2025
      diplotrips import stops.csv --base 1.0.0

    Exit status: 0 done, or nothing to do, 1 something cannot be told, 2 wrong usage, 3 a file or folder cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.imported import render_brought_back, render_imported  # noqa: PLC0415  (as above)

    table = api.Spreadsheet(file=file, sheet=sheet, encoding=encoding, separator=separator or "")
    if mapping:
        if name or base:
            raise click.UsageError("--table and --base are for a table of an export, which has no --map")
        listing = api.Listing(mapping=mapping, source=source, given=given, leave_out=leave_out, dry_run=dry_run)
        imported = api.import_list(table, listing, folder, today)
        click.echo(render_imported(imported, dry_run=dry_run), nl=False)
        return int(imported.is_refused)
    if source or given:
        raise click.UsageError("--source and --set are for a list, which has a --map")
    how = api.Returning(name=name, base=base or None, leave_out=leave_out, dry_run=dry_run)
    brought = api.bring_back(table, how, folder, today)
    click.echo(render_brought_back(brought, dry_run=dry_run), nl=False)
    return int(brought.is_refused)
