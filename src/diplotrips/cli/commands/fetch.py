"""`diplotrips fetch`: take a release from a registry; with `--list` and `--clear`, which there are and away with those fetched.

The cache has no command of its own: nothing but fetching fills it.
"""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import FOLDER
from diplotrips.schema.version import DATASET_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def _version(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return *value* if it is three numbers."""
    if value is None or re.fullmatch(DATASET_VERSION, value):
        return value
    raise click.BadParameter(f"takes three numbers of at most six digits such as 1.0.0, not {value}", ctx, param)


@click.command(short_help="Take a release from a registry.")
@click.argument("version", required=False, callback=_version)
@click.option("--registry", metavar="PLACE", help="Folder or address of the registry, instead of that of DIPLOTRIPS_REGISTRY.")
@click.option("--into", type=FOLDER, help="New folder for the files of the release, instead of the cache.")
@click.option("--offline", is_flag=True, help="Ask no server, as with DIPLOTRIPS_OFFLINE=1.")
@click.option("--sha256", metavar="HASH", help="SHA-256 that the manifest of the release has to have.")
@click.option("--list", "is_list", is_flag=True, help="Show which versions there are and where, and fetch none.")
@click.option("--clear", "is_clear", is_flag=True, help="Remove VERSION from the cache, or without it everything.")
@click.pass_context
def fetch(  # noqa: PLR0913  (one argument an option)
    ctx: click.Context,
    version: str | None,
    *,
    registry: str | None,
    into: Path | None,
    offline: bool,
    sha256: str | None,
    is_list: bool,
    is_clear: bool,
) -> int:
    """Take a release from a registry, hold every file to its hash, and keep it in the cache, where diplotrips.load finds it.

    VERSION is such as 1.0.0; without it the newest of the registry is meant. A registry is a folder or an address (http, https) that holds
    catalog.json and a folder for each version, such as the folder exports of a project or a copy of it on a server. None is built in.

    A release is in the cache whole or not at all. What is there already is not fetched again. DIPLOTRIPS_CACHE names another folder
    for the cache.

    \b
    Examples:
      diplotrips fetch 1.0.0 --registry https://example.org/exports
      diplotrips fetch 1.0.0 --into data     the files in a folder of your own
      diplotrips fetch --list                which versions there are
      diplotrips fetch --clear 1.0.0         remove that version from the cache

    Exit status: 0 it is there, 2 wrong usage or no such version, 3 it cannot be fetched or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than pyarrow is imported)
    from diplotrips.cli.answers.fetched import render_cleared, render_fetched, render_offered  # noqa: PLC0415  (as above)

    _refuse_together(ctx)
    if is_clear:
        click.echo(render_cleared(api.clear_cache(version)), nl=False)
        return 0
    if is_list:
        click.echo(render_offered(api.versions(registry, offline=offline or None)), nl=False)
        return 0
    with _bar() as progress:
        fetching = api.Fetching(registry=registry, into=into, offline=offline or None, sha256=sha256, progress=progress)
        found = api.fetched(version, fetching)
    click.echo(render_fetched(found), nl=False)
    return 0


_ALONE = {"is_clear": ("registry", "into", "offline", "sha256", "is_list"), "is_list": ("version", "into", "sha256")}
"""What goes with neither `--clear` nor `--list`."""


def _refuse_together(ctx: click.Context) -> None:
    """Refuse what would have no effect beside `--clear` or `--list`."""
    names = {param.name: param.opts[0] if isinstance(param, click.Option) else param.human_readable_name for param in ctx.command.params}
    for name, others in _ALONE.items():
        other = next((other for other in others if ctx.params[name] and ctx.params[other]), None)
        if other is not None:
            raise click.UsageError(f"{names[name]} takes no {names[other]}", ctx)


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None] | None]:
    """Give what shows how far it is, where there is a terminal to see it; it shows nothing before the first byte is due."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Fetching", file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        yield show
