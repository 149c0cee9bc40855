"""What all tests share: hypothesis profiles, and the marker for tests that read the articles beside the checkout.

Records and datasets to test with do not live here but in the `conftest.py` of the area that needs them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.dataset"]  # the fixture `dataset`

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

# What a test sees does not depend on where it runs: formats and colours are guessed from these.
for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
    os.environ.pop(name, None)

# `ci` finds the same cases in every run, so that a red run is red again; `search` looks for new ones: HYPOTHESIS_PROFILE=search.
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", derandomize=False, deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark whatever asks for `shared`, and skip it where the articles are not beside the checkout."""
    absent = pytest.mark.skip(reason="needs ../shared/articles, which is not beside this checkout")
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.shared)
        if item.get_closest_marker("shared") and not (SHARED / "articles").is_dir():
            item.add_marker(absent)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the articles and their gold, beside the checkout; a test that asks for it is skipped where it is absent."""
    return SHARED
