"""From what pydantic refuses to findings: every error at its place, under its record and its path by ids, in our own words.

The sentences are in `wording`; which model stands where is in `shapes`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from pydantic import ValidationError

from diplotrips.extract.notation.parsed import shown
from diplotrips.extract.shapes import follow
from diplotrips.extract.wording import MISSING_KEY, UNKNOWN_KEY, Refusal, keys_told, word
from diplotrips.findings import Finding, Severity
from diplotrips.schema.fields import ID_PATTERN
from diplotrips.schema.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.extract.shapes import Path
    from diplotrips.findings import Place
    from diplotrips.schema.tree import JsonValue, Node

Kind = TypeVar("Kind", bound=Record)

MOST_TOLD: Final = 1_000
"""Things that a model refuses in one file which are told one by one; the others are counted, since nobody reads them."""

NESTED: Final = ("stops", "agreements", "quoted_experts")
"""Lists of a trip document whose entries have released ids of their own."""


@dataclass(frozen=True, slots=True)
class Held(Generic[Kind]):
    """A document or register entry held to its model."""

    record: Kind | None
    """None if the model refuses it."""

    findings: tuple[Finding, ...]
    """What the model refuses, by place; none if it refuses nothing."""

    untold: int = 0
    """How many things more it refuses, after these."""

    beyond: Place | None = None
    """Where the first of those stands."""


def hold(value: JsonValue, node: Node, model: type[Kind], prefix: str = "", most: int = MOST_TOLD) -> Held[Kind]:
    """Hold *value* to *model*.

    Args:
        value: A document or an entry of a register, as JSON would give it.
        node: The places of *value*.
        model: What it has to be.
        prefix: Path of an entry without a readable id, such as `people.3`, before every field.
        most: How many findings are wanted.
    """
    try:
        return Held(model.model_validate(value), ())
    except ValidationError as error:
        refusals = list(_innermost(list(_refusals(error, value, node, model))))
    if len(refusals) > most:
        refusals.sort(key=lambda refusal: _place(refusal, node))
    found: dict[tuple[str, str, str], tuple[Refusal, Finding]] = {}
    for refusal in refusals[:most]:
        finding = _finding(refusal, value, node, prefix)
        found.setdefault((finding.code, finding.field, finding.message), (refusal, finding))
    findings = tuple(sorted(_with_consequences(list(found.values())), key=lambda finding: finding.order))
    untold = refusals[most:]
    return Held(None, findings, len(untold), _place(untold[0], node) if untold else None)


def id_of(value: JsonValue) -> str:
    """Return the id of a record as far as it can be read: `id` of an entry, `trip.id` of a trip document; "" if there is none."""
    own = value.get("id") if isinstance(value, dict) else None
    if isinstance(own, str):
        return own if re.fullmatch(rf"{ID_PATTERN}(?:\.{ID_PATTERN}){{0,2}}", own) else ""
    return id_of(value["trip"]) if isinstance(value, dict) and isinstance(value.get("trip"), dict) else ""


def ids_in(value: JsonValue) -> frozenset[str]:
    """Return the released ids of a trip document, or the id of an entry, as far as they can be read."""
    own = id_of(value)
    if not own or not isinstance(value, dict):
        return frozenset()
    found = {own}
    for key in NESTED:
        entries = value.get(key)
        for entry in entries if isinstance(entries, list) else ():
            local = id_of(entry)
            met = entry.get("met") if local and isinstance(entry, dict) else None
            found |= {f"{own}.{local}"} if local else set()
            found |= {f"{own}.{local}.{person}" for person in map(meeting_id, met if isinstance(met, list) else ()) if person}
    return frozenset(found)


def meeting_id(meeting: JsonValue) -> str:
    """Return what follows the stop's id when a meeting is addressed, as far as it can be read."""
    if not isinstance(meeting, dict):
        return ""
    given = next((meeting[key] for key in ("id", "person", "organization", "office") if key in meeting), None)
    return given if isinstance(given, str) and re.fullmatch(ID_PATTERN, given) else ""


