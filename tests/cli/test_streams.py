"""Whatever becomes of the output, there is no traceback: other encodings, readers that leave, a full disk, an interruption."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.records import RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.records import Ran

PROGRAM = [sys.executable, "-m", "diplotrips"]
NO_COUNTRY = RECORDS["authored/andes.yaml"].replace("{days: 4, span: 0-8}", "{country: ŻŻ, span: 0-8}")
"""An error whose message has letters that ASCII and Latin-1 lack."""


@pytest.fixture
def polish(project: Path) -> Path:
    """The project with an error whose line is not ASCII."""
    (project / "extract/authored/andes.yaml").write_text(NO_COUNTRY, encoding="utf-8")
    return project


def test_letters_that_the_terminal_lacks_are_written_as_codes(polish: Path) -> None:
    """A Latin-1 terminal gets backslashed codes of the letters that it lacks, and the status is that of the findings."""
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    ran = subprocess.run([*PROGRAM, "check"], cwd=polish, env=env, capture_output=True, check=False)

    assert (ran.returncode, ran.stderr) == (1, b"")
    assert rb"\u017b\u017b" in ran.stdout


def test_a_locale_of_c_is_no_trouble(polish: Path) -> None:
    """Without any locale the same is printed, whether Python takes it for UTF-8 or not."""
    for coerced in ("0", "1"):
        env = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": coerced, "PYTHONUTF8": "0"}
        ran = subprocess.run([*PROGRAM, "check"], cwd=polish, env=env, capture_output=True, check=False)

        assert (ran.returncode, ran.stderr, b"1 error, " in ran.stdout) == (1, b"", True)


def test_json_is_utf_8_everywhere(polish: Path) -> None:
    """What programs read does not depend on the terminal."""
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    ran = subprocess.run([*PROGRAM, "check", "--format", "json"], cwd=polish, env=env, capture_output=True, check=False)

    assert "ŻŻ" in json.loads(ran.stdout.decode("utf-8"))["findings"][0]["message"]


@pytest.mark.skipif(os.name != "posix", reason="pipes as POSIX has them")
def test_a_reader_may_leave(project: Path) -> None:
    """Where nobody reads the output any more nothing is said, and the status is that of a broken pipe."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = subprocess.run([*PROGRAM, "check"], cwd=project, stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)

    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(project: Path) -> None:
    """An output that cannot be written leaves with status 3 and a sentence."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*PROGRAM, "check"], cwd=project, stdout=full, stderr=subprocess.PIPE, check=False)

    assert (ran.returncode, ran.stderr.decode()) == (3, "diplotrips: cannot write the output: no space left on device\n")


@pytest.mark.parametrize("signal", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interruption_is_one_line(project: Path, signal: str) -> None:
    """Ctrl-C in the middle of a command, or another request to end, leaves with the status that shells know, and no traceback."""
    interrupt = (
        f"import signal\nfrom diplotrips.api import passages\npassages.find_phrase = lambda *_: signal.raise_signal(signal.{signal})\n"
    )
    code = f"{interrupt}from diplotrips.cli import main\nmain()"
    arguments = ["cite", "extract/people.yaml", "Jane"]
    ran = subprocess.run([sys.executable, "-c", code, *arguments], cwd=project, capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stdout, ran.stderr.strip()) == (130, "", "diplotrips: interrupted")


@pytest.mark.parametrize("module", ["click", "diplotrips.cli.commands", "diplotrips.api", "pydantic"])
def test_an_interrupted_import_is_one_line(project: Path, module: str) -> None:
    """Ctrl-C while modules are imported is told in the same way, even in code that makes another exception of it."""
    code = f"""
import importlib.abc, signal, sys
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == {module!r}:
            try:
                signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt:
                raise RuntimeError
sys.meta_path.insert(0, Finder())
from diplotrips.cli import main
main(["check"])
"""
    ran = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "diplotrips: interrupted\n")


def test_a_closed_output_is_no_trouble(project: Path) -> None:
    """A program without standard output still has its status."""
    code = "import sys\nsys.stdout = None\nfrom diplotrips.cli import main\nmain(['check'])"
    ran = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, check=False)

    assert (ran.returncode, ran.stderr) == (0, b"")


def test_errors_are_told_on_standard_error(project: Path, run: Callable[..., Ran]) -> None:
    """Standard output has the product and nothing else."""
    assert run("check", str(project / "nowhere")).out == ""
