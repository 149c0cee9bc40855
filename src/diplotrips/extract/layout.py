"""Which file of a dataset holds what, told by names alone: nothing is opened here.

`dataset.yaml`, one file or one folder for each register, trips at any depth below `authored/`, second codings and drafts below `coded/` and
`parsed/`. Every other name is answered with the nearest one that is known. Reading the files is in `reading`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.notation.parsed import UNREADABLE_FILE, shown
from diplotrips.extract.notation.text import why_not_listed
from diplotrips.findings import Finding, Place, Severity
from diplotrips.schema.codelists import nearest
from diplotrips.words import listed

UNKNOWN_FILE: Final = "DT011"

REGISTERS: Final = ("sources", "people", "organizations", "events", "coders", "coverage", "decisions", "waivers", "withdrawn")
"""Registers and ledgers, each one file or a folder of files of any depth."""

DATASET: Final = "dataset"
"""What the dataset is: `dataset.yaml`."""

HASHES: Final = "span_hashes"
"""The hashes of passages, which only the tool writes: `span_hashes.json`."""

AUTHORED: Final = "authored"
"""Folder of trip documents, one a file, at any depth."""

PARSED: Final = "parsed"
"""Folder of drafts of the parser."""

CODINGS: Final = ("coded", PARSED)
"""Folders of second codings and of drafts, one file a source, at any depth; they belong to a dataset and are no records of it."""

SUFFIXES: Final = (".yaml", ".yml", ".json", ".jsonl")

_MEANT: Final = {"persons": "people", "person": "people", "travellers": "people", "articles": "sources", "settings": "dataset"}
"""Names that people give to a file, though the nearest known name by letters would be another."""

_BACKUPS: Final = ("~", "#", ".bak", ".orig", ".swp", ".swo")


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file that is to be read."""

    path: Path
    shown_as: str
    """Name of the file in every place, with slashes."""

    holds: str
    """`dataset`, `authored`, `coded`, `parsed`, `span_hashes`, or the name of a register."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of a dataset, sorted by name, and what else was found among them."""

    folder: str
    """Folder of the records, as shown."""

    files: tuple[RecordFile, ...]
    findings: tuple[Finding, ...]
    misnamed: frozenset[str]
    """Registers for which a file with a wrong name was probably meant, so that their ids are not known."""


def lay_out(root: Path, shown_root: str | None = None) -> Layout:
    """Return the files of the dataset in *root*.

    Args:
        root: Folder of a dataset project, which has a folder `extract`; or that folder itself.
        shown_root: How *root* is shown; unless given, relative to the current folder if it lies in there.

    Raises:
        UnreadablePathError: *root* does not exist, cannot be listed, or has neither a folder `extract` nor anything of a dataset.

    Whatever is hidden, a README or an editor's backup is passed over. A link to a file is followed inside the folder of the records only,
    a link to a folder never.
    """
    folder, name = _find_records(root)
    parts = PurePosixPath(_shown(root) if shown_root is None else shown_root)
    walk = _Walk(folder.resolve())
    walk.top(folder, parts / name)
    return Layout(str(parts / name), tuple(walk.files), tuple(walk.findings), frozenset(walk.misnamed))


def held_in(path: Path) -> RecordFile:
    """Return the file at *path*, taken for what its name and the folders around it say; nothing is looked up."""
    above = next((part for part in reversed(path.absolute().parts[:-1]) if part in (AUTHORED, *CODINGS, *REGISTERS)), "")
    return RecordFile(path, path.as_posix(), above or path.stem)


def records_folder(root: Path) -> Path:
    """Return the folder of the records of the dataset in *root*.

    Raises:
        UnreadablePathError: as `lay_out`.
    """
    return _find_records(root)[0]


def _shown(root: Path) -> str:
    """Return *root* relative to the current folder where it lies in there, else as it was given."""
    absolute = Path(os.path.normpath(root.absolute()))
    return absolute.relative_to(Path.cwd()).as_posix() if absolute.is_relative_to(Path.cwd()) else root.as_posix()


def _find_records(root: Path) -> tuple[Path, str]:
    """Return the folder of the records and its name inside *root*, which is empty if it is *root* itself."""
    try:
        names = {path.name for path in root.iterdir()}
        inside = (root / "extract").is_dir() if "extract" in names else False
    except NotADirectoryError as error:
        raise UnreadablePathError(root, "this is a file, not a folder") from error
    except OSError as error:
        raise UnreadablePathError(root, why_not_listed(error, root)) from error
    if inside:
        if not (root / "extract").resolve().is_relative_to(root.resolve()):
            raise UnreadablePathError(root / "extract", "the link leads out of the dataset")
        return root / "extract", "extract"
    if root.resolve().name == "extract" or any(name in (DATASET, AUTHORED, *REGISTERS) for name in (Path(name).stem for name in names)):
        return root, ""
    raise UnreadablePathError(root, "there is no folder extract in it")


