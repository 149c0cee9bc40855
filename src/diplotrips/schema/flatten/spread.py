"""One value, several columns: dates, windows, counts and countries spread over the columns that a field of that type has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.schema.countries import iso3
from diplotrips.schema.dates.edtf import End

if TYPE_CHECKING:
    from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
    from diplotrips.schema.fields import Count

Cells = dict[str, object]
"""Some columns of a row by name; days as `datetime.date`, codes as text."""

Row = tuple[str, Cells]
"""Name of the table, and the columns that are not null."""


def dated(field: str, value: EdtfDate | None) -> Cells:
    """Return the five columns of a day that may be known inexactly."""
    if value is None:
        return {}
    return {
        field: value.earliest if value.is_day else None,
        f"{field}_earliest": value.earliest,
        f"{field}_latest": value.latest,
        f"{field}_precision": str(value.precision),
        f"{field}_edtf": str(value),
    }


def first_and_last(interval: EdtfInterval | None, first: str = "first_day", last: str = "last_day") -> Cells:
    """Return the ten columns of a first and a last day; an open end is `..`, of an unknown one nothing is said."""
    if interval is None:
        return {}
    open_ends = {f"{field}_edtf": ".." for field, end in ((first, interval.first_end), (last, interval.last_end)) if end is End.OPEN}
    return {**dated(first, interval.first), **dated(last, interval.last), **open_ends}


def window(field: str, value: EdtfDate | EdtfInterval | None) -> Cells:
    """Return the three columns of a window, or of a day of which bounds are enough."""
    if value is None:
        return {}
    return {f"{field}_earliest": value.earliest, f"{field}_latest": value.latest, f"{field}_edtf": str(value)}


def as_said(field: str, value: EdtfDate | None) -> Cells:
    """Return the two columns of a day of keeping the records."""
    if value is None:
        return {}
    return {field: value.earliest if value.is_day else None, f"{field}_edtf": str(value)}


def counted(field: str, value: Count | None) -> Cells:
    """Return the three columns of a number as a source gives it."""
    if value is None:
        return {}
    return {f"{field}_min": value.least, f"{field}_max": value.most, f"{field}_approximate": value.approximate}


def country(field: str, code: str | None) -> Cells:
    """Return the two columns of a country."""
    return {field: code, f"{field}_iso3": iso3(code)} if code else {}


def country_or_organization(country_field: str, organization_field: str, value: str | None) -> Cells:
    """Return the columns of a country or, where *value* does not begin with a capital, of an organization."""
    if value and not value[0].isupper():
        return {organization_field: value}
    return country(country_field, value)
