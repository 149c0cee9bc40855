"""DT303: whatever names something that does not exist is found at the very name, with the nearest known id."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.records.dangling_reference import CHECK
from diplotrips.checks.references import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

Written = dict[str, Any]

NOBODY = "is no person of the register"
NO_BODY = "is no organization of the register"
NO_SOURCE = "is no source of the register"
NO_STOP = "is no stop of this trip"
NO_LOCAL = "is no stop, meeting, agreement or expert of this trip"
EXPERT = {"id": "e", "person": "jane-doe", "source": "gazette"}
QUOTE = {"span": "0-9", "gist": "good"}
AGREEMENT = {"id": "a", "parties": ["NZ"], "progress": "signed", "subject": "trade"}
DECIDED = {"id": "d", "code": "DT401", "record": "one", "because": "it is so", "decided_by": "mara", "decided_on": "2026-11-22"}
DECISION = DECIDED | {"field": "route", "verdict": "keep-both"}
COVERAGE = {
    "id": "c",
    "office": "president",
    "period": "2023",
    "extent": "full",
    "found": 1,
    "decided_by": "mara",
    "decided_on": "2026-11-22",
}
REVIEW = {"source": "gazette", "reviewed_by": "mara", "draft_sha256": "0" * 64, "text_sha256": "0" * 64}
TOMBSTONE = {"id": "old", "kind": "trip", "withdrawn_on": "2025-01-01", "because": "it was two trips"}

IN_TRIP: list[tuple[str, Written, str]] = [
    ("traveller", {"trip": {"traveller": "x"}}, NOBODY),
    ("represents", {"trip": {"represents": "x"}}, NO_BODY),
    ("route", {"trip": {"route": ["br", ["x", "br"]]}}, NO_STOP),
    ("companions.person", {"trip": {"companions": [{"person": "x"}]}}, NOBODY),
    ("companions.trip", {"trip": {"companions": [{"office": "president", "trip": "x"}]}}, "is no trip of the dataset"),
    ("replaces", {"trip": {"replaces": "x"}}, "is no trip of the dataset"),
    ("stops.br.during", {"stops": [{"id": "br", "during": "x"}]}, NO_STOP),
    ("stops.br.events", {"stops": [{"id": "br", "events": ["x"]}]}, "is no event of the register"),
    ("stops.br.x.person", {"stops": [{"id": "br", "met": [{"person": "x"}]}]}, NOBODY),
    ("stops.br.x.organization", {"stops": [{"id": "br", "met": [{"organization": "x"}]}]}, NO_BODY),
    ("agreements.a.stop", {"agreements": [AGREEMENT | {"stop": "x"}]}, NO_STOP),
    ("agreements.a.parties", {"agreements": [AGREEMENT | {"parties": ["NZ", "x"]}]}, NO_BODY),
    ("agreements.a.parties.organization", {"agreements": [AGREEMENT | {"parties": [{"organization": "x"}]}]}, NO_BODY),
    ("quoted_experts.e.person", {"quoted_experts": [EXPERT | {"person": "x", "quotes": [QUOTE]}]}, NOBODY),
    ("quoted_experts.e.source", {"quoted_experts": [EXPERT | {"source": "x", "quotes": [QUOTE]}]}, NO_SOURCE),
    ("quoted_experts.e.affiliation", {"quoted_experts": [EXPERT | {"affiliation": "x", "quotes": [QUOTE]}]}, NO_BODY),
    ("quoted_experts.e.quotes.about", {"quoted_experts": [EXPERT | {"quotes": [QUOTE | {"about": "x"}]}]}, NO_LOCAL),
    ("person", {"quotes": [QUOTE | {"person": "x", "source": "gazette"}]}, NOBODY),
    ("source", {"quotes": [QUOTE | {"person": "jane-doe", "source": "x"}]}, NO_SOURCE),
    ("about", {"quotes": [QUOTE | {"person": "jane-doe", "source": "gazette", "about": "x"}]}, NO_LOCAL),
    ("reviewed_by", {"reviewed_by": "x"}, "is no coder of the register"),
    ("reviews.reviewed_by", {"reviews": [REVIEW | {"reviewed_by": "x"}]}, "is no coder of the register"),
    ("reviews.source", {"reviews": [REVIEW | {"source": "x"}]}, NO_SOURCE),
    ("said", {"said": {"x": [{"days": 4}]}}, NO_SOURCE),
    ("about", {"said": {"gazette": [{"about": "x"}]}}, NO_LOCAL),
    ("according_to", {"said": {"gazette": [{"days": 4, "according_to": "x"}]}}, "is no person or organization of the registers"),
    ("route", {"said": {"gazette": [{"route": ["br", "x"]}]}}, NO_STOP),
    ("first_stop", {"said": {"gazette": [{"first_stop": "x"}]}}, NO_STOP),
    ("last_stop", {"said": {"gazette": [{"last_stop": "x"}]}}, NO_STOP),
    ("stops.br.after", {"said": {"gazette": [{"about": "br", "after": "x"}]}}, NO_STOP),
    ("stops.br.during", {"said": {"gazette": [{"about": "br", "during": "x"}]}}, NO_STOP),
    ("stops.br.events", {"said": {"gazette": [{"about": "br", "events": ["x"]}]}}, "is no event of the register"),
    ("represents", {"said": {"gazette": [{"represents": "x"}]}}, NO_BODY),
    ("parties", {"said": {"gazette": [{"parties": ["x"]}]}}, NO_BODY),
    ("affiliation", {"said": {"gazette": [{"affiliation": "x"}]}}, NO_BODY),
]

BLOCK = {"trip": "one", "said": [{"about": "br", "days": 3}]}
IN_CODINGS: list[tuple[str, str, Written, str]] = [
    ("source", "mara/x", BLOCK, NO_SOURCE),
    ("coder", "x/gazette", BLOCK, "is no coder of the register"),
    ("trips.trip", "mara/gazette", BLOCK | {"trip": "x"}, "is no trip of the dataset"),
    ("about", "mara/gazette", BLOCK | {"said": [{"about": "x", "days": 3}]}, NO_LOCAL),
]

IN_REGISTERS: list[tuple[str, Written, str]] = [
    ("publisher", {"sources": [{"id": "s", "publisher": "x"}]}, NO_BODY),
    ("agency", {"sources": [{"id": "s", "agency": "x"}]}, NO_BODY),
    ("copied_from", {"sources": [{"id": "s", "copied_from": "x"}]}, NO_SOURCE),
    ("offices.of", {"people": [{"id": "p", "offices": [{"office": "president", "of": "x"}]}]}, NO_BODY),
    ("owner", {"organizations": [{"id": "o", "owner": "x"}]}, NO_BODY),
    ("body", {"events": [{"id": "e", "body": "x"}]}, NO_BODY),
    ("traveller", {"coverage": [COVERAGE | {"traveller": "x"}]}, NOBODY),
    ("of", {"coverage": [COVERAGE | {"of": "x"}]}, NO_BODY),
    ("looked_in", {"coverage": [COVERAGE | {"looked_in": ["x"]}]}, NO_SOURCE),
    ("decided_by", {"coverage": [COVERAGE | {"decided_by": "x"}]}, "is no coder of the register"),
    ("record", {"decisions": [DECISION | {"record": "x"}]}, "is the id of no record"),
    ("source", {"decisions": [DECISION | {"source": "x"}]}, NO_SOURCE),
    ("settles", {"decisions": [DECISION | {"settles": ["x:body:br ve"]}]}, NO_SOURCE),
    ("overrules", {"decisions": [DECISION | {"overrules": ["x:body"]}]}, NO_SOURCE),
    ("expect", {"decisions": [DECISION | {"expect": ["x"]}]}, NO_SOURCE),
    ("decided_by", {"decisions": [DECISION | {"decided_by": "x"}]}, "is no coder of the register"),
    ("record", {"waivers": [DECIDED | {"record": "x"}]}, "is the id of no record"),
    ("decided_by", {"waivers": [DECIDED | {"decided_by": "x"}]}, "is no coder of the register"),
    ("successor", {"withdrawn": [TOMBSTONE | {"successor": "x"}]}, "is the id of no record"),
]


@pytest.fixture
def records(dataset: Callable[..., Dataset]) -> Callable[..., list[Finding]]:
    """A function that returns what DT303 finds in one trip to BR; nothing is filled in but what no test is about."""

    def find(document: Written | None = None, codings: Written | None = None, **registers: list[Written]) -> list[Finding]:
        trip = {"within": "2023-04"} | (document or {}).get("trip", {})
        whole = {"stops": [{"id": "br", "country": "BR"}]} | (document or {}) | {"trip": trip}
        whole["stops"] = [{"country": "BR"} | stop for stop in whole["stops"]]
        known = {
            "people": [{"id": "jane-doe"}],
            "sources": [{"id": "gazette"}],
            "coders": [{"id": "mara"}],
            "organizations": [{"id": "un"}],
        }
        both = {name: [*known.get(name, []), *registers.get(name, [])] for name in known | registers}
        return list(CHECK.find(Evidence(dataset({"one": whole}, codings=codings, fill=False, **both), date(2026, 11, 22))))

    return find


@pytest.mark.parametrize(("field", "document", "what"), IN_TRIP, ids=[f"{field}-{number}" for number, (field, *_) in enumerate(IN_TRIP)])
def test_in_a_trip(records: Callable[..., list[Finding]], field: str, document: Written, what: str) -> None:
    """Every field of a trip document that names something is looked up, and the finding stands at the name."""
    (finding,) = records(document)

    assert (finding.field, finding.message) == (field, f"x {what}")
    assert finding.place.width == 1
    assert finding.place.file == "extract/authored/one.yaml"


@pytest.mark.parametrize(("field", "registers", "what"), IN_REGISTERS, ids=[f"{next(iter(one[1]))}-{one[0]}" for one in IN_REGISTERS])
def test_in_a_register(records: Callable[..., list[Finding]], field: str, registers: Written, what: str) -> None:
    """Every field of a register or ledger that names something is looked up."""
    (finding,) = records(**registers)

    assert (finding.field, finding.message) == (field, f"x {what}")


@pytest.mark.parametrize(("field", "name", "block", "what"), IN_CODINGS, ids=[one[0] for one in IN_CODINGS])
def test_in_a_coding(records: Callable[..., list[Finding]], field: str, name: str, block: Written, what: str) -> None:
    """A second coder's file names a source, a coder and trips that exist, and its lines are about records of these."""
    (finding,) = records(codings={name: [block]})

    assert (finding.field, finding.message) == (field, f"x {what}")
    assert finding.place.file == f"extract/coded/{name}.yaml"


