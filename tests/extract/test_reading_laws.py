"""Laws of reading: what is written is read back, every place points at its value, and nothing makes the reading break."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import diplotrips.extract.notation.yaml as yaml_module
from diplotrips.extract.notation.files import read_file
from diplotrips.extract.notation.json import parse_json
from diplotrips.extract.notation.scalars import MAX_EXACT
from diplotrips.extract.notation.yaml import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diplotrips.extract.notation.parsed import Parsed
    from diplotrips.schema.tree import JsonValue, Node

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-MAX_EXACT, MAX_EXACT)
    | st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: not number.is_integer())
)
NO_LINE_BREAKS = st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029\ufeff\ufffe\uffff")
YAML_TEXTS = st.text(NO_LINE_BREAKS.filter(lambda char: not "\x7f" <= char < "\xa0"), max_size=20)


def values(texts: st.SearchStrategy[str]) -> st.SearchStrategy[JsonValue]:
    """Values that JSON can hold exactly."""
    return st.recursive(
        SCALARS | texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=12
    )


def leaves(value: JsonValue, node: Node) -> Iterator[tuple[JsonValue, Node]]:
    """Every scalar with its node."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, node.children[key])
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, node.children[index])
    else:
        yield value, node


def block(value: JsonValue, indent: str = "") -> str:
    """Write a value as YAML in block style, texts in double quotes."""
    if isinstance(value, dict) and value:
        return "".join(
            f"\n{indent}? {json.dumps(key, ensure_ascii=False)}\n{indent}: {block(inner, indent + '  ')}" for key, inner in value.items()
        )
    if isinstance(value, list) and value:
        return "".join(f"\n{indent}- {block(inner, indent + '  ')}" for inner in value)
    return json.dumps(value, ensure_ascii=False)


@given(value=values(st.text(st.characters(exclude_categories=["Cs"]))), indent=st.none() | st.integers(0, 2), ascii_only=st.booleans())
def test_json_is_read_back(value: JsonValue, indent: int | None, ascii_only: bool) -> None:  # noqa: FBT001  hypothesis names it
    """Any value written as JSON is read back equal and of the same types, without a finding."""
    parsed = parse_json(json.dumps(value, indent=indent, ensure_ascii=ascii_only), "f.json")

    assert parsed.findings == ()
    assert repr(parsed.value) == repr(value)


@given(value=values(YAML_TEXTS), write=st.sampled_from([block, lambda value: json.dumps(value, ensure_ascii=False)]))
def test_yaml_is_read_back(value: JsonValue, write: Callable[[JsonValue], str]) -> None:
    """Any value written as YAML, in block or in flow style, is read back equal and of the same types."""
    parsed = parse_yaml(write(value), "f.yaml")

    assert parsed.findings == ()
    assert repr(parsed.value) == repr(value)


@given(value=values(st.from_regex(r"[b-mo-su-zB-EG-MO-SU-Z][a-z_-]{0,9}", fullmatch=True)))
def test_what_pyyaml_writes_is_read_back(value: JsonValue) -> None:
    """What PyYAML writes in its own way is read back equal, floats aside (it writes YAML 1.1)."""
    without_floats = json.loads(json.dumps(value), parse_float="about {}".format)

    parsed = parse_yaml(yaml.safe_dump(without_floats), "f.yaml")

    assert parsed.value == without_floats


@given(value=values(YAML_TEXTS), parse=st.sampled_from([parse_json, parse_yaml]), newline=st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_place_points_at_its_value(value: JsonValue, parse: Callable[[str, str], Parsed], newline: str) -> None:
    """Cut out of its line by place and width, every scalar and every key is what was written."""
    lines = json.dumps(value, indent=1, ensure_ascii=False).split("\n")

    parsed = parse(newline.join(lines), "f")

    assert parsed.node is not None
    for leaf, node in leaves(parsed.value, parsed.node):
        _, line, column, width = node.place
        assert json.loads(lines[line - 1][column - 1 : column - 1 + width]) == leaf
        if node.key:
            _, line, column, width = node.key
            assert lines[line - 1][column - 1 : column - 1 + width].startswith('"')


def check_findings(parsed: Parsed, lines: int) -> None:
    """Findings are one sentence each and stand inside the file; what is not readable says why."""
    assert parsed.readable or parsed.findings
    assert parsed.readable == (parsed.node is not None)
    for found in parsed.findings:
        assert found.message == found.message.strip()
        assert found.message.isprintable()
        assert 1 <= found.place.line <= lines
    if parsed.readable:
        json.dumps(parsed.value, allow_nan=False).encode()


def refuse_constant(name: str) -> float:
    """Refuse NaN and Infinity, which Python reads unless told not to."""
    raise ValueError(name)


YAML_PIECES = st.sampled_from(
    [
        *"abAN019 -?:,[]{}#&*!|>'\"%@`~.=<\n\t\r\\",
        "\n  ",
        "\n- ",
        ": ",
        "- ",
        "? ",
        "<<: ",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "!!str ",
        "&a ",
        "*a ",
        "|\n  ",
        ">-\n",
        "012",
        "0x",
        "0o7",
        ".inf",
        "3.0",
        "1e",
        "dates: ",
        "null",
        "TRUE",
        '"\\ud800"',
        "\\u",
        "\\U0011",
        "é",
        "😀",
        "\x85",
        "\x00",
        "\ufeff",
    ]
)
JSON_PIECES = st.sampled_from(
    [*'[]{},:"\\ \n\r\t01-+.eE', '"a"', '"a": ', "null", "true", "NaN", "1.0", "1e400", '"\\ud800"', "\\u00", "//", "'", "\x07", "😀"]
)


@pytest.mark.parametrize(("loader", "examples"), [(yaml_module.LOADER, 3000), (yaml.SafeLoader, 500)])
def test_no_text_breaks_yaml(loader: type[yaml.SafeLoader], examples: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text that looks like YAML gives a value or a finding, with either parser of PyYAML."""
    monkeypatch.setattr(yaml_module, "LOADER", loader)

    @settings(max_examples=examples, deadline=None)
    @given(st.lists(YAML_PIECES, max_size=30).map("".join))
    def read(text: str) -> None:
        check_findings(parse_yaml(text, "f", date_keys=frozenset({"dates"})), text.count("\n") + text.count("\r") + 1)

    read()


@settings(max_examples=2000, deadline=None)
@given(st.lists(JSON_PIECES, max_size=30).map("".join))
def test_no_text_breaks_json(text: str) -> None:
    """Text that looks like JSON gives a value or a finding, and is accepted only if Python's strict reader accepts it too."""
    parsed = parse_json(text, "f")

    check_findings(parsed, text.count("\n") + text.count("\r") + 1)
    if parsed.readable:
        json.loads(text.removeprefix("\ufeff"))
    elif not any(found.code == "DT001" for found in parsed.findings):
        with pytest.raises(ValueError, match=r"."):
            json.loads(text.removeprefix("\ufeff"), parse_constant=refuse_constant)


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=60) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
    suffix=st.sampled_from([".yaml", ".json"]),
)
def test_no_bytes_break_the_reading(content: bytes, suffix: str, tmp_path: Path) -> None:
    """Any bytes in a file give a value or a finding."""
    path = tmp_path / f"t{suffix}"
    path.write_bytes(content)

    check_findings(read_file(path, "t"), content.count(b"\n") + content.count(b"\r") + 1)
