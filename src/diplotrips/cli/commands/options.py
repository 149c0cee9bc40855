"""Arguments and options that several commands take, and how what is typed becomes a value."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

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
