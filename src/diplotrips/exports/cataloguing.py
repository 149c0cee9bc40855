"""The folder of releases that a new one goes into, with the catalog that lists them all.

The catalog bears witness of what was released: one that names another manifest than the folder has is never written over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.errors import ExportRefusedError, UnwritablePathError, reason_of
from diplotrips.exports.describing.catalog import CATALOG, catalog_of, read_catalog, write_catalog
from diplotrips.exports.describing.changelog import read_changelog, release_days
from diplotrips.exports.folders import followed, tidy
from diplotrips.exports.manifest import MANIFEST

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.describing.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a release goes."""

    release: Path
    """Folder of the release, there or not, beside those of other versions."""
    changelog: Path
    """File with the days of the releases."""

    def finish(self) -> None:
        """Do what is left of a release that is there already: tidy up behind a run that was killed, and list it.

        Raises:
            ExportRefusedError: the catalog there tells of other releases than those in the folder.
            UnreadablePathError: one of the releases or the catalog is damaged, so that they cannot be listed; whether the new one is there
                or not.
            UnwritablePathError: the catalog cannot be written.
        """
        catalog = self._catalog()
        self._refuse_others(catalog)
        if not self.release.exists():
            return
        try:
            tidy(followed(self.release))
        except OSError as error:
            raise UnwritablePathError(self.release, reason_of(error)) from error
        if catalog.versions:
            write_catalog(self.release.parent, catalog)

    def enter(self) -> Path:
        """List the release, which is there now, in the catalog and return its path.

        Raises:
            UnwritablePathError: the catalog cannot be written.
        """
        write_catalog(self.release.parent, self._catalog())
        return self.release.parent / CATALOG

    def _catalog(self) -> Catalog:
        """Return what the catalog should be."""
        return catalog_of(self.release.parent, release_days(read_changelog(self.changelog)))

    def _refuse_others(self, found: Catalog) -> None:
        """Refuse where the catalog there names another manifest than the one *found*, or has the very version that is to be written."""
        home = self.release.parent
        if not (home / CATALOG).exists():
            return
        for known in read_catalog(home / CATALOG).versions:
            entry = found.entry(known.version)
            place = home / known.version
            if entry is None and place == self.release:
                raise ExportRefusedError(f"{home / CATALOG} lists {known.version} already, and there is no {place}; restore it")
            if entry is not None and entry.manifest_sha256 != known.manifest_sha256:
                told = f"the SHA-256 of {place / MANIFEST} is {entry.manifest_sha256}, and {home / CATALOG} says {known.manifest_sha256}"
                raise ExportRefusedError(f"{told}; a release is never changed: restore {place}")
