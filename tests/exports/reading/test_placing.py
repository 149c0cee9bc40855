"""A release is in its place whole or not at all: when runs are killed, when two are at work at once, when nothing can be written."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.exports.reading import killing
from tests.exports.reading.serving import publish, serving, whole

import diplotrips
from diplotrips.errors import UnwritablePathError
from diplotrips.exports.reading.fetching import Fetching, fetched
from diplotrips.exports.reading.placing import made_beside, remove

if TYPE_CHECKING:
    from tests.exports.reading.serving import Handler, Server

FETCH = [sys.executable, "-m", "diplotrips", "fetch", "1.0.0", "--registry"]
KILLS = 50


def hidden(folder: Path) -> list[str]:
    """Return what killed runs left in *folder*."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_killed_at_any_moment(tmp_path: Path, cache: Path) -> None:
    """After each of fifty kills the release is there whole, or is not; the next run tidies up, and has it whole."""
    home = publish(tmp_path / "exports", "1.0.0", rows=40_000)
    with serving(home) as server:
        # Later Pythons warn of threads that are not copied; none of those that numpy has is needed here.
        command = [sys.executable, "-W", "ignore::DeprecationWarning", killing.__file__, server.address, str(cache), str(KILLS)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env={**os.environ, "NO_PROXY": "*"})
        lines = ran.stdout.splitlines()
        assert (ran.stderr, len(lines)) == ("", KILLS)
        assert set(lines) <= {"killed none", "killed whole", "finished whole"}
        assert lines.count("killed none") > KILLS // 5, "they were killed too late to tell anything"

        found = fetched("1.0.0", Fetching(registry=server.address))

    assert hidden(found.folder.parent) == []
    assert {path.name for path in found.folder.iterdir()} == {path.name for path in (home / "1.0.0").iterdir()}


def test_two_at_once(server: Server, cache: Path) -> None:
    """Two processes that are in the middle of it together both end well, and there is one whole release and nothing beside it."""
    together = threading.Barrier(2, timeout=60)

    def wait_for_both(handler: Handler) -> None:
        together.wait()
        whole(handler)

    server.tricks["1.0.0/stops.parquet"] = wait_for_both
    environ = {**os.environ, "NO_PROXY": "*"}
    both = [
        subprocess.Popen([*FETCH, server.address], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ) for _ in "ab"
    ]
    outputs = [process.communicate(timeout=120) for process in both]

    assert [process.returncode for process in both] == [0, 0]
    assert [err for _, err in outputs] == ["", ""]
    assert [path.name for path in (cache / "made-up").iterdir()] == ["1.0.0"]
    assert fetched("1.0.0", Fetching(registry=server.address)).was_there
    assert server.times("1.0.0/stops.parquet") == 2


def test_no_room_for_a_file(tmp_path: Path, cache: Path) -> None:
    """Where a file cannot grow any further, that is told with the folder, and nothing is left."""
    home = publish(tmp_path / "exports", "1.0.0", rows=40_000)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    ran = subprocess.run([*FETCH, str(home)], capture_output=True, text=True, check=False, preexec_fn=limited)

    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == f"diplotrips: cannot write {cache}/made-up/1.0.0: file too large\n"
    assert list((cache / "made-up").iterdir()) == []


def test_a_full_disk(tmp_path: Path, cache: Path) -> None:
    """On a disk that fills up while a file is written the same; where none can be made, the test is skipped."""
    home = publish(tmp_path / "exports", "1.0.0", rows=40_000)
    script = 'mount -t tmpfs -o size=3m none "$1" && exec "$2" -m tests.exports.reading.filling "$3"'
    cache.mkdir()
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh", str(cache), sys.executable, str(home)]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    except FileNotFoundError:
        pytest.skip("needs unshare")
    if "unshare" in ran.stderr or "mount" in ran.stderr:
        pytest.skip(f"no disk can be made here: {ran.stderr.strip()}")

    assert ran.stderr == ""
    assert ran.stdout == f"cannot write {cache}/made-up/1.0.0: no space left on device\n[]\n"


def test_a_cache_that_cannot_be_written(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the place; into a folder elsewhere the release is fetched nevertheless."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("DIPLOTRIPS_CACHE", str(tmp_path / "file"))

    with pytest.raises(UnwritablePathError, match=rf"^cannot write {tmp_path}/file/\S+: not a directory$"):
        diplotrips.fetch("1.0.0", server.address)
    assert (tmp_path / "file").read_bytes() == b""


def test_a_run_that_lives_is_not_tidied_away(tmp_path: Path) -> None:
    """What another run holds stays, what nobody holds goes; a folder of somebody else with a name alike stays too."""
    target = tmp_path / "1.0.0"
    for name in (".1.0.0.fetch-deadbeef", ".1.0.0.fetch-dead", ".1.0.0.part-deadbeef"):
        (tmp_path / name / "new").mkdir(parents=True)

    with made_beside(target, Path.is_dir, may_replace=False) as one:
        (one / "one").touch()
        with made_beside(target, Path.is_dir, may_replace=False) as other:
            assert one.is_dir()
            (other / "other").touch()

    assert [path.name for path in target.iterdir()] == ["other"], "the first that is done stays"
    assert sorted(hidden(tmp_path)) == [".1.0.0.fetch-dead", ".1.0.0.part-deadbeef"]


def test_a_folder_is_removed_in_one_step(tmp_path: Path) -> None:
    """Nothing of it is left, and nothing beside it."""
    (tmp_path / "1.0.0").mkdir()
    (tmp_path / "1.0.0/manifest.json").touch()

    remove(tmp_path / "1.0.0")

    assert list(tmp_path.iterdir()) == []
