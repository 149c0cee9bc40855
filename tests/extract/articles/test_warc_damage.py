"""Archives that are damaged or hostile: each damage is told in one sentence, what is whole is read, and nothing is printed past us."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.articles.bodies import DamagedError, body_of
from diplotrips.extract.articles.files import pages_in
from diplotrips.extract.articles.known import Known
from diplotrips.extract.articles.pages import Page
from diplotrips.extract.articles.reading import read_article
from diplotrips.extract.articles.warc import MOST_HEAD_BYTES

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "<p>Foreign Minister Ada Vornholt arrived in Lima on Tuesday, her ministry said in a long statement.</p>"

BODY = f"<html><head><title>Tour</title></head><body><article>{SENTENCE * 3}</article></body></html>".encode()

BAD_LENGTH = "its head does not say how long it is, or that is no number"


def record(body: bytes = BODY, head: str = "", *, url: str = "https://example.org/a", fields: str = "", length: str = "") -> bytes:
    """Return a record with an answer; *head* are lines of the answer's head, *fields* of the record's."""
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{head}\r\n".encode() + body
    front = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n{fields}Content-Length: {length or len(block)}\r\n\r\n"
    return front.encode() + block + b"\r\n\r\n"


def told(file: Path, content: bytes) -> list[str]:
    """Return what becomes of the records of an archive: the address of a page, or why there is none."""
    file.write_bytes(content)
    return [one.url if isinstance(one, Page) else str(one).removeprefix(f"cannot read {file}") for one in pages_in([file])]


@pytest.mark.parametrize("length", [str(10**30), "-5", "abc", "1e5", "\u0665", "0x10"])
def test_an_impossible_length_ends_an_archive(tmp_path: Path, length: str) -> None:
    """A length that is no number of bytes is told, after the pages before it."""
    found = told(tmp_path / "a.warc", record() + record(length=length) + record())

    assert found == ["https://example.org/a", f": the archive is broken at record 2: {BAD_LENGTH}"]


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        (b"WARC/1.0\r\nWARC-Type: resp", "it ends within a record"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" + BODY, BAD_LENGTH),
        (record().split(b"HTTP/")[0], "it ends within a record"),
        (record()[:-200], "it ends within a record"),
        (b"rubbish\r\n", "where a record should begin there is none"),
        (record(length=str(len(BODY))), "where a record should begin there is none"),
        (b"WARC/1.0\r\nX: " + b"a" * MOST_HEAD_BYTES, "its head is larger than 256 kB"),
        (b"WARC/1.0\r\n" + b"X: a\r\n" * 50_000, "its head is larger than 256 kB"),
    ],
)
def test_tells_where_an_archive_breaks(tmp_path: Path, rest: bytes, reason: str) -> None:
    """An archive that ends within a head or a record, or holds something else, is told, after the pages before."""
    found = told(tmp_path / "a.warc", record() + rest)

    assert found[0] == "https://example.org/a"
    assert found[-1] == f": the archive is broken at record {len(found)}: {reason}"


@pytest.mark.parametrize("cut", [10, 30, 150])
def test_tells_that_a_packed_archive_is_cut_short(tmp_path: Path, cut: int) -> None:
    """A packed archive that ends too early gives the records before, then why."""
    found = told(tmp_path / "a.warc.gz", gzip.compress(record()) + gzip.compress(record())[:-cut])

    assert found[0] == "https://example.org/a"
    assert found[-1] == f": the archive is broken at record {len(found)}: it ends within a record"


def test_reads_an_archive_that_is_packed_in_one(tmp_path: Path) -> None:
    """Records need not be packed one by one."""
    assert told(tmp_path / "a.warc.gz", gzip.compress(record() + record(url="https://example.org/b"))) == [
        "https://example.org/a",
        "https://example.org/b",
    ]


def test_prints_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    """An address with spaces and control characters is cleaned, and nobody writes of it, or of damage, past us."""
    found = told(tmp_path / "a.warc", record(url="<https://example.org/a \x1b[31m\u202eb>") + b"\x1b[2J")

    assert found == ["https://example.org/a%20[31mb", ": the archive is broken at record 2: where a record should begin there is none"]
    assert capfd.readouterr() == ("", "")
    assert caplog.text == ""


PACKED = gzip.compress(BODY)

NOT_GZIP = "its head says that it is packed with gzip, and it is not, or it is damaged"


@pytest.mark.parametrize(
    ("body", "head", "reason"),
    [
        (PACKED[:-40], "Content-Encoding: gzip\r\n", "its body is cut short"),
        (PACKED[:-4] + b"XXXX", "Content-Encoding: gzip\r\n", NOT_GZIP),
        (b"garbage" * 30, "Content-Encoding: gzip\r\n", NOT_GZIP),
        (b"\x0b\x02\x80garbage", "Content-Encoding: deflate\r\n", NOT_GZIP.replace("gzip", "deflate")),
        (b"\x0b\x02\x80garbage", "Content-Encoding: br\r\n", "it is packed in a way that cannot be read; only gzip and deflate can"),
        (b"ff\r\n" + BODY[:100], "Transfer-Encoding: chunked\r\n", "its body is cut short, or its chunks are not as long as they say"),
        (gzip.compress(b"") * 500 + PACKED, "Content-Encoding: gzip\r\n", NOT_GZIP),
        (BODY, "X: " + "a" * MOST_HEAD_BYTES + "\r\n", "its head is larger than 256 kB"),
    ],
)
def test_a_damaged_answer_loses_no_other(tmp_path: Path, body: bytes, head: str, reason: str) -> None:
    """An answer that is cut short, or not what its head says, is told with its number, and those behind it are read."""
    found = told(tmp_path / "a.warc", record(body, head) + record(url="https://example.org/b"))

    assert found == [f"#1: {reason}", "https://example.org/b"]


@pytest.mark.parametrize(
    ("content", "transfer", "packing"),
    [
        (BODY, "", ""),
        (BODY, "chunked", "gzip"),
        (b"\r\n" + BODY, "", "br"),
        (PACKED, "", "gzip"),
        (PACKED + b"\r\n", "", "x-gzip"),
        (PACKED, "chunked", "GZIP"),
        (gzip.compress(BODY[:100]) + gzip.compress(BODY[100:]), "", "gzip"),
        (zlib.compress(BODY), "", "deflate"),
        (zlib.compress(BODY)[2:-4], "", "deflate"),
        (b"64\r\n" + BODY[:100] + b"\r\n%x;name=x\r\n" % len(BODY[100:]) + BODY[100:] + b"\r\n0\r\n\r\n", "Chunked", "identity"),
        (b"%X\r\n" % len(PACKED) + PACKED + b"\r\n0\r\n\r\n", "chunked", "gzip"),
        (zlib.compress(PACKED), "", "gzip, deflate"),
    ],
)
def test_unpacks_bodies(content: bytes, transfer: str, packing: str) -> None:
    """Chunks and packings are undone, unless the archive has undone them already."""
    assert body_of(content, transfer, packing, 10_000).strip() == BODY


def test_a_body_unpacks_to_no_more_than_the_limit() -> None:
    """Of what becomes huge when it is unpacked one byte more than the limit is kept, by which it is seen."""
    assert len(body_of(gzip.compress(b"<" + b"a" * 1_000_000), "", "gzip", 5_000)) == 5_001


def test_a_damaged_body_is_an_error_of_its_own() -> None:
    """The error is a clause that says how."""
    with pytest.raises(DamagedError, match=r"^its body is cut short$"):
        body_of(PACKED[:50], "", "gzip", 10_000)


def test_a_page_that_was_archived_in_part_says_so(tmp_path: Path) -> None:
    """What the archive says that it left out is told with the article."""
    (tmp_path / "a.warc").write_bytes(record(fields="WARC-Truncated: length\r\n"))

    (page,) = pages_in([tmp_path / "a.warc"])

    assert isinstance(page, Page)
    assert read_article(page, Known()).notes == ("who archived it kept only its beginning, so that the end of the article may be missing",)


@pytest.mark.parametrize("name", ["undefined", "punycode"])
def test_a_hostile_encoding_loses_no_article(tmp_path: Path, name: str) -> None:
    """A server or page that declares what no text is in is not believed."""
    (tmp_path / "a.warc").write_bytes(record().replace(b"utf-8", b"utf-7") + record())
    (tmp_path / "b.html").write_bytes(BODY.replace(b"<head>", f'<head><meta charset="{name}">'.encode()))

    pages = [page for page in pages_in([tmp_path / "a.warc", tmp_path / "b.html"]) if isinstance(page, Page)]

    assert [read_article(page, Known()).article.text.splitlines()[0] for page in pages] == ["Tour"] * 3
    assert read_article(replace(pages[0], charset=name), Known()).article.text.startswith("Tour")


def test_a_damaged_archive_stops_nothing(tmp_path: Path) -> None:
    """The files behind it are read."""
    (tmp_path / "a.warc").write_bytes(record(length=str(10**30)))
    (tmp_path / "b.html").write_bytes(BODY)

    broken, page = pages_in([tmp_path / "a.warc", tmp_path / "b.html"])

    assert isinstance(broken, UnreadablePathError)
    assert isinstance(page, Page)
