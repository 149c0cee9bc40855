"""Rows of the registers: sources, people, organizations, events, coders."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diplotrips.schema.flatten.reference import external_id_rows
from diplotrips.schema.flatten.spread import as_said, country, country_or_organization, dated, first_and_last

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.schema.flatten.context import Context
    from diplotrips.schema.flatten.spread import Row
    from diplotrips.schema.registers import HeldOffice, PersonName


def source_rows(context: Context) -> Iterator[Row]:
    """Return one row a source."""
    n_claims = Counter(source for source, _ in {(claim.source, claim.id) for claim in context.dataset.claims})
    for entry in context.dataset.sources:
        source = entry.record
        yield (
            "sources",
            {
                "source_id": source.id,
                "kind": source.kind,
                "publisher_id": source.publisher,
                "title": source.title,
                "title_english": source.title_english,
                "language": source.language,
                "url": source.url,
                "archived_url": source.archived_url,
                **as_said("archived_on", source.archived_on),
                **dated("published", source.published),
                "published_basis": source.published_basis,
                "dateline_place": source.dateline_place,
                "agency_id": source.agency,
                "copied_from_id": source.copied_from,
                "voice": context.voices[source.id],
                **as_said("retrieved", source.retrieved),
                "text_sha256": source.text_sha256,
                "text_chars": source.text_chars,
                "n_claims": n_claims[source.id],
                "licence": source.licence,
                "note": source.note,
            },
        )


def people_rows(context: Context) -> Iterator[Row]:
    """Return the rows of people, their other names, offices and ids."""
    for entry in context.dataset.people:
        person = entry.record
        said = {"identified": person.identified is not False, "wikidata": person.wikidata, "note": person.note}
        yield "people", {"person_id": person.id, "name": person.name, **country("country", person.country), **said}
        yield from _name_rows("people_names", "person_id", person.id, person.names)
        yield from _office_rows(person.id, person.offices)
        yield from external_id_rows(person.id, "person", person.external_ids)


def organization_rows(context: Context) -> Iterator[Row]:
    """Return the rows of organizations, their other names and ids."""
    for entry in context.dataset.organizations:
        body = entry.record
        said = {"kind": body.kind, **country("country", body.country), "owner_id": body.owner, "wikidata": body.wikidata, "note": body.note}
        yield "organizations", {"organization_id": body.id, "name": body.name, **said}
        yield from _name_rows("organization_names", "organization_id", body.id, body.names)
        yield from external_id_rows(body.id, "organization", body.external_ids)


def event_rows(context: Context) -> Iterator[Row]:
    """Return one row an event."""
    for entry in context.dataset.events:
        event = entry.record
        said = {"body_id": event.body, **country("country", event.country), **first_and_last(event.dates), "note": event.note}
        yield "events", {"event_id": event.id, "name": event.name, **said}


def coder_rows(context: Context) -> Iterator[Row]:
    """Return one row a coder."""
    for entry in context.dataset.coders:
        coder = entry.record
        said = {"kind": coder.kind, "orcid": coder.orcid, "coder_version": coder.version, "note": coder.note}
        yield "coders", {"coder_id": coder.id, "name": coder.name, **said}


def _name_rows(table: str, key: str, owner: str, names: Iterable[PersonName]) -> Iterator[Row]:
    """Return one row a spelling."""
    for ordinal, name in enumerate(names, start=1):
        said = {"language": name.language, "script": name.script, "kind": name.kind}
        yield table, {key: owner, "ordinal": ordinal, "name": name.name, **said}


def _office_rows(person_id: str, offices: Iterable[HeldOffice]) -> Iterator[Row]:
    """Return one row an office held."""
    for ordinal, held in enumerate(offices, start=1):
        where = country_or_organization("office_country", "office_organization_id", held.of)
        days = {**dated("held_since", held.since), **dated("held_until", held.until)}
        yield "people_offices", {"person_id": person_id, "ordinal": ordinal, "office": held.office, **where, **days, "acting": held.acting}
