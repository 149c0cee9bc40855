"""Journeys of a corpus as a dataset project: per journey a record that says as little as possible, and what each article claims.

How the gold is read:

- `start` is the first day, `end` the last one; both in one article are one claim on the whole stay.
- A stop of one day (`start` = `end`) gives its first day; where another article has the traveller there for several days, it is only a day
  on which the traveller was seen.
- Of a journey to one country the days of the stop are those of the trip, and said once.
- What is planned or cancelled is told as a plan, all else as a fact.
- `order` is a stated route.
- An article that looks back (`completed`, `mentioned`) on two countries or more tells of the whole tour: its list is complete.
- A weekday in the passage (`evidence`) on which a stop rests is the phrase of its days; no more is taken of any passage.
- A date without a year is of the year in which it lies nearest to the other dates.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from corpus.journeys import in_year, same_person
from diplotrips.schema.codelists import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from corpus.journeys import Journey
    from corpus.reading import Article, GoldStop, GoldTrip

Written: TypeAlias = "dict[str, object]"

STATUSES = {"planned": "planned", "ongoing": "under-way", "completed": "completed", "cancelled": "cancelled", "mentioned": "completed"}
"""The corpus' words for a status, and ours."""
PLANS = frozenset({"planned", "cancelled"})
LOOKS_BACK = frozenset({"completed", "mentioned"})
TOUR = 2
"""Countries of the shortest tour."""
ANY_DAY = "0001-01-01/.."


@dataclass(frozen=True, slots=True)
class Project:
    """Journeys and articles under the ids that they have in the project, which is free to take any names from a corpus."""

    journeys: Mapping[str, Journey]
    articles: Mapping[str, str]
    """Id of the article by id of the source."""


def write_project(folder: Path, journeys: Sequence[Journey], articles: Sequence[Article]) -> Project:
    """Write *journeys*, as *articles* tell of them, as the records of a dataset into *folder*."""
    sources = {article.id: f"s{number}" for number, article in enumerate(articles, start=1)}
    people = People(journeys, articles)
    named = {f"t{number}": journey for number, journey in enumerate(journeys, start=1)}
    files = {f"authored/{name}": _document(name, journey, people, sources) for name, journey in named.items()}
    files |= {"dataset": _INFO, "people": {"schema": 1, "people": people.entries}}
    files["sources"] = {"schema": 1, "sources": [_source(article, sources) for article in articles]}
    for name, content in files.items():
        file = folder / "extract" / f"{name}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return Project(named, {source: article for article, source in sources.items()})


_INFO: Written = {
    "schema": 1,
    "dataset": {
        "id": "corpus",
        "title": "A corpus",
        "description": "Claims of the articles of a corpus.",
        "creators": [{"name": "Nobody"}],
        "licence": "CC0-1.0",
        "codebook": "0.1.0",
        "reference_date": "2026-11-22",
    },
}


def _source(article: Article, sources: Mapping[str, str]) -> Written:
    published = {"published": article.published} if article.published else {}
    return {"id": sources[article.id], "kind": "article", "language": "en", **published}


class People:
    """Everybody whom the gold names, a person each; of a traveller's spellings the most frequent one is the name, no other is registered.

    Spellings that differ only in accents, capitals or punctuation are one.
    """

    def __init__(self, journeys: Sequence[Journey], articles: Sequence[Article]) -> None:
        spellings = [
            *(trip.traveller for journey in journeys for trip in journey.trips),
            *(name for one in articles for name in one.speakers),
        ]
        names: list[str] = []
        for traveller in map(_most_frequent, journeys):
            names += [] if any(same_person(traveller, name) for name in names) else [traveller]
        names += [name for name in _first_of_each(spellings) if not any(same_person(name, traveller) for traveller in names)]
        self._ids = {name: f"p{number}" for number, name in enumerate(names, start=1)}
        variants = {name: sorted({one for one in spellings if fold(one) == fold(name)} - {name}) for name in names}
        self.entries: list[Written] = [
            {"id": person, "name": name, "names": [{"name": one} for one in variants[name]]} for name, person in self._ids.items()
        ]

    def of(self, spelling: str) -> str:
        """Return the id of the first person who may be called *spelling*."""
        return self._ids.get(spelling) or next(person for name, person in self._ids.items() if same_person(name, spelling))


def _most_frequent(journey: Journey) -> str:
    """Return the spelling of the traveller that most articles use, of several the first."""
    return Counter(trip.traveller for trip in journey.trips).most_common(1)[0][0]


