"""Projects that are hard to show: names that want to break out, and more findings than anybody reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diplotrips import api

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diplotrips.api import Report

HOSTILE = "a\nb\x1b[31m\u202e%0A::error::]]><script>&\"'`|@all [x](javascript:1) {0}.yaml"
"""Name of a file that is in no format what it wants to be."""


@pytest.fixture
def hostile(project: Path) -> Path:
    """A project with a broken file of a hostile name, and a hostile key in another."""
    (project / "extract/authored" / HOSTILE).write_text("schema: 1\nschema: 2\n")
    (project / "extract/people.yaml").write_text(
        'schema: 1\npeople:\n  - {id: jane-doe, name: Jane Doe, "]](x) </script> | @all ```````` {0} \\u0007": 1}\n'
    )
    return project


@pytest.fixture
def many(project: Path) -> Callable[[int], Report]:
    """A function that returns the report of registers in which so many entries have a key that is none, five hundred a file."""

    def check(count: int) -> Report:
        (project / "extract/people").mkdir()
        (project / "extract/people.yaml").rename(project / "extract/people/known.yaml")
        for start in range(0, count, 500):
            entries = "".join(f"  - {{id: p{number}, name: P, nam: 1}}\n" for number in range(start, min(start + 500, count)))
            (project / f"extract/people/from-{start:05}.yaml").write_text(f"schema: 1\npeople:\n{entries}")
        return api.check(project)

    return check
