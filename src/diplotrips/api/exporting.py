"""Exporting records: check them, and write all tables unless errors are open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.api.building import build, project_folder

if TYPE_CHECKING:
    from diplotrips.api.checking import Report
    from diplotrips.exports.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Release:
    """What was written, and how it differs from the newest release that was there."""

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


def export(root: Path | str = ".", into: Path | str | None = None, version: str | None = None) -> Release:
    """Check the records under *root* as of the dataset's reference date, and write all tables as Parquet and JSON.

    Args:
        root: Folder of a dataset project.
        into: Folder to write. Unless given, `exports/<version>` of the project, or `build/export` without a version.
        version: Three numbers such as `1.0.0`, of a folder that does not exist yet; without one, an earlier build there is replaced.

    Raises:
        UnreadablePathError: *root* is no folder with records, or the newest release in `exports/` is damaged.
        OpenErrorsError: errors are open; its `report` has them.
        ExportRefusedError: `dataset.yaml` is missing or gives no single reference date, the version is none or exists, or the folder holds
            something else than an earlier build.
        UnwritablePathError: the folder cannot be written; nothing is left half done.
    """
    from diplotrips.exports.manifest import read_manifest  # noqa: PLC0415  (pyarrow and jsonschema take 300 ms; only an export needs them)
    from diplotrips.exports.release import Content, tables_that_differ, write_release  # noqa: PLC0415  (as above)
    from diplotrips.exports.stored import versions  # noqa: PLC0415  (as above)

    built = build(root)
    project = project_folder(Path(root))
    folder = Path(into) if into is not None else project / (Path("exports", version) if version else Path("build", "export"))
    releases = project / "exports"
    newest = next(reversed(versions(releases)), "")
    before = read_manifest(releases / newest) if newest else None
    content = Content(built.tables, built.documents, built.info.id, str(built.info.reference_date))
    manifest = write_release(content, folder, version)
    changed = tables_that_differ(manifest, before) if before else sorted(manifest.tables)
    return Release(built.report, folder, manifest, newest, tuple(changed))
