"""YAML is read as YAML 1.2 and as JSON would be; every trap is answered where it stands."""

from __future__ import annotations

import pytest
import yaml

import diplotrips.extract.notation.yaml as yaml_module
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.findings import Place

DATES = frozenset({"dates", "published"})

TRAPS = [
    ("n: 012", 'f.yaml:1:4: error DT004 n: 012 is read as 12; write 12, or "012" if it is text', {"n": 12}),
    ("n: +12", 'f.yaml:1:4: error DT004 n: +12 is read as 12; write 12, or "+12" if it is text', {"n": 12}),
    ("n: 0o17", 'f.yaml:1:4: error DT004 n: 0o17 is read as 15; write 15, or "0o17" if it is text', {"n": 15}),
    ("n: 0x1F", 'f.yaml:1:4: error DT004 n: 0x1F is read as 31; write 31, or "0x1F" if it is text', {"n": 31}),
    ("n: .5", 'f.yaml:1:4: error DT004 n: .5 is read as 0.5; write 0.5, or ".5" if it is text', {"n": 0.5}),
    ("n: 5.", 'f.yaml:1:4: error DT004 n: 5. is read as 5; write 5, or "5." if it is text', {"n": 5}),
    ("n: 3.0", "f.yaml:1:4: error DT004 n: 3.0 is a whole number; write 3", {"n": 3}),
    ("n: 1e3", "f.yaml:1:4: error DT004 n: 1e3 is a whole number; write 1000", {"n": 1000}),
    ("n: 1e-999", 'f.yaml:1:4: error DT004 n: 1e-999 is too small a number to be kept; write 0, or "1e-999" if it is text', {"n": 0}),
    (
        "n: 9007199254740993",
        (
            "f.yaml:1:4: error DT004 n: the number 9007199254740993 is beyond 9007199254740992, where numbers are no longer exact; "
            "if it is text, write it in quotes"
        ),
        {"n": "9007199254740993"},
    ),
    (
        "n: 0xFFFFFFFFFFFFFFFF",
        (
            "f.yaml:1:4: error DT004 n: the number 0xFFFFFFFFFFFFFFFF is beyond 9007199254740992, where numbers are no longer exact; "
            "if it is text, write it in quotes"
        ),
        {"n": "0xFFFFFFFFFFFFFFFF"},
    ),
    (
        "n: .inf",
        'f.yaml:1:4: error DT004 n: .inf is no number that JSON can hold; leave it out, or write ".inf" if it is text',
        {"n": None},
    ),
    (
        "n: .NaN",
        'f.yaml:1:4: error DT004 n: .NaN is no number that JSON can hold; leave it out, or write ".NaN" if it is text',
        {"n": None},
    ),
    ("n: TRUE", 'f.yaml:1:4: error DT004 n: TRUE is read as true; write true, or "TRUE" if it is text', {"n": True}),
    ("n: Null", 'f.yaml:1:4: error DT004 n: Null is read as null; write null, or "Null" if it is text', {"n": None}),
    (
        "n: !!str 012",
        "f.yaml:1:4: error DT004 n: !!str is a tag; take it out, and write the value in quotes if it is text",
        {"n": "012"},
    ),
    (
        "n: !python/name:os.system x",
        "f.yaml:1:4: error DT004 n: !python/name:os.system is a tag; take it out, and write the value in quotes if it is text",
        {"n": "x"},
    ),
    ("n: &a [x]", "f.yaml:1:4: error DT004 n: &a names a value to be repeated; take it out", {"n": ["x"]}),
    ("n: *a", "f.yaml:1:4: error DT004 n: *a repeats a value given elsewhere; write the value itself", {"n": None}),
    ("<<: {a: b}\nn: x", "f.yaml:1:1: error DT004: << merges another mapping into this one; write its keys here", {"n": "x"}),
    ("%YAML 1.2\n---\nn: x", "f.yaml:1:1: error DT004: a line that begins with % is a directive; take it out", {"n": "x"}),
    ("n: x\n---\nm: y", "f.yaml:2:1: error DT004: a second document begins here; a file holds one", {"n": "x"}),
    ("1: x", 'f.yaml:1:1: error DT004: the key 1 is not text; write "1"', {"1": "x"}),
    ("null: x", 'f.yaml:1:1: error DT004: the key null is not text; write "null"', {"null": "x"}),
    ("012: x", 'f.yaml:1:1: error DT004: the key 012 is not text; write "012"', {"012": "x"}),
    ("[a]: x\nn: y", "f.yaml:1:1: error DT004: a list or a mapping stands where a key should stand; a key is text", {"n": "y"}),
    ("?\n: x\nn: y", "f.yaml:1:2: error DT004: a key is missing before this colon", {"n": "y"}),
    (
        "n: {country:BR}",
        "f.yaml:1:5: error DT004 n.country:BR: country:BR lacks a space after its colon",
        {"n": {"country:BR": None}},
    ),
    (
        "dates: [2023-04-17, 2023-04-19]",
        'f.yaml:1:8: error DT004 dates: dates is a list here; a one-of-a-set date is text: write "[2023-04-17,2023-04-19]"',
        {"dates": "[2023-04-17,2023-04-19]"},
    ),
]


@pytest.mark.parametrize(("text", "finding", "value"), TRAPS)
def test_answers_a_trap_and_reads_on(text: str, finding: str, value: object) -> None:
    """Every trap is one finding with its place and its way out, and the rest is still read."""
    parsed = parse_yaml(text, "f.yaml", date_keys=DATES)

    assert [str(found) for found in parsed.findings] == [finding]
    assert parsed.readable
    assert parsed.value == value


