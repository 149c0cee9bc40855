"""What is raised: a path or a request that cannot be served.

Whatever is wrong with the *data* is a `Finding` and a value, never an exception; see `diplotrips.findings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MOST_NAMES = 5
"""Known names that a message lists; of more, the nearest are named, or the first."""

_MOST_NEAR = 3
"""Known names that a message offers as the one meant."""


def reason_of(error: OSError, otherwise: str = "") -> str:
    """Return why the operating system refused, in lower case and without a stop; *otherwise* where it gives no reason."""
    return (error.strerror or otherwise or str(error)).lower().rstrip(".")


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
    """The request names something that does not exist; `known` lists what could be meant, and the message names the nearest.

    Where there are many and none is near, it tells the command that lists them all, if there is one.
    """

    def __init__(self, what: str, name: str, known: Sequence[str], listed_by: str = "") -> None:
        super().__init__(what, name, known, listed_by)
        self.what = what
        self.name = str(name)  # who forgets the quotes of a version gives a number
        self.known = tuple(known)
        self.listed_by = listed_by

    @property
    def nearest(self) -> tuple[str, ...]:
        """The known names that were most likely meant, at most three: those that contain the name, then the most similar."""
        import difflib  # noqa: PLC0415  (only a wrong name needs it, and every command imports this module)

        meant, folded = self.name.lower(), {name.lower(): name for name in self.known}
        containing = [name for name in folded if meant and meant in name]
        near = dict.fromkeys([*containing, *difflib.get_close_matches(meant, folded, n=_MOST_NEAR)])
        return tuple(folded[name] for name in near)[:_MOST_NEAR]

    def __str__(self) -> str:
        told = f"no {self.what} is called {self.name}"
        near = self.nearest
        if near and len(self.known) > _MOST_NAMES:
            return f"{told}; did you mean {listed(near, 'or')}?"
        if self.listed_by and len(self.known) > _MOST_NAMES:
            return f"{told}; {self.listed_by} lists them all"
        names = sorted(self.known, key=lambda name: near.index(name) if name in near else len(near))
        if not names:
            return f"{told}; there is none"
        return f"{told}; there {'are' if names[1:] else 'is'} {listed(names, 'and', _MOST_NAMES)}"


class UnusableRequestError(DiplotripsError):
    """The request contradicts itself, or asks for what cannot be; `reason` says how."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


class ExportRefusedError(DiplotripsError):
    """A release cannot be written from these records; `reason` says what has to happen first."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return f"nothing was exported: {self.reason}"


class FetchError(DiplotripsError):
    """A release cannot be had from a registry; nothing of it is kept. `url` is the file or folder that it failed at.

    `version` is empty where none was named and the list of versions could not be had.
    """

    def __init__(self, url: str, version: str, reason: str) -> None:
        super().__init__(url, version, reason)
        self.url = url
        self.version = version
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot fetch {self.version or 'the list of versions'} from {self.url}: {self.reason}"
