"""Reading a corpus: `articles/<id>.json` for day of publication and trip key, `gold/<id>.json` for what the article states.

Nothing else is read, `conflicts/` and the articles' texts least of all. Whatever is missing, of another type or no date is taken as not
said; what the package could not read as a country or date would be lost there anyway.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.schema.countries import country_codes
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.dates.reasons import EdtfError

if TYPE_CHECKING:
    from pathlib import Path

MOST_CHARS = 200
"""Longest name that is taken from the gold."""


class NoCorpusError(Exception):
    """A folder is no corpus."""


@dataclass(frozen=True, slots=True)
class GoldStop:
    """One stop as an article states it."""

    country: str
    city: str
    start: str
    end: str
    order: int | None
    weekday: str
    """The weekday that the passage names on which the gold rests; nothing else of it is taken."""


@dataclass(frozen=True, slots=True)
class GoldTrip:
    """One trip as an article states it; whatever it does not say is empty."""

    article: str
    traveller: str
    status: str
    is_main: bool
    start: str
    end: str
    stops: tuple[GoldStop, ...]
    papers: tuple[tuple[str, int], ...]
    """Country and number of papers, where a package says how many."""

    @property
    def countries(self) -> frozenset[str]:
        """The countries visited."""
        return frozenset(stop.country for stop in self.stops)


@dataclass(frozen=True, slots=True)
class Article:
    """One article: what its own file says of it, and its gold."""

    id: str
    key: str
    """Trip key; the article's own id where it has none."""
    published: str
    trips: tuple[GoldTrip, ...]
    speakers: tuple[str, ...]


def read_corpus(folder: Path) -> list[Article]:
    """Return the articles of the corpus in *folder* that have gold, by id.

    Raises:
        NoCorpusError: it has no `articles/` and `gold/` with files of the same names, or one of them is no JSON object.
    """
    golds = sorted((folder / "gold").glob("*.json"))
    pairs = [(folder / "articles" / gold.name, gold) for gold in golds if (folder / "articles" / gold.name).is_file()]
    if not pairs:
        raise NoCorpusError(f"{folder} is no corpus: it needs articles/<id>.json and gold/<id>.json of the same names")
    return [_article(gold.stem, _object(article), _object(gold)) for article, gold in pairs]


def _object(file: Path) -> dict[str, object]:
    """Return the JSON object in *file*."""
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NoCorpusError(f"{file} cannot be read as JSON: {error}") from None
    if not isinstance(value, dict):
        raise NoCorpusError(f"{file} holds no JSON object")
    return value


def _article(name: str, about: dict[str, object], gold: dict[str, object]) -> Article:
    trips = tuple(trip for written in _entries(gold, "trips") if (trip := _trip(name, written)).stops and trip.traveller)
    speakers = tuple(dict.fromkeys(speaker for quote in _entries(gold, "quotes") if (speaker := _text(quote, "speaker"))))
    return Article(name, _text(about, "trip_key") or name, _date(about, "published"), trips, speakers)


def _trip(article: str, written: dict[str, object]) -> GoldTrip:
    stops = (_stop(stop) for stop in _entries(written, "stops"))
    return GoldTrip(
        article=article,
        traveller=_text(written, "traveller"),
        status=_text(written, "status"),
        is_main=written.get("main") is not False,
        start=_date(written, "start"),
        end=_date(written, "end"),
        stops=tuple(stop for stop in stops if stop.country in country_codes()),
        papers=tuple(paper for agreement in _entries(written, "agreements") for paper in _papers(agreement)),
    )


def _stop(written: dict[str, object]) -> GoldStop:
    order = written.get("order")
    return GoldStop(
        country=_text(written, "country"),
        city=_text(written, "city"),
        start=_date(written, "start"),
        end=_date(written, "end"),
        order=order if isinstance(order, int) and not isinstance(order, bool) else None,
        weekday=_weekday(written),
    )


_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _weekday(stop: dict[str, object]) -> str:
    """Return the weekday in the passage that the gold of *stop* rests on, empty unless there is exactly one."""
    found = set(_WEEKDAY.findall(_text(stop, "evidence")))
    return found.pop() if len(found) == 1 else ""


_COUNTED = re.compile(r"(\d{1,3}) (?!(?:million|billion|percent|year|month|week|day)s?\b)[^\W\d]")


def _papers(agreement: dict[str, object]) -> list[tuple[str, int]]:
    """Return the number with which the subject begins, for each party that is a country: `20 bilateral deals on …`."""
    counted, parties = _COUNTED.match(_text(agreement, "subject")), agreement.get("parties")
    if not counted or not isinstance(parties, list):
        return []
    return [(party, int(counted[1])) for party in parties if isinstance(party, str) and party in country_codes()]


def _entries(written: dict[str, object], key: str) -> list[dict[str, object]]:
    """Return the objects in the list *key*."""
    value = written.get(key)
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _text(written: dict[str, object], key: str) -> str:
    """Return the text *key* on one line, empty if it is none or longer than a name can be."""
    value = written.get(key)
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if len(text) <= MOST_CHARS else ""


def _date(written: dict[str, object], key: str) -> str:
    """Return the date *key* in canonical form, empty if it is none."""
    try:
        return str(EdtfDate.parse(_text(written, key)))
    except EdtfError:
        return ""
