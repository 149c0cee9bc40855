"""What the surroundings of a run say of its output: which format is expected there, and whether it may be in colour."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def guessed_format() -> str:
    """Return `github` in GitHub Actions, which makes annotations of what a step prints, and `text` everywhere else."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def in_colour() -> bool:
    """Tell whether what this run prints may be in colour; a program without standard output has no terminal."""
    return may_colour(os.environ, is_terminal=sys.stdout is not None and sys.stdout.isatty())


def may_colour(environ: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Tell whether output may be in colour: on a terminal that has colours, or where it is asked for; never if `NO_COLOR` is set."""
    if environ.get("NO_COLOR"):
        return False
    if any(environ.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return is_terminal and environ.get("TERM") != "dumb"
