"""What is in the cache, what can be had besides, and clearing the one without touching anything else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.exports.reading.serving import publish, sends

import diplotrips
from diplotrips.errors import FetchError, UnknownNameError, UnreadablePathError
from diplotrips.exports.reading.cache import clear_cache
from diplotrips.exports.reading.environment import cache_home

if TYPE_CHECKING:
    from tests.exports.reading.serving import Server


def offered(registry: str | Path | None = None, *, offline: bool | None = None) -> dict[str, tuple[bool, bool, str]]:
    """Return where each version of the made-up dataset can be had: bundled, in the cache, at which registry."""
    found = [offer for offer in diplotrips.versions(registry, offline=offline) if offer.dataset == "made-up"]
    return {offer.version: (offer.bundled, offer.cached, offer.registry) for offer in found}


def test_versions_of_everywhere(server: Server) -> None:
    """Those at the registry, and which of them are in the cache; with size and hash; offline as they were when it was asked."""
    diplotrips.fetch("1.0.0", server.address)

    assert offered(server.address) == {"1.0.0": (False, True, server.address), "1.1.0": (False, False, server.address)}
    assert offered() == {"1.0.0": (False, True, "")}
    publish(server.home, "1.2.0")
    assert list(offered(server.address, offline=True)) == ["1.0.0", "1.1.0"]
    assert list(offered(server.address)) == ["1.0.0", "1.1.0", "1.2.0"]
    newest = diplotrips.versions(server.address)[-1]
    assert (newest.rows, newest.date, len(newest.manifest_sha256)) == (401, None, 64)


def test_versions_that_are_bundled() -> None:
    """Those of the package come without any registry, with their day where its catalog tells it."""
    (first, *_) = diplotrips.versions()

    assert (first.dataset, first.version, first.bundled, first.cached, first.registry) == ("diplotrips", "0.1.0", True, False, "")
    assert first.rows == 1_753
    assert first.bytes == 798_728


def test_versions_of_a_registry_that_cannot_be_read(server: Server) -> None:
    """That is an error, never a shorter list; offline, so is a server that was never asked."""
    with pytest.raises(FetchError) as never:
        diplotrips.versions(server.address, offline=True)
    server.tricks["catalog.json"] = sends(b"{}")
    with pytest.raises(FetchError) as refused:
        diplotrips.versions(server.address)

    told = "cannot fetch the list of versions from"
    assert str(never.value) == f"{told} {server.address}: offline, no server is asked, and what this one has was never fetched"
    assert str(refused.value) == f"{told} {server.address}/catalog.json: it is not the catalog of a dataset"


def test_one_version_is_cleared(server: Server, cache: Path) -> None:
    """It is gone, the other stays; a version that is not there is told, with those that are."""
    for version in ("1.0.0", "1.1.0"):
        diplotrips.fetch(version, server.address)

    assert clear_cache("1.0.0") == (cache / "made-up/1.0.0",)
    with pytest.raises(UnknownNameError, match=r"^no version in the cache is called 1\.0\.0; there is 1\.1\.0$"):
        clear_cache("1.0.0")
    assert [path.name for path in (cache / "made-up").iterdir()] == ["1.1.0"]


def test_everything_is_cleared(server: Server, cache: Path) -> None:
    """Releases, damaged ones too, what killed runs left, and what is known of servers; then nothing is there."""
    for version in ("1.0.0", "1.1.0"):
        diplotrips.fetch(version, server.address)
    (cache / "made-up/1.0.0/manifest.json").write_text("{}")
    (cache / "made-up/.1.2.0.fetch-deadbeef/new").mkdir(parents=True)

    assert clear_cache() == (cache / "made-up/1.0.0", cache / "made-up/1.1.0")
    assert list(cache.iterdir()) == []
    assert clear_cache() == ()


def test_nothing_of_somebody_is_cleared(server: Server, cache: Path) -> None:
    """Whatever was put into the folder of the cache by others stays, versions of something else among it."""
    diplotrips.fetch("1.0.0", server.address)
    for path in ("notes.txt", "made-up/notes.txt", "made-up/2.0.0/notes.txt", "node/1.0.0/package.json"):
        (cache / path).parent.mkdir(parents=True, exist_ok=True)
        (cache / path).touch()
    (cache / "made-up/3.0.0").symlink_to(server.home / "1.0.0")

    clear_cache()

    left = sorted(str(path.relative_to(cache)) for path in cache.rglob("*") if path.is_file() and path.parent.name != "3.0.0")
    assert left == ["made-up/2.0.0/notes.txt", "made-up/notes.txt", "node/1.0.0/package.json", "notes.txt"]
    assert (cache / "made-up/3.0.0").is_symlink()
    assert (server.home / "1.0.0/manifest.json").is_file()


def test_a_cache_that_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no versions, and nothing to clear."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("DIPLOTRIPS_CACHE", str(tmp_path / "file"))

    assert offered() == {}
    assert clear_cache() == ()


def test_a_damaged_release_in_the_cache_is_told(server: Server, cache: Path) -> None:
    """A list without it would be wrong."""
    diplotrips.fetch("1.0.0", server.address)
    (cache / "made-up/1.0.0/manifest.json").write_text("{}")

    with pytest.raises(UnreadablePathError, match=r"made-up/1\.0\.0/manifest\.json: it is not the manifest of a release$"):
        diplotrips.versions()


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the environment says, from the home folder if it says so; else where the system keeps such things."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("DIPLOTRIPS_CACHE", "~/kept")
    assert cache_home() == tmp_path / "kept"
    monkeypatch.setenv("DIPLOTRIPS_CACHE", "kept")
    assert cache_home() == Path("kept").absolute()
    monkeypatch.delenv("DIPLOTRIPS_CACHE")
    assert cache_home().name == "diplotrips"
    assert cache_home().is_relative_to(tmp_path)
