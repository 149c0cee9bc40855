"""Which checks are reported, by code, family or name, and what is wrong with a choice."""

from __future__ import annotations

import pytest

from diplotrips.checks.registry import BY_CODE, FAMILIES
from diplotrips.checks.reporting.selection import EVERYTHING, Selection
from diplotrips.errors import DiplotripsError, UnknownNameError, UnusableRequestError


def test_nothing_said_is_everything() -> None:
    """Without a choice all checks are reported."""
    assert Selection.of() == EVERYTHING
    assert Selection.of().codes == set(BY_CODE)


@pytest.mark.parametrize("written", ["DT204", "dt204", "set-of-countries", "Set-Of-Countries", " DT204 "])
def test_a_check_is_named_by_code_or_name(written: str) -> None:
    """Case and spaces around make no difference."""
    assert Selection.of([written]).codes == {"DT204"}


def test_families_lists_and_repetitions_add_up() -> None:
    """A family stands for all of its codes; commas and repeated options are the same."""
    trips = {code for code in BY_CODE if code.startswith("DT1")}

    assert Selection.of(["DT1,DT204", "set-of-countries"]) == Selection.of(["DT1", "DT204"])
    assert Selection.of(["DT1", "DT204"]).codes == {*trips, "DT204"}


def test_what_is_ignored_is_taken_out() -> None:
    """One check of a family that is selected, or of all, can be ignored."""
    assert Selection.of(["DT1"], ["DT101"]).codes == Selection.of(["DT1"]).codes - {"DT101"}
    assert Selection.of([], ["DT2", "DT301"]).codes == {code for code in BY_CODE if code[:3] != "DT2"} - {"DT301"}


def test_every_check_is_of_a_family() -> None:
    """Each code begins with a family that has a name, and each family has checks."""
    assert {code[:3] for code in BY_CODE} == set(FAMILIES)


@pytest.mark.parametrize(
    ("select", "ignore", "told"),
    [
        (["DT204"], ["set-of-countries"], "DT204 is both selected and ignored"),
        (["DT2", "DT301"], ["DT301,dt2"], "DT2 and DT301 are both selected and ignored"),
        (["DT204"], ["DT2"], "no check is left to report: each that is selected is ignored too"),
        ([], ["DT0,DT1,DT2,DT3,DT4,DT5"], "no check is left to report: each that is selected is ignored too"),
        (["DT204,"], [], "a code, family or name of a check is missing in “DT204,”"),
        ([], [""], "a code, family or name of a check is missing in “”"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(select: list[str], ignore: list[str], told: str) -> None:
    """What contradicts itself, or leaves nothing, is told in one sentence."""
    with pytest.raises(UnusableRequestError) as refused:
        Selection.of(select, ignore)

    assert str(refused.value) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("set-of-contries", "no check is called set-of-contries; did you mean set-of-countries, "),
        ("DT2O4", "no check is called DT2O4; did you mean DT"),
        ("DT7", "no family of checks is called DT7; did you mean DT5, DT4 or DT3?"),
    ],
)
def test_an_unknown_name_gets_the_nearest(written: str, told: str) -> None:
    """A slip in a code, family or name is answered with what was probably meant."""
    with pytest.raises(UnknownNameError) as refused:
        Selection.of([written])

    assert str(refused.value).startswith(told)
    assert isinstance(refused.value, DiplotripsError)
