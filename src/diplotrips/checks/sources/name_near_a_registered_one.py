"""No spelling of a person's name is all but a registered one, and no two people of the register are all but one.

**Why.** Names are misspelt, and carried over from other scripts in several ways: `Halimi` by way of Russian comes out as `Khalimi`. Such a
spelling is most often the registered person and has to be entered; sometimes it is somebody else, and the record names the wrong one.
Two entries for one person split a traveller's trips in two.

**Not covered.** Names that are more than one letter apart once the usual ways of writing them in Latin letters are made one; a letter in a
word of less than four; words in another order, left out or shortened, but for parts of the person's own name; other scripts than Latin.
Of two people in the register: surnames alone, people of two countries or two Wikidata items, people whom no source names.

**What to do.** Read the passage again. If it is the same person, add the spelling under `names` in the register, as a `transliteration` or
a `misspelling`; if it is another one, give the record that person. Two entries for one person become one; for two people give both their
`country` or `wikidata`.

**Wrong**

```yaml
people.yaml:
  people:
    - {id: jane-doe, name: Jane Doe}
    - {id: ana-lopez, name: Ana López}
    - {id: sergei-petrow, name: Sergei Petrow}
    - {id: sergey-petrov, name: Sergey Petrov}
authored/doe-2024-05.yaml:
  said:
    herald-2024-05:
      - {about: cl.ana-lopez, named: Ana Lopes}
```

**Right**

```yaml
people.yaml:
  people:
    - {id: jane-doe, name: Jane Doe}
    - {id: ana-lopez, name: Ana López, names: [{name: Ana Lopes, kind: misspelling}]}
    - {id: sergey-petrov, name: Sergey Petrov, names: [{name: Sergei Petrow, kind: transliteration}]}
authored/doe-2024-05.yaml:
  said:
    herald-2024-05:
      - {about: cl.ana-lopez, named: Ana Lopes}
```

**Since** 0.2.0
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.checks.disagreement.likeness import Likeness
from diplotrips.checks.disagreement.near_names import Register
from diplotrips.checks.disagreement.spellings import UNREGISTERED, find_spellings, unknown_spellings
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.disagreement.near_names import Near
    from diplotrips.checks.disagreement.spellings import Unknown
    from diplotrips.checks.evidence import Evidence, Row
    from diplotrips.findings import Finding
    from diplotrips.schema.registers import Person


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a record and registered name that unknown spellings are like, then one a person who may be another one."""
    alike: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for unknown in unknown_spellings(evidence):
        if unknown.near:
            row = _with_near(unknown.row, unknown.near)
            alike[str(row["record_id"]), str(row["person_name"]), _remark(unknown, unknown.near)].append(row)
    for (_, _, remark), rows in alike.items():
        yield from find_spellings(CHECK, evidence, rows, remark)
    for name, person, near in Register([entry.record for entry in evidence.dataset.people]).pairs():
        yield _two_people(evidence, name, person, near)


CHECK = Check(
    code="DT218",
    name="name-near-a-registered-one",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "meeting", "quoted-expert", "person"),
    find=find,
    query=UNREGISTERED,
)


def _remark(unknown: Unknown, near: Near) -> str:
    """Return what is wrong with a spelling, with `{name}` for the registered name that it is like."""
    if not unknown.is_another:
        return f"which is {{name}} {near.how}"
    named = str(unknown.row["person_name"]).replace("{", "{{").replace("}", "}}")
    how = "the register's name of somebody else" if near.how is Likeness.SAME else f"{{name}} {near.how}"
    return f"which is {how}, and the record names {named}"


def _with_near(row: Row, near: Near) -> Row:
    """Return *row* with the person and the name that the spelling is like in place of those whom the record names."""
    return row | {"person_id": near.person.id, "person_name": near.name}


def _two_people(evidence: Evidence, name: str, person: Person, near: Near) -> Finding:
    """Return the finding on *person*, whose *name* is like that of another one."""
    return finding(
        CHECK,
        evidence,
        record=person.id,
        field="name",
        message=_told(name, person.id, near),
        here=evidence.end(person.id, "name", label=f"the register has {name}", value=name),
        there=[evidence.end(near.person.id, "name", label=f"the register has {near.name}", value=near.name)],
    )


def _told(name: str, person_id: str, near: Near) -> str:
    """Return in what two people's names are alike."""
    if near.how is Likeness.SAME:
        return f"{near.person.id} and {person_id} are both called {name}"
    return f"{name} ({person_id}) is {near.name} ({near.person.id}) {near.how}"
