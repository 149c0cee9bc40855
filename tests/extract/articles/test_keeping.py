"""Whether a draft may be written where another one lies."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from diplotrips.extract.articles.keeping import why_draft_stays

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "0" * 64
THERE = json.dumps({"article": {"text_sha256": TEXT, "text_chars": 9}}).encode()
VOIDS = "and a new draft voids what was decided; --overwrite writes it nevertheless"
DECIDED = {"t1.said.1": {"decision": "accept"}}


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The file of a draft."""
    (tmp_path / "a.json").write_bytes(THERE)
    return tmp_path / "a.json"


def review(draft: Path, of: bytes = THERE, **decided: object) -> None:
    """Keep a review beside a draft."""
    told = {"schema": 1, "draft_sha256": sha256(of).hexdigest(), "text_sha256": TEXT, **decided}
    draft.with_name(".a.review.json").write_text(json.dumps(told))


def test_a_review_that_was_begun_is_not_called_done(draft: Path) -> None:
    """What was decided of some values only is told as begun."""
    review(draft, items=DECIDED)

    assert why_draft_stays(draft, b"new", TEXT) == f"a review of {draft} was begun and is not finished, {VOIDS}"


def test_a_review_that_was_written_is_told(draft: Path) -> None:
    """A review is done once its documents are written."""
    review(draft, items=DECIDED, written={"t1": {"file": "extract/authored/t1.yaml", "sha256": TEXT}})

    assert why_draft_stays(draft, b"new", TEXT) == f"{draft} was reviewed, {VOIDS}"


def test_a_review_that_cannot_be_read_is_told(draft: Path) -> None:
    """Nobody knows what was decided."""
    draft.with_name(".a.review.json").write_text("{broken")

    assert why_draft_stays(draft, b"new", TEXT) == f"there is a review of {draft} that cannot be read, {VOIDS}"


def test_nothing_decided_is_nothing_lost(draft: Path) -> None:
    """A review that was left at once, one of another draft, and the same draft once more."""
    review(draft)
    assert why_draft_stays(draft, b"new", TEXT) == ""
    review(draft, of=b"an older draft", items=DECIDED)
    assert why_draft_stays(draft, b"new", TEXT) == ""
    review(draft, items=DECIDED)
    assert why_draft_stays(draft, THERE, TEXT) == ""


def test_a_draft_of_another_text_stays(draft: Path) -> None:
    """Whether it was reviewed or not."""
    assert why_draft_stays(draft, b"new", "1" * 64).startswith(f"there is a draft of another text in {draft}; --source ")
