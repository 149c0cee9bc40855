"""Replacing a file: in one step, with its mode, through links, and with nothing left beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diplotrips.errors import UnwritablePathError
from diplotrips.replacing import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_keeps_its_mode_and_a_link_stays_one(tmp_path: Path) -> None:
    """What the link points at is written; nothing else lies there then."""
    file, link = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_text("old")
    file.chmod(0o600)
    link.symlink_to(file)

    write_whole(link, b"new")

    assert (file.read_text(), file.stat().st_mode & 0o777, link.is_symlink()) == ("new", 0o600, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]


def test_what_cannot_be_replaced_stays(tmp_path: Path) -> None:
    """A folder is no file, and nothing is left beside it."""
    (tmp_path / "a.yaml").mkdir()

    with pytest.raises(UnwritablePathError, match=r"^cannot write .*a\.yaml: is a directory$"):
        write_whole(tmp_path / "a.yaml", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
