"""What an article is found to say: trips with their stops, quotations, agreements; what `trips`, `quotes` and `agreements` return.

Every value stands with its evidence: the passages it rests on, how it follows from them, how sure the parser is, and by which rule.
`drafting` turns these into the documented shape of a draft.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from diplotrips.extract.parsing.mentions import Role

if TYPE_CHECKING:
    from diplotrips.extract.parsing.mentions import People
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
    from diplotrips.schema.fields import Span

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a value is held."""

    spans: tuple[Span, ...]
    """The passages, each as short as it can be; none only where the basis is `metadata`."""
    rule: str
    """Name of the rule, such as `route-list`; one name for one rule, in words of the trade, with hyphens."""
    basis: str = "stated"
    """A code of the list `claim_bases`."""
    confidence: float = 0.5
    """From 0 to 1: how often what this rule finds is right, as measured."""
    part: str = "body"
    """A code of the list `claim_parts`."""
    phrase: str = ""
    """The few words that a resolved date rests on."""
    anchor: EdtfDate | None = None
    """Day from which the phrase counts."""


@dataclass(frozen=True, slots=True)
class Found(Generic[Value_co]):
    """A value with its evidence."""

    value: Value_co
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """A counterpart whom the traveller meets at a stop."""

    person: str
    """Name in the article's fullest form; empty if only an office is named."""
    office: str
    """Code of the list `offices`; empty if none."""
    country: str
    capacity: str
    """A code of the list `capacities`."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FoundStop:
    """A stay in one country."""

    id: str
    """Local id: the country's code in small letters, `eg-2` for a second stay."""
    country: Found[str]
    """ISO 3166-1 alpha-2 code."""
    places: tuple[Found[str], ...] = ()
    """Towns, in English or as the article spells them, the one in which the traveller mainly was first."""
    first_day: Found[EdtfDate] | None = None
    last_day: Found[EdtfDate] | None = None
    seen: tuple[Found[EdtfDate], ...] = ()
    """Days on which the article has the traveller there; no end of the stay follows from them."""
    status: Found[str] | None = None
    """A code of the list `trip_statuses`, where it is not the trip's."""
    kind: str = "visit"
    """A code of the list `stop_kinds`."""
    met: tuple[FoundMeeting, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundTrip:
    """One journey abroad of one official."""

    id: str
    """Local id: `t1` is the main trip, if there is one."""
    traveller: Found[str]
    """Name in the article's fullest form."""
    person: int
    """Number of the traveller in `People.persons`."""
    main: bool
    """Whether the article is about this trip."""
    status: Found[str]
    """A code of the list `trip_statuses`, as of the article."""
    stops: tuple[FoundStop, ...]
    first_day: Found[EdtfDate] | None = None
    last_day: Found[EdtfDate] | None = None
    within: Found[EdtfInterval] | None = None
    """Window in which the whole trip lies: of an announced one, or of one that is only mentioned (`in April 2014`)."""
    days: Found[tuple[int, int]] | None = None
    """Least and most days of the trip, the first and last one counted."""
    n_countries: Found[int] | None = None
    region: Found[str] | None = None
    route: tuple[tuple[str, ...], ...] = ()
    """Stop ids in the order of travel, those of unknown order among themselves together; empty: no order is known."""
    route_evidence: Evidence | None = None
    """Basis `stated` (dates, ordinals, "then"), `list` or `narration`; with the last two `route` is no order but that of the words."""
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """One quotation, or reported speech with a resolved speaker."""

    spans: tuple[Span, ...]
    """With the marks; several where the quotation is split by its attribution."""
    manner: str
    """A code of the list `quote_manners`."""
    person: int | None
    """Number of the speaker in `People.persons`; None: not attributed."""
    role: Role = Role.OTHER
    evidence: Evidence | None = None
    """The passage that attributes it (verb and name)."""
    insertions: tuple[Span, ...] = ()
    """What an editor put in, in brackets, inside the quotation."""


@dataclass(frozen=True, slots=True)
class FoundAgreement:
    """Something agreed, signed, discussed or intended."""

    id: str
    parties: tuple[Found[str], ...]
    """Country codes."""
    kind: str
    """A code of the list `agreement_kinds`."""
    progress: Found[str]
    """A code of the list `progress`."""
    subject: Found[str] | None = None
    """The article's own words; a draft has the span of them only."""
    papers: Found[str] | None = None
    """Number of papers, as a `Count`."""
    date: Found[EdtfDate] | None = None
    title: Found[str] | None = None
    trip: str = ""
    """Local id of the trip that it belongs to; empty: of none."""
    stop: str = ""
    """Local id of the stop where it was reached; empty: not known."""
    of_this_trip: bool = True
    """False when it is dated before the trip or cumulative."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says, with what it was read from."""

    layout: Layout
    people: People
    trips: tuple[FoundTrip, ...] = ()
    quotes: tuple[FoundQuote, ...] = ()
    agreements: tuple[FoundAgreement, ...] = ()
    published: Found[EdtfDate] | None = None
    """Day from which relative dates count, and where it was found."""
