"""Writes the expected outputs of the corpus anew after a deliberate change, and prints what changes in them.

`python tests/corpus/write.py [CASE ...]` runs all cases, or those named. Look at every line that it prints: what comes out is only right
if a person says so. It also takes the `also` lines out of `ABOUT` that are not needed any more; all else in a case is written by hand.
`--since COMMIT` first carries over to the damaged files what has changed in the real records since then.
"""

from __future__ import annotations

import argparse
import contextlib
import subprocess
import sys
import tempfile
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.corpus.cases import REAL, ROOT, TODAY, copy_records, names, read_case, run_check

from diplotrips import api

if TYPE_CHECKING:
    from tests.corpus.cases import Case


def write(case: Case, known: frozenset[str]) -> str:
    """Write the expected output of *case* and return how it differs from what was expected before.

    Args:
        case: The case.
        known: Fingerprints of the findings in the real records.
    """
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        case.lay(Path())
        text = run_check(Path()).text
        left = case.unexplained(api.check(Path(), TODAY).open, known)
    about = (case.folder / "ABOUT").read_text(encoding="utf-8").splitlines(keepends=True)
    needed = tuple(f"also {found.code}: " for found in left)
    kept = [line for line in about if not line.startswith("also ") or line.startswith(needed)]
    told = [f"{case.folder.name}: {found} - unexplained\n" for found in left if found.code not in case.also]
    return _replaced(case.folder / "ABOUT", "".join(kept)) + _replaced(case.folder / "findings.txt", text) + "".join(told)


def _replaced(file: Path, text: str) -> str:
    """Write *text* to *file* and return how it differs from what was there."""
    before = file.read_bytes().decode("utf-8") if file.exists() else ""
    file.write_bytes(text.encode())
    name = file.relative_to(ROOT).as_posix()
    return "".join(unified_diff(before.splitlines(keepends=True), text.splitlines(keepends=True), name, name))


def carry_over(case: Case, commit: str) -> None:
    """Carry the changes of the real records since *commit* over to the damaged files of *case*.

    Raises:
        CalledProcessError: a change meets the damage itself; the file then shows both, to be put right by hand.
    """
    for file in sorted(path for path in (case.folder / "extract").rglob("*") if path.is_file()):
        real = REAL / file.relative_to(case.folder / "extract")
        known = subprocess.run(["git", "show", f"{commit}:{real.relative_to(ROOT)}"], cwd=ROOT, capture_output=True, check=False)  # noqa: S607
        if known.returncode == 0 and real.exists() and known.stdout != real.read_bytes():
            with tempfile.NamedTemporaryFile() as base:
                base.write(known.stdout)
                base.flush()
                subprocess.run(["git", "merge-file", str(file), base.name, str(real)], check=True)  # noqa: S607


def main() -> None:
    """Write the cases that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", nargs="*", help="name of a folder below wrong/; all unless given")
    parser.add_argument("--since", metavar="COMMIT", help="first carry over what changed in extract/ since then")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        copy_records(Path("extract"))
        known = frozenset(found.fingerprint for found in api.check(Path(), TODAY).open)
    for name in arguments.case or names():
        case = read_case(name)
        if arguments.since:
            carry_over(case, arguments.since)
        sys.stdout.write(write(case, known))


if __name__ == "__main__":
    main()
