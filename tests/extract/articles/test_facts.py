"""What is known of an article from outside its text: whose word counts, what is kept from an earlier draft, and what is told of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from diplotrips.errors import UnusableRequestError, UnwritablePathError
from diplotrips.extract.articles.earlier import earlier_facts, text_of
from diplotrips.extract.articles.facts import settle
from diplotrips.extract.articles.known import Known
from diplotrips.extract.articles.metadata import Metadata
from diplotrips.schema.coding import ReadArticle
from diplotrips.schema.dates.edtf import EdtfDate

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND, THIRD = (EdtfDate.parse(f"2024-05-1{day}") for day in (1, 2, 3))
FIRST_OF_JUNE = date(2024, 6, 1)
TEXT = "0" * 64


def known(published: EdtfDate | None = None, publisher: str = "") -> Known:
    """Return what the user says."""
    return Known("gazette", published, publisher)


def page(published: EdtfDate | None = None, publisher: str = "", title: str = "", url: str = "") -> Metadata:
    """Return what a page says."""
    return Metadata(title, publisher, url, published, "JSON-LD" if published else "")


def earlier(published: EdtfDate | None = None, basis: str = "", **told: str) -> ReadArticle:
    """Return what an earlier draft has."""
    days = {"published": str(published)} if published else {}
    bases = {"published_basis": basis} if basis else {}
    return ReadArticle.model_validate({**days, **bases, "text_sha256": TEXT, "text_chars": 9, **told})


@pytest.mark.parametrize(
    ("said", "head", "before", "day", "basis"),
    [
        (FIRST, page(SECOND), earlier(THIRD), FIRST, ""),
        (None, page(SECOND), earlier(THIRD), THIRD, ""),
        (None, page(SECOND), earlier(THIRD, "metadata"), SECOND, "metadata"),
        (None, page(), earlier(THIRD, "metadata"), THIRD, "metadata"),
        (None, page(), earlier(THIRD, "inferred"), THIRD, "inferred"),
        (None, page(), earlier(THIRD, "dateline"), None, ""),
        (None, page(), earlier(THIRD, "stated"), None, ""),
        (None, page(SECOND), None, SECOND, "metadata"),
        (None, page(), None, None, ""),
    ],
)
def test_whose_day_counts(said: EdtfDate | None, head: Metadata, before: ReadArticle | None, day: EdtfDate | None, basis: str) -> None:
    """The day said now, then one that was given earlier, the page's, that of its metadata earlier; one of the text is found anew."""
    facts = settle(known(said), head, before)

    assert (facts.published, facts.published_basis) == (day, basis)


def test_all_that_a_draft_knows_is_kept_and_told() -> None:
    """A copy of the text of a page has no head; what the page said is in the draft."""
    before = earlier(FIRST, "metadata", publisher="The Post", title="A tour", url="https://example.org/a")

    facts = settle(known(), page(), before)

    assert (facts.publisher, facts.title, facts.url) == ("The Post", "A tour", "https://example.org/a")
    assert facts.notes == (
        "kept from the earlier draft of this text: published 2024-05-11 by the metadata of its page, publisher The Post, title, address",
    )
    assert facts.is_kept


def test_what_is_said_again_is_not_kept() -> None:
    """Nothing is told where the page and the user say all that the draft has."""
    before = earlier(FIRST, "metadata", publisher="The Post", title="A tour")

    facts = settle(known(), page(FIRST, "The Post", "A tour"), before)

    assert facts.notes == ("published 2024-05-11 by its metadata (JSON-LD)",)
    assert not facts.is_kept


def test_a_day_given_earlier_goes_before_the_page() -> None:
    """Both days are told where they differ."""
    assert settle(known(), page(SECOND), earlier(FIRST)).notes == (
        "kept from the earlier draft of this text: published 2024-05-11",
        "its metadata say that it was published 2024-05-12 (JSON-LD)",
    )


def test_the_publisher_said_now_counts() -> None:
    """The name of the outlet: that of the user, then the one of the draft, then the page's."""
    before = earlier(publisher="Gazette")

    assert settle(known(publisher="The Gazette"), page(publisher="Gazette Online"), before).publisher == "The Gazette"
    assert settle(known(), page(publisher="Gazette Online"), before).publisher == "Gazette"
    assert settle(known(), page(publisher="Gazette Online"), None).publisher == "Gazette Online"


@pytest.mark.parametrize(
    "content",
    [
        "no draft",
        "[" * 100_000,
        "[]",
        '{"article": []}',
        '{"article": {"text_chars": 9}}',
        f'{{"article": {{"text_sha256": "{TEXT}", "text_chars": 9, "published": "some day"}}}}',
        f'{{"article": {{"text_sha256": "{"1" * 64}", "text_chars": 9}}}}',
    ],
)
def test_what_is_no_draft_of_the_text_knows_nothing(tmp_path: Path, content: str) -> None:
    """Another text, a broken file, one that somebody wrote into, or none at all."""
    (tmp_path / "a.json").write_text(content)

    assert earlier_facts(tmp_path / "a.json", TEXT) is None
    assert earlier_facts(tmp_path / "none.json", TEXT) is None


def test_a_draft_knows_its_text(tmp_path: Path) -> None:
    """The hash of the text, and what is known of the article; a folder in its place is refused."""
    content = f'{{"article": {{"text_sha256": "{TEXT}", "text_chars": 9, "publisher": "Gazette"}}}}'
    (tmp_path / "a.json").write_text(content)

    assert text_of(content.encode()) == TEXT
    assert earlier_facts(tmp_path / "a.json", TEXT) == earlier(publisher="Gazette")
    with pytest.raises(UnwritablePathError):
        earlier_facts(tmp_path, TEXT)


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2024-05-20/2024-05-10", "--published takes a day or an interval, and 2024-05-20/2024-05-10 ends before it starts"),
        ("2024-06-03", "--published takes a day on which the article is out, and 2024-06-03 is after today, 2024-06-01"),
        ("2024-07/2024-08", "--published takes a day on which the article is out, and 2024-07/2024-08 is after today, 2024-06-01"),
    ],
)
def test_days_that_cannot_be_are_refused(published: str, told: str) -> None:
    """An interval that runs backwards, and days that are still to come."""
    with pytest.raises(UnusableRequestError) as refused:
        Known.given("", published, "", "", FIRST_OF_JUNE)

    assert str(refused.value) == told


@pytest.mark.parametrize("published", ["2024-06-01", "2024-06-02", "2024-06", "2024-05-20/2024-06-30", "../2023", "XXXX-12-24"])
def test_days_that_can_be_are_taken(published: str) -> None:
    """Today, the day that has begun in the east, and whatever may lie before it."""
    assert str(Known.given("", published, "", "", FIRST_OF_JUNE).published) == published
