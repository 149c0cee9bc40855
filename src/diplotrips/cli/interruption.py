"""Ctrl-C at any moment is a sentence and an exit status, also while modules are still being imported.

So is the end of the session or a request to terminate: what was half written is put back before the process is gone.

Light on purpose: only what every start of Python has loaded anyway. Interruptions of a running command end in `program`.
"""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

INTERRUPTED: Final = 130
"""Exit status as shells have it."""

_STANDARD_ERROR: Final = 2

_ENDINGS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))  # Windows has no SIGHUP


@contextmanager
def interruptible() -> Iterator[None]:
    """While the block runs, an interruption leaves with a sentence; of whoever has other plans for that signal nothing is changed."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    try:
        signal.signal(signal.SIGINT, _interrupt)
    except ValueError:  # not the main thread, which alone is interrupted
        yield
        return
    endings = [number for number in _ENDINGS if signal.getsignal(number) is signal.SIG_DFL]  # `nohup` has other plans
    for number in endings:
        signal.signal(number, _interrupt)
    try:
        yield
    except KeyboardInterrupt:
        _leave()
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for number in endings:
            signal.signal(number, signal.SIG_DFL)


def _interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  (as signal handlers are called)
    """Raise as Python does, but leave at once during an import, where code may make another exception of it and nothing is half done."""
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            _leave()
        frame = frame.f_back
    raise KeyboardInterrupt


def _leave() -> NoReturn:
    """Say so and leave, whatever state the interpreter is in."""
    with suppress(OSError):
        os.write(_STANDARD_ERROR, b"diplotrips: interrupted\n")
    os._exit(INTERRUPTED)
