"""An import that is killed: at every file that it writes, the records are whole, and the same import finishes them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from diplotrips.extract.reading import read_dataset

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

MAPPING = """\
schema: 1
title: Visits
row: stop
constants: {office: foreign-minister, represents: NZ}
columns: {Who: traveller, Country: country, Dates: dates, Event: event, Met: met}
"""

VISITS = """\
Who,Country,Dates,Event,Met
Jane Doe,Peru,6 May 2024,,
Jane Doe,Brazil,15 March 2021,Forum,Jo Poe
Ann Oe,Chile,2 April 2021,,
"""

COMMAND = ("import", "visits.csv", "--map", "my.yaml", "--today", "2024-06-01")

KILLING = """
import os, signal, sys
from diplotrips import api
from diplotrips.api import importing
from diplotrips.cli import main

def watch(step, left=[]):
    def hook(event, arguments):
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if (writes and os.path.abspath(arguments[0]).startswith(os.getcwd())) or event in ("os.rename", "os.mkdir"):
            left.append(event)
            if len(left) == step:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)

step, killed = 0, True
while killed:
    step += 1
    if not (child := os.fork()):
        os.chdir(str(step))
        sys.stdout = open(os.devnull, "w")
        watch(step)
        main(sys.argv[1:])
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    print(step, flush=True)
"""
"""Runs the command in a copy of the project a step, killed before it takes that step of writing; ends with the first that is not killed."""

MOST_STEPS = 30


def records(project: Path) -> dict[str, bytes]:
    """Return every file that is read as one of records."""
    found = (project / "extract").rglob("*.yaml")
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in sorted(found) if "/." not in path.as_posix()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_before_every_step_of_writing(project: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is the old or the new one, new trips are all there or none and only with their stubs; then the same import finishes."""
    (project / "visits.csv").write_text(VISITS, encoding="utf-8")
    (project / "my.yaml").write_text(MAPPING, encoding="utf-8")
    before = records(project)
    copies = project.parent / f"{project.name}-copies"
    for step in range(1, MOST_STEPS + 1):
        shutil.copytree(project, copies / str(step))
    ran = subprocess.run([sys.executable, "-c", KILLING, *COMMAND], cwd=copies, check=True, capture_output=True, timeout=60)
    steps = [copies / number for number in ran.stdout.decode().split()]
    whole = records(steps[-1])
    new_trips = {name for name in whole if "/visits/" in name}
    registers = {"extract/people.yaml", "extract/sources.yaml", "extract/events.yaml"}
    assert len(new_trips) == 2
    assert {name for name in whole if whole[name] != before.get(name)} == {*new_trips, *registers, "extract/authored/andes.yaml"}
    assert len(steps) > 10

    for killed in steps:
        left = records(killed)
        assert all(content in {before.get(name), whole[name]} for name, content in left.items()), killed.name
        assert new_trips & left.keys() in (set(), new_trips), killed.name
        if new_trips <= left.keys():
            assert {name: left[name] for name in registers} == {name: whole[name] for name in registers}, killed.name
        assert read_dataset(killed).findings == (), killed.name
        monkeypatch.chdir(killed)
        assert run(*COMMAND).status == 0
        assert records(killed) == whole, killed.name
