"""What is in question in a finding: one field of one record or several, and everything that sources say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from diplotrips.checks.coding.readings import READ_DIFFERENTLY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim

    ClaimsAbout: TypeAlias = Mapping[str, Sequence[Claim]]

SAME_MATTER: Mapping[str, tuple[str, ...]] = {
    "route": ("route", "first_stop", "last_stop"),
    "dates": ("dates", "first_day", "last_day"),
    "first_day": ("first_day", "dates"),
    "last_day": ("last_day", "dates"),
    "days": ("days", "nights"),
    "nights": ("nights", "days"),
    "did_not": ("did_not", "did"),
    "did": ("did", "did_not"),
}
"""Fields in which sources speak of a field of a decision, where these are more than the field itself."""

LENGTHS: Mapping[str, str] = {"days": "day", "nights": "night"}
"""Fields that say how long a stay lasted, with the unit; they are held against its dates."""


def is_of_several(found: Finding) -> bool:
    """Tell whether *found* is about several fields or records, so that no one value of it can be adopted.

    A number of days and the dates that it is held against are of one stay; what coders read differently is one field of one record.
    """
    fields = {found.field_name, *SAME_MATTER.get(found.field_name, ())}
    if found.field_name in LENGTHS:
        fields |= set(SAME_MATTER["dates"])
    ends = [end for end in found.ends if end.record and end.value]
    return found.code != READ_DIFFERENTLY and any(end.record != found.record or end.field not in fields for end in ends)


def claims_on(record: str, field: str, claims_about: ClaimsAbout) -> tuple[Claim, ...]:
    """Return the claims that speak of *field* of *record*, under that name or another of the same matter."""
    fields = SAME_MATTER.get(field, (field,))
    return tuple(claim for claim in claims_about.get(record, ()) if claim.field in fields)


def claims_in_question(record: str, field: str, found: Iterable[Finding], claims_about: ClaimsAbout) -> tuple[Claim, ...]:
    """Return the claims on *field* of *record*, under which all of *found* stand, and on what else is in question in these."""
    elsewhere = ((end.record, end.field) for one in found if is_of_several(one) for end in one.ends if end.source)
    matters = dict.fromkeys([(record, field), *elsewhere])
    return tuple(dict.fromkeys(claim for matter in matters for claim in claims_on(*matter, claims_about)))
