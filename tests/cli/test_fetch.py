"""`diplotrips fetch`: what it prints and with which status it leaves; how releases are fetched is tested with the functions."""

from __future__ import annotations

import hashlib
import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from tests.exports.reading.serving import publish, serving

import diplotrips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.cli.records import Ran
    from tests.exports.reading.serving import Server


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server with two releases, and a cache of one's own."""
    monkeypatch.setenv("DIPLOTRIPS_CACHE", str(tmp_path / "cache"))
    for name in ("DIPLOTRIPS_REGISTRY", "DIPLOTRIPS_OFFLINE", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving(publish(tmp_path / "exports", "1.0.0", "1.1.0")) as server:
        yield server


def test_where_it_is_and_how_to_load_it(server: Server, tmp_path: Path, run: Callable[..., Ran]) -> None:
    """Three lines, of which the last works as it stands, and nothing on standard error, which is no terminal."""
    ran = run("fetch", "1.0.0", "--registry", server.address)

    sha256 = hashlib.sha256((server.home / "1.0.0/manifest.json").read_bytes()).hexdigest()
    size = sum(path.stat().st_size for path in (server.home / "1.0.0").iterdir() if path.suffix in {".parquet", ".md"}) + len("[]\n")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"fetched: made-up 1.0.0 in {tmp_path}/cache/made-up/1.0.0: 1 table with 401 rows, 3 files, {size:,} bytes",
        f"the same again, from wherever: --sha256 {sha256}",
        f'to load a table: diplotrips.load("stops", version="1.0.0", registry="{server.address}")',
    ]
    loaded = eval(ran.out.splitlines()[-1].partition(": ")[2], {"diplotrips": diplotrips})  # noqa: S307  (our own line, as a user pastes it)
    assert loaded.num_rows == 401
    again = run("fetch", "1.0.0", "--registry", server.address, "--sha256", sha256, "--offline")
    assert again.out == ran.out.replace("fetched:", "was there:")


def test_into_a_folder(server: Server, tmp_path: Path, run: Callable[..., Ran]) -> None:
    """The line that loads a table reads the file there."""
    ran = run("fetch", "--registry", server.address, "--into", str(tmp_path / "data"))

    line = ran.out.splitlines()[-1]
    assert line == f'to load a table: pandas.read_parquet("{tmp_path}/data/stops.parquet", dtype_backend="pyarrow")'
    assert len(eval(line.partition(": ")[2], {"pandas": pd})) == 402  # noqa: S307  (as above)


def test_what_comes_with_the_package(server: Server, run: Callable[..., Ran]) -> None:
    """It is loaded by its version alone, and no server is asked."""
    ran = run("fetch", "0.1.0")

    assert ran.out.splitlines()[0].startswith("was there: diplotrips 0.1.0 in ")
    assert ran.out.splitlines()[-1] == 'to load a table: diplotrips.load("trips", version="0.1.0")'
    assert server.asked == []


def test_which_there_are(server: Server, run: Callable[..., Ran]) -> None:
    """One line a version, the newest first, with the places where it can be had."""
    run("fetch", "1.0.0", "--registry", server.address)

    lines = run("fetch", "--list", "--registry", server.address).out.splitlines()

    shape = re.compile(r"(\S+ \S+) +(?:\d{4}-\d\d-\d\d|no day told) +[\d,]+ rows +[\d,]+ bytes  (.*)")
    found = {match[1]: match[2] for line in lines if (match := shape.fullmatch(line))}
    assert len(found) == len(lines)
    assert list(found)[:2] == ["made-up 1.1.0", "made-up 1.0.0"]
    assert (found["made-up 1.1.0"], found["made-up 1.0.0"]) == (f"at {server.address}", f"in the cache and at {server.address}")
    assert found["diplotrips 0.1.0"] == "bundled"


def test_the_cache_is_cleared(server: Server, tmp_path: Path, run: Callable[..., Ran]) -> None:
    """What is removed is told, what is not there too."""
    for version in ("1.0.0", "1.1.0"):
        run("fetch", version, "--registry", server.address)

    assert run("fetch", "--clear", "1.0.0").out == f"removed {tmp_path}/cache/made-up/1.0.0\n"
    unknown = run("fetch", "--clear", "1.0.0")
    assert (unknown.status, unknown.err) == (2, "diplotrips: no version in the cache is called 1.0.0; there is 1.1.0\n")
    assert run("fetch", "--clear").out == f"removed {tmp_path}/cache/made-up/1.1.0\n"
    assert run("fetch", "--clear").out == "nothing was in the cache\n"


def test_what_cannot_be_fetched(server: Server, run: Callable[..., Ran]) -> None:
    """One sentence with address and version, and status 3."""
    (server.home / "1.0.0/stops.parquet").unlink()

    ran = run("fetch", "1.0.0", "--registry", server.address)

    reason = f"cannot fetch 1.0.0 from {server.address}/1.0.0/stops.parquet: the server has no such file (404 Not Found)"
    assert (ran.status, ran.out, ran.err) == (3, "", f"diplotrips: {reason}\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["1.0"], "VERSION takes three numbers of at most six digits such as 1.0.0, not 1.0 (diplotrips fetch --help tells more)"),
        (["--list", "1.0.0"], "--list takes no VERSION (diplotrips fetch --help tells more)"),
        (["--list", "--clear"], "--clear takes no --list (diplotrips fetch --help tells more)"),
        (["--clear", "--into", "x"], "--clear takes no --into (diplotrips fetch --help tells more)"),
        (["1.0.0", "--sha256", "x"], "a SHA-256 has 64 digits of 0-9 and a-f, unlike x"),
        (["1.0.0", "--registry", "ftp://x"], "a registry is a folder or an address of http or https, unlike ftp://x"),
    ],
)
def test_wrong_usage(server: Server, run: Callable[..., Ran], arguments: list[str], told: str) -> None:
    """Status 2 and what is wrong; no server is asked."""
    ran = run("fetch", *arguments)

    assert (ran.status, ran.out, ran.err) == (2, "", f"diplotrips: {told}\n")
    assert server.asked == []


def test_nothing_tells_the_newest(server: Server, run: Callable[..., Ran]) -> None:
    """Without a registry that is wrong usage."""
    ran = run("fetch")

    assert ran.status == 2
    assert ran.err.startswith("diplotrips: no registry is named, neither in the request nor by DIPLOTRIPS_REGISTRY, so nothing tells which")
    assert server.asked == []


def test_a_terminal_sees_how_far_it_is(server: Server) -> None:
    """The bar is on standard error, and only what was fetched is on standard output."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "diplotrips", "fetch", "1.0.0", "--registry", server.address]
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, text=True, check=False, env={**os.environ, "NO_PROXY": "*"})
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        shown = terminal.read(65_536)

    assert (ran.returncode, len(ran.stdout.splitlines())) == (0, 3)
    assert "Fetching" not in ran.stdout
    assert b"Fetching" in shown
    assert b"100%" in shown
