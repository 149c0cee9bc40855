"""DT305: the project's own variables are declared, and their values are what the declaration says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.records.extra_not_declared import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

Written = dict[str, Any]

VARIABLES = {
    "variables": [
        {"name": "delegation_size", "type": "integer", "description": "people"},
        {"name": "cost", "type": "number", "description": "money"},
        {"name": "secret", "type": "boolean", "description": "whether announced"},
        {"name": "announced", "type": "date", "description": "day of the announcement"},
        {"name": "rank", "type": "code", "description": "rank", "codes": ["high", "low"]},
        {"name": "remark", "type": "text", "description": "anything"},
    ]
}


def test_names_the_nearest(find: Callable[..., list[Finding]]) -> None:
    """A variable that is not declared is answered with the one that was meant; the declarations are the other end."""
    (finding,) = find(CHECK, {"one": [{"id": "br", "extra": {"delegation": 12}}]}, info=VARIABLES)

    assert str(finding) == (
        "extract/authored/one.yaml:12:19: error DT305 stops.br.extra.delegation: "
        "delegation is not declared in dataset.yaml; did you mean delegation_size?"
    )
    assert (str(finding.related[0].place), finding.fix) == ("extract/dataset.yaml:12:5", "delegation_size")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("delegation_size", 2.5, "delegation_size is 2.5, which is not a whole number, as dataset.yaml declares it"),
        ("delegation_size", True, "delegation_size is True, which is not a whole number, as dataset.yaml declares it"),
        ("cost", "dear", "cost is dear, which is not a number, as dataset.yaml declares it"),
        ("secret", 1, "secret is 1, which is not true or false, as dataset.yaml declares it"),
        ("announced", "13 April", "announced is 13 April, which is not a date as text, as dataset.yaml declares it"),
        ("announced", 2023, "announced is 2023, which is not a date as text, as dataset.yaml declares it"),
        ("rank", "middle", "rank is middle, and dataset.yaml declares only high, low"),
        ("remark", 3, "remark is 3, which is not text, as dataset.yaml declares it"),
        ("xyz", 3, "xyz is not declared in dataset.yaml"),
    ],
)
def test_finds(find: Callable[..., list[Finding]], name: str, value: object, told: str) -> None:
    """A value of another type, or that is none of the declared codes, is found on the trip as on the document."""
    documents = [{"trip": {"extra": {name: value}}}, {"extra": {name: value}}]

    assert [[one.message for one in find(CHECK, {"one": document}, info=VARIABLES)] for document in documents] == [[told], [told]]


def test_is_silent(find: Callable[..., list[Finding]], dataset: Callable[..., Dataset]) -> None:
    """Values as declared are right; without a dataset.yaml there is nothing to hold them to."""
    right = {"delegation_size": 12, "cost": 2, "secret": False, "announced": "2023-04-13/2023-04-16", "rank": "low", "remark": "none"}
    undescribed = replace(dataset({"one": [{"id": "br", "extra": {"any": 1}}]}), info=None)

    assert find(CHECK, {"one": {"trip": {"extra": right}}}, info=VARIABLES) == []
    assert list(CHECK.find(Evidence(undescribed, date(2026, 11, 22)))) == []
