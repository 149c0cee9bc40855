"""`diplotrips cite`: the span of a phrase, every one, and what is nearest where the text has it otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.records import GAZETTE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.records import Ran

DIFFERS = "as it is written; this differs only in case, line ends, quotation marks or dashes"


@pytest.fixture
def text(project: Path) -> str:
    """A file in the current folder with line ends of another system."""
    (project / "gazette.txt").write_bytes(GAZETTE.encode())
    return "gazette.txt"


def test_every_occurrence_is_shown_in_its_context(text: str, run: Callable[..., Ran]) -> None:
    """Spans count characters of the file as it is, with both characters of each line end."""
    assert run("cite", text, "Lima") == (
        0,
        "30-34  Minister Jane Doe will fly to [Lima] on Monday. She stays in Chil…\n94-98  …e for “two days” and never in [Lima] again.\n",
        "",
    )


def test_a_phrase_over_line_ends_and_quotation_marks_is_found(text: str, run: Callable[..., Ran]) -> None:
    """Case, line ends and marks make no difference where the phrase is not there as written; that is said on standard error."""
    ran = run("cite", text, 'monday. she stays in Chile for "two days"')

    assert ran.status == 0
    assert ran.out == "38-80  … Jane Doe will fly to Lima on [Monday. She stays in Chile for “two days”] and never in Lima again.\n"
    assert ran.err == f"diplotrips: 'monday. she stays in Chile for \"two days\"' is not in gazette.txt {DIFFERS}\n"


def test_a_phrase_that_is_not_there_is_told(text: str, run: Callable[..., Ran]) -> None:
    """Nothing on standard output, a sentence on standard error, status 1."""
    told = "diplotrips: 'Santiago' is not in gazette.txt, not even with other case, line ends, quotation marks or dashes\n"

    assert run("cite", text, "Santiago") == (1, "", told)


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("nowhere.txt", "the file does not exist"),
        ("extract", "this is a folder, not a file"),
        ("latin.txt", "the byte 0xED at 1 is not UTF-8"),
    ],
)
def test_a_file_that_is_no_text_is_told(project: Path, run: Callable[..., Ran], file: str, reason: str) -> None:
    """What cannot be read leaves with status 3."""
    (project / "latin.txt").write_bytes("Díaz".encode("latin-1"))

    assert run("cite", file, "Díaz") == (3, "", f"diplotrips: cannot read {file}: {reason}\n")


def test_of_many_occurrences_the_first_are_shown(project: Path, run: Callable[..., Ran]) -> None:
    """A thousand lines, and one that says how many more there are."""
    (project / "many.txt").write_text("a" * 200_000)
    lines = run("cite", "many.txt", "a").out.splitlines()

    assert (len(lines), lines[-1], len(lines[0]) < 100) == (1001, "and 199,000 more", True)


def test_a_long_phrase_is_cut_in_the_middle(project: Path, run: Callable[..., Ran]) -> None:
    """Its beginning and end are shown, the span is that of all of it."""
    (project / "long.txt").write_text("b" * 1000)
    ran = run("cite", "long.txt", "b" * 1000)

    assert (ran.status, ran.out) == (0, f"0-1000  [{'b' * 150}…{'b' * 150}]\n")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs files that say that they are empty")
def test_a_file_of_the_kernel_is_never_waited_for(run: Callable[..., Ran]) -> None:
    """No more is read than the size that a file says, since some of these never end."""
    assert run("cite", "/proc/self/status", "Name").status == 1


def test_an_empty_phrase_is_wrong_usage(text: str, run: Callable[..., Ran]) -> None:
    """There has to be something to look for."""
    assert run("cite", text, " ") == (2, "", "diplotrips: PHRASE has nothing in it to look for (diplotrips cite --help tells more)\n")
