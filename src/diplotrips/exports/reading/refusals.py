"""Why a server did not hand over a file, in users' words."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Final

from requests.exceptions import ChunkedEncodingError, ConnectTimeout, ProxyError, ReadTimeout, SSLError
from urllib3.exceptions import IncompleteRead, NameResolutionError, NewConnectionError, ProtocolError, ReadTimeoutError

from diplotrips.errors import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator

HTML_INSTEAD: Final = "an HTML page came instead of the file, as from a page to sign in or from a proxy"

_REASONS: Final[tuple[tuple[tuple[type[Exception], ...], str, bool], ...]] = (
    ((NameResolutionError,), "there is no such host", False),
    ((ProxyError,), "the proxy does not let the request through", False),
    ((NewConnectionError,), "no connection ({why})", True),
    ((ConnectTimeout,), "no connection within {connect}", True),
    ((SSLError,), "the certificate of the server is not to be trusted, or it does not speak https", False),
    ((ReadTimeout, ReadTimeoutError), "nothing came for {read}", False),
    ((IncompleteRead,), "the file breaks off{where}", True),
    ((ProtocolError, ChunkedEncodingError), "the connection broke ({why})", True),
)
"""Kinds of errors, the first that fits first; what is told of them; whether another attempt may go well."""

_HTML_STARTS: Final = (b"<!doctype html", b"<html")


def is_html(content_type: str, start: bytes) -> bool:
    """Tell whether an answer is an HTML page, by its type or by how it begins; no file of a release is one."""
    page = content_type.partition(";")[0].strip().lower() in {"text/html", "application/xhtml+xml"}
    return page or start[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_HTML_STARTS)


def seconds_told(seconds: float) -> str:
    """Return `1 second`, `90 seconds`, `0.5 seconds`."""
    return "1 second" if seconds == 1 else f"{seconds:,.10g}".rstrip() + " seconds"


def told_of(error: Exception, connect_s: float, read_s: float) -> tuple[str, bool]:
    """Return why *error* came about, and whether another attempt may go well.

    Args:
        error: What `requests` or `urllib3` raised.
        connect_s: Seconds that a connection was waited for.
        read_s: Seconds that a byte was waited for.
    """
    causes = list(_causes(error))
    told = {"connect": seconds_told(connect_s), "read": seconds_told(read_s)}
    for kinds, reason, is_passing in _REASONS:
        found = next((cause for cause in causes if isinstance(cause, kinds)), None)
        if found is not None:
            otherwise = "nothing answers there" if isinstance(found, NewConnectionError) else "the server ended it"
            return reason.format(**told, where=_broken_off(found), why=_of_system(causes, otherwise)), is_passing
    return f"no answer that can be read ({type(error).__name__})", False


def _broken_off(error: BaseException) -> str:
    """Return where a file broke off, if that is what happened and the server had told its size."""
    partial, expected = getattr(error, "partial", None), getattr(error, "expected", None)
    if isinstance(partial, int) and isinstance(expected, int):
        return f" after {partial:,} of {partial + expected:,} bytes"
    return ""


def _of_system(causes: list[BaseException], otherwise: str) -> str:
    """Return the reason that the operating system gave, if it gave one."""
    given = (cause for cause in causes if isinstance(cause, OSError) and cause.errno in errno.errorcode and cause.strerror)
    return next((reason_of(cause) for cause in given), otherwise)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Return *error* and all that is behind it, in whatever way the packages have wrapped it."""
    waiting: list[BaseException] = [error]
    seen: set[int] = set()
    while waiting:
        found = waiting.pop(0)
        if id(found) in seen:
            continue
        seen.add(id(found))
        yield found
        behind = [found.__cause__, found.__context__, getattr(found, "reason", None), *found.args]
        waiting += [cause for cause in behind if isinstance(cause, BaseException)]
