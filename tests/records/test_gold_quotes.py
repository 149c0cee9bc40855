"""Quotations, sources and people of the records against the gold of the four articles; the claims are compared in `test_gold`."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from diplotrips.schema.claims import spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.records.conftest import Article

    from diplotrips.schema.quote import Quote

Quoted = tuple[str, str, tuple[str, ...]]
"""Speaker, manner and passages of one quotation."""


def test_the_quotations_are_those_of_the_gold(article: Article) -> None:
    """Speaker, manner and passages are the same; parts that the gold splits are one quotation with several passages."""
    assert sorted(_ours(article)) == sorted(_golds(article))


def test_experts_are_experts(article: Article) -> None:
    """Whom the gold calls an expert is recorded as one, and nobody else."""
    experts = {_id(article, one["name"]) for one in article.gold["people"] if one["role"] == "expert"}
    assert {one.person for one in article.document.quoted_experts if one.source == article.source.id} == experts


def test_the_place_of_a_quotation_is_its_stop(article: Article) -> None:
    """A quotation that the gold places in a town is about the stop in which that town lies."""
    towns = {str(place): stop.id for stop in article.document.stops for place in stop.places or ()}
    placed = {_spans(quote): towns[quote["place"]] for quote in article.gold["quotes"] if "place" in quote}
    found = {_passages(quote): quote.about for _, quote in _spoken(article)}
    assert {spans: found[spans] for spans in placed} == placed


def test_the_sources_are_those_of_the_gold(article: Article) -> None:
    """Text, length and day of publication of each source are those of the gold and of the file."""
    given = article.gold["source"]
    assert article.source.text_sha256 == given["sha256"] == hashlib.sha256(article.text.encode()).hexdigest()
    assert article.source.text_chars == given["chars"] == len(article.text)
    assert str(article.source.published) == given["published"]["inferred_edtf"]


def test_the_citations_are_of_the_stops_of_the_gold(article: Article) -> None:
    """The days of the reports cited for each stop are the days that the gold gives it."""
    for stop in article.gold["trips"][0]["stops"]:
        about = stop["iso2"].lower()
        lines = [line for line in article.document.said[article.source.id] if line.about == about]
        assert {str(one.date) for line in lines for one in line.cited or ()} == set(stop.get("source_dates", ()))


def test_the_register_has_the_offices_of_the_gold(article: Article) -> None:
    """Whoever is in the register and has a position in the gold holds that office there."""
    for one in article.gold["people"]:
        person = article.person(one["name"])
        if person and one["role"] != "expert":
            assert article.word("position", one["position"]) in {held.office for held in person.offices}


def test_the_days_of_the_trip_are_those_of_the_gold(article: Article) -> None:
    """The record's days are the gold's, an unknown end left empty, and lie in the window where the gold has no more than one."""
    given = article.gold["trips"][0]["dates"]
    days = article.document.trip.dates
    assert days
    if given.get("within"):
        first, _, last = given["edtf"].partition("/")
        assert first <= str(days) <= f"{last}/{last}"
    else:
        assert str(days) == given["edtf"].removesuffix("..")


def _spoken(article: Article) -> list[tuple[str, Quote]]:
    """Return speaker and quotation of each quotation of the article's source in our records."""
    document, source = article.document, article.source.id
    experts = [(one.person, quote) for one in document.quoted_experts if one.source == source for quote in one.quotes]
    return [*experts, *((quote.person, quote) for quote in document.quotes if quote.source == source)]


def _ours(article: Article) -> Iterator[Quoted]:
    """Return the quotations of the article's source in our records."""
    yield from ((person, quote.manner or "direct", _passages(quote)) for person, quote in _spoken(article))


def _passages(quote: Quote) -> tuple[str, ...]:
    """Return the passages of a quotation of ours."""
    return tuple(map(str, spans_of(quote.span)))


def _golds(article: Article) -> Iterator[Quoted]:
    """Return the quotations of the gold that are not left out, the second part of a split one joined to the first."""
    kept = [one for one in article.gold["quotes"] if not article.is_left_out(f"quotes/{one['id']} {one['kind']}/content")]
    while kept:
        quote = kept.pop(0)
        spans = _spans(quote)
        if quote.get("split", "").startswith("part 1 of 2"):
            spans += _spans(kept.pop(0))
        yield _id(article, quote["speaker"]), article.word("manner", quote["kind"]), spans


def _spans(quote: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the passages of a quotation in the order of the text: what it reports, what it quotes, how it goes on."""
    parts = [quote[key] for key in ("indirect_part", "content", "continues") if key in quote]
    return tuple(f"{one['start']}-{one['end']}" for one in sorted(parts, key=lambda one: int(one["start"])))


def _id(article: Article, name: str) -> str:
    """Return the id of the person whom the gold calls *name*."""
    person = article.person(name)
    assert person, name
    return person.id