def _first_of_each(names: Iterable[str]) -> list[str]:
    """Return *names* without those that are another one but for accents, capitals or punctuation."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return [name for folded, name in found.items() if folded]


def _document(name: str, journey: Journey, people: People, sources: Mapping[str, str]) -> Written:
    """Return the trip document of *journey*: the stops that any article names, some time, and what each article says."""
    record = {
        "id": name,
        "traveller": people.of(_most_frequent(journey)),
        "office": "other",
        "represents": "ZZ",
        "status": _latest_status(journey),
        "within": ANY_DAY,
    }
    document: Written = {"schema": 1, "trip": record, "stops": [{"id": stop_id(one), "country": one} for one in sorted(journey.countries)]}
    counted = sorted({country for trip in journey.trips for country, _ in trip.papers})
    agreements = [{"id": f"papers-{stop_id(one)}", "parties": [one], "progress": "intended", "subject": "papers"} for one in counted]
    said = {sources[trip.article]: list(_lines(trip, journey)) for trip in journey.trips}
    return document | ({"agreements": agreements} if agreements else {}) | {"said": said}


def _latest_status(journey: Journey) -> str:
    """Return how far the journey has got by the article that has it the farthest; cancelled only if no article has it otherwise."""
    told = {STATUSES[trip.status] for trip in journey.trips if trip.status in STATUSES}
    return next((status for status in ("completed", "under-way", "planned", "cancelled") if status in told), "unconfirmed")


def stop_id(country: str) -> str:
    """Return the local id of the stop in *country*."""
    return country.lower()


def _lines(trip: GoldTrip, journey: Journey) -> Iterator[Written]:
    """Give what one article says of *journey*, one line a statement."""
    mode = "planned" if trip.status in PLANS else "held"
    yield {"named": trip.traveller}
    if trip.status in STATUSES:
        yield {"status": STATUSES[trip.status]}
    countries: Written = {"countries": sorted(trip.countries), "mode": mode}
    is_complete = trip.status in LOOKS_BACK and len(trip.countries) >= TOUR
    yield countries | ({"n_countries": len(trip.countries)} if is_complete else {})
    yield from ({"mode": mode, **days} for days in _days_of_trip(trip, journey))
    if len(route := _route(trip.stops)) > 1:
        yield {"mode": mode, "route": route}
    for country, stops in _by_country(trip.stops).items():
        places = list(dict.fromkeys(stop.city for stop in stops if stop.city))
        phrase: Written = {"phrase": stops[0].weekday} if stops[0].weekday else {}
        stay: list[Written] = [{"places": places}] if places else []
        stay += [days | phrase for days in _days_of_stop(country, stops, journey)]
        yield from ({"about": stop_id(country), "mode": mode, **part} for part in stay)
    for country, number in dict(trip.papers).items():
        yield {"about": f"papers-{stop_id(country)}", "mode": mode, "papers": number}


def _days_of_trip(trip: GoldTrip, journey: Journey) -> list[Written]:
    """Return the days of the whole trip; if it goes to one country only, and one day is missing, that of the stop."""
    start, end = trip.start, trip.end
    if len(journey.countries) == 1 and len(trip.stops) == 1:
        start, end = start or trip.stops[0].start, end or trip.stops[0].end
    return _days(start, end, journey)


def _days_of_stop(country: str, stops: Sequence[GoldStop], journey: Journey) -> list[Written]:
    """Return the days of the stay in *country*; none if the journey goes nowhere else, or the article has several stays there."""
    if len(journey.countries) == 1 or len(stops) > 1:
        return []
    stay = stops[0]
    others = [stop for trip in journey.trips for stop in trip.stops if stop.country == country]
    if stay.start == stay.end != "" and any(stop.start and stop.end and stop.start != stop.end for stop in others):
        return [{"seen": in_year(stay.start, journey)}]
    return _days(stay.start, stay.end, journey)


def _days(start: str, end: str, journey: Journey) -> list[Written]:
    """Return first and last day: in one statement if both are plain dates, and the first alone if they are the same."""
    first, last = in_year(start, journey), in_year(end, journey)
    if first and last and first != last and "/" not in first + last:
        return [{"dates": f"{first}/{last}"}]
    given: list[tuple[str, str]] = [("first_day", first), ("last_day", last if last != first else "")]
    return [{field: day} for field, day in given if day]


def _route(stops: Sequence[GoldStop]) -> list[str | list[str]]:
    """Return the stops that have an order, ties in an inner list; a country that comes twice has none that could be compared."""
    ranks: dict[int, list[str]] = defaultdict(list)
    for country, stays in _by_country(stops).items():
        if len(stays) == 1 and stays[0].order is not None:
            ranks[stays[0].order].append(stop_id(country))
    return [tied if len(tied) > 1 else tied[0] for _, tied in sorted(ranks.items())]


def _by_country(stops: Sequence[GoldStop]) -> dict[str, list[GoldStop]]:
    found: dict[str, list[GoldStop]] = defaultdict(list)
    for stop in stops:
        found[stop.country].append(stop)
    return found
