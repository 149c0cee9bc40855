"""The pinned requirements: for every platform, and naming no index."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_hashes_and_no_address(root: Path, name: str) -> None:
    """Each line is a name with its exact version or a SHA-256; nothing says where packages come from."""
    pin = re.compile(r"[a-z0-9-]+==\S+( ; [^\\]+)? \\")
    digest = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")

    lines = (root / name).read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if not pin.fullmatch(line) and not digest.fullmatch(line)] == []


def test_export_and_tests_use_the_same_versions(root: Path) -> None:
    """What `make export` installs is part of what `make test` installs, to the hash."""
    core = (root / "requirements.txt").read_text(encoding="utf-8").split("\n")
    everything = (root / "requirements-dev.txt").read_text(encoding="utf-8").split("\n")

    assert set(core) <= set(everything)
