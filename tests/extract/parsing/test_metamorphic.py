"""Laws: how what the parser finds changes when an article is changed in a way of which the effect is known.

An article that breaks a law is listed under `law <name>` in `known_misses.yaml`; one that no longer does has to be taken off.
"""

from __future__ import annotations

from typing import Any

import pytest
from tests.extract.parsing.lawbook import LAWS, compare
from tests.extract.parsing.saying import Saying, plain, said
from tests.extract.parsing.synthetic import CASES, Case, extract

FEWEST = 8
"""How many articles have to be of account for a law, so that it says something."""


@pytest.mark.parametrize("law", LAWS)
def test_law_holds_for_every_article(law: str, known_misses: dict[str, list[str]]) -> None:
    """Every article obeys the law, except those listed, and those do not."""
    judged = compare(law)
    broken = {name: pair for name, pair in judged.items() if pair[0] != pair[1]}
    listed = set(known_misses.get(f"law {law}", ()))

    new = [_told(name, *broken[name]) for name in broken if name not in listed]
    mended = sorted(listed - set(broken))

    assert len(judged) >= FEWEST
    assert not new, "\n".join([f"articles that break the law {law!r}:", *(f"    {each}" for each in new)])
    assert mended == []


@pytest.mark.parametrize("case", CASES[::5], ids=lambda case: case.name)
def test_reads_the_same_twice(case: Case) -> None:
    """Nothing of an extraction depends on what was read before it, or on white space at the end."""
    first, _, again = extract(case), extract(CASES[0]), extract(case.but(text=case.text + " "))

    assert said(first) == said(again)


def _told(name: str, before: Any, after: Any) -> str:  # noqa: ANN401 - what a law compares
    one, other = _lines(before), _lines(after)
    return f"{name}: missing {[each for each in one if each not in other]}, instead {[each for each in other if each not in one]}"


def _lines(value: Any) -> list[str]:  # noqa: ANN401 - what a law compares
    parts = (value.trips, value.quotes, value.agreements) if isinstance(value, Saying) else value
    return [plain(str(each)) for part in parts for each in part]
