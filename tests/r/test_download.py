"""The page's download gives the whole version or an error that names it and its address, and then leaves nothing behind."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

import pytest
from tests.r.sessions import VERSION, answer, below

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.r.conftest import Registry

MADE = below("A version from a server")[:1]
"""The block that defines the functions."""

MANIFEST = f"/{VERSION}/manifest.json"
TRIPS = f"/{VERSION}/trips.parquet"


@pytest.fixture
def fetched(packages: tuple[str, ...], registry: Registry, tmp_path: Path) -> Callable[..., str]:
    """A function that fetches the version in R in the folder `tmp_path / "here"`, and returns the folder's name or the error."""
    here = tmp_path / "here"
    here.mkdir()
    assert packages

    def fetch(asked: str = 'fetch_release("1.0.0")') -> str:
        code = f'setwd("here"); cat(tryCatch({asked}, error = conditionMessage))'
        return answer(MADE, code, tmp_path, DIPLOTRIPS_REGISTRY=registry.address)

    return fetch


def left(tmp_path: Path) -> list[str]:
    """Return what lies in the folder into which was fetched."""
    return sorted(path.name for path in (tmp_path / "here").iterdir())


def test_the_whole_version_comes_once(fetched: Callable[..., str], registry: Registry, home: Path, tmp_path: Path) -> None:
    """All files of the manifest are there, byte for byte; a version that is there is not asked for again."""
    files = json.loads((home / VERSION / "manifest.json").read_bytes())["files"]

    assert fetched() == VERSION
    assert {path.name: path.read_bytes() for path in (tmp_path / "here" / VERSION).iterdir()} == {
        name: (home / VERSION / name).read_bytes() for name in ("manifest.json", *files)
    }
    assert registry.asked == [MANIFEST, *(f"/{VERSION}/{name}" for name in files)]
    assert fetched('fetch_release("1.0.0", registry = "http://127.0.0.1:9/nobody")') == VERSION


def test_a_manifest_can_be_named(fetched: Callable[..., str], home: Path, registry: Registry, tmp_path: Path) -> None:
    """With its hash the very manifest is asked for, and another one is refused."""
    sha256 = hashlib.sha256((home / VERSION / "manifest.json").read_bytes()).hexdigest()
    asked = 'fetch_release("1.0.0", manifest_sha256 = "{}")'.format

    refusal = f"version 1.0.0 was not fetched: {registry.address}{MANIFEST}: its SHA-256 is not the one that was released"
    assert fetched(asked("0" * 64)) == refusal
    assert left(tmp_path) == []
    assert fetched(asked(sha256)) == VERSION


@pytest.mark.parametrize(
    ("instead", "reason"),
    [
        ({TRIPS: b"PAR1 and something else"}, "its SHA-256 is not the one that was released"),
        ({TRIPS: b""}, "its SHA-256 is not the one that was released"),
        ({TRIPS: b"<html><body>Please log in</body></html>"}, "its SHA-256 is not the one that was released"),
        ({MANIFEST: b"<html><body>Please log in</body></html>"}, "it is no JSON"),
        ({MANIFEST: b'{"dataset_version": "1.1.0", "files": {}}'}, "it is not the manifest of this version"),
        ({MANIFEST: b"[]"}, "it is not the manifest of this version"),
        ({MANIFEST: b"1"}, "it is not the manifest of this version"),
    ],
    ids=["another file", "empty", "page for a table", "page for the manifest", "another version", "no manifest", "a number"],
)
def test_something_else_is_refused(
    instead: dict[str, bytes], reason: str, fetched: Callable[..., str], registry: Registry, tmp_path: Path
) -> None:
    """What is not what was released is named with its address, and nothing stays."""
    registry.instead.update(instead)
    (path,) = instead

    assert fetched() == f"version 1.0.0 was not fetched: {registry.address}{path}: {reason}"
    assert left(tmp_path) == []


@pytest.mark.parametrize("name", ["../trips.parquet", "/etc/passwd", "a/b", ".hidden", ""])
def test_a_name_that_leads_elsewhere_is_refused(name: str, fetched: Callable[..., str], registry: Registry, tmp_path: Path) -> None:
    """A manifest cannot have a file written outside of its folder."""
    registry.instead[MANIFEST] = json.dumps({"dataset_version": VERSION, "files": {name: {"sha256": "0" * 64}}}).encode()

    assert fetched() == f"version 1.0.0 was not fetched: {registry.address}/{VERSION}/{name}: this is no name of a file"
    assert left(tmp_path) == []
    assert registry.asked == [MANIFEST]


def test_a_file_without_a_hash_is_refused(fetched: Callable[..., str], registry: Registry, tmp_path: Path) -> None:
    """A manifest cannot leave a file unchecked."""
    registry.instead[MANIFEST] = json.dumps({"dataset_version": VERSION, "files": {"trips.parquet": {"rows": 3}}}).encode()

    assert fetched() == f"version 1.0.0 was not fetched: {registry.address}{TRIPS}: its SHA-256 is not the one that was released"
    assert left(tmp_path) == []


@pytest.mark.parametrize("path", [MANIFEST, TRIPS])
def test_a_broken_line_is_no_table(path: str, fetched: Callable[..., str], registry: Registry, tmp_path: Path) -> None:
    """A file of which only half comes is an error, never a shorter table."""
    registry.cut.add(path)

    assert fetched().startswith(f"version 1.0.0 was not fetched: {registry.address}{path}: ")
    assert left(tmp_path) == []


def test_without_a_registry_it_says_so(fetched: Callable[..., str], tmp_path: Path) -> None:
    """Nothing is asked for anywhere unless somebody says where."""
    assert fetched('fetch_release("1.0.0", "")') == "version 1.0.0 was not fetched: no registry is named, nor is DIPLOTRIPS_REGISTRY set"
    assert left(tmp_path) == []


def test_a_version_that_is_not_there_is_named(fetched: Callable[..., str], registry: Registry, tmp_path: Path) -> None:
    """404 is an error with the address of what was asked for."""
    told = fetched('fetch_release("9.9.9")')

    assert re.fullmatch(rf"version 9\.9\.9 was not fetched: {registry.address}/9\.9\.9/manifest\.json: .*404.*", told)
    assert left(tmp_path) == []
