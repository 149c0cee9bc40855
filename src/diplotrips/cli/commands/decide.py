"""`diplotrips decide`: settle a disagreement in the ledger."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import TODAY, ruling

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command(short_help="Settle a disagreement between sources.")
@click.argument("code")
@click.argument("record")
@click.argument("field")
@click.option("--verdict", default="", metavar="VERDICT", help="adopt, keep-both, undecidable or waive.")
@click.option("--adopt", default="", metavar="VALUE", help="Value that is held to be true; with keep-both, the one that the record holds.")
@click.option("--overrule", multiple=True, metavar="CLAIM", help="Claim that loses: source[:part[:value]]; may be repeated.")
@click.option("--claim", "claims", multiple=True, metavar="CLAIM", help="Claim of the finding that is meant, where several are open.")
@ruling
@TODAY
def decide(  # noqa: PLR0913  (one parameter an option)
    *,
    code: str,
    record: str,
    field: str,
    folder: Path,
    verdict: str,
    adopt: str,
    overrule: tuple[str, ...],
    claims: tuple[str, ...],
    because: str,
    by: str,
    expires: date | None,
    on: date | None,
    entry_id: str,
    dry_run: bool,
    today: date | None,
) -> int:
    """Write into `extract/decisions.yaml` how a disagreement is settled, and check the records again.

    What is meant stands in the finding, and `diplotrips check` prints the beginning of the command: CODE is that of the check, RECORD is
    the released id of the record and FIELD is the name of the field; or they are the trip and the whole path, such as stops.ve.dates.

    The decision names every claim that takes part and all that is claimed of the field, so that it is stale once the sources say something
    else. The verdict adopt says what wins, what loses, or both; where claims of several fields cannot all be true, it says what loses. A
    claim is called source, source:part or source:part:value. Comments and order of the file stay.

    \b
    Examples:
      diplotrips decide DT205 andes days --verdict adopt --adopt 4 --overrule herald --by mara
                 --because "The herald counts the flights."
      diplotrips decide DT203 andes route --verdict undecidable --by mara --because "Nobody else tells." --expires 2027-06-30

    Exit status: 0 it is settled, 1 something is left to do, 2 wrong usage, 3 a file or folder cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.entered import render_entered  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    asked = api.Ruling(matter=api.Matter(code, record, field), because=because, by=by, on=on, expires=expires, id=entry_id)
    decision = api.Verdict(name=verdict, adopt=adopt, overrule=overrule, claims=claims)
    entered = api.decide(asked, decision, folder, today, write=not dry_run)
    click.echo(entered.written.text if dry_run else render_entered(entered))
    return 0 if dry_run else int(not entered.is_done)
