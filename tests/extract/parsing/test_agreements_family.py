"""The family of phrasings for what was agreed: deeds, gifts, offers, lists of papers, and what only looks like one; all is invented."""

from __future__ import annotations

import pytest
from tests.extract.parsing.test_agreements import agreements, told

from diplotrips.extract.parsing.lexicons.words import lexicon


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway and Peru agreed to open an embassy in Lima.", ("understanding", "agreed", "PE", "open an embassy")),
        ("Norrsund announced the opening of a consulate in Santiago.", ("understanding", "agreed", "CL", "consulate")),
        ("Norrsund said Norway and Peru will cooperate on seabed mapping.", ("understanding", "intended", "PE", "seabed mapping")),
        (
            "The two sides set up a joint commission on whales, Norrsund said in Lima.",
            ("understanding", "agreed", "PE", "joint commission on whales"),
        ),
        ("Chile and Norway elevated relations, Norrsund said.", ("understanding", "agreed", "CL", "relations")),
        (
            "Norway will lift visa requirements for Peruvian citizens, Norrsund said.",
            ("other", "intended", "PE", "visa requirements for Peruvian citizens"),
        ),
        ("In Lima, Norrsund pledged $50m for flood relief.", ("loan-or-grant", "offered", "PE", "$50m for flood relief")),
        ("Norway wrote off Peru's debt, Norrsund announced.", ("loan-or-grant", "agreed", "PE", "debt")),
        ("Norrsund promised scholarships for Chilean students.", ("loan-or-grant", "offered", "CL", "scholarships for Chilean students")),
        ("Norway offered to train Peruvian pilots.", ("understanding", "offered", "PE", "train Peruvian pilots")),
        ("Chile offered a joint plant in Santiago.", ("contract", "offered", "CL", "joint plant")),
        ("Peru is interested in buying Norwegian ferries.", ("understanding", "offered", "PE", "Norwegian ferries")),
        ("Norway is to supply Peru with stockfish.", ("understanding", "intended", "PE", "Peru")),
        (
            "In Lima the two sides agreed that Peru would deliver copper by May.",
            ("understanding", "agreed", "PE", "Peru would deliver copper by May"),
        ),
        (
            "Norrsund and the Chilean minister exchanged letters on student visas.",
            ("memorandum", "signed", "CL", "letters on student visas"),
        ),
        ("Norrsund signed off on a fisheries accord with Chile.", ("agreement", "signed", "CL", "fisheries accord with Chile")),
        (
            "The ministers signed in Lima an agreement on the return of stolen art.",
            ("agreement", "signed", "PE", "the return of stolen art"),
        ),
        ("Peru declined a Norwegian offer to build a dam.", ("understanding", "refused", "PE", "Norwegian offer to build a dam")),
        ("A draft treaty on seals was discussed by the two ministers in Lima.", ("treaty", "negotiated", "PE", "draft treaty on seals")),
        ("A treaty on seals between Norway and Chile entered into force.", ("treaty", "in-force", "CL", "seals between Norway and Chile")),
        ("An agreement on trams with Chile is ready.", ("agreement", "intended", "CL", "trams with Chile")),
        ("In Lima they agreed to sign a memorandum on wool.", ("memorandum", "intended", "PE", "sign a memorandum on wool")),
        (
            "In the joint statement adopted in Santiago, the two sides praised each other.",
            ("joint-statement", "agreed", "CL", "joint statement"),
        ),
        (
            "With her Ghanaian colleague, whom she met at the forum, nothing was signed; with Peru she signed a pact.",
            ("treaty", "signed", "PE", "pact"),
        ),
    ],
)
def test_family(sentence: str, expected: tuple[str, str, str, str]) -> None:
    """A deed, a gift or an offer is an agreement without any noun of agreement, and names of papers are of many kinds."""
    (agreement,) = agreements(sentence)

    kind, progress, side, subject = told(agreement)
    assert (kind, progress, side) == expected[:3]
    assert subject
    assert expected[3].startswith(subject) or subject.startswith(expected[3])


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru asked Norway to sign a pact on fisheries.",
        "Norway has trade agreements with Chile.",
        "Norrsund called for a free trade agreement with Chile.",
        "Talks on a free trade agreement with the European Union are not on Norrsund's list in Chile.",
        "Norway gives Peru 70 million euros a year.",
        "Norway opened an embassy in Peru in 2016.",
        "Norrsund will deliver a speech in Chile.",
        "Norrsund and her host discussed relations and debt in Chile.",
        "In Lima, Norrsund proposed to the Peruvian minister in jest.",
        "Norrsund promised to study the proposal of Chile.",
        "The draft was read by Norrsund in Peru.",
        "The Chilean president signed a contract with a local builder.",
    ],
)
def test_no_deed(sentence: str) -> None:
    """Demands, what there was before, what is with others and speeches are no agreements."""
    assert agreements(sentence) == ()


def test_papers_inside_package() -> None:
    """Papers named as part of a package are agreements beside it, also where the verb is passive."""
    found = agreements("Five agreements, among them a contract for ferries and a memorandum on wool, were signed by Norrsund in Lima.")

    assert {one.kind for one in found} >= {"contract", "memorandum"}
    assert {one.progress.value for one in found} == {"signed"}


def test_lines_of_list() -> None:
    """The lines below a sentence that ends in a colon take their verb and their side from it."""
    above = "Norrsund is to visit Chile too.\n\nIn Lima the following papers will be signed:"
    lines = ("a treaty on seals.", "a memorandum on wool.", "an action plan on ports.", "a contract for two ferries.")
    found = agreements("\n\n".join((above, *lines)))

    assert [told(one)[:3] for one in found if one.kind != "unspecified"] == [
        ("treaty", "intended", "PE"),
        ("memorandum", "intended", "PE"),
        ("action-plan", "intended", "PE"),
        ("contract", "intended", "PE"),
    ]


def test_with_each() -> None:
    """What is signed with two hosts is an agreement with each of them."""
    found = agreements("Norrsund's office said agreements on cocoa were being prepared with Chile and Peru.")

    assert [told(one)[1:3] for one in found] == [("intended", "CL"), ("intended", "PE")]


def test_with_third_country() -> None:
    """What the traveller signs with a country that she does not go to is hers, and of no stop."""
    (agreement,) = agreements("At the forum, Norrsund signed a pact on seals with Ghana.")

    assert agreement.parties[1].value == "GH"
    assert agreement.stop == ""


def test_two_verbs() -> None:
    """A paper that was concluded long ago and is prolonged now is prolonged."""
    (agreement,) = agreements("A pact on seals, concluded by Norway and Peru in 2016, was renewed by Norrsund on Friday.")

    assert told(agreement)[:3] == ("treaty", "extended", "PE")
    assert agreement.of_this_trip


def test_home_of_head() -> None:
    """A traveller without a stated country is of the one that the head of the article names beside the stops."""
    (agreement,) = agreements("Norrsund signed a pact on seals in Lima.", home="")

    assert agreement.parties[0].value == "NO"


def test_needs_are_known() -> None:
    """What a verb of the lexicon needs is a general need, or a group that nouns have."""
    general = {"noun", "firm-noun", "any", "gift", "subject", "topic", "joint", "clause", "trade"}
    groups = {row["group"] for row in lexicon("agreement_nouns")}

    assert {row["needs"] for row in lexicon("agreement_progress")} <= general | groups