def test_what_a_coder_declares_is_no_reference(records: Callable[..., list[Finding]]) -> None:
    """A trip that a coder declares, and stops beside those of the author, may be called anything."""
    declared = {"trip": {"id": "t1", "traveller": "x"}, "stops": [{"id": "a", "country": "BR"}], "said": [{"about": "a", "days": 3}]}
    added = {"trip": "one", "stops": [{"id": "a", "country": "BR"}], "said": [{"about": "a", "days": 3}]}

    assert records(codings={"mara/gazette": [declared, added]}) == []


def test_every_reference_is_tried() -> None:
    """The three lists above have a case for each path of the table."""
    paths = [path for kind in REFERENCES.values() for path in kind]

    assert len(IN_TRIP) + len(IN_REGISTERS) + len(IN_CODINGS) == len(paths)


def test_place_and_nearest(records: Callable[..., list[Finding]]) -> None:
    """The finding stands at the item of the list that dangles, and names what was meant."""
    (finding,) = records({"trip": {"traveller": "jane-doo"}})

    assert (
        str(finding)
        == "extract/authored/one.yaml:4:14: error DT303 traveller: jane-doo is no person of the register; did you mean jane-doe?"
    )
    assert (finding.record, finding.fix) == ("one", "jane-doe")


def test_claims_belong_to_their_source(records: Callable[..., list[Finding]]) -> None:
    """A dangling name in a line is an end of that source, on the record that the line is about."""
    (finding,) = records({"said": {"gazette": [{"about": "br", "after": "brr"}]}})

    assert (finding.record, finding.ends[0].source, finding.ends[0].value) == ("one.br", "gazette", "brr")
    assert finding.fix == "br"


