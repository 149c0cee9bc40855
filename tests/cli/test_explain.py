"""`diplotrips explain`: the page of a check by code or name, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diplotrips.checks.registry import BY_CODE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.records import Ran


@pytest.mark.parametrize("name", ["DT301", "dt301", "two-countries-at-once", "Two-Countries-At-Once"])
def test_a_page_is_found_by_code_and_by_name(run: Callable[..., Ran], name: str) -> None:
    """Code or name, in any case, give the page: a headline, what must hold, why, and examples."""
    ran = run("explain", name)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(
        "DT301 two-countries-at-once (error)\n\nOne traveller is not in two countries over the same days.\n\n**Why.** "
    )
    assert "**Wrong**" in ran.out


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_every_check_has_a_page(run: Callable[..., Ran], code: str) -> None:
    """No code of a finding is without its page."""
    assert run("explain", code).out.startswith(f"{code} {BY_CODE[code].name} ")


def test_the_list_has_every_check_once(run: Callable[..., Ran]) -> None:
    """All checks are listed by family, each with what must hold, and no line is wider than a terminal of 120 columns."""
    ran = run("explain")
    lines = ran.out.splitlines()

    assert (ran.status, ran.err) == (0, "")
    assert lines[:3] == ["Files and their form", "DT001 unreadable-file (error)", "      Every file of the dataset can be read as text."]
    assert [line[:5] for line in lines if line.startswith("DT")] == sorted(BY_CODE)
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("DT2011", "did you mean DT211, DT201 or DT011?"),
        ("two-countries", "did you mean two-countries-at-once, set-of-countries or number-of-countries?"),
    ],
)
def test_an_unknown_check_names_the_nearest(run: Callable[..., Ran], name: str, nearest: str) -> None:
    """A slip in a code or name is answered with what was most likely meant."""
    assert run("explain", name) == (2, "", f"diplotrips: no check is called {name}; {nearest}\n")
