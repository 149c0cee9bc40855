"""A new entry behind the others in a register or ledger; every other byte of the file stays as it is.

How the entry is written follows its neighbours. The new text is read before the file is touched: it must hold what the old one held, and
the new entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from diplotrips.errors import UnwritablePathError
from diplotrips.extract.editing.entries import in_brackets, in_lines
from diplotrips.extract.editing.styling import WIDE
from diplotrips.extract.editing.taking import comments_in, take_apart
from diplotrips.extract.layout import lay_out, records_folder
from diplotrips.extract.notation.parsed import Parsed
from diplotrips.extract.notation.text import BYTE_ORDER_MARK, LINE_BREAK, read_text
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.replacing import write_whole
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.extract.editing.entries import NewEntry
    from diplotrips.extract.editing.written import Entry, Value
    from diplotrips.schema.tree import JsonValue

_INDENT: Final = 2
"""Column of the hyphens in a list that had none."""

_BROKEN: Final = "it has errors of its own; run diplotrips check"
_CHANGED: Final = "the entry could not be added without changing what is there; add it by hand"


@dataclass(frozen=True, slots=True)
class Register:
    """The file that a new entry goes into."""

    path: Path
    """The file, which need not exist yet."""
    shown_as: str
    holds: str
    """Name of the register, which is the key of its list."""


@dataclass(frozen=True, slots=True)
class Appended:
    """A new entry, and where it stands or would stand."""

    file: str
    """The file, as shown."""
    line: int
    """Number of the first line of the entry."""
    text: str
    """The entry as it is written there."""


class _Insertion(NamedTuple):
    """What is put between two offsets of a text, in the place of what stands there: the entry, and what belongs before and behind it."""

    start: int
    end: int
    before: str
    entry: str
    behind: str = ""


def register_for(root: Path, holds: str, name: str) -> Register:
    """Return the file for a new entry of the register *holds* of the dataset in *root*.

    That is the file of that register or, where it is a folder, the file in it with that *name*.

    Raises:
        UnreadablePathError: *root* is no dataset.
        UnwritablePathError: the file is kept in JSON, which is not edited.
    """
    layout, folder = lay_out(root), records_folder(root)
    files = {file.path: file for file in layout.files if file.holds == holds}
    place = folder / holds if (folder / holds).is_dir() and not any(path.parent == folder for path in files) else folder
    stem = name if place != folder else holds
    there = next((file for path, file in files.items() if path.parent == place and path.stem == stem), None)
    if there is None:
        path = place / f"{stem}.yaml"
        return Register(path, str(PurePosixPath(layout.folder) / path.relative_to(folder).as_posix()), holds)
    if there.path.suffix.lower() not in {".yaml", ".yml"}:
        raise UnwritablePathError(there.shown_as, "only files of YAML are edited; add the entry by hand")
    return Register(there.path, there.shown_as, holds)


def append_entry(register: Register, entry: NewEntry, *, write: bool) -> Appended:
    """Put *entry* behind the others in the file of *register*, which is made if it is not there.

    Args:
        register: The file, as `register_for` gives it.
        entry: The entry, its keys in their order.
        write: Write it; else only tell what would be written.

    Raises:
        UnwritablePathError: the file cannot be read or written, or has errors of its own; or the entry could not be added without changing
            what is there. The file is as it was.
    """
    mark, old = _text_of(register)
    before, entries = _content(old, register, _BROKEN)
    insertion = _insertion(old, register.holds, entry)
    new = "".join([old[: insertion.start], insertion.before, insertion.entry, insertion.behind, old[insertion.end :]])
    added = {key: value if isinstance(value, str) else list(value) for key, value in entry.items()}
    if _content(new, register, _CHANGED)[0] != {**before, register.holds: [*entries, added]} or _comments(new) != _comments(old):
        raise UnwritablePathError(register.shown_as, _CHANGED)
    if write:
        write_whole(register.path, (mark + new).encode())
    line = old.count("\n", 0, insertion.start) + insertion.before.count("\n") + 1
    return Appended(register.shown_as, line, insertion.entry)


def _text_of(register: Register) -> tuple[str, str]:
    """Return the byte order mark, if there is one, and the text of a register; of one that is not there an empty list.

    Raises:
        UnwritablePathError: it cannot be read.
    """
    if not register.path.exists():
        return "", f"schema: {SCHEMA_VERSION}\n{register.holds}: []\n"
    text = read_text(register.path, register.shown_as)
    if isinstance(text, Parsed):
        raise UnwritablePathError(register.shown_as, text.findings[0].message)
    plain = text.removeprefix(BYTE_ORDER_MARK)
    return text[: len(text) - len(plain)], plain


def _content(text: str, register: Register, otherwise: str) -> tuple[dict[str, JsonValue], list[JsonValue]]:
    """Return what *text* says, and the entries in it.

    Raises:
        UnwritablePathError: it is no register; *otherwise* is the reason.
    """
    parsed = parse_yaml(text, register.shown_as, date_keys=DATE_KEYS)
    value = parsed.value
    entries = value.get(register.holds) if isinstance(value, dict) else None
    if parsed.findings or not isinstance(value, dict) or not isinstance(entries, list):
        raise UnwritablePathError(register.shown_as, otherwise)
    return value, entries


def _comments(text: str) -> list[str]:
    return [comment for _, comment in comments_in(text)]


def _insertion(text: str, holds: str, entry: NewEntry) -> _Insertion:
    """Return what makes *entry* the last of the list under the key *holds*."""
    root = take_apart(text).root
    value = next(member.value for member in root.entries or () if member.key and member.key.text == holds)
    line_end = (LINE_BREAK.search(text) or ["\n"])[0]
    if value.is_block:
        return _in_block(text, value, entry, line_end)
    if value.entries or root.in_brackets or value.is_fixed:
        end = value.entries[-1].value.end if value.entries else value.start + 1
        return _Insertion(end, end, ", " if value.entries else "", in_brackets(entry))
    line = text.find("\n", value.end)
    rest = text[value.end : line + 1] if line >= 0 else text[value.end :] + line_end
    start = len(text[: value.start].rstrip())
    return _Insertion(start, line + 1 if line >= 0 else len(text), rest, line_end.join(in_lines(entry, _INDENT)), line_end)


def _in_block(text: str, value: Value, entry: NewEntry, line_end: str) -> _Insertion:
    """Return what makes *entry* the last of a list without brackets; a comment below the last item that is indented more belongs to it."""
    last = (value.entries or [])[-1]
    position = end_of(last)
    if text[position - 1] != "\n":
        position = next_line(text, position)
    while (line := text[position : (end := next_line(text, position))]).lstrip().startswith("#") and _indent(line) > value.column:
        position = end
    one_line = f"{' ' * value.column}- {in_brackets(entry)}"
    lines = [one_line] if last.value.in_brackets and len(one_line) <= WIDE else in_lines(entry, value.column)
    ends_the_line = "" if text[position - 1] == "\n" else line_end
    keeps_apart = line_end if "" in last.above else ""
    return _Insertion(position, position, ends_the_line + keeps_apart, line_end.join(lines), line_end)


def end_of(entry: Entry) -> int:
    """Return the offset at which the source text of *entry* ends."""
    while entry.value.is_block and entry.value.entries:
        entry = entry.value.entries[-1]
    return entry.value.end if entry.value.raw or entry.key is None else entry.key.end


def next_line(text: str, position: int) -> int:
    """Return the offset at which the line behind that of *position* begins, or the text ends."""
    found = text.find("\n", position)
    return found + 1 if found >= 0 else len(text)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
