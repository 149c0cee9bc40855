"""What a model refuses is said in our own words, at its place, under its path by ids; all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diplotrips.extract.envelopes import MODELS
from diplotrips.extract.messages import hold, named
from diplotrips.extract.notation.json import parse_json
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.extract.shapes import models_in
from diplotrips.extract.wording import Sentence, other_version
from diplotrips.schema.document import TripDocument
from diplotrips.schema.ledger import Decision
from diplotrips.schema.registers import Person

if TYPE_CHECKING:
    from diplotrips.findings import Finding
    from diplotrips.schema.record import Record

HEAD = "schema: 1\ntrip: {id: t, traveller: ada, office: president, represents: NZ, status: completed, within: 2023"
RIGHT = HEAD + "}\nstops: [{id: br, country: BR}]\n"


def refused(text: str, model: type[Record] = TripDocument) -> tuple[Finding, ...]:
    """What *model* refuses of a YAML text."""
    parsed = parse_yaml(text, "t.yaml", date_keys=DATE_KEYS)
    assert parsed.node is not None
    assert not parsed.findings
    return hold(parsed.value, parsed.node, model).findings


def of_stop(rest: str) -> str:
    """The one thing that is refused of a document with a stop that has *rest*."""
    (finding,) = refused(HEAD + "}\nstops:\n  - {id: br, country: BR, " + rest + "}\n")
    return str(finding)


def of_line(rest: str) -> str:
    """The one thing that is refused of a document with a claim line that is *rest*."""
    (finding,) = refused(RIGHT + "said:\n  times:\n    - {}\n    - {" + rest + "}\n")
    return str(finding)


def test_who_adopts_says_what() -> None:
    """A decision that adopts names the value that won or the claims that lost; an empty list names none."""
    decision = "id: d\ncode: DT205\nrecord: t\nfield: days\nbecause: it is so\ndecided_by: ada\ndecided_on: 2023\nverdict: "

    for lacking in ("adopt", "adopt\noverrules: []"):
        (finding,) = refused(f"{decision}{lacking}\n", Decision)
        assert str(finding) == "t.yaml:1:1: error DT006: this decision needs adopted or overrules, and has neither"
    for right in ("adopt\nadopted: 4 days", "adopt\noverrules: [times]", "keep-both"):
        assert refused(f"{decision}{right}\n", Decision) == ()


def test_what_is_right_gives_a_record() -> None:
    """Nothing is said of a right document."""
    parsed = parse_yaml(RIGHT, "t.yaml", date_keys=DATE_KEYS)
    assert parsed.node is not None

    held = hold(parsed.value, parsed.node, TripDocument)

    assert held.findings == ()
    assert held.record is not None
    assert held.record.trip.id == "t"


STOPS = [
    ("countrry: BR", "DT005 stops.br.countrry: countrry is no key of a stop; did you mean country?"),
    ("seen: 2023", "DT005 stops.br.seen: seen is no key of a stop, but of a claim line"),
    ("colour: red", "DT005 stops.br.colour: colour is no key of a stop"),
    ("note: ", "DT007 stops.br.note: note is empty; leave the key out or give it a value"),
    ("note: 1984", 'DT007 stops.br.note: note is the number 1984; write "1984" if it is text'),
    ("note: true", 'DT007 stops.br.note: note is true; write "true" if it is text'),
    ("note: [a]", "DT007 stops.br.note: note is a list; it has to be a text"),
    ("note: {a: b}", "DT007 stops.br.note: note is a mapping; it has to be a text"),
    ("places: Havana", "DT007 stops.br.places: places is the text Havana; it has to be a list such as [Havana]"),
    ("places: 3", "DT007 stops.br.places: places is the number 3; it has to be a list"),
    ("places: [3]", 'DT007 stops.br.places.1: item 1 of places is the number 3; write "3" if it is text'),
    ("places: [a, null]", "DT007 stops.br.places.2: item 2 of places is empty; take it out or give it a value"),
    (
        "places: [[a]]",
        "DT007 stops.br.places.1: item 1 of places is a list; it has to be a text or a mapping with keys such as name and dates",
    ),
    ("met: [bob]", "DT007 stops.br.met.1: item 1 of met is the text bob; it has to be a mapping with keys such as id and person"),
    ("extra: {x: [1]}", "DT007 stops.br.extra.x: x is a list; it has to be a text, true or false, a whole number or a number"),
    ("met: [{channel: phone}]", "DT006 stops.br.met.1: this meeting needs person, office or organization, and has none of them"),
    ("met: [{person: bob, of: Brazil}]", "DT008 stops.br.bob.of: Brazil is not in the list countries; did you mean BR?"),
    ("met: [{person: bob, of: UK}]", "DT008 stops.br.bob.of: UK is not in the list countries; did you mean GB?"),
    (
        "met: [{person: bob, channel: zoom}]",
        "DT008 stops.br.bob.channel: zoom is not in the list channels; it has in-person, virtual, phone, letter",
    ),
    ("did: [pres-statement]", "DT008 stops.br.did.1: pres-statement is not in the list activities; did you mean press-statement?"),
    ("dates: 2023-02-30", "DT009 stops.br.dates: 2023-02-30 is not a date or from-to: February 2023 has 28 days"),
    (
        "dates: 17.04.2023",
        "DT009 stops.br.dates: 17.04.2023 is not a date or from-to: write the year first, then month and day, such as 2023-04-17",
    ),
    (
        "during: Brazil Again",
        "DT010 stops.br.during: Brazil Again is not an id (lower-case letters, digits and single hyphens); did you mean brazil-again?",
    ),
    (
        "during: Бразилия",
        "DT010 stops.br.during: Бразилия is not an id (lower-case letters, digits and single hyphens), such as sergey-lavrov",
    ),
    (f"during: {'a' * 81}", f"DT010 stops.br.during: {'a' * 59}… is 81 characters long; 80 at most can be kept"),
    ('note: " "', "DT010 stops.br.note: note is an empty text; leave the key out or give it a value"),
    ('places: [" Havana"]', 'DT010 stops.br.places.1: " Havana" is not a name on one line, without spaces around it'),
    (
        "extra: {Delegation Size: 3}",
        (
            "DT010 stops.br.extra.Delegation Size: Delegation Size is not a variable name: lower-case letters, digits, underscores,"
            " at most 32, such as delegation_size"
        ),
    ),
    (
        "external_ids: {colt_id: x}",
        "DT008 stops.br.external_ids.colt_id: colt_id is not in the list external_id_schemes; did you mean colt?",
    ),
]


@pytest.mark.parametrize(("rest", "said"), STOPS, ids=[rest for rest, _ in STOPS])
def test_a_stop_is_refused_in_words(rest: str, said: str) -> None:
    """Each kind of error has its own sentence, with the value and what is wanted."""
    assert of_stop(rest).partition(" error ")[2] == said


LINES = [
    ("days: 3.5", "DT007 said.times.2.days: days is the number 3.5; it has to be a count such as 4, ~4 or 3..5"),
    ("days: -1", "DT010 said.times.2.days: days is -1; it has to be 0 or more"),
    ("days: four", "DT010 said.times.2.days: four is not a count such as 4, ~4, 3..5 or 1.."),
    ("confidence: 2", "DT010 said.times.2.confidence: confidence is 2; it has to be 1 or less"),
    ('confidence: "1"', "DT007 said.times.2.confidence: confidence is the text 1; write 1 without quotes"),
    ("span: 3", 'DT007 said.times.2.span: span is the number 3; write "3" if it is text'),
    ("span: 3 to 4", "DT010 said.times.2.span: 3 to 4 is not a span such as 739-932"),
    ("span: {from: 3}", "DT007 said.times.2.span: span is a mapping; it has to be a span such as 739-932 or a list"),
    ("countries: []", "DT010 said.times.2.countries: countries is an empty list; it needs 1 or more"),
    ("route: [br, [cu]]", "DT010 said.times.2.route.2: item 2 of route is a list of 1; it needs 2 or more"),
    (
        "route: [br, [cu, VE]]",
        "DT010 said.times.2.route.2.2: VE is not an id (lower-case letters, digits and single hyphens); did you mean ve?",
    ),
    ("kind: zzz", "DT008 said.times.2.kind: zzz is not in the list stop_kinds or agreement_kinds"),
]


@pytest.mark.parametrize(("rest", "said"), LINES, ids=[rest for rest, _ in LINES])
def test_a_line_is_refused_in_words(rest: str, said: str) -> None:
    """Lines are numbered from 1, and of lists in lists only the innermost error is said."""
    assert of_line(rest).partition(" error ")[2] == said


def test_a_key_stands_where_it_is_written() -> None:
    """An unknown key is shown at the key, a bad value at the value, a missing key where its record begins."""
    assert of_stop("countrry: BR").startswith("t.yaml:4:27: ")
    assert of_stop("note: 1984").startswith("t.yaml:4:33: ")
    assert of_stop("met: [{}]").startswith("t.yaml:4:33: ")
    (finding,) = refused(RIGHT + "said: {Bad Id: [{}]}\n")
    assert str(finding) == (
        "t.yaml:4:8: error DT010 said.Bad Id: Bad Id is not an id (lower-case letters, digits and single hyphens); did you mean bad-id?"
    )


def test_the_nearest_word_can_be_put_in() -> None:
    """The nearest key or code is at hand by itself, not only in the sentence."""
    findings = refused(HEAD + "}\nstops: [{id: br, countrry: BR, country: brasil, did: [zzzzzz]}]\n")

    assert [finding.fix for finding in findings] == ["country", "BR", ""]


def test_an_old_document() -> None:
    """A document of a version that is read no more is told the command that takes it to the one that is."""
    told = other_version(1, 2)

    assert told == Sentence("DT010", "schema is 1, and 2 is read now; diplotrips migrate takes the document there", "2")
    assert other_version(3, 2).message == "schema is 3; the version of the record format that can be read is 2"


def test_everything_is_said_at_once() -> None:
    """One document with many errors gives all of them, by place, each under its record."""
    findings = refused(
        "schema: 2\n"
        "trip: {id: t, traveler: ada, office: president, represents: Russia, status: done}\n"
        "stops:\n"
        "  - {id: br, dates: 2023-13}\n"
        "  - 7\n"
        "agreements:\n"
        "  - {id: deal, parties: [RU, BR, CU], progress: signed, subject: oil}\n"
    )

    assert [f"{finding} [{finding.record}]" for finding in findings] == [
        "t.yaml:1:9: error DT010 schema: schema is 2; the version of the record format that can be read is 1 [t]",
        "t.yaml:2:7: error DT006 trip: this trip needs dates or within, and has neither [t]",
        "t.yaml:2:7: error DT006 trip.traveller: this trip needs traveller, which is missing [t]",
        "t.yaml:2:15: error DT005 trip.traveler: traveler is no key of a trip; did you mean traveller? [t]",
        "t.yaml:2:61: error DT008 trip.represents: Russia is not in the list countries; did you mean RU? [t]",
        (
            "t.yaml:2:77: error DT008 trip.status: done is not in the list trip_statuses;"
            " it has planned, under-way, completed, cancelled, postponed, unconfirmed [t]"
        ),
        "t.yaml:4:5: error DT006 stops.br.country: this stop needs country, which is missing [t.br]",
        "t.yaml:4:21: error DT009 stops.br.dates: 2023-13 is not a date or from-to: there is no month 13 [t.br]",
        "t.yaml:5:5: error DT007 stops.2: item 2 of stops is the number 7; it has to be a mapping with keys such as id and country [t]",
        "t.yaml:7:5: error DT006 agreements.deal: this agreement needs arrangement, which is missing [t.deal]",
    ]


def test_a_missing_key_follows_from_a_misspelt_one() -> None:
    """A key that is missing only since it is misspelt is marked as a consequence."""
    missing, misspelt = refused(HEAD + "}\nstops: [{id: br, countrry: BR}]\n")

    assert (missing.code, misspelt.code) == ("DT006", "DT005")
    assert missing.because_of == misspelt.fingerprint


def test_a_document_of_another_shape() -> None:
    """A list where a document should be is answered as a whole, and so is nothing at all."""
    assert [str(finding) for finding in refused("[1]\n")] == [
        "t.yaml:1:1: error DT007: this trip document is a list; it has to be a mapping with keys such as schema and trip"
    ]
    assert [str(finding) for finding in refused("null\n")] == ["t.yaml:1:1: error DT007: this trip document is empty; give it a value"]


def test_words_for_yes_and_no() -> None:
    """What other tools read as true is text here, and the answer says what to write."""
    (finding,) = refused("{id: ada, name: Ada, identified: no}", Person)

    assert str(finding) == "t.yaml:1:34: error DT007 identified: identified is the text no; write false"
    assert finding.record == "ada"


def test_dates_in_json_are_text_too() -> None:
    """A year without quotes is a number in JSON, and said to be one."""
    parsed = parse_json('{"id": "e", "name": "E", "dates": 2023}', "e.json")
    assert parsed.node is not None

    (finding,) = hold(parsed.value, parsed.node, MODELS["events"]).findings

    assert str(finding) == 'e.json:1:35: error DT007 dates: dates is the number 2023; write "2023" if it is text'


def test_keys_of_dates() -> None:
    """These keys, and no others, take the source text of their value."""
    of_registers = {
        "archived_on",
        "decided_on",
        "expires",
        "period",
        "published",
        "reference_date",
        "retrieved",
        "since",
        "until",
        "withdrawn_on",
    }
    of_codings = {"coded_on"}
    of_trips = {"anchor", "as_of", "back_home", "date", "dates", "first_day", "last_day", "left_home", "seen", "within"}

    assert of_registers | of_codings | of_trips == DATE_KEYS


def test_every_record_has_a_noun_of_its_own() -> None:
    """Messages call two kinds of records by one name nowhere in one document."""
    inside = list(models_in(TripDocument))

    assert len(inside) == 14
    assert named(("stops", 0, "met", 0, "of"), {"trip": {"id": "t"}, "stops": [{"id": "br", "met": [{"office": "king"}]}]}) == (
        "t.br.king",
        "stops.br.king.of",
    )
