"""What somebody types for a country, an office or days, as the code or text that a record takes; or one sentence about what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.schema.codelists import codes, nearest
from diplotrips.schema.countries import country_codes, country_name, named_country, nearest_country
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.dates.reasons import EdtfError
from diplotrips.schema.fields import LONGEST_ID, is_id

if TYPE_CHECKING:
    from collections.abc import Iterable


def id_of(what: str, text: str) -> str:
    """Return *text* if it can be the id of *what*.

    Raises:
        UnusableRequestError: it cannot.
    """
    if is_id(text):
        return text
    told = f"an id has lower-case letters, digits and single hyphens between them, at most {LONGEST_ID}"
    raise UnusableRequestError(f"“{text}” cannot be the id of {what}: {told}")


def country(text: str) -> str:
    """Return the code of the country that *text* names by its code or its English name.

    Raises:
        UnusableRequestError: there is no such country; the nearest is named.
    """
    code = text.upper() if text.upper() in country_codes() else named_country(text)
    if code:
        return code
    near = nearest_country(text)
    meant = f"did you mean {near}, {country_name(near)}?" if near else "write its two letters, such as CL"
    raise UnusableRequestError(f"no country is called {text}; {meant}")


def code(what: str, text: str, list_name: str) -> str:
    """Return *text* if it is a code of a list.

    Raises:
        UnusableRequestError: it is none; the nearest is named, if one is near.
        UnknownNameError: it is none, and none is near.
    """
    known = codes(list_name)
    if text in known:
        return text
    near = nearest(text, known)
    if near:
        raise UnusableRequestError(f"no {what} is called {text}; did you mean {near}?")
    raise UnknownNameError(what, text, known)


def party(text: str, organizations: Iterable[str]) -> str:
    """Return the country or, if it is one of *organizations*, the organization that *text* names.

    Raises:
        UnusableRequestError: there is neither.
    """
    return text if text in organizations else country(text)


def days(text: str) -> str:
    """Return *text* if it is a day or from-to in EDTF that does not end before it starts.

    Raises:
        UnusableRequestError: it is not; the reason is told.
    """
    try:
        interval = EdtfInterval.parse(text)
    except EdtfError as error:
        raise UnusableRequestError(str(error)) from error
    starts = interval.first.earliest if interval.first else None
    ends = interval.last.latest if interval.last else None
    if starts and ends and ends < starts:
        raise UnusableRequestError(f"{text} ends before it starts")
    return text


def day(text: str) -> str:
    """Return *text* if it is a date in EDTF.

    Raises:
        UnusableRequestError: it is not; the reason is told.
    """
    try:
        return str(EdtfDate.parse(text))
    except EdtfError as error:
        raise UnusableRequestError(str(error)) from error
