"""A small registry, and a server on loopback that hands it out and misbehaves wherever a test wants it to."""

from __future__ import annotations

import gzip
import socket
import struct
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from diplotrips.exports.describing.catalog import CATALOG, catalog_json, catalog_of
from diplotrips.exports.manifest import TableEntry, file_entry, new_manifest, write_manifest
from diplotrips.exports.reading.http import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Trick = Callable[["Handler"], None]

DATASET = "made-up"
LIMITS = Limits(attempts=3, pause_s=0.01, longest_pause_s=0.5)
"""Pauses short enough for a test, and time enough for a busy machine to hand over a small file."""

_LONGEST_S = 20
"""No handler waits longer, whatever happens to the test."""


def publish(home: Path, *versions: str, dataset: str = DATASET, rows: int = 400) -> Path:
    """Write releases into *home*, each with another number of stops, and the catalog; return *home*."""
    for number, version in enumerate(versions, start=1):
        folder = home / version
        folder.mkdir(parents=True)
        pq.write_table(table(rows + number), folder / "stops.parquet", compression="none", use_dictionary=False)
        (folder / "stops.json").write_text("[]\n")
        (folder / "CHANGES.md").write_text(f"# {version}\n")
        files = {path.name: file_entry(path, rows + number if path.suffix == ".parquet" else None) for path in sorted(folder.iterdir())}
        tables = {"stops": TableEntry(rows + number, ("stop_id",), "0" * 64)}
        write_manifest(new_manifest(dataset, version, "2026-11-22", tables, files), folder)
    (home / CATALOG).write_bytes(catalog_json(catalog_of(home, {})))
    return home


def table(rows: int) -> pa.Table:
    """Return a table with so many stops."""
    ids = pa.array([f"trip-{number:05}.br" for number in range(rows)])
    return pa.table({"stop_id": ids, "position": pa.array([None, *range(1, rows)], type=pa.int32())})


class Server(ThreadingHTTPServer):
    """A server of the files in *home*; `tricks` has what it does instead, by path; `asked` has the paths that it was asked for."""

    daemon_threads = True

    def __init__(self, home: Path, port: int = 0) -> None:
        self.home = home
        self.tricks: dict[str, Trick] = {}
        self.asked: list[str] = []
        self.stopping = threading.Event()
        super().__init__(("127.0.0.1", port), Handler)

    @property
    def address(self) -> str:
        """Address of the registry."""
        return f"http://127.0.0.1:{self.server_port}/exports"

    def times(self, path: str) -> int:
        """Return how often it was asked for a file of the registry."""
        return self.asked.count(f"/exports/{path}")

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that hang up are what is tested."""


class Handler(BaseHTTPRequestHandler):
    """Answers one connection; a trick where there is one, else the file."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer."""
        self.server.asked.append(self.path)
        self.server.tricks.get(self.path.removeprefix("/exports/"), whole)(self)

    def log_message(self, *_: object) -> None:
        """Log nothing."""

    @property
    def content(self) -> bytes | None:
        """The file that is asked for; None if there is none."""
        path = self.server.home / self.path.removeprefix("/exports/")
        return path.read_bytes() if self.path.startswith("/exports/") and path.is_file() else None

    def head(self, status: int, **headers: str | int) -> None:
        """Send status and headers."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()

    def wait(self, seconds: float = _LONGEST_S) -> None:
        """Wait until the test is over, or so long."""
        self.server.stopping.wait(min(seconds, _LONGEST_S))


def whole(handler: Handler) -> None:
    """Send the file, or that there is none."""
    content = handler.content
    if content is None:
        status(404)(handler)
        return
    handler.head(200, Content_Length=len(content))
    handler.wfile.write(content)


def status(code: int, **headers: str | int) -> Trick:
    """Answer with a status and nothing else."""
    return lambda handler: handler.head(code, Content_Length=0, **headers)


def at_first(trick: Trick, times: int = 1) -> Trick:
    """Do *trick* so many times, then send the file."""
    left = iter([trick] * times)

    def answer(handler: Handler) -> None:
        next(left, whole)(handler)

    return answer


def sends(content: bytes, content_type: str = "application/octet-stream") -> Trick:
    """Send something else."""

    def send(handler: Handler) -> None:
        handler.head(200, Content_Length=len(content), Content_Type=content_type)
        handler.wfile.write(content)

    return send


def changed(change: Callable[[bytes], bytes]) -> Trick:
    """Send the file changed."""
    return lambda handler: sends(change(handler.content or b""))(handler)


def broken_off(handler: Handler) -> None:
    """Send the size of the file and its first hundred bytes."""
    content = handler.content or b""
    handler.head(200, Content_Length=len(content))
    handler.wfile.write(content[:100])
    handler.close_connection = True


def broken_off_without_size(handler: Handler) -> None:
    """Send the first hundred bytes of the file as if that were all."""
    handler.head(200, Connection="close")
    handler.wfile.write((handler.content or b"")[:100])
    handler.close_connection = True


def broken_chunks(handler: Handler) -> None:
    """Send a piece of the file, and never the last one."""
    handler.head(200, Transfer_Encoding="chunked")
    handler.wfile.write(b"64\r\n" + (handler.content or b"")[:100] + b"\r\n")
    handler.close_connection = True


def reset(handler: Handler) -> None:
    """Cut the connection before an answer."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


def compressed(handler: Handler) -> None:
    """Send the file compressed, though nobody asked for it."""
    content = gzip.compress(handler.content or b"")
    handler.head(200, Content_Length=len(content), Content_Encoding="gzip")
    handler.wfile.write(content)


def leads_to(location: str) -> Trick:
    """Send the client elsewhere."""
    return status(302, Location=location)


def stalls(handler: Handler) -> None:
    """Send nothing at all."""
    handler.wait()
    handler.close_connection = True


def drips(handler: Handler) -> None:
    """Send the file byte by byte."""
    content = handler.content or b""
    handler.head(200, Content_Length=len(content))
    _drip(handler, content)


def drips_head(handler: Handler) -> None:
    """Send headers without an end, byte by byte."""
    _drip(handler, b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000)


def drips_chunks(handler: Handler) -> None:
    """Send the file in chunks of a byte."""
    handler.head(200, Transfer_Encoding="chunked")
    _drip(handler, b"1\r\nx\r\n" * 1000)


def _drip(handler: Handler, content: bytes) -> None:
    with suppress(OSError):  # the client has hung up
        for byte in content:
            if handler.server.stopping.wait(0.02):
                break
            handler.wfile.write(bytes([byte]))
    handler.close_connection = True


@contextmanager
def serving(home: Path) -> Iterator[Server]:
    """Serve *home* while the block runs."""
    with Server(home) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.stopping.set()
            server.shutdown()
            thread.join()
