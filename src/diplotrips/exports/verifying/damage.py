"""What is wrong with a release, as values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.words import number

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong."""

    file: str
    """Name of the file in the folder."""
    reason: str
    """What is wrong with it, in a sentence without a final stop."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found out about a release, or about a folder of releases."""

    folder: Path
    manifest: Manifest | None
    """Its manifest; None of a folder of releases, where the damages are those of the catalog."""
    damages: tuple[Damage, ...]
    """All that is wrong, files first; none where the release is whole and unchanged."""


def with_more(reason: str, count: int) -> str:
    """Return *reason*, which is that of the first of *count* rows, with the number of the others."""
    return f"{reason}; the same with {number(count - 1, 'row')} more" if count > 1 else reason


def unlike(word: str, said: object, told: object, where: str) -> str:
    """Return that a file says *said* under *word*, and the file *where* says *told*; nothing is said where one is None."""
    here = f"no {word}" if said is None else f"{word} {shown(said)}"
    return f"it says {here}, and {where} says {'none' if told is None else shown(told)}"


def shown(value: object) -> str:
    """Return *value* as a message has it, the hash in it shortened."""
    return re.sub(r"(?<![0-9a-f])([0-9a-f]{12})[0-9a-f]{52}(?![0-9a-f])", r"\1…", str(value))
