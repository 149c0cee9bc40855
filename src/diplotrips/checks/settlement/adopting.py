"""The value that a decision adopts: where there can be one, and what the record holds in its place until that is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.coding.readings import READ_DIFFERENTLY
from diplotrips.checks.settlement.held_texts import held_texts
from diplotrips.checks.settlement.questions import LENGTHS
from diplotrips.schema.claims import ONE_EACH
from diplotrips.schema.dates.edtf import EdtfInterval
from diplotrips.schema.fields import Count
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import End, Finding
    from diplotrips.schema.ledger import Decision

_STAY_ENDS = ("first_day", "last_day")
_LISTS = frozenset({"route", "countries"})


class Gap(NamedTuple):
    """What a record holds in place of the value that a decision adopts."""

    told: str
    """Clause about the record, such as `route holds nothing`."""
    end: End
    """The value of the record as an end of a finding."""
    change: str
    """What to do in the record, with the place."""


class _Target(NamedTuple):
    """What is adopted, and of which field of which record."""

    record: str
    field: str
    value: str


def same_value(value: str, texts: Sequence[str]) -> str:
    """Return the one of *texts* that *value* means, which may be a list as YAML has it: `[pt, ma]` for `pt ma`; empty if there is none."""
    plain = " ".join((value.strip()[1:-1] if value.strip().startswith("[") else value).replace(",", " ").split())
    return next((text for text in texts if text == value), next((text for text in texts if text == plain), ""))


def gap_of(decision: Decision, meant: Sequence[Finding], evidence: Evidence) -> Gap | None:
    """Return what the record holds in place of what *decision* adopts, None if it holds that, or can hold no such value.

    Args:
        decision: Of *meant*, or of nothing that is found any more.
        meant: The findings that it is about; the value is of the field of that claim of theirs which says it.
        evidence: The records.
    """
    if decision.adopted is None or decision.code == READ_DIFFERENTLY:
        return None
    target = _target_of(decision, decision.adopted, meant)
    if target.field in LENGTHS:
        return _gap_of_length(target, evidence)
    held = held_texts(evidence.dataset, target.record, target.field)
    if held is None or target.value in held:
        return None
    value = held[0] if held else "nothing"
    end = evidence.end(target.record, target.field, label=f"the record holds {value}")
    return Gap(f"{evidence.path(target.record, target.field)} holds {value}", end, _change(target, end, evidence))


def _target_of(decision: Decision, adopted: str, meant: Sequence[Finding]) -> _Target:
    """Return of what *adopted* is the value; of a stay of which one end was in question, that end."""
    own = (decision.record, decision.field)
    said = [(end.record, end.field) for found in meant for end in found.ends if end.source and end.value == adopted]
    record, field = own if own in said or not said else said[0]
    if field == "dates" and decision.field in _STAY_ENDS:
        stay = EdtfInterval.parse(adopted)
        if end := stay.first if decision.field == "first_day" else stay.last:
            return _Target(record, decision.field, str(end))
    return _Target(record, field, adopted)


def _gap_of_length(target: _Target, evidence: Evidence) -> Gap | None:
    """Return by what the dates of the record differ from a number of days or nights; None if they allow it, or leave it open."""
    item = next(iter(evidence.dataset.by_id.get(target.record, ())), None)
    dates = getattr(item.record, "dates", None) if item else None
    least, most = _days_of(dates) if isinstance(dates, EdtfInterval) else (None, None)
    try:
        wanted = Count.parse(target.value)
    except ValueError:
        return None
    if least is None or most is None:
        return None
    least, most = (max(days - (target.field == "nights"), 0) for days in (least, most))
    margin = int(wanted.approximate)
    if most >= wanted.least - margin and (wanted.most is None or least <= wanted.most + margin):
        return None
    unit = LENGTHS[target.field]
    told = number(most, unit) if least == most else f"{least} to {number(most, unit)}"
    end = evidence.end(target.record, "dates", label=f"the record holds {dates}, which are {told}")
    path = evidence.path(target.record, "dates")
    return Gap(f"{path} {dates} are {told}", end, f"change `dates` at {end.place}, so that they are {target.value} {unit}s")


def _days_of(dates: EdtfInterval) -> tuple[int | None, int | None]:
    """Return how many days *dates* are at least and at most, with both ends; None for both if an end has no bounds."""
    if not (dates.first and dates.last and dates.earliest and dates.latest and dates.first.latest and dates.last.earliest):
        return None, None
    margin = dates.first.margin_days + dates.last.margin_days
    return (dates.last.earliest - dates.first.latest).days + 1 - margin, (dates.latest - dates.earliest).days + 1 + margin


def _change(target: _Target, end: End, evidence: Evidence) -> str:
    """Return what to write where, so that the record holds the value: a key more, or another value of the one that is there."""
    key = "dates" if target.field in _STAY_ENDS else target.field
    present = getattr(evidence.dataset.by_id[target.record][0].record, key)
    if present is not None and key in ONE_EACH:
        return f"write {target.value} among {key} at {end.place}, where {end.label}"
    line = f"`{key}: {_written(target, present)}`"
    where = f"at {end.place}, where {end.label}"
    return f"write {line} {where}" if present is not None else f"add {line} to {target.record} {where}"


def _written(target: _Target, present: object) -> str:
    """Return the value as YAML has it, *present* being what stands at its key: an end of a stay keeps the other one."""
    if target.field in _STAY_ENDS:
        first, stroke, last = ("", "/", "") if present is None else str(present).partition("/")
        ends = (target.value, last if stroke else first) if target.field == "first_day" else (first, target.value)
        return ends[0] if ends[0] == ends[1] else "/".join(ends)
    if target.field in _LISTS:
        return f"[{', '.join(target.value.split())}]"
    return f"[{target.value}]" if target.field in ONE_EACH else target.value
