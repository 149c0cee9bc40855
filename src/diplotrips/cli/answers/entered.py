"""What was entered into the ledger, for people: where it stands, what it settles, and what is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.cli.formats.summary import about
from diplotrips.cli.formats.text import render_finding

if TYPE_CHECKING:
    from diplotrips.api import Entered


def render_entered(entered: Entered) -> str:
    """Return the place of the entry, the findings that it settles, and those about the entry itself."""
    parts = [f"{entered.written.file}:{entered.written.line}: {entered.id} is entered"]
    parts += [f"settled: {found.code} {about(found)}: {found.message}" for found in entered.settled] or ["nothing is settled by it"]
    told = "\n".join(one_line(part) for part in parts)
    blocks = [render_finding(found, entered.report.lines, entered.report.causes) for found in entered.open]
    changes = [one_line(f"to do: {change}") for change in entered.changes]
    return "\n".join([f"{told}\n" if blocks else told, *blocks, *changes])
