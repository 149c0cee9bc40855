"""Code of others, kept from doing more than fail: whatever it raises becomes one sentence, but for an interruption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.notation.parsed import shown

if TYPE_CHECKING:
    from types import TracebackType


class Contained:
    """Around code of an extractor called *name*: whatever it raises, leaving the program included, is a request that cannot be served."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        if error is not None and not isinstance(error, KeyboardInterrupt):
            raise UnusableRequestError(f"the extractor {self.name} failed: {_told(error)}") from error


def _told(error: BaseException) -> str:
    """Return the kind of *error* and what it says, as far as it can say anything."""
    told = [shown(type(error).__name__)]
    with _Muted():
        told = [shown(": ".join(filter(None, (type(error).__name__, str(error)))))]
    return told[0]


class _Muted:
    """Around a message of others: if it cannot even be made, there is none."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> bool:
        return not isinstance(error, KeyboardInterrupt)
