"""A limit on how long an answer takes as a whole, whatever a server does to keep a connection alive.

The limits that sockets know begin anew with every byte, so that a byte every few seconds is never too slow for them.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Timer
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from requests import PreparedRequest
    from urllib3.connectionpool import HTTPConnectionPool


class WatchedAdapter(HTTPAdapter):
    """Transport of `requests` that knows its sockets: one connection at a time, kept for the next file."""

    def __init__(self) -> None:
        self.sockets: list[socket.socket] = []
        super().__init__(pool_connections=1, pool_maxsize=1)

    def get_connection_with_tls_context(self, request: PreparedRequest, *arguments: Any, **named: Any) -> HTTPConnectionPool:  # noqa: ANN401  (handed on as they are)
        """Return the connections for *request*, which tell of every socket that they open."""
        pool = super().get_connection_with_tls_context(request, *arguments, **named)
        kind = pool.ConnectionCls
        if not issubclass(kind, _Telling):
            pool.ConnectionCls = type(kind.__name__, (_Telling, kind), {"sockets": self.sockets})
        return pool


class _Telling(HTTPConnection):
    """A connection that keeps the socket that it opens in a list."""

    sockets: list[socket.socket]

    def connect(self) -> None:
        """Open the socket."""
        super().connect()
        self.sockets[:] = [known for known in self.sockets if known.fileno() >= 0]
        if self.sock is not None:
            self.sockets.append(self.sock)


class Watch:
    """While it is open, the connections of an adapter are cut when *seconds* have passed; `is_over` tells whether they were."""

    def __init__(self, adapter: WatchedAdapter, seconds: float) -> None:
        self.is_over = False
        self._adapter = adapter
        self._timer = Timer(seconds, self._cut)

    def __enter__(self) -> Self:
        self._timer.daemon = True
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._timer.cancel()
        self._timer.join()

    def _cut(self) -> None:
        """End all connections, so that whoever waits for a byte of them waits no longer."""
        self.is_over = True
        for opened in list(self._adapter.sockets):
            with suppress(OSError):  # it is closed already
                socket.socket.shutdown(opened, socket.SHUT_RDWR)  # past the layer of TLS, which is not for two threads
