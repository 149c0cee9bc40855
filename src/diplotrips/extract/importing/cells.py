"""One cell of a list as the value that its column means: countries, codes, days, names; or why it is none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from diplotrips.schema.codelists import codes, fold, nearest
from diplotrips.schema.countries import NEAR_ENOUGH, OTHER_WORDS, country_codes, country_name, named_country, nearest_country
from diplotrips.schema.fields import Count
from diplotrips.schema.mapping import CODELIST_OF
from diplotrips.schema.phrases.written import Order, Written, WrittenDateError, read_written, read_written_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplotrips.extract.importing.grid import Cell
    from diplotrips.schema.mapping import ColumnRule

YES: Final = frozenset({"yes", "y", "true", "1", "x"})
NO: Final = frozenset({"no", "n", "false", "0"})

LONGEST_NAME: Final = 200


class UnmappedError(ValueError):
    """A cell that says something which cannot be told; the text says what, and what may have been meant."""


def text_of(cell: Cell) -> str:
    """Return what stands in a cell as one line of text; an empty one as an empty text."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    return " ".join(str(cell).split())


def parts_of(text: str, split: str | None) -> list[str]:
    """Return the values in a cell, each once."""
    parts = text.split(split) if split else [text]
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


def country_of(text: str, own: Mapping[str, str]) -> str:
    """Return the code of the country that *text* names, by its code, its name or a name that the mapping has.

    Raises:
        UnmappedError: there is none; the nearest is named.
    """
    code = {fold(name): each for name, each in own.items()}.get(fold(text)) or (text if text in country_codes() else named_country(text))
    if code:
        return code
    near = nearest_country(text)  # takes three letters, and words such as UK, that can mean one country only
    if near and len(text) <= len("ABC") and text.isupper():
        return near
    near = near or OTHER_WORDS.get(nearest(fold(text), OTHER_WORDS, NEAR_ENOUGH), "")
    meant = f"; did you mean {near}, {country_name(near)}?" if near else ""
    raise UnmappedError(f"no country is called {text}{meant}")


def code_of(text: str, rule: ColumnRule) -> str:
    """Return the code of the list of a column that *text* means: told by the rule, the code itself, or its label.

    Raises:
        UnmappedError: there is none; the nearest is named.
    """
    told = {fold(name): code for name, code in (rule.codes or {}).items()}.get(fold(text))
    return told or code_in(text, CODELIST_OF[rule.to])


def code_in(text: str, list_name: str) -> str:
    """Return the code of a list that *text* is, or whose label it is.

    Raises:
        UnmappedError: there is none; the nearest is named.
    """
    known = codes(list_name)
    slug = fold(text).replace(" ", "-")
    if slug in known:
        return slug
    near = nearest(slug, known)
    raise UnmappedError(f"{text} is not in the list {list_name}" + (f"; did you mean {near}?" if near else ""))


def flag_of(text: str) -> bool:
    """Return whether *text* says yes.

    Raises:
        UnmappedError: it says neither yes nor no.
    """
    folded = fold(text)
    if folded in YES | NO:
        return folded in YES
    raise UnmappedError(f"{text} is neither Yes nor No")


def days_of(cell: Cell, order: str | None) -> Written:
    """Return the days that a cell names, from a first to a last one.

    Raises:
        UnmappedError: it names none, or may name others.
    """
    try:
        return Written(str(cell)) if isinstance(cell, date) else read_written(text_of(cell), Order(order) if order else None)
    except WrittenDateError as error:
        raise UnmappedError(str(error)) from error


def day_of(cell: Cell, order: str | None) -> str:
    """Return the one day that a cell names.

    Raises:
        UnmappedError: as `days_of`.
    """
    try:
        return str(cell) if isinstance(cell, date) else read_written_day(text_of(cell), Order(order) if order else None)
    except WrittenDateError as error:
        raise UnmappedError(str(error)) from error


def count_of(text: str) -> str:
    """Return a number as a source gives it.

    Raises:
        UnmappedError: it is none.
    """
    try:
        return str(Count.parse(text))
    except ValueError as error:
        raise UnmappedError(f"{text} is no number such as 4, ~4, 3..5 or 1..") from error


def name_of(text: str) -> str:
    """Return *text* if it can stand as a name.

    Raises:
        UnmappedError: it is too long.
    """
    if len(text) > LONGEST_NAME:
        raise UnmappedError(f"“{text[:40]}…” is {len(text)} characters long; {LONGEST_NAME} at most can be kept")
    return text


def is_blank(text: str, blanks: Iterable[str]) -> bool:
    """Tell whether *text* says nothing."""
    return not text or fold(text) in {fold(each) for each in blanks}
