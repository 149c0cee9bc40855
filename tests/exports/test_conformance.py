"""What is released is held to the schemas that are published, and to no weaker ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from diplotrips.errors import ExportRefusedError
from diplotrips.exports.conformance import hold_documents, hold_rows
from diplotrips.exports.release import write_release

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.release import Content


def test_what_is_released_holds(content: Content, tmp_path: Path) -> None:
    """Documents and rows as they were written hold to their schemas."""
    write_release(content, tmp_path / "build")

    hold_documents(tmp_path / "build" / "records.json")
    hold_rows("claims", tmp_path / "build" / "claims.json")


@pytest.mark.parametrize("key", ["Bad Key", "gazette\n", ""])
def test_keys_of_a_mapping_are_held_to_their_form(key: str, content: Content, tmp_path: Path) -> None:
    """A source under `said` that is no id is refused; pydantic's own schema would let it pass."""
    write_release(content, tmp_path / "build")
    path = tmp_path / "build" / "records.json"
    documents = json.loads(path.read_bytes())
    documents[1]["said"] = {key: [{"days": "4"}]}
    path.write_text(json.dumps(documents), encoding="utf-8")

    with pytest.raises(ExportRefusedError, match=r"^nothing was exported: a document does not hold to its schema: number 2, said: "):
        hold_documents(path)


def test_a_row_with_a_column_too_many(content: Content, tmp_path: Path) -> None:
    """The row is named by its number."""
    write_release(content, tmp_path / "build")
    path = tmp_path / "build" / "stops.json"
    rows = json.loads(path.read_bytes())
    path.write_text(json.dumps([rows[0], {**rows[1], "colour": "red"}]), encoding="utf-8")

    with pytest.raises(ExportRefusedError, match=r"^nothing was exported: a row of stops does not hold to its schema: number 2, "):
        hold_rows("stops", path)