class _Walk:
    """A walk through one folder of records."""

    def __init__(self, boundary: Path) -> None:
        self.boundary = boundary
        """Resolved folder that no link may lead out of."""
        self.files: list[RecordFile] = []
        self.findings: list[Finding] = []
        self.misnamed: set[str] = set()

    def top(self, folder: Path, parts: PurePosixPath) -> None:
        """Look at the names of the folder of the records itself."""
        for path in self._names(folder, parts):
            shown_as = parts / path.name
            is_file = path.suffix.lower() in SUFFIXES
            stem = path.stem if is_file else path.name
            if stem in (DATASET, HASHES, *REGISTERS) and (is_file or path.is_dir()):
                self._take(path, shown_as, stem, is_file=is_file)
            elif path.name in (AUTHORED, *CODINGS):
                self._take(path, shown_as, path.name, is_file=not path.is_dir())
            else:
                message, near = _unknown(path)
                self.misnamed |= {Path(near).stem} & set(REGISTERS)
                self._say(UNKNOWN_FILE, message, near, shown_as)

    def _take(self, path: Path, shown_as: PurePosixPath, holds: str, *, is_file: bool) -> None:
        """Note a file, or all files below a folder."""
        if path.is_symlink() and path.is_dir() and not is_file:
            self._say(UNREADABLE_FILE, "this is a link to a folder, and such links are not followed", "", shown_as)
        elif path.is_symlink() and not _followed(path).is_relative_to(self.boundary):
            self._say(UNREADABLE_FILE, "the link leads out of the dataset and is not followed", "", shown_as)
        elif is_file:
            self.files.append(RecordFile(path, str(shown_as), holds))
        else:
            self._below(path, shown_as, holds)

    def _below(self, folder: Path, parts: PurePosixPath, holds: str) -> None:
        waiting = [(folder, parts)]
        while waiting:
            folder, parts = waiting.pop()
            inner = []
            for path in self._names(folder, parts):
                is_file = path.suffix.lower() in SUFFIXES
                if not is_file and path.is_dir() and not path.is_symlink():
                    inner.append((path, parts / path.name))
                elif is_file or path.is_dir():
                    self._take(path, parts / path.name, holds, is_file=is_file)
                else:
                    told = f"{shown(path.name)} holds no records; their files end in {listed(SUFFIXES, 'or')}"
                    self._say(UNKNOWN_FILE, told, "", parts / path.name)
            waiting.extend(reversed(inner))

    def _names(self, folder: Path, parts: PurePosixPath) -> list[Path]:
        """Return what lies in *folder*, sorted, without what is passed over."""
        try:
            return sorted((path for path in folder.iterdir() if not _passed_over(path.name)), key=lambda path: path.name)
        except OSError as error:
            self._say(UNREADABLE_FILE, why_not_listed(error, folder), "", parts)
            return []

    def _say(self, code: str, message: str, fix: str, shown_as: PurePosixPath) -> None:
        self.findings.append(Finding(code, Severity.ERROR, "", "", message, Place(str(shown_as)), fix=fix))


def _followed(path: Path) -> Path:
    """Return what *path* is at the end of all links; a link to itself is nothing else, where `Path.resolve` may raise."""
    return Path(os.path.realpath(path))


def _passed_over(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith(_BACKUPS) or name.upper().startswith("README")


def _unknown(path: Path) -> tuple[str, str]:
    """Return what to say of a name that is none of a dataset's, and the nearest one that is."""
    if path.is_dir():
        near = nearest(path.name, (AUTHORED, *REGISTERS, *CODINGS))
        what = "folder"
    else:
        stem = _MEANT.get(path.stem) or nearest(path.stem, (DATASET, *REGISTERS))
        suffix = path.suffix.lower() if path.suffix.lower() in SUFFIXES else SUFFIXES[0]
        near = f"{stem}{suffix}" if stem else ""
        what = "file"
    told = f"{shown(path.name)} is no {what} of a dataset"
    return (f"{told}; did you mean {near}?" if near else f"{told}; trips are recorded in files below {AUTHORED}/"), near
