"""A registry on a server. What cannot be had is told with its address; what may pass is tried again, what cannot is not.

Tried again, each time after twice the pause or as the server asks: a connection that breaks, a file that breaks off, and the answers 429,
502, 503 and 504. A redirect is followed within the host only, and never from https to http. Proxies, certificates and passwords are those
that `requests` finds: environment, `.netrc`, address; no message shows a password.
"""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass
from email.utils import mktime_tz, parsedate_tz
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import requests
from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError

from diplotrips.errors import FetchError
from diplotrips.exports.reading.addresses import led, without_password
from diplotrips.exports.reading.refusals import HTML_INSTEAD, is_html, seconds_told, told_of
from diplotrips.exports.reading.registry import CHUNK_BYTES
from diplotrips.exports.reading.time_limits import Watch, WatchedAdapter
from diplotrips.version import __version__

if TYPE_CHECKING:
    from typing import BinaryIO

    from diplotrips.exports.reading.registry import Told, Wanted

PASSING: Final = {
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
}
"""Answers after which the same request may go well."""

MISSING: Final = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}

_LONGEST_TOLD_S: Final = 31_536_000
"""Seconds of a year: who asks for more patience than this means never."""

_MOST_HOPS: Final = 5
"""Redirects in a row that are followed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a server is waited for, and how often it is asked."""

    connect_s: float = 10
    """Seconds for a connection."""
    read_s: float = 30
    """Seconds without a byte."""
    whole_s: float = 60
    """Seconds for a whole file, and for a large one as many more as it takes at the slowest."""
    slowest_bytes_a_second: float = 20_000
    attempts: int = 4
    pause_s: float = 0.5
    """Seconds before the second attempt; doubled with each further one."""
    longest_pause_s: float = 60
    """Where a server asks for more patience than this, it is not waited for."""


