"""Rows of the ledger: decisions and the claims that they name, waivers, coverage, withdrawn ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.schema.claim_names import ClaimName
from diplotrips.schema.flatten.spread import as_said, counted, country_or_organization, window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplotrips.schema.claims import Claim
    from diplotrips.schema.flatten.context import Context
    from diplotrips.schema.flatten.spread import Cells, Row
    from diplotrips.schema.ledger import Decision, Waiver


def decision_rows(context: Context) -> Iterator[Row]:
    """Return the rows of all decisions and of the claims that they name."""
    claims = context.dataset.claims_about
    for entry in context.dataset.decisions:
        decision = entry.record
        said: Cells = {"source_id": decision.source, "verdict": decision.verdict, "adopted": decision.adopted}
        yield "decisions", {"decision_id": decision.id, **_verdict(decision), **said}
        for role, names in (("settles", decision.settles), ("overrules", decision.overrules), ("expect", decision.expect)):
            named = _named(names, decision, claims)
            for ordinal, (name, claim_id) in enumerate(named, start=1):
                cells: Cells = {"role": role, "ordinal": ordinal, "claim_name": name, "claim_id": claim_id}
                yield "decision_claims", {"decision_id": decision.id, **cells}


def waiver_rows(context: Context) -> Iterator[Row]:
    """Return one row a waiver."""
    for entry in context.dataset.waivers:
        yield "waivers", {"waiver_id": entry.record.id, **_verdict(entry.record)}


def coverage_rows(context: Context) -> Iterator[Row]:
    """Return the rows of all statements of coverage and of the sources read for them."""
    for entry in context.dataset.coverage:
        coverage = entry.record
        yield (
            "coverage",
            {
                "coverage_id": coverage.id,
                "traveller_id": coverage.traveller,
                "office": coverage.office,
                **country_or_organization("office_country", "office_organization_id", coverage.of),
                **window("period", coverage.period),
                "extent": coverage.extent,
                **counted("found", coverage.found),
                "decided_by_id": coverage.decided_by,
                **as_said("decided_on", coverage.decided_on),
                "note": coverage.note,
            },
        )
        for source in dict.fromkeys(coverage.looked_in):
            yield "coverage_sources", {"coverage_id": coverage.id, "source_id": source}


def withdrawn_rows(context: Context) -> Iterator[Row]:
    """Return one row a withdrawn id."""
    for entry in context.dataset.withdrawn:
        gone = entry.record
        said = {"successor_id": gone.successor, **as_said("withdrawn_on", gone.withdrawn_on), "because": gone.because}
        yield "withdrawn", {"record_id": gone.id, "record_kind": gone.kind, **said}


def _verdict(entry: Decision | Waiver) -> Cells:
    """Return what decisions and waivers have in common."""
    return {
        "finding_code": entry.code,
        "record_id": entry.record,
        "field_name": entry.field,
        "because": entry.because,
        "decided_by_id": entry.decided_by,
        **as_said("decided_on", entry.decided_on),
        **as_said("expires_on", entry.expires),
    }


def _named(names: Iterable[str], decision: Decision, claims: Mapping[str, Sequence[Claim]]) -> Iterator[tuple[str, str | None]]:
    """Return each name with every claim that it means, or None.

    Meant are claims on the decision's record and field; where there is none, on its record; else on that field of the record's trip.
    """
    on_record, on_trip = (claims.get(record, ()) for record in (decision.record, decision.record.partition(".")[0]))
    on_field = [claim for claim in on_record if claim.field == decision.field]
    near = [claim for claim in on_trip if claim.field == decision.field]
    for name in names:
        tiers = ({claim.id for claim in tier if ClaimName.parse(name).covers(claim.name)} for tier in (on_field, on_record, near))
        found = next((sorted(tier) for tier in tiers if tier), [None])
        yield from ((name, claim_id) for claim_id in found)
