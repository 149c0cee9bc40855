"""A process of its own that fetches again and again, each time in a child that is killed at another moment, and tells what is left.

Run as `python killing.py REGISTRY CACHE TIMES`; prints one line a kill: `whole`, `none`, or what else was found. Children are forked from
a process without threads, since starting Python fifty times would take longer than all the rest.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from diplotrips.exports.manifest import manifest_hash
from diplotrips.exports.reading.acquiring import is_whole
from diplotrips.exports.reading.fetching import Fetching, fetched

DATASET, NEWEST = "made-up", "1.0.0"


def fetch(registry: str) -> None:
    """Fetch, and leave without another word."""
    fetched(NEWEST, Fetching(registry=registry))
    os._exit(0)


def killed(registry: str, after_s: float) -> bool:
    """Fetch in a child, kill it after so many seconds, and tell whether it was still alive then."""
    child = os.fork()
    if not child:
        fetch(registry)
    time.sleep(after_s)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def state(cache: Path, right: str) -> str:
    """Return what a user of the cache finds: the whole release, none, or something else."""
    found = [path for path in (cache / DATASET).glob("*") if not path.name.startswith(".")]
    if not found:
        return "none"
    return "whole" if [path.name for path in found] == [NEWEST] and is_whole(found[0], right) else f"half: {found}"


def main(registry: str, cache: str, times: str) -> None:
    """Kill so many fetches, spread over the time that one takes and half as much again."""
    home = Path(cache)
    right = ""
    takes_s = 0.0
    for number in range(int(times) + 2):
        if right:
            after_s = 1.5 * takes_s * (number - 1.5) / int(times)
            how = "killed" if killed(registry, after_s) else "finished"
            sys.stdout.write(f"{how} {state(home, right)}\n")
        else:  # the first imports what it needs, the second tells how long one takes
            began = time.monotonic()
            found = fetched(NEWEST, Fetching(registry=registry))
            takes_s, right = time.monotonic() - began, manifest_hash(found.folder) if number else ""
        if (home / DATASET / NEWEST).is_dir():
            (home / DATASET / NEWEST).rename(home / f"done-{number}")


if __name__ == "__main__":
    main(*sys.argv[1:])
