"""Drafting one article: from its bytes to the draft of records, and to the file that the draft is kept in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.errors import UnreadablePathError, UnusableRequestError
from diplotrips.extract.articles.doubts import doubts_of
from diplotrips.extract.articles.keeping import is_kept, why_draft_stays, why_text_stays
from diplotrips.extract.articles.known import Known
from diplotrips.extract.articles.reading import read_article
from diplotrips.extract.parsing.drafting.extractors import RULES, extracted, named_extractor
from diplotrips.extract.parsing.drafting.rendering import render_draft
from diplotrips.replacing import write_whole
from diplotrips.schema.fields import id_from

if TYPE_CHECKING:
    from diplotrips.extract.articles.pages import Page
    from diplotrips.schema.coding import CodingFile


@dataclass(frozen=True, slots=True)
class Wished:
    """What the user says of the articles, and how they are to be read."""

    known: Known = field(default_factory=Known)
    extractor: str = RULES
    """Name of the extractor."""
    root: Path | None = None
    """Folder of the dataset project whose register of sources may know of the articles; None: none does."""
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
    """Words for days that could not be resolved, since the day of publication is not known, or not well enough."""
    notes: tuple[str, ...] = ()
    """What a person should know of how it was read."""
    doubts: tuple[str, ...] = ()
    """What a person should look at: days that do not fit, what the register of sources has, an article with the same text."""
    is_kept: bool = False
    """Whether something is known of the article from an earlier draft only."""
    file: Path | None = None
    """File of the draft, if there is one."""
    text_file: Path | None = None
    """File with its text, for a review; None: none is kept."""
    is_new: bool = True
    """False if the same draft was there already."""
    unreadable: str = ""
    """Why the article could not be read."""
    refused: str = ""
    """Why the draft was not written, or why the extractor made none."""
    copy_of: str = ""
    """Source of the article before it that has the same name and text, such as the page that a kept text was taken out of; it is drafted
    once."""
    name: str = ""
    """The id that its name suggests, without the number that it may have got."""
    size_bytes: int = 0
    """Bytes of the file that are done with."""


def drafted_from(page: Page | UnreadablePathError, source: str, wished: Wished) -> Drafted:
    """Return the draft of a page, not yet written; of what cannot be read, why."""
    if isinstance(page, UnreadablePathError):
        return Drafted(str(page.path), unreadable=str(page))
    try:
        read = read_article(page, replace(wished.known, source=source), _file_of(source, wished))
    except UnreadablePathError as error:
        return Drafted(page.shown_as, unreadable=str(error), size_bytes=page.size_bytes)
    try:
        draft = extracted(named_extractor(wished.extractor), read.article)
    except UnusableRequestError as error:  # of this article; the next one may be to the plug-in's liking
        return Drafted(page.shown_as, refused=str(error), size_bytes=page.size_bytes)
    doubts = doubts_of(read.article)
    return Drafted(
        page.shown_as,
        source,
        draft,
        render_draft(draft),
        read.article.text,
        read.is_file,
        doubts.unresolved,
        read.notes,
        doubts.clashes,
        text_file=Path(page.shown_as) if read.is_file and page.size_bytes else None,
        is_kept=read.is_kept,
        name=id_from(page.name),
        size_bytes=page.size_bytes,
    )


def put(drafted: Drafted, wished: Wished) -> Drafted:
    """Write a draft, and its text, where that is wished and nothing is lost by it."""
    texts = wished.texts / f"{drafted.source}.txt" if wished.texts else None
    file = _file_of(drafted.source, wished)
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


def _file_of(source: str, wished: Wished) -> Path | None:
    """Return the file of the draft of a source; None: it is written nowhere."""
    return wished.into / f"{source}.json" if wished.into else None
