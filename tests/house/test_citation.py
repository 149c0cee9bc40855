"""What others cite names the version that they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

import diplotrips

if TYPE_CHECKING:
    from pathlib import Path


def test_citation_names_the_package_version(root: Path) -> None:
    """The software that CITATION.cff refers to has the version of the package."""
    citation = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))

    (software,) = [reference for reference in citation["references"] if reference["type"] == "software"]

    assert software["version"] == diplotrips.__version__
