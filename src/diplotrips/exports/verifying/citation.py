"""Whether `CITATION.cff` of a release cites this release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import yaml

from diplotrips.exports.describing.citation import CITATION
from diplotrips.exports.describing.datapackage import DATAPACKAGE
from diplotrips.exports.manifest import MANIFEST
from diplotrips.exports.verifying.damage import Damage, unlike

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diplotrips.exports.manifest import Manifest
    from diplotrips.exports.verifying.descriptor import Descriptor

_DEEPEST: Final = 20
"""Lists and mappings in one another; a citation has three."""


def wrong_citation(folder: Path, manifest: Manifest, descriptor: Descriptor) -> Iterator[Damage]:
    """Return where the citation says something else than manifest and descriptor."""
    try:
        said = _plain((folder / CITATION).read_bytes())
    except (OSError, ValueError, yaml.YAMLError):
        said = None
    if not isinstance(said, dict):
        yield Damage(CITATION, "it is no citation in YAML without aliases")
        return
    told: dict[str, tuple[str | None, str]] = {"version": (manifest.dataset_version, MANIFEST)}
    if descriptor.said:
        day = str(descriptor.said.get("created", ""))[: len("YYYY-MM-DD")] or None
        told |= {"date-released": (day, DATAPACKAGE), "title": (descriptor.said.get("title"), DATAPACKAGE)}
    for word, (value, where) in told.items():
        found = said.get(word)
        if found != value:
            yield Damage(CITATION, unlike(word, found if isinstance(found, str | None) else "something else than a text", value, where))


def _plain(content: bytes) -> Any:  # noqa: ANN401  (whatever YAML can be)
    """Return what *content* says, every scalar as its text; numbers in it are not computed.

    Raises:
        ValueError: it has aliases, by which a few lines can stand for more than a computer holds, or is nested without need.
        yaml.YAMLError: it is no YAML.
    """
    depth = 0
    for event in yaml.parse(content, Loader=yaml.CBaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
            raise ValueError
    return yaml.load(content, Loader=yaml.CBaseLoader)  # noqa: S506  (it makes texts, lists and mappings, nothing else)
