"""`diplotrips verify-spans`: hold the spans of the records to their sources."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

from pathlib import Path

import click

from diplotrips.cli.commands.options import FOLDER


@click.command("verify-spans", short_help="Hold the spans of the records to their sources.")
@click.argument("texts", type=FOLDER)
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--write", is_flag=True, help="Keep the hashes of new passages in extract/span_hashes.json.")
def verify_spans(texts: Path, folder: Path, *, write: bool) -> int:
    """Hold every span of the records to copies of the sources, and to the hashes that are kept of the passages.

    TEXTS is a folder with copies of the sources; a copy is known by the SHA-256 that the register of sources has, so its file name does
    not matter. FOLDER is the folder of a dataset project, which has its records in a folder `extract`; without it the current folder is
    meant.

    A kept hash is never changed, only added or, where no record has the span any more, dropped. If a text has changed, correct the span.

    \b
    Examples:
      diplotrips verify-spans articles
      diplotrips verify-spans articles --write

    Exit status: 0 every span that has a copy fits and has its hash, 1 one does not, or there is no copy at all, 2 wrong usage, 3 a folder
    cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.spans import render_verification  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    verification = api.verify_spans(texts, folder, write=write)
    click.echo(render_verification(verification, str(texts)), nl=False)
    return int(not verification.holds)
