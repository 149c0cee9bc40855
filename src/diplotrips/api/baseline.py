"""The baseline of a check: the file of what is known, written once and shrunk from then on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.checks.registry import BY_CODE
from diplotrips.checks.reporting.baseline import compare, known_findings
from diplotrips.errors import UnreadablePathError, UnusableRequestError, UnwritablePathError
from diplotrips.extract.baselines import read_baseline, render_baseline
from diplotrips.findings import Severity
from diplotrips.replacing import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.findings import Finding
    from diplotrips.schema.baseline import KnownFinding


@dataclass(frozen=True, slots=True)
class BaselineUse:
    """A file of known findings, and what a run does with it."""

    path: Path
    write: bool = False
    """Whether the file, which is not there yet, is written with everything that is open now."""
    update: bool = False
    """Whether entries that are found no more are dropped; none is ever added."""

    @classmethod
    def of(cls, path: Path | str | None, *, write: bool = False, update: bool = False) -> BaselineUse | None:
        """Return the baseline at *path*, None for none.

        Raises:
            UnusableRequestError: a baseline is to be written and updated at once, or there is none to write or update.
        """
        if write and update:
            raise UnusableRequestError("a baseline is either written or updated: it is written once, and only shrinks from then on")
        if path is None and (write or update):
            raise UnusableRequestError(f"there is no baseline to {'write' if write else 'update'}: its file is not named")
        return None if path is None else cls(Path(path), write, update)


@dataclass(frozen=True, slots=True)
class Known:
    """What a run did with its baseline."""

    path: Path
    findings: tuple[Finding, ...]
    """All findings, those that are known marked."""
    written: int | None = None
    """Entries of the baseline, if it was written."""
    gone: int = 0
    """Entries of which nothing open was found, nor anything new of the same code, record and field."""
    changed: int = 0
    """Entries in whose place something new of the same code, record and field was found."""
    dropped: bool = False
    """Whether these were dropped from the file."""
    withheld: bool = False
    """Whether they were to be dropped and were not, since new errors may hide what they stand for."""


def hold_against(findings: Sequence[Finding], baseline: BaselineUse) -> Known:
    """Hold *findings* against *baseline*, and write or shrink its file if that is wanted.

    Raises:
        UnreadablePathError: the file cannot be read, is no baseline, or one of another version.
        UnwritablePathError: the file cannot be written, or is to be written and is there already.
    """
    if baseline.write:
        entries = known_findings(findings)
        _write_new(baseline.path, render_baseline(entries))
        return Known(baseline.path, compare(findings, entries).findings, written=len(entries))
    compared = compare(findings, _entries(baseline.path))
    known = Known(baseline.path, compared.findings, gone=len(compared.gone), changed=len(compared.changed))
    if not baseline.update or not (compared.gone or compared.changed):
        return known
    if any(_is_new_error(found) for found in compared.findings):
        return replace(known, withheld=True)
    write_whole(baseline.path, render_baseline(compared.kept).encode())
    return replace(known, dropped=True)


def _entries(path: Path) -> Sequence[KnownFinding]:
    """Return the entries of the baseline at *path*; where there is none, say how one is written."""
    if not path.exists() and not path.is_symlink():
        raise UnreadablePathError(path, "there is no such baseline; diplotrips check --write-baseline writes it")
    entries = read_baseline(path)
    if unknown := next((entry.code for entry in entries if entry.code not in BY_CODE), ""):
        raise UnreadablePathError(path, f"this is no baseline of this version of diplotrips: no check has the code {unknown}")
    return entries


def _write_new(path: Path, text: str) -> None:
    """Write a baseline that is not there yet."""
    if path.exists() or path.is_symlink():
        raise UnwritablePathError(path, "it is there already, and a baseline never grows; --update-baseline drops what is found no more")
    write_whole(path, text.encode())


def _is_new_error(found: Finding) -> bool:
    return found.severity is Severity.ERROR and not found.known and not found.settled_by
