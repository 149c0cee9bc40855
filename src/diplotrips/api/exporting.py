"""Exporting records: check them, compare them with the newest release, and write all tables unless something speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplotrips.api.building import build, project_folder

if TYPE_CHECKING:
    from diplotrips.api.checking import Report
    from diplotrips.exports.manifest import Manifest

CHANGELOG: Final = "CHANGELOG.md"
"""File of a project in which the day of each release stands."""


@dataclass(frozen=True, slots=True)
class Release:
    """What was written, and how it differs from the release before it."""

    report: Report
    """What was judged before."""
    folder: Path
    """Folder that was written."""
    manifest: Manifest
    """Its tables and files, with rows, sizes and hashes."""
    newest: str
    """Version of the newest release in `exports/` before this one; empty if there was none."""
    changed: tuple[str, ...]
    """Names of the tables that are not the same as in that release, by table hash, sorted; all of them if there was none."""
    catalog: Path | None
    """The catalog that has the release now; None for a build, and for a release outside of a folder of releases."""


def export(root: Path | str = ".", into: Path | str | None = None, version: str | None = None, *, csv: bool = False) -> Release:
    """Check the records under *root* as of the dataset's reference date, and write all tables as Parquet and JSON.

    Args:
        root: Folder of a dataset project.
        into: Folder to write. Unless given, `exports/<version>` of the project, or `build/export` without a version.
        version: Three numbers such as `1.0.0`, of a folder that does not exist yet; without one, an earlier build there is replaced.
        csv: Whether CSV files, a codebook and a README are added, as repositories and journals ask for them.

    Raises:
        UnreadablePathError: *root* is no folder with records, or a release in `exports/` is damaged.
        OpenErrorsError: errors are open; its `report` has them.
        ExportRefusedError: `dataset.yaml` is missing or gives no single reference date; the folder holds something else than an earlier
            build; the version is none, exists, does not come after the newest, has no entry in the changelog, or is too small for what
            changed; or a release was changed after it was listed in the catalog.
        UnwritablePathError: the folder or the catalog cannot be written; a release is there as a whole or not at all.
    """
    from diplotrips.exports.cataloguing import Destination  # noqa: PLC0415  (pyarrow and jsonschema take 300 ms; only an export needs them)
    from diplotrips.exports.manifest import CHANGES_TABLE, read_manifest  # noqa: PLC0415  (as above)
    from diplotrips.exports.release import Content, tables_that_differ, write_release  # noqa: PLC0415  (as above)
    from diplotrips.exports.succession import succession, what_changed  # noqa: PLC0415  (as above)

    project = project_folder(Path(root))
    releases, changelog = project / "exports", project / CHANGELOG
    folder = Path(into) if into is not None else (releases / version if version else project / "build" / "export")
    destination = Destination(folder, changelog) if version and folder.name == version else None
    if destination:
        destination.finish()
    following = succession(releases, folder, version, changelog)
    built = build(root)
    changes = what_changed(following, built.info.id, built.tables)
    content = Content({**built.tables, CHANGES_TABLE: changes.rows}, built.documents, built.info, following.day, changes.text)
    manifest = write_release(content, folder, version, csv=csv)
    before = read_manifest(releases / following.before) if following.before else None
    changed = tables_that_differ(manifest, before) if before else sorted(manifest.tables)
    return Release(built.report, folder, manifest, following.before, tuple(changed), destination.enter() if destination else None)
