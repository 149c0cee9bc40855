"""The pages of the checks, as `diplotrips explain` prints them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from diplotrips.checks.registry import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.checks.check import Defect


def render_page(check: Defect) -> str:
    """Return code, name and severity of *check*, then its page."""
    return f"{check.code} {check.name} ({check.severity})\n\n{check.page.strip()}\n"


def render_list(checks: Sequence[Defect]) -> str:
    """Return two lines a check, by family: code, name and severity, then what has to hold."""
    blocks = []
    for family, members in groupby(checks, key=lambda check: check.code[:3]):
        lines = [f"{check.code} {check.name} ({check.severity})\n      {check.page.strip().splitlines()[0]}" for check in members]
        blocks.append("\n".join([f"{FAMILIES.get(family, family)}", *lines]))
    return "\n\n".join(blocks) + "\n\ndiplotrips explain CODE prints the page of a check.\n"
