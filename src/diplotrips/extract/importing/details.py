"""A whole list about trips that are recorded already: agreements made on them, or what sources say of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from diplotrips.extract.importing import agreements, statements
from diplotrips.extract.importing.cells import UnmappedError
from diplotrips.extract.importing.documents import locator
from diplotrips.extract.importing.listing import Lines, Listed
from diplotrips.extract.importing.problems import Problem
from diplotrips.extract.importing.recorded import record_of
from diplotrips.extract.importing.visits import read_visits
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.extract.review.inserting import flow
from diplotrips.schema.agreement import Agreement
from diplotrips.schema.codelists import nearest
from diplotrips.schema.fields import is_id
from diplotrips.schema.record import Record
from diplotrips.schema.said import ClaimLine

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from diplotrips.extract.importing.grid import Grid
    from diplotrips.extract.importing.known import Known
    from diplotrips.extract.importing.recorded import Found
    from diplotrips.extract.importing.visits import Visit
    from diplotrips.schema.mapping import ColumnRule

    Json = dict[str, Any]

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True)
class _Detail:
    """What one row says of a record."""

    visit: Visit
    found: Found
    source: str
    line: Json
    """The line, of an agreement without what it is about, and without its place."""
    content: ClaimLine
    """The same as a record: what makes it the same wherever its row is."""
    agreement: Json = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, ClaimLine]:
        """What no other row says."""
        return self.found.trip.record.trip.id, self.source, self.content


def read_details(grid: Grid, rules: Mapping[str, ColumnRule], known: Known, source: str) -> Listed:
    """Return what becomes of a list whose rows are agreements or statements; arguments as of `read_list`."""
    read = read_visits(grid, known.mapping, rules)
    listed = Listed(grid.file, len(grid.rows), problems=list(read.problems))
    reading = _Details(grid.file, known, source)
    details = []
    for visit in read.visits:
        entries = dict(known.entries)
        try:
            details.append(reading.read(visit))
        except UnmappedError as error:
            known.forget(known.entries.keys() - entries.keys())
            listed.problems.append(Problem(grid.file, visit.row, "", str(error)))
    there = _recorded(known, grid.file, source)
    still = {there[detail.key] for detail in details if detail.key in there}
    gone = set(there.values()) - still
    for detail in details:
        try:
            if detail.key in there:
                listed.there.append(detail.visit.row)
            else:
                reading.take(detail, gone)
        except UnmappedError as error:
            listed.problems.append(Problem(grid.file, detail.visit.row, "", str(error)))
    listed.lines = [Lines(each.trip, tuple(rows), each.lines, each.source, each.agreements) for each, rows in reading.taken.values()]
    listed.problems.sort(key=lambda problem: problem.row)
    return listed


def _recorded(known: Known, file: str, source: str) -> dict[tuple[str, str, ClaimLine], str]:
    """Return what is recorded already, each with the place that it has in *file* if *source*, which is that list, says it."""
    found = {}
    for entry in known.dataset.trips:
        for other, lines in entry.record.said.items():
            for line in lines:
                is_row = other == source and str(line.locator).startswith(f"{file} row")
                content = line.model_copy(update={"locator": None}) if is_row else line
                found[entry.record.trip.id, other, content] = str(line.locator) if is_row else ""
                if known.mapping.row == "agreement":  # an id that was made is no part of what the row says
                    content = content.model_copy(update={"about": None})
                    found[entry.record.trip.id, other, content] = str(line.locator) if is_row else ""
    return found


class _Details:
    """Rows taken one after the other."""

    def __init__(self, file: str, known: Known, source: str) -> None:
        self.file = file
        self.known = known
        self.source = source
        self.taken: dict[tuple[str, str], tuple[Lines, list[int]]] = {}
        """What is new, by trip and source, each with its rows."""
        self._rows: dict[tuple[str, str, ClaimLine], int] = {}

    def read(self, visit: Visit) -> _Detail:
        """Return what one row says.

        Raises:
            UnmappedError: nothing can be made of it, or another row says the same.
        """
        detail = self._agreement(visit) if self.known.mapping.row == "agreement" else self._statement(visit)
        first = self._rows.setdefault(detail.key, visit.row)
        if first != visit.row:
            raise UnmappedError(f"it says what row {first} says")
        return detail

    def take(self, detail: _Detail, gone: Collection[str]) -> None:
        """Take what is new.

        Args:
            detail: What a row says that is not recorded yet.
            gone: Places in the list of lines that are recorded and that no row says any more.

        Raises:
            UnmappedError: it can be no agreement of its trip, or its row said something else when it was imported.
        """
        where = locator(self.file, [detail.visit])
        if where in gone:
            raise UnmappedError(f"it was imported before and said something else then; edit the line of {self.source} that names {where}")
        place = {} if "locator" in detail.line or detail.source != self.source else {"locator": where}
        about, new = {}, []
        if detail.agreement:
            key = agreements.known_agreement(detail.visit, detail.found)
            new = [] if key else [{"id": agreements.new_id(detail.visit, self._taken(detail.found)), **detail.agreement}]
            about = {"about": key or new[0]["id"]}
        lines = self._lines(detail)
        lines.agreements.extend(new)
        note = {"note": detail.agreement["note"]} if detail.agreement.get("note") and not new else {}
        lines.lines.append({**about, **detail.line, **about, **place, **note})

    def _agreement(self, visit: Visit) -> _Detail:
        found = record_of(visit, self.known, agreements.KINDS)
        agreement = agreements.agreement_of(visit, found, self.known)
        _held({"id": "x", **agreement}, Agreement)
        given = visit.texts.get("agreement_id", "")
        line = {"about": given, **agreements.line_of(agreement)} if is_id(given) else agreements.line_of(agreement)
        return _Detail(visit, found, self.source, line, _held(line, ClaimLine), agreement)

    def _taken(self, found: Found) -> set[str]:
        """Return the local ids that a trip has, or will have."""
        document = found.trip.record
        new = [each for (trip, _), (lines, _) in self.taken.items() if trip == document.trip.id for each in lines.agreements]
        return {*document.kinds, *(each["id"] for each in new)}

    def _statement(self, visit: Visit) -> _Detail:
        source = visit.texts.get("source", self.source)
        if source != self.source and self.known.kind_of(source) != "source":
            near = nearest(source, [entry.record.id for entry in self.known.dataset.sources])
            raise UnmappedError(f"no source is called {source}" + (f"; did you mean {near}?" if near else "; enter it in sources first"))
        found = record_of(visit, self.known, statements.KINDS)
        line = {**statements.line_of(visit, found, self.known), **_besides(visit, is_list=source == self.source)}
        return _Detail(visit, found, source, line, _held(line, ClaimLine))

    def _lines(self, detail: _Detail) -> Lines:
        """Return the lines of a trip and source, to which a row adds."""
        new = Lines(detail.found.trip, (), [], detail.source)
        lines, rows = self.taken.setdefault((detail.found.trip.record.trip.id, detail.source), (new, []))
        rows.append(detail.visit.row)
        return lines


def _besides(visit: Visit, *, is_list: bool) -> Json:
    """Return where a statement stands in its source, and its note; that it stands in a row of the list itself is told later."""
    part = visit.texts.get("part", "table" if is_list else "")
    values = {"part": part, "locator": visit.texts.get("locator"), "note": "; ".join(visit.notes)}
    return {key: value for key, value in values.items() if value}


def _held(value: Json, model: type[Kind]) -> Kind:
    """Return *value* as a record.

    Raises:
        UnmappedError: it is none.
    """
    parsed = parse_yaml(flow(value), "", date_keys=DATE_KEYS)
    held = hold(parsed.value, parsed.node, model) if parsed.node else None
    if held is None or held.record is None:
        raise UnmappedError((*parsed.findings, *(held.findings if held else ()))[0].message)
    return held.record
