"""Which authored trip a trip in a draft means: the same traveller, a country in common, and days that can meet.

Countries alone never tell. Days that differ a little are what a draft is read for, so some slack is given; a draft without any day is
held against the day of its publication, and only if its article is about that trip. Where two trips are as likely, none is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.disagreement.near_names import Register
from diplotrips.schema.claims import CLAIM_FIELDS
from diplotrips.schema.dates.days import FIRST, LAST
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import id_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplotrips.schema.coding import CodedBlock, CodedTrip, CodingFile
    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.document import TripDocument

SLACK_DAYS = 10
"""Days by which the days of a draft may miss those of its trip."""

REACH_DAYS = 45
"""Days before and after its publication in which the trip of an article without any day is looked for."""


class Days(NamedTuple):
    """From which day to which, as `date.toordinal()`."""

    first: int
    last: int

    def distance(self, other: Days) -> int:
        """Return the days between the two, 0 where they share one."""
        return max(self.first - other.last, other.first - self.last, 0)


class Link(NamedTuple):
    """A block of a draft and the trip that it means."""

    block: int
    """Number of the block in the draft."""
    document: TripDocument


class Linker:
    """Finds the trips that drafts mean; one serves all drafts of a dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self.people = Register([entry.record for entry in dataset.people])
        self.organizations = _by_name(dataset)
        """Ids of the registered organizations by their names as an id is made of one."""
        self._published = {entry.record.id: entry.record.published for entry in dataset.sources}
        self._documents: Mapping[str, TripDocument] = {entry.record.trip.id: entry.record for entry in reversed(dataset.trips)}
        self._days_of = {trip: _days_of_document(document) for trip, document in self._documents.items()}
        self._by_country: Mapping[str, Mapping[str, None]] = _by_country(self._documents.values())

    def links(self, draft: CodingFile) -> Iterator[Link]:
        """Give the blocks of *draft* that mean a trip of the dataset; no trip twice, the block that tells most of it wins."""
        taken: set[str] = set()
        for number, block in sorted(enumerate(draft.trips), key=lambda item: (-len(item[1].said), item[0])):
            document = self._meant(draft, block)
            if document and document.trip.id not in taken:
                taken.add(document.trip.id)
                yield Link(number, document)

    def _meant(self, draft: CodingFile, block: CodedBlock) -> TripDocument | None:
        if isinstance(block.trip, str):
            return self._documents.get(block.trip)
        days = self._days(draft, block.trip, block)
        countries = {stop.country for stop in block.stops}
        likely = []
        for trip in dict.fromkeys(trip for country in sorted(countries) for trip in self._by_country.get(country, ())) if days else ():
            document, their_days = self._documents[trip], self._days_of[trip]
            if days and their_days and days.distance(their_days) <= SLACK_DAYS and self._travels(document, block.trip):
                common = len(countries & {stop.country for stop in document.stops})
                likely.append(((common, -days.distance(their_days)), document))
        best = max((rank for rank, _ in likely), default=None)
        meant = [document for rank, document in likely if rank == best]
        return meant[0] if len(meant) == 1 else None

    def _travels(self, document: TripDocument, trip: CodedTrip) -> bool:
        """Tell whether the traveller of *trip*, by id or by a name that is like a registered one, is that of *document*."""
        return trip.traveller == document.trip.traveller or bool(self.people.of_person(document.trip.traveller, trip.traveller))

    def _days(self, draft: CodingFile, trip: CodedTrip, block: CodedBlock) -> Days | None:
        """Return the days that a block allows its trip; None if nothing bounds them."""
        days = _hull([trip.dates, trip.within, *_claimed(block)])
        published = self._published.get(draft.source) or (draft.article.published if draft.article else None)
        if days is None and trip.main and published and published.widened:
            return Days(published.first_widened - REACH_DAYS, published.last_widened + REACH_DAYS)
        return days


def _by_name(dataset: Dataset) -> Mapping[str, str]:
    """Return the id of each organization by its names, written as ids."""
    organizations = [entry.record for entry in dataset.organizations]
    names = ((one.id, name) for one in organizations for name in (one.name, *(other.name for other in one.names)))
    return {id_from(name): organization for organization, name in names}


def _by_country(documents: Iterable[TripDocument]) -> Mapping[str, Mapping[str, None]]:
    """Return the ids of the trips that have a stop in each country, in the order of the files."""
    found: dict[str, dict[str, None]] = {}
    for document in documents:
        for stop in document.stops:
            found.setdefault(stop.country, {})[document.trip.id] = None
    return found


def _claimed(block: CodedBlock) -> Iterator[EdtfDate | EdtfInterval]:
    """Give every date that a line says of the trip or of one of its stops."""
    stops = {stop.id for stop in block.stops}
    for line in block.said:
        if line.about is None or line.about in stops:
            values = (getattr(line, field) for field in CLAIM_FIELDS)
            yield from (value for value in values if isinstance(value, EdtfDate | EdtfInterval))


def _days_of_document(document: TripDocument) -> Days | None:
    return _hull([document.trip.dates, document.trip.within, *(stop.dates for stop in document.stops)])


def _hull(values: Iterable[EdtfDate | EdtfInterval | None]) -> Days | None:
    """Return the days from the first to the last of *values*; None if no end of any is known."""
    ends = [end for value in values for end in _ends(value) if end and end.widened]
    if not ends:
        return None
    return Days(max(min(end.first_widened for end in ends), FIRST), min(max(end.last_widened for end in ends), LAST))


def _ends(value: EdtfDate | EdtfInterval | None) -> tuple[EdtfDate | None, ...]:
    return (value.first, value.last) if isinstance(value, EdtfInterval) else (value,)
