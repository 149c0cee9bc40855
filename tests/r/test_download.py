"""The page's download gives the whole version or an error that names it and its address, and then leaves nothing behind."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from tests.r.sessions import VERSION, answer, below

from diplotrips.api import verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.r.conftest import Registry

MADE = below("A version from a server")[:1]
"""The block that defines the functions."""

MANIFEST = f"/{VERSION}/manifest.json"
TRIPS = f"/{VERSION}/trips.parquet"
CATALOG = "/catalog.json"
HASHES = f"/{VERSION}/SHA256SUMS"
OTHER = "its SHA-256 is not the one that was released"


@pytest.fixture
def fetched(packages: tuple[str, ...], registry: Registry, tmp_path: Path) -> Callable[..., str]:
    """A function that fetches the version in R in the folder `tmp_path / "here"`, and returns the folder's name or the error."""
    here = tmp_path / "here"
    here.mkdir()
    assert packages

    def fetch(asked: str = 'fetch_release("1.1.0")') -> str:
        code = f'setwd("here"); cat(tryCatch({asked}, error = conditionMessage))'
        return answer(MADE, code, tmp_path, DIPLOTRIPS_REGISTRY=registry.address)

    return fetch


def left(tmp_path: Path) -> list[str]:
    """Return what lies in the folder into which was fetched."""
    return sorted(path.name for path in (tmp_path / "here").iterdir())


def test_the_whole_version_comes_once(fetched: Callable[..., str], registry: Registry, home: Path, tmp_path: Path) -> None:
    """All files of the manifest and its hashes are there, byte for byte, so that the folder verifies; it is not asked for again."""
    files = json.loads((home / VERSION / "manifest.json").read_bytes())["files"]

    assert fetched() == VERSION
    assert {path.name: path.read_bytes() for path in (tmp_path / "here" / VERSION).iterdir()} == {
        name: (home / VERSION / name).read_bytes() for name in ("manifest.json", "SHA256SUMS", *files)
    }
    assert registry.asked == [CATALOG, MANIFEST, *(f"/{VERSION}/{name}" for name in files), HASHES]
    assert [told.damages for told in verify([tmp_path / "here" / VERSION])] == [()]
    assert fetched('fetch_release("1.1.0", registry = "http://127.0.0.1:9/nobody")') == VERSION


def test_a_manifest_can_be_named(fetched: Callable[..., str], home: Path, registry: Registry, tmp_path: Path) -> None:
    """With its hash the very manifest is asked for, and another one is refused."""
    sha256 = hashlib.sha256((home / VERSION / "manifest.json").read_bytes()).hexdigest()
    asked = 'fetch_release("1.1.0", manifest_sha256 = "{}")'.format

    assert fetched(asked("0" * 64)) == f"version 1.1.0 was not fetched: {OTHER}: {registry.address}{MANIFEST}"
    assert left(tmp_path) == []
    assert fetched(asked(sha256.upper())) == VERSION
    assert fetched('fetch_release("1.1.0", manifest_sha256 = versions_at()["1.1.0"])') == VERSION
    assert fetched(asked("0" * 64)) == f"{DAMAGED}: {OTHER}: 1.1.0/manifest.json"


DAMAGED = "version 1.1.0 is there and not as it was released (remove the folder to fetch it anew)"


@pytest.mark.parametrize(
    "damage",
    [
        ("trips.parquet", b"PAR1", OTHER),
        ("trips.parquet", None, "there is no such file"),
        ("manifest.json", b"[]", "it is not the manifest of this version"),
        ("manifest.json", None, "there is no such file"),
        ("SHA256SUMS", b"<html>", "it has other hashes"),
        ("SHA256SUMS", None, "there is no such file"),
    ],
)
def test_a_folder_that_is_there_is_looked_into(
    damage: tuple[str, bytes | None, str], fetched: Callable[..., str], home: Path, tmp_path: Path
) -> None:
    """What was damaged since it was fetched is refused with the name of the file, with or without a hash; nothing is removed."""
    name, content, reason = damage
    folder = tmp_path / "here" / VERSION
    shutil.copytree(home / VERSION, folder)
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)

    assert fetched() == f"{DAMAGED}: {reason}: 1.1.0/{name}"
    assert folder.is_dir()


def test_a_folder_of_this_machine_is_a_registry(fetched: Callable[..., str], home: Path, registry: Registry, tmp_path: Path) -> None:
    """Without a server the files are copied, and held to their hashes as others are."""
    assert fetched(f'fetch_release("1.1.0", "{home}/")') == VERSION
    assert {path.name for path in (tmp_path / "here" / VERSION).iterdir()} == {path.name for path in (home / VERSION).iterdir()}
    assert registry.asked == []
    (tmp_path / "empty").mkdir()
    shutil.rmtree(tmp_path / "here" / VERSION)
    told = fetched(f'fetch_release("1.1.0", "{tmp_path}/empty")')
    assert told == f"version 1.1.0 was not fetched: there is no such file: {tmp_path}/empty/1.1.0/manifest.json"
    assert left(tmp_path) == []