@pytest.mark.parametrize("text", [text for text, _, _ in TRAPS])
def test_reads_the_same_without_the_parser_in_c(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML without libyaml gives the same values, places and findings."""
    in_c = parse_yaml(text, "f.yaml", date_keys=DATES)
    monkeypatch.setattr(yaml_module, "LOADER", yaml.SafeLoader)

    assert parse_yaml(text, "f.yaml", date_keys=DATES) == in_c


def test_reads_scalars_as_yaml_1_2_and_json_would() -> None:
    """The Norway problem and its kin do not exist; numbers, true, false and null are those of JSON."""
    text = (
        "NO: NO\non: on\na: [yes, off, 12:30, 1_000, 0b11, 2023-04-17, 1e, =, y]\nb: [null, ~, true, false, 0, -12, 1.5, -2.5e-3]\n"
        "c:\nd: 'null'\ne: \"12\"\nf: |\n  1\n"
    )

    parsed = parse_yaml(text, "f.yaml")

    assert parsed.findings == ()
    assert parsed.value == {
        "NO": "NO",
        "on": "on",
        "a": ["yes", "off", "12:30", "1_000", "0b11", "2023-04-17", "1e", "=", "y"],
        "b": [None, None, True, False, 0, -12, 1.5, -0.0025],
        "c": None,
        "d": "null",
        "e": "12",
        "f": "1\n",
    }


def test_takes_dates_as_their_source_text() -> None:
    """Under a date key, what looks like a number is text, and null is still null."""
    parsed = parse_yaml("dates: 2023\npublished: 012\nx: {dates: null, published: }\ndays: 2023", "f.yaml", date_keys=DATES)

    assert parsed.findings == ()
    assert parsed.value == {"dates": "2023", "published": "012", "x": {"dates": None, "published": None}, "days": 2023}


def test_says_both_values_and_places_of_a_key_given_twice() -> None:
    """The second key is the place, the first is related, and the first value is kept."""
    parsed = parse_yaml("stops:\n  - id: ve\n    country: VE\n    country: BR\n", "f.yaml")

    (finding,) = parsed.findings
    assert str(finding) == "f.yaml:4:5: error DT003 stops.ve.country: country is given twice: first VE on line 3, now BR"
    assert finding.place.width == len("country")
    (first,) = finding.related
    assert (first.label, first.field, str(first.place)) == ("country is given here first", "stops.ve.country", "f.yaml:3:5")
    assert parsed.value == {"stops": [{"id": "ve", "country": "VE"}]}


def test_says_every_trap_in_one_run() -> None:
    """Traps do not hide each other, nor a key given twice; they come in the order of their places."""
    parsed = parse_yaml("a: 012\nb: &x 1\nc: *x\na: TRUE\n1: 3.0\n", "f.yaml")

    assert [(found.code, found.place.line, found.place.column) for found in parsed.findings] == [
        ("DT004", 1, 4),
        ("DT004", 2, 4),
        ("DT004", 3, 4),
        ("DT003", 4, 1),
        ("DT004", 4, 4),
        ("DT004", 5, 1),
        ("DT004", 5, 4),
    ]


def test_names_items_by_their_id_even_if_it_comes_later() -> None:
    """The field of a finding is a path by id, or by index where there is none."""
    parsed = parse_yaml("stops:\n- {n: 1.0, id: ve}\n- [x, 2.0]\n", "f.yaml")

    assert [found.field for found in parsed.findings] == ["stops.ve.n", "stops.2.2"]


def test_counts_columns_in_characters() -> None:
    """Emoji and combining characters are counted one by one, whatever bytes or cells they take; lines end with LF, CR LF or CR."""
    parsed = parse_yaml('\ufeffa: ["😀é", y̧z, Kraków]\r\nb: 1\rc: 2\n', "f.yaml")

    assert parsed.node is not None
    assert [parsed.node.at(["a", index]).place for index in range(3)] == [
        Place("f.yaml", 1, 5, 4),
        Place("f.yaml", 1, 11, 3),
        Place("f.yaml", 1, 16, 6),
    ]
    assert parsed.node.at(["a"]).place == Place("f.yaml", 1, 4, 19)
    assert (parsed.node.at(["b"]).place, parsed.node.at(["c"]).place) == (Place("f.yaml", 2, 4, 1), Place("f.yaml", 3, 4, 1))


def test_marks_a_scalar_on_its_first_line() -> None:
    """A scalar over several lines is as wide as its first line; the node of an unquoted one has its text."""
    parsed = parse_yaml("a: one two\n  three\nb: 'four \n  five'\nc: |\n  six\n", "f.yaml")

    assert parsed.node is not None
    nodes = [parsed.node.at([key]) for key in "abc"]
    assert [node.place.width for node in nodes] == [7, 5, 1]
    assert [node.text for node in nodes] == ["one two three", None, None]
    assert [node.key for node in nodes] == [Place("f.yaml", line, 1, 1) for line in (1, 3, 5)]


def test_expands_nothing() -> None:
    """A billion laughs stay a few."""
    text = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True))

    parsed = parse_yaml(text, "f.yaml")

    assert len(parsed.findings) == 9 + 16
    assert isinstance(parsed.value, dict)
    assert parsed.value["i"] == [None, None]
