"""Laws of migrating: however a text is written its values become what the step says, no comment is lost, the way back leads back."""

from __future__ import annotations

import copy
import json
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.extract.test_formatting_laws import documents

from diplotrips.extract.editing.taking import comments_in
from diplotrips.extract.migrating.documents import Written, migrate_text
from diplotrips.extract.migrating.migrations import Migration
from diplotrips.extract.migrating.moving import Move
from diplotrips.extract.migrating.steps import Change, Rewrite, Step
from diplotrips.extract.notation.text import LINE_BREAK
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS

KEYS = ("trip", "stops", "said", "gazette", "id", "dates", "met", "did", "days", "note", "places")

MOVES = st.one_of(
    st.builds(Move, st.just(""), st.sampled_from(KEYS), st.sampled_from(["renamed", "deeper.one", "a.b.c"])),
    st.builds(Move, st.just("*"), st.sampled_from(KEYS), st.sampled_from(["renamed", "deeper.one"])),
    st.builds(
        Move, st.just(""), st.builds("{}.{}".format, st.sampled_from(KEYS), st.sampled_from(KEYS)), st.sampled_from(["up", "else.up"])
    ),
)

REWRITES = st.sampled_from(
    [
        Change("", "*", lambda value: "other: text" if isinstance(value, str) else value, "x"),
        Change("*", "*", lambda value: [value] if value == "br" else value, "x"),
        Rewrite("", ("note", "id"), lambda old: {"remark": ", ".join(map(str, old.values()))} if old else {}, "x"),
        Rewrite("*", ("dates",), lambda old: {"one": old["dates"], "two": [1, None], "three": {"a": True}} if old else {}, "x"),
        Rewrite("", ("added",), lambda old: old or {"added": "a text that goes on and on " * 8 + "to its end"}, "x"),
        Rewrite("*", ("met", "did"), lambda _: {}, "x"),
    ]
)


def read(text: str) -> str:
    """Return the values of a text as JSON."""
    return json.dumps(parse_yaml(text, "x.yaml", date_keys=DATE_KEYS).value, sort_keys=True)


def comments(text: str) -> Counter[str]:
    """Return the comments of a text, in any order."""
    return Counter(comment for _, comment in comments_in(LINE_BREAK.sub("\n", text)))


@settings(max_examples=80)
@given(documents(), st.one_of(MOVES, REWRITES))
def test_values_change_and_comments_stay(text: str, step: Step) -> None:
    """A document is migrated, or left for a reason: something is there already, or a comment stands in brackets that go."""
    before = parse_yaml(text, "x.yaml", date_keys=DATE_KEYS)
    assume(not before.findings and len(set(LINE_BREAK.findall(text))) < len("ab"))
    wanted = copy.deepcopy(before.value)

    outcome = migrate_text(Written(text, "x.yaml", "any", since=1), [Migration(1, 2, {"any": (step,)})], 2)

    if outcome.problems:
        assert outcome.text == text
        assert all("already" in problem.message or "#" in text for problem in outcome.problems)
        return
    count = step.on_value(wanted)
    assert (read(outcome.text), comments(outcome.text)) == (json.dumps(wanted, sort_keys=True), comments(text))
    assert (outcome.text == text) == (count == 0)


@settings(max_examples=40)
@given(documents(), st.sampled_from(KEYS), st.sampled_from(["renamed", "deeper.one"]))
def test_there_and_back(text: str, key: str, to: str) -> None:
    """A key that is renamed, or put into a mapping of its own, and back again leaves the text as it was, but for comments beside it."""
    before = parse_yaml(text, "x.yaml", date_keys=DATE_KEYS)
    assume(not before.findings and len(set(LINE_BREAK.findall(text))) < len("ab"))
    there, back = Move("", key, to), Move("", to, key)

    first = migrate_text(Written(text, "x.yaml", "any", since=1), [Migration(1, 2, {"any": (there,)})], 2)
    second = migrate_text(Written(first.text, "x.yaml", "any", since=1), [Migration(1, 2, {"any": (back,)})], 2)

    assert not (first.problems or second.problems) or "#" in text
    if "." not in to:
        assert second.text == text
    assert (read(second.text), comments(second.text)) == (read(text), comments(text))
