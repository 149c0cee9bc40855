"""What is raised: a path or a request that cannot be served.

Whatever is wrong with the *data* is a `Finding` and a value, never an exception; see `diplotrips.findings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class DiplotripsError(Exception):
    """Root of everything that this package raises on purpose."""


class UnreadablePathError(DiplotripsError):
    """A path named in the request cannot be read; `path` and `reason` say which and why."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot read {self.path}: {self.reason}"


class UnwritablePathError(DiplotripsError):
    """A path named in the request cannot be written; nothing is left half done."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot write {self.path}: {self.reason}"


class UnknownNameError(DiplotripsError):
    """The request names something that does not exist; `known` lists what could be meant."""

    def __init__(self, what: str, name: str, known: Sequence[str]) -> None:
        super().__init__(what, name, known)
        self.what = what
        self.name = name
        self.known = tuple(known)

    def __str__(self) -> str:
        return f"no {self.what} is called {self.name}; there are {', '.join(self.known)}"


class ExportRefusedError(DiplotripsError):
    """A release cannot be written from these records; `reason` says what has to happen first."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return f"nothing was exported: {self.reason}"
