"""One document taken to another version: what is written otherwise, what stays byte by byte, and what is in the way."""

from __future__ import annotations

import copy
import json
from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from tests.extract.migrating.version_two import BACK, DATES, ONE_WAY, ONLY_TOWNS, TWO

from diplotrips.extract.editing.taking import comments_in
from diplotrips.extract.layout import held_in
from diplotrips.extract.migrating.documents import Outcome, Written, migrate_text
from diplotrips.extract.migrating.migrations import MIGRATIONS, Migration, is_chain, newest
from diplotrips.extract.migrating.moving import Move
from diplotrips.extract.migrating.steps import Rewrite
from diplotrips.extract.notation.files import read_file
from diplotrips.extract.notation.json import parse_json
from diplotrips.extract.notation.text import read_text
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diplotrips.extract.migrating.steps import Step
    from diplotrips.extract.notation.parsed import Parsed
    from diplotrips.schema.tree import JsonValue

OLD = """\
# Of a made-up minister.
schema: 1  # the first
trip:
    # who it is
    id:   "andes"
    note: >-
      It was told
      twice.
    dates: 2024-05-06/2024-05-09   # as told
    # the way out
    left_home: 2024-05-05
    # and back

    # by air
    back_home: 2024-05-10 # at night
    office: president
stops:
- places: [ Lima,
            Cusco ]
  id: pe   # the first
  did: ['talks', dinner]
-
  # the second
  id: cl
  met: [{person: jane-doe, office: president}]
said:
  gazette:
    - {left_home: 2024-05-05,   span: 1-2}
    - span: 3-4
      route:  # not in order
      - pe
      - cl
"""

NEW = """\
# Of a made-up minister.
schema: 2  # the first
trip:
    # who it is
    id:   "andes"
    note: >-
      It was told
      twice.
    begins: 2024-05-06  # as told
    ends: 2024-05-09
    # the way out
    home:
      left: 2024-05-05
      # by air
      back: 2024-05-10 # at night
    # and back

    office: president
stops:
- towns: [ Lima,
            Cusco ]
  id: pe   # the first
  did: ['conversation', dinner]
-
  # the second
  id: cl
  met: [{person: jane-doe, held: president}]
said:
  gazette:
    - {home: {left: 2024-05-05},   span: 1-2}
    - span: 3-4
      order:  # not in order
      - pe
      - cl
"""

DRAFT = """\
{
 "schema": 1,
 "source": "gazette",
 "trips": [
  {
   "trip": {"id": "t1", "dates": "2024-05-06/", "left_home": "2024-05-05", "note": "\\u00e9 \\ud83d\\ude00"},
   "stops": [
    {"id": "pe", "places": ["Lima"]}
   ]
  }
 ]
}
"""


def migrated(text: str, *steps: Step, holds: str = "authored", is_json: bool = False) -> Outcome:
    """Return what becomes of a text by *steps*, or from version 1 to 2 as these tests have it."""
    migration = Migration(1, 2, {holds: steps}) if steps else TWO
    return migrate_text(Written(text, "a.yaml", holds, is_json=is_json), [migration], 2)


def told(outcome: Outcome) -> list[str]:
    """Return what is in the way of a document."""
    return [*map(str, outcome.findings), *map(str, outcome.problems)]


def read(text: str, *, is_json: bool) -> JsonValue:
    """Return the values of a text."""
    return (parse_json(text, "a") if is_json else parse_yaml(text, "a", date_keys=DATE_KEYS | DATES)).value


def test_what_stays() -> None:
    """Only what a step has to do with is written otherwise; comments go with what they are beside or above."""
    outcome = migrated(OLD)

    assert outcome.text == NEW
    assert (outcome.since, told(outcome)) == (1, [])
    assert outcome.counts["stops.*.places is called towns"] == 1
    assert migrated(NEW) == Outcome(NEW, 2)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_mark(mark: str, end: str) -> None:
    """Lines end as they did, a byte order mark stays, and so does the lack of a last line end."""
    assert migrated(mark + OLD.replace("\n", end)).text == mark + NEW.replace("\n", end)
    assert migrated(f"schema: 1{end}stops: [{{id: a, places: [b]}}]").text == f"schema: 2{end}stops: [{{id: a, towns: [b]}}]"


