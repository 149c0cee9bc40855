"""Beginning a trip: its document from what is known at first, and stubs for a person or source that no register has yet."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from diplotrips.api.checking import judged
from diplotrips.errors import UnusableRequestError, UnwritablePathError, reason_of
from diplotrips.extract.citing import find_phrase
from diplotrips.extract.copies import read_source
from diplotrips.extract.layout import AUTHORED, records_folder
from diplotrips.extract.reading import read_dataset
from diplotrips.extract.starting import terms
from diplotrips.replacing import write_whole
from diplotrips.schema.codelists import fold, nearest
from diplotrips.schema.fields import id_from
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from diplotrips.extract.editing.appending import Appended
    from diplotrips.extract.editing.entries import NewEntry
    from diplotrips.extract.starting.trip import NewTrip
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

_STUB: Final = "Begun by diplotrips new; "

_NEAR_ENOUGH: Final = 0.85
"""Least similarity of two people's ids at which the one may have been meant for the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is known of a trip when it is begun, as somebody types it."""

    id: str
    traveller: str
    """Id or name of the person."""
    office: str
    represents: str
    """Country, by code or name, or id of an organization."""
    countries: Sequence[str]
    """Countries of the stops, by code or name."""
    in_order: bool = False
    """Whether they are in the order of travel, as the source says."""
    dates: str = ""
    within: str = ""
    status: str = "completed"
    source: str = ""
    """Id of the source that says so."""
    published: str = ""
    """Day of publication, for a source that is not registered yet."""
    text: Path | None = None
    """Copy of the text of the source."""
    cites: Sequence[str] = ()
    """Phrases of it; with `field=` or `stop=` before, they are given to that line."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A trip that was begun."""

    trip: NewTrip
    file: str
    """Its file, as shown."""
    stubs: Mapping[str, Appended]
    """New entries of registers, by id, and where they stand."""
    near: str
    """Id of the registered person who may have been meant, where the traveller is a new one; empty if none is near."""
    findings: tuple[Finding, ...]
    """What a check finds of the trip and the new entries, in its order."""


def new(wanted: Wanted, root: Path | str = ".", today: date | None = None) -> Begun:
    """Begin a trip in the dataset under *root*: write its document, and stubs of its person and source if no register has them.

    Raises:
        UnusableRequestError: something that is wanted cannot be; nothing is written.
        UnknownNameError: a code is in no list, and none of the list is near; nothing is written.
        UnreadablePathError: *root* is no dataset, or the text cannot be read.
        UnwritablePathError: a file cannot be written, or a register has errors of its own.
    """
    from diplotrips.extract.editing.appending import append_entry, register_for  # noqa: PLC0415  (only those who write need it)
    from diplotrips.extract.starting.trip import render_trip  # noqa: PLC0415  (as above)

    root = Path(root)
    dataset = read_dataset(root).dataset
    folder = records_folder(root)
    path = folder / AUTHORED / f"{terms.id_of('a trip', wanted.id)}.yaml"
    refuse_taken(wanted.id, dataset, path)
    text = read_source(wanted.text) if wanted.text else None
    trip = _trip(wanted, dataset, text)
    entries = {**_person_stub(trip, dataset), **_source_stub(wanted, dataset, text)}
    registers = {key: register_for(root, holds, key) for key, (holds, _) in entries.items()}
    for write in (False, True):  # nothing is written unless all can be
        stubs = {key: append_entry(registers[key], entry, write=write) for key, (_, entry) in entries.items()}
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise UnwritablePathError(path, reason_of(error)) from error
    write_whole(path, render_trip(trip).encode())
    report = judged(read_dataset(root), today)
    concerned = {trip.id, *stubs}
    findings = tuple(found for found in report.open if found.root in concerned)
    near = "" if trip.traveller in _ids(dataset, "people") else nearest(trip.traveller, _ids(dataset, "people"), _NEAR_ENOUGH)
    return Begun(trip, str(PurePosixPath(dataset.root) / AUTHORED / path.name), stubs, near, findings)


def refuse_taken(trip: str, dataset: Dataset, path: Path) -> None:
    """Refuse an id that a record has, or had once, and a file that is there."""
    withdrawn = {entry.record.id for entry in dataset.withdrawn}
    if trip in dataset.by_id or trip in dataset.broken:
        kind = next((item.kind for item in dataset.by_id.get(trip, ())), "record").replace("-", " ")
        raise UnusableRequestError(f"{trip} is the id of a {kind} already; an id belongs to one record")
    if trip in withdrawn:
        raise UnusableRequestError(f"{trip} is an id that was withdrawn, and no id is used again")
    if path.exists():
        raise UnwritablePathError(path, "the file is there already")


