"""What a server can do wrong: each is told with address and version, and nothing of it stays in the cache."""

from __future__ import annotations

import hashlib
import io
import math
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.exports.reading import serving
from tests.exports.reading.serving import LIMITS, changed, leads_to, sends, status

from diplotrips.errors import FetchError
from diplotrips.exports.reading.fetching import Fetching, fetched
from diplotrips.exports.reading.http import HttpRegistry, Limits
from diplotrips.exports.reading.registry import Wanted

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.reading.serving import Server, Trick

PAGE = b"\n <!DOCTYPE html><title>Sign in</title>"
SHORT = Limits(whole_s=0.5, slowest_bytes_a_second=math.inf)
HTML = "an HTML page came instead of the file, as from a page to sign in or from a proxy"


def fetch(server: Server) -> Path:
    """Fetch 1.0.0 from *server* and return its folder."""
    return fetched("1.0.0", Fetching(registry=server.address, limits=LIMITS)).folder


def releases(cache: Path) -> list[str]:
    """Return every file in the cache that is not the catalog of a server."""
    return sorted(str(path.relative_to(cache)) for path in cache.rglob("*") if path.is_file() and path.name != "catalog.json")


@pytest.mark.parametrize(
    ("trick", "reason", "asked"),
    [
        (status(404), "the server has no such file (404 Not Found)", 1),
        (status(410), "the server has no such file (410 Gone)", 1),
        (status(403), "the server answers 403 Forbidden", 1),
        (status(500), "the server answers 500 Internal Server Error", 1),
        (status(599), "the server answers 599", 1),
        (status(204), "the server answers 204 No Content", 1),
        (status(503), "the server answers 503 Service Unavailable, 3 times", 3),
        (status(502), "the server answers 502 Bad Gateway, 3 times", 3),
        (status(504, Retry_After="soon"), "the server answers 504 Gateway Timeout, 3 times", 3),
        (
            status(429, Retry_After=3600),
            "the server answers 429 Too Many Requests and asks to be left alone for 3,600 seconds",
            1,
        ),
        (
            status(503, Retry_After="Thu, 22 Nov 2199 12:00:00 GMT"),
            "the server answers 503 Service Unavailable and asks to be left alone for 31,536,000 seconds",
            1,
        ),
        (status(503, Retry_After="Thu, 99 Nov 99999999999 12:00:00 GMT"), "the server answers 503 Service Unavailable, 3 times", 3),
        (serving.broken_off, "the file breaks off after 100 of {size:,} bytes, 3 times", 3),
        (serving.broken_off_without_size, "the file breaks off after 100 of {size:,} bytes, 3 times", 3),
        (serving.broken_chunks, "the connection broke (the server ended it), 3 times", 3),
        (serving.reset, "the connection broke (connection reset by peer), 3 times", 3),
        (sends(b"<p>Sign in", "Text/HTML; charset=utf-8"), HTML, 1),
        (sends(PAGE), HTML, 1),
        (sends(b""), "the file breaks off after 0 of {size:,} bytes, 3 times", 3),
        (changed(lambda content: content + b"!"), "the file is larger than the {size:,} bytes that it may have", 1),
        (leads_to("http://other.example/stops.parquet"), "the server leads on to another host, other.example, which is not followed", 1),
        (leads_to("//u:p@other.example:8080/x"), "the server leads on to another host, other.example:8080, which is not followed", 1),
        (leads_to("file:///etc/passwd"), "the server leads on to another host, file:///etc/passwd, which is not followed", 1),
        (leads_to("http://[/"), "the server leads on to something that is no address", 1),
        (leads_to("stops.parquet"), "the server leads on from one address to the next, more than 5 times", 6),
    ],
)
def test_a_file_that_cannot_be_had(server: Server, cache: Path, trick: Trick, reason: str, asked: int) -> None:
    """The message names file, version and reason; what may pass was tried again, nothing else; nothing of the release is kept."""
    server.tricks["1.0.0/stops.parquet"] = trick
    size = (server.home / "1.0.0/stops.parquet").stat().st_size

    with pytest.raises(FetchError) as refused:
        fetch(server)

    told = reason.format(size=size)
    assert str(refused.value) == f"cannot fetch 1.0.0 from {server.address}/1.0.0/stops.parquet: {told}"
    assert server.times("1.0.0/stops.parquet") == asked
    assert releases(cache) == []


def test_a_changed_byte(server: Server, home: Path, cache: Path) -> None:
    """A file of the right size with other content is told by both hashes, and not asked for again."""
    server.tricks["1.0.0/stops.json"] = sends(b"[ ]")
    content = (home / "1.0.0/stops.json").read_bytes()
    assert len(content) == 3

    with pytest.raises(FetchError) as refused:
        fetch(server)

    hashes = [hashlib.sha256(value).hexdigest() for value in (b"[ ]", content)]
    reason = f"it is not the file that was released (its SHA-256 is {hashes[0]}, and manifest.json names {hashes[1]})"
    assert str(refused.value) == f"cannot fetch 1.0.0 from {server.address}/1.0.0/stops.json: {reason}"
    assert (server.times("1.0.0/stops.json"), releases(cache)) == (1, [])


@pytest.mark.parametrize(
    ("trick", "limits", "reason"),
    [
        (serving.stalls, Limits(read_s=0.3), "nothing came for 0.3 seconds"),
        (serving.drips, SHORT, "the server is too slow: the file was not there after 0.5 seconds"),
        (serving.drips_head, SHORT, "the server is too slow: the file was not there after 0.5 seconds"),
        (serving.drips_chunks, SHORT, "the server is too slow: the file was not there after 0.5 seconds"),
        (serving.stalls, SHORT, "the server is too slow: the file was not there after 0.5 seconds"),
    ],
)
def test_a_server_that_is_too_slow(server: Server, trick: Trick, limits: Limits, reason: str) -> None:
    """Whether nothing comes or a byte now and then, in the headers or in the file, it is waited for as long as the limits say, once."""
    server.tricks["1.0.0/stops.parquet"] = trick
    wanted = Wanted("1.0.0/stops.parquet", "1.0.0", most=100_000, size=100_000)

    with closing(HttpRegistry(server.address, limits)) as registry, pytest.raises(FetchError) as refused:
        registry.copy(wanted, io.BytesIO(), lambda _: None)

    assert str(refused.value) == f"cannot fetch 1.0.0 from {server.address}/1.0.0/stops.parquet: {reason}"
    assert server.times("1.0.0/stops.parquet") == 1


def test_a_large_file_may_take_longer(server: Server) -> None:
    """By as much as the slowest server that is borne with needs for its size."""
    server.tricks["1.0.0/stops.parquet"] = serving.drips
    size = (server.home / "1.0.0/stops.parquet").stat().st_size
    limits = Limits(whole_s=0.1, slowest_bytes_a_second=size / 0.3)
    wanted = Wanted("1.0.0/stops.parquet", "1.0.0", most=size, size=size)

    with closing(HttpRegistry(server.address, limits)) as registry, pytest.raises(FetchError, match=r"was not there after 0\.4 seconds$"):
        registry.copy(wanted, io.BytesIO(), lambda _: None)
