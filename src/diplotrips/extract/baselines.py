"""The file of a baseline: reading it strictly, and its text. What is held against it is told in `diplotrips.checks.reporting.baseline`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.json import parse_json
from diplotrips.extract.notation.parsed import UNREADABLE_FILE, Parsed
from diplotrips.extract.notation.text import read_text
from diplotrips.schema.baseline import BASELINE_VERSION, Baseline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from diplotrips.schema.baseline import KnownFinding
    from diplotrips.schema.tree import JsonValue


def read_baseline(path: Path) -> tuple[KnownFinding, ...]:
    """Return the entries of the baseline at *path*, in the order of the file.

    Raises:
        UnreadablePathError: the file cannot be read, is no JSON or no baseline, or a baseline of another version; the first reason is told.
    """
    text = read_text(path, str(path))
    parsed = text if isinstance(text, Parsed) else parse_json(text, str(path))
    if parsed.findings or parsed.node is None:
        problem = parsed.findings[0]
        told = problem.message if problem.code == UNREADABLE_FILE else f"this is no baseline: {problem.message} (line {problem.place.line})"
        raise UnreadablePathError(path, told)
    _refuse_other_versions(path, parsed.value)
    held = hold(parsed.value, parsed.node, Baseline)
    if held.record is None:
        problem = held.findings[0]
        raise UnreadablePathError(path, f"this is no baseline: {problem.message} (line {problem.place.line})")
    return held.record.known


def render_baseline(entries: Sequence[KnownFinding]) -> str:
    """Return the text of a baseline with *entries* in the order given, one a line."""
    lines = [json.dumps(entry.model_dump(), ensure_ascii=False) for entry in entries]
    known = "\n  " + ",\n  ".join(lines) + "\n " if lines else ""
    return f'{{\n "baseline": {BASELINE_VERSION},\n "known": [{known}]\n}}\n'


def _refuse_other_versions(path: Path, value: JsonValue) -> None:
    """Refuse a baseline whose fingerprints may be made in another way."""
    version = value.get("baseline") if isinstance(value, dict) else None
    if isinstance(version, int) and not isinstance(version, bool) and version != BASELINE_VERSION:
        told = f"this is a baseline of version {version}, and this version of diplotrips reads version {BASELINE_VERSION}"
        raise UnreadablePathError(path, f"{told}; remove it and write it anew with --write-baseline")
