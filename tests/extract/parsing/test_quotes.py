"""Who is quoted with what: the family of phrasings with which English news attributes words, each in an invented sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, cast

import pytest
import yaml

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.people.inventory import find_people
from diplotrips.extract.parsing.places.mentions import find_places
from diplotrips.extract.parsing.quotes.quotes import find_quotes
from diplotrips.extract.parsing.segmenting.layout import take_apart

MARKS = "\"'“”‘’«»"


class Case(TypedDict):
    """A text with the speakers of its quotations by their first words."""

    text: str
    speakers: dict[str, str | None]


CASES = cast("dict[str, Case]", yaml.safe_load(Path(__file__).with_name("test_quotes_cases.yaml").read_text(encoding="utf-8")))


def quoted(text: str) -> dict[str, str | None]:
    """Return the speaker of each passage between marks."""
    layout = take_apart(Article(text))
    people = find_people(layout, find_places(layout))
    return {
        layout.words(span).strip(MARKS): None if quote.person is None else people.persons[quote.person].name
        for quote in find_quotes(layout, people)
        if quote.manner != "reported"
        for span in quote.spans
    }


@pytest.mark.parametrize("name", CASES)
def test_words_have_their_speaker(name: str) -> None:
    """Each quotation of a text is found and has the speaker whom a reader would give it, and nobody else is quoted."""
    found = quoted(CASES[name]["text"])

    for beginning, speaker in CASES[name]["speakers"].items():
        assert [said for words, said in found.items() if words.startswith(beginning)] == [speaker], found
    named = {speaker for speaker in found.values() if speaker}
    assert named == {speaker for speaker in CASES[name]["speakers"].values() if speaker}
