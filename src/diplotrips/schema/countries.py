"""The countries: codes, names, validity and crosswalk, as package data.

One row a period of validity lies in `countries.csv` beside this module, sorted by code and first day. Codes are ISO 3166-1 alpha-2, the
four letters of ISO 3166-3 for former states, `XK` for Kosovo and `ZZ` for a country that is not known. Territories whose status is
disputed are a code list (`territories`), not countries; names of regions are one too (`regions`).

**Validity** is that of the state or territory that the code stands for, not of the entry in the standard, since sources speak of states:
`SUHH` ends with the Soviet Union, eight months before ISO withdrew it. It is given where a code of this table took over from another or
where a number changed; an empty day means "no change that this table knows". Where no political end is clear (islands, sectors of
Antarctica, statistical codes) it is the last day of ISO's entry.

**Numbers.** `cow` and `gw` are the numbers of the state in the lists of Correlates of War and of Gleditsch and Ward (microstates
included). They do not say whether a state was a member of the system in a year. The two differ for Germany, Serbia, Yemen, Kiribati, Nauru,
Tonga and Tuvalu.

Which code a country had before or after is told in `successors`.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from diplotrips.errors import UnknownNameError
from diplotrips.schema.codelists import fold, nearest

COUNTRY_PATTERN = r"^[A-Z]{2}([A-Z]{2})?$"
"""What every country code looks like."""

ALPHA_2 = 2
"""Letters of a code in use; those of a former state have four, the code that it had and the one that took over."""

UNKNOWN_COUNTRY = "ZZ"
"""Code of a country that is not known."""

NEAR_ENOUGH = 0.75
"""Least similarity of a name that is offered as the one meant; less would take Congo for Tonga."""

SHORTEST_NAME = 4
"""Fewest letters of a name; shorter words are codes, and of codes no near one is guessed."""

OTHER_WORDS = {
    "uk": "GB",
    "u k": "GB",
    "el": "GR",
    "britain": "GB",
    "great britain": "GB",
    "england": "GB",
    "usa": "US",
    "u s": "US",
    "u s a": "US",
    "united states of america": "US",
    "america": "US",
    "uae": "AE",
    "russian federation": "RU",
    "ussr": "SUHH",
    "gdr": "DDDE",
    "east germany": "DDDE",
    "west germany": "DE",
    "ivory coast": "CI",
    "cape verde": "CV",
    "czech republic": "CZ",
    "swaziland": "SZ",
    "macedonia": "MK",
    "turkiye": "TR",
    "holland": "NL",
    "holy see": "VA",
    "vatican": "VA",
    "dr congo": "CD",
    "democratic republic of the congo": "CD",
    "republic of the congo": "CG",
    "republic of korea": "KR",
    "dprk": "KP",
    "prc": "CN",
    "republic of china": "TW",
    "state of palestine": "PS",
    "viet nam": "VN",
    "kv": "XK",
    "unknown": UNKNOWN_COUNTRY,
}
"""Words that people write for a country (folded) and that are neither its name here nor one of its codes."""


@dataclass(frozen=True, slots=True)
class Country:
    """One period of validity of a country code."""

    country: str
    """ISO 3166-1 alpha-2, ISO 3166-3 for former states, XK, or ZZ for unknown."""

    iso3: str
    """Three letters, given for every row: ISO's own; XKX for Kosovo, ZZZ for unknown."""

    iso_numeric: str
    """Three digits as text, as ISO and the UN count; empty where there is none."""

    cow: int | None
    """Number of the state in Correlates of War."""

    gw: int | None
    """Number of the state in the list of Gleditsch and Ward."""

    m49_region: str
    """Three digits of the smallest region of the UN standard M49, a code of the list `regions`; empty for an unknown country."""

    name: str
    """Short English name."""

    status: str
    """A code of the list `country_statuses`."""

    valid_since: dt.date | None
    """First day on which the code stands for this; None: no limit that this table knows."""

    valid_until: dt.date | None
    """Last day on which the code stands for this; None: no limit that this table knows."""

    parent: str
    """Code of the state that the territory belongs to; empty for states and where it is disputed."""

    def holds_between(self, first: dt.date, last: dt.date) -> bool:
        """Return whether some day from *first* to *last* lies in this period, both ends included."""
        return (self.valid_since is None or self.valid_since <= last) and (self.valid_until is None or first <= self.valid_until)


