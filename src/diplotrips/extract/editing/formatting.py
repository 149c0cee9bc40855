"""One file of YAML laid out anew, and held to what was there: the same values, and every comment.

A file in which the reader finds something wrong is left as it is. JSON has one notation only, and is left alone too.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplotrips.extract.editing.order import order_keys
from diplotrips.extract.editing.styling import lay_out_anew
from diplotrips.extract.editing.taking import comments_in, take_apart
from diplotrips.extract.layout import AUTHORED, CODINGS
from diplotrips.extract.notation.parsed import Parsed, shown
from diplotrips.extract.notation.text import BYTE_ORDER_MARK, LINE_BREAK, place_in, read_text
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.replacing import write_whole
from diplotrips.schema.files import FILES

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.findings import Finding

_KINDS: Final = {AUTHORED: "trip", **dict.fromkeys(CODINGS, "coding")}
"""Which kind of file lies in a folder whose name is no kind itself."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """What became of one file."""

    file: str
    """Name of the file, as shown."""
    line: int = 0
    """The first line that is written otherwise; 0 where nothing is."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the file, which was left as it is because of that."""
    refusal: str = ""
    """Why else it was left as it is: a sentence with its place."""

    @property
    def is_left(self) -> bool:
        """Whether the file was left as it is because of something that is wrong."""
        return bool(self.findings or self.refusal)


def format_file(path: Path, shown_as: str, holds: str, *, write: bool) -> Formatted:
    """Lay out the file at *path* anew.

    Args:
        path: A file of YAML.
        shown_as: How it is shown.
        holds: What it holds, as in `layout.RecordFile`; where that is nothing known, the order of its keys stays.
        write: Write it; else only tell what would change.

    Raises:
        UnwritablePathError: the file cannot be written.
    """
    text = read_text(path, shown_as)
    if isinstance(text, Parsed):
        return Formatted(shown_as, findings=text.findings)
    parsed = parse_yaml(text, shown_as, date_keys=DATE_KEYS)
    if parsed.findings:
        return Formatted(shown_as, findings=parsed.findings)
    new = format_text(text, holds)
    loss = what_is_lost(text, new, shown_as)
    if loss:
        return Formatted(shown_as, refusal=f"{loss}; the file is left as it is")
    if write and new != text:
        write_whole(path, new.encode())
    return Formatted(shown_as, line=_first_difference(text, new))


def format_text(text: str, holds: str) -> str:
    """Return *text*, in which the reader finds nothing wrong, laid out anew; a byte order mark and the kind of its line ends stay."""
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    first_break = LINE_BREAK.search(text)
    plain = _unix(text)
    written = take_apart(plain)
    if not written.root.is_block:
        return text
    order_keys(written.root, FILES.get(_KINDS.get(holds, holds)))
    new = lay_out_anew(written)
    if written.ends_in_text and not plain.endswith("\n"):
        new = new.removesuffix("\n")  # a line end there would be one of the text
    return mark + (new.replace("\n", first_break[0]) if first_break else new)


def what_is_lost(old: str, new: str, shown_as: str) -> str:
    """Return in a sentence with its place what *old* says and *new* does not, the values first; empty if they say the same.

    Nothing is known to be lost by `format_text`, but nobody's words are risked.
    """
    before, after = (parse_yaml(text, shown_as, date_keys=DATE_KEYS) for text in (old, new))
    if after.findings or json.dumps(before.value, sort_keys=True) != json.dumps(after.value, sort_keys=True):
        return f"{shown_as}: laid out anew its values would not be the same"
    old, new = _unix(old), _unix(new)
    kept = Counter(text for _, text in comments_in(new))
    for offset, text in comments_in(old):
        kept[text] -= 1
        if kept[text] < 0:
            return f'{place_in(old, offset, shown_as)}: the comment "{shown(text)}" would be lost'
    return ""


def _unix(text: str) -> str:
    """Return *text* without a byte order mark and with LF at the end of each line."""
    return LINE_BREAK.sub("\n", text.removeprefix(BYTE_ORDER_MARK))


def _first_difference(old: str, new: str) -> int:
    """Return the number of the first line that is not the same in both texts, 0 if there is none."""
    if old == new:
        return 0
    pairs = zip(old.splitlines(keepends=True), new.splitlines(keepends=True), strict=False)
    same = next((number for number, (one, other) in enumerate(pairs) if one != other), None)
    return (min(len(old.splitlines()), len(new.splitlines())) if same is None else same) + 1
