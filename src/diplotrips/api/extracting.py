"""Extracting: from articles in files to drafts of records, one file a source; many files on all cores, and always the same drafts."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnreadablePathError, UnusableRequestError, UnwritablePathError, reason_of
from diplotrips.extract.articles.files import files_in, pages_in, size_of
from diplotrips.extract.articles.keeping import is_kept, why_draft_stays, why_text_stays
from diplotrips.extract.articles.reading import Known, read_article
from diplotrips.extract.layout import records_folder
from diplotrips.extract.parsing.drafting.extractors import RULES, extracted, named_extractor
from diplotrips.extract.parsing.drafting.rendering import render_draft
from diplotrips.extract.parsing.segmenting.layout import take_apart
from diplotrips.extract.parsing.times.times import find_times
from diplotrips.extract.starting.project import id_from
from diplotrips.extract.starting.terms import id_of
from diplotrips.replacing import write_whole
from diplotrips.schema.fields import LONGEST_ID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from diplotrips.extract.articles.pages import Page
    from diplotrips.extract.parsing.article import Article
    from diplotrips.schema.coding import CodingFile

MANY: Final = 40
"""Files from which it is worth starting more processes, which takes a second or two."""

MUCH: Final = 4 * 1024 * 1024
"""Bytes of files from which it is worth it."""

_AHEAD: Final = 4
"""Articles that wait for each process."""


@dataclass(frozen=True, slots=True)
class Wished:
    """What the user says of the articles, and how they are to be read."""

    known: Known = field(default_factory=Known)
    extractor: str = RULES
    """Name of the extractor."""
    into: Path | None = None
    """Folder that the drafts are written to; None: they are written nowhere."""
    texts: Path | None = None
    """Folder that the texts are kept in; None: they are kept nowhere."""
    overwrite: bool = False
    """Whether a draft is written over that was reviewed, or is of another text."""
    workers: int | None = None
    """Processes; None: as many as there are cores, if there is enough to do."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of one article."""

    shown_as: str
    """Name of its file."""
    source: str = ""
    """Id of its source; empty if it could not be read."""
    draft: CodingFile | None = None
    written: str = ""
    """Text of the file of the draft."""
    text: str = ""
    """Text of the article as read."""
    is_file: bool = True
    """Whether that text is what the file holds."""
    unresolved: tuple[str, ...] = ()
    """Words for days that could not be resolved, since no day of publication is known."""
    notes: tuple[str, ...] = ()
    file: Path | None = None
    """File of the draft, if there is one."""
    text_file: Path | None = None
    """File with its text, for a review; None: none is kept."""
    is_new: bool = True
    """False if the same draft was there already."""
    unreadable: str = ""
    """Why the article could not be read."""
    refused: str = ""
    """Why the draft was not written."""
    size_bytes: int = 0
    """Bytes of the file that are done with."""


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
    workers = wished.workers or ((os.cpu_count() or 1) if many else 1)
    work = partial(_drafted, wished=wished)
    for drafted in _spread(work, _named(pages_in(files), wished.known.source), workers):
        yield _put(drafted, wished) if drafted.draft else drafted


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


def _spread(work: partial[Drafted], jobs: Iterable[tuple[Page | UnreadablePathError, str]], workers: int) -> Iterator[Drafted]:
    """Yield what *work* makes of each job, in order, in this process or in several."""
    if workers <= 1:
        yield from (work(*job) for job in jobs)
        return
    # New processes, since a copy of one that has threads may wait for ever.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _leave_interruptions)
    waiting: deque[Future[Drafted]] = deque()
    try:
        for job in jobs:
            waiting.append(pool.submit(work, *job))
            if len(waiting) > _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise UnusableRequestError("a process that read articles came to a sudden end; --workers 1 reads them without others") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interruptions() -> None:
    """Let the process that started this one deal with Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _drafted(page: Page | UnreadablePathError, source: str, wished: Wished) -> Drafted:
    """Return the draft of a page, not yet written; of what cannot be read, why."""
    if isinstance(page, UnreadablePathError):
        return Drafted(str(page.path), unreadable=str(page))
    try:
        read = read_article(page, replace(wished.known, source=source))
    except UnreadablePathError as error:
        return Drafted(page.shown_as, unreadable=str(error), size_bytes=page.size_bytes)
    draft = extracted(named_extractor(wished.extractor), read.article)
    return Drafted(
        page.shown_as,
        source,
        draft,
        render_draft(draft),
        read.article.text,
        read.is_file,
        _unresolved(read.article, draft),
        read.notes,
        text_file=Path(page.shown_as) if read.is_file and page.size_bytes else None,
        size_bytes=page.size_bytes,
    )


def _unresolved(article: Article, draft: CodingFile) -> tuple[str, ...]:
    """Return the words for days that have no date, since nobody knows when the article was published."""
    if draft.article is None or draft.article.published is not None:
        return ()
    layout = take_apart(article)
    found = (layout.words(time.span) for time in find_times(layout, None) if time.date is None and time.days is None)
    return tuple(dict.fromkeys(found))


def _put(drafted: Drafted, wished: Wished) -> Drafted:
    """Write a draft, and its text, where that is wished and nothing is lost by it."""
    texts = wished.texts / f"{drafted.source}.txt" if wished.texts else None
    file = wished.into / f"{drafted.source}.json" if wished.into else None
    text, content = drafted.text.encode("utf-8", "replace"), drafted.written.encode()
    refused = why_text_stays(texts, text) if texts else ""
    if file and not refused:
        article = drafted.draft.article if drafted.draft else None
        refused = why_draft_stays(file, content, article.text_sha256 if article else "")
    if refused and not wished.overwrite:
        return replace(drafted, refused=refused)
    if texts:
        _write(texts, text)
        drafted = replace(drafted, text_file=texts)
    return replace(drafted, file=file, is_new=_write(file, content)) if file else drafted


def _write(path: Path, content: bytes) -> bool:
    """Write a file unless it is there as it is to be; tell whether it was written."""
    if is_kept(path, content):
        return False
    write_whole(path, content)
    return True


def _make(folder: Path) -> None:
    """Make a folder that files are written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritablePathError(folder, reason_of(error)) from error
