"""From a folder of records to a dataset, with everything that is wrong with its files.

Which file holds what is told in `layout`; one file is read by `files` or `lines`, its values are held to the models by `messages`.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, TypeVar

from diplotrips.extract.envelopes import MODELS, envelope_of
from diplotrips.extract.layout import AUTHORED, CODINGS, DATASET, HASHES, PARSED, UNKNOWN_FILE, lay_out
from diplotrips.extract.messages import MOST_TOLD, addressed, hold, id_of, ids_in, unheard
from diplotrips.extract.notation.files import read_file
from diplotrips.extract.notation.lines import read_lines
from diplotrips.extract.notation.parsed import shown
from diplotrips.extract.shapes import keys_of_dates
from diplotrips.findings import Finding, Place, Severity
from diplotrips.schema.coding import CodingFile
from diplotrips.schema.dataset import Dataset, Entry
from diplotrips.schema.document import TripDocument
from diplotrips.schema.files import SpanHashesFile
from diplotrips.schema.info import DatasetInfo
from diplotrips.schema.ledger import Coverage, Decision, Waiver, Withdrawal
from diplotrips.schema.record import Record
from diplotrips.schema.registers import Coder, Event, Organization, Person, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from diplotrips.extract.layout import RecordFile
    from diplotrips.extract.notation.parsed import Parsed
    from diplotrips.schema.tree import JsonValue, Node

Kind = TypeVar("Kind", bound=Record)

DATE_KEYS: Final = keys_of_dates((*MODELS.values(), CodingFile))
"""Keys whose unquoted YAML scalars are read as text, since they are dates."""


_LEDGER = ("decisions", "waivers")
"""Registers whose entries settle findings."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one folder of records."""

    dataset: Dataset
    findings: tuple[Finding, ...]
    """Errors of files and schema, in the order of every listing."""

    files: int
    """Number of files that were to be read."""


def read_dataset(root: Path, *, shown_root: str | None = None) -> Reading:
    """Return all records of a dataset that hold to their schemas, and findings for all others.

    Args:
        root: Folder of a dataset project, which has a folder `extract`; or that folder itself.
        shown_root: How *root* is shown in places; unless given, relative to the current folder if it lies in there.

    Raises:
        UnreadablePathError: *root* cannot be read, or is no dataset.

    A trip document is taken whole or not at all, a register entry by entry, a second coding or a draft (`coded`, `parsed`) whole.
    """
    layout = lay_out(root, shown_root)
    gathering = _Gathering(list(layout.findings), unread=set(layout.misnamed))
    for file in layout.files:
        gathering.read(file)
    findings = tuple(sorted(_known_by_file(gathering.findings, layout.folder), key=lambda finding: finding.order))
    return Reading(gathering.dataset(layout.folder), findings, len(layout.files))


def _known_by_file(findings: Sequence[Finding], folder: str) -> Iterator[Finding]:
    """Give *findings* without a record the names of their files inside *folder*, and let those that follow from them name them anew."""
    named = [found if found.record else replace(found, file=_inside(folder, found.place.file)) for found in findings]
    anew = {before.fingerprint: after.fingerprint for before, after in zip(findings, named, strict=True) if after.file}
    for found in named:
        yield replace(found, because_of=anew[found.because_of]) if found.because_of in anew else found


def _inside(folder: str, file: str) -> str:
    return PurePosixPath(file).relative_to(folder).as_posix()


