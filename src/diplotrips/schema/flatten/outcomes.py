"""Rows of agreements, quoted experts and quotations."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from diplotrips.schema.agreement import Party
from diplotrips.schema.claims import spans_of
from diplotrips.schema.fields import Count
from diplotrips.schema.flatten.reference import codes_rows, external_id_rows, extra_rows
from diplotrips.schema.flatten.spread import counted, country, country_or_organization, dated
from diplotrips.schema.flatten.witnesses import counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.schema.agreement import Agreement
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.flatten.context import Context
    from diplotrips.schema.flatten.spread import Cells, Row
    from diplotrips.schema.quote import Quote


def agreement_rows(document: TripDocument, context: Context) -> Iterator[Row]:
    """Return the rows of all agreements of a document, of their parties, topics, ids and variables."""
    trip_id = document.trip.id
    for agreement in document.agreements:
        agreement_id = f"{trip_id}.{agreement.id}"
        yield (
            "agreements",
            {
                "agreement_id": agreement_id,
                "trip_id": trip_id,
                "stop_id": f"{trip_id}.{agreement.stop}" if agreement.stop else None,
                "title": agreement.title,
                "kind": agreement.kind,
                "progress": agreement.progress,
                **dated("agreed_on", agreement.date),
                "subject": agreement.subject,
                "n_parties": len(agreement.parties),
                "arrangement": agreement.arrangement,
                **counted("papers", agreement.papers or Count(1, 1)),
                **counts(agreement_id, context.witnesses, context.voices),
                "note": agreement.note,
            },
        )
        yield from _party_rows(agreement_id, agreement)
        yield from codes_rows(agreement_id, "agreement", "topics", agreement.topics)
        yield from external_id_rows(agreement_id, "agreement", agreement.external_ids)
        yield from extra_rows(agreement_id, "agreement", agreement.extra, context.variable_types)


def _party_rows(agreement_id: str, agreement: Agreement) -> Iterator[Row]:
    """Return one row a party."""
    for ordinal, party in enumerate(agreement.parties, start=1):
        if isinstance(party, Party):
            role = party.role or "party"
            said: Cells = {**country("country", party.country), "organization_id": party.organization, "name": party.name, "role": role}
        else:
            said = {**country_or_organization("country", "organization_id", party), "role": "party"}
        yield "agreement_parties", {"agreement_id": agreement_id, "ordinal": ordinal, **said}


def quote_rows(document: TripDocument, context: Context) -> Iterator[Row]:
    """Return the rows of all quoted experts of a document, of all quotations, of their spans and topics."""
    trip_id = document.trip.id
    found: list[tuple[Quote, Cells]] = []
    for expert in document.quoted_experts:
        expert_id = f"{trip_id}.{expert.id}"
        who: Cells = {"person_id": expert.person, "source_id": expert.source}
        said: Cells = {"affiliation_id": expert.affiliation, "position_stated": expert.position, "note": expert.note}
        yield "quoted_experts", {"quoted_expert_id": expert_id, "trip_id": trip_id, **who, **said, "n_quotes": len(expert.quotes)}
        found += [(quote, {**who, "quoted_expert_id": expert_id, "speaker": "expert"}) for quote in expert.quotes]
    for said_by in document.quotes:
        who = {"person_id": said_by.person, "source_id": said_by.source, "speaker": said_by.speaker or "official"}
        found.append((said_by, who))
    taken: set[str] = set()
    for quote, who in found:
        quote_id = _quote_id(trip_id, quote, who, taken)
        language = quote.language or context.languages.get(str(who["source_id"]))
        yield "quotes", {"quote_id": quote_id, "trip_id": trip_id, **who, **_quote_cells(trip_id, quote), "language": language}
        for cells in context.span_cells(str(who["source_id"]), spans_of(quote.span), quote.sha256):
            yield "quote_spans", {"quote_id": quote_id, **cells}
        yield from codes_rows(quote_id, "quote", "topics", quote.topics)


def _quote_cells(trip_id: str, quote: Quote) -> Cells:
    """Return what a quotation says of itself."""
    return {
        "manner": quote.manner or "direct",
        "record_id": f"{trip_id}.{quote.about}" if quote.about else trip_id,
        "gist": quote.gist,
        "quote_text": quote.text,
        "locator": quote.locator,
        "note": quote.note,
    }


def _quote_id(trip_id: str, quote: Quote, who: Cells, taken: set[str]) -> str:
    """Return an id that survives new quotations and better gists: made of trip, source, person and passage.

    Quotations of which all that is the same are numbered in the order of the document.
    """
    passage = ",".join(map(str, spans_of(quote.span))) or quote.locator or ""
    identity = "|".join((trip_id, str(who["source_id"]), str(who["person_id"]), passage))
    number = 1
    while (quote_id := f"q-{hashlib.sha256(f'{identity}|{number}'.encode()).hexdigest()[:12]}") in taken:
        number += 1
    taken.add(quote_id)
    return quote_id
