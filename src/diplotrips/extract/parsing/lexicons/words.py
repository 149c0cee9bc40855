"""Reading a lexicon: a CSV beside this module, lines that begin with `#` are remarks (its source first), then a head, then rows."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def lexicon(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the lexicon *name*, such as `offices`, in the order of the file."""
    text = (files("diplotrips.extract.parsing.lexicons") / f"{name}.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(csv.DictReader(lines, strict=True))
