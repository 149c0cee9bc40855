"""The command line: arguments, one call into `diplotrips.api`, one renderer, an exit status. Nothing here decides about data.

The commands are in `commands`, running them (streams, wrong usage, exit statuses) in `program`; the other modules render.
"""

from diplotrips.cli.program import main

__all__ = ["main"]
