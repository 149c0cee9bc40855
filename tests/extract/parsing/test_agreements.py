"""What was agreed on a trip: nouns and verbs of agreement, who agrees, what about, what is none; all sentences are invented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diplotrips.extract.parsing.agreements.agreements import find_agreements
from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.found import Evidence, Found, FoundStop, FoundTrip
from diplotrips.extract.parsing.mentions import People, Person, PersonMention, PlaceKind, PlaceMention, TimeKind, TimeMention
from diplotrips.extract.parsing.segmenting.layout import take_apart
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.parsing.found import FoundAgreement

OPENING = "Norrsund in South America\n\nEdda Norrsund, the Norwegian foreign minister, flew out this week.\n\n"
PLACES = {
    "Peru": ("PE", PlaceKind.COUNTRY),
    "Peruvian": ("PE", PlaceKind.DEMONYM),
    "Lima": ("PE", PlaceKind.CITY),
    "Chile": ("CL", PlaceKind.COUNTRY),
    "Chilean": ("CL", PlaceKind.DEMONYM),
    "Santiago": ("CL", PlaceKind.CITY),
    "Norway": ("NO", PlaceKind.COUNTRY),
    "Norwegian": ("NO", PlaceKind.DEMONYM),
    "Ghana": ("GH", PlaceKind.COUNTRY),
    "Togo": ("TG", PlaceKind.COUNTRY),
}
DAYS = {"on Friday": ("2024-05-03", False), "in 2016": ("2016", True), "In 2019": ("2019", False)}


def agreements(sentence: str, *, stops: tuple[str, ...] = ("PE", "CL"), home: str = "NO", main: bool = True) -> tuple[FoundAgreement, ...]:
    """Return the agreements of an article on Edda Norrsund's trip that says *sentence*."""
    layout = take_apart(Article(f"{OPENING}{sentence}\n"))
    view = layout.view
    places = [PlaceMention(span, PLACES[word][1], word, PLACES[word][0]) for word, span in spans(rf"\b(?:{'|'.join(PLACES)})\b", view)]
    times = [
        TimeMention(span, TimeKind.DAY, EdtfDate.parse(DAYS[word][0]), background=DAYS[word][1])
        for word, span in spans("|".join(DAYS), view)
    ]
    named = tuple(span for _, span in spans("Norrsund", view))
    person = Person("Edda Norrsund", "Norrsund", named, country=home)
    people = People((person,), tuple(PersonMention(span, 0, "name") for span in named))
    evidence = Evidence((named[0],), "test")
    trip = FoundTrip(
        id="t1",
        traveller=Found("Edda Norrsund", evidence),
        person=0,
        main=main,
        status=Found("under-way", evidence),
        stops=tuple(FoundStop(stop.lower(), Found(stop, evidence)) for stop in stops),
        first_day=Found(EdtfDate.parse("2024-05-02"), evidence),
    )
    return find_agreements(layout, places, people, times, (trip,))


def spans(pattern: str, view: str) -> Iterator[tuple[str, Span]]:
    """Give what *pattern* matches in *view*, with its place."""
    for found in re.finditer(pattern, view):
        yield found[0], Span(found.start(), found.end())


