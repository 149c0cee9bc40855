"""The page `docs/checks.md`: every check with its page, and every inconsistency with the checks that find it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diplotrips.checks.published.catalogue import anchor, inconsistencies, render_catalogue
from diplotrips.checks.registry import BY_CODE, FAMILIES

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.checks.check import Defect

CHECKS = pytest.mark.parametrize("check", BY_CODE.values(), ids=lambda check: check.code)


@CHECKS
def test_every_check_is_on_the_page(check: Defect) -> None:
    """Its heading, severity and page are there once, and the contents lead to it."""
    page = render_catalogue()

    assert page.count(f"\n### {check.code} {check.name}\n\n*{check.severity.value.capitalize()}. ") == 1
    assert check.page.strip() in page
    assert f"| [{check.code} {check.name}](#{anchor(check)}) | {check.severity} | " in page


def test_families_stand_in_order() -> None:
    """One section a family, in the order of the codes."""
    found = re.findall("^## (.+)$", render_catalogue(), re.MULTILINE)

    assert found == ["Which inconsistency is found by which check", *FAMILIES.values()]


def test_every_link_leads_somewhere() -> None:
    """What a link names is the heading of a check, as GitHub makes an address of it."""
    page = render_catalogue()
    headings = {heading.lower().replace(" ", "-") for heading in re.findall("^### (.+)$", page, re.MULTILINE)}

    assert set(re.findall(r"\]\(#([^)]+)\)", page)) == headings


def test_every_check_finds_an_inconsistency_of_the_table() -> None:
    """The table names every code, each once, and none that there is not."""
    named = [code for one in inconsistencies() for code in one.codes]

    assert sorted(named) == sorted(BY_CODE)
    assert all(one.inconsistency and one.example and one.codes for one in inconsistencies())


def test_the_page_of_this_repository_is_fresh(root: Path) -> None:
    """What lies in `docs/` is what the checks say; `make schema` writes it."""
    assert (root / "docs" / "checks.md").read_text(encoding="utf-8") == render_catalogue()
