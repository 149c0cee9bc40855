"""The committed drafts of the four articles: what the parser gives today, and what the gold has."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.article import Article as Text
from diplotrips.extract.parsing.drafting.extractors import extracted, named_extractor
from diplotrips.extract.parsing.drafting.rendering import render_draft
from diplotrips.extract.reading import read_dataset
from diplotrips.schema.dates.edtf import EdtfInterval

if TYPE_CHECKING:
    from pathlib import Path

    from tests.records.conftest import Article

    from diplotrips.schema.coding import CodedBlock, CodingFile
    from diplotrips.schema.dataset import Dataset


def _draft(dataset: Dataset, article: Article) -> CodingFile:
    return next(entry.record for entry in dataset.drafts if entry.record.source == article.source.id)


def _main(dataset: Dataset, article: Article) -> tuple[CodedBlock, dict[str, object]]:
    """Return the block of the trip that the article is about, and the gold of that trip."""
    (block,) = (block for block in _draft(dataset, article).trips if not isinstance(block.trip, str) and block.trip.main)
    (gold,) = (trip for trip in article.gold["trips"] if trip["main"])
    return block, gold


def test_is_what_the_parser_gives(root: Path, article: Article) -> None:
    """Reading the article again gives the committed draft; after a change of the parser, draft anew and read the differences."""
    source = article.source
    committed = root / "extract" / "parsed" / f"{source.id}.json"

    again = extracted(named_extractor("rules"), Text(article.text, source=source.id, published=source.published))

    assert render_draft(again) == committed.read_text(encoding="utf-8")


def test_stops_are_those_of_the_gold(dataset: Dataset, article: Article) -> None:
    """Countries and towns of the main trip are those of the gold."""
    block, gold = _main(dataset, article)
    towns = {(stop["iso2"], article.cut(stop["city"])) for stop in gold["stops"] if stop["city"]}  # type: ignore[attr-defined]  # JSON

    assert sorted(stop.country for stop in block.stops) == sorted(stop["iso2"] for stop in gold["stops"])  # type: ignore[attr-defined]  # as above
    assert {(stop.country, str(place)) for stop in block.stops for place in stop.places or ()} >= towns


def test_days_are_those_of_the_gold(dataset: Dataset, article: Article) -> None:
    """Dates or window of the main trip are those of the gold, whose open end is one that nobody said."""
    block, gold = _main(dataset, article)
    said = gold["dates"]["edtf"].removesuffix("..")  # type: ignore[index]  # JSON
    assert not isinstance(block.trip, str)

    assert str(block.trip.dates or block.trip.within) == str(EdtfInterval.parse(said))


def test_status_is_that_of_the_gold(dataset: Dataset, article: Article) -> None:
    """Status of the main trip is that of the gold, in our words."""
    block, gold = _main(dataset, article)
    assert not isinstance(block.trip, str)

    assert block.trip.status == article.word("status", str(gold["status"]["value"]))  # type: ignore[index]  # JSON


def test_experts_are_those_of_the_gold(dataset: Dataset, article: Article) -> None:
    """The experts that are quoted are those of the gold, with their affiliation."""
    block, _ = _main(dataset, article)
    experts = {person["name"]: person["affiliation"] for person in article.gold["people"] if person["role"] == "expert"}

    assert {expert.person: expert.affiliation for expert in block.quoted_experts} == experts


def test_no_sentence_of_the_article(root: Path, article: Article) -> None:
    """A draft shares no nine words in a row with its article."""
    draft = json.loads((root / "extract" / "parsed" / f"{article.source.id}.json").read_text(encoding="utf-8"))
    words = " ".join(text for text in _texts(draft)).split()
    text = " ".join(article.text.split())

    assert [run for at in range(len(words) - 8) if (run := " ".join(words[at : at + 9])) in text] == []


def _texts(value: object) -> list[str]:
    """Return every text in JSON."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


def test_every_source_has_a_draft(root: Path) -> None:
    """Each source of the dataset whose text as published was read was drafted."""
    dataset = read_dataset(root).dataset

    assert {entry.record.source for entry in dataset.drafts} == {entry.record.id for entry in dataset.sources if entry.record.text_sha256}
