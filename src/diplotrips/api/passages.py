"""Passages of sources: where a phrase stands, and whether the spans of the records fit copies of the sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.citing import find_phrase
from diplotrips.extract.copies import read_source
from diplotrips.extract.hashes import write_hashes
from diplotrips.extract.layout import records_folder
from diplotrips.extract.reading import read_dataset
from diplotrips.extract.spans import verify

if TYPE_CHECKING:
    from diplotrips.extract.citing import Citations
    from diplotrips.extract.spans import Verification


def cite(file: Path | str, phrase: str) -> Citations:
    """Return the occurrences of *phrase* in the text of *file*, the first of them with span in code points and context.

    If there is none: those that differ only in case, white space, quotation marks or dashes.

    Raises:
        UnreadablePathError: *file* cannot be read as UTF-8.
    """
    return find_phrase(read_source(Path(file)), phrase)


def verify_spans(texts: Path | str, root: Path | str = ".", *, write: bool = False) -> Verification:
    """Hold every span of the records under *root* to local copies of their sources.

    Args:
        texts: Folder with the copies, whatever their file names; they are known by the SHA-256 that the register of sources has.
        root: Folder of a dataset project.
        write: Keep the hashes of passages that have none yet in `extract/span_hashes.json`, and drop those of spans that no record has;
            a kept hash that differs from its text is a finding and stays.

    Returns:
        What was found; after writing, what is found then.

    Raises:
        UnreadablePathError: one of the folders cannot be read; or hashes are to be written and some record cannot be read, whose hashes
            would be lost.
        UnwritablePathError: the hashes cannot be written.
    """
    reading = read_dataset(Path(root))
    verification = verify(reading.dataset, Path(texts))
    if not write:
        return verification
    folder = records_folder(Path(root))
    if reading.findings:
        raise UnreadablePathError(folder, "some records have errors, and the hashes of their passages would be lost; run diplotrips check")
    write_hashes(folder, verification.hashes)
    return verify(replace(reading.dataset, span_hashes=verification.hashes), Path(texts))
