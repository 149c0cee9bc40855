"""A journey as a trip document: what is held to be true, and the lines in which the list says so, each with its row."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.importing.journeys import groups_of, side_visits
from diplotrips.schema.fields import LONGEST_ID, id_from
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.extract.importing.journeys import Placed
    from diplotrips.extract.importing.known import Known
    from diplotrips.extract.importing.visits import Visit
    from diplotrips.schema.dates.edtf import EdtfInterval

    Json = dict[str, Any]

COMPLETED: Final = "completed"
"""Status of a visit of which the list says nothing else."""

_LISTS: Final = ("purposes", "did", "did_not")
_SAID: Final = ("dates", "within", "kind", "during", "protocol", "purposes", "events", "did", "did_not")


def locator(file: str, visits: Sequence[Visit]) -> str:
    """Return where in a file visits stand: `visits.csv row 14`, `visits.csv rows 14, 15, 17`."""
    rows = sorted(visit.row for visit in visits)
    return f"{file} row{'s' if rows[1:] else ''} {', '.join(map(str, rows))}"


def wanted_id(journey: Sequence[Placed]) -> str:
    """Return the id that a journey suggests: the traveller's last name, year and month, the first country."""
    first = journey[0]
    if "trip_id" in first.visit.texts:
        return id_from(first.visit.texts["trip_id"])
    days = first.visit.texts.get("dates") or first.visit.texts.get("within", "")
    when = id_from(days.split("/")[0][:7])
    return id_from("-".join([first.traveller.rpartition("-")[2], when, first.visit.countries[0].lower()]))[:LONGEST_ID]


def document_of(journey: Sequence[Placed], trip_id: str, known: Known, source: str, file: str) -> Json:
    """Return the document of a new trip.

    Args:
        journey: The visits, in the order of their days.
        trip_id: Id of the trip.
        known: The registers; whoever is met and every event is entered there.
        source: Id of the list.
        file: Name of the list, for the locators.
    """
    visits = [placed.visit for placed in journey]
    several = any(visit.countries[1:] for visit in visits)
    stops = _stops(journey, known)
    trip = {
        "id": trip_id,
        "traveller": journey[0].traveller,
        "office": visits[0].texts["office"],
        "represents": journey[0].represents,
        "status": _status(visits),
        **_days(visits),
        **({} if several else _route(journey, stops)),
        **_noted(visits if several else ()),
    }
    lines = [_trip_line(journey, trip, file)]
    if not several:
        lines += [line for visit, stop in zip(visits, stops, strict=True) for line in stop_lines(visit, stop, locator(file, [visit]))]
    else:
        lines += [{"about": stop["id"], "country": stop["country"], "part": "table", "locator": locator(file, visits)} for stop in stops]
    return {"schema": SCHEMA_VERSION, "trip": trip, "stops": stops, "said": {source: lines}}


def stop_lines(visit: Visit, stop: Json, where: str) -> Iterator[Json]:
    """Give the lines in which a row says what it says of its stop, and of each person met there."""
    told: Json = {key: stop[key] for key in _SAID if key in stop}
    if "places" in stop:
        told["places"] = [place if isinstance(place, str) else place["name"] for place in stop["places"]]
    told |= {key: visit.texts[key] for key in ("status", "territory") if key in visit.texts}
    if "days" in visit.texts:
        told["days"] = int(visit.texts["days"]) if visit.texts["days"].isdigit() else visit.texts["days"]
    yield {"about": stop["id"], "country": stop["country"], **told, "part": "table", "locator": where}
    names = dict(zip((meeting["person"] for meeting in stop.get("met", ())), (name for name, _ in visit.met), strict=False))
    for meeting in stop.get("met", ()):
        of = {"of": meeting["of"]} if "of" in meeting else {}
        about = f"{stop['id']}.{meeting['person']}"
        yield {"about": about, "named": names[meeting["person"]], **of, "part": "table", "locator": where}


def _trip_line(journey: Sequence[Placed], trip: Mapping[str, Any], file: str) -> Json:
    """Return the line about the trip as a whole; what follows from several rows is derived."""
    visits = [placed.visit for placed in journey]
    told = {key: trip[key] for key in ("office", "represents", "status", "dates", "within", "route") if key in trip}
    basis = {"basis": "derived"} if visits[1:] else {}
    return {"named": visits[0].texts["traveller"], **told, **basis, "part": "table", "locator": locator(file, visits)}


