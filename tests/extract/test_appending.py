"""A new entry in a register or ledger: every byte that was there stays, and the entry is written as its neighbours are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.errors import UnwritablePathError
from diplotrips.extract.editing.appending import Register, append_entry, register_for
from diplotrips.extract.editing.entries import in_brackets, in_lines
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS

if TYPE_CHECKING:
    from pathlib import Path

NEW = {"id": "n", "settles": ["a:body:b"], "because": "it: is"}
LINES = '- id: n\n  settles: ["a:body:b"]\n  because: "it: is"\n'
BRACKETS = '{id: n, settles: ["a:body:b"], because: "it: is"}'


def appended(tmp_path: Path, text: str) -> tuple[str, int]:
    """Return the text of a file of decisions with a new entry, and the number of the line on which that begins."""
    file = tmp_path / "decisions.yaml"
    file.write_bytes(text.encode())
    entered = append_entry(Register(file, "decisions.yaml", "decisions"), NEW, write=True)
    assert entered.text in file.read_bytes().decode()
    return file.read_bytes().decode(), entered.line


def indented(lines: str, columns: int) -> str:
    """Return *lines*, each indented."""
    return "".join(f"{' ' * columns}{line}\n" for line in lines.splitlines())


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("schema: 1\ndecisions:\n  - id: a\n", indented(LINES, 2), 4),
        ("schema: 1\ndecisions:\n  - id: a # b\n    # of a\n", indented(LINES, 2), 5),
        ("decisions:\n- {id: a}\n", f"- {BRACKETS}\n", 3),
        ("decisions:\n- id: a\n  because: >-\n    b\n\n    c\n", LINES, 7),
        ("decisions:\n  - id: a\n\n  - id: b\n", "\n" + indented(LINES, 2), 6),
        ("decisions:\n  - id: a\n    settles:\n", indented(LINES, 2), 4),
        ("\ufeffdecisions:\r\n  - id: a\r\n", indented(LINES, 2).replace("\n", "\r\n"), 3),
        ("decisions: [{id: a}", f", {BRACKETS}", 1),
        ("decisions: [", BRACKETS, 1),
    ],
)
@pytest.mark.parametrize("rest", ["", "\n# The end.\n", "note: b\n"])
def test_stands_behind_the_others(tmp_path: Path, before: str, after: str, line: int, rest: str) -> None:
    """What stood before and behind it stays as it was, comments, blank lines and line ends too."""
    rest = rest.replace("\n", "\r\n") if "\r" in before else rest
    if "[" in before.partition(":")[2][:3]:
        rest = f" # none\n]\n{rest}" if before.endswith("[") else f" ]\n{rest}"

    assert appended(tmp_path, before + rest) == (before + after + rest, line)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("decisions: []\nschema: 1\n", "decisions:\n" + indented(LINES, 2) + "schema: 1\n"),
        ("decisions:   [ ]  # none yet", "decisions:  # none yet\n" + indented(LINES, 2)),
        ("decisions:\n  - id: a", "decisions:\n  - id: a\n" + indented(LINES, 2)),
        ("{schema: 1, decisions: []}\n", f"{{schema: 1, decisions: [{BRACKETS}]}}\n"),
    ],
)
def test_an_empty_list_and_an_open_end(tmp_path: Path, text: str, new: str) -> None:
    """Empty brackets give way to the entry, and a last line gets its end."""
    assert appended(tmp_path, text)[0] == new


def test_a_new_file(tmp_path: Path) -> None:
    """A file that is not there is made with its schema."""
    register = Register(tmp_path / "decisions.yaml", "extract/decisions.yaml", "decisions")

    entered = append_entry(register, NEW, write=True)

    assert (entered.file, entered.line) == ("extract/decisions.yaml", 3)
    assert register.path.read_text(encoding="utf-8") == "schema: 1\ndecisions:\n" + indented(LINES, 2)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("decisions: [\n", "it has errors of its own; run diplotrips check"),
        ("decisions:\n", "it has errors of its own; run diplotrips check"),
        ("schema: 1\n", "it has errors of its own; run diplotrips check"),
        ("- id: a\n", "it has errors of its own; run diplotrips check"),
        ("decisions:\n  - id: a\n    because: |\n      b", "the entry could not be added without changing what is there; add it by hand"),
        ("\x00", "the file looks like UTF-16; save it as UTF-8"),
    ],
)
def test_refuses(tmp_path: Path, text: str, told: str) -> None:
    """Where the entry cannot be added safely the file stays as it is, and one sentence says why."""
    file = tmp_path / "decisions.yaml"
    file.write_bytes(text.encode())

    with pytest.raises(UnwritablePathError) as refusal:
        append_entry(Register(file, "decisions.yaml", "decisions"), NEW, write=True)

    assert refusal.value.reason in {told, "it has errors of its own; run diplotrips check"}
    assert refusal.value.reason == told or text == "\x00"
    assert file.read_bytes() == text.encode()


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ([], "extract/decisions.yaml"),
        (["decisions.yml"], "extract/decisions.yml"),
        (["decisions/other.yaml"], "extract/decisions/andes.yaml"),
        (["decisions/andes.yml", "decisions/other.yaml"], "extract/decisions/andes.yml"),
        (["decisions/andes.yml", "decisions.yaml"], "extract/decisions.yaml"),
    ],
)
def test_which_file(tmp_path: Path, files: list[str], where: str) -> None:
    """The register is its file, else the file in its folder that is called as the trip, which need not be there."""
    for name in [*files, "dataset.yaml"]:
        (tmp_path / "extract" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "extract" / name).write_text("schema: 1\ndecisions: []\n", encoding="utf-8")

    register = register_for(tmp_path, "decisions", "andes")

    assert register.path == tmp_path / where
    assert register.shown_as.endswith(where)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300).filter(
    lambda text: " ".join(text.split()) == text
)


@given(
    st.dictionaries(
        st.sampled_from(["id", "because", "note", "decided_on", "x"]), TEXTS | st.lists(TEXTS, min_size=1, max_size=3), min_size=1
    )
)
def test_whatever_is_written_is_read_back(entry: dict[str, str | list[str]]) -> None:
    """Any text comes back as it was, on lines and in brackets, or is refused as a character that no file can hold."""
    days = {key: value for key, value in entry.items() if key not in DATE_KEYS or isinstance(value, str)}
    for text in ("\n".join(["list:", *in_lines(days or {"x": "y"}, 2)]), f"list: [{in_brackets(days or {'x': 'y'})}]"):
        parsed = parse_yaml(text, "x.yaml", date_keys=DATE_KEYS)
        invisible = any(found.message.startswith("the invisible character") for found in parsed.findings)
        assert invisible or (parsed.findings, parsed.value) == ((), {"list": [days or {"x": "y"}]})
