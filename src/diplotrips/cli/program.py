"""Running a command: whatever happens is an exit status and at most one sentence on standard error, never a traceback.

Exit status: 0 all is well; 1 something was found (at or over `--fail-on`), is not there, or was refused; 2 wrong usage; 3 a file or folder
cannot be read or written; 130 and 141 as shells have them, interrupted and nobody reads the output any more.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import click

from diplotrips.cli.columns import one_line
from diplotrips.cli.commands import cli
from diplotrips.cli.interruption import INTERRUPTED
from diplotrips.cli.usage import OutputClosed, sentence
from diplotrips.errors import DiplotripsError, ExportRefusedError, UnknownNameError, UnusableRequestError, reason_of

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_SERVED, WRONG_USAGE, NO_PATH, NOBODY_READS = 1, 2, 3, 141


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status.

    Args:
        arguments: What stands behind `diplotrips`; unless given, what the process was started with.
    """
    _write_whatever_the_encoding()
    sys.exit(_status_of(arguments))


def _status_of(arguments: Sequence[str] | None) -> int:
    """Run the command line and return the exit status."""
    try:
        status = cli.main(args=arguments, prog_name="diplotrips", standalone_mode=False)
    except click.Abort:
        return _told("interrupted", INTERRUPTED)
    except click.UsageError as error:
        return _told(sentence(error), WRONG_USAGE)
    except DiplotripsError as error:
        return _told(str(error), _status(error))
    except OutputClosed:
        _silence()
        return NOBODY_READS
    except OSError as error:  # files and folders are dealt with where they are opened, so this is the output
        _silence()
        return _told(f"cannot write the output: {reason_of(error)}", NO_PATH)
    return status if isinstance(status, int) else 0


def _told(text: str, status: int) -> int:
    """Say *text*, which may have anything in it that was typed, in one line on standard error, and return *status*."""
    try:
        click.echo(one_line(f"diplotrips: {text}"), err=True)
    except OSError:  # nobody reads that either
        _silence()
    return status


def _status(error: DiplotripsError) -> int:
    """Return the exit status of an exception: a refused export, a name that does not exist, a request that cannot be, or a path."""
    if isinstance(error, ExportRefusedError):
        return NOT_SERVED
    return WRONG_USAGE if isinstance(error, UnknownNameError | UnusableRequestError) else NO_PATH


def _silence() -> None:
    """Send what is left of the output nowhere, since Python would try again on leaving and print a traceback."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, io.UnsupportedOperation):  # no real file, so nothing is left to be written
        return


def _write_whatever_the_encoding() -> None:
    r"""Write characters that the terminal's encoding lacks as `\xed`, rather than not at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
