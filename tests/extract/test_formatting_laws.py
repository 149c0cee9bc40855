"""Laws of `format`: laid out anew, a text says the same, keeps every comment, and is laid out the same again."""

from __future__ import annotations

import json
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from diplotrips.extract.editing.formatting import format_text, what_is_lost
from diplotrips.extract.editing.taking import comments_in
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS

KEYS = (
    "schema",
    "trip",
    "stops",
    "said",
    "gazette",
    "id",
    "country",
    "dates",
    "met",
    "did",
    "about",
    "span",
    "days",
    "note",
    "places",
    "x",
)
WORDS = ("br", "2023-04-17", "2023", "'it is'", '"a: b"', "a#b", "Rio de Janeiro", "12:30", "~", "true", "-4", "1-2", "é", "[]", "{}")
LONG = " ".join(["a text that goes on"] * 7)
COMMENTS = ("# one", "#two", "# 'three", "#", "# - four: [", "#### five")
BODIES = (["a text"], ["a text", "", "  further"], ["# no comment", "- a: b", ""], ["a text", "", ""])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A text of YAML in any style, with comments and blank lines wherever they may stand."""
    lines = [*draw(remarks()), *draw(blocks(0, 2)), *draw(remarks())]
    if draw(st.booleans()):
        lines = [*draw(remarks()), "---", *lines]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines).replace("\n", end).replace("\r\r", "\r") + draw(st.sampled_from([end, end * 3]))


@st.composite
def remarks(draw: st.DrawFn) -> list[str]:
    """No, one or two lines that say nothing: comments at any column, and blank ones."""
    remark = st.builds(lambda indent, text: " " * indent + text, st.integers(0, 8), st.sampled_from(COMMENTS))
    return draw(st.sampled_from([0, 0, 0, 1, 2]).flatmap(lambda most: st.lists(remark | st.just(""), max_size=most)))


@st.composite
def blocks(draw: st.DrawFn, indent: int, depth: int) -> list[str]:
    """The lines of a list or mapping without brackets."""
    is_list = draw(st.booleans())
    lines: list[str] = []
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)):
        lead = " " * indent + ("-" if is_list else f"{key}:")
        kinds = [scalars(lead, indent), scalars(lead, indent), texts(lead, indent), quoted(lead, indent), bracketed(lead, indent)]
        nested = [inner_blocks(lead, indent, depth), inner_blocks(lead, indent, depth)] if depth else []
        lines += [*draw(remarks()), *draw(st.one_of([*kinds, *nested]))]
    return [*lines, *draw(remarks())]


BESIDE = st.sampled_from(["", "", "", " # beside", "  #beside"])


@st.composite
def inner_blocks(draw: st.DrawFn, lead: str, indent: int, depth: int) -> list[str]:
    """The lines of an entry that is a list or mapping without brackets; an item may begin on the line of its hyphen."""
    inner = indent + draw(st.integers(1, 4))
    if not lead.endswith("-"):
        return [f"{lead}{draw(BESIDE)}", *draw(remarks()), *draw(blocks(inner, depth - 1))]
    first, *rest = draw(blocks(indent + 2, depth - 1))
    is_content = first.strip() and not first.strip().startswith("#")
    return [f"{lead} {first.lstrip()}", *rest] if is_content else [f"{lead}{draw(BESIDE)}", first, *rest]


@st.composite
def scalars(draw: st.DrawFn, lead: str, indent: int) -> list[str]:
    """The lines of an entry that is one word, beside its key or below it."""
    word, beside = draw(st.sampled_from([*WORDS, LONG])), draw(BESIDE)
    if lead.endswith("-") or draw(st.booleans()):
        return [f"{lead} {word}{beside}"]
    return [f"{lead}{beside}", *draw(remarks()), " " * (indent + 2) + word + draw(BESIDE)]


@st.composite
def texts(draw: st.DrawFn, lead: str, indent: int) -> list[str]:
    """The lines of an entry that is a text over several lines."""
    step = draw(st.integers(1, 4))
    sign = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", ">+", f"|{step}", f">{step}-"]))
    return [f"{lead} {sign}{draw(BESIDE)}", *(" " * (indent + step) + line if line else "" for line in draw(st.sampled_from(BODIES)))]


@st.composite
def quoted(draw: st.DrawFn, lead: str, indent: int) -> list[str]:
    """The lines of an entry that is a text in quotes, or plain, over several lines."""
    quote, blank = draw(st.sampled_from(["", "'", '"'])), draw(st.sampled_from([[], [""]]))
    return [f"{lead} {quote}one", *blank, " " * (indent + draw(st.integers(1, 4))) + f"two{quote}{draw(BESIDE)}"]


@st.composite
def bracketed(draw: st.DrawFn, lead: str, indent: int) -> list[str]:
    """The lines of an entry in brackets."""
    return [f"{lead} {draw(brackets(2))}{draw(BESIDE)}".replace("\n", "\n" + " " * (indent + 1))]


@st.composite
def brackets(draw: st.DrawFn, depth: int) -> str:
    """A list or mapping in brackets, on one line or several."""
    keys = draw(st.lists(st.sampled_from(KEYS), max_size=4, unique=True))
    words = st.sampled_from([*WORDS, LONG])
    items = [draw(st.one_of(words, words, brackets(depth - 1)) if depth else words) for _ in keys]
    is_list = draw(st.booleans())
    pairs = items if is_list else [f"{key}: {item}" for key, item in zip(keys, items, strict=True)]
    joint = draw(st.sampled_from([", ", ",", " ,  ", ",\n", ", # inside\n"]))
    inside = joint.join(pairs) + (draw(st.sampled_from(["", ",", "\n"])) if pairs else "")
    return f"[{inside}]" if is_list else f"{{{inside}}}"


@settings(max_examples=80)
@given(documents(), st.sampled_from(["authored", "people", "decisions", "anything"]))
def test_says_the_same_and_stays_as_it_is(text: str, holds: str) -> None:
    """Values and comments are those that were there, and a second time changes nothing."""
    before = parse_yaml(text, "x.yaml", date_keys=DATE_KEYS)
    assume(not before.findings)

    new = format_text(text, holds)

    assert what_is_lost(text, new, "x.yaml") == ""
    assert json.dumps(parse_yaml(new, "x.yaml", date_keys=DATE_KEYS).value, sort_keys=True) == json.dumps(before.value, sort_keys=True)
    plain, laid_out = (one.replace("\r\n", "\n") for one in (text, new))
    assert Counter(comment for _, comment in comments_in(laid_out)) == Counter(comment for _, comment in comments_in(plain))
    assert format_text(new, holds) == new
