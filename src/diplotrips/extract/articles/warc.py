"""WARC archives: each HTML response is an article, with its address and encoding; the day of the visit is no day of publication.

Records are walked here, and only their heads are read by warcio: what it says of damage it writes to the terminal, and some it passes over.
"""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple, cast

from diplotrips.errors import UnreadablePathError, UnusableRequestError
from diplotrips.extract.articles.bodies import DamagedError, body_of
from diplotrips.extract.articles.pages import Form, Page
from diplotrips.extract.notation.parsed import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MOST_HEAD_BYTES: Final = 256 * 1024
"""Bytes of the largest head of a record or an answer; servers refuse more than a thirtieth of it."""

_HTML: Final = re.compile(r"\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)

_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w:-]{2,40})", re.IGNORECASE)

_ADDRESS: Final = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)

_LENGTH: Final = re.compile(r"[0-9]{1,15}")

_BEGINS: Final = b"WARC/"

_GZIP: Final = b"\x1f\x8b"

_OK: Final = "200"

_BLOCK_BYTES: Final = 64 * 1024

_LINE_BYTES: Final = 8 * 1024
"""Bytes of the longest first line of a record or an answer."""

_TRUNCATED: Final = "who archived it kept only its beginning, so that the end of the article may be missing"

_CUT: Final = "it ends within a record"

_NO_LENGTH: Final = "its head does not say how long it is, or that is no number"

_LARGE_HEAD: Final = f"its head is larger than {MOST_HEAD_BYTES // 1024} kB"


class _Record(NamedTuple):
    """A record: its head, and the stream that its content is read from, which ends with it."""

    headers: Any
    content: Any


def archived(stream: BinaryIO, file: Path) -> Iterator[Page | UnreadablePathError]:
    """Yield the HTML responses of an archive, in order; of a broken one those before the break, and then why it ends.

    Raises:
        UnusableRequestError: warcio is not installed.
    """
    head_of, limited = _warcio()
    records = _records(_unpacked(stream), head_of, limited)
    number, offset, found = 1, 0, 0
    try:
        while record := next(records, None):
            page = _page(record, f"{file}#{number}", head_of)
            _pass_over(record)
            number += 1
            if page:
                found += 1
                yield replace(page, size_bytes=stream.tell() - offset) if isinstance(page, Page) else page
                offset = stream.tell() if isinstance(page, Page) else offset
    except (DamagedError, OSError, EOFError, zlib.error) as error:
        yield UnreadablePathError(file, f"the archive is broken at record {number}: {_reason(error)}")
        return
    if not found:
        yield UnreadablePathError(file, "the archive holds no page in HTML")


def _warcio() -> tuple[Callable[[Any, bytes], Any], Callable[[Any, int], Any]]:
    """Return what reads the head of a record or an answer behind its first line, and what ends a stream after so many bytes."""
    try:
        from warcio.limitreader import LimitReader  # noqa: PLC0415  (an extra)
        from warcio.statusandheaders import StatusAndHeadersParser  # noqa: PLC0415  (an extra)
    except ImportError as error:
        told = "archives are read by the package warcio, which is not installed; install diplotrips[warc]"
        raise UnusableRequestError(told) from error
    parser = StatusAndHeadersParser([], verify=False)

    def head_of(stream: Any, first: bytes) -> Any:  # noqa: ANN401  (warcio has no types)
        lines = LimitReader(stream, MOST_HEAD_BYTES)
        head = parser.parse(lines, first)
        if not lines.limit:
            raise DamagedError(_LARGE_HEAD)
        return head

    return head_of, LimitReader


def _unpacked(stream: BinaryIO) -> BinaryIO:
    """Return the stream, unpacked if it is: one record after another, or all in one."""
    packed = stream.read(len(_GZIP)) == _GZIP
    stream.seek(0)
    return cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if packed else stream


def _records(stream: BinaryIO, head_of: Callable[[Any, bytes], Any], limited: Callable[[Any, int], Any]) -> Iterator[_Record]:
    """Yield the records; the content of one must be read to its end before the next."""
    while first := stream.readline(_LINE_BYTES):
        if not first.strip():
            continue
        if not first.startswith(_BEGINS):
            raise DamagedError("where a record should begin there is none")
        headers = head_of(stream, first)
        length = headers.get_header("Content-Length") or ""
        if not _LENGTH.fullmatch(length):
            raise DamagedError(_NO_LENGTH if stream.read(1) else _CUT)
        yield _Record(headers, limited(stream, int(length)))


def _pass_over(record: _Record) -> None:
    """Read what is left of a record.

    Raises:
        DamagedError: the archive ends before the record does.
    """
    while record.content.read(_BLOCK_BYTES):
        pass
    if record.content.limit:
        raise DamagedError(_CUT)


def _page(record: _Record, shown_as: str, head_of: Callable[[Any, bytes], Any]) -> Page | UnreadablePathError | None:
    """Return the page of a record, or why it is not read; None: it is no answer to a request, or not in HTML."""
    url = _url(record.headers.get_header("WARC-Target-URI") or "")
    if record.headers.get_header("WARC-Type") != "response" or not _ADDRESS.match(url):
        return None
    try:
        first = record.content.readline(_LINE_BYTES)
        answer = head_of(record.content, first) if first.strip() else None
        kind = (answer.get_header("Content-Type") if answer else "") or ""
        if not answer or not answer.get_statuscode().startswith(_OK) or not _HTML.match(kind):
            return None
        content = record.content.read(MAX_BYTES + 1)
        if len(content) <= MAX_BYTES:
            transfer, packing = (answer.get_header(name) or "" for name in ("Transfer-Encoding", "Content-Encoding"))
            content = body_of(content, transfer, packing, MAX_BYTES)
    except DamagedError as error:
        return UnreadablePathError(shown_as, str(error))
    if len(content) > MAX_BYTES:
        return UnreadablePathError(shown_as, f"it is larger than {MAX_BYTES // 1024**2} MB")
    charset = _CHARSET.search(kind)
    notes = (_TRUNCATED,) if record.headers.get_header("WARC-Truncated") else ()
    return Page(shown_as, _ADDRESS.sub("", url), content, Form.HTML, charset[1] if charset else "", url, notes=notes)


def _url(address: str) -> str:
    """Return an address without the brackets that some programs put around it, and without what cannot be shown."""
    address = address.strip().removeprefix("<").removesuffix(">").replace(" ", "%20")
    return "".join(sign for sign in address if sign.isprintable())


def _reason(error: Exception) -> str:
    """Return how an archive is broken, on one line and not too long."""
    if isinstance(error, EOFError):
        return _CUT
    return (" ".join(str(error).split()) or type(error).__name__)[:120].rstrip(".")
