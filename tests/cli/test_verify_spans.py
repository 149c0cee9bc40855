"""`diplotrips verify-spans`: spans and hashes against copies of the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.records import GAZETTE, HERALD, RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran


@pytest.fixture
def texts(project: Path) -> Path:
    """A folder with copies of both sources, under names that say nothing, and with other things."""
    (project / "texts/inner").mkdir(parents=True)
    (project / "texts/0.txt").write_bytes(GAZETTE.encode())
    (project / "texts/1").write_bytes(HERALD.encode())
    (project / "texts/photo.jpg").write_bytes(b"\xff\xd8\xff")
    return project / "texts"


def test_hashes_are_asked_for_then_kept_then_held(texts: Path, run: Callable[..., Ran]) -> None:
    """Without hashes the run fails and says what to do; with --write they are kept; from then on it passes."""
    held = "5 spans of 2 sources held to the texts in texts: all fit\n"

    assert texts.is_dir()
    assert run("verify-spans", "texts") == (1, f"{held}5 hashes not kept yet; run diplotrips verify-spans texts --write\n", "")
    assert run("verify-spans", "texts", "--write") == (0, f"{held}5 hashes kept in span_hashes.json\n", "")
    assert run("verify-spans", "texts") == (0, f"{held}5 hashes kept in span_hashes.json\n", "")
    assert run("check").status == 0


def test_a_span_that_leads_beyond_its_text_is_found(texts: Path, project: Path, run: Callable[..., Ran]) -> None:
    """The line is shown with carets, and no hash of it is kept, not even with --write."""
    (project / "extract/authored/andes.yaml").write_text(RECORDS["authored/andes.yaml"].replace("span: 0-8", "span: 0-800"))

    assert texts.is_dir()
    assert run("verify-spans", "texts", "--write") == (
        1,
        """\
error[DT403] andes said.herald.1.span: the span 0-800 leads beyond herald, whose text has 37 characters
  --> extract/authored/andes.yaml:20:23
   |
20 |     - {days: 4, span: 0-800}
   |                       ^^^^^ this span
   = what to do: diplotrips explain DT403

5 spans of 2 sources held to the texts in texts: 1 does not fit
4 hashes kept in span_hashes.json
""",
        "",
    )


def test_a_text_without_a_copy_is_named(texts: Path, run: Callable[..., Ran]) -> None:
    """Of a source without a copy nothing is judged, and that is said; its hashes stay."""
    run("verify-spans", "texts", "--write")
    (texts / "1").unlink()

    assert run("verify-spans", "texts", "--write") == (
        0,
        """\
4 spans of 1 source held to the texts in texts: all fit
5 hashes kept in span_hashes.json
no text of herald: no file there has its text_sha256
""",
        "",
    )


def test_nothing_verified_is_no_success(texts: Path, project: Path, run: Callable[..., Ran]) -> None:
    """A folder without any copy leaves with status 1."""
    assert texts.is_dir()
    (project / "empty").mkdir()
    ran = run("verify-spans", "empty")

    assert (ran.status, ran.out.splitlines()[0]) == (1, "no span was held to a text: empty has no copy of a source")


def test_hashes_are_not_written_while_records_cannot_be_read(texts: Path, project: Path, run: Callable[..., Ran]) -> None:
    """Hashes of records that cannot be read would be lost, so that nothing is written."""
    run("verify-spans", "texts", "--write")
    before = (project / "extract/span_hashes.json").read_bytes()
    (project / "extract/authored/andes.yaml").write_text("schema: 1\nnothing: 1\n")

    reason = "some records have errors, and the hashes of their passages would be lost; run diplotrips check"
    assert texts.is_dir()
    assert run("verify-spans", "texts", "--write") == (3, "", f"diplotrips: cannot read extract: {reason}\n")
    assert (project / "extract/span_hashes.json").read_bytes() == before


def test_a_folder_that_is_not_there_is_told(project: Path, run: Callable[..., Ran]) -> None:
    """What cannot be read leaves with status 3."""
    assert project.is_dir()
    assert run("verify-spans", "nowhere") == (3, "", "diplotrips: cannot read nowhere: there is no such folder\n")
