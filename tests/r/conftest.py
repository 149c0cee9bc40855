"""Which packages R has here, the release that the page reads, and a server on loopback that has it and can misbehave."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from tests.r.sessions import PACKAGES, READERS, VERSION, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASKED = """
there <- function(name) requireNamespace(name, quietly = TRUE) || (name == "digest" && getRversion() >= "4.5.0")
asked <- commandArgs(TRUE)
cat(asked[vapply(asked, there, TRUE)])
"""
"""Says which packages are there; one that is only there for SHA-256 counts as there in an R that has it itself."""


@pytest.fixture(scope="session")
def packages() -> tuple[str, ...]:
    """The packages that R has; a test that asks for them is skipped without R, and without what the page always needs."""
    if not shutil.which("Rscript"):
        pytest.skip("needs Rscript")
    command = ["Rscript", "--vanilla", "-e", ASKED, *PACKAGES]
    found = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=environment()).stdout.split()
    if not {"jsonlite", "digest"} <= set(found):
        pytest.skip("needs jsonlite in R, and digest before R 4.5")
    return tuple(found)


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest, packages: tuple[str, ...]) -> str:
    """Every package that reads tables and is there."""
    if request.param not in packages:
        pytest.skip(f"needs {request.param} in R")
    return str(request.param)


@pytest.fixture(scope="session")
def home(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of versions with the release, and the catalog that lists it."""
    folder = tmp_path_factory.mktemp("versions")
    shutil.copytree(root / "exports" / VERSION, folder / VERSION)
    shutil.copy(root / "exports" / "catalog.json", folder)
    return folder


@dataclass(slots=True)
class Registry:
    """A server that has a folder of versions, and what it does wrong."""

    address: str
    asked: list[str] = field(default_factory=list)
    """Paths that were asked for, in order."""
    instead: dict[str, bytes] = field(default_factory=dict)
    """What is sent instead of a file, by path."""
    cut: set[str] = field(default_factory=set)
    """Paths of which only half is sent, then the line is closed."""


@pytest.fixture
def registry(home: Path) -> Iterator[Registry]:
    """A server on loopback that has the release."""

    class Handler(BaseHTTPRequestHandler):
        """Sends files of the folder, or what was asked for instead."""

        def do_GET(self) -> None:
            """Send a file, or 404."""
            told.asked.append(self.path)
            path = home / self.path.lstrip("/")
            content = told.instead.get(self.path, path.read_bytes() if path.is_file() else None)
            if content is None:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if self.path in told.cut else content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name of the parameter above)
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        told = Registry(f"http://127.0.0.1:{server.server_port}")
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield told
        server.shutdown()
        thread.join()
