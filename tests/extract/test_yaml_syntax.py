"""A text that is not YAML is one sentence in users' words at one place."""

from __future__ import annotations

import pytest
import yaml

import diplotrips.extract.notation.yaml as yaml_module
from diplotrips.extract.notation.yaml import parse_yaml

INDENTATION = "this fits no line above; it is indented too far or not far enough, or a quote, colon or comma is missing before it"
COLON = "a colon and a space stand inside a text, or the line is indented wrongly; write the text in quotes"

PROBLEMS = [
    ("a:\n\tb: 1", "f.yaml:2:1: error DT002: a tab stands here; indent with spaces"),
    ("a: b\n\tc: d", "f.yaml:2:1: error DT002: a tab stands here; indent with spaces"),
    ("a: 'x\nb: 1", "f.yaml:1:4: error DT002: the text that begins here is not closed with the same quote"),
    ('a: "x\n---\nb"', "f.yaml:1:4: error DT002: the text that begins here is not closed with the same quote"),
    ("a: [1, 2\nb: 3", "f.yaml:1:4: error DT002: a list begins here with [; a comma or ] is missing before 2:2"),
    ("a: {b: 1\nc: 2", "f.yaml:1:4: error DT002: a mapping begins here with {; a comma or } is missing before 2:2"),
    ("a: [x,\n  y\n", "f.yaml:1:4: error DT002: a list begins here with [; a comma or ] is missing before the end"),
    ("a: [\n\n", "f.yaml:1:5: error DT002: the text ends here, where a value should stand; a bracket is not closed, or a value is missing"),
    ("a: b: c", f"f.yaml:1:5: error DT002: {COLON}"),
    ("a: 1\n  b: 2", f"f.yaml:2:4: error DT002: {COLON}"),
    ("a:\n    b: 1\n  c: 2", f"f.yaml:3:3: error DT002: {INDENTATION}"),
    ("a: 'x' y", f"f.yaml:1:8: error DT002: {INDENTATION}"),
    ("- a\nb: 1", f"f.yaml:2:1: error DT002: {INDENTATION}"),
    ("a: @x", "f.yaml:1:4: error DT002: a text cannot begin with @; write it in quotes"),
    ("a: `x", "f.yaml:1:4: error DT002: a text cannot begin with a backtick; write it in quotes"),
    ("a: %x", "f.yaml:1:4: error DT002: a text cannot begin with %; write it in quotes"),
    ("a: **b**", "f.yaml:1:4: error DT002: a text cannot begin with *; write it in quotes"),
    ("a: & b", "f.yaml:1:4: error DT002: a text cannot begin with &; write it in quotes"),
    ("a: !x!y z", "f.yaml:1:4: error DT002: a text cannot begin with !; write it in quotes"),
    ("a: - b", "f.yaml:1:4: error DT002: a list begins on a line of its own under its key; write a text that begins with - in quotes"),
    ("a: ]", "f.yaml:1:4: error DT002: a value is missing here, or this text has to be written in quotes"),
    ("a: |x\n  y", "f.yaml:1:4: error DT002: after | or > the text begins on the next line, indented with spaces"),
    ("a: [|\n  y]", "f.yaml:1:5: error DT002: a text over several lines cannot stand inside brackets; write it in quotes"),
    ("a: b\nc\nd: e", "f.yaml:2:1: error DT002: a colon and a space are missing after this key, or a quote around this text"),
    ("{a: 1}}", "f.yaml:1:7: error DT002: the document has ended before this; a file holds one document"),
    ("%YAML 2.0\n---\na: b", "f.yaml:1:1: error DT002: a line that begins with % is a directive; take it out"),
    ('a: "\\xzz"', "f.yaml:1:7: error DT002: the escape lacks hexadecimal digits; write \\\\ for a backslash, or use single quotes"),
]


@pytest.mark.parametrize("loader", [yaml_module.LOADER, yaml.SafeLoader])
@pytest.mark.parametrize(("text", "finding"), PROBLEMS)
def test_says_what_is_no_yaml(text: str, finding: str, loader: type[yaml.SafeLoader], monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of PyYAML give the same sentence and place."""
    monkeypatch.setattr(yaml_module, "LOADER", loader)

    parsed = parse_yaml(text, "f.yaml")

    assert [str(found) for found in parsed.findings] == [finding]
    assert (parsed.readable, parsed.value, parsed.node) == (False, None, None)


@pytest.mark.parametrize("escape", ['"\\ud800"', '"\\ud83d\\ude00"', '"\\U00110000"'])
def test_refuses_half_a_character(escape: str) -> None:
    """YAML's escapes stand for whole characters, unlike JSON's."""
    (finding,) = parse_yaml(f"a: {escape}", "f.yaml").findings

    assert str(finding) == "f.yaml:1:7: error DT002: the escape stands for half of a character or for none; write the character itself"


@pytest.mark.parametrize("escape", ['"\\ud800"', '"\\U00110000"'])
def test_refuses_half_a_character_without_the_parser_in_c(escape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's parser in Python lets halves pass and breaks on what is no character; neither reaches the values."""
    monkeypatch.setattr(yaml_module, "LOADER", yaml.SafeLoader)

    (finding,) = parse_yaml(f"a: {escape}", "f.yaml").findings

    assert finding.message.endswith("write the character itself")


def test_keeps_the_traps_before_a_problem() -> None:
    """What was wrong before the reading had to stop is said too."""
    parsed = parse_yaml("a: 012\nb: [\n", "f.yaml")

    assert [found.code for found in parsed.findings] == ["DT004", "DT002"]


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000, "[\n" * 100_000])
def test_refuses_what_is_nested_too_deep(text: str) -> None:
    """Depth is bounded while reading, so nothing recurses."""
    parsed = parse_yaml(text, "f.yaml")

    assert not parsed.readable
    (finding,) = [found for found in parsed.findings if found.code == "DT001"]
    assert finding.message == "lists and mappings stand in each other more than 64 levels deep"


@pytest.mark.parametrize("text", ["", "\ufeff", " \n\n", "# only a comment\n", "---\n"])
def test_answers_an_empty_file(text: str) -> None:
    """A file without a value is said to be empty."""
    parsed = parse_yaml(text, "f.yaml")

    assert [str(found) for found in parsed.findings] == ["f.yaml:1:1: error DT001: the file is empty"]
    assert not parsed.readable


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\ud800"])
def test_refuses_invisible_characters(character: str) -> None:
    """What no editor shows, and what YAML 1.1 takes for a line break, is refused where it stands."""
    parsed = parse_yaml(f"a: 1\r\nb: x{character}y\n", "f.yaml")

    message = f"the invisible character U+{ord(character):04X} stands here; take it out"
    assert [str(found) for found in parsed.findings] == [f"f.yaml:2:5: error DT001: {message}"]


def test_reads_long_lines() -> None:
    """A line of ten million characters is read like any other."""
    parsed = parse_yaml(f"a: {'x' * 10_000_000}", "f.yaml")

    assert parsed.value == {"a": "x" * 10_000_000}


def test_bounds_the_number_of_values() -> None:
    """A file of very many short values is refused after half a million of them."""
    parsed = parse_yaml("- 1\n" * 500_001, "f.yaml")

    assert [str(found) for found in parsed.findings] == ["f.yaml:500001:3: error DT001: the document holds more than 500,000 values"]
    assert not parsed.readable
