"""The hashes of passages, kept by the tool in `span_hashes.json` beside the records.

So nobody writes them by hand, and a changed text is noticed without publishing the text. Which passages there are is told in `spans`.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from typing import TYPE_CHECKING

from diplotrips.errors import UnwritablePathError, reason_of
from diplotrips.extract.layout import HASHES
from diplotrips.replacing import write_whole
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from diplotrips.schema.fields import Span


def digest(text: str, span: Span) -> str:
    """Return the SHA-256 of the UTF-8 of one passage of *text*."""
    return hashlib.sha256(text[span.start : span.end].encode()).hexdigest()


def by_source(hashes: Mapping[tuple[str, str], str]) -> dict[str, dict[str, str]]:
    """Return *hashes*, which are by source and span, as the file has them: by source, then by span."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for (source, span), sha256 in hashes.items():
        found[source][span] = sha256
    return dict(found)


def render_hashes(hashes: Mapping[str, Mapping[str, str]]) -> str:
    """Return the text of `span_hashes.json`: sources by id, spans by position."""
    ordered = {source: dict(sorted(spans.items(), key=_position)) for source, spans in sorted(hashes.items())}
    return json.dumps({"schema": SCHEMA_VERSION, "span_hashes": ordered}, indent=1, ensure_ascii=False) + "\n"


def write_hashes(folder: Path, hashes: Mapping[str, Mapping[str, str]]) -> bool:
    """Keep *hashes* in `span_hashes.json` of *folder*, and tell whether that changed the file.

    A run that is killed leaves the file as it was. Without any hashes no file is made.

    Raises:
        UnwritablePathError: the file cannot be written.
    """
    path = folder / f"{HASHES}.json"
    content = render_hashes(hashes).encode()
    try:
        if (path.read_bytes() == content) if path.exists() else not hashes:
            return False
    except OSError as error:
        raise UnwritablePathError(path, reason_of(error)) from error
    write_whole(path, content)
    return True


def _position(item: tuple[str, str]) -> tuple[int, ...]:
    """Return where the span of an item begins and ends."""
    return tuple(int(number) for number in item[0].split("-"))
