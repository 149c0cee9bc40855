"""Arguments and options that several commands take, and how what is typed becomes a value."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from diplotrips.cli.formats import FORMATS
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

P = ParamSpec("P")
R = TypeVar("R")

FOLDER = click.Path(path_type=Path)
"""A file or folder; whether it can be read is for the command to say."""


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Return *value* as a day."""
    try:
        if value is None or re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value) if value else None
    except ValueError:
        pass  # such as 30 February
    raise click.BadParameter(f"takes a day such as 2026-11-22, not {value}", ctx, param)


TODAY = click.option("--today", callback=day, metavar="YYYY-MM-DD", help="Judge as of this day instead of the clock's.")
"""The day as of which records are judged."""


def outputs_of(
    forms: Sequence[str], example: str
) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], tuple[tuple[str, Path], ...]]:
    """Return what makes of each `FORMAT=FILE`, such as *example*, a format, one of *forms*, and the file that it is written to."""

    def outputs(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, Path], ...]:
        found: dict[str, str] = {}
        for value in values:
            form, _, file = value.partition("=")
            if not file:
                raise click.BadParameter(f"takes a format and a file such as {example}, not {value}", ctx, param)
            if form not in forms:
                raise click.BadParameter(f"takes {listed(forms, 'or')} before the file, not {form}", ctx, param)
            if file in found:
                raise click.BadParameter(f"writes {file} twice", ctx, param)
            found[file] = form
        return tuple((form, Path(file)) for file, form in found.items())

    return outputs


outputs = outputs_of(FORMATS, "sarif=report.sarif")
"""What makes of `sarif=report.sarif` a format of findings and a file."""


def ruling(command: Callable[P, R]) -> Callable[P, R]:
    """Give *command* the options of whoever rules about a finding: why, who, when and until when."""
    options = (
        click.option("--because", default="", metavar="REASON", help="The reason, in a sentence."),
        click.option("--by", default="", metavar="CODER", help="Who decides: an id of coders.yaml."),
        click.option("--expires", callback=day, metavar="YYYY-MM-DD", help="Last day on which it holds; two weeks before, check warns."),
        click.option("--on", callback=day, metavar="YYYY-MM-DD", help="Day of the decision, instead of today."),
        click.option("--id", "entry_id", default="", metavar="ID", help="Id of the new entry, instead of one made of record and field."),
        click.option("--folder", type=FOLDER, default=".", help="Folder of a dataset project, instead of the current one."),
        click.option("--dry-run", is_flag=True, help="Print the entry and write nothing."),
    )
    for option in reversed(options):
        command = option(command)
    return command
