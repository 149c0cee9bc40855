"""An invented article, what could be found in it, and the draft of that; tests name what they change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.drafting.draft import draft_of
from diplotrips.extract.parsing.drafting.rendering import plain
from diplotrips.extract.parsing.found import Evidence, Extraction, Found, FoundAgreement, FoundMeeting, FoundQuote, FoundStop, FoundTrip
from diplotrips.extract.parsing.mentions import People, Person, Role
from diplotrips.extract.parsing.passages import Layout
from diplotrips.schema.coding import CodingFile
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.fields import Span

TEXT = (
    "Foreign Minister Ada Holm will fly to Lima on Monday for talks with President Luz Vega. "
    '"We will talk about fish and ships," Holm said. “It is a very good sign,” said Per Lund, a researcher at the Harbour Institute. '
    "Peru and Norway signed a memorandum on fish. Holm then goes to Chile. She was in Kenya last year."
)
PUBLISHED = EdtfDate.parse("2025-03-01")
MONDAY = EdtfDate.parse("2025-03-03")


def span(words: str) -> Span:
    """Return where *words* first stand in the article."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def evidence(*words: str, rule: str = "some-rule", confidence: float = 0.9, **how: Any) -> Evidence:  # noqa: ANN401  (fields of Evidence)
    """Return evidence that rests on *words*."""
    return Evidence(tuple(map(span, words)), rule, confidence=confidence, **how)


ON_MONDAY = evidence("on Monday", rule="weekday", basis="resolved", phrase="on Monday", anchor=PUBLISHED)

HOLM = Person(
    "Ada Holm", "Holm", (span("Ada Holm"),), Role.OFFICIAL, "Foreign Minister", span("Foreign Minister"), "foreign-minister", "NO"
)
LUND = Person(
    "Per Lund",
    "Lund",
    (span("Per Lund"),),
    Role.EXPERT,
    "researcher",
    span("researcher"),
    affiliation="Harbour Institute",
    affiliation_span=span("Harbour Institute"),
)

PERU = FoundStop(
    "pe",
    Found("PE", evidence("Lima", basis="inferred", rule="town")),
    (Found("Lima", evidence("Lima")),),
    Found(MONDAY, ON_MONDAY),
    met=(FoundMeeting("Luz Vega", "president", "PE", "in-office", evidence("talks with President Luz Vega")),),
)
CHILE = FoundStop("cl", Found("CL", evidence("Chile", confidence=0.5)))
TRIP = FoundTrip(
    "t1",
    Found("Ada Holm", evidence("Ada Holm")),
    0,
    main=True,
    status=Found("planned", evidence("will fly")),
    stops=(PERU, CHILE),
    first_day=Found(MONDAY, ON_MONDAY),
    route=(("pe",), ("cl",)),
    route_evidence=evidence("then goes to Chile", rule="then"),
)
MENTIONED = FoundTrip(
    "t2",
    Found("Ada Holm", evidence("Ada Holm")),
    0,
    main=False,
    status=Found("completed", evidence("was in Kenya")),
    stops=(FoundStop("ke", Found("KE", evidence("Kenya"))),),
)
SAID_BY_HOLM = FoundQuote(
    (span('"We will talk about fish and ships,"'),), "direct", 0, Role.OFFICIAL, evidence("Holm said", rule="verb-and-name")
)
SAID_BY_LUND = FoundQuote((span("“It is a very good sign,”"),), "direct", 1, Role.EXPERT, evidence("said Per Lund", rule="verb-and-name"))
MEMORANDUM = FoundAgreement(
    "a1",
    (Found("NO", evidence("Norway")), Found("PE", evidence("Peru"))),
    "memorandum",
    Found("signed", evidence("signed a memorandum")),
    Found("fish", evidence("on fish")),
    trip="t1",
    stop="pe",
)


def extraction(**changes: Any) -> Extraction:  # noqa: ANN401  (fields of Extraction)
    """Return everything that the article says, with *changes*."""
    layout = Layout(Article(TEXT, "herald-2025-03", PUBLISHED), TEXT, (), (), ())
    whole = Extraction(layout, People((HOLM, LUND), ()), (TRIP, MENTIONED), (SAID_BY_HOLM, SAID_BY_LUND), (MEMORANDUM,))
    return replace(whole, **changes)


def draft(**changes: Any) -> CodingFile:  # noqa: ANN401  (fields of Extraction)
    """Return the draft of the article, with *changes* of what was found."""
    return draft_of(extraction(**changes), "herald-2025-03")


def changed(**changes: Any) -> CodingFile:  # noqa: ANN401  (keys of a block)
    """Return the draft with keys of its first block replaced, as another extractor might have written them."""
    value = plain(draft())
    value["trips"][0] |= changes
    return CodingFile.model_validate(value)


def said(coding: CodingFile, trip: int = 0) -> list[dict[str, Any]]:
    """Return the lines of a trip as JSON."""
    lines: list[dict[str, Any]] = plain(coding)["trips"][trip]["said"]
    return lines
