"""The text of a new trip document: what is held to be true, and the lines in which one source says so.

What is put into it has the right form already, see `terms`; who else has to be in the registers is told in `diplotrips.api`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplotrips.extract.editing.entries import scalar
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_HEAD: Final = """\
# Begun by diplotrips new. Give the stops their places, dates and counterparts; leave in `said` only what the source says, a line a passage.
"""

_UNSAID: Final = "  # the fields that this passage states go here"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTrip:
    """A trip that is begun."""

    id: str
    traveller: str
    """Id of the person."""
    named: str
    """The person's name, as the source is taken to write it."""
    office: str
    represents: str
    status: str
    days: Mapping[str, str]
    """The days under `dates` or `within`."""
    countries: Sequence[str]
    """A code for each stop."""
    in_order: bool
    """Whether the stops are in the order of travel."""
    source: str = ""
    """Id of the source that says so; empty if none was named."""
    spans: Mapping[str, Sequence[str]]
    """Spans by the field or stop of whose line they are."""
    passages: Sequence[str] = ()
    """Spans of passages whose fields are yet to be written."""

    @property
    def stops(self) -> dict[str, str]:
        """The countries by the local ids of the stops: `eg`, and `eg-2` where the traveller comes back."""
        seen: Counter[str] = Counter()
        found = {}
        for code in self.countries:
            seen[code] += 1
            found[code.lower() if seen[code] == 1 else f"{code.lower()}-{seen[code]}"] = code
        return found

    @property
    def route(self) -> str:
        """The stops in the order of travel, as it is written; empty where it is not known."""
        return f"[{', '.join(self.stops)}]" if self.in_order and len(self.countries) > 1 else ""

    @property
    def citable(self) -> tuple[str, ...]:
        """The fields and stops whose lines take a span."""
        return tuple(key for keys, _ in self.lines() for key in keys)

    def lines(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Return the lines under the source: the fields or stop by which a span is given to it, and what is written."""
        who = {"named": scalar(self.named), "office": self.office, "represents": scalar(self.represents)}
        yield tuple(who), _fields(who)
        how = {"status": self.status, **{key: scalar(text, key) for key, text in self.days.items()}}
        yield tuple(how), _fields(how)
        if self.route:
            yield ("route",), _fields({"route": self.route})
        for stop, code in self.stops.items():
            yield (stop,), _fields({"about": stop, "country": code})


def render_trip(trip: NewTrip) -> str:
    """Return the text of the document of *trip*."""
    about = {
        "id": scalar(trip.id),
        "traveller": scalar(trip.traveller),
        "office": trip.office,
        "represents": scalar(trip.represents),
        "status": trip.status,
        **{key: scalar(text, key) for key, text in trip.days.items()},
        **({"route": trip.route} if trip.route else {}),
    }
    lines = [f"schema: {SCHEMA_VERSION}", "trip:", *(f"  {key}: {value}" for key, value in about.items())]
    lines += ["stops:", *(f"  - {{{_fields({'id': stop, 'country': code})}}}" for stop, code in trip.stops.items())]
    if trip.source:
        lines += ["said:", f"  {scalar(trip.source)}:", *_said(trip)]
    return _HEAD + "\n".join(lines) + "\n"


def _said(trip: NewTrip) -> Iterator[str]:
    """Return the lines under the source, with their spans."""
    for keys, written in trip.lines():
        spans = [span for key in keys for span in trip.spans.get(key, ())]
        several = f"[{', '.join(spans)}]"
        yield f"    - {{{written}{f', span: {several if spans[1:] else spans[0]}' if spans else ''}}}"
    yield from (f"    - {{span: {span}}}{_UNSAID}" for span in trip.passages)


def _fields(values: Mapping[str, str]) -> str:
    return ", ".join(f"{key}: {value}" for key, value in values.items())
