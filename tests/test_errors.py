"""What exceptions say: one sentence, and of an unknown name the nearest known ones."""

from __future__ import annotations

import errno

import pytest

from diplotrips.errors import ExportRefusedError, FetchError, UnknownNameError, UnreadablePathError, UnwritablePathError, reason_of

MANY = ("people", "sources", "stops", "stop_places", "trips", "claims")


@pytest.mark.parametrize(
    ("name", "known", "sentence"),
    [
        ("stop", MANY, "no table is called stop; did you mean stops or stop_places?"),
        ("Peopel", MANY, "no table is called Peopel; did you mean people?"),
        ("x", MANY, "no table is called x; there are people, sources, stops, stop_places, trips and 1 more"),
        ("trip", ("stops", "trips"), "no table is called trip; there are trips and stops"),
        ("x", ("stops", "trips"), "no table is called x; there are stops and trips"),
        ("x", ("trips",), "no table is called x; there is trips"),
        ("x", (), "no table is called x; there is none"),
        ("", MANY, "no table is called ; there are people, sources, stops, stop_places, trips and 1 more"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(name: str, known: tuple[str, ...], sentence: str) -> None:
    """Of many names those that were likely meant are offered; few are all told, the nearest first."""
    error = UnknownNameError("table", name, known)

    assert str(error) == sentence
    assert (error.what, error.name, error.known) == ("table", name, known)


def test_the_others_say_what_and_why() -> None:
    """A path or request, then the reason; both are attributes too."""
    assert str(UnreadablePathError("a", "it is not there")) == "cannot read a: it is not there"
    assert str(UnwritablePathError("a", "the disk is full")) == "cannot write a: the disk is full"
    assert str(ExportRefusedError("1 error is open")) == "nothing was exported: 1 error is open"
    assert str(FetchError("http://a/b", "1.0.0", "it is not there")) == "cannot fetch 1.0.0 from http://a/b: it is not there"
    assert str(FetchError("http://a/b", "", "it is not there")) == "cannot fetch the list of versions from http://a/b: it is not there"
    assert (UnreadablePathError("a", "b").path, UnwritablePathError("a", "b").reason, ExportRefusedError("b").reason) == ("a", "b", "b")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "no space left on device"),
        (OSError(errno.EIO, "The device failed."), "the device failed"),
        (OSError("Something else"), "it cannot be written"),
    ],
)
def test_a_reason_of_the_system_is_worded_as_ours_are(error: OSError, reason: str) -> None:
    """In lower case and without a stop; where the system gives none, what the caller says."""
    assert reason_of(error, "it cannot be written") == reason
    assert reason_of(OSError("Something else")) == "something else"