def _trip(wanted: Wanted, dataset: Dataset, text: str | None) -> NewTrip:
    """Return the trip that is wanted, with codes for what was typed and spans for what is cited."""
    from diplotrips.extract.starting.trip import NewTrip  # noqa: PLC0415  (imports the reader of YAML; as above)

    if bool(wanted.dates) == bool(wanted.within):
        raise UnusableRequestError("a trip has either its dates or a window within which it lies: give one of the two")
    if (wanted.text or wanted.published) and not wanted.source:
        raise UnusableRequestError("a text and a day of publication are those of a source: name the source")
    if wanted.cites and text is None:
        raise UnusableRequestError("what is cited stands in the text of the source: name the file of the text")
    traveller, named = _person(wanted.traveller, dataset)
    trip = NewTrip(
        id=wanted.id,
        traveller=traveller,
        named=named,
        office=terms.code("office", wanted.office, "offices"),
        represents=terms.party(wanted.represents, _ids(dataset, "organizations")),
        status=terms.code("status", wanted.status, "trip_statuses"),
        days={"dates": terms.days(wanted.dates)} if wanted.dates else {"within": terms.days(wanted.within)},
        countries=[terms.country(name) for name in wanted.countries],
        in_order=wanted.in_order,
        source=terms.id_of("a source", wanted.source) if wanted.source else "",
        spans={},
    )
    return replace(trip, **_cited(wanted, trip, text or ""))


def _cited(wanted: Wanted, trip: NewTrip, text: str) -> dict[str, Any]:
    """Return the spans of what is cited: by field or stop, and those of passages that name none."""
    spans: dict[str, list[str]] = {}
    passages = []
    for cite in wanted.cites:
        key, sign, phrase = cite.partition("=")
        if sign and key in trip.citable:
            spans.setdefault(key, []).append(_span(phrase, text, wanted.text))
        else:
            passages.append(_span(cite, text, wanted.text))
    return {"spans": spans, "passages": passages}


def _span(phrase: str, text: str, file: Path | None) -> str:
    """Return the span of *phrase*, which has to stand once in *text*."""
    found = find_phrase(text, phrase)
    if not found.first:
        raise UnusableRequestError(f"“{phrase}” is not in {file}")
    if number := len(found.first) + found.more - 1:
        raise UnusableRequestError(f"“{phrase}” stands {number + 1} times in {file}; cite more words around the one that is meant")
    return f"{found.first[0].start}-{found.first[0].end}"


def _person(text: str, dataset: Dataset) -> tuple[str, str]:
    """Return id and name of the person whom *text* names: a registered one by id or any spelling, else a new one."""
    for entry in dataset.people:
        person = entry.record
        if text == person.id or fold(text) in {fold(name) for name in (person.name, *(other.name for other in person.names))}:
            return person.id, person.name
    key = id_from(text)
    name = " ".join(text.split())
    if not key or not name.isprintable():
        raise UnusableRequestError(f"“{text}” makes no id of a person; write the name in Latin letters")
    return key, name.replace("-", " ").title() if name == key else name


def _person_stub(trip: NewTrip, dataset: Dataset) -> dict[str, tuple[str, NewEntry]]:
    """Return the entry of the traveller by id, with the name of the register, unless somebody of that id is registered."""
    if trip.traveller in _ids(dataset, "people") or trip.traveller in dataset.broken:
        return {}
    refuse_other_kind(trip.traveller, trip.id, dataset)
    country = {"country": trip.represents} if trip.represents.isupper() else {}
    entry = {"id": trip.traveller, "name": trip.named, **country, "note": f"{_STUB}offices and other spellings are missing."}
    return {trip.traveller: ("people", entry)}


def _source_stub(wanted: Wanted, dataset: Dataset, text: str | None) -> dict[str, tuple[str, NewEntry]]:
    """Return the entry of the source by id, with the name of the register, unless it is registered; then it must be of that text."""
    sha256 = hashlib.sha256(text.encode()).hexdigest() if text is not None else ""
    known = next((entry.record for entry in dataset.sources if entry.record.id == wanted.source), None)
    if known or not wanted.source or wanted.source in dataset.broken:
        if known and wanted.published:
            raise UnusableRequestError(f"{wanted.source} is registered already; its day of publication is written there")
        if known and sha256 and known.text_sha256 not in {None, sha256}:
            raise UnusableRequestError(f"{wanted.text} is not the text of {wanted.source}: the register has another SHA-256")
        return {}
    refuse_other_kind(wanted.source, wanted.id, dataset)
    told = {"published": terms.day(wanted.published), "published_basis": "stated"} if wanted.published else {}
    hashed = {"text_sha256": sha256} if sha256 else {}
    missing = ["kind", "publisher", "title", "language", *([] if told else ["day of publication"])]
    note = f"{_STUB}{listed(missing, 'and')} are to be checked or added."
    return {wanted.source: ("sources", {"id": wanted.source, "kind": "article", "language": "und", **told, **hashed, "note": note})}


def refuse_other_kind(key: str, trip: str, dataset: Dataset) -> None:
    """Refuse an id for a new entry that a record of another kind has, or is about to have."""
    kind = "trip" if key == trip else next((item.kind for item in dataset.by_id.get(key, ())), "")
    if kind:
        raise UnusableRequestError(f"{key} is the id of a {kind.replace('-', ' ')}; an id belongs to one record")


def _ids(dataset: Dataset, holds: str) -> list[str]:
    """Return the ids of one of the registers of people, sources and organizations."""
    kind = {"people": "person", "sources": "source", "organizations": "organization"}[holds]
    return [item.id for item in dataset.items if item.kind == kind]
