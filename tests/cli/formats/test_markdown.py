"""`diplotrips check --format markdown`: a comment on a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.records import DISAGREEING

from diplotrips import api
from diplotrips.cli.formats.markdown import MOST_BYTES, render_markdown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

    from diplotrips.api import Report

COMMENT = """\
### diplotrips check

extract: 1 trip, 2 stops, 0 agreements, 0 quoted experts, 2 sources, 10 claims  \n\
0 errors, 1 warning, 0 notes as of 2024-06-01  \n\

| | place | about | what |
|---|---|---|---|
| warning DT205 | extract/authored/andes.yaml:20:14 | andes days | \
herald says the tour lasted 7 days and gazette says the tour took place on 2024-05-06/2024-05-09, \
which are 4 days<br>against extract/authored/andes.yaml:16:32: gazette says the tour took place on 2024-05-06/2024-05-09\
<br>against extract/authored/andes.yaml:8:10: the record has dates 2024-05-06/2024-05-09 |

<details><summary>Where they stand</summary>

```text
warning[DT205] andes days: herald says the tour lasted 7 days \
and gazette says the tour took place on 2024-05-06/2024-05-09, which are 4 days
  --> extract/authored/andes.yaml:20:14
   |
20 |     - {days: 7, span: 0-8}
   |              ^ herald says the tour lasted 7 days
  ::: extract/authored/andes.yaml:16:32
   |
16 |     - {route: [pe, cl], dates: 2024-05-06/2024-05-09, span: 18-45}
   |                                --------------------- gazette says the tour took place on 2024-05-06/2024-05-09
  ::: extract/authored/andes.yaml:8:10
   |
 8 |   dates: 2024-05-06/2024-05-09
   |          --------------------- the record has dates 2024-05-06/2024-05-09
   = to settle it: diplotrips decide DT205 andes days
   = what to do: diplotrips explain DT205
```

</details>
"""


def test_a_comment_whole(project: Path, run: Callable[..., Ran]) -> None:
    """The summary, a row a finding with its other ends, and the lines, folded away."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)

    assert run("check", "--format", "markdown", "--today", "2024-06-01") == (0, COMMENT, "")


@pytest.mark.usefixtures("project")
def test_nothing_wrong_is_the_summary_alone(run: Callable[..., Ran]) -> None:
    """Without findings there is no table."""
    assert run("check", "--format", "markdown", "--today", "2024-06-01").out == (
        "### diplotrips check\n\n"
        "extract: 1 trip, 2 stops, 0 agreements, 0 quoted experts, 2 sources, 10 claims  \n"
        "nothing to report as of 2024-06-01  \n"
    )


def test_as_many_as_a_comment_takes(many: Callable[[int], Report]) -> None:
    """Of two thousand findings those are shown that fit, and it is told how many there are besides."""
    told = render_markdown(many(2_000))
    rows = sum(line.startswith("| error DT005 |") for line in told.splitlines())

    assert len(told.encode()) <= MOST_BYTES
    assert rows > 300
    assert told.splitlines()[-1] == f"and {2_000 - rows:,} findings more: run diplotrips check"


def test_the_lines_of_the_first_ten_are_shown(many: Callable[[int], Report]) -> None:
    """The table has all, the block below it the lines of ten."""
    told = render_markdown(many(23))

    assert sum(line.startswith("| error DT005 |") for line in told.splitlines()) == 23
    assert told.count("\nerror[DT005] ") == 10
    assert "<details><summary>Where the first 10 stand</summary>" in told


def test_hostile_names_are_text(hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No tag, link, mention or end of a cell comes from a name, and the block of lines is longer than any ticks in it."""
    monkeypatch.chdir(hostile)
    told = render_markdown(api.check())
    table, _, block = told.partition("<details>")
    (first, *_) = (line for line in table.splitlines() if line.startswith("| error DT003 |"))

    assert first.startswith(
        "| error DT003 | extract/authored/a b\ufffd\\[31m\ufffd%0A::error::\\]\\]&gt;&lt;script&gt;&amp;\"'\\`\\|@&#8203;all "
        "\\[x\\](javascript:1) {0}.yaml:2:1 | schema | "
    )
    assert "<script" not in table
    assert block.count("`" * 9) == 2
