"""The page of recipes prints what it shows, and answers in both languages what is known by hand."""

from __future__ import annotations

import csv
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from tests.pages.blocks import Block, alike, blocks_of, printed, read_blocks

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = ("per_year", "days", "dyads", "panel", "said", "settled", "resolved", "agreed", "sensitivity", "drawn")
"""The tables that the recipes end in, by their names in both languages."""

KEEP = {
    "python": "".join(f'{name}.to_csv("{name}.csv", index=False)\n' for name in ANSWERS),
    "r": "".join(f'write.csv({name}, "{name}.csv", row.names = FALSE, na = "")\n' for name in ANSWERS),
}


@pytest.fixture(scope="session")
def page(root: Path) -> Path:
    """The page of recipes."""
    return root / "docs" / "recipes.md"


def test_every_recipe_is_in_both_languages(page: Path) -> None:
    """Each block of pandas has one of R right behind it, and all but the first show what both print."""
    headings = [(block.language, block.heading, block.output) for block in read_blocks(page)]

    assert [language for language, _ in groupby(headings, lambda told: told[0])] == ["python", "r"] * (len(headings) // 2)
    assert [told[1:] for told in headings[::2]] == [told[1:] for told in headings[1::2]]
    assert all(output for _, _, output in headings[2:])


def test_pandas_prints_what_the_page_shows(page: Path, released: Path) -> None:
    """What stands under the blocks is what they print, to the last space."""
    blocks = blocks_of(page, "python")

    assert [(block.line, text) for block, text in zip(blocks, printed(blocks, released), strict=True)] == [
        (block.line, block.output or "") for block in blocks
    ]
    assert (released / "timeline.pdf").read_bytes().startswith(b"%PDF")
    (released / "timeline.pdf").unlink()


def test_r_prints_what_the_page_shows(page: Path, released: Path, read_in_r: str) -> None:
    """R prints the same words on the same lines."""
    blocks = blocks_of(page, "r")[1 if read_in_r else 0 :]
    outputs = printed(blocks, released, prelude=f"options(width = 200)\n{read_in_r}")

    assert [(block.line, alike(text)) for block, text in zip(blocks, outputs, strict=True)] == [
        (block.line, alike(block.output or "")) for block in blocks
    ]
    assert (released / "timeline.pdf").read_bytes().startswith(b"%PDF")
    (released / "timeline.pdf").unlink()


def answers(blocks: tuple[Block, ...], folder: Path, prelude: str = "") -> dict[str, list[list[str]]]:
    """Run *blocks* in *folder* and return the rows of every table that they end in.

    What is missing is empty, and truth values are as Python writes them.
    """
    printed([*blocks, Block(blocks[0].language, KEEP[blocks[0].language], blocks[-1].line + 100, "Tables")], folder, prelude=prelude)
    words = {"TRUE": "True", "FALSE": "False", "NA": ""}
    found = {}
    for name in ANSWERS:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            found[name] = [[words.get(cell, cell) for cell in row] for row in csv.reader(stream)]
    return found


def test_pandas_answers_what_is_known_by_hand(page: Path, made_up: Path) -> None:
    """Trips of an unknown year, half days, cancelled and planned trips, covered years and copies are counted as one would by hand."""
    assert_known(answers(blocks_of(page, "python"), made_up))


def test_r_has_the_same_answers(page: Path, made_up: Path, read_in_r: str) -> None:
    """Every table of every recipe is the same in both languages, cell by cell."""
    in_r = answers(blocks_of(page, "r")[1 if read_in_r else 0 :], made_up, read_in_r)

    assert in_r == answers(blocks_of(page, "python"), made_up)
    assert_known(in_r)


def assert_known(found: dict[str, list[list[str]]]) -> None:
    """Compare the answers with those that are known of `MADE_UP`."""
    assert found["per_year"][1:] == [["2020", "1"], ["2021", "1"], ["2023", "1"], ["", "1"]]
    assert found["days"][1:] == [
        ["jane-doe", "2020", "5", ""],
        ["jane-doe", "2021", "0", "0"],
        ["jane-doe", "2023", "4", "4"],
        ["john-roe", "2021", "2", ""],
        ["john-roe", "2022", "0", "31"],
        ["john-roe", "", "1", "4"],
    ]
    assert found["dyads"][1:] == [
        ["NZL", "BRA", "2023", "1", "1"],
        ["NZL", "CUB", "2023", "1", "1"],
        ["NZL", "FRA", "2021", "1", "1"],
        ["NZL", "NAM", "2020", "1", "1"],
        ["NZL", "NAM", "", "1", "1"],
    ]
    panel = {(who, country): "" for who, country, *_ in found["panel"][1:]}
    for who, country, _, n_stops, looked_for in found["panel"][1:]:
        panel[who, country] += f"{n_stops or '-'}{'' if looked_for == 'True' else '?'} "
    assert panel == {
        ("jane-doe", "BRA"): "- -? -? 1 ",
        ("jane-doe", "CUB"): "0 -? -? 1 ",
        ("jane-doe", "FRA"): "0 -? -? 0 ",
        ("jane-doe", "NAM"): "1 -? -? 0 ",
        ("john-roe", "BRA"): "0 0 0 0 ",
        ("john-roe", "CUB"): "0 - - - ",
        ("john-roe", "FRA"): "0 1 0 0 ",
        ("john-roe", "NAM"): "- - 0 0 ",
    }
    assert found["said"][1:] == [
        ["status", "cancelled", "held", "body", "leaflet", ""],
        ["status", "completed", "held", "body", "gazette", "2023-04-21"],
        ["status", "completed", "held", "body", "herald", "2023-04"],
        ["status", "planned", "planned", "body", "preview", "2023-04-01"],
    ]
    resolved = {stop: statuses for stop, *statuses in found["resolved"][1:]}
    assert resolved["lavrov-2023-04-latin-america.br"] == ["completed", "", "", "planned"]
    assert resolved["lavrov-2023-04-latin-america.cu"] == ["completed", "", "completed", "planned"]
    assert found["agreed"][1:] == [
        ["doe-2020", "2020-03-02", "2020-03-01", "False"],
        ["doe-2021", "2021-06-01", "2021-06-01", "True"],
        ["doe-plan", "2020-10-05", "2020-10-05", "True"],
        ["lavrov-2023-04-latin-america", "2023-04-17", "2023-04-17", "True"],
        ["roe-2021", "2021-07-01", "2021-07-01", "True"],
    ]
    assert {tuple(row[2:]) for row in found["settled"][1:]} == {("open", "", "", "")}
    assert found["sensitivity"][1:] == [["released", "6", "0"], ["strict", "1", "8"], ["majority", "2", "7"], ["earliest", "1", "6"]]
    assert found["drawn"][1:] == [
        ["BRA", "2023-04-17", "2023-04-17", "2023-04-18", "2023-04-18"],
        ["CUB", "2023-04-18", "2023-04-20", "2023-04-20", "2023-04-20"],
    ]
