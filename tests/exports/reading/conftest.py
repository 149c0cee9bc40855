"""A registry with two versions, a server of it, and surroundings that name no registry, with a cache of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.exports.reading.serving import publish, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.exports.reading.serving import Server


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, which is not there yet."""
    monkeypatch.setenv("DIPLOTRIPS_CACHE", str(tmp_path / "cache"))
    for name in ("DIPLOTRIPS_REGISTRY", "DIPLOTRIPS_OFFLINE", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "cache"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with the releases 1.0.0 and 1.1.0 and their catalog."""
    return publish(tmp_path / "exports", "1.0.0", "1.1.0")


@pytest.fixture
def server(home: Path) -> Iterator[Server]:
    """A server of these releases."""
    with serving(home) as server:
        yield server
