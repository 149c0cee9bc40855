"""What of a registry is believed: hashes from the catalog down, what the package knows, and no name that leads out of a folder."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.exports.reading.serving import publish, sends, serving

import diplotrips
from diplotrips.errors import FetchError, UnwritablePathError
from diplotrips.exports.manifest import MANIFEST
from diplotrips.exports.reading.local import vouched_hash

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.exports.reading.serving import Server


def forge(home: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the manifest of 1.0.0, and the catalog so that it names the hash of the changed one."""
    path = home / "1.0.0" / MANIFEST
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest = json.loads(path.read_bytes())
    change(manifest)
    path.write_text(json.dumps(manifest))
    catalog = home / "catalog.json"
    catalog.write_text(catalog.read_text().replace(before, hashlib.sha256(path.read_bytes()).hexdigest()))


def renamed(name: str) -> Callable[[dict[str, Any]], object]:
    """Return what gives a file another name in a manifest."""
    return lambda manifest: manifest["files"].update({name: manifest["files"].pop("stops.json")})


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (renamed("../stops.json"), "it names '../stops.json', which is no name for a file of a release"),
        (renamed("/tmp/stops.json"), "it names '/tmp/stops.json', which is no name for a file of a release"),  # noqa: S108
        (renamed("a/b.json"), "it names 'a/b.json', which is no name for a file of a release"),
        (renamed("a\\b.json"), "it names 'a\\\\b.json', which is no name for a file of a release"),
        (renamed("a\0.json"), "it names 'a\\x00.json', which is no name for a file of a release"),
        (renamed(".hidden"), "it names '.hidden', which is no name for a file of a release"),
        (renamed(".."), "it names '..', which is no name for a file of a release"),
        (renamed("c:stops.json"), "it names 'c:stops.json', which is no name for a file of a release"),
        (renamed("SHA256SUMS"), "it names 'SHA256SUMS', which is no name for a file of a release"),
        (renamed("Stops.parquet"), "it names two files that differ in capitals only"),
        (lambda manifest: manifest["files"]["stops.json"].update(bytes=-1), "it gives stops.json a size of -1 bytes"),
        (lambda manifest: manifest.update(dataset="other"), "it is the manifest of other 1.0.0, not of made-up 1.0.0"),
        (lambda manifest: manifest.update(dataset_version="2.0.0"), "it is the manifest of made-up 2.0.0, not of made-up 1.0.0"),
        (lambda manifest: manifest["files"].pop("stops.parquet"), "it names no file of the table stops"),
        (lambda manifest: manifest.update(tables={}, files={}), "it names no table"),
        (lambda manifest: manifest.pop("files"), "it is not the manifest of a release"),
        (lambda manifest: manifest.update(more=1), "it is not the manifest of a release"),
    ],
)
def test_a_forged_manifest(home: Path, tmp_path: Path, change: Callable[[dict[str, Any]], object], reason: str) -> None:
    """Though its hash is that of the catalog, nothing that it names is written, inside or outside of the cache."""
    forge(home, change)
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(FetchError) as refused:
        diplotrips.fetch("1.0.0", home)

    assert str(refused.value) == f"cannot fetch 1.0.0 from {home}/1.0.0/manifest.json: {reason}"
    assert [path for path in sorted(tmp_path.rglob("*")) if path not in before] == [tmp_path / "cache", tmp_path / "cache/made-up"]


def test_a_release_larger_than_the_disk(home: Path, cache: Path) -> None:
    """Before the first byte of its tables is fetched, that is said."""
    forge(home, lambda manifest: manifest["files"]["stops.json"].update(bytes=10**18))

    told = r"the release takes 1,000,000,000,000,00\d,\d{3} bytes, and [\d,]+ are free"
    with pytest.raises(UnwritablePathError, match=rf"made-up/1\.0\.0: {told}$"):
        diplotrips.fetch("1.0.0", home)

    assert list((cache / "made-up").iterdir()) == []


def test_a_manifest_that_is_not_that_of_the_catalog(server: Server, cache: Path) -> None:
    """It is refused by its hash, however good it looks."""
    content = (server.home / "1.1.0/manifest.json").read_bytes()
    server.tricks["1.0.0/manifest.json"] = sends(content)

    with pytest.raises(FetchError) as refused:
        diplotrips.fetch("1.0.0", server.address)

    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(server.home.glob("*/manifest.json"))]
    reason = f"it is not the file that was released (its SHA-256 is {hashes[1]}, and catalog.json names {hashes[0]})"
    assert str(refused.value) == f"cannot fetch 1.0.0 from {server.address}/1.0.0/manifest.json: {reason}"
    assert list((cache / "made-up").iterdir()) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{}", "it is not the catalog of a dataset"),
        (b"[1, 2", "it is not the catalog of a dataset"),
        (b"\xff\xfe", "it is not the catalog of a dataset"),
        (b"[" * 100_000, "it is not the catalog of a dataset"),
        (b'{"dataset": "../x", "versions": []}', "it tells no name of a dataset"),
        (b'{"dataset": "", "versions": []}', "it tells no name of a dataset"),
        (b'{"dataset": "' + b"x" * 81 + b'", "versions": []}', "it tells no name of a dataset"),
        (b"<html><body>Welcome</body></html>", "an HTML page came instead of the file, as from a page to sign in or from a proxy"),
        (b" " * (16 * 1024 * 1024 + 1), "the file is larger than the 16,777,216 bytes that it may have"),
    ],
)
def test_what_is_no_catalog(server: Server, cache: Path, content: bytes, reason: str) -> None:
    """A server that hands out something else has no versions, and nothing of it is remembered."""
    server.tricks["catalog.json"] = sends(content)

    with pytest.raises(FetchError) as named:
        diplotrips.fetch("1.0.0", server.address)
    with pytest.raises(FetchError) as newest:
        diplotrips.fetch(registry=server.address)

    assert str(named.value) == f"cannot fetch 1.0.0 from {server.address}/catalog.json: {reason}"
    assert str(newest.value) == f"cannot fetch the list of versions from {server.address}/catalog.json: {reason}"
    assert not cache.exists()


def test_a_server_cannot_change_what_the_package_knows(tmp_path: Path, cache: Path, root: Path) -> None:
    """A version that is bundled has the manifest that is bundled, whatever the catalog of a server says."""
    home = publish(tmp_path / "forged", "0.1.0", dataset="diplotrips")

    with serving(home) as server, pytest.raises(FetchError) as refused:
        diplotrips.fetch("0.1.0", server.address)

    forged, right = (hashlib.sha256((folder / "0.1.0/manifest.json").read_bytes()).hexdigest() for folder in (home, root / "exports"))
    reason = f"its manifest has the SHA-256 {forged}, and this package names {right}"
    assert str(refused.value) == f"cannot fetch 0.1.0 from {server.address}/0.1.0: {reason}"
    assert not (cache / "diplotrips").exists()


def test_a_bundled_catalog_vouches_for_versions_that_are_not_bundled(home: Path) -> None:
    """By the catalog alone, of the same dataset only."""
    right = hashlib.sha256((home / "1.0.0/manifest.json").read_bytes()).hexdigest()
    (home / "1.0.0").rename(home / "elsewhere")

    assert vouched_hash(home, "made-up", "1.0.0") == right
    assert vouched_hash(home, "other", "1.0.0") is None
    assert vouched_hash(home, "made-up", "1.2.0") is None
    assert vouched_hash(home / "elsewhere", "made-up", "1.0.0") is None
