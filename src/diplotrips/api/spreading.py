"""Work on many things at once: in this process or in several, and always the same results in the same order."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Final, TypeVar

from diplotrips.errors import UnusableRequestError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

Result = TypeVar("Result")

_AHEAD: Final = 4
"""Jobs that wait for each process."""


def cores() -> int:
    """Return how many processes can work at once."""
    return os.cpu_count() or 1


def spread(work: Callable[..., Result], jobs: Iterable[tuple[Any, ...]], workers: int) -> Iterator[Result]:
    """Yield what *work* makes of each job, in order, in this process or in several.

    Raises:
        UnusableRequestError: a process came to a sudden end.
    """
    if workers <= 1:
        yield from (work(*job) for job in jobs)
        return
    # New processes, since a copy of one that has threads may wait for ever.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _leave_interruptions)
    waiting: deque[Future[Result]] = deque()
    try:
        for job in jobs:
            waiting.append(pool.submit(work, *job))
            if len(waiting) > _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise UnusableRequestError("a process that read articles came to a sudden end; --workers 1 reads them without others") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interruptions() -> None:
    """Let the process that started this one deal with Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
