"""What passes: after a fault that is over, a fetch goes well as if nothing had been."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.exports.reading import serving
from tests.exports.reading.serving import LIMITS, at_first, leads_to, status

from diplotrips.exports.reading.acquiring import is_whole
from diplotrips.exports.reading.fetching import Fetching, fetched

if TYPE_CHECKING:
    from tests.exports.reading.serving import Server, Trick


@pytest.mark.parametrize("path", ["catalog.json", "1.0.0/manifest.json", "1.0.0/stops.parquet"])
@pytest.mark.parametrize(
    "trick",
    [
        status(503),
        status(429, Retry_After="0"),
        status(502, Retry_After="Sun, 22 Nov 2015 12:00:00 GMT"),
        serving.reset,
        serving.broken_chunks,
        serving.broken_off,
    ],
)
def test_a_fault_that_is_over(server: Server, trick: Trick, path: str) -> None:
    """Twice in a row for one file, then it comes."""
    server.tricks[path] = at_first(trick, 2)

    found = fetched("1.0.0", Fetching(registry=server.address, limits=LIMITS))

    assert is_whole(found.folder, found.manifest_sha256)
    assert server.times(path) == 3


def test_how_far_it_is_where_a_file_is_begun_anew(server: Server) -> None:
    """What came before the fault counts once."""
    server.tricks["1.0.0/stops.parquet"] = at_first(serving.broken_off_without_size)
    told: list[tuple[int, int]] = []

    fetched("1.0.0", Fetching(registry=server.address, limits=LIMITS, progress=lambda done, total: told.append((done, total))))

    done, total = zip(*told, strict=True)
    assert done[3] - done[2] == 100
    assert done[-1] == max(done) == total[-1]


def test_a_redirect_within_the_host_is_followed(server: Server) -> None:
    """To another path of the same host, by a path or a whole address."""
    server.tricks["1.0.0/stops.parquet"] = leads_to("/exports/1.0.0/moved.parquet")
    server.tricks["1.0.0/moved.parquet"] = leads_to(f"{server.address}/1.0.0/again.parquet")
    (server.home / "1.0.0/again.parquet").write_bytes((server.home / "1.0.0/stops.parquet").read_bytes())

    found = fetched("1.0.0", Fetching(registry=server.address, limits=LIMITS))

    assert is_whole(found.folder, found.manifest_sha256)
    assert not (found.folder / "again.parquet").exists()


def test_a_file_that_comes_compressed(server: Server) -> None:
    """Some servers do that unasked; what counts is what was compressed."""
    server.tricks["1.0.0/stops.parquet"] = serving.compressed

    found = fetched("1.0.0", Fetching(registry=server.address, limits=LIMITS))

    assert is_whole(found.folder, found.manifest_sha256)
