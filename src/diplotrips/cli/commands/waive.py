"""`diplotrips waive`: accept what a check finds on a record."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import TODAY, ruling

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command(short_help="Accept what a check finds on a record.")
@click.argument("code")
@click.argument("record")
@click.argument("field", default="")
@ruling
@TODAY
def waive(  # noqa: PLR0913  (one parameter an option)
    *,
    code: str,
    record: str,
    field: str,
    folder: Path,
    because: str,
    by: str,
    expires: date | None,
    on: date | None,
    entry_id: str,
    dry_run: bool,
    today: date | None,
) -> int:
    """Write into `extract/waivers.yaml` that a check does not apply to a record, and check the records again.

    CODE is that of the check, RECORD is the released id of the record and FIELD is the name of the field, as in `diplotrips decide`;
    without FIELD the whole record is meant, also what that check finds on it later. Where sources disagree, decide rather than waive: a
    decision is stale once the sources say something else. Comments and order of the file stay.

    \b
    Examples:
      diplotrips waive DT401 andes.pe places --by mara --because "The ministry told us on the telephone."

    Exit status: 0 it is waived, 1 something is left to do, 2 wrong usage, 3 a file or folder cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.entered import render_entered  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    asked = api.Ruling(matter=api.Matter(code, record, field), because=because, by=by, on=on, expires=expires, id=entry_id)
    entered = api.waive(asked, folder, today, write=not dry_run)
    click.echo(entered.written.text if dry_run else render_entered(entered))
    return 0 if dry_run else int(not entered.is_done)
