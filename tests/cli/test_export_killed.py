"""`diplotrips export --version` killed at every step: each leaves the old state or the new one, and the next run makes it whole.

A step is a change in the file system, by Python's audit events, so that the more than fifty moments are the same in every run and none is
too short to be hit. Every run is a process of its own that ends by SIGKILL, forked from one that has imported everything already.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.cli.records import RECORDS

from diplotrips.api import export

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MOMENTS = 50
"""Moments at which a run is killed, at least."""

FORKING = """
import json, os, signal, sys
from diplotrips.api import export
from diplotrips.errors import ExportRefusedError

export(".", "../warm")  # everything that is read once is read before the first fork
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
STEPS = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree")

def run(kill_before):
    steps = 0

    def count(event, arguments):
        nonlocal steps
        if not steps and not (event == "os.mkdir" and ".part-" in str(arguments[0])):
            return  # what an earlier run left is tidied away first, which takes as many steps as it takes
        if event in STEPS or (event == "open" and arguments[2] & WRITING):
            steps += 1
            if steps == kill_before:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    try:
        export(".", version="1.0.1")
    except ExportRefusedError as refusal:
        return str(refusal)
    return steps

for line in sys.stdin:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.write(writing, json.dumps(run(int(line))).encode())
        os._exit(0)
    os.close(writing)
    told = os.read(reading, 10_000)
    os.close(reading)
    os.waitpid(child, 0)
    print(told.decode() or '"killed"', flush=True)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the release 1.0.0, and a correction that is to be 1.0.1."""
    for name, text in RECORDS.items():
        path = tmp_path / "extract" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    (tmp_path / "CHANGELOG.md").write_text("## [1.0.1] - 2024-07-01\n- A name.\n\n## [1.0.0] - 2024-06-01\n- All.\n")
    export(tmp_path, version="1.0.0")
    (tmp_path / "extract/people.yaml").write_text(RECORDS["people.yaml"].replace("name: Jane Doe", "name: Jane Døe"))
    return tmp_path


@pytest.fixture
def killed(project: Path) -> Iterator[Callable[[int], object]]:
    """A function that exports 1.0.1 and kills the run before its nth step, never with 0; returns its steps, refusal, or `killed`."""
    with subprocess.Popen(
        [sys.executable, "-c", FORKING], cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        into, out = process.stdin, process.stdout

        def run(step: int) -> object:
            print(step, file=into, flush=True)
            return json.loads(out.readline())

        yield run


def state(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_killed_release_is_there_or_not(project: Path, killed: Callable[[int], object]) -> None:
    """The releases are the old ones or the new ones to the byte; what the run left is gone after the next, and the catalog is right."""
    exports = project / "exports"
    old = state(exports)
    steps = killed(0)
    assert isinstance(steps, int)
    new = state(exports)
    shutil.rmtree(exports / "1.0.1")
    (exports / "catalog.json").write_bytes(old["catalog.json"])
    assert killed(steps // 2) == "killed"
    assert seen_in(exports, old, new) == "old"
    assert killed(0) == steps, "the run after a killed one writes the release"
    assert state(exports) == new
    assert steps >= MOMENTS
    seen = []
    for step in range(1, steps + 1):
        shutil.rmtree(exports / "1.0.1", ignore_errors=True)
        (exports / "catalog.json").write_bytes(old["catalog.json"])

        assert killed(step) == "killed", step
        seen.append(seen_in(exports, old, new))

        if seen[-1] != "old":
            assert killed(0) == "nothing was exported: exports/1.0.1 is release 1.0.1 already, and a release is never changed"
            assert state(exports) == new
    assert list(dict.fromkeys(seen)) == ["old", "new, not listed", "new"], "the steps are fine enough to hit each state"


def seen_in(exports: Path, old: dict[str, bytes], new: dict[str, bytes]) -> str:
    """Return which of the states that are allowed the folder of releases is in."""
    left = [path.name for path in exports.iterdir() if path.name.startswith(".")]
    assert len(left) <= 2, f"what earlier runs left is gone, but there are {left}"
    found = {name: content for name, content in state(exports).items() if not name.startswith(".")}
    states = {"old": old, "new, not listed": {**new, "catalog.json": old["catalog.json"]}, "new": new}
    return next(name for name, allowed in states.items() if found == allowed)