@pytest.mark.parametrize("version", ["1.1", '"1.1"', '"latest"', '"../1.1.0"', 'c("1.1.0", "1.0.0")', "NA_character_", "NULL"])
def test_what_is_no_version_is_refused(version: str, fetched: Callable[..., str], registry: Registry, tmp_path: Path) -> None:
    """A number, a part of a version or a path are told so before anything is asked for."""
    assert fetched(f"fetch_release({version})") == 'a version is a text such as "1.1.0"'
    assert (registry.asked, left(tmp_path)) == ([], [])


@pytest.mark.parametrize(
    ("instead", "reason"),
    [
        ({TRIPS: b"PAR1 and something else"}, OTHER),
        ({TRIPS: b""}, OTHER),
        ({TRIPS: b"<html><body>Please log in</body></html>"}, OTHER),
        ({MANIFEST: b"<html><body>Please log in</body></html>"}, "it is no JSON"),
        ({MANIFEST: b'{"dataset_version": "1.0.0", "files": {}}'}, "it is not the manifest of this version"),
        ({MANIFEST: b"[]"}, "it is not the manifest of this version"),
        ({MANIFEST: b"1"}, "it is not the manifest of this version"),
        ({HASHES: b"<html><body>Please log in</body></html>"}, "it has other hashes"),
    ],
    ids=["another file", "empty", "page for a table", "page for the manifest", "another", "no manifest", "a number", "page for the hashes"],
)
def test_something_else_is_refused(
    instead: dict[str, bytes], reason: str, fetched: Callable[..., str], registry: Registry, tmp_path: Path
) -> None:
    """What is not what was released is named with its address, and nothing stays."""
    registry.instead.update(instead)
    (path,) = instead

    assert fetched() == f"version 1.1.0 was not fetched: {reason}: {registry.address}{path}"
    assert left(tmp_path) == []


@pytest.mark.parametrize("name", ["../trips.parquet", "/etc/passwd", "a/b", ".hidden", ""])
def test_a_name_that_leads_elsewhere_is_refused(name: str, fetched: Callable[..., str], registry: Registry, tmp_path: Path) -> None:
    """A manifest cannot have a file written outside of its folder."""
    registry.instead[MANIFEST] = json.dumps({"dataset_version": VERSION, "files": {name: {"sha256": "0" * 64}}}).encode()

    assert fetched() == f"version 1.1.0 was not fetched: this is no name of a file: {registry.address}/{VERSION}/{name}"
    assert left(tmp_path) == []
    assert registry.asked == [CATALOG, MANIFEST]


def test_a_file_without_a_hash_is_refused(fetched: Callable[..., str], registry: Registry, tmp_path: Path) -> None:
    """A manifest cannot leave a file unchecked."""
    registry.instead[MANIFEST] = json.dumps({"dataset_version": VERSION, "files": {"trips.parquet": {"rows": 3}}}).encode()

    assert fetched() == f"version 1.1.0 was not fetched: {OTHER}: {registry.address}{TRIPS}"
    assert left(tmp_path) == []


@pytest.mark.parametrize("path", [MANIFEST, TRIPS])
def test_a_broken_line_is_no_table(path: str, fetched: Callable[..., str], registry: Registry, tmp_path: Path) -> None:
    """A file of which only half comes is an error, never a shorter table."""
    registry.cut.add(path)

    told = fetched()

    assert re.fullmatch(rf"version 1\.1\.0 was not fetched: [^/]+: {registry.address}{path}", told), told
    assert left(tmp_path) == []


def test_without_a_registry_it_says_so(fetched: Callable[..., str], tmp_path: Path) -> None:
    """Nothing is asked for anywhere unless somebody says where."""
    assert fetched('fetch_release("1.1.0", "")') == "version 1.1.0 was not fetched: no registry is named, nor is DIPLOTRIPS_REGISTRY set"
    assert left(tmp_path) == []


def test_a_version_that_is_not_there_is_told(fetched: Callable[..., str], registry: Registry, tmp_path: Path) -> None:
    """Which versions there are is told, or the address of what was asked for where no catalog says so."""
    assert fetched('fetch_release("9.9.9")') == f"version 9.9.9 was not fetched: there are 0.1.0, 1.0.0, 1.1.0: {registry.address}"
    for catalog in (b"<html>", b"[]", b'{"versions": [{"version": "9.9.9"}]}', b'{"versions": 1}'):
        registry.instead[CATALOG] = catalog
        told = fetched('fetch_release("9.9.9")')

        expected = rf"version 9\.9\.9 was not fetched: [^/]*404 Not Found'?: {registry.address}/9\.9\.9/manifest\.json"
        assert re.fullmatch(expected, told), told
    assert left(tmp_path) == []
