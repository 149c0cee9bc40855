"""`diplotrips explain`: print the page of a check."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

import click


@click.command(short_help="Say what a check is for and what to do about it.")
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Print the page of a check: why, what it does not cover, what to do, a wrong and a right example.

    CODE is what a finding shows, such as DT203, or the name of the check. Without it all checks are listed.

    \b
    Examples:
      diplotrips explain
      diplotrips explain DT203
      diplotrips explain two-countries-at-once

    Exit status: 0 it is printed, 2 there is no such check.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.pages import render_list, render_page  # noqa: PLC0415  (`--help` prints sooner than the models are built)

    click.echo(render_page(api.explain(code)) if code else render_list(api.all_checks()), nl=False)
    return 0
