"""Deciding a disagreement, or waiving what a check finds, so that the ledger says so."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from diplotrips.api.checking import check
from diplotrips.api.pages import explain
from diplotrips.checks.settlement.adopting import gap_of
from diplotrips.checks.settlement.rulings import draft_decision, draft_waiver
from diplotrips.checks.settlement.settling import holds, is_about
from diplotrips.errors import UnusableRequestError
from diplotrips.extract.notation.parsed import shown
from diplotrips.findings import Severity
from diplotrips.schema.ledger import Decision, Waiver

if TYPE_CHECKING:
    from datetime import date

    from diplotrips.api.checking import Report
    from diplotrips.checks.settlement.rulings import Draft, Ruling, Verdict
    from diplotrips.extract.editing.appending import Appended
    from diplotrips.findings import Finding


@dataclass(frozen=True, slots=True)
class Entered:
    """What was entered into the ledger, and what came of it."""

    id: str
    """Id of the entry."""
    written: Appended
    """The entry, with its place."""
    report: Report
    """What is found with it; before it, where nothing was to be written."""

    @property
    def settled(self) -> tuple[Finding, ...]:
        """The findings that it settles."""
        return tuple(found for found in self.report.settled if found.settled_by == self.id)

    @property
    def open(self) -> tuple[Finding, ...]:
        """What is wrong with the entry itself, such as that the record does not hold the value that it adopts."""
        return tuple(found for found in self.report.open if found.record == self.id)

    @property
    def changes(self) -> tuple[str, ...]:
        """What is left to do: write the value that is adopted into the record, take out what has expired; a sentence with the place."""
        return (*self._unadopted, *self._expired)

    @property
    def is_done(self) -> bool:
        """Whether it settles something, and nothing but the calendar is to be said against it."""
        return bool(self.settled) and not self._expired and not any(found.severity is Severity.ERROR for found in self.open)

    @property
    def _unadopted(self) -> list[str]:
        """What has to be changed in the record, where that does not hold the value that is adopted."""
        entry = self.report.ledger.get(self.id)
        if entry is None or not isinstance(entry.record, Decision) or not any(found.field == "adopted" for found in self.open):
            return []
        gap = gap_of(entry.record, [found for found in self.report.findings if is_about(entry.record, found)], self.report.evidence)
        return [gap.change] if gap else []

    @property
    def _expired(self) -> list[str]:
        """The entries that this one takes the place of, which are an error for as long as they are there."""
        ledger = self.report.ledger
        if self.id not in ledger:
            return []
        old = [
            entry
            for entry in ledger.values()
            if not holds(entry.record, self.report.today) and any(is_about(entry.record, found) for found in self.settled)
        ]
        return [f"take out {entry.record.id} at {entry.place('id')}, which expired on {entry.record.expires}" for entry in old]


def decide(ruling: Ruling, verdict: Verdict, root: Path | str = ".", today: date | None = None, *, write: bool = True) -> Entered:
    """Decide a disagreement: put a decision behind the others in `decisions.yaml` of the records under *root*, and check them again.

    Args:
        ruling: Which finding is meant, and who rules, why and until when.
        verdict: How it is decided.
        root: Folder of a dataset project.
        today: Day as of which the records are judged; unless given the clock's, in UTC.
        write: Write it; else only tell what would be written.

    Raises:
        UnreadablePathError: *root* is no folder with records.
        UnknownNameError: something is named that there is not; the nearest are named.
        UnusableRequestError: nothing that is meant is open, or the request contradicts itself.
        UnwritablePathError: the entry cannot be added to the file, which is as it was.
    """
    report, ruling = _judged(ruling, root, today)
    entry = draft_decision(ruling, verdict, report.findings, report.evidence.dataset, report.today)
    _hold(entry, Decision)
    return _enter("decisions", entry, Path(root), report, write=write)


def waive(ruling: Ruling, root: Path | str = ".", today: date | None = None, *, write: bool = True) -> Entered:
    """Accept what a check finds on a record: put a waiver behind the others in `waivers.yaml`, and check the records again.

    Args:
        ruling: Which finding is meant, or with no field every one of that check on the record; and who rules, why and until when.
        root: As in `decide`.
        today: As in `decide`.
        write: As in `decide`.

    Raises:
        UnreadablePathError: *root* is no folder with records.
        UnknownNameError: something is named that there is not; the nearest are named.
        UnusableRequestError: nothing that is meant is open, or there is no reason.
        UnwritablePathError: the entry cannot be added to the file, which is as it was.
    """
    report, ruling = _judged(ruling, root, today)
    entry = draft_waiver(ruling, report.findings, report.evidence.dataset, report.today)
    _hold(entry, Waiver)
    return _enter("waivers", entry, Path(root), report, write=write)


def _judged(ruling: Ruling, root: Path | str, today: date | None) -> tuple[Report, Ruling]:
    """Return what is found now, and *ruling* with the code of its check, which may be called by name, and with its day."""
    report = check(root, today)
    matter = ruling.matter._replace(code=explain(ruling.matter.code).code)
    return report, replace(ruling, matter=matter, on=ruling.on or report.today)


def _hold(entry: Draft, model: type[Decision | Waiver]) -> None:
    """Refuse what could not be read again.

    Raises:
        UnusableRequestError: a text is too long, or has characters that no file of records can hold.
    """
    for key, value in entry.items():
        for text in [value] if isinstance(value, str) else value:
            if any(unicodedata.category(char) in {"Cc", "Cs"} for char in text):
                raise UnusableRequestError(f"{key.replace('_', ' ')} has a character that cannot be written: “{shown(text)}”")
    try:
        model.model_validate(entry)
    except ValidationError as error:
        key = str(error.errors()[0]["loc"][0])
        raise UnusableRequestError(f"{key.replace('_', ' ')} cannot be written like that: “{shown(str(entry.get(key, '')))}”") from error


def _enter(holds: str, entry: Draft, root: Path, report: Report, *, write: bool) -> Entered:
    """Put *entry* where it belongs, and judge the records again as of the same day."""
    from diplotrips.extract.editing.appending import append_entry, register_for  # noqa: PLC0415  (only who writes needs it)

    register = register_for(root, holds, str(entry["record"]).partition(".")[0])
    written = append_entry(register, entry, write=write)
    return Entered(str(entry["id"]), written, check(root, report.today) if write else report)
