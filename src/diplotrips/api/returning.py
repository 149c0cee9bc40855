"""A table of an export that was edited in a spreadsheet, brought back into the records: exactly the cells that were edited."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diplotrips.api.building import project_folder
from diplotrips.api.checking import judged
from diplotrips.api.rewriting import in_style, new_register, text_of
from diplotrips.errors import UnusableRequestError, UnwritablePathError
from diplotrips.extract.editing.appending import register_for
from diplotrips.extract.editing.setting import with_values
from diplotrips.extract.importing.edits import problem_of
from diplotrips.extract.importing.recognition import table_of
from diplotrips.extract.importing.returning import Records, returned
from diplotrips.extract.importing.tables import read_grid
from diplotrips.extract.layout import lay_out
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.text import BYTE_ORDER_MARK
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS, read_dataset
from diplotrips.extract.review.inserting import with_additions
from diplotrips.extract.review.writing import all_or_none
from diplotrips.replacing import write_whole
from diplotrips.schema.document import TripDocument
from diplotrips.schema.files import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from diplotrips.api.importing import Spreadsheet
    from diplotrips.extract.importing.edits import Returned
    from diplotrips.extract.layout import RecordFile
    from diplotrips.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Returning:
    """How an edited table is to be taken."""

    name: str = ""
    """Which table it is; unless given told by the name of the file or by its columns."""
    base: Path | str | None = None
    """Folder of the release, or its version, that was edited: what it says already was not edited, whatever the records say now."""
    leave_out: bool = False
    """Whether cells that cannot be taken are left out; else nothing is written if there are any."""
    dry_run: bool = False
    """Whether nothing is written."""


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What came of an edited table."""

    returned: Returned
    is_written: bool
    files: tuple[str, ...]
    """Files that were changed, or would be."""
    findings: tuple[Finding, ...] = ()
    """What a check finds of the records that were changed."""
    guessed: str = ""
    """The encoding in which the table was read, if nothing told it."""

    @property
    def is_refused(self) -> bool:
        """Whether something cannot be taken, because of which nothing was written."""
        return bool(self.returned.problems) and not self.is_written


def bring_back(table: Spreadsheet, how: Returning, root: Path | str = ".", today: date | None = None) -> BroughtBack:
    """Bring an edited table back into the records of the dataset project in *root*.

    Raises:
        UnreadablePathError: the table, the release or the dataset cannot be read.
        UnknownNameError: the release has no such table, or the workbook no such sheet.
        UnusableRequestError: it is no table that can come back.
        UnwritablePathError: a file cannot be written, or has errors of its own; everything is as it was.
    """
    from diplotrips.schema.flatten import flatten  # noqa: PLC0415  (only for those who want tables)

    grid = read_grid(table.file, sheet=table.sheet, encoding=table.encoding, separator=table.separator)
    dataset = read_dataset(Path(root)).dataset
    if dataset.broken or dataset.unread:
        raise UnusableRequestError("the records have errors of their own, so that it cannot be told what was edited; run diplotrips check")
    table_name = table_of(grid, how.name)
    files = {file.shown_as: file for file in lay_out(Path(root)).files}
    texts = _Texts(files)
    then = _rows_of(Path(root), how.base, table_name) if how.base else ()
    found = returned(grid, Records(table_name, dataset, flatten(dataset)[table_name], then, texts.value))
    changed = dict(_changed(found, texts, Path(root)))
    for shown_as, (_, text) in changed.items():
        found.problems += [problem_of(found, refused) for refused in _wrong(text, shown_as, files)]
    is_written = not how.dry_run and (how.leave_out or not found.problems) and not _refused(changed, files)
    if is_written:
        with all_or_none([path for path, _ in changed.values()]):
            for path, text in changed.values():
                write_whole(path, text.encode())
    done = BroughtBack(found, is_written, tuple(changed), guessed=grid.guessed)
    return replace(done, findings=_found(Path(root), found, today)) if is_written and changed else done


def _refused(changed: Mapping[str, tuple[Path, str]], files: Mapping[str, RecordFile]) -> bool:
    """Tell whether one of the new texts is no file of records."""
    return any(list(_wrong(text, shown_as, files)) for shown_as, (_, text) in changed.items())


class _Texts:
    """Files of records, each read once."""

    def __init__(self, files: Mapping[str, RecordFile]) -> None:
        self.files = files
        self._texts: dict[str, str] = {}
        self._values: dict[str, Any] = {}

    def text(self, shown_as: str) -> str:
        """Return the text of a file."""
        if shown_as not in self._texts:
            self._texts[shown_as] = text_of(self.files[shown_as].path, shown_as)
        return self._texts[shown_as]

    def value(self, shown_as: str) -> Any:  # noqa: ANN401  (whatever YAML can hold)
        """Return what a file holds."""
        if shown_as not in self._values:
            text = self.text(shown_as).removeprefix(BYTE_ORDER_MARK)
            self._values[shown_as] = parse_yaml(text, shown_as, date_keys=DATE_KEYS).value
        return self._values[shown_as]


def _changed(found: Returned, texts: _Texts, root: Path) -> Iterator[tuple[str, tuple[Path, str]]]:
    """Give every file that is changed, with its path and new text."""
    items = dict(found.items)
    entries = [entry for _, entry in found.entries]
    if entries:
        register = register_for(root, found.table, found.entries[0][0])
        if register.path.exists():
            items.setdefault(register.shown_as, []).append(((found.table,), entries))
        else:
            yield register.shown_as, (register.path, new_register(register.shown_as, found.table, entries))
    for shown_as in dict.fromkeys([*found.values, *items]):
        if not shown_as.endswith((".yaml", ".yml")):
            raise UnwritablePathError(shown_as, "only files of YAML are edited; change it by hand")
        before = texts.text(shown_as)
        mark = BYTE_ORDER_MARK if before.startswith(BYTE_ORDER_MARK) else ""
        text = with_values(before.removeprefix(BYTE_ORDER_MARK), shown_as, found.values.get(shown_as, {}))
        text = mark + with_additions(text, shown_as, items.get(shown_as, []))
        if text != before:
            file = texts.files[shown_as]
            yield shown_as, (file.path, in_style(text, before, file.holds))


def _wrong(text: str, shown_as: str, files: Mapping[str, RecordFile]) -> Iterator[Finding]:
    """Give what the models refuse in the new text of a file."""
    holds = files[shown_as].holds if shown_as in files else Path(shown_as).stem
    parsed = parse_yaml(text.removeprefix(BYTE_ORDER_MARK), shown_as, date_keys=DATE_KEYS)
    held = hold(parsed.value, parsed.node, FILES.get(holds, TripDocument)) if parsed.node else None
    yield from (*parsed.findings, *(held.findings if held else ()))


def _rows_of(root: Path, base: Path | str, table: str) -> Sequence[Mapping[str, object]]:
    """Return the rows of a table of a release."""
    from diplotrips.exports.stored import read_table  # noqa: PLC0415  (Arrow is only for those who name a release)

    folder = Path(base)
    if not folder.is_dir():
        folder = project_folder(root) / "exports" / str(base)
    rows: list[Mapping[str, object]] = read_table(folder, table).to_pylist()
    return rows


def _found(root: Path, found: Returned, today: date | None) -> tuple[Finding, ...]:
    """Return what a check finds of the records that were changed."""
    records = {each.record.partition(" ")[0] for each in found.edited} | {record.partition(" ")[0] for _, record in found.new}
    concerned = {record.partition(".")[0] for record in records} | records
    return tuple(each for each in judged(read_dataset(root), today).open if each.root in concerned)
