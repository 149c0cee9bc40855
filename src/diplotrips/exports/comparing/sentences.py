"""A change in words: one clause without a final stop, with what was there and what is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.exports.comparing.change import Kind
from diplotrips.exports.comparing.subjects import RECORDS
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplotrips.exports.comparing.change import Change

EXISTS: Final = "exists"
"""Field of a claim that says no more than that there is such a record."""

LONGEST: Final = 160
"""Characters of a value that a sentence shows."""

_TEMPLATES: Final[Mapping[Kind, str]] = {
    Kind.RECORD_ADDED: "{record} is added",
    Kind.RECORD_WITHDRAWN: "{record} is withdrawn",
    Kind.RECORD_MERGED: "{record} is merged into {successor}",
    Kind.DATE_GIVEN: "{field} of {record}{inside} is given: {after}",
    Kind.DATE_REFINED: "{field} of {record}{inside} is refined from {before} to {after}",
    Kind.DATE_WIDENED: "{field} of {record}{inside} is widened from {before} to {after}",
    Kind.DATE_CORRECTED: "{field} of {record}{inside} is corrected from {before} to {after}",
    Kind.DATE_RESTATED: "{field} of {record}{inside} is restated from {before} to {after}",
    Kind.DATE_TAKEN_AWAY: "{field} of {record}{inside} is taken away, it was {before}",
    Kind.VALUE_GIVEN: "{field} of {record} is given: {after}",
    Kind.VALUE_CORRECTED: "{field} of {record} is corrected from {before} to {after}",
    Kind.VALUE_TAKEN_AWAY: "{field} of {record} is taken away, it was {before}",
    Kind.ROUTE_CHANGED: "route of {record} is changed from {before} to {after}",
    Kind.ENTRY_ADDED: "{record} has an entry more in {table}: {after}",
    Kind.ENTRY_WITHDRAWN: "{record} has an entry less in {table}: {before}",
    Kind.ENTRY_CHANGED: "an entry of {record} in {table} is changed: {field} from {before} to {after}",
    Kind.CLAIM_ADDED: "{source} says {field} {after} of {record}",
    Kind.CLAIM_WITHDRAWN: "withdrawn: {source} says {field} {before} of {record}",
    Kind.CLAIM_CHANGED: "what {source} says of {field} of {record} is changed from {before} to {after}",
    Kind.CONFLICT_OPENED: "{code} is open: {after}",
    Kind.CONFLICT_SETTLED: "{code} is settled: {after}",
    Kind.CONFLICT_GONE: "{code} is gone: {before}",
    Kind.CODE_ADDED: "{table} has the code {key}: {after}",
    Kind.CODE_WITHDRAWN: "the code {key} of {table} is withdrawn: {before}",
    Kind.CODE_CHANGED: "{field} of the code {key} of {table} is changed from {before} to {after}",
    Kind.TABLE_ADDED: "the table {table} is added",
    Kind.TABLE_WITHDRAWN: "the table {table} is withdrawn",
    Kind.TABLE_DESCRIBED: "the table {table} is described anew",
    Kind.KEY_CHANGED: "the key of the table {table} is changed from {before} to {after}",
    Kind.COLUMN_ADDED: "the column {column} is added",
    Kind.COLUMN_WITHDRAWN: "the column {column} is withdrawn",
    Kind.COLUMN_RETYPED: "the column {column} is retyped from {before} to {after}",
    Kind.COLUMN_MADE_NULLABLE: "the column {column} may be null",
    Kind.COLUMN_MADE_REQUIRED: "the column {column} is never null",
    Kind.COLUMN_REDEFINED: "the column {column} is redefined from {before} to {after}",
    Kind.COLUMN_DESCRIBED: "the column {column} is described anew",
}

_OF_EXISTENCE: Final[Mapping[Kind, str]] = {
    Kind.CLAIM_ADDED: "{source} speaks of {record}{mode}",
    Kind.CLAIM_WITHDRAWN: "withdrawn: {source} speaks of {record}{mode}",
}


def sentence(change: Change, within: str = "") -> str:
    """Return *change* in words; long values are shortened, and of records on the trip *within* the local ids are enough."""
    if change.kind is Kind.FOLLOWS:
        return _following(change)
    return _template(change).format(
        record=_record(change, within),
        field=change.field_name or "",
        before=shortened(change.before),
        after=shortened(change.after),
        mode=f" {change.before or change.after}" if change.before or change.after else "",
        source=change.source_id or "a source",
        code=change.finding_code or "",
        successor=change.successor_id or "",
        inside=f" in {change.table}" if change.record_id and change.table not in RECORDS else "",
        table=change.table,
        key=change.row_key or "",
        column=f"{change.table}.{change.field_name}",
    )


def _record(change: Change, within: str) -> str:
    """Return kind and id of the record that a change is about; of a row of no record, its table and key."""
    if change.record_id is None:
        return " ".join(filter(None, (change.table, change.row_key)))
    if within and change.record_id == within:
        return "the trip"
    kind = f"{change.record_kind.replace('-', ' ')} " if change.record_kind else ""
    return f"{kind}{change.record_id.removeprefix(f'{within}.') if within else change.record_id}"


def _template(change: Change) -> str:
    """Return the words for a change; of claims that say no more than that there is such a record, other ones."""
    if change.field_name == EXISTS and change.kind in _OF_EXISTENCE:
        return _OF_EXISTENCE[change.kind]
    return _TEMPLATES[change.kind]


def shortened(text: str | None) -> str:
    """Return a value as a sentence shows it: on one line, of at most `LONGEST` characters; `nothing` for None."""
    if text is None:
        return "nothing"
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"


def _following(change: Change) -> str:
    columns = listed((change.after or "").split(), "and")
    verb = "follows" if change.n_rows == 1 else "follow"
    return f"{number(change.n_rows, 'row')} of {change.table} {verb}{f' ({columns})' if columns else ''}"
