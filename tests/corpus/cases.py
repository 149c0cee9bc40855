"""The cases of the corpus: what each folder of `wrong/` says of itself, and the damaged dataset that it stands for.

A case is laid over a copy of the real records, so that everything but the damage is as it is in them. What has to come out is asserted in
`test_wrong.py` and written anew by `write.py`; how a case is laid out is told in the README beside this module.
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from diplotrips.cli import main

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from diplotrips.findings import Finding

ROOT: Final = Path(__file__).parents[2]
REAL: Final = ROOT / "extract"
WRONG: Final = Path(__file__).parent / "wrong"
TODAY: Final = date(2026, 11, 22)
"""The day as of which every case is judged."""

_LINE: Final = re.compile(
    r"finds (?P<finds>DT\d{3} \S+:\d+:\d+)(?: against (?P<against>\S+:\d+:\d+))?|also (?P<also>DT\d{3}): (?P<reason>.+)",
)


def copy_records(into: Path) -> None:
    """Copy the real records to *into*, without the drafts of the parser: what these say changes with the parser, not with the records."""
    shutil.copytree(REAL, into, ignore=shutil.ignore_patterns("parsed"))


class Output(NamedTuple):
    """What the command line gives back."""

    text: str
    status: int


@dataclass(frozen=True, slots=True)
class Case:
    """One way in which the real records are damaged."""

    folder: Path
    about: str
    """What was damaged, in one sentence."""

    finds: Mapping[str, str]
    """Code and place of each finding that the damage is there for, such as `DT102 extract/people.yaml:5:7`, with the place of another end
    that it has to name (empty if none is given)."""

    also: Mapping[str, str]
    """Codes of what comes out besides and is marked as no consequence, with the reason."""

    @property
    def expected(self) -> str:
        """The whole output of `diplotrips check` in this case."""
        return (self.folder / "findings.txt").read_bytes().decode("utf-8")

    def lay(self, into: Path) -> None:
        """Copy the real records to the folder *into* and lay this case over them."""
        copy_records(into / "extract")
        if (self.folder / "extract").is_dir():
            shutil.copytree(self.folder / "extract", into / "extract", dirs_exist_ok=True)
        removed = self.folder / "REMOVED"
        for name in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
            (into / name).unlink()

    def unexplained(self, findings: Sequence[Finding], known: Collection[str]) -> list[Finding]:
        """Return those of the open *findings* that this case is not there for and that follow from nothing that it brings about.

        Args:
            findings: All open findings.
            known: Fingerprints of the findings in the real records.
        """
        brought = {found.fingerprint for found in findings} - set(known)
        return [
            found for found in findings if not ({at(found)} & set(self.finds) or found.fingerprint in known or found.because_of in brought)
        ]


def at(found: Finding) -> str:
    """Return code and place of a finding, as `ABOUT` has them."""
    return f"{found.code} {found.place}"


def names() -> list[str]:
    """Return the names of all cases, sorted."""
    return sorted(folder.name for folder in WRONG.iterdir())


def read_case(name: str) -> Case:
    """Return the case in the folder *name* as its file `ABOUT` tells it.

    Raises:
        ValueError: a line of `ABOUT` is not of the form that the README gives.
    """
    file = WRONG / name / "ABOUT"
    about, *rest = file.read_text(encoding="utf-8").splitlines()
    lines = [line for line in map(_LINE.fullmatch, rest) if line]
    if len(lines) < len(rest):
        raise ValueError(file)
    finds = {line["finds"]: line["against"] or "" for line in lines if line["finds"]}
    return Case(WRONG / name, about, finds, {line["also"]: line["reason"] for line in lines if line["also"]})


def run_check(folder: Path) -> Output:
    """Return what `diplotrips check` says of the dataset in *folder*, called from there."""
    arguments = ["check", "--format", "text", "--today", TODAY.isoformat()]
    with io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") as stream:
        with contextlib.chdir(folder), contextlib.redirect_stdout(stream):
            status = _status_of(arguments)
        stream.seek(0)
        return Output(stream.read(), status)


def _status_of(arguments: list[str]) -> int:
    """Return the exit status with which the command line leaves."""
    try:
        main(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0
