"""Loading a table: from the package, the cache, a folder or a server, and never anything but what was released."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from tests.exports.reading.serving import publish, serving, table

import diplotrips
from diplotrips.errors import FetchError, UnknownNameError, UnreadablePathError, UnusableRequestError

if TYPE_CHECKING:
    from tests.exports.reading.serving import Server

BUNDLED = Path(__file__).parents[3] / "exports"

WITHOUT_NETWORK = """
import socket, sys
def closed(*_): raise OSError("nothing here may need the network")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = closed
import diplotrips
assert diplotrips.load("stops", version="0.1.0").num_rows == 11
assert diplotrips.fetch("0.1.0").name == "0.1.0"
assert any(offer.bundled for offer in diplotrips.versions())
print(*sorted({"requests", "urllib3", "pandas", "polars"} & set(sys.modules)))
"""

FROM_THE_CACHE = """
import diplotrips
for ask in (diplotrips.load, lambda _, version: diplotrips.fetch(version)):
    try:
        print("had", ask("stops", version="1.0.0"))
    except diplotrips.errors.FetchError as refused:
        print(refused)
"""


def test_what_is_bundled_needs_no_network() -> None:
    """With every way to a socket closed, and without importing what opens them, or data frames before somebody wants one."""
    ran = subprocess.run([sys.executable, "-c", WITHOUT_NETWORK], capture_output=True, text=True, check=False)

    assert (ran.stdout.strip(), ran.stderr) == ("", "")


def test_the_newest_is_the_newest_that_is_bundled(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment names: an analysis does not change with it."""
    monkeypatch.setenv("DIPLOTRIPS_REGISTRY", server.address)

    stops = diplotrips.load("stops")

    assert stops.arrow.equals(pq.read_table(BUNDLED / stops.version / "stops.parquet"))
    assert (stops.dataset, server.asked) == ("diplotrips", [])


def test_from_a_server(server: Server, cache: Path) -> None:
    """A release that is not here is fetched to the cache, once, and its tables are read there."""
    stops = diplotrips.load("stops", version="1.0.0", registry=server.address)
    asked = list(server.asked)

    assert stops.arrow.equals(table(401))
    assert (stops.dataset, stops.version, stops.name) == ("made-up", "1.0.0", "stops")
    assert diplotrips.load("stops", version="1.0.0", registry=server.address).arrow.equals(stops.arrow)
    assert server.asked == asked
    assert (cache / "made-up/1.0.0").is_dir()


def test_the_newest_of_a_server(server: Server) -> None:
    """Without a version, the registry is asked which that is."""
    assert diplotrips.load("stops", registry=server.address).version == "1.1.0"


def test_from_a_folder(home: Path, cache: Path) -> None:
    """A folder is read as it is, without the cache."""
    assert diplotrips.load("stops", registry=home).arrow.equals(table(402))
    assert not cache.exists()


def test_from_the_registry_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A version of the bundled dataset that is neither bundled nor in the cache comes from there; once it is here, from here."""
    home = publish(tmp_path / "exports", "77.0.0", dataset="diplotrips")
    with serving(home) as server:
        monkeypatch.setenv("DIPLOTRIPS_REGISTRY", server.address)
        assert diplotrips.load("stops", version="77.0.0").num_rows == 401
    monkeypatch.delenv("DIPLOTRIPS_REGISTRY")

    assert diplotrips.load("stops", version="77.0.0").num_rows == 401


def test_another_dataset_is_never_taken_for_the_bundled_one(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its registry has to be named in the request, since a version says nothing of the dataset."""
    publish(server.home, "77.0.0")
    monkeypatch.setenv("DIPLOTRIPS_REGISTRY", server.address)

    with pytest.raises(FetchError) as refused:
        diplotrips.load("stops", version="77.0.0")

    reason = "DIPLOTRIPS_REGISTRY has the dataset made-up there, and the package comes with diplotrips"
    assert str(refused.value) == f"cannot fetch 77.0.0 from {server.address}: {reason}; name the registry in the request to have it"
    assert diplotrips.load("stops", version="77.0.0", registry=server.address).dataset == "made-up"


def test_an_unknown_version_names_those_that_are_there() -> None:
    """A version that is neither bundled nor in the cache is answered with those that are."""
    with pytest.raises(UnknownNameError) as unknown:
        diplotrips.load("stops", version="99.0.0")

    assert str(unknown.value).startswith("no version that is bundled or in the cache is called 99.0.0; there ")
    assert "0.1.0" in unknown.value.known


def test_an_unknown_table_names_the_nearest(home: Path) -> None:
    """Of the release that was asked for."""
    with pytest.raises(UnknownNameError, match=r"^no table is called stop; there is stops$"):
        diplotrips.load("stop", registry=home)