def test_a_draft() -> None:
    """JSON is changed in the same way, and its escapes stay as they are."""
    outcome = migrated(DRAFT, holds="parsed", is_json=True)

    assert outcome.text == (
        DRAFT.replace('"schema": 1', '"schema": 2')
        .replace('"places"', '"towns"')
        .replace('"left_home": "2024-05-05"', '"home": {"left": "2024-05-05"}')
        .replace('"dates": "2024-05-06/"', '"begins": "2024-05-06"')
    )


def test_steps_without_a_way_back() -> None:
    """A value can go into the note, a key can be added behind another, and two can become one; long prose is broken."""
    text = OLD.replace("    id:   ", "    id: ")

    outcome = migrate_text(Written(text, "a.yaml", "authored"), [ONE_WAY], 2)
    source = migrate_text(
        Written("schema: 1\nsources:\n  - id: a\n    published: 2024  # about\n    published_basis: given\n", "b", "sources"), [ONE_WAY], 2
    )

    assert "    note: It was told twice. The office was president.\n    dates:" in outcome.text
    assert '    id: "andes"\n    sort: official visit\n' in outcome.text
    assert "office: president\nstops" not in outcome.text
    assert source.text == 'schema: 2\nsources:\n  - id: a\n    published: {day: "2024", basis: given}  # about\n'


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("3", "a.yaml:1:9: schema is 3, which is newer than this version of diplotrips knows; it knows 2"),
        ("0", "a.yaml:1:9: schema is 0; documents of version 1 to 2 are known"),
        ('"1"', "a.yaml:1:9: schema is 1; documents of version 1 to 2 are known"),
        ("true", "a.yaml:1:9: schema is true; documents of version 1 to 2 are known"),
    ],
)
def test_versions_that_are_none(schema: str, message: str) -> None:
    """A number that is not known is answered where it stands, and the text stays."""
    text = f"schema: {schema}\nstops: []\n"

    outcome = migrated(text)

    assert (outcome.text, told(outcome)) == (text, [message])


def test_no_version_and_no_way_back() -> None:
    """A document says its version, and is not taken back."""
    back = migrate_text(Written("schema: 2\n", "a.yaml", "people"), [TWO], 1)

    assert told(migrated("stops: []\n")) == ["a.yaml:1:1: this document does not say of which version it is, as in schema: 2"]
    assert told(back) == ["a.yaml:1:9: schema is 2; a document is not taken back to version 1"]


def test_what_is_in_the_way() -> None:
    """Each place where a step cannot be taken is told, in one run."""
    text = "schema: 1\nstops:\n  - {id: pe, places: [Lima], towns: [Cusco]}\n  - id: cl\n    places: [Arica]\n    towns: []\n"

    assert told(migrated(text)) == ["a.yaml:3:14: towns stands here already", "a.yaml:5:5: towns stands here already"]
    assert told(migrated(text, Move("stops.*", "places", "id.towns")))[0] == "a.yaml:3:14: id stands here already"
    taken = Rewrite("stops.*", ("places",), lambda _: {"towns": 1}, "x")
    assert told(migrated(text, taken))[0] == "a.yaml:3:37: towns stands here already"


def test_a_value_that_a_step_does_not_take() -> None:
    """What a function of a step refuses is told in its words, with the place."""

    def refuse(old: dict[str, JsonValue]) -> dict[str, JsonValue]:
        raise ValueError(f"{old['places']} are no towns")

    outcome = migrated("schema: 1\nstops:\n  - places: 7\n", Rewrite("stops.*", ("places",), refuse, "x"))

    assert told(outcome) == ["a.yaml:3:13: 7 are no towns"]


def test_a_comment_in_brackets() -> None:
    """A document in which a comment would be lost is left, and the comment is named."""
    text = "schema: 1\ntrip: {id: a, # one\n  left_home: 2024}\n"

    outcome = migrated(text, Rewrite("trip", ("id",), lambda _: {}, "x"))

    assert (outcome.text, told(outcome)) == (text, ["a.yaml:2:15: this comment would be lost; put it on a line of its own above"])


def test_what_the_reader_refuses() -> None:
    """A file with errors of its own, or with two kinds of line ends, is left."""
    assert told(migrated("schema: 1\nstops: [\n")) == [
        "a.yaml:2:9: error DT002: the text ends here, where a value should stand; a bracket is not closed, or a value is missing"
    ]
    assert told(migrated("schema: 1\r\nstops: []\n")) == ["a.yaml:1:1: its lines end in more than one way; run diplotrips format first"]


