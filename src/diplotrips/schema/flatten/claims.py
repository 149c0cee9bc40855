"""Rows of what sources say: one a claim, one a passage, one a span. Equal claims are one, and all their passages are kept."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import Count
from diplotrips.schema.flatten.spread import counted, window
from diplotrips.schema.flatten.voices import count_voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.schema.claims import Claim
    from diplotrips.schema.flatten.context import Context
    from diplotrips.schema.flatten.spread import Cells, Row


def claim_rows(context: Context) -> Iterator[Row]:
    """Return the rows of all claims of a dataset, of their passages and spans."""
    merged: dict[str, dict[int, Claim]] = defaultdict(dict)
    witnesses: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for claim in context.dataset.claims:
        merged[claim.id].setdefault(claim.statement, claim)
        witnesses[_same_saying(claim)].add(claim.source)
    for claim_id, by_statement in merged.items():
        passages = [by_statement[statement] for statement in sorted(by_statement)]
        yield "claims", {**_claim(claim_id, passages), **_counts(witnesses[_same_saying(passages[0])], context)}
        for claim in passages:
            yield "claim_passages", _passage(claim_id, claim, context)
            for cells in context.span_cells(claim.source, claim.spans, claim.line.sha256):
                yield "claim_spans", {"claim_id": claim_id, "statement": claim.statement, **cells}


def _counts(witnesses: set[str], context: Context) -> Cells:
    """Return the columns that count the sources of one saying."""
    return {"n_sources": len(witnesses), "n_independent": count_voices(witnesses, context.voices)}


def _claim(claim_id: str, passages: Sequence[Claim]) -> Cells:
    """Return the row of one claim, whose passages are in the order of the block."""
    claim = passages[0]
    return {
        "claim_id": claim_id,
        "source_id": claim.source,
        "record_id": claim.record,
        "record_kind": claim.kind or None,
        "trip_id": claim.trip,
        "field_name": claim.field,
        "value_text": claim.text or None,
        **_typed(claim.value),
        "mode": claim.mode,
        "part": claim.part,
        "basis": claim.basis,
        **window("as_of", claim.line.as_of),
        "according_to_id": claim.line.according_to,
        "coder_id": claim.coder or None,
        "n_passages": len(passages),
    }


def _passage(claim_id: str, claim: Claim, context: Context) -> Cells:
    """Return the row of one passage of a claim."""
    line = claim.line
    return {
        "claim_id": claim_id,
        "statement": claim.statement,
        "basis": claim.basis,
        "phrase": line.phrase,
        **window("anchor", line.anchor),
        **window("as_of", line.as_of),
        "according_to_id": line.according_to,
        "language": line.language or context.languages.get(claim.source),
        "locator": line.locator,
        "confidence": line.confidence,
        "rule": line.rule,
        "note": line.note,
    }


def _typed(value: object) -> Cells:
    """Return the columns of a claimed date, interval or number; of any other value the text says all."""
    if isinstance(value, Count):
        return counted("value", value)
    if isinstance(value, EdtfDate):
        return {**_bounds(value), "value_precision": str(value.precision), "value_margin_days": value.margin_days}
    if isinstance(value, EdtfInterval):
        return {
            **_bounds(value),
            "value_first_latest": value.first.latest if value.first else None,
            "value_last_earliest": value.last.earliest if value.last else None,
            "value_precision": str(value.precision),
            "value_margin_days": max(end.margin_days for end in (value.first, value.last) if end),
        }
    return {}


def _bounds(value: EdtfDate | EdtfInterval) -> Cells:
    return {"value_earliest": value.earliest, "value_latest": value.latest}


def _same_saying(claim: Claim) -> tuple[str, ...]:
    """Return what claims of several sources have in common that say the same."""
    return (claim.record, claim.field, claim.text, claim.mode)
