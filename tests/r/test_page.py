"""The page on R prints what it shows, whatever reads the tables, and its numbers are those of Python."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from tests.pages.blocks import alike, blocks_of, printed
from tests.r.expected import EXPECTED
from tests.r.sessions import PAGE, READERS, VERSION, environment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages.blocks import Block
    from tests.r.conftest import Registry

HERE = "Citing"
"""Heading of the blocks that print something else on every machine."""

BLOCKS = blocks_of(PAGE, "r")

JOINS = re.findall(
    r"^\| (`\w+`(?:, `\w+`)*) \| (`\w+`(?: = `\w+`)?) \| (`\w+`(?:, `\w+`)*) \| (\w+(?: or many)?) \|$",
    PAGE.read_text("utf-8"),
    re.MULTILINE,
)
"""Rows of the table of joins: tables, keys, tables, and how many rows there are for one."""


def runnable(reader: str, packages: tuple[str, ...]) -> list[Block]:
    """Return the blocks that run with one way of reading and the packages that are there; all but the first, which has its own test."""
    elsewhere = {heading for name, heading in READERS.items() if name != reader}
    return [
        block for block in BLOCKS[1:] if block.heading not in elsewhere and ("messydates::" not in block.code or "messydates" in packages)
    ]


def test_the_page_prints_what_it_shows(reader: str, packages: tuple[str, ...], registry: Registry, tmp_path: Path) -> None:
    """From the download on, every block runs with every way of reading, and prints what stands below it; no warning is given."""
    blocks = runnable(reader, packages)

    outputs = printed(blocks, tmp_path, prelude="options(warn = 2)", environment=environment(DIPLOTRIPS_REGISTRY=registry.address))

    assert [(block.line, alike(text)) for block, text in zip(blocks, outputs, strict=True) if block.heading != HERE] == [
        (block.line, alike(block.output or "")) for block in blocks if block.heading != HERE
    ]


def test_two_lines_are_enough(packages: tuple[str, ...], home: Path, tmp_path: Path) -> None:
    """The first block of the page prints the trips, with nothing before it."""
    if "nanoparquet" not in packages:
        pytest.skip("needs nanoparquet in R")
    shutil.copytree(home / VERSION, tmp_path / VERSION)

    (output,) = printed(BLOCKS[:1], tmp_path, prelude="options(warn = 2)", environment=environment())

    assert alike(output) == alike(BLOCKS[0].output or "")


def test_the_numbers_are_pythons(home: Path) -> None:
    """What the page shows is what Python makes of the same files; no shown output is left out."""
    shown = {(block.heading, number): alike(block.output) for number, block in enumerate(BLOCKS) if block.output is not None}
    tables = {path.stem: pq.read_table(path) for path in (home / VERSION).glob("*.parquet")}

    assert list(shown.values()) == [expected(tables) for expected in EXPECTED]


@pytest.mark.parametrize("join", JOINS, ids=" ".join)
def test_the_joins_are_as_told(join: tuple[str, str, str, str], home: Path) -> None:
    """For one row of the first table there are as many in the second as the page says, and of many each leads back to one."""
    firsts, keys, seconds, how_many = join
    key, *other = re.findall(r"\w+", keys)
    for first, second in product(re.findall(r"\w+", firsts), re.findall(r"\w+", seconds)):
        here, there = (keys_of(home, *end) for end in ((first, key), (second, (other or [key])[0])))
        counts = [there[value] for value in here]

        assert how_many == "none or many" or min(counts) == 1, (first, second)
        assert how_many != "one" or max(counts) == 1, (first, second)
        assert how_many == "one" or (set(here.values()) == {1} and there.keys() <= here.keys()), (first, second)


def keys_of(home: Path, table_name: str, column: str) -> Counter[str]:
    """Return how often each key stands in a column of the release."""
    return Counter(pq.read_table(home / VERSION / f"{table_name}.parquet")[column].drop_null().to_pylist())


def test_the_page_tells_of_joins() -> None:
    """All rows of its table of joins are read."""
    assert len(JOINS) == PAGE.read_text("utf-8").split("## Joins")[1].split("##")[0].count("\n| `")
