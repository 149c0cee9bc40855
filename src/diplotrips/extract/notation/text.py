"""From a path to text: what may be opened at all, and which bytes and characters are refused.

What the text means lives in `yaml` and `json`.
"""

from __future__ import annotations

import codecs
import errno
import re
import stat
from typing import TYPE_CHECKING, Final

from diplotrips.errors import reason_of
from diplotrips.extract.notation.parsed import MAX_BYTES, UNREADABLE_FILE, Parsed, refused
from diplotrips.findings import Place

if TYPE_CHECKING:
    from pathlib import Path

BYTE_ORDER_MARK: Final = "\ufeff"

LINE_BREAK: Final = re.compile(r"\r\n|\r|\n")

_WIDE_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

_REASONS: Final = {
    errno.ENOENT: "the file does not exist",
    errno.ENOTDIR: "the file does not exist",
    errno.EACCES: "there is no permission to read the file",
    errno.EPERM: "there is no permission to read the file",
    errno.ELOOP: "the link leads back to itself",
    errno.EISDIR: "this is a folder, not a file",
    errno.ENAMETOOLONG: "the name of the file is too long",
}


def read_text(path: Path, shown_as: str) -> str | Parsed:
    """Return the text of a file, or the reason why it cannot be read; a byte order mark is left in place."""
    reason = why_not_opened(path)
    if reason:
        return refused(UNREADABLE_FILE, reason, Place(shown_as))
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return refused(UNREADABLE_FILE, why_not_read(error, path), Place(shown_as))
    if len(content) > MAX_BYTES:
        return refused(UNREADABLE_FILE, f"the file is larger than {MAX_BYTES // 1024**2} MB", Place(shown_as))
    return decode(content, shown_as)


def why_not_opened(path: Path) -> str:
    """Return why *path* is not opened (empty if it may be): only regular files are, since a pipe or device may never end."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return why_not_read(error, path)
    except ValueError:  # a name with a NUL in it
        return "the name of the file holds a character that no file name can have"
    if stat.S_ISDIR(mode):
        return _REASONS[errno.EISDIR]
    return "" if stat.S_ISREG(mode) else "this is a pipe, a socket or a device, not a file"


def why_not_read(error: OSError, path: Path) -> str:
    """Return why the operating system did not give the file, in users' words."""
    if error.errno == errno.ENOENT and path.is_symlink():
        return "the link leads to a file that does not exist"
    return _REASONS.get(error.errno or 0, f"the file cannot be read ({reason_of(error, 'no reason given')})")


def why_not_listed(error: OSError, folder: Path) -> str:
    """Return why the operating system did not tell what is in *folder*, in users' words."""
    return why_not_read(error, folder).replace("the file", "the folder")


def decode(content: bytes, shown_as: str, first_line: int = 1) -> str | Parsed:
    """Return the text of UTF-8 bytes, or a finding that names the encoding or the first byte that is not UTF-8."""
    encoding = wide_encoding(content)
    if encoding:
        return refused(UNREADABLE_FILE, f"the file is {encoding}; save it as UTF-8", Place(shown_as, first_line))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix(BYTE_ORDER_MARK)
        place = place_in(before, len(before), shown_as, first_line)
        return refused(UNREADABLE_FILE, f"the byte 0x{content[error.start]:02X} is not UTF-8; save the file as UTF-8", place)


def wide_encoding(content: bytes) -> str:
    """Return `UTF-16` or `UTF-32` if bytes begin with their byte order mark, else nothing."""
    return next((encoding for mark, encoding in _WIDE_MARKS if content.startswith(mark)), "")


def place_in(text: str, offset: int, shown_as: str, first_line: int = 1) -> Place:
    """Return the place of a character of *text* by its offset; a line ends with LF, CR LF or CR."""
    line, start = first_line, 0
    for match in LINE_BREAK.finditer(text, 0, offset):
        line, start = line + 1, match.end()
    return Place(shown_as, line, offset - start + 1)


def refuse_character(text: str, match: re.Match[str], shown_as: str, first_line: int = 1) -> Parsed:
    """Return the finding for a character that cannot stand in a text file of records."""
    code_point = ord(match[0])
    if code_point == 0 and match.start() <= 1:
        return refused(UNREADABLE_FILE, "the file looks like UTF-16; save it as UTF-8", Place(shown_as, first_line))
    message = f"the invisible character U+{code_point:04X} stands here; take it out"
    return refused(UNREADABLE_FILE, message, place_in(text, match.start(), shown_as, first_line))
