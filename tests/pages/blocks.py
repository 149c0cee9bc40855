"""Pages that are run: the fenced blocks of a Markdown page, run as a reader would paste them, and what they print.

No tests; those of one page stand beside it (`tests/recipes`, `tests/r`). A block of `text` right below shows what a block prints; blocks
of code with nothing in between share it. All blocks of one language run in one session, each on the lines that it has in the page, so that
an error names the page's own line.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LIMIT_SECONDS = 300
SHOWN = "text"
"""Language of a block that shows what is printed."""

_END = "=== end of block ==="
_PROGRAMS = {"python": (sys.executable, "-W", "error"), "r": ("Rscript", "--vanilla")}
_ENDINGS = {"python": ("py", f"print({_END!r}, flush=True)"), "r": ("R", f'cat("{_END}\\n")')}
_PRELUDES = {"python": "from prelude import *", "r": 'source("prelude.R")'}
_PARTS = re.compile(
    r"^(?P<fence>```+) *(?P<language>\w*)[^\n]*\n(?P<code>.*?)^(?P=fence) *$|^#+ +(?P<heading>[^\n]+)$|^[^\n]*\S[^\n]*$",
    re.MULTILINE | re.DOTALL,
)
"""Fenced blocks, headings, and other lines that are not empty."""


class BlockFailedError(AssertionError):
    """A block of a page stopped with an error, or ran for too long."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page."""

    language: str
    """First word after the fence, such as `python`, `r`, `sh` or `text`; empty where there is none."""
    code: str
    """What stands between the fences, with its last newline."""
    line: int
    """Line of the page on which the code begins, from 1."""
    heading: str
    """The nearest heading above, without its marks."""
    output: str | None = None
    """What the page shows as printed by it; None where it shows nothing."""


def read_blocks(page: Path) -> tuple[Block, ...]:
    """Return the fenced blocks of *page* in their order, blocks that show an output not among them.

    A block of `text` that stands below no code is returned like any other.
    """
    found: list[Block] = []
    text = page.read_text(encoding="utf-8")
    heading, waiting = "", 0
    for part in _PARTS.finditer(text):
        if part["fence"] is None:
            heading, waiting = part["heading"] or heading, 0
        elif part["language"] == SHOWN and waiting:
            found[-waiting:] = [replace(block, output=part["code"]) for block in found[-waiting:]]
            waiting = 0
        else:
            line = text.count("\n", 0, part.start("code")) + 1
            found.append(Block(part["language"], part["code"], line, heading))
            waiting += 1
    return tuple(found)


def blocks_of(page: Path, language: str) -> tuple[Block, ...]:
    """Return the blocks of one language of *page*."""
    return tuple(block for block in read_blocks(page) if block.language == language)


def printed(blocks: Sequence[Block], folder: Path, *, prelude: str = "", environment: Mapping[str, str] | None = None) -> list[str]:
    """Run *blocks* of one language one after the other in one session in *folder*, and return what each printed.

    Args:
        blocks: `python` or `r`; warnings are errors in Python.
        folder: Existing folder in which they run.
        prelude: Code that runs before the first block; what it prints is the caller's to avoid.
        environment: Variables to set on top of those of this process.

    Raises:
        BlockFailedError: the program ended with an error, whose words are given, or ran for more than five minutes.
    """
    language = blocks[0].language
    suffix, _ = _ENDINGS[language]
    script = folder / f"page.{suffix}"
    (folder / f"prelude.{suffix}").write_text(prelude, encoding="utf-8")
    script.write_text(_script(blocks, _PRELUDES[language]), encoding="utf-8")
    try:
        ended = subprocess.run(
            [*_PROGRAMS[language], script.name],
            cwd=folder,
            env=os.environ | {"MPLBACKEND": "Agg", "PYTHONUTF8": "1"} | dict(environment or {}),
            capture_output=True,
            encoding="utf-8",
            timeout=LIMIT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise BlockFailedError(f"the {language} blocks ran for more than {LIMIT_SECONDS} seconds") from error
    *outputs, rest = ended.stdout.split(f"{_END}\n")
    if ended.returncode or len(outputs) != len(blocks):
        failed = blocks[min(len(outputs), len(blocks) - 1)]
        raise BlockFailedError(f'"{failed.heading}", line {failed.line} of the page, {language}:\n{rest}{ended.stderr}')
    return outputs


def _script(blocks: Sequence[Block], prelude: str) -> str:
    """Return one script in which every line of the blocks has the number that it has in the page."""
    _, ending = _ENDINGS[blocks[0].language]
    lines = [prelude]
    for block in blocks:
        lines += [""] * (block.line - 1 - len(lines)) + block.code.split("\n")[:-1] + [ending]
    return "\n".join(lines) + "\n"


def alike(text: str) -> list[list[str]]:
    """Return the words of each line of an output, so that tables of pandas and of R that say the same are equal.

    Spaces and empty lines do not count; `<NA>`, `NaN` and `NaT` are `NA`, truth values are as Python writes them.
    """
    words = {"<NA>": "NA", "NaN": "NA", "NaT": "NA", "None": "NA", "TRUE": "True", "FALSE": "False"}
    return [[words.get(word, word) for word in line.split()] for line in text.splitlines() if line.strip()]
