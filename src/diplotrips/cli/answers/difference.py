"""What changed between two states of a dataset: for people, for a comment on a change, and for programs."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Final

import click

from diplotrips import api
from diplotrips.cli.answers.comment import render_comment
from diplotrips.cli.columns import one_line
from diplotrips.cli.render import write_file
from diplotrips.exports.comparing.outline import sections, step, summary
from diplotrips.exports.comparing.sentences import sentence
from diplotrips.version import __version__
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from diplotrips.exports.comparing import Change, Comparison

WIDEST: Final = 110
"""Columns of a line."""

DIFF_VERSION: Final = 1
"""Version of the report's shape; raised when a key goes or changes its meaning."""

_COLOURS: Final = {"+": "green", "-": "red", "~": "yellow"}


def render_difference(comparison: Comparison, form: str, *, colour: bool = False) -> str | bytes:
    """Return *comparison* in the format *form*: as bytes in UTF-8 but for `text`, which has the encoding of the terminal."""
    if form == "text":
        return render_text(comparison, colour=colour)
    told = render_json(comparison) if form == "json" else render_comment(comparison)
    return told.encode("utf-8", "replace")


def write_difference(comparison: Comparison, outputs: Iterable[tuple[str, Path]], root: Path) -> None:
    """Write *comparison* to each of *outputs*, a format and a file, whose folder is made if it is not there.

    Raises:
        UnwritablePathError: a file cannot be written, or lies among the records of the project in *root*; it is as it was.
    """
    records = (
        root if root.resolve().name == "extract" else root / "extract"
    ).resolve()  # two releases can be compared where there are none
    for form, path in outputs:
        told = api.changes_parquet(comparison) if form == "parquet" else render_difference(comparison, form)
        write_file(path, records, told if isinstance(told, bytes) else told.encode("utf-8", "replace"))


def render_text(comparison: Comparison, *, colour: bool = False) -> str:
    """Return the changes section by section with `+`, `-` and `~` before them, and the summary below."""
    lines = [line for section in sections(comparison) for line in [section.title, *_lines(section.lines, colour=colour), ""]]
    return "\n".join([*lines, *_summary(comparison)]) + "\n"


def render_json(comparison: Comparison) -> str:
    """Return the changes as JSON, whose shape is published as `schema/diff.schema.json`."""
    counts: dict[str, int] = {}
    for change in comparison.changes:
        counts[str(change.kind)] = counts.get(str(change.kind), 0) + 1
    told = {
        "diff": DIFF_VERSION,
        "package": __version__,
        "before": comparison.before,
        "after": comparison.after,
        "since_version": comparison.since_version,
        "identical": not comparison.differs,
        "level": comparison.level.word if comparison.level else None,
        "tables": comparison.n_tables,
        "rows": comparison.n_rows,
        "counts": dict(sorted(counts.items())),
        "changes": [_change(change) for change in comparison.changes],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _summary(comparison: Comparison) -> Iterator[str]:
    """Return how much changed, and which version that takes."""
    states = f"{comparison.before} -> {comparison.after}"
    if not comparison.differs:
        yield one_line(f"{states}: the same, {number(comparison.n_tables, 'table')} with {number(comparison.n_rows, 'row')}")
        return
    yield _wrapped(f"{states}: {listed(summary(comparison), 'and')}", "", "  ")
    yield _wrapped(f"a release of this takes {step(comparison)}", "", "  ")


def _lines(lines: Iterable[tuple[str, str]], *, colour: bool) -> Iterator[str]:
    for mark, text in lines:
        sign = click.style(mark, fg=_COLOURS[mark], bold=True) if colour else mark
        yield _wrapped(text, "    ", "      ").replace("    ", f"  {sign} ", 1)


def _wrapped(text: str, first: str, other: str) -> str:
    """Return *text* in lines that fit a terminal."""
    return textwrap.fill(
        one_line(text), WIDEST, initial_indent=first, subsequent_indent=other, break_on_hyphens=False, break_long_words=False
    )


def _change(change: Change) -> dict[str, object]:
    """Return one change with all that is told of it."""
    return {
        "kind": str(change.kind),
        "level": change.level.word,
        "table": change.table,
        "row": change.row_key,
        "record": change.record_id,
        "record_kind": change.record_kind,
        "trip": change.trip_id,
        "field": change.field_name,
        "source": change.source_id,
        "finding": change.finding_code,
        "before": change.before,
        "after": change.after,
        "successor": change.successor_id,
        "because": change.because,
        "rows": change.n_rows,
        "message": sentence(change),
    }
