"""The day of a release is that of its heading in the changelog; an entry that is not there, or not whole, is said with what to write."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from diplotrips.errors import ExportRefusedError, UnreadablePathError
from diplotrips.exports.describing.changelog import Entry, parse_changelog, read_changelog, release_day, release_days

if TYPE_CHECKING:
    from pathlib import Path

CHANGELOG = """\
# Changelog

## [Unreleased]

- Something.

## [1.0.0] - 2026-11-22

### Dataset

- Two trips.

## 0.2.0 – 2026-01-31 [YANKED]
Text.
## [0.1.0] - 2026-01-01

## Notes on versions

They are semantic.

[1.0.0]: https://example.org/1.0.0
"""

WRITE = "write a line “## [1.0.0] - YYYY-MM-DD” with the day of the release, and below it what a reader should know"


def test_a_heading_is_a_release() -> None:
    """Each release has the line and the day of its heading, and whether text stands below it before the next one."""
    assert parse_changelog(CHANGELOG) == {
        "1.0.0": Entry(7, "2026-11-22", says=True),
        "0.2.0": Entry(13, "2026-01-31", says=True),
        "0.1.0": Entry(15, "2026-01-01", says=False),
    }


def test_what_is_no_text_says_nothing() -> None:
    """Headings, addresses of links, comments and empty lines do not make an entry; lines of code do, whatever is in them."""
    empty = "## [1.0.0] - 2026-11-22\n\n### Dataset\n<!-- ## [0.9.0] - 2026-01-01\nlater -->\n\n[1.0.0]: https://example.org/\n"
    code = "## [1.0.0] - 2026-11-22\n```\n## [0.9.0] - 2026-01-01\n```\n## [0.8.0]\n"

    assert parse_changelog(empty) == {"1.0.0": Entry(1, "2026-11-22", says=False)}
    assert parse_changelog(code) == {"1.0.0": Entry(1, "2026-11-22", says=True), "0.8.0": Entry(5, "", says=False)}


def test_the_first_of_two_entries_counts() -> None:
    """A version that stands twice has the day of the upper heading."""
    assert parse_changelog("## [1.0.0] - 2026-11-22\n## [1.0.0] - 2026-11-23\n")["1.0.0"].day == "2026-11-22"


def test_days_are_told_where_there_are_any() -> None:
    """A heading without a day of the calendar has none."""
    text = "## [1.0.0] - 2026-02-30\n## [0.2.0]\n## [0.1.0] - 2026-11-22\n"

    assert release_days(parse_changelog(text)) == {"0.1.0": date(2026, 11, 22)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "# Changelog\n",
            f"{{}} has no entry for 1.0.0; {WRITE}",
        ),
        ("\n## [1.0.0]\n\nText.\n", "{}:2: the entry for 1.0.0 has no day; the line reads “## [1.0.0] - YYYY-MM-DD”"),
        (
            "## [1.0.0] - 2026-02-30\nText.\n",
            "{}:1: 2026-02-30 is no day of the calendar; the line reads “## [1.0.0] - YYYY-MM-DD”",
        ),
        ("## [1.0.0] - 22.11.2026\nText.\n", "{}:1: 22.11.2026 is no day of the calendar; the line reads “## [1.0.0] - YYYY-MM-DD”"),
        (
            "## [1.0.0] - 2026-11-22\n\n## [0.1.0] - 2026-01-01\nText.\n",
            "{}:1: nothing stands below the heading of 1.0.0; write there what a reader should know",
        ),
    ],
)
def test_an_entry_that_is_not_whole_is_refused(tmp_path: Path, text: str, told: str) -> None:
    """Place and remedy are in one sentence."""
    path = tmp_path / "CHANGELOG.md"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ExportRefusedError) as refusal:
        release_day(path, "1.0.0")

    assert str(refusal.value) == f"nothing was exported: {told.format(path)}"


def test_a_project_without_a_changelog_is_told_to_begin_one(tmp_path: Path) -> None:
    """The file and the line that it takes are named."""
    path = tmp_path / "CHANGELOG.md"

    with pytest.raises(ExportRefusedError) as refusal:
        release_day(path, "1.0.0")

    assert str(refusal.value) == f"nothing was exported: there is no {path} with an entry for 1.0.0; {WRITE}"
    assert read_changelog(path) == {}


def test_a_whole_entry_has_a_day(tmp_path: Path) -> None:
    """With Windows line ends and a mark in front too."""
    path = tmp_path / "CHANGELOG.md"
    path.write_bytes("\ufeff## [1.0.0] - 2026-11-22\r\n\r\n- Text.\r\n".encode())

    assert release_day(path, "1.0.0") == date(2026, 11, 22)


def test_what_is_no_text_file_is_an_error(tmp_path: Path) -> None:
    """A folder and a file in another encoding are named with the reason."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "latin").write_bytes("Änderungen".encode("latin-1"))

    for name, reason in {"folder": "it is no changelog", "latin": "it is not in UTF-8"}.items():
        with pytest.raises(UnreadablePathError) as error:
            read_changelog(tmp_path / name)
        assert str(error.value) == f"cannot read {tmp_path / name}: {reason}"
