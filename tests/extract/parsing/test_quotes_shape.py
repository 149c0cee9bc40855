"""What a found quotation carries: spans, manner, role, insertions, evidence; and reported speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.mentions import People, Role
from diplotrips.extract.parsing.people.inventory import find_people
from diplotrips.extract.parsing.places.mentions import find_places
from diplotrips.extract.parsing.quotes.quotes import find_quotes
from diplotrips.extract.parsing.segmenting.layout import take_apart

if TYPE_CHECKING:
    from diplotrips.extract.parsing.found import FoundQuote
    from diplotrips.extract.parsing.passages import Layout


def read(text: str) -> tuple[Layout, People, tuple[FoundQuote, ...]]:
    """Return the layout, people and quotations of *text*."""
    layout = take_apart(Article(text))
    people = find_people(layout, find_places(layout))
    return layout, people, find_quotes(layout, people)


def test_span_has_its_marks() -> None:
    """A direct quotation stands with its marks, and its evidence with name and verb."""
    layout, _, (quote,) = read("“The road to the coast is open,” said President Amara Diallo.")

    assert layout.words(quote.spans[0]) == "“The road to the coast is open,”"
    assert quote.manner == "direct"
    assert quote.evidence is not None
    assert [layout.words(span) for span in quote.evidence.spans] == ["said President Amara Diallo"]
    assert quote.evidence.rule == "verb-then-speaker"


def test_interrupted_sentence_is_one_quotation() -> None:
    """Two parts of one sentence with the attribution between them are one quotation with two spans."""
    layout, _, (quote,) = read("“The road to the coast is open,” President Amara Diallo said, “but nobody drives on it.”")

    assert [layout.words(span) for span in quote.spans] == ["“The road to the coast is open,”", "“but nobody drives on it.”"]


def test_new_sentence_is_another_quotation() -> None:
    """A second sentence behind the attribution is a quotation of its own."""
    _, _, quotes = read("“The road to the coast is open,” President Amara Diallo said. “But nobody drives on it.”")

    assert [len(quote.spans) for quote in quotes] == [1, 1]


def test_words_in_a_sentence_are_mixed() -> None:
    """Words of the speaker worked into the writer's sentence are of manner mixed."""
    _, _, (quote,) = read("President Amara Diallo said the road was “open to all honest people”.")

    assert quote.manner == "mixed"


def test_insertions_are_listed() -> None:
    """What an editor put in square brackets stays in the span and is listed."""
    layout, _, (quote,) = read("“He [the minister] will find the road open,” said President Amara Diallo.")

    assert [layout.words(span) for span in quote.insertions] == ["[the minister]"]


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("analyst Rosa Quispe", Role.EXPERT),
        ("Rosa Quispe, a professor of law at the University of Cuzco", Role.EXPERT),
        ("Rosa Quispe of the Andean Policy Institute", Role.EXPERT),
        ("Rosa Quispe, who teaches history in Cuzco", Role.EXPERT),
        ("Rosa Quispe, director of the Andean Policy Institute", Role.EXPERT),
        ("Rosa Quispe, a former minister who is now a fellow at the Andean Policy Institute", Role.EXPERT),
        ("Rosa Quispe, a former foreign minister", Role.FORMER_OFFICIAL),
        ("Foreign Minister Rosa Quispe", Role.OFFICIAL),
        ("Ambassador Rosa Quispe", Role.OFFICIAL),
        ("Rosa Quispe, director of customs in the Ministry of Finance", Role.OFFICIAL),
        ("Foreign Ministry spokeswoman Rosa Quispe", Role.SPOKESPERSON),
        ("Rosa Quispe, a farmer near Cuzco", Role.OTHER),
    ],
)
def test_role_of_speaker(who: str, role: Role) -> None:
    """The role of a speaker follows from the titles and the organization beside the name."""
    _, _, (quote,) = read(f"“The road to the coast is open,” said {who}.")

    assert quote.role is role


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("President Amara Diallo said that the road would open in May.", ["the road would open in May"]),
        ("The road would open in May, President Amara Diallo said on Monday.", ["The road would open in May"]),
        ("The road, President Amara Diallo said, would open in May.", ["The road", "would open in May"]),
        ("According to President Amara Diallo, the road would open in May.", ["the road would open in May"]),
        ("The road would open in May, according to President Amara Diallo.", ["The road would open in May"]),
        ("President Amara Diallo told reporters in Dakar that the road would open.", ["the road would open"]),
        ("Speaking in Dakar, President Amara Diallo vowed that the road would open.", ["the road would open"]),
    ],
)
def test_reported_clause(text: str, clauses: list[str]) -> None:
    """Reported speech is the clause that is said, without the words that attribute it."""
    layout, people, (quote,) = read(text)

    assert quote.manner == "reported"
    assert [layout.words(span) for span in quote.spans] == clauses
    assert quote.person is not None
    assert people.persons[quote.person].name == "Amara Diallo"


@pytest.mark.parametrize(
    "text",
    [
        "President Amara Diallo announced his resignation.",
        "The ministry said that the road would open in May.",
        "President Amara Diallo denied that the road would open in May.",
        "For President Amara Diallo, it is the third visit to Dakar.",
    ],
)
def test_no_reported_speech(text: str) -> None:
    """What is announced, denied, said by an organization or only about somebody is no reported speech of a person."""
    assert read(text)[2] == ()


def test_surer_sieves_have_more_confidence() -> None:
    """A name beside the verb is surer than a pronoun, and that is surer than a quotation that stands alone."""
    text = (
        "“The road to the coast is open,” President Amara Diallo said.\n\n“It was closed for years,” he said.\n\n“Now it is open to all.”"
    )
    _, _, quotes = read(text)

    confidences = [quote.evidence.confidence for quote in quotes if quote.evidence is not None]
    assert confidences == sorted(confidences, reverse=True)
    assert len(set(confidences)) == 3


@pytest.mark.parametrize(
    "text", ["", "“", "””““", "“a", "“ ” said", "said said said", "X: “”", "\u202e“a b c d” he said", "Mr.", "President"]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    """Marks without words, verbs without subjects and titles without names give no speaker."""
    assert all(quote.person is None for quote in read(text)[2])
