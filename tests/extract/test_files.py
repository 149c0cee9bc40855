"""Whatever prevents the reading of a file is a finding, never a traceback."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from diplotrips.extract.notation.files import read_file
from diplotrips.extract.notation.parsed import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

BYTES = [
    (b"a: 1\r\nb: caf\xe9\n", "t.yaml:2:7: error DT001: the byte 0xE9 is not UTF-8; save the file as UTF-8"),
    (b"\xef\xbb\xbfa: \xc3", "t.yaml:1:4: error DT001: the byte 0xC3 is not UTF-8; save the file as UTF-8"),
    (b"a: \xed\xa0\x80", "t.yaml:1:4: error DT001: the byte 0xED is not UTF-8; save the file as UTF-8"),
    ("a: 1".encode("utf-16"), "t.yaml:1:1: error DT001: the file is UTF-16; save it as UTF-8"),
    ("a: 1".encode("utf-32"), "t.yaml:1:1: error DT001: the file is UTF-32; save it as UTF-8"),
    ("a: 1".encode("utf-16-le"), "t.yaml:1:1: error DT001: the file looks like UTF-16; save it as UTF-8"),
    ("a: 1".encode("utf-16-be"), "t.yaml:1:1: error DT001: the file looks like UTF-16; save it as UTF-8"),
    (b"a: 1\0", "t.yaml:1:5: error DT001: the invisible character U+0000 stands here; take it out"),
    (b"", "t.yaml:1:1: error DT001: the file is empty"),
    (b"#" * (MAX_BYTES + 1), "t.yaml:1:1: error DT001: the file is larger than 32 MB"),
]


@pytest.mark.parametrize(("content", "finding"), BYTES, ids=range(len(BYTES)))
def test_says_which_bytes_are_refused(content: bytes, finding: str, tmp_path: Path) -> None:
    """Encodings are named and the first bad byte is placed."""
    path = tmp_path / "t.yaml"
    path.write_bytes(content)

    parsed = read_file(path, "t.yaml")

    assert [str(found) for found in parsed.findings] == [finding]
    assert not parsed.readable


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none.yaml", "the file does not exist"),
        ("folder.yaml", "this is a folder, not a file"),
        ("pipe.yaml", "this is a pipe, a socket or a device, not a file"),
        ("broken.yaml", "the link leads to a file that does not exist"),
        ("circle.yaml", "the link leads back to itself"),
        ("right.yaml/x.yaml", "the file does not exist"),
        ("x\0y.yaml", "the name of the file holds a character that no file name can have"),
        ("x" * 300 + ".yaml", "the name of the file is too long"),
        ("notes.txt", "a file is read by its suffix, and .txt is neither .yaml, .yml nor .json"),
        ("notes", "a file is read by its suffix, and none is neither .yaml, .yml nor .json"),
    ],
)
def test_says_why_a_path_is_not_read(name: str, reason: str, tmp_path: Path) -> None:
    """What is no file is not opened, so a pipe does not make the reading wait."""
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "right.yaml").write_text("a: 1", "utf-8")
    (tmp_path / "broken.yaml").symlink_to("gone.yaml")
    (tmp_path / "circle.yaml").symlink_to("circle.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")

    parsed = read_file(tmp_path / name, "t")

    assert [str(found) for found in parsed.findings] == [f"t:1:1: error DT001: {reason}"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_says_that_permission_is_missing(tmp_path: Path) -> None:
    """A file that may not be read is a finding."""
    path = tmp_path / "t.yaml"
    path.write_text("a: 1", "utf-8")
    path.chmod(0)

    (finding,) = read_file(path, "t.yaml").findings

    assert finding.message == "there is no permission to read the file"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("a.yaml", "dates: 2023", {"dates": "2023"}),
        ("a.YML", "\ufeffdates: 2023", {"dates": "2023"}),
        ("a.json", '{"dates": 2023}', {"dates": 2023}),
    ],
)
def test_chooses_the_notation_by_the_suffix(name: str, text: str, value: object, tmp_path: Path) -> None:
    """YAML takes dates as their source text; JSON says itself what is text."""
    path = tmp_path / name
    path.write_text(text, "utf-8")

    parsed = read_file(path, name, date_keys=frozenset({"dates"}))

    assert (parsed.value, parsed.findings, parsed.readable) == (value, (), True)
