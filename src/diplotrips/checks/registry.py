"""All checks, by kind and sorted by code; whoever writes a new one adds it here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.files import (
    code_not_in_list,
    duplicate_key,
    malformed_value,
    missing_key,
    not_a_date,
    not_yaml,
    unknown_file,
    unknown_key,
    unreadable_file,
    wrong_type,
    yaml_trap,
)
from diplotrips.checks.ledger import decision_expired, decision_stale, decision_without_reason, waiver_waives_nothing
from diplotrips.checks.provenance import source_older_than_event, span_does_not_match, value_without_claim
from diplotrips.checks.records import (
    claim_field_not_of_record,
    dangling_reference,
    duplicate_id,
    extra_not_declared,
    two_countries_at_once,
    two_trips_at_once,
)
from diplotrips.checks.sources import (
    headline_against_body,
    name_not_in_register,
    number_of_countries,
    number_of_days,
    number_of_papers,
    planned_and_past,
    registered_misspelling,
    route_against_list_or_narration,
    route_stated_against_stated,
    set_of_countries,
    sources_disagree_on_dates,
    status_superseded,
)
from diplotrips.checks.trip import (
    agreement_outside_its_stop,
    dates_cannot_all_hold,
    ends_before_it_starts,
    part_outside_its_stop,
    route_against_dates,
    stop_outside_trip,
    stops_overlap,
)

if TYPE_CHECKING:
    from diplotrips.checks.check import AnyCheck, Defect, LedgerCheck, ReaderCheck

READER_CHECKS: tuple[ReaderCheck, ...] = (
    unreadable_file.CHECK,
    not_yaml.CHECK,
    duplicate_key.CHECK,
    yaml_trap.CHECK,
    unknown_key.CHECK,
    missing_key.CHECK,
    wrong_type.CHECK,
    code_not_in_list.CHECK,
    not_a_date.CHECK,
    malformed_value.CHECK,
    unknown_file.CHECK,
)
"""What reading finds; only their pages are here."""

CHECKS: tuple[AnyCheck, ...] = (
    ends_before_it_starts.CHECK,
    stop_outside_trip.CHECK,
    route_against_dates.CHECK,
    agreement_outside_its_stop.CHECK,
    dates_cannot_all_hold.CHECK,
    part_outside_its_stop.CHECK,
    stops_overlap.CHECK,
    sources_disagree_on_dates.CHECK,
    route_stated_against_stated.CHECK,
    route_against_list_or_narration.CHECK,
    set_of_countries.CHECK,
    number_of_days.CHECK,
    number_of_countries.CHECK,
    planned_and_past.CHECK,
    status_superseded.CHECK,
    headline_against_body.CHECK,
    name_not_in_register.CHECK,
    registered_misspelling.CHECK,
    number_of_papers.CHECK,
    two_countries_at_once.CHECK,
    duplicate_id.CHECK,
    dangling_reference.CHECK,
    claim_field_not_of_record.CHECK,
    extra_not_declared.CHECK,
    two_trips_at_once.CHECK,
    value_without_claim.CHECK,
    source_older_than_event.CHECK,
    span_does_not_match.CHECK,
)
"""What judges the records, in the order in which it runs."""

LEDGER_CHECKS: tuple[LedgerCheck, ...] = (
    decision_without_reason.CHECK,
    decision_expired.CHECK,
    decision_stale.CHECK,
    waiver_waives_nothing.CHECK,
)
"""What judges the ledger, after all others."""

_ALL: tuple[Defect, ...] = (*READER_CHECKS, *CHECKS, *LEDGER_CHECKS)

BY_CODE = {check.code: check for check in _ALL}
"""Every check by its code, sorted."""