WRONG = "tests/corpus/wrong"
OURS = ("extract", "src/diplotrips/extract/starting/template/extract", "src/diplotrips/schema/published/examples")


def documents(root: Path, *folders: str) -> Iterator[tuple[Written, Parsed]]:
    """Give every file of records below *folders*, with what the reader makes of it."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            text = read_text(path, "a") if path.suffix in {".yaml", ".json"} else None
            if isinstance(text, str):
                # the examples of trips and codings lie in no folder that tells what they are
                holds = {"trip": "authored", "trip_in_full": "authored", "coding": "coded"}.get(path.stem, held_in(path).holds)
                parsed = read_file(path, "a.yaml", date_keys=DATE_KEYS)
                yield Written(text, "a.yaml", holds, is_json=path.suffix == ".json"), parsed


def test_all_our_files_there_and_back(root: Path) -> None:
    """The real records and drafts, a new project and the examples of the codebook are byte by byte what they were, there and back."""
    changed = Counter[str]()
    for document, _ in documents(root, *OURS):
        there = migrate_text(document, [TWO, BACK], 2)
        back = migrate_text(replace(document, text=there.text), [TWO, BACK], 3)

        assert (told(there), told(back)) == ([], [])
        assert back.text.replace("schema: 3", "schema: 1").replace('"schema": 3', '"schema": 1') == document.text
        changed.update(there.counts)
    assert len(changed) >= len(TWO.steps["authored"])
    assert min(changed.values()) > 1


@pytest.mark.parametrize(("migration", "folders", "every"), [(TWO, OURS, 1), (ONE_WAY, OURS, 1), (ONLY_TOWNS, (WRONG,), 4)])
def test_all_files_say_the_same(root: Path, migration: Migration, folders: tuple[str, ...], every: int) -> None:
    """What is read afterwards is what the steps make of what was read before, with every comment, and a second time nothing changes.

    Of the files that are wrong on purpose, of which every fourth is taken, those that cannot be read are left, with what the reader says.
    """
    number = 0
    for document, before in islice(documents(root, *folders), 0, None, every):
        outcome = migrate_text(document, [migration], 2)
        if before.findings or (isinstance(before.value, dict) and before.value.get("schema") != 1):
            assert outcome.text == document.text
            assert outcome.findings == before.findings
            continue
        wanted = copy.deepcopy(before.value)
        for step in migration.steps.get(document.holds, ()):
            step.on_value(wanted)
        assert isinstance(wanted, dict)
        assert told(outcome) == []
        assert json.dumps(read(outcome.text, is_json=document.is_json), sort_keys=True) == json.dumps(
            {**wanted, "schema": 2}, sort_keys=True
        )
        assert document.is_json or comments(outcome.text) == comments(document.text)
        assert migrate_text(replace(document, text=outcome.text), [migration], 2) == Outcome(outcome.text, 2)
        number += 1
    assert number > len(OURS) * 8


def comments(text: str) -> Counter[str]:
    """Return the comments of a text, in any order."""
    return Counter(comment for _, comment in comments_in(text.removeprefix("\ufeff").replace("\r\n", "\n")))


def test_the_migrations_of_the_package() -> None:
    """They lead from version to version, up to the one that is read now."""
    assert is_chain(MIGRATIONS)
    assert newest(MIGRATIONS) == SCHEMA_VERSION
    assert is_chain([TWO, BACK])
    assert not is_chain([BACK, TWO])


def test_the_example_of_the_page(root: Path) -> None:
    """The migration that the page shows is one, and does what is said there."""
    page = (root / "docs/migration.md").read_text(encoding="utf-8")
    names = {"Migration": Migration, "Move": Move, "Rewrite": Rewrite, "two_ends": lambda old: {"begins": old["dates"]} if old else {}}
    migration = eval(page.split("```python\n")[1].split("```")[0], names)  # noqa: S307  (an expression of our own page)

    migration = replace(migration, date_keys=DATES)  # which models of version 2 would have
    outcome = migrate_text(Written("schema: 1\ntrip: {back_home: 2024, dates: 2023}\n", "a", "authored"), [migration], 2)

    assert outcome.text == 'schema: 2\ntrip: {home: {back: 2024}, begins: "2023"}\n'
