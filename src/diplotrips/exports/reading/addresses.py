"""Addresses: which one a registry can have, how messages show it, and where its server may lead on to, which is nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit, urlunsplit

from diplotrips.errors import FetchError, UnusableRequestError

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_PORTS: Final = {"http": 80, "https": 443}


def led(address: str, location: str, shown: str, version: str) -> str:
    """Return the address that the server at *address* leads on to.

    Args:
        address: What it was asked for.
        location: What it said.
        shown: What was wanted in the first place, for messages.
        version: The version wanted, for messages.

    Raises:
        FetchError: that is another host, or plain http behind https, or no address.
    """
    try:
        target = urljoin(address, location)
        before, after = urlsplit(address), urlsplit(target)
        same = _host(before) == _host(after) or (_is_upgrade(before, after) and before.hostname == after.hostname)
    except ValueError as error:
        raise FetchError(shown, version, "the server leads on to something that is no address") from error
    if before.hostname == after.hostname and before.scheme == "https" and after.scheme != "https":
        raise FetchError(shown, version, f"the server leads on from https to {after.scheme}, which anybody on the way could change")
    if not same or after.scheme not in _PORTS:
        elsewhere = after.netloc.rpartition("@")[2] or target
        raise FetchError(shown, version, f"the server leads on to another host, {elsewhere}, which is not followed")
    return target


def server_address(registry: str) -> str:
    """Return the address of a registry, without the slash at its end; empty if it is a folder.

    Raises:
        UnusableRequestError: it is an address at which no registry can be.
    """
    if "://" not in registry:
        return ""
    try:
        parts = urlsplit(registry)
        is_address = parts.scheme in _PORTS and parts.hostname and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        raise UnusableRequestError(f"a registry is a folder or an address of http or https, unlike {registry}")
    if parts.query or parts.fragment:
        raise UnusableRequestError(f"the address of a registry has no ? and no #, unlike {without_password(registry)}")
    return registry.rstrip("/")


def without_password(address: str) -> str:
    """Return *address* without the name and password that may be in it."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _host(parts: SplitResult) -> tuple[str, str | None, int | None]:
    """Return scheme, host and port."""
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def _is_upgrade(before: SplitResult, after: SplitResult) -> bool:
    """Tell whether *after* is *before* by https instead of http, both at their usual ports."""
    return _host(before)[::2] == ("http", 80) and _host(after)[::2] == ("https", 443)
