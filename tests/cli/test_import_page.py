"""The page docs/import.md: its commands print what it says, on its list and by its mapping, and its table of days is right."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from diplotrips.extract.importing.fields import RETURNING
from diplotrips.schema.mapping import TARGETS, ColumnRule, ImportMapping
from diplotrips.schema.phrases.written import WrittenDateError, read_written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran


@pytest.fixture
def page(root: Path) -> str:
    """The text of the page."""
    return (root / "docs/import.md").read_text(encoding="utf-8")


def test_every_command_prints_what_the_page_says(page: str, project: Path, run: Callable[..., Ran]) -> None:
    """The walk through the page, from its list to an edited table, in a project of made-up records."""
    (listed,) = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    mapping, _ = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (project / "visits.csv").write_text(listed, encoding="utf-8")
    (project / "my-visits.yaml").write_text(mapping, encoding="utf-8")
    (project / "people.csv").write_text("person_id,name,country\njane-doe,Jane Doe,NZ\n")

    for shown in re.findall(r"```console\n(.*?)```", page, re.DOTALL):
        command, _, printed = shown.partition("\n")
        arguments = shlex.split(command.removeprefix("$ diplotrips "))
        assert run(*arguments, "--today", "2024-06-01").out == printed


def test_a_row_by_the_mapping_of_agreements(page: str, project: Path, run: Callable[..., Ran]) -> None:
    """The mapping that the page gives for agreements takes a row of such a list."""
    _, mapping = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (project / "ministry.yaml").write_text(mapping, encoding="utf-8")
    (project / "ministry.csv").write_text("Minister,Partner,Signed,Parties,State,About\nJane Doe,Peru,6 May 2024,NZ;Peru,Signed,fish\n")

    ran = run("import", "ministry.csv", "--map", "ministry.yaml", "--today", "2024-06-01")

    assert "ministry.csv, 1 row: 1 agreement written\n" in ran.out
    assert "  new agreements: andes.fish\n" in ran.out


def test_days_are_read_as_the_page_says(page: str) -> None:
    """Each example of the table of days is read so, or refused."""
    rows = re.findall(r"^\| (`.*?) \| (.*?) \|$", page.partition("## Days")[2].partition("## The mapping")[0], re.MULTILINE)
    assert len(rows) == 7
    for examples, told in rows:
        wanted = [text.removeprefix("within: ") for text in re.findall("`([^`]*)`", told)]
        for number, text in enumerate(re.findall("`([^`]*)`", examples)):
            if told.startswith("refused"):
                with pytest.raises(WrittenDateError):
                    read_written(text)
            else:
                assert read_written(text).edtf == wanted[min(number, len(wanted) - 1)]


def test_everything_has_its_word_on_the_page(page: str) -> None:
    """Every key of a mapping, every word for a column and every table that can come back is on the page."""
    keys = [*ImportMapping.model_fields, *ColumnRule.model_fields, *TARGETS, *RETURNING]
    assert [key for key in keys if f"`{key}`" not in page and key not in {"schema_version", "title", "note"}] == []
