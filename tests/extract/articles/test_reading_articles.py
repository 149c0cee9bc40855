"""Reading articles: encodings, pages in HTML with what their head says, archives, and what is refused."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from diplotrips.errors import UnreadablePathError, UnusableRequestError
from diplotrips.extract.articles.files import files_in, pages_in
from diplotrips.extract.articles.known import Known
from diplotrips.extract.articles.pages import Form, Page
from diplotrips.extract.articles.reading import MOST_CHARS, read_article
from diplotrips.schema.dates.edtf import EdtfDate

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.extract.articles.reading import ReadArticle

TEXT = "Foreign Minister Eva Vornhölt arrived in Lima on Tuesday.\r\nShe met her host – twice."

BODY = "".join(
    f"<p>Foreign Minister Ada Vornholt arrived in Lima on Tuesday for round {n} of the talks with her host.</p>" for n in range(5)
)


KNOWN = "the names of articles end in .txt, .text, .md, .html, .htm, .xhtml, .warc, .warc.gz"


def page(head: str = "", body: str = BODY) -> bytes:
    """Return a page with an article in it."""
    return (
        f"<!DOCTYPE html><html><head><title>Vornholt Tours the Andes | Example Post</title>{head}</head><body>"
        "<nav><a href='/'>Home</a></nav>"
        f"<article><h1>Vornholt Tours the Andes</h1>{body}</article><footer>Copyright 1 January 2021</footer></body></html>"
    ).encode()


def read(content: bytes, form: Form = Form.TEXT, known: Known | None = None, charset: str = "") -> ReadArticle:
    """Return the article of some bytes."""
    return read_article(Page("a.txt", "a", content, form, charset), known or Known())


@pytest.mark.parametrize(
    ("content", "text", "notes"),
    [
        (TEXT.encode(), TEXT, ()),
        (b"\xef\xbb\xbf" + TEXT.encode(), "\ufeff" + TEXT, ()),
        (TEXT.encode("utf-16"), TEXT, ()),
        (TEXT.encode("utf-32"), TEXT, ()),
        (TEXT.encode("cp1252"), TEXT, ("it is not UTF-8 and was read as windows-1252",)),
    ],
)
def test_decodes_texts(content: bytes, text: str, notes: tuple[str, ...]) -> None:
    """A byte order mark decides, else UTF-8, else windows-1252, which is told; line ends stay."""
    found = read(content)

    assert found.article.text == text
    assert found.notes == notes
    assert found.is_file is (content.decode("utf-8", "replace") == text)


def test_what_is_declared_goes_before_a_guess() -> None:
    """An encoding that the user names is tried first, without a note."""
    found = read("Министр прибыл".encode("cp1251"), known=Known.given("", "", "", "windows-1251"))

    assert found.article.text == "Министр прибыл"
    assert found.notes == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "there is no text in it"),
        (b"\xef\xbb\xbf \r\n", "there is no text in it"),
        (b"%PDF-1.7 x", "it is a PDF file, not a text"),
        (b"PK\x03\x04xx", "it is a ZIP archive, or a document of a word processor, not a text"),
        (b"\x00\x01\x02abc", "it is binary, not a text"),
        (b"caf\x81", "its encoding is neither UTF-8 nor windows-1252; say which with --encoding"),
        (b"a" * (MOST_CHARS + 1), "its text is longer than 300,000 characters, which no article is"),
    ],
)
def test_refuses_what_is_no_text(content: bytes, reason: str) -> None:
    """What cannot be an article is refused with one sentence that names the file."""
    with pytest.raises(UnreadablePathError) as refused:
        read(content)

    assert str(refused.value) == f"cannot read a.txt: {reason}"


def test_takes_the_article_out_of_a_page() -> None:
    """The title comes first, what stands around the article is left out, and no day is taken from there."""
    article = read(page('<meta property="og:site_name" content="Example Post">'), Form.HTML).article

    assert article.text.startswith("Vornholt Tours the Andes\n")
    assert "Home" not in article.text
    assert (article.title, article.publisher, article.published) == ("Vornholt Tours the Andes", "Example Post", None)


@pytest.mark.parametrize(
    ("head", "body", "found_in"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-05-20T23:30+02"}]}</script>',
            BODY,
            "JSON-LD",
        ),
        ('<meta property="article:published_time" content="2024-05-20T01:00:00Z">', BODY, "meta article:published_time"),
        ('<meta name="DC.date" content="20 May 2024">', BODY, "meta dc.date"),
        ('<meta name="date" content="May 20, 2024">', BODY, "meta date"),
        ("", f'<time datetime="2024-05-20">Monday</time>{BODY}', "time"),
        ('<script type="application/ld+json">{broken</script><meta name="pubdate" content="20240520">', BODY, "meta pubdate"),
    ],
)
def test_finds_the_day_of_publication(head: str, body: str, found_in: str) -> None:
    """JSON-LD, meta elements and time elements give the day of the page's own clock, with the basis that it is metadata."""
    found = read(page(head, body), Form.HTML)

    assert str(found.article.published) == "2024-05-20"
    assert found.article.published_basis == "metadata"
    assert found.notes == (f"published 2024-05-20 by its metadata ({found_in})",)


@pytest.mark.parametrize("value", ["05/06/2024", "yesterday", "2024-13-01", "0000-00-00", ""])
def test_a_doubtful_day_is_none(value: str) -> None:
    """A day that could be read in two ways, or that no calendar has, is passed over."""
    assert read(page(f'<meta name="date" content="{value}">'), Form.HTML).article.published is None


