"""Exporting records: check them, and write all tables unless errors are open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.api.checking import judged
from diplotrips.checks.testimony.hearings import implied_days
from diplotrips.errors import ExportRefusedError
from diplotrips.extract.layout import records_folder
from diplotrips.extract.reading import read_dataset
from diplotrips.findings import Severity
from diplotrips.words import number

if TYPE_CHECKING:
    from datetime import date

    from diplotrips.api.checking import Report
    from diplotrips.exports.manifest import Manifest
    from diplotrips.schema.info import DatasetInfo


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


class OpenErrorsError(ExportRefusedError):
    """An export is refused because errors are open; `report` has them."""

    def __init__(self, report: Report) -> None:
        errors = report.number(Severity.ERROR)
        super().__init__(f"{number(errors, 'error is', 'errors are')} open in {report.root}")
        self.report = report


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
    from diplotrips.exports.load import versions  # noqa: PLC0415  (pyarrow and jsonschema take 300 ms; only an export needs them)
    from diplotrips.exports.manifest import read_manifest  # noqa: PLC0415  (as above)
    from diplotrips.exports.release import Content, tables_that_differ, write_release  # noqa: PLC0415  (as above)
    from diplotrips.schema.flatten import add_conflicts, add_implied_days  # noqa: PLC0415  (as above)

    reading = read_dataset(Path(root))
    info = reading.dataset.info.record if reading.dataset.info else None
    day = _reference_day(info)
    report = judged(reading, day)
    if report.number(Severity.ERROR):
        raise OpenErrorsError(report)
    if info is None or day is None:
        raise ExportRefusedError("a dataset.yaml with a reference_date of one day is needed")
    project = _project(Path(root))
    folder = Path(into) if into is not None else project / (Path("exports", version) if version else Path("build", "export"))
    releases = project / "exports"
    newest = next(reversed(versions(releases)), "")
    before = read_manifest(releases / newest) if newest else None
    flat = {name: list(rows) for name, rows in report.evidence.tables.items()}
    tables = add_conflicts(add_implied_days(flat, implied_days(report.evidence)), report.findings)
    content = Content(tables, [entry.record for entry in reading.dataset.trips], info.id, str(info.reference_date))
    manifest = write_release(content, folder, version)
    changed = tables_that_differ(manifest, before) if before else sorted(manifest.tables)
    return Release(report, folder, manifest, newest, tuple(changed))


def _reference_day(info: DatasetInfo | None) -> date | None:
    """Return the day as of which a release is judged; None where it is not given or is no single day."""
    day = info.reference_date if info else None
    return day.earliest if day is not None and day.is_day else None


def _project(root: Path) -> Path:
    """Return the folder of the project of the records under *root*: the one that has `extract`, unless *root* has another name."""
    records = records_folder(root)
    return records.resolve().parent if records == root and root.resolve().name == "extract" else root