def test_names_the_successor(records: Callable[..., list[Finding]]) -> None:
    """What was withdrawn is answered with what took its place."""
    (finding,) = records(waivers=[DECIDED | {"record": "old"}], withdrawn=[TOMBSTONE | {"successor": "one"}])

    assert (finding.message, finding.fix) == ("old was withdrawn; its successor is one", "one")


def test_what_could_not_be_read_is_not_blamed(dataset: Callable[..., Dataset]) -> None:
    """A reference to a record that was found and holds errors, or that may stand in a file that could not be read, is no finding."""
    read = dataset({"one": [{"id": "br"}]}, waivers=[DECIDED | {"record": "two.br"}])
    found = list(CHECK.find(Evidence(read, date(2026, 11, 22))))
    half_read = replace(read, people=(), broken=frozenset({"jane-doe", "two"}))

    assert [one.message for one in found] == ["two.br is the id of no record; did you mean one.br?"]
    assert list(CHECK.find(Evidence(replace(read, unread=frozenset({"authored"})), date(2026, 11, 22)))) == []
    assert list(CHECK.find(Evidence(replace(read, people=(), unread=frozenset({"people", "events"})), date(2026, 11, 22)))) == []
    assert len(list(CHECK.find(Evidence(replace(read, people=(), unread=frozenset({"authored"})), date(2026, 11, 22))))) == 1
    assert list(CHECK.find(Evidence(half_read, date(2026, 11, 22)))) == []