def named(path: Path, value: JsonValue) -> tuple[str, str]:
    """Return the released id of the record at *path* of a document or entry, and the path by ids.

    An item of a list is called by its id, else by its number from 1; a meeting as in `stops.ni.daniel-ortega.office`.
    """
    record, names, inner = id_of(value), list[str](), value
    for depth, step in enumerate(path):
        inner = _child(inner, step)
        name = str(step + 1) if isinstance(step, int) else shown(step)
        is_meeting = depth == len(("stops", 0, "met")) and path[0] == "stops" and path[2] == "met"
        own = (meeting_id(inner) if is_meeting else id_of(inner)) if isinstance(step, int) else ""
        own = "" if "." in own else own
        if own and is_meeting:
            names.pop()
        names.append(own or name)
        if own and record and (is_meeting or (depth == 1 and path[0] in NESTED)):
            record = f"{record}.{own}"
    return record, ".".join(names)


def _child(value: JsonValue, step: str | int) -> JsonValue:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _refusals(error: ValidationError, value: JsonValue, node: Node, model: type[Record]) -> Iterator[Refusal]:
    for line in error.errors(include_url=False, include_input=False):
        spot = follow(model, line["loc"])
        inner: JsonValue = value
        for step in spot.path:
            inner = _child(inner, step)
        if spot.is_key:
            inner = str(spot.path[-1])
        yield Refusal(line["type"], spot, inner, line.get("ctx", {}), model, None if spot.is_key else node.at(spot.path).text)


def _innermost(refusals: list[Refusal]) -> Iterator[Refusal]:
    """Leave out lists that are only called too short since an item of theirs is refused."""
    around = {refusal.spot.path[:depth] for refusal in refusals for depth in range(len(refusal.spot.path))}
    return (refusal for refusal in refusals if refusal.kind != "too_short" or refusal.spot.path not in around)


def _finding(refusal: Refusal, value: JsonValue, node: Node, prefix: str) -> Finding:
    sentence = word(refusal)
    record, field = named(refusal.spot.path, value)
    if not record and prefix:
        field = f"{prefix}.{field}" if field else prefix
    return Finding(sentence.code, Severity.ERROR, record, field, sentence.message, _place(refusal, node), fix=sentence.fix)


def _place(refusal: Refusal, node: Node) -> Place:
    """Return where it stands: the key that is meant, else the value; of what is missing, what it is missing in."""
    spot = refusal.spot
    if refusal.kind == "missing":
        return node.at(spot.path[:-1]).place
    at = node.at(spot.path)
    return (at.key if refusal.kind == "extra_forbidden" or spot.is_key else None) or at.place


def _with_consequences(found: list[tuple[Refusal, Finding]]) -> Iterator[Finding]:
    """Mark a missing key that follows from an unknown one beside it which was meant to be that key."""
    for refusal, finding in found:
        if finding.code != MISSING_KEY:
            yield finding
            continue
        around = refusal.spot.path[:-1] if refusal.kind == "missing" else refusal.spot.path
        causes = _misspelt((other, told) for other, told in found if other.spot.path[:-1] == around)
        cause = next((causes[key] for key in keys_told(refusal) if key in causes), None)
        yield replace(finding, because_of=cause.fingerprint) if cause else finding


def _misspelt(found: Iterable[tuple[Refusal, Finding]]) -> dict[str, Finding]:
    """Return the findings about unknown keys by the key that was meant."""
    return {finding.fix: finding for _, finding in found if finding.code == UNKNOWN_KEY and finding.fix}


def addressed(finding: Finding, value: JsonValue, holds: str) -> Finding:
    """Return a finding of the file reader with the record that its field belongs to, as far as that can be told."""
    record, steps = id_of(value), finding.field.split(".")
    entries = value.get(steps[0]) if isinstance(value, dict) else None
    own = steps[1] if isinstance(entries, list) and steps[1:] and steps[1] in map(id_of, entries) else ""
    if own and steps[0] == holds:
        return replace(finding, record=own, field=".".join(steps[2:]))
    return replace(finding, record=f"{record}.{own}" if own and record and steps[0] in NESTED else record)


def unheard(found: Iterable[Finding], told: Iterable[Finding]) -> Iterator[Finding]:
    """Return what was *found* where the file reader has not *told* something yet; what is missing is never told by it."""
    places = {finding.place[:3] for finding in told}
    return (finding for finding in found if finding.code == MISSING_KEY or finding.place[:3] not in places)
