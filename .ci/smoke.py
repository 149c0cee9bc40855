"""What a user of the wheel does first, in an environment that has the wheel and what it depends on: load, fetch, read an article."""

import hashlib
import os
import socket
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import diplotrips
from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.pipeline import read

WHERE = Path(diplotrips.__file__).parent
RELEASE = WHERE / "release"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Log nothing."""


def hash_of(folder: Path) -> str:
    """Return the hash of the manifest in *folder*, on which those of all its files rest."""
    return hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()


def fetch_from_a_server(version: str) -> None:
    """Fetch the bundled version from a server on this machine, and hold it to the bundled one."""
    with tempfile.TemporaryDirectory() as cache, ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=RELEASE)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        os.environ |= {"DIPLOTRIPS_CACHE": cache, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
        registry = f"http://127.0.0.1:{server.server_port}"
        fetched = diplotrips.fetch(version, registry)
        assert fetched == Path(cache, "diplotrips", version), fetched
        assert hash_of(fetched) == hash_of(RELEASE / version)
        rows = diplotrips.load("stops", version=version, registry=registry).num_rows
        server.shutdown()
    print(f"{version} was fetched from a server with the same hash, {rows} stops")


def closed(*_: object) -> None:
    """Stand in for whatever opens a connection."""
    raise OSError("nothing here may need the network")


def load_without_network() -> None:
    """Load the newest bundled release."""
    stops = diplotrips.load("stops")
    assert stops.num_rows, "the bundled release has no stops"
    print(f"the bundled release {stops.version} has {stops.num_rows} stops")


def read_an_article() -> None:
    """Draft a trip with what the wheel has."""
    dateline = "WELLINGTON, 14 May 2024 (Example) - "
    text = f"{dateline}Foreign Minister Jane Doe of New Zealand arrived in Peru on Monday, and will go on to Chile."
    (trip,) = read(Article(text)).trips
    found = [(stop.country.value, str(stop.first_day and stop.first_day.value)) for stop in trip.stops]
    assert found == [("PE", "2024-05-13"), ("CL", "None")], found
    print(f"an article was read without network: {trip.traveller.value}, {len(trip.stops)} stops")


assert "smoke" in WHERE.parts, f"imported from the checkout: {WHERE}"
assert (WHERE / "py.typed").exists(), "the wheel has no py.typed"
newest = diplotrips.versions()[-1].version
assert (RELEASE / "catalog.json").is_file(), "the wheel has no catalog"
fetch_from_a_server(newest)
socket.socket.connect = closed
load_without_network()
read_an_article()
