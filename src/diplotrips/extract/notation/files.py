"""From a path to one document: the notation is chosen by the suffix.

JSON Lines, with one document a line, live in `lines`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.notation.json import parse_json
from diplotrips.extract.notation.parsed import UNREADABLE_FILE, Parsed, refused, shown
from diplotrips.extract.notation.text import read_text
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.findings import Place

if TYPE_CHECKING:
    from pathlib import Path


def read_file(path: Path, shown_as: str, *, date_keys: frozenset[str] = frozenset()) -> Parsed:
    """Return the document of a `.yaml`, `.yml` or `.json` file.

    Args:
        path: File to read; whatever prevents that is a finding.
        shown_as: Name of the file in every place.
        date_keys: Keys whose unquoted YAML scalars are taken as their source text. JSON has no unquoted text and ignores them.

    A file is at most 32 MB of UTF-8, with or without a byte order mark.
    """
    suffix = path.suffix.lower()
    if suffix not in {".yaml", ".yml", ".json"}:
        message = f"a file is read by its suffix, and {shown(suffix) or 'none'} is neither .yaml, .yml nor .json"
        return refused(UNREADABLE_FILE, message, Place(shown_as))
    text = read_text(path, shown_as)
    if isinstance(text, Parsed):
        return text
    return parse_json(text, shown_as) if suffix == ".json" else parse_yaml(text, shown_as, date_keys=date_keys)
