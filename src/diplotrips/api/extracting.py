"""Extracting: from articles in files to drafts of records, one file a source; many files on all cores, and always the same drafts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplotrips.api.drafting import Wished, drafted_from, put
from diplotrips.api.registered import doubts_of, read_register
from diplotrips.api.spreading import cores, spread
from diplotrips.errors import UnreadablePathError, UnusableRequestError, UnwritablePathError, reason_of
from diplotrips.extract.articles.files import files_in, pages_in, size_of
from diplotrips.extract.layout import records_folder
from diplotrips.extract.parsing.drafting.extractors import named_extractor
from diplotrips.extract.starting.terms import id_of
from diplotrips.schema.fields import LONGEST_ID, id_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplotrips.api.drafting import Drafted
    from diplotrips.extract.articles.pages import Page

MANY: Final = 40
"""Files from which it is worth starting more processes, which takes a second or two."""

MUCH: Final = 4 * 1024 * 1024
"""Bytes of files from which it is worth it."""


@dataclass(frozen=True, slots=True)
class Extracting:
    """A run over articles: what becomes of each, in the order in which they were named; they are read while it is gone through."""

    articles: Iterator[Drafted]
    files: int
    size_bytes: int
    """Bytes of all files."""


def extract(paths: Sequence[Path | str], wished: Wished | None = None) -> Extracting:
    """Make a draft of each article in *paths*: files, folders, archives, or `-` for standard input.

    A draft says where in the text each value stands and has none of its words but names and dates. A file that cannot be read is told,
    and the others are read. What comes out does not depend on the number of processes.

    Raises:
        UnknownNameError: no extractor has that name.
        UnusableRequestError: a source is named for several articles, or a package is missing; the latter may come while it is gone through.
    """
    wished = wished or Wished()
    named_extractor(wished.extractor)
    if wished.known.source:
        id_of("a source", wished.known.source)
    files = list(files_in([Path(path) for path in paths]))
    if wished.known.source and len(files) > 1:
        raise UnusableRequestError(f"--source names one article, and these are {len(files)} files; without it each is named after its file")
    for folder in filter(None, (wished.into, wished.texts)):
        _make(folder)
    return Extracting(_run(files, wished), len(files), sum(map(size_of, files)))


def drafts_folder(folder: Path | str = ".") -> Path:
    """Return the folder of the drafts of the dataset in *folder*.

    Raises:
        UnusableRequestError: there is no dataset.
    """
    try:
        return records_folder(Path(folder)) / "parsed"
    except UnreadablePathError as error:
        told = f"there is no dataset in {folder} to put drafts into: {error.reason}; name a folder with --into, or print with --stdout"
        raise UnusableRequestError(told) from error


def _run(files: Sequence[Path | UnreadablePathError], wished: Wished) -> Iterator[Drafted]:
    """Yield what becomes of each article, written where that is wished."""
    many = len(files) >= MANY or sum(map(size_of, files)) >= MUCH
    workers = wished.workers or (cores() if many else 1)
    register = read_register(wished.root)
    seen: dict[str, dict[str, str]] = {}  # of each text the sources by their names
    for drafted in spread(partial(drafted_from, wished=wished), _named(pages_in(files), wished.known.source), workers):
        if drafted.draft is None:
            yield drafted
            continue
        text = sha256(drafted.text.encode("utf-8", "replace")).hexdigest()
        named = seen.setdefault(text, {})
        if drafted.name in named:
            yield replace(drafted, copy_of=named[drafted.name])
            continue
        same = (f"it has the same text as {next(iter(named.values()))}",) if named else ()
        named[drafted.name] = drafted.source
        doubts = (*drafted.doubts, *doubts_of(drafted.draft, wished.known, register), *same)
        yield put(replace(drafted, doubts=doubts), wished)


def _named(pages: Iterable[Page | UnreadablePathError], source: str) -> Iterator[tuple[Page | UnreadablePathError, str]]:
    """Yield each page with the id of its source: the one given, else one made of its name, with a number if it is taken.

    Raises:
        UnusableRequestError: one is given, and there are several articles.
    """
    taken: set[str] = set()
    for page in pages:
        if isinstance(page, UnreadablePathError):
            yield page, ""
            continue
        if source and taken:
            raise UnusableRequestError(
                "--source names one article, and there are several in this archive; without it each is named by itself"
            )
        named = source or _free(id_from(page.name) or "article", taken)
        taken.add(named)
        yield page, named


def _free(named: str, taken: set[str]) -> str:
    """Return an id, with a number if it is taken."""
    free, count = named, 1
    while free in taken:
        count += 1
        free = f"{named[: LONGEST_ID - len(str(count)) - 1].rstrip('-')}-{count}"
    return free


def _make(folder: Path) -> None:
    """Make a folder that files are written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritablePathError(folder, reason_of(error)) from error