def test_is_silent(records: Callable[..., list[Finding]]) -> None:
    """Countries are no references, and a line can be about a meeting, an agreement or an expert, on the authority of an organization."""
    document = {
        "trip": {"represents": "NZ"},
        "stops": [{"id": "br", "met": [{"person": "jane-doe"}, {"office": "president"}]}],
        "agreements": [AGREEMENT | {"parties": ["un", {"name": "some company"}]}],
        "quoted_experts": [EXPERT | {"quotes": [QUOTE | {"about": "a"}]}],
        "said": {"gazette": [{"about": about, "according_to": "un"} for about in ("br.jane-doe", "br.president", "a", "e")]},
    }

    assert records(document, decisions=[DECISION | {"record": "one.br.jane-doe", "settles": ["gazette:body"]}]) == []


def test_the_right_id_of_a_meeting_whose_person_is_misspelt(dataset: Callable[..., Dataset]) -> None:
    """A claim that calls a meeting by the right id follows from the slip in the meeting itself, and is not the slip."""
    stops = [{"id": "br", "met": [{"person": "ann-pow"}]}]
    said = {"gazette": [{"about": "br.ann-poe", "office": "president"}]}
    written = dataset({"one": {"stops": stops, "said": said}}, people=[{"id": "ann-poe"}])
    known = replace(written, people=tuple(entry for entry in written.people if entry.record.id != "ann-pow"))

    slip, consequence = CHECK.find(Evidence(known, date(2026, 11, 22)))

    assert slip.message == "ann-pow is no person of the register; did you mean ann-poe?"
    assert consequence.message == f"br.ann-poe {NO_LOCAL}; did you mean br.ann-pow?"
    assert consequence.because_of == slip.fingerprint
