"""Whether `CITATION.cff` of a release cites this release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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


def wrong_citation(folder: Path, manifest: Manifest, descriptor: Descriptor) -> Iterator[Damage]:
    """Return where the citation says something else than manifest and descriptor."""
    try:
        said: Any = yaml.load((folder / CITATION).read_bytes(), Loader=yaml.CSafeLoader)
    except (OSError, RecursionError, ValueError, yaml.YAMLError):
        said = None
    if not isinstance(said, dict):
        yield Damage(CITATION, "it is no citation in YAML")
        return
    told: dict[str, tuple[str | None, str]] = {"version": (manifest.dataset_version, MANIFEST)}
    if descriptor.said:
        day = str(descriptor.said.get("created", ""))[: len("YYYY-MM-DD")] or None
        told |= {"date-released": (day, DATAPACKAGE), "title": (descriptor.said.get("title"), DATAPACKAGE)}
    for word, (value, where) in told.items():
        found = str(said[word]) if word in said else None
        if found != value:
            yield Damage(CITATION, unlike(word, found, value, where))
