"""What a command imports: help and small checks start quickly because nothing heavy is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"pydantic", "yaml", "pyarrow", "jsonschema", "pandas", "duckdb", "polars", "numpy", "nltk", "trafilatura", "lxml", "warcio"}
HEAVY |= {"openpyxl", "platformdirs", "requests", "urllib3"}

PROBE = """
import sys
from diplotrips.cli import main
try:
    main(sys.argv[1:])
except SystemExit as left:
    status = left.code
print(status, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def imported(folder: Path, *arguments: str) -> set[str]:
    """Return the packages that are imported after a command, which has to end well."""
    ran = subprocess.run([sys.executable, "-c", PROBE, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    status, *packages = ran.stderr.split()
    assert status == "0"
    return set(packages)


@pytest.mark.parametrize(
    "arguments",
    [["-h"], ["--version"], ["check", "--help"], ["export", "-h"], ["diff", "-h"], ["extract", "-h"], ["fetch", "-h"], ["import", "-h"]],
)
def test_help_needs_nothing_but_click(project: Path, arguments: list[str]) -> None:
    """Neither the models nor a YAML parser nor anything else that takes longer than click itself."""
    assert imported(project, *arguments) & HEAVY == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--format", "json"],
        ["check", "--format", "github"],
        ["check", "--output", "sarif=a.sarif", "--output", "junit=a.xml"],
    ],
)
def test_a_check_needs_models_and_yaml_only(project: Path, arguments: list[str]) -> None:
    """No Arrow, no validator of JSON Schema, no data frames and no database but the one of the standard library."""
    assert imported(project, *arguments) & HEAVY == {"pydantic", "yaml"}


def test_a_page_needs_no_reader(project: Path) -> None:
    """What a check is for is printed without what reads and writes records."""
    assert imported(project, "explain", "DT301") & HEAVY == {"pydantic"}
