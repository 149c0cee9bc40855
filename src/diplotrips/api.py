"""What the package does, as functions: check records, export them, cite and verify passages. The command line is one face of it.

Reading, checking and exporting do not know each other; they are joined here and nowhere else. Nothing is printed here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.registry import BY_CODE, CHECKS, LEDGER_CHECKS
from diplotrips.checks.run import judge
from diplotrips.errors import ExportRefusedError, UnknownNameError, UnreadablePathError
from diplotrips.extract.citing import find_phrase
from diplotrips.extract.copies import read_source
from diplotrips.extract.excerpts import lines_of
from diplotrips.extract.hashes import write_hashes
from diplotrips.extract.layout import records_folder
from diplotrips.extract.reading import read_dataset
from diplotrips.extract.spans import verify
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplotrips.checks.check import Defect
    from diplotrips.checks.run import Outcome
    from diplotrips.exports.manifest import Manifest
    from diplotrips.extract.citing import Citations
    from diplotrips.extract.reading import Reading
    from diplotrips.extract.spans import Verification
    from diplotrips.findings import Finding, Place
    from diplotrips.schema.dataset import Dataset, Entry
    from diplotrips.schema.info import DatasetInfo
    from diplotrips.schema.ledger import Decision, Waiver


@dataclass(frozen=True, slots=True)
class Report:
    """What was read, and everything that is wrong with it."""

    root: str
    """The folder of the records, as shown to the user."""
    today: date
    """The day as of which it was judged."""
    counts: Mapping[str, int]
    """Number of trips, stops, agreements, quoted experts, sources and claims that were read."""
    findings: tuple[Finding, ...]
    """Everything that was found, settled or not, sorted by place."""
    outcomes: tuple[Outcome, ...]
    """How each check went, by code."""
    lines: Mapping[Place, str]
    """The source line of every place that an open finding names."""
    evidence: Evidence
    """What was judged, for an export of the same records."""

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nothing settles."""
        return tuple(found for found in self.findings if not found.settled_by)

    @property
    def settled(self) -> tuple[Finding, ...]:
        """The findings that a decision or waiver settles."""
        return tuple(found for found in self.findings if found.settled_by)

    @property
    def ledger(self) -> Mapping[str, Entry[Decision | Waiver]]:
        """Decisions and waivers by id, with the places where they stand; `settled_by` of a finding is such an id."""
        dataset = self.evidence.dataset
        entries: tuple[Entry[Decision | Waiver], ...] = (*dataset.decisions, *dataset.waivers)
        return {entry.record.id: entry for entry in entries}

    def number(self, severity: Severity) -> int:
        """Count the open findings of *severity*."""
        return sum(found.severity is severity for found in self.open)

    def fails(self, fail_on: str) -> bool:
        """Tell whether an open finding is as grave as *fail_on* (`error`, `warning`, `note` or `never`)."""
        return fail_on != "never" and any(found.severity.rank <= Severity(fail_on).rank for found in self.open)


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
        super().__init__(f"{errors} {'error is' if errors == 1 else 'errors are'} open in {report.root}")
        self.report = report


def check(root: Path | str = ".", today: date | None = None) -> Report:
    """Read the records under *root*, hold them to the schemas and cross-check them.

    Args:
        root: Folder of a dataset project, whose `extract/` is read; or that folder itself.
        today: Day as of which they are judged; unless given the clock's, in UTC.

    Raises:
        UnreadablePathError: *root* is no folder with records.
    """
    return _judged(read_dataset(Path(root)), today)


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
    report = _judged(reading, day)
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
    tables = add_conflicts(add_implied_days(flat, report.evidence.bounds), report.findings)
    content = Content(tables, [entry.record for entry in reading.dataset.trips], info.id, str(info.reference_date))
    manifest = write_release(content, folder, version)
    changed = tables_that_differ(manifest, before) if before else sorted(manifest.tables)
    return Release(report, folder, manifest, newest, tuple(changed))


