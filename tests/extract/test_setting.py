"""Other values in a YAML text that somebody wrote: exactly these, with every comment and every other byte as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diplotrips.errors import UnwritablePathError
from diplotrips.extract.editing.setting import with_values

if TYPE_CHECKING:
    from diplotrips.extract.editing.setting import Path

TEXT = """\
# A trip.
schema: 1
trip:
  id: andes   # chosen once
  status: planned
  note: >-
    Two lines
    of a note.
stops:
  - {id: pe, country: PE, places: [Lima]}   # the first
  - id: cl
    # not sure
    country: CL
    dates: 2024-05-08
  - note: x
    id: bo
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("trip", "status"), "completed", "status: planned", "status: completed"),
        (("trip", "id"), "other", "id: andes   # chosen once", "id: other   # chosen once"),
        (("trip", "note"), "Short: one", "note: >-\n    Two lines\n    of a note.\n", 'note: "Short: one"\n'),
        (("trip", "note"), None, "  note: >-\n    Two lines\n    of a note.\n", ""),
        (("trip", "certainty"), "low", "    of a note.\n", "    of a note.\n  certainty: low\n"),
        (("stops", 0, "country"), "BO", "country: PE", "country: BO"),
        (("stops", 0, "kind"), "transit", "places: [Lima]}", "places: [Lima], kind: transit}"),
        (("stops", 0, "country"), None, "country: PE, ", ""),
        (("stops", 0, "places"), None, ", places: [Lima]", ""),
        (("stops", 0, "places", 0), "Cusco", "[Lima]", "[Cusco]"),
        (("stops", 0, "places", 0), {"name": "Lima", "territory": "other"}, "[Lima]", "[{name: Lima, territory: other}]"),
        (("stops", 1, "dates"), None, "    dates: 2024-05-08\n", ""),
        (("stops", 1, "dates"), "2024-05-08/2024-05-09", "2024-05-08\n", "2024-05-08/2024-05-09\n"),
        (("stops", 1, "status"), "cancelled", "    dates: 2024-05-08\n", "    dates: 2024-05-08\n    status: cancelled\n"),
        (("stops", 2, "note"), None, "  - note: x\n    id: bo", "  - id: bo"),
        (("stops", 2, "id"), "bo-2", "id: bo\n", "id: bo-2\n"),
    ],
)
def test_only_that_changes(path: Path, value: object, old: str, new: str) -> None:
    """A value is written, put behind the others or taken out where it stands, and nothing else is touched."""
    assert TEXT.count(old) == 1
    wanted = TEXT.replace(old, new)

    assert with_values(TEXT, "a.yaml", {path: value}) == wanted
    assert with_values(TEXT.replace("\n", "\r\n"), "a.yaml", {path: value}).replace("\r\n", "\n") == wanted


def test_several_at_once() -> None:
    """Several values of one text are changed in one go; none is no change."""
    changes: dict[Path, object] = {("trip", "status"): "completed", ("trip", "note"): None, ("stops", 1, "country"): "AR"}
    wanted = TEXT.replace("planned", "completed").replace("country: CL", "country: AR")

    assert with_values(TEXT, "a.yaml", changes) == wanted.replace("  note: >-\n    Two lines\n    of a note.\n", "")
    assert with_values(TEXT, "a.yaml", {}) == TEXT


def test_long_text_is_folded() -> None:
    """A text that does not fit on its line is written over several, as people write it."""
    note = "A note of many words that " * 8 + "ends."

    new = with_values(TEXT, "a.yaml", {("trip", "note"): note})

    assert max(map(len, new.splitlines())) <= 140
    assert "  note: >-\n    A note of many words" in new


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("schema: 1\ntrip:\n  note: x  # because\n", ("trip", "note"), None),
        ("schema: 1\ntrip:\n  note: >-  # folded\n    x\n", ("trip", "note"), "y"),
    ],
)
def test_a_comment_is_never_lost(text: str, path: Path, value: object) -> None:
    """Where a comment belongs to what would go, nothing is changed and a person is asked to."""
    with pytest.raises(UnwritablePathError) as refused:
        with_values(text, "a.yaml", {path: value})

    assert str(refused.value) == (
        "cannot write a.yaml: a value could not be changed without changing what is there besides; change it by hand"
    )


def test_a_broken_text_is_refused() -> None:
    """A text with errors of its own is not edited."""
    with pytest.raises(UnwritablePathError, match=r"^cannot write a\.yaml: it has errors of its own; run diplotrips check$"):
        with_values("a: 1\na: 2\n", "a.yaml", {("a",): 3})
