"""WARC archives: each HTML response is an article, with its address and encoding; the day of the visit is no day of publication."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from diplotrips.errors import UnreadablePathError, UnusableRequestError
from diplotrips.extract.articles.pages import Form, Page
from diplotrips.extract.notation.parsed import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HTML: Final = re.compile(r"\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)

_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w:-]{2,40})", re.IGNORECASE)

_ADDRESS: Final = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)

_OK: Final = "200"


def archived(stream: BinaryIO, file: Path) -> Iterator[Page | UnreadablePathError]:
    """Yield the HTML responses of an archive, in order; of a broken one those before the break, and then why it ends.

    Raises:
        UnusableRequestError: warcio is not installed.
    """
    iterator, broken = _warcio()
    number, offset, found = 0, 0, 0
    try:
        records = iterator(stream)
        for record in records:
            number += 1
            if _is_page(record):
                content = record.content_stream().read(MAX_BYTES + 1)
                _hold_whole(record, content)
                at = min(stream.tell(), offset + len(content))
                found += 1
                yield _page(record, content, f"{file}#{number}", max(at - offset, 0))
                offset = max(at, offset)
    except (broken, OSError, EOFError, ValueError, zlib.error) as error:
        yield UnreadablePathError(file, f"the archive is broken at record {number}: {_reason(error)}")
        return
    if not found:
        yield UnreadablePathError(file, "the archive holds no page in HTML")


def _warcio() -> tuple[Any, type[Exception]]:
    """Return what reads archives, and what that raises at a broken one."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  (an extra)
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415  (an extra)
    except ImportError as error:
        told = "archives are read by the package warcio, which is not installed; install diplotrips[warc]"
        raise UnusableRequestError(told) from error
    return ArchiveIterator, ArchiveLoadFailed


def _is_page(record: Any) -> bool:  # noqa: ANN401  (warcio has no types)
    """Tell whether a record is the answer to a request, and a page in HTML."""
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or not str(headers.get_statuscode()).startswith(_OK):
        return False
    return bool(_HTML.match(headers.get_header("Content-Type") or ""))


def _hold_whole(record: Any, content: bytes) -> None:  # noqa: ANN401  (warcio has no types)
    """Raise an error if the archive ends within a record, which warcio takes for its end."""
    if len(content) <= MAX_BYTES and getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("it ends within a record")


def _page(record: Any, content: bytes, shown_as: str, size_bytes: int) -> Page | UnreadablePathError:  # noqa: ANN401  (warcio has no types)
    """Return the page of a record, unless it is too large."""
    if len(content) > MAX_BYTES:
        return UnreadablePathError(shown_as, f"it is larger than {MAX_BYTES // 1024**2} MB")
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    charset = _CHARSET.search(record.http_headers.get_header("Content-Type") or "")
    return Page(shown_as, _ADDRESS.sub("", url), content, Form.HTML, charset[1] if charset else "", url, size_bytes)


def _reason(error: Exception) -> str:
    """Return what the library says, on one line and not too long."""
    return (" ".join(str(error).split()) or type(error).__name__)[:120].rstrip(".")
