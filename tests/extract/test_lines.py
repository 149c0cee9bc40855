"""JSON Lines are read one document a line; a bad line does not hide the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.notation.lines import read_lines
from diplotrips.findings import Place

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_reads_on_after_a_bad_line(tmp_path: Path) -> None:
    """Every line has its own findings, its own number, and LF or CR LF at its end; empty lines are counted and skipped."""
    path = tmp_path / "t.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}\r\n\n{"a": \n  \n{"a": caf\xe9}\n["x"] 1\n{"a": 1.0}\n{"b": [2]}')

    lines = list(read_lines(path, "t.jsonl"))

    assert [line.value for line in lines] == [{"a": 1}, None, None, None, {"a": 1}, {"b": [2]}]
    assert [str(found) for line in lines for found in line.findings] == [
        "t.jsonl:4:1: error DT002: the text ends here, where a value should stand",
        "t.jsonl:5:10: error DT001: the byte 0xE9 is not UTF-8; save the file as UTF-8",
        "t.jsonl:6:7: error DT002: the document has ended before this; a file holds one document",
        "t.jsonl:7:7: error DT004 a: 1.0 is a whole number; write 1",
    ]
    node = lines[-1].node
    assert node is not None
    assert node.at(["b", 0]).place == Place("t.jsonl", 8, 8, 1)


def test_says_that_the_last_line_is_cut_short(tmp_path: Path) -> None:
    """A file whose writing was broken off ends in a finding."""
    path = tmp_path / "t.jsonl"
    path.write_bytes(b'{"a": 1}\n{"a": "lavr')

    first, last = read_lines(path, "t.jsonl")

    assert first.readable
    assert [str(found) for found in last.findings] == [
        "t.jsonl:2:7: error DT002: the text that begins here is not closed with a double quote on its line"
    ]


def test_gives_nothing_for_a_file_without_lines(tmp_path: Path) -> None:
    """A table without rows is a table."""
    path = tmp_path / "t.jsonl"
    path.write_bytes(b"\n")

    assert list(read_lines(path, "t.jsonl")) == []


def test_names_a_wide_encoding_once(tmp_path: Path) -> None:
    """UTF-16 is refused by name, not line by line."""
    path = tmp_path / "t.jsonl"
    path.write_bytes("[1]\n[2]\n[3]\n".encode("utf-16"))

    (line,) = read_lines(path, "t.jsonl")

    assert [str(found) for found in line.findings] == ["t.jsonl:1:1: error DT001: the file is UTF-16; save it as UTF-8"]


def test_skips_a_line_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory taken is bounded by the length that a line may have, and the lines after it are read."""
    monkeypatch.setattr("diplotrips.extract.notation.lines.MAX_BYTES", 1024**2)
    path = tmp_path / "t.jsonl"
    path.write_bytes(b'["' + b"x" * 3 * 1024**2 + b'"]\n[2]\n')

    first, second = read_lines(path, "t.jsonl")

    assert [str(found) for found in first.findings] == ["t.jsonl:1:1: error DT001: the line is longer than 1 MB"]
    assert second.value == [2]


def test_says_why_a_path_is_not_read(tmp_path: Path) -> None:
    """A file that cannot be opened is one document that is not readable."""
    (missing,) = read_lines(tmp_path / "t.jsonl", "t.jsonl")

    assert [str(found) for found in missing.findings] == ["t.jsonl:1:1: error DT001: the file does not exist"]
    assert not missing.readable
