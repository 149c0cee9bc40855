"""Laws of reading: whatever is damaged is said, and nothing that stands in a file stops the reading."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from diplotrips.extract.messages import hold
from diplotrips.extract.reading import read_dataset
from diplotrips.findings import Place
from diplotrips.schema.document import TripDocument
from diplotrips.schema.tree import Node

if TYPE_CHECKING:
    import pytest

FULL: dict[str, Any] = {
    "schema": 1,
    "trip": {
        "id": "t",
        "traveller": "ada",
        "office": "president",
        "represents": "NZ",
        "status": "completed",
        "dates": "2023-04-17/2023-04-20",
        "route": ["br", ["cu", "ve"]],
        "companions": [{"person": "bob"}],
        "extra": {"size": 3},
    },
    "stops": [
        {"id": "br", "country": "BR", "places": ["Rio", {"name": "Recife"}], "did": ["talks"], "met": [{"person": "eve", "of": "BR"}]},
        {"id": "cu", "country": "CU"},
        {"id": "ve", "country": "VE"},
    ],
    "agreements": [{"id": "deal", "parties": ["NZ", {"country": "BR"}], "papers": 2, "progress": "agreed", "subject": "trade"}],
    "quoted_experts": [{"id": "x", "person": "xi", "source": "times", "quotes": [{"span": ["1-2", "4-5"], "gist": "so it is"}]}],
    "said": {"times": [{"days": "~4", "span": "3-9", "confidence": 0.5}, {"about": "br", "countries": ["BR"], "seen": "2023-04-18"}]},
}
OTHER_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 10**7), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=8),
    st.just([]), st.just({}),
    st.sampled_from(["2023-04", "br", "BR", "[key]", "word", "1-2", ["br"], [["a", "b"]], {"id": "br"}, {"word": 1}, [None]]),
)  # fmt: skip


def paths_in(value: object) -> list[tuple[str | int, ...]]:
    """Every path that leads to a value inside *value*."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(step, *rest) for step, child in inner for rest in [(), *paths_in(child)]]


@settings(max_examples=600)
@given(
    path=st.sampled_from(paths_in(FULL)),
    how=st.sampled_from(["replace", "delete", "rename", "add"]),
    value=OTHER_VALUES,
    key=st.text(max_size=6),
)
def test_whatever_is_damaged_is_said(path: tuple[str | int, ...], how: str, value: object, key: str) -> None:
    """However a right document is damaged, there are findings if and only if the model refuses it, and each has its place and words."""
    damaged: Any = copy.deepcopy(FULL)
    around = damaged
    for step in path[:-1]:
        around = around[step]
    if how == "replace" or (how == "add" and isinstance(around, list)):
        around[path[-1]] = value
    elif how == "add":
        around[key] = value
    elif how == "delete" or isinstance(around, list):
        del around[path[-1]]
    else:
        around[key] = around.pop(path[-1])
    node = node_of(damaged)

    held = hold(damaged, node, TripDocument)

    assert (held.record is None) == bool(held.findings)
    assert all(finding.message and finding.place.file == "t" for finding in held.findings)
    assert list(held.findings) == sorted(held.findings, key=lambda finding: finding.order)


def node_of(value: object) -> Node:
    """Places for *value* as if each value stood on a line of its own."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return Node(Place("t"), children={step: node_of(child) for step, child in inner})


@settings(max_examples=300)
@given(
    start=st.integers(0, 900),
    length=st.integers(0, 12),
    text=st.text(max_size=4) | st.sampled_from(["[", "{", ": ", "- ", '"', "&a ", "*a"]),
)
def test_whatever_stands_in_a_file_is_read(tmp_path_factory: pytest.TempPathFactory, start: int, length: int, text: str) -> None:
    """However the text of a right file is damaged, reading ends; a trip that is left out is never left out in silence."""
    folder = tmp_path_factory.mktemp("damaged")
    written = json.dumps(FULL)
    (folder / "authored").mkdir()
    (folder / "authored" / "t.yaml").write_text(written[:start] + text + written[start + length :], encoding="utf-8", newline="")

    reading = read_dataset(folder, shown_root="")

    assert reading.dataset.trips or reading.findings
    assert reading.dataset.trips or reading.dataset.broken or reading.dataset.unread
