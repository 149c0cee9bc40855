"""The parser on articles written for the project; what it misses is listed in `known_misses.yaml`, and that list only shrinks."""

from __future__ import annotations

import pytest
from tests.extract.parsing.judging import judge
from tests.extract.parsing.synthetic import CASES, Case, extract


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_finds_what_the_article_states(case: Case, known_misses: dict[str, list[str]]) -> None:
    """Every expectation of the article is met, except those listed as misses, and those are not."""
    verdicts = judge(case, extract(case))
    known = set(known_misses.get(case.name, ()))
    missed = {verdict.name for verdict in verdicts if not verdict.right}

    new = [str(verdict) for verdict in verdicts if not verdict.right and verdict.name not in known]
    mended = sorted(known - missed)

    assert not new, "\n".join([f"{case.name} ({', '.join(case.tags)}) has new misses:", *(f"    {each}" for each in new)])
    assert not mended, "\n".join([f"{case.name} now gets right what known_misses.yaml lists:", *(f"    {each}" for each in mended)])


def test_known_misses_are_of_articles_and_laws(known_misses: dict[str, list[str]]) -> None:
    """Each entry of the list is an article or a law."""
    assert {name for name in known_misses if not name.startswith("law ")} <= {case.name for case in CASES}
