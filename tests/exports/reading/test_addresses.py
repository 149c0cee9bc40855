"""Where a server may lead on to."""

from __future__ import annotations

import pytest

from diplotrips.errors import FetchError
from diplotrips.exports.reading.addresses import led, without_password

HERE = "https://me:secret@example.org/exports/1.0.0/stops.parquet"


@pytest.mark.parametrize(
    ("address", "location", "target"),
    [
        (HERE, "other", "https://me:secret@example.org/exports/1.0.0/other"),
        (HERE, "/files/stops", "https://me:secret@example.org/files/stops"),
        (HERE, "https://example.org:443/x", "https://example.org:443/x"),
        (HERE, "https://EXAMPLE.org/x", "https://EXAMPLE.org/x"),
        ("http://example.org/x", "https://example.org/x", "https://example.org/x"),
    ],
)
def test_within_the_host(address: str, location: str, target: str) -> None:
    """Another path, the same port told or not, and from http to https at their usual ports."""
    assert led(address, location, "shown", "1.0.0") == target


@pytest.mark.parametrize(
    ("address", "location", "reason"),
    [
        (HERE, "http://example.org/x", "the server leads on from https to http, which anybody on the way could change"),
        (HERE, "//evil.example/x", "the server leads on to another host, evil.example, which is not followed"),
        (HERE, "https://example.org:8443/x", "the server leads on to another host, example.org:8443, which is not followed"),
        (HERE, "https://example.org.evil.example/", "the server leads on to another host, example.org.evil.example, which is not followed"),
        (HERE, "https://example.org@evil.example/", "the server leads on to another host, evil.example, which is not followed"),
        (HERE, "data:,x", "the server leads on to another host, data:,x, which is not followed"),
        ("http://example.org:8000/x", "https://example.org/x", "the server leads on to another host, example.org, which is not followed"),
        (HERE, "https://[x", "the server leads on to something that is no address"),
        (HERE, "https://example.org:port/", "the server leads on to something that is no address"),
    ],
)
def test_anywhere_else(address: str, location: str, reason: str) -> None:
    """Another host is told by its name; so is a way that is not protected any more."""
    with pytest.raises(FetchError) as refused:
        led(address, location, "https://example.org/shown", "1.0.0")

    assert str(refused.value) == f"cannot fetch 1.0.0 from https://example.org/shown: {reason}"


def test_a_password_is_taken_out_of_an_address() -> None:
    """Only that."""
    assert without_password(HERE) == "https://example.org/exports/1.0.0/stops.parquet"
    assert without_password("http://example.org:80/a@b") == "http://example.org:80/a@b"