def _stops(journey: Sequence[Placed], known: Known) -> list[Json]:
    """Return the stops; a row with several countries gives each of them, and nothing besides."""
    seen: Counter[str] = Counter()
    stops: list[Json] = []
    status = _status([placed.visit for placed in journey])
    for placed in journey:
        for code in placed.visit.countries:
            seen[code] += 1
            local = code.lower() if seen[code] == 1 else f"{code.lower()}-{seen[code]}"
            stop = {"id": local, "country": code}
            alone = len(placed.visit.countries) == 1
            stops.append({**stop, **(_facts(placed.visit, known, status, alone_on_trip=len(journey) == 1) if alone else {})})
    if len(stops) == len(journey):
        for inner, outer in side_visits(list(journey)).items():
            stops[inner]["during"] = stops[outer]["id"]
    return stops


def _facts(visit: Visit, known: Known, status: str, *, alone_on_trip: bool) -> Json:
    """Return what a row says of its one stop."""
    texts = visit.texts
    found: Json = {key: texts[key] for key in ("kind", "protocol", "certainty") if key in texts}
    if "dates" in texts or not alone_on_trip:
        found |= {key: texts[key] for key in ("dates", "within") if key in texts}
    if texts.get("status", status) != status:
        found["status"] = texts["status"]
    places = [{"name": name, "territory": texts["territory"]} if "territory" in texts else name for name in visit.lists.get("places", ())]
    found |= {"places": places} if places else {}
    found |= {key: visit.lists[key] for key in _LISTS if visit.lists.get(key)}
    if visit.lists.get("events"):
        found["events"] = list(dict.fromkeys(map(known.event, visit.lists["events"])))
    met = {known.person(name, {}, of): of for name, of in visit.met}
    if met:
        found["met"] = [{"person": person, **({"of": of} if of else {})} for person, of in met.items()]
    notes = [*visit.notes, *([f"Territory: {texts['territory']}"] if "territory" in texts and not places else [])]
    return {
        **found,
        **({"external_ids": visit.ids["stop"]} if "stop" in visit.ids else {}),
        **({"note": "; ".join(notes)} if notes else {}),
        **({"extra": visit.extra} if visit.extra else {}),
    }


def _status(visits: Sequence[Visit]) -> str:
    """Return the status of a trip: that of its first visit."""
    return visits[0].texts.get("status", COMPLETED)


def _days(visits: Sequence[Visit]) -> Json:
    """Return the days of a trip, from those of the first visit to those of the last; the window where there are none."""
    intervals = [each for visit in visits if (each := visit.dates)]
    if len(intervals) < len(visits):
        return {"within": visits[0].texts["within"]}
    begin = str(intervals[0]).partition("/")[0]
    last = max(intervals, key=_reach)
    end = str(last).rpartition("/")[2]
    return {"dates": begin if begin == end else f"{begin}/{end}"}


def _reach(interval: EdtfInterval) -> tuple[int, bool]:
    """Return what the last of several stays is found by: its last day; where that is not known its first one, which is later then."""
    day = interval.latest or interval.earliest
    return day.toordinal() if day else 0, interval.latest is None


def _route(journey: Sequence[Placed], stops: Sequence[Json]) -> Json:
    """Return the order of travel, where the days tell it."""
    beside = [index for index, stop in enumerate(stops) if "during" in stop]
    groups = groups_of(list(journey), beside)
    route = [stops[group[0]]["id"] if len(group) == 1 else [stops[index]["id"] for index in group] for group in groups]
    return {"route": route} if len(route) > 1 else {}


def _noted(visits: Sequence[Visit]) -> Json:
    """Return as the note of a trip what rows with several countries say, which belongs to none of them alone."""
    told = [note for visit in visits for note in visit.notes]
    for visit in visits:
        told += [f"{key.replace('_', ' ').capitalize()}: {', '.join(names)}" for key, names in visit.lists.items() if names]
        told += [f"Met: {name}" for name, _ in visit.met]
        told += [f"{key.capitalize()}: {visit.texts[key]}" for key in ("territory", "kind", "protocol", "days") if key in visit.texts]
        told += [f"{scheme}: {value}" for scheme, value in visit.ids.get("stop", {}).items()]
        told += [f"{key}: {value}" for key, value in visit.extra.items()]
    return {"note": "; ".join(told)} if told else {}
