"""The command line: arguments, one call into `diplotrips.api`, one renderer, an exit status. Nothing here decides about data.

The commands are in `commands`, running them (streams, wrong usage, exit statuses) in `program`; what they print is made in `answers` and,
of what `check` found, in `formats`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.cli.interruption import interruptible

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status.

    Args:
        arguments: What stands behind `diplotrips`; unless given, what the process was started with.
    """
    with interruptible():
        from diplotrips.cli.program import run  # noqa: PLC0415  (an interruption of this import is dealt with, too)

        run(arguments)
