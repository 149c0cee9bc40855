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
from diplotrips.checks.ledger import (
    decision_expired,
    decision_expires_soon,
    decision_stale,
    decision_without_reason,
    draft_not_reviewed,
    review_void,
    waiver_waives_nothing,
)
from diplotrips.checks.provenance import (
    citation_older_than_stop,
    coders_read_it_differently,
    copies_not_registered,
    phrase_recomputes_to_another_day,
    source_older_than_event,
    span_does_not_match,
    value_without_claim,
)
from diplotrips.checks.records import (
    claim_field_not_of_record,
    country_code_not_valid,
    dangling_reference,
    duplicate_id,
    extra_not_declared,
    office_not_held,
    two_countries_at_once,
    two_trips_at_once,
    two_trips_that_are_one,
)
from diplotrips.checks.sources import (
    agreement_hangs_on_doubt,
    claimed_days_outside_trip,
    claims_cannot_all_be_true,
    headline_against_body,
    name_near_a_registered_one,
    name_not_in_register,
    number_of_countries,
    number_of_days,
    number_of_papers,
    places_disagree,
    plan_against_what_took_place,
    planned_and_past,
    region_against_stops,
    registered_misspelling,
    route_against_list_or_narration,
    route_stated_against_stated,
    set_of_countries,
    sources_disagree_on_dates,
    status_superseded,
)
from diplotrips.checks.trip import (
    agreement_outside_its_stop,
    contested_place,
    dates_cannot_all_hold,
    ends_before_it_starts,
    part_outside_its_stop,
    place_not_in_country,
    represented_country_visited,
    route_against_dates,
    stop_outside_trip,
    stops_overlap,
    weekday_not_of_date,
)
from diplotrips.errors import UnknownNameError

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
    weekday_not_of_date.CHECK,
    place_not_in_country.CHECK,
    represented_country_visited.CHECK,
    contested_place.CHECK,
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
    claimed_days_outside_trip.CHECK,
    claims_cannot_all_be_true.CHECK,
    plan_against_what_took_place.CHECK,
    region_against_stops.CHECK,
    places_disagree.CHECK,
    name_near_a_registered_one.CHECK,
    agreement_hangs_on_doubt.CHECK,
    two_countries_at_once.CHECK,
    duplicate_id.CHECK,
    dangling_reference.CHECK,
    claim_field_not_of_record.CHECK,
    extra_not_declared.CHECK,
    two_trips_at_once.CHECK,
    office_not_held.CHECK,
    country_code_not_valid.CHECK,
    two_trips_that_are_one.CHECK,
    value_without_claim.CHECK,
    source_older_than_event.CHECK,
    span_does_not_match.CHECK,
    phrase_recomputes_to_another_day.CHECK,
    citation_older_than_stop.CHECK,
    copies_not_registered.CHECK,
    coders_read_it_differently.CHECK,
    draft_not_reviewed.CHECK,
    review_void.CHECK,
)
"""What judges the records, in the order in which it runs."""

LEDGER_CHECKS: tuple[LedgerCheck, ...] = (
    decision_without_reason.CHECK,
    decision_expired.CHECK,
    decision_stale.CHECK,
    waiver_waives_nothing.CHECK,
    decision_expires_soon.CHECK,
)
"""What judges the ledger, after all others."""

_ALL: tuple[Defect, ...] = (*READER_CHECKS, *CHECKS, *LEDGER_CHECKS)

BY_CODE = {check.code: check for check in _ALL}
"""Every check by its code, sorted."""

FAMILIES = {
    "DT0": "Files and their form",
    "DT1": "Inside a trip",
    "DT2": "Between sources",
    "DT3": "Across records",
    "DT4": "Provenance",
    "DT5": "Decisions, waivers and reviews",
}
"""What each family of checks looks at, by the beginning of its codes."""


def named(word: str) -> Defect:
    """Return the check called *word*: a code such as `DT201` or a name such as `two-countries-at-once`, in any case.

    Raises:
        UnknownNameError: there is no such check; of codes or names, whichever *word* looks like, the nearest are named.
    """
    by_name = {check.name: check for check in BY_CODE.values()}
    found = BY_CODE.get(word.upper()) or by_name.get(word.lower())
    if found is None:
        raise UnknownNameError("check", word, tuple(BY_CODE if any(char.isdigit() for char in word) else by_name), "diplotrips explain")
    return found
