"""`format`: what is laid out anew and what is left as its author wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diplotrips.extract.editing.formatting import format_file, format_text, what_is_lost
from diplotrips.extract.layout import lay_out

if TYPE_CHECKING:
    from pathlib import Path

UNTIDY = """\
# About this file.

# About the trip.
trip:
    status:   completed   # by the latest source
    # its id
    id: andes
    note:   >-
          One line
          and another.


    route:
    - pe

    - cl
schema: 1
said:
   gazette:
     - span: 18-45
       dates: 2024-05-06/2024-05-09
       # the stops
       route: [ pe,cl ]
     - # of one stop
       span: 30-34
       country: PE
       about: pe
     - {about: cl,
        country: CL}    # the other
     # no more is said
# The end.
"""

TIDY = """\
# About this file.

schema: 1
# About the trip.
trip:
  # its id
  id: andes
  status: completed  # by the latest source

  route:
    - pe

    - cl
  note: >-
    One line
    and another.
said:
  gazette:
    - dates: 2024-05-06/2024-05-09
      # the stops
      route: [pe, cl]
      span: 18-45
    # of one stop
    - {about: pe, country: PE, span: 30-34}
    - {about: cl, country: CL}  # the other
    # no more is said
# The end.
"""


def test_lays_out_anew() -> None:
    """Keys come in the order of the records, comments stay with what they are about, blank lines stay single."""
    assert format_text(UNTIDY, "authored") == TIDY
    assert format_text(TIDY, "authored") == TIDY


def test_the_real_records_are_laid_out(root: Path) -> None:
    """Our own files are as `format` writes them."""
    files = [file for file in lay_out(root).files if file.path.suffix == ".yaml"]

    changed = [file.shown_as for file in files if format_file(file.path, file.shown_as, file.holds, write=False).line]

    assert (len(files) > 10, changed) == (True, [])


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("a:   1\r\nb: 2", "a: 1\r\nb: 2\r\n"),
        ("\ufeffa:   1\n", "\ufeffa: 1\n"),
        ("# c\n---\na:   1\n...\n# d\n", "# c\n---\na: 1\n...\n# d\n"),
        ("a: |\n    b", "a: |\n  b"),
        ("a: [b,\n  c] # d\n", "a: [b, c]  # d\n"),
        ("a: [b, # c\n d]\n", "a: [b, # c\n  d]\n"),
        ("a:\n- b\n- c d\n", "a: [b, c d]\n"),
        ("a:\n- b\n- 'c, d'\n", "a: [b, 'c, d']\n"),
        ("a:\n- b\n- c, d\n", "a:\n  - b\n  - c, d\n"),
        ("a:\n- b # c\n", "a:\n  - b  # c\n"),
        ("a:\n- b\n- a text that is longer than a word\n", "a:\n  - b\n  - a text that is longer than a word\n"),
        (f"a: {{b: {'c' * 80}, d: {'e' * 80}}} # f\n", f"# f\na:\n  b: {'c' * 80}\n  d: {'e' * 80}\n"),
        (f"a: {{b: {'c' * 70}, d: {'e' * 70}}}\n", f"a: {{b: {'c' * 70}, d: {'e' * 70}}}\n"),
        ("-   - b: 1\n      c: 2\n", "- - b: 1\n    c: 2\n"),
        ('a: "b\n     c"\n', 'a: "b\n  c"\n'),
        ("a: {b: 1}\n", "a: {b: 1}\n"),
        ("a:\n  - {}\n# b\n", "a:\n  - {}\n# b\n"),
        ("a:\n  - b: 1\n  - {}\n  # c\nd: 1\n", "a:\n  - b: 1\n  - {}\n  # c\nd: 1\n"),
        ("a:\n  - # c\n    {}\n# b\n", "a:\n  # c\n  - {}\n# b\n"),
        ("dates:\n- b\n", "dates:\n  - b\n"),
        ("-   # c\n- b\n", "# c\n-\n- b\n"),
        ("- |+\n  b\n-\n\n  c: d\n", "- |+\n  b\n- c: d\n"),
        ("a: |2\n     b\n", "a: |2\n     b\n"),
        ("a:\n    b: |2\n       c\n", "a:\n  b: |2\n     c\n"),
        ("{a:   1}\n", "{a:   1}\n"),
        ("a text\n", "a text\n"),
    ],
)
def test_leaves_what_was_chosen(text: str, new: str) -> None:
    """Brackets, quotes, line ends and marks are those of the author, unless a line is too long or a list of words fits on one."""
    assert format_text(text, "anything") == new
    assert format_text(new, "anything") == new


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("x: 1\nnote: b\nid: a\n", "id: a\nnote: b\nx: 1\n"),
        ("places: {b: 1, a: 2}\n", "places: {b: 1, a: 2}\n"),
        ("offices:\n  - until: 2020\n    office: king\n", "offices:\n  - office: king\n    until: 2020\n"),
    ],
)
def test_order_of_keys(text: str, new: str) -> None:
    """What a record does not know comes last, and what is no record keeps its order."""
    indented = "".join(f"    {line}\n" for line in text.splitlines()).replace("    ", "  - ", 1)
    expected = "".join(f"    {line}\n" for line in new.splitlines()).replace("    ", "  - ", 1)

    assert format_text(f"people:\n{indented}schema: 1\n", "people") == f"schema: 1\npeople:\n{expected}"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a: 1\n", "a: 2\n", "x.yaml: laid out anew its values would not be the same"),
        ("a: '1'\n", "a: 1\n", "x.yaml: laid out anew its values would not be the same"),
        ("a: 1\n", "a: [\n", "x.yaml: laid out anew its values would not be the same"),
        ("a: 1 # b\nc: |  # d\n  # e\n", "a: 1 # b\nc: |\n  # e\n", 'x.yaml:2:7: the comment "# d" would be lost'),
        ("# b\na: 1\n# b\n", "# b\na: 1\n", 'x.yaml:3:1: the comment "# b" would be lost'),
        ("a: 1 # b\n", "# b\na: 1\n", ""),
    ],
)
def test_what_is_lost_is_told(old: str, new: str, told: str) -> None:
    """Whatever a text no longer says is told with its place: values first, then comments, which are counted."""
    assert what_is_lost(old, new, "x.yaml") == told


def test_a_file_with_errors_stays(tmp_path: Path) -> None:
    """What cannot be read, or means two things, is told and not touched."""
    file = tmp_path / "people.yaml"
    file.write_text("people:   [\n", encoding="utf-8")

    left = format_file(file, "people.yaml", "people", write=True)

    assert (left.is_left, left.line, file.read_text(encoding="utf-8")) == (True, 0, "people:   [\n")
    assert [str(found) for found in left.findings] == [
        "people.yaml:1:12: error DT002: the text ends here, where a value should stand; a bracket is not closed, or a value is missing"
    ]


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """The file is replaced in one step: mode and link stay, and nothing is left beside it."""
    file, link = tmp_path / "people.yaml", tmp_path / "link.yaml"
    file.write_text("people:   []\n", encoding="utf-8")
    file.chmod(0o640)
    link.symlink_to(file)

    written = format_file(link, "link.yaml", "people", write=True)

    assert (written.line, file.read_text(encoding="utf-8"), file.stat().st_mode & 0o777) == (1, "people: []\n", 0o640)
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.yaml", "people.yaml"]
