"""The blocks of a page are found with what they print, and run on the lines of their page."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.pages.blocks import Block, BlockFailedError, alike, blocks_of, printed, read_blocks

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """# A page

Words.

## Counting

```python
n = 1 + 1
print(n)
```

```r
n <- 1 + 1
cat(n, "\\n")
```

```text
2
```

### Again

```python
print(n + 1)
```

Words in between.

```text
no output of anything
```
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with blocks of two languages."""
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_blocks_share_the_output_below_them(page: Path) -> None:
    """Two blocks with nothing in between have the same output; one with words below has none."""
    assert read_blocks(page) == (
        Block("python", "n = 1 + 1\nprint(n)\n", 8, "Counting", "2\n"),
        Block("r", 'n <- 1 + 1\ncat(n, "\\n")\n', 13, "Counting", "2\n"),
        Block("python", "print(n + 1)\n", 24, "Again", None),
        Block("text", "no output of anything\n", 30, "Again", None),
    )


def test_blocks_of_a_language_are_one_session(page: Path, tmp_path: Path) -> None:
    """A later block knows the names of an earlier one, and what each prints is told apart."""
    assert printed(blocks_of(page, "python"), tmp_path) == ["2\n", "3\n"]


def test_a_prelude_runs_first(page: Path, tmp_path: Path) -> None:
    """What the page takes for granted can be given."""
    assert printed(blocks_of(page, "python")[1:], tmp_path, prelude="n = 7") == ["8\n"]


@pytest.mark.skipif(not shutil.which("Rscript"), reason="needs Rscript")
def test_r_runs_too(page: Path, tmp_path: Path) -> None:
    """Blocks of R run in R, after their prelude."""
    assert printed(blocks_of(page, "r"), tmp_path, prelude="options(digits = 3)") == ["2 \n"]


def test_an_error_names_the_line_of_the_page(page: Path, tmp_path: Path) -> None:
    """Which block failed, and on which line of the page, stands in the message."""
    with pytest.raises(BlockFailedError) as failed:
        printed(blocks_of(page, "python")[1:], tmp_path)

    assert str(failed.value).startswith('"Again", line 24 of the page, python:\nTraceback')
    assert 'page.py", line 24, in <module>' in str(failed.value)


def test_a_warning_is_an_error(tmp_path: Path) -> None:
    """A page on which Python warns does not run."""
    with pytest.raises(BlockFailedError, match="UserWarning: old"):
        printed([Block("python", "import warnings\nwarnings.warn('old')\n", 1, "Old")], tmp_path)


def test_tables_of_both_languages_are_alike() -> None:
    """Spaces do not count, nor how a missing value or a truth value is written."""
    assert alike(" year  n   ok\n 2020 <NA> True\n") == alike("year n  ok\n\n2020 NA TRUE") == [["year", "n", "ok"], ["2020", "NA", "True"]]
    assert alike("2020 1") != alike("2020 2")