def explain(name: str) -> Defect:
    """Return the check called *name*: a code such as `DT201` or a name such as `two-countries-at-once`, in any case.

    Raises:
        UnknownNameError: there is no such check; the nearest are named.
    """
    by_name = {check.name: check for check in BY_CODE.values()}
    found = BY_CODE.get(name.upper()) or by_name.get(name.lower())
    if found is None:
        is_code = any(char.isdigit() for char in name)
        raise UnknownNameError("check", name, tuple(BY_CODE if is_code else by_name))
    return found


def all_checks() -> tuple[Defect, ...]:
    """Return every check, sorted by code."""
    return tuple(BY_CODE[code] for code in sorted(BY_CODE))


def cite(file: Path | str, phrase: str) -> Citations:
    """Return the occurrences of *phrase* in the text of *file*, the first of them with span in code points and context.

    If there is none: those that differ only in case, white space, quotation marks or dashes.

    Raises:
        UnreadablePathError: *file* cannot be read as UTF-8.
    """
    return find_phrase(read_source(Path(file)), phrase)


def verify_spans(texts: Path | str, root: Path | str = ".", *, write: bool = False) -> Verification:
    """Hold every span of the records under *root* to local copies of their sources.

    Args:
        texts: Folder with the copies, whatever their file names; they are known by the SHA-256 that the register of sources has.
        root: Folder of a dataset project.
        write: Keep the hashes of passages that have none yet in `extract/span_hashes.json`, and drop those of spans that no record has;
            a kept hash that differs from its text is a finding and stays.

    Returns:
        What was found; after writing, what is found then.

    Raises:
        UnreadablePathError: one of the folders cannot be read; or hashes are to be written and some record cannot be read, whose hashes
            would be lost.
        UnwritablePathError: the hashes cannot be written.
    """
    reading = read_dataset(Path(root))
    verification = verify(reading.dataset, Path(texts))
    if not write:
        return verification
    folder = records_folder(Path(root))
    if reading.findings:
        raise UnreadablePathError(folder, "some records have errors, and the hashes of their passages would be lost; run diplotrips check")
    write_hashes(folder, verification.hashes)
    return verify(replace(reading.dataset, span_hashes=verification.hashes), Path(texts))


def write_schema(into: Path | str, docs: Path | str | None = None) -> list[Path]:
    """Write the JSON Schemas, country table and data dictionary into *into*, and the codebook into *docs* if given.

    Returns:
        The files that were written or removed; those that had their text already are not among them.

    Raises:
        UnwritablePathError: a file cannot be written, or has the name of one of ours and is somebody else's.
    """
    from diplotrips.schema.published import folder  # noqa: PLC0415  (only those who work on the package need it)

    if docs is not None:
        folder.refuse_other_files(Path(docs), folder.docs_files())
    return [*folder.generate(Path(into)), *(folder.generate_docs(Path(docs)) if docs is not None else ())]


def _judged(reading: Reading, today: date | None) -> Report:
    """Return what all checks say of what was read, as of *today* or the clock's day."""
    evidence = Evidence(reading.dataset, today or datetime.now(UTC).date())
    judgement = judge(evidence, CHECKS, LEDGER_CHECKS, reading.findings)
    lines = lines_of(found for found in judgement.findings if not found.settled_by)
    return Report(reading.dataset.root, evidence.today, _counts(reading.dataset), judgement.findings, judgement.outcomes, lines, evidence)


def _counts(dataset: Dataset) -> dict[str, int]:
    """Count what was read, in the order in which a summary names it."""
    kinds = {"trip": "trip", "stop": "stop", "agreement": "agreement", "quoted-expert": "quoted expert", "source": "source"}
    counts = {name: sum(item.kind == kind for item in dataset.items) for kind, name in kinds.items()}
    return {**counts, "claim": len({claim.id for claim in dataset.claims})}


def _reference_day(info: DatasetInfo | None) -> date | None:
    """Return the day as of which a release is judged; None where it is not given or is no single day."""
    day = info.reference_date if info else None
    return day.earliest if day is not None and day.is_day else None


def _project(root: Path) -> Path:
    """Return the folder of the project of the records under *root*: the one that has `extract`, unless *root* has another name."""
    records = records_folder(root)
    return records.resolve().parent if records == root and root.resolve().name == "extract" else root
