"""JSON is read strictly, with the place of every value."""

from __future__ import annotations

import pytest

from diplotrips.extract.notation.json import parse_json
from diplotrips.findings import Place

PROBLEMS = [
    ("[NaN]", 'f.json:1:2: error DT002: NaN is no number as JSON writes it; write it as one, or "NaN" if it is text'),
    ("[-Infinity]", 'f.json:1:2: error DT002: -Infinity is no number as JSON writes it; write it as one, or "-Infinity" if it is text'),
    ("[012]", 'f.json:1:2: error DT002: 012 is no number as JSON writes it; write it as one, or "012" if it is text'),
    ("[5.]", 'f.json:1:2: error DT002: 5. is no number as JSON writes it; write it as one, or "5." if it is text'),
    ('{"a": None}', "f.json:1:7: error DT002: None is written null in JSON"),
    ("[True]", "f.json:1:2: error DT002: True is written true in JSON"),
    ("{'a': 1}", "f.json:1:2: error DT002: a text stands in double quotes in JSON, not in single ones"),
    ("[1,]", "f.json:1:4: error DT002: a comma stands before this ]; take it out"),
    ('{"a": 1,\n}', "f.json:2:1: error DT002: a comma stands before this }; take it out"),
    ('{"a" 1}', "f.json:1:6: error DT002: 1 stands where a colon should stand"),
    ("[1 2]", "f.json:1:4: error DT002: 2 stands where a comma or ] should stand"),
    ('{"a": 1 "b"}', 'f.json:1:9: error DT002: " stands where a comma or } should stand'),
    ("{a: 1}", "f.json:1:2: error DT002: a stands where a key in double quotes or } should stand"),
    ("[]]", "f.json:1:3: error DT002: the document has ended before this; a file holds one document"),
    ("[1] // x", "f.json:1:5: error DT002: JSON has no comments; take it out"),
    ('["x\n"]', "f.json:1:2: error DT002: the text that begins here is not closed with a double quote on its line"),
    ('["x\ty"]', "f.json:1:4: error DT002: a tab stands in a text; write \\t"),
    ('["C:\\x"]', "f.json:1:5: error DT002: \\x is no escape that JSON knows; write \\\\ for a backslash"),
    ('{"a": [1', "f.json:1:9: error DT002: the text ends here, where a comma or ] should stand"),
    ("[1,\r\n2,\r\r x]", "f.json:4:2: error DT002: x stands where a value should stand"),
    ('["\x07"]', "f.json:1:3: error DT001: the invisible character U+0007 stands here; take it out"),
    (" \n ", "f.json:1:1: error DT001: the file is empty"),
    ("[" * 100_000, "f.json:1:65: error DT001: lists and mappings stand in each other more than 64 levels deep"),
]


@pytest.mark.parametrize(("text", "finding"), PROBLEMS)
def test_says_what_is_no_json(text: str, finding: str) -> None:
    """A text that is not JSON is one sentence at one place, and gives no value."""
    parsed = parse_json(text, "f.json")

    assert [str(found) for found in parsed.findings] == [finding]
    assert (parsed.readable, parsed.value, parsed.node) == (False, None, None)


def test_answers_the_traps_of_json_and_reads_on() -> None:
    """A key given twice, whole numbers written as fractions, numbers too large and halves of characters are answered together."""
    parsed = parse_json('{"a": 1,\n "a": [2],\n "b": 3.0, "c": 12345678901234567890, "d": "x\\ud800", "e": 1e999}', "f.json")

    assert [str(found) for found in parsed.findings] == [
        "f.json:2:2: error DT003 a: a is given twice: first 1 on line 1, now a list",
        "f.json:3:7: error DT004 b: 3.0 is a whole number; write 3",
        (
            "f.json:3:17: error DT004 c: the number 12345678901234567890 is beyond 9007199254740992, where numbers are no longer exact; "
            "if it is text, write it in quotes"
        ),
        "f.json:3:44: error DT004 d: the escape \\ud800 is half of a character; write the character itself",
        (
            "f.json:3:60: error DT004 e: the number 1e999 is beyond 9007199254740992, where numbers are no longer exact; "
            "if it is text, write it in quotes"
        ),
    ]
    assert parsed.findings[0].related[0].place == Place("f.json", 1, 2, 3)
    assert parsed.value == {"a": 1, "b": 3, "c": "12345678901234567890", "d": "x\ufffd", "e": "1e999"}


def test_reads_escapes_as_json_means_them() -> None:
    """A pair of surrogate escapes is one character; a byte order mark before the document is allowed."""
    parsed = parse_json('\ufeff["\\ud83d\\ude00\\u0000\\/", "\u2028"]', "f.json")

    assert (parsed.value, parsed.findings) == (["😀\x00/", "\u2028"], ())


def test_knows_where_values_stand() -> None:
    """A list or a mapping on one line is as wide as it is written; unquoted scalars keep their text."""
    parsed = parse_json('{"a": [1.50,\n  {"b": null}]}', "f.json")

    assert parsed.node is not None
    number, inner = parsed.node.at(["a", 0]), parsed.node.at(["a", 1])
    assert (number.place, number.text) == (Place("f.json", 1, 8, 4), "1.50")
    assert inner.place == Place("f.json", 2, 3, 11)
    assert inner.at(["b"]).key == Place("f.json", 2, 4, 3)
    assert parsed.node.place == Place("f.json", 1, 1, 1)