@dataclass(slots=True)
class _Gathering:
    """Records and findings while file after file is read."""

    findings: list[Finding]
    told: list[Finding] = field(default_factory=list)
    """What models refuse in the file at hand, the first `MOST_TOLD` things."""
    untold: int = 0
    """How many things more they refuse there."""
    beyond: Place | None = None
    """Where the first of these stands."""
    entries: dict[str, list[Entry[Record]]] = field(default_factory=lambda: {name: [] for name in (*MODELS, *CODINGS)})
    broken: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    lost: dict[tuple[str, str, str], str] = field(default_factory=dict)
    span_hashes: dict[str, dict[str, str]] = field(default_factory=dict)
    draft_hashes: dict[str, str] = field(default_factory=dict)

    def read(self, file: RecordFile) -> None:
        """Take what one file holds."""
        self.told, self.untold, self.beyond = [], 0, None
        if file.path.suffix.lower() == ".jsonl":
            for line in read_lines(file.path, file.shown_as):
                self._take(file, line, is_line=True)
        else:
            self._take(file, read_file(file.path, file.shown_as, date_keys=DATE_KEYS), is_line=False)
        self._count_untold()

    def _count_untold(self) -> None:
        """Say how much more is wrong in a file than is told."""
        if self.beyond:
            message = f"{self.untold:,} more things are wrong from here on; mend the first {MOST_TOLD:,} and check again"
            self.findings.append(Finding(self.told[-1].code, Severity.ERROR, "", "", message, self.beyond))

    def dataset(self, root: str) -> Dataset:
        """Return what was gathered; of two descriptions of the dataset the first one."""
        return Dataset(
            root=root,
            info=next(self._of(DATASET, DatasetInfo), None),
            trips=tuple(self._of(AUTHORED, TripDocument)),
            sources=tuple(self._of("sources", Source)),
            people=tuple(self._of("people", Person)),
            organizations=tuple(self._of("organizations", Organization)),
            events=tuple(self._of("events", Event)),
            coders=tuple(self._of("coders", Coder)),
            coverage=tuple(self._of("coverage", Coverage)),
            decisions=tuple(self._of("decisions", Decision)),
            waivers=tuple(self._of("waivers", Waiver)),
            withdrawn=tuple(self._of("withdrawn", Withdrawal)),
            codings=tuple(self._of("coded", CodingFile)),
            drafts=tuple(self._of(PARSED, CodingFile)),
            span_hashes=self.span_hashes,
            draft_hashes=self.draft_hashes,
            broken=frozenset(self.broken),
            unread=frozenset(self.unread),
            lost=self.lost,
        )

    def _of(self, holds: str, model: type[Kind]) -> Iterator[Entry[Kind]]:
        return (Entry(entry.record, entry.node) for entry in self.entries[holds] if isinstance(entry.record, model))

    def _take(self, file: RecordFile, parsed: Parsed, *, is_line: bool) -> None:
        """Take a document, or one line of a file of lines."""
        node, holds = parsed.node, file.holds
        if node is None or not parsed.readable:
            self.findings.extend(parsed.findings)
            self.unread |= {holds} - set(CODINGS)  # no record refers to a coding
            if holds == AUTHORED and not is_line:  # a file of a trip is called by its id
                self.broken.add(file.path.stem)
            return
        found: list[Finding] = []
        if holds == HASHES:
            self._take_hashes(parsed.value, node, found)
        elif holds in CODINGS:
            self._take_coding(file, parsed.value, node, found)
        elif holds == AUTHORED:
            self._hold(holds, parsed.value, node, found)
        elif is_line:
            self._hold(holds, parsed.value, node, found, f"{holds}.{node.place.line}")
        else:
            self._unfold(holds, parsed.value, node, found)
        if holds == DATASET:
            self._forbid_second(file)
        self.findings.extend(addressed(finding, parsed.value, holds) for finding in parsed.findings)
        self.findings.extend(unheard(found, parsed.findings))

    def _take_hashes(self, value: JsonValue, node: Node, found: list[Finding]) -> None:
        """Take the hashes of passages, all or none."""
        record = self._held(value, node, SpanHashesFile, found)
        if record is not None:
            self.span_hashes |= record.span_hashes

    def _take_coding(self, file: RecordFile, value: JsonValue, node: Node, found: list[Finding]) -> None:
        """Take a second coding or a draft; no record refers to it, so that nothing is broken without it."""
        record = self._held(value, node, CodingFile, found)
        if record is not None:
            self.entries[file.holds].append(Entry(record, node))
            if file.holds == PARSED:
                with contextlib.suppress(OSError):  # it was there a moment ago; a hash that is not known voids nothing
                    self.draft_hashes[file.shown_as] = sha256(file.path.read_bytes()).hexdigest()

    def _unfold(self, holds: str, value: JsonValue, node: Node, found: list[Finding]) -> None:
        """Take the entries of a register, or the description of the dataset, out of the mapping around them."""
        self._held(value, node, envelope_of(holds), found)
        inside = value.get(holds) if isinstance(value, dict) else None
        if holds == DATASET and inside is not None:
            self._hold(holds, inside, node.at((holds,)), found, holds)
        elif isinstance(inside, list):
            for index, entry in enumerate(inside):
                self._hold(holds, entry, node.at((holds, index)), found, f"{holds}.{index + 1}")
        else:
            self.unread.add(holds)

    def _hold(self, holds: str, value: JsonValue, node: Node, found: list[Finding], prefix: str = "") -> None:
        """Take one trip document or entry if it holds to its model; else note what is wrong and that its ids are broken."""
        record = self._held(value, node, MODELS[holds], found, prefix)
        if record is not None:
            self.entries[holds].append(Entry(record, node))
            return
        self.broken |= ids_in(value)
        if not id_of(value):
            self.unread.add(holds)
        elif holds in _LEDGER and isinstance(value, dict):
            code, about, field_name = (str(value.get(key) or "") for key in ("code", "record", "field"))
            self.lost.setdefault((code, about, field_name), id_of(value))

    def _held(self, value: JsonValue, node: Node, model: type[Kind], found: list[Finding], prefix: str = "") -> Kind | None:
        """Return *value* as a record of *model*; else note what is wrong, as much as is told of one file."""
        held = hold(value, node, model, prefix, MOST_TOLD - len(self.told))
        self.told += held.findings
        self.untold += held.untold
        self.beyond = self.beyond or held.beyond
        found.extend(held.findings)
        return held.record

    def _forbid_second(self, file: RecordFile) -> None:
        described = self.entries[DATASET]
        if len(described) > 1 and described[-1].node.place.file == file.shown_as:
            message = f"{shown(file.path.name)} describes the dataset again; {described[0].node.place.file} does so already"
            self.findings.append(Finding(UNKNOWN_FILE, Severity.ERROR, "", "", message, Place(file.shown_as)))
