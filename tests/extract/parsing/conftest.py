"""What the tests on written articles share: the list of what the parser is known to miss."""

from __future__ import annotations

import pytest
import yaml
from tests.extract.parsing.synthetic import MISSES


@pytest.fixture(scope="session")
def known_misses() -> dict[str, list[str]]:
    """Names of unmet expectations by article; and, by law of `test_metamorphic`, the articles that break it."""
    loaded: dict[str, list[str]] = yaml.safe_load(MISSES.read_text(encoding="utf-8")) or {}
    return loaded