def test_the_user_knows_better_than_the_page() -> None:
    """A day that is given goes before that of the metadata, which is told where it differs."""
    found = read(page('<meta name="date" content="2024-05-20">'), Form.HTML, Known.given("", "2024-05-21", "", ""))

    assert (str(found.article.published), found.article.published_basis) == ("2024-05-21", "")
    assert found.notes == ("its metadata say that it was published 2024-05-20 (meta date)",)


def test_a_page_may_declare_its_encoding() -> None:
    """What a page declares, or the server, is believed; ISO 8859-1 means windows-1252."""
    declared = (
        page('<meta charset="iso-8859-1">', "<p>“Vornhölt arrived in Lima on Tuesday,” they said of the minister.</p>" * 5)
        .decode()
        .encode("cp1252")
    )

    assert "“Vornhölt arrived" in read(declared, Form.HTML).article.text
    assert "“Vornhölt arrived" in read(declared, Form.HTML, charset="latin-1").article.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (page(body="<div>" * 5_000 + BODY), "its elements stand more than 250 deep within each other"),
        (b"<html><body></body></html>", "no text of an article was found in the page"),
        (b"<!-- nothing", "no text of an article was found in the page"),
    ],
)
def test_refuses_pages_without_an_article(content: bytes, reason: str) -> None:
    """A page that no parser can hold, or without a text, is refused."""
    with pytest.raises(UnreadablePathError) as refused:
        read(content, Form.HTML)

    assert refused.value.reason == reason


def test_old_pages_are_not_nested() -> None:
    """Paragraphs and items that nobody closed do not stand within each other."""
    body = "<ul>" + "<li>one<p>two<br>" * 400 + "</ul>" + BODY

    assert "Ada Vornholt" in read(page(body=body), Form.HTML).article.text


@pytest.mark.parametrize(("published", "encoding"), [("20 May", ""), ("2024-02-30", ""), ("", "utf-99")])
def test_refuses_what_was_typed(published: str, encoding: str) -> None:
    """A day or an encoding that is none is refused before anything is read."""
    with pytest.raises(UnusableRequestError, match=r"^--"):
        Known.given("", published, "", encoding)


def test_an_interval_is_a_day_of_publication() -> None:
    """An interval in which the day lies is taken as it is."""
    assert Known.given("", "2024-05-20/2024-05-22", "", "").published == EdtfDate.parse("2024-05-20/2024-05-22")


def archive(path: Path, count: int) -> bytes:
    """Write an archive with an image and some pages, and return its bytes."""
    with path.open("wb") as stream:
        for number in range(count + 1):
            kind = "text/html; charset=utf-8" if number else "image/png"
            block = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + page()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.example.org/news/{number}\r\n"
                f"WARC-Date: 2024-06-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            record = head.encode() + block + b"\r\n\r\n"
            stream.write(gzip.compress(record) if path.suffix == ".gz" else record)
    return path.read_bytes()


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_reads_archives(tmp_path: Path, name: str) -> None:
    """Each page of an archive is an article with its address; an image is none."""
    archive(tmp_path / name, 2)

    pages = list(pages_in([tmp_path / name]))

    assert [(one.name, one.url, one.charset) for one in pages if isinstance(one, Page)] == [
        ("example.org/news/1", "https://www.example.org/news/1", "utf-8"),
        ("example.org/news/2", "https://www.example.org/news/2", "utf-8"),
    ]
    assert [one.shown_as for one in pages if isinstance(one, Page)] == [f"{tmp_path / name}#2", f"{tmp_path / name}#3"]


def test_a_broken_archive_gives_what_is_before_the_break(tmp_path: Path) -> None:
    """The pages before the break are read, then why it ends."""
    content = archive(tmp_path / "a.warc", 2)
    (tmp_path / "a.warc").write_bytes(content[:-200])

    first, broken = pages_in([tmp_path / "a.warc"])

    assert isinstance(first, Page)
    assert str(broken) == f"cannot read {tmp_path / 'a.warc'}: the archive is broken at record 3: it ends within a record"


def test_an_archive_may_be_none(tmp_path: Path) -> None:
    """A file that only has the name of an archive is refused."""
    (tmp_path / "a.warc").write_text("no archive\n" * 5)

    (broken,) = pages_in([tmp_path / "a.warc"])

    assert str(broken) == f"cannot read {tmp_path / 'a.warc'}: the archive is broken at record 1: where a record should begin there is none"


def test_a_folder_stands_for_its_articles(tmp_path: Path) -> None:
    """All files below it with a known suffix, sorted; neither hidden ones nor others."""
    for name in ("b.txt", "a/z.HTML", "a/b.md", ".hidden.txt", "notes.docx", "c.warc.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")

    assert [str(file) for file in files_in([tmp_path])] == [str(tmp_path / name) for name in ("a/b.md", "a/z.HTML", "b.txt", "c.warc.gz")]


def test_what_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    """A missing file, an empty folder and a file that is too large are told, and the others are read."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("A text.")
    with (tmp_path / "large.txt").open("wb") as stream:
        stream.truncate(50_000_000)

    found = [
        str(one) if isinstance(one, UnreadablePathError) else one.name
        for one in pages_in(files_in([tmp_path / "no.txt", tmp_path / "empty", tmp_path]))
    ]

    assert found == [
        f"cannot read {tmp_path / 'no.txt'}: the file does not exist",
        f"cannot read {tmp_path / 'empty'}: no article is in this folder; {KNOWN}",
        "a",
        f"cannot read {tmp_path / 'large.txt'}: it is larger than 32 MB",
    ]
