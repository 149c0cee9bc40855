"""What is asked for, a release and one file of it, and what a place that has releases can do: hand over a file of that size and no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    Told = Callable[[int], None]
    """Is told how many bytes of a file are there by now; fewer than before where it is begun anew."""

CHUNK_BYTES: Final = 65_536
"""Bytes that are taken at once."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file of a registry."""

    path: str
    """Where it lies in the registry: `1.0.0/stops.parquet`."""
    version: str
    """Version that is wanted; empty for the newest, whichever it is."""
    most: int
    """Bytes at most."""
    size: int | None = None
    """Bytes that it has, if they are known; then it has to have just these."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells a release from every other."""

    dataset: str
    version: str
    manifest_sha256: str
    """On which the hashes of all its files rest."""


class Registry(Protocol):
    """A place that holds `catalog.json` and a folder for each version."""

    address: str
    """Folder or address, as messages show it."""

    def shown(self, wanted: Wanted) -> str:
        """Return where a file lies, as messages show it."""
        ...

    def copy(self, wanted: Wanted, into: BinaryIO, told: Told) -> None:
        """Write the file that is wanted to *into*, from its beginning.

        Raises:
            FetchError: it cannot be had, or has another size.
            OSError: *into* cannot be written.
        """
        ...

    def close(self) -> None:
        """Let go of whatever is open."""
        ...
