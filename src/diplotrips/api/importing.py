"""Importing a list of trips: new documents, stubs of registers, and lines in documents that are there; all of it or nothing.

A process can be killed between two files. So what documents rest on comes first, then all new documents in one step, then lines: wherever
it ends the records are whole, and the same import finishes them.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from diplotrips.api.checking import judged
from diplotrips.api.rewriting import new_register, text_of, with_added
from diplotrips.errors import UnusableRequestError, UnwritablePathError, reason_of
from diplotrips.extract.editing.appending import register_for
from diplotrips.extract.editing.formatting import format_text
from diplotrips.extract.importing.details import read_details
from diplotrips.extract.importing.known import Known
from diplotrips.extract.importing.listing import read_list
from diplotrips.extract.importing.mappings import read_mapping, rules_for, shipped, with_constants
from diplotrips.extract.importing.problems import Problem
from diplotrips.extract.importing.tables import read_grid
from diplotrips.extract.layout import AUTHORED, lay_out, records_folder
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS, read_dataset
from diplotrips.extract.review.inserting import block
from diplotrips.extract.review.writing import all_or_none
from diplotrips.replacing import write_whole
from diplotrips.schema.document import TripDocument
from diplotrips.schema.fields import id_from, is_id
from diplotrips.schema.mapping import ABOUT_RECORDED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from diplotrips.extract.importing.listing import Listed, NewTrip
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.mapping import ImportMapping

_BEGUN: Final = "Begun by diplotrips import; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Spreadsheet:
    """A table that somebody wants to import, and how its file is read."""

    file: Path
    sheet: str = ""
    encoding: str = ""
    separator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """How a list is to be taken."""

    mapping: str
    """File of the mapping, or the name of one that comes with the package."""
    source: str = ""
    """Id of the list as a source; unless given made of its name."""
    given: Mapping[str, str] = field(default_factory=dict)
    """What is the same in all rows."""
    leave_out: bool = False
    """Whether what cannot be told is left out; else nothing is written if there is any."""
    dry_run: bool = False
    """Whether nothing is written."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a list, or would become of it."""

    file: str
    source: str
    rows: int
    is_written: bool
    mapping_findings: tuple[Finding, ...] = ()
    """What is wrong with the mapping, because of which nothing was read."""
    trips: tuple[tuple[str, str, tuple[int, ...]], ...] = ()
    """New trips: id, file and rows."""
    lines: tuple[tuple[str, str, tuple[int, ...]], ...] = ()
    """Recorded trips of which the list says something: id, file and rows."""
    row: str = "stop"
    """What one row is, as the mapping says."""
    agreements: tuple[str, ...] = ()
    """Released ids of new agreements of recorded trips."""
    entries: tuple[tuple[str, str], ...] = ()
    """New entries of registers: id and register."""
    there: tuple[int, ...] = ()
    """Rows that are in the records already."""
    missing: tuple[str, ...] = ()
    """Rows that are in the records and that no row of the list says any more, shown with what they said."""
    problems: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What a check finds of the new trips and entries."""
    guessed: str = ""
    """The encoding in which the list was read, if nothing told it."""

    @property
    def is_refused(self) -> bool:
        """Whether something is wrong, because of which nothing was written."""
        return bool(self.mapping_findings) or (bool(self.problems) and not self.is_written)


def shipped_mappings() -> dict[str, str]:
    """Return the titles of the mappings that come with the package, by name."""
    found = {name: read_mapping(name).mapping for name in shipped()}
    return {name: mapping.title for name, mapping in found.items() if mapping}


def import_list(table: Spreadsheet, listing: Listing, root: Path | str = ".", today: date | None = None) -> Imported:
    """Make records of a list.

    Raises:
        UnreadablePathError: the list, the mapping or the dataset cannot be read.
        UnknownNameError: there is no such mapping or sheet.
        UnusableRequestError: something that is wanted cannot be.
        UnwritablePathError: a file cannot be written, or has errors of its own; everything is as it was.
    """
    read = read_mapping(listing.mapping)
    grid = read_grid(table.file, sheet=table.sheet, encoding=table.encoding, separator=table.separator)
    source = listing.source or id_from(table.file.stem)
    if read.mapping is None or read.findings:
        return Imported(grid.file, source, len(grid.rows), is_written=False, mapping_findings=read.findings)
    dataset = read_dataset(Path(root)).dataset
    if dataset.broken or dataset.unread:
        told = "the records have errors of their own, so that it cannot be told which rows are new; run diplotrips check"
        raise UnusableRequestError(told)
    mapping = with_constants(read.mapping, listing.given)
    known = Known(dataset, mapping, _BEGUN)
    _refuse_source(source, known)
    listed = (read_details if mapping.row in ABOUT_RECORDED else read_list)(grid, rules_for(mapping, grid.columns), known, source)
    if not known.kind_of(source) and (listed.trips or any(lines.source == source for lines in listed.lines)):
        known.entries[source] = ("sources", _source_entry(source, grid.file, mapping))
    plan = _Plan(Path(root), source, dataset)
    plan.take(listed, known)
    problems = tuple(listed.problems)
    is_written = not listing.dry_run and (listing.leave_out or not problems)
    if is_written:
        plan.write()
    done = Imported(
        grid.file,
        source,
        listed.rows,
        is_written,
        trips=tuple((trip.id, plan.shown(plan.file_of(trip)), trip.rows) for trip in listed.trips),
        lines=tuple((lines.trip.record.trip.id, lines.trip.node.place.file, lines.rows) for lines in listed.lines),
        row=mapping.row,
        agreements=tuple(f"{lines.trip.record.trip.id}.{each['id']}" for lines in listed.lines for each in lines.agreements),
        entries=tuple((key, holds) for key, (holds, _) in known.entries.items()),
        there=tuple(listed.there),
        missing=listed.missing,
        problems=problems,
        guessed=grid.guessed,
    )
    return replace(done, findings=_found(Path(root), done, today)) if is_written else done


def _refuse_source(source: str, known: Known) -> None:
    if not is_id(source):
        raise UnusableRequestError(f"{source or 'the name of the file'} cannot be the id of a source; give one with --source")
    if known.kind_of(source) not in {"", "source"}:
        raise UnusableRequestError(f"{source} is the id of a {known.kind_of(source)}; give the list another one with --source")


def _source_entry(source: str, file: str, mapping: ImportMapping) -> dict[str, Any]:
    listed_in = mapping.source
    title = {"title": listed_in.title} if listed_in.title else {}
    note = f"{_BEGUN}the list is the file {file}; publisher, title, address and day of publication are to be checked or added."
    return {"id": source, "kind": listed_in.kind, **title, "language": listed_in.language, "note": note}


def _found(root: Path, done: Imported, today: date | None) -> tuple[Finding, ...]:
    """Return what a check finds of what was written."""
    concerned = {*(trip for trip, _, _ in (*done.trips, *done.lines)), *(key for key, _ in done.entries)}
    return tuple(found for found in judged(read_dataset(root), today).open if found.root in concerned)


class _Plan:
    """What will be written."""

    def __init__(self, root: Path, source: str, dataset: Dataset) -> None:
        self.root = root
        self.source = source
        self.dataset = dataset
        self.folder = records_folder(root)
        self.new: dict[Path, str] = {}
        """Text of each new document."""
        self.changed: dict[Path, tuple[str, str]] = {}
        """Name as shown and new text of each file that is there, or of a register that is not; registers first."""

    def file_of(self, trip: NewTrip) -> Path:
        """Return the file of a new trip: all of one list lie in one folder."""
        return self.folder / AUTHORED / self.source / f"{trip.id}.yaml"

    def shown(self, path: Path) -> str:
        """Return a file as places name it."""
        return str(PurePosixPath(self.dataset.root) / path.relative_to(self.folder).as_posix())

    def take(self, listed: Listed, known: Known) -> None:
        """Make the texts; what could not be read again is told among the problems, and is no trip."""
        for trip in list(listed.trips):
            text = format_text("\n".join(block(trip.document)) + "\n", AUTHORED)
            if wrong := list(_wrong(text, trip.id)):
                listed.trips.remove(trip)
                listed.problems += [Problem(listed.file, row, "", told) for row in trip.rows for told in wrong]
                continue
            self.new[self.file_of(trip)] = text
        for holds in dict.fromkeys(holds for holds, _ in known.entries.values()):
            self._enter(holds, [entry for other, entry in known.entries.values() if other == holds])
        paths = {file.shown_as: file.path for file in lay_out(self.root).files}
        for lines in listed.lines:
            shown_as = lines.trip.node.place.file
            added = [(("agreements",), lines.agreements), (("said", lines.source), lines.lines)]
            self._add(paths[shown_as], shown_as, AUTHORED, added)

    def write(self) -> None:
        """Write everything, or nothing if it cannot be."""
        place = self.folder / AUTHORED / self.source
        for path in self.new:
            if path.exists():
                raise UnwritablePathError(path, "the file is there already")
        with all_or_none([*self.changed, *self.new]):
            registers = [path for path in self.changed if path.parent != place and AUTHORED not in path.relative_to(self.folder).parts]
            for path in registers:
                _make(path.parent)
                write_whole(path, self.changed[path][1].encode())
            _put_folder(place, {path.name: text for path, text in self.new.items()})
            for path in (path for path in self.changed if path not in registers):
                write_whole(path, self.changed[path][1].encode())

    def _enter(self, holds: str, entries: list[dict[str, Any]]) -> None:
        register = register_for(self.root, holds, self.source)
        if register.path.exists():
            self._add(register.path, register.shown_as, holds, [((holds,), entries)])
            return
        self.changed[register.path] = (register.shown_as, new_register(register.shown_as, holds, entries))

    def _add(self, path: Path, shown_as: str, holds: str, added: Sequence[tuple[tuple[str | int, ...], list[Any]]]) -> None:
        """Add items to lists in a file."""
        if path.suffix.lower() not in {".yaml", ".yml"}:
            raise UnwritablePathError(shown_as, "only files of YAML are edited; add the entries by hand")
        before = self.changed[path][1] if path in self.changed else text_of(path, shown_as)
        self.changed[path] = (shown_as, with_added(before, shown_as, added, holds))


def _wrong(text: str, trip: str) -> Iterator[str]:
    """Give what the models refuse in the text of a new document."""
    parsed = parse_yaml(text, trip, date_keys=DATE_KEYS)
    held = hold(parsed.value, parsed.node, TripDocument) if parsed.node else None
    yield from (found.message for found in (*parsed.findings, *(held.findings if held else ())))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritablePathError(folder, reason_of(error)) from error


def _put_folder(place: Path, texts: Mapping[str, str]) -> None:
    """Put files into a folder: in one step if it is not there yet, else one after the other."""
    if not texts:
        return
    _make(place.parent)
    try:
        beside = Path(tempfile.mkdtemp(prefix=".diplotrips-import-", dir=place.parent))  # hidden, so that what is left of it is no record
        try:
            for name, text in texts.items():
                (beside / name).write_bytes(text.encode())
            if place.exists():
                for name in texts:
                    (beside / name).rename(place / name)
            else:
                beside.chmod(0o755)
                beside.rename(place)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise UnwritablePathError(place, reason_of(error)) from error