def told(agreement: FoundAgreement) -> tuple[str, str, str, str | None]:
    """Return kind, progress, the other party and subject of *agreement*."""
    assert agreement.parties[0].value == "NO"
    return agreement.kind, agreement.progress.value, agreement.parties[1].value, agreement.subject.value if agreement.subject else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "In Peru, Norrsund signed a memorandum of understanding on fisheries with her host.",
            ("memorandum", "signed", "PE", "fisheries"),
        ),
        ("Norway and Chile concluded a treaty on extradition.", ("treaty", "signed", "CL", "extradition")),
        ("An agreement on double taxation was signed in Santiago by the two ministers.", ("agreement", "signed", "CL", "double taxation")),
        (
            "The two sides reached an agreement to open a joint data centre in Lima.",
            ("agreement", "agreed", "PE", "open a joint data centre"),
        ),
        (
            "In Lima the two ministers agreed on a joint salmon laboratory and on direct flights.",
            ("understanding", "agreed", "PE", "a joint salmon laboratory and on direct flights"),
        ),
        (
            'In Santiago she told reporters: "We agreed on lithium, on student exchanges and on tunnels," Norrsund recalled.',
            ("understanding", "agreed", "CL", "lithium, on student exchanges and on tunnels"),
        ),
        ("Norway and Peru agreed to build a port in Lima.", ("understanding", "agreed", "PE", "build a port")),
        (
            "Norrsund will sign a cooperation agreement in the field of mining during her visit to Chile.",
            ("agreement", "intended", "CL", "cooperation agreement in the field of mining"),
        ),
        ("Norway plans to sign an action plan with Peru on forests.", ("action-plan", "intended", "PE", "forests")),
        ("It is hoped that a tax accord be signed by Norrsund in Peru.", ("agreement", "intended", "PE", "tax accord")),
        (
            "The signing of a defence pact with Chile is planned for next week, Norrsund said.",
            ("treaty", "intended", "CL", "defence pact"),
        ),
        (
            "Norrsund offered Peru a loan of 40 million dollars for rural roads.",
            ("loan-or-grant", "offered", "PE", "40 million dollars for rural roads"),
        ),
        ("Norway pledged a $55 million aid package for Peru, Norrsund said.", ("loan-or-grant", "offered", "PE", "aid package")),
        ("In Peru, Norrsund discussed a free trade agreement, she said.", ("treaty", "negotiated", "PE", "free trade agreement")),
        ("During the visit to Chile a visa-free regime was talked about.", ("other", "negotiated", "CL", "visa-free regime")),
        (
            "Norway and Peru negotiated a contract for the purchase of patrol boats.",
            ("contract", "negotiated", "PE", "the purchase of patrol boats"),
        ),
        ("Peru refused to sign a fisheries agreement with Norway.", ("agreement", "refused", "PE", "fisheries agreement")),
        ("Norway's parliament ratified the tax treaty with Chile.", ("treaty", "ratified", "CL", "tax treaty")),
        (
            "Norrsund and the Chilean president issued a joint statement on the Antarctic.",
            ("joint-statement", "agreed", "CL", "the Antarctic"),
        ),
        ("Norrsund witnessed the signing of a memorandum on hydrogen in Santiago.", ("memorandum", "signed", "CL", "hydrogen")),
        ("Norrsund said a deal on lithium with Chile had been reached.", ("agreement", "agreed", "CL", "lithium")),
        ("Chile and Norway are preparing joint naval exercises.", ("exercise", "intended", "CL", "joint naval exercises")),
        (
            "The Norwegian side proposed an agreement on data protection to Chile.",
            ("agreement", "offered", "CL", "data protection"),
        ),
    ],
)
def test_agreement(sentence: str, expected: tuple[str, str, str, str]) -> None:
    """Kind, progress, the other side and the subject are those that the sentence gives."""
    (agreement,) = agreements(sentence)

    assert told(agreement) == expected
    assert agreement.of_this_trip
    assert agreement.trip == "t1"


@pytest.mark.parametrize(
    ("sentence", "papers"),
    [
        ("Norrsund and her Peruvian counterpart inked three agreements on trade.", "3"),
        ("More than 20 agreements were signed between Norway and Chile.", "20.."),
        ("Some 12 bilateral deals with Peru are expected, Norrsund said.", "~12"),
        ("Norrsund's visit to Peru ended with a number of agreements on energy.", "2.."),
        ("Several documents were signed by Norrsund in Lima.", "2.."),
    ],
)
def test_number_of_papers(sentence: str, papers: str) -> None:
    """A package says how many papers it has, with what is vague about the number."""
    (agreement,) = agreements(sentence)

    assert agreement.papers
    assert agreement.papers.value == papers
    assert agreement.kind == "unspecified"


