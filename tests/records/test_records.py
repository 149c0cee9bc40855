"""The records in `extract/` by themselves: that they hold to the models, and what they may not contain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplotrips.schema.said import Cited

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.extract.reading import Reading
    from diplotrips.schema.dataset import Dataset

_TOURS = {
    "lavrov-2010-02-latin-america": {"cu", "mx", "gt", "ni"},
    "lavrov-2020-02-latin-america": {"cu", "mx", "ve"},
    "lavrov-2023-04-latin-america": {"br", "ve", "ni", "cu"},
    "pompeo-2020-02-africa": {"de", "sn", "ao", "et", "sa", "om"},
}


def test_every_file_holds_to_the_models(reading: Reading) -> None:
    """Reading the records finds nothing."""
    assert [str(found) for found in reading.findings] == []


def test_the_tours_are_there(dataset: Dataset) -> None:
    """Each tour has a stop for every country that its sources name."""
    assert {entry.record.trip.id: {stop.id for stop in entry.record.stops} for entry in dataset.trips} == _TOURS


def test_every_line_names_its_passage(dataset: Dataset) -> None:
    """No claim of an article stands without a span, or without its place in the page where the wording was not before the coder."""
    read = {entry.record.id for entry in dataset.sources if entry.record.text_sha256}

    assert [claim.place for claim in dataset.claims if not (claim.spans if claim.source in read else claim.line.locator)] == []


def test_a_resolved_date_names_its_few_words(dataset: Dataset) -> None:
    """A phrase is a time expression of at most four words, and every resolved date but those of citations has one."""
    resolved = [claim for claim in dataset.claims if claim.basis == "resolved" and claim.part != "citation"]
    assert [claim.place for claim in resolved if claim.line.phrase is None] == []
    phrases = {claim.line.phrase for claim in dataset.claims if claim.line.phrase}
    assert {phrase for phrase in phrases if len(phrase.split()) > 4} == set()


def test_no_sentence_of_an_article_is_in_the_records(root: Path, shared: Path, dataset: Dataset) -> None:
    """No five words in a row are those of an article, apart from names and titles, which are facts."""
    runs = {run for path in (shared / "articles").glob("*.txt") for run in _runs(path.read_text(encoding="utf-8"))}
    names = [entry.record.name for entry in dataset.organizations] + [entry.record.title for entry in dataset.sources if entry.record.title]
    names += [claim.value.outlet for claim in dataset.claims if isinstance(claim.value, Cited)] + ["President of the Council of State"]
    known = re.compile("|".join(re.escape(name) for name in names))
    found = {
        " ".join(run)
        for path in [*(root / "extract").rglob("*.yaml"), *(root / "tests" / "records").glob("*.yaml")]
        for run in _runs(known.sub(" | ", path.read_text(encoding="utf-8")))
        if run in runs
    }
    assert found == set()


def _runs(text: str) -> list[tuple[str, ...]]:
    """Return every five words in a row, in small letters."""
    words = re.findall(r"[\w'\u2019-]+", text.lower())
    return [tuple(words[start : start + 5]) for start in range(len(words) - 4)]