class _PassingError(Exception):
    """An attempt failed, and another one may not; `pause_s` is how long the server asks to wait."""

    def __init__(self, reason: str, pause_s: float = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.pause_s = pause_s


class HttpRegistry:
    """Releases below *address*."""

    def __init__(self, address: str, limits: Limits = Limits()) -> None:
        self._address = address
        self.address = without_password(self._address)
        self.limits = limits
        self._adapter = WatchedAdapter()
        self._session = requests.Session()
        self._session.headers.update({"User-Agent": f"diplotrips/{__version__}", "Accept-Encoding": "identity"})

    def shown(self, wanted: Wanted) -> str:
        """Return the address of a file, without a password."""
        return f"{self.address}/{quote(wanted.path)}"

    def copy(self, wanted: Wanted, into: BinaryIO, told: Told) -> None:
        """Write the file that is wanted to *into*, from its beginning, in as many attempts as it takes.

        Raises:
            FetchError: it cannot be had, or has another size.
            OSError: *into* cannot be written.
        """
        pause_s, tried = self.limits.pause_s, 1
        while True:
            try:
                return self._attempt(wanted, into, told)
            except _PassingError as error:
                if error.pause_s > self.limits.longest_pause_s:
                    told_pause = f"{error.reason} and asks to be left alone for {seconds_told(error.pause_s)}"
                    raise FetchError(self.shown(wanted), wanted.version, told_pause) from error
                if tried >= self.limits.attempts:
                    told_often = f"{error.reason}, {tried} times" if tried > 1 else error.reason
                    raise FetchError(self.shown(wanted), wanted.version, told_often) from error
                time.sleep(max(pause_s, error.pause_s))
            pause_s, tried = 2 * pause_s, tried + 1

    def close(self) -> None:
        """Close the connection."""
        self._session.close()
        self._adapter.close()

    def _attempt(self, wanted: Wanted, into: BinaryIO, told: Told) -> None:
        """Ask once for a file and write what comes."""
        seconds = self.limits.whole_s + (wanted.size or 0) / self.limits.slowest_bytes_a_second
        with Watch(self._adapter, seconds) as watch:
            try:
                with closing(self._answer(wanted)) as answer:
                    self._take(answer, wanted, into, told)
            except (RequestException, HTTPError) as error:
                reason, is_passing = told_of(error, self.limits.connect_s, self.limits.read_s)
                if is_passing and not watch.is_over:
                    raise _PassingError(reason) from error
                raise self._failed(wanted, reason, watch, seconds) from error
            except _PassingError as error:
                if not watch.is_over:
                    raise
                raise self._failed(wanted, error.reason, watch, seconds) from error
            if watch.is_over:
                raise self._failed(wanted, "", watch, seconds)

    def _failed(self, wanted: Wanted, reason: str, watch: Watch, seconds: float) -> FetchError:
        """Return that a file cannot be had, because it took too long if it did."""
        slow = f"the server is too slow: the file was not there after {seconds_told(seconds)}"
        return FetchError(self.shown(wanted), wanted.version, slow if watch.is_over else reason)

    def _answer(self, wanted: Wanted) -> requests.Response:
        """Return the answer that has the file, at the end of all redirects; its content has not been read."""
        address = f"{self._address}/{quote(wanted.path)}"
        for _ in range(_MOST_HOPS + 1):
            answer = self._sent(address)
            try:
                if not answer.is_redirect:
                    self._refuse_other_answers(answer, wanted)
                    return answer
                address = led(address, answer.headers["Location"], self.shown(wanted), wanted.version)
            except BaseException:
                answer.close()
                raise
            answer.close()
        raise FetchError(
            self.shown(wanted), wanted.version, f"the server leads on from one address to the next, more than {_MOST_HOPS} times"
        )

    def _sent(self, address: str) -> requests.Response:
        """Return the answer to one request, whatever it is; the session would read the content of a redirect, however large it is."""
        request = self._session.prepare_request(requests.Request("GET", address))
        surroundings = self._session.merge_environment_settings(address, {}, stream=True, verify=None, cert=None)
        return self._adapter.send(request, timeout=(self.limits.connect_s, self.limits.read_s), **surroundings)

    def _refuse_other_answers(self, answer: requests.Response, wanted: Wanted) -> None:
        """Refuse whatever is no file."""
        status = answer.status_code
        if status == HTTPStatus.OK:
            if is_html(answer.headers.get("Content-Type", ""), b""):
                raise FetchError(self.shown(wanted), wanted.version, HTML_INSTEAD)
            return
        known = status in {known.value for known in HTTPStatus}
        told = f"{status} {HTTPStatus(status).phrase}" if known else str(status)
        if status in PASSING:
            raise _PassingError(f"the server answers {told}", _asked_pause(answer.headers.get("Retry-After", "")))
        reason = f"the server has no such file ({told})" if status in MISSING else f"the server answers {told}"
        raise FetchError(self.shown(wanted), wanted.version, reason)

    def _take(self, answer: requests.Response, wanted: Wanted, into: BinaryIO, told: Told) -> None:
        """Write the content of *answer* to *into*, no more than is wanted."""
        into.seek(0)
        into.truncate()
        taken = 0
        for chunk in answer.iter_content(CHUNK_BYTES):
            if not taken and is_html("", chunk):
                raise FetchError(self.shown(wanted), wanted.version, HTML_INSTEAD)
            taken += len(chunk)
            if taken > wanted.most:
                raise FetchError(self.shown(wanted), wanted.version, f"the file is larger than the {wanted.most:,} bytes that it may have")
            into.write(chunk)
            told(taken)
        if wanted.size is not None and taken < wanted.size:
            raise _PassingError(f"the file breaks off after {taken:,} of {wanted.size:,} bytes")


def _asked_pause(header: str) -> float:
    """Return how many seconds a server asks to wait, which it says as a number or as a time; 0 where it says nothing that can be read."""
    try:
        if header.strip().isdecimal():
            return min(float(header), _LONGEST_TOLD_S)
        told = parsedate_tz(header)
        return min(max(mktime_tz(told) - time.time(), 0), _LONGEST_TOLD_S) if told else 0
    except (OverflowError, ValueError):
        return 0