def test_list_of_papers() -> None:
    """Each paper of a list is an agreement of its own."""
    found = agreements("Norway and Chile signed a letter of intent, a treaty on extradition and two memoranda on education.")

    assert [(one.kind, one.progress.value, one.papers.value if one.papers else "") for one in found] == [
        ("memorandum", "signed", ""),
        ("treaty", "signed", ""),
        ("memorandum", "signed", "2"),
    ]
    assert [one.id for one in found] == ["a1", "a2", "a3"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norrsund agreed that Peru had a point.",
        "Norrsund agreed to meet the Chilean president again.",
        "The two sides agreed on the need for calm in Peru.",
        "No agreement was signed in Chile, Norrsund said.",
        "Norway did not sign the pact with Chile.",
        "Norrsund had to deal with protests in Chile.",
        "A great deal was discussed in Peru.",
        "Norrsund praised the 2016 Peace Accord of Peru.",
        "Norrsund and her host discussed trade and security in Chile.",
        "Ghana signed a memorandum with Togo.",
        "Chile and Ghana signed a border treaty.",
        "Peru ended its arms agreements with Ghana.",
        "The Peruvian president signed a decree on mining.",
    ],
)
def test_no_agreement(sentence: str) -> None:
    """Opinions, denials, other countries' papers and words that only look like agreements are none."""
    assert agreements(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway and Peru signed a climate accord in 2016.",
        "In 2019 Norway and Peru signed a tax agreement.",
        "Norway had already signed a fisheries treaty with Chile.",
        "More than 27 countries have signed fishing agreements with Norway, Chile among them.",
    ],
)
def test_not_of_this_trip(sentence: str) -> None:
    """What was signed at an earlier time, or by many countries over time, is of no trip."""
    (agreement,) = agreements(sentence)

    assert not agreement.of_this_trip
    assert (agreement.trip, agreement.stop) == ("", "")


def test_stop_of_paragraph() -> None:
    """A sentence that names neither side takes the stop that was named last before it."""
    (agreement,) = agreements("Norrsund spent two days in Lima.\n\nShe signed a treaty on extradition.\n\nChile comes next.")

    assert agreement.parties[1].value == "PE"
    assert agreement.parties[1].evidence.basis == "inferred"
    assert agreement.stop == "pe"


def test_whole_tour() -> None:
    """What a whole tour led to has all its stops as parties, and no stop of its own."""
    (agreement,) = agreements(
        "Norrsund's tour of Peru, Chile and Ghana resulted in a number of agreements on trade.", stops=("PE", "CL", "GH")
    )

    assert [party.value for party in agreement.parties] == ["NO", "PE", "CL", "GH"]
    assert agreement.stop == ""


def test_told_twice() -> None:
    """An agreement that is told twice is one, as far as it got."""
    (agreement,) = agreements(
        "Norrsund plans to sign a treaty on extradition in Chile.\n\nA treaty on extradition was signed by Norway and Chile on Friday."
    )

    assert told(agreement) == ("treaty", "signed", "CL", "extradition")


def test_day_of_signature() -> None:
    """The one day in the sentence is that of the signature."""
    (agreement,) = agreements("Norrsund signed a treaty on extradition in Santiago on Friday.")

    assert agreement.date
    assert str(agreement.date.value) == "2024-05-03"


def test_home_without_office() -> None:
    """Where the office names no country, the traveller's is the one that is named most and is no stop."""
    (agreement,) = agreements("Norway and Chile signed a treaty on extradition, and Norway will pay.", home="")

    assert agreement.parties[0].value == "NO"


@pytest.mark.parametrize(("main", "stops"), [(False, ("CL",)), (True, ())])
def test_without_trip(main: bool, stops: tuple[str, ...]) -> None:  # noqa: FBT001  (of the case)
    """Without a main trip, or without its stops, nothing is an agreement of it."""
    assert agreements("Norway and Chile signed a treaty on extradition.", main=main, stops=stops) == ()


def test_spans() -> None:
    """Every value rests on passages within the text, and the subject is its passage."""
    text = f"{OPENING}Norway and Chile signed a treaty on extradition.\n"
    (agreement,) = agreements("Norway and Chile signed a treaty on extradition.")
    values = [*agreement.parties, agreement.progress, *filter(None, (agreement.subject, agreement.papers, agreement.date))]

    assert all(0 <= span.start < span.end <= len(text) for value in values for span in value.evidence.spans)
    assert agreement.subject
    (span,) = agreement.subject.evidence.spans
    assert text[span.start : span.end] == agreement.subject.value == "extradition"
