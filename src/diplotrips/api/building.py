"""The tables of a dataset project as its records stand now: what an export writes, and what a comparison takes for the working tree."""

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
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.flatten import Tables
    from diplotrips.schema.info import DatasetInfo


class OpenErrorsError(ExportRefusedError):
    """No tables are made because errors are open; `report` has them."""

    def __init__(self, report: Report) -> None:
        errors = report.number(Severity.ERROR)
        super().__init__(f"{number(errors, 'error is', 'errors are')} open in {report.root}")
        self.report = report


@dataclass(frozen=True, slots=True)
class Built:
    """A dataset as tables, with what was judged on the way."""

    report: Report
    info: DatasetInfo
    documents: tuple[TripDocument, ...]
    """The trip documents as authored."""
    tables: Tables
    """Rows of every released table, those that follow from the judgement among them."""


def build(root: Path | str = ".") -> Built:
    """Check the records under *root* as of the dataset's reference date and return them as tables.

    Raises:
        UnreadablePathError: *root* is no folder with records.
        OpenErrorsError: errors are open; its `report` has them.
        ExportRefusedError: `dataset.yaml` is missing or gives no single reference date.
    """
    from diplotrips.schema.flatten import add_conflicts, add_derived, add_implied_days  # noqa: PLC0415  (flattening is only for those who want tables)

    reading = read_dataset(Path(root))
    info = reading.dataset.info.record if reading.dataset.info else None
    day = _reference_day(info)
    report = judged(reading, day)
    if report.number(Severity.ERROR):
        raise OpenErrorsError(report)
    if info is None or day is None:
        raise ExportRefusedError("a dataset.yaml with a reference_date of one day is needed")
    flat = {name: list(rows) for name, rows in report.evidence.tables.items()}
    tables = add_derived(add_conflicts(add_implied_days(flat, implied_days(report.evidence)), report.findings))
    return Built(report, info, tuple(entry.record for entry in reading.dataset.trips), tables)


def project_folder(root: Path) -> Path:
    """Return the folder of the project of the records under *root*: the one that has `extract`, unless *root* has another name."""
    records = records_folder(root)
    return records.resolve().parent if records == root and root.resolve().name == "extract" else root


def _reference_day(info: DatasetInfo | None) -> date | None:
    """Return the day as of which a release is judged; None where it is not given or is no single day."""
    day = info.reference_date if info else None
    return day.earliest if day is not None and day.is_day else None