def test_offline_no_server_is_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in the cache is loaded; what is not, and a registry that was never asked, are told."""
    monkeypatch.setenv("DIPLOTRIPS_OFFLINE", "1")
    with pytest.raises(FetchError) as never:
        diplotrips.load("stops", version="1.0.0", registry=server.address)
    diplotrips.fetch("1.0.0", server.address, offline=False)
    asked = len(server.asked)

    loaded = diplotrips.load("stops", version="1.0.0", registry=server.address)
    with pytest.raises(FetchError) as absent:
        diplotrips.load("stops", version="1.1.0", registry=server.address)
    with pytest.raises(UnknownNameError, match=r"is called 9\.9\.9; there are 1\.0\.0 and 1\.1\.0$"):
        diplotrips.load("stops", version="9.9.9", registry=server.address)

    told = "offline, no server is asked, and"
    assert str(never.value) == f"cannot fetch 1.0.0 from {server.address}: {told} what this one has was never fetched"
    assert str(absent.value) == f"cannot fetch 1.1.0 from {server.address}: {told} it is not in the cache"
    assert (loaded.num_rows, len(server.asked)) == (401, asked)


def test_offline_says_yes_or_no(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything else is not guessed at."""
    monkeypatch.setenv("DIPLOTRIPS_OFFLINE", "maybe")

    with pytest.raises(UnusableRequestError, match=r"^DIPLOTRIPS_OFFLINE takes 1 or 0, not maybe$"):
        diplotrips.load("stops", version="1.0.0", registry=server.address)
    monkeypatch.setenv("DIPLOTRIPS_OFFLINE", "off")
    assert diplotrips.load("stops", version="1.0.0", registry=server.address).num_rows == 401


def test_damage_in_the_cache_is_told(server: Server) -> None:
    """It gives no rows, but the command that mends it."""
    folder = diplotrips.fetch("1.0.0", server.address)
    shutil.copyfile(folder / "stops.json", folder / "stops.parquet")

    with pytest.raises(UnreadablePathError) as damaged:
        diplotrips.load("stops", version="1.0.0", registry=server.address)

    reason = "it is not the file that 1.0.0 was released with (SHA-256 differs from manifest.json)"
    assert str(damaged.value) == f"cannot read {folder}/stops.parquet: {reason}; diplotrips fetch 1.0.0 fetches it anew"
    diplotrips.fetch("1.0.0", server.address)
    assert diplotrips.load("stops", version="1.0.0", registry=server.address).num_rows == 401


def test_damage_in_a_folder_is_told(home: Path) -> None:
    """A manifest that is not the one of the catalog, and a table that is not the one of the manifest."""
    (home / "1.0.0/stops.parquet").write_bytes(b"PAR1")
    (home / "1.1.0/manifest.json").write_text("{}")

    with pytest.raises(
        UnreadablePathError, match=r"it is not the file that 1\.0\.0 was released with \(SHA-256 differs from manifest\.json\)$"
    ):
        diplotrips.load("stops", version="1.0.0", registry=home)
    with pytest.raises(FetchError) as damaged:
        diplotrips.load("stops", version="1.1.0", registry=home)

    reason = "it is not there, or not the one that catalog.json names by its SHA-256"
    assert str(damaged.value) == f"cannot fetch 1.1.0 from {home}/1.1.0/manifest.json: {reason}"


def test_the_cache_cannot_change_what_the_package_knows(home: Path, cache: Path, tmp_path: Path) -> None:
    """A version that the catalog of the package names, but that is not bundled, is the one of that hash wherever it lies."""
    package, known = tmp_path / "site" / "diplotrips", home / "1.0.0"
    package.mkdir(parents=True)
    for path in Path(diplotrips.__file__).parent.iterdir():
        (package / path.name).symlink_to(path)
    right = hashlib.sha256((known / "manifest.json").read_bytes()).hexdigest()
    shutil.copytree(known, cache / "made-up/1.0.0")
    shutil.rmtree(known)
    home.rename(package / "release")

    def ask() -> list[str]:
        surroundings = os.environ | {"PYTHONPATH": str(package.parent)}
        told = subprocess.run([sys.executable, "-c", FROM_THE_CACHE], capture_output=True, text=True, check=True, env=surroundings)
        return told.stdout.splitlines()

    assert [line[:4] for line in ask() if line.startswith("had ")] == ["had ", "had "]
    shutil.rmtree(cache / "made-up/1.0.0")
    publish(tmp_path / "other", "1.0.0", rows=7)
    shutil.copytree(tmp_path / "other/1.0.0", cache / "made-up/1.0.0")
    found = hashlib.sha256((cache / "made-up/1.0.0/manifest.json").read_bytes()).hexdigest()
    reason = f"its manifest has the SHA-256 {found}, and this package names {right}"
    hint = "diplotrips fetch --clear 1.0.0 removes it from the cache"
    assert ask() == [f"cannot fetch 1.0.0 from {cache}/made-up/1.0.0: {reason}; {hint}"] * 2
