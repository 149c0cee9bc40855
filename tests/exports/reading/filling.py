"""Fetches a release to a disk that somebody else fills up meanwhile, and tells what came of it and what is in the cache."""

from __future__ import annotations

import sys
from contextlib import suppress

from diplotrips.errors import UnwritablePathError
from diplotrips.exports.reading.environment import cache_home
from diplotrips.exports.reading.fetching import Fetching, fetched


def fill(done: int, total: int) -> None:
    """When the first byte of how many there are is told, take all the space that is left."""
    if not done and total:
        with suppress(OSError), (cache_home() / "filler").open("wb", buffering=0) as stream:
            while True:
                stream.write(bytes(1000))


def main(registry: str) -> None:
    """Fetch, while `fill` is told how far it is."""
    try:
        fetched("1.0.0", Fetching(registry=registry, progress=fill))
    except UnwritablePathError as error:
        sys.stdout.write(f"{error}\n{sorted(path.name for path in (cache_home() / 'made-up').iterdir())}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
