"""The folder of releases that a new one goes into, with the catalog that lists them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.errors import UnwritablePathError, reason_of
from diplotrips.exports.describing.catalog import CATALOG, catalog_of, write_catalog
from diplotrips.exports.describing.changelog import read_changelog, release_days
from diplotrips.exports.folders import followed, tidy

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.describing.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Registry:
    """Where a release goes."""

    release: Path
    """Folder of the release, there or not, beside those of other versions."""
    changelog: Path
    """File with the days of the releases."""

    def finish(self) -> None:
        """Do what is left of a release that is there already: tidy up behind a run that was killed, and list it.

        Raises:
            UnreadablePathError: one of the releases is damaged, so that they cannot be listed; whether the new one is there or not.
            UnwritablePathError: the catalog cannot be written.
        """
        catalog = self._catalog()
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