@cache
def countries() -> tuple[Country, ...]:
    """Return every period of validity, sorted by code, then by first day."""
    text = (files("diplotrips.schema") / "countries.csv").read_text(encoding="utf-8")
    return tuple(_parse_row(row) for row in csv.DictReader(text.splitlines(), strict=True))


@cache
def country_codes() -> tuple[str, ...]:
    """Return every country code once, sorted."""
    return tuple(dict.fromkeys(row.country for row in countries()))


def iso3(code: str) -> str:
    """Return the three letters of *code*; of a former state those that ISO 3166-3 keeps.

    Raises:
        UnknownNameError: there is no such country code.
    """
    return _newest(code).iso3


def country_name(code: str) -> str:
    """Return the short English name of *code*.

    Raises:
        UnknownNameError: there is no such country code.
    """
    return _newest(code).name


def is_former(code: str) -> bool:
    """Tell whether *code* looks like that of a former state."""
    return len(code) > ALPHA_2


def periods_between(code: str, first: dt.date, last: dt.date) -> tuple[Country, ...]:
    """Return the periods of *code* that some day from *first* to *last* lies in; none for a code that there is not."""
    return tuple(row for row in countries() if row.country == code and row.holds_between(first, last))


def named_country(word: str) -> str:
    """Return the country code that is called *word*, in any case and with or without accents; "" for none, and for a mere code."""
    meant = fold(word)
    return _words().get(meant, "") if len(meant) >= SHORTEST_NAME else ""


def nearest_country(word: str) -> str:
    """Return the country code that *word* was most likely meant to be, or "" when none is near or several are.

    Takes a code in any case, the two letters that a former state had, three letters, `UK` and the like, and a name in any spelling that is
    near enough.
    """
    meant = fold(word)
    if meant in _words():
        return _words()[meant]
    if len(meant) < SHORTEST_NAME:
        return ""
    return _words().get(fold(nearest(meant, (row.name for row in _by_code().values()), NEAR_ENOUGH)), "")


def _parse_row(row: dict[str, str]) -> Country:
    """Return one line of the file with its numbers and days."""
    return Country(
        country=row["country"],
        iso3=row["iso3"],
        iso_numeric=row["iso_numeric"],
        cow=int(row["cow"]) if row["cow"] else None,
        gw=int(row["gw"]) if row["gw"] else None,
        m49_region=row["m49_region"],
        name=row["name"],
        status=row["status"],
        valid_since=dt.date.fromisoformat(row["valid_since"]) if row["valid_since"] else None,
        valid_until=dt.date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
        parent=row["parent"],
    )


@cache
def _by_code() -> dict[str, Country]:
    """Return the newest period of each code."""
    return {row.country: row for row in countries()}


def _newest(code: str) -> Country:
    """Return the newest period of *code*.

    Raises:
        UnknownNameError: there is no such country code.
    """
    found = _by_code().get(code)
    if found is None:
        raise UnknownNameError("country", code, country_codes())
    return found


@cache
def _withdrawn() -> dict[str, str]:
    """Return the two letters that former states had, unless two of them had the same one after the other (`CS`)."""
    former = {code: code[:ALPHA_2] for code in country_codes() if is_former(code)}
    times = Counter(former.values())
    return {letters: code for code, letters in former.items() if times[letters] == 1}


@cache
def _words() -> dict[str, str]:
    """Return what people may write (folded) with the code that it means; codes win over three letters, those over names."""
    words: dict[str, str] = {}
    rows = sorted(_by_code().values(), key=lambda row: (row.status == "former", row.country))
    for word, code in [
        *((row.country, row.country) for row in rows),
        *((row.iso3, row.country) for row in rows),
        *OTHER_WORDS.items(),
        *((row.name, row.country) for row in rows),
        *_withdrawn().items(),
    ]:
        words.setdefault(fold(word), code)
    return words
