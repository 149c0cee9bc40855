"""What was found in articles: the drafts in short, what is left open, and what to do next; for people."""

from __future__ import annotations

import shlex
from collections import Counter
from typing import TYPE_CHECKING, Final

from diplotrips.cli.columns import one_line
from diplotrips.errors import UnusableRequestError
from diplotrips.schema.coding import CodedTrip
from diplotrips.schema.countries import country_name
from diplotrips.schema.fields import groups
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.api import Drafted
    from diplotrips.schema.coding import CodedBlock, CodingFile
    from diplotrips.schema.stop import Stop

MOST_SHOWN: Final = 5
"""Articles that are told in full; of more, each is a line, with what is doubtful about it."""

MOST_PHRASES: Final = 4
"""Unresolved words that are named."""

_NOT_SERVED, _NO_PATH = 1, 3


def only_draft(found: Sequence[Drafted]) -> str:
    """Return the draft of the one article.

    Raises:
        UnusableRequestError: there are several.
    """
    drafts = [one.written for one in found if one.draft and not one.copy_of]
    if len(drafts) > 1:
        raise UnusableRequestError(f"--stdout prints the draft of one article, and these are {len(drafts)}; name a folder with --into")
    return "".join(drafts)


def status_of(found: Sequence[Drafted]) -> int:
    """Return the exit status: 3 if an article could not be read, 1 if a draft was not written, else 0."""
    if any(one.unreadable for one in found) or not found:
        return _NO_PATH
    return _NOT_SERVED if any(one.refused for one in found) else 0


def render_extracted(found: Sequence[Drafted], *, quiet: bool = False) -> str:
    """Return what became of each article; *quiet*: only what went wrong, and the notes."""
    full = len(found) <= MOST_SHOWN
    lines = [line for one in found for line in _told(one, full=full, quiet=quiet)]
    if len(found) > 1 and not quiet:
        lines += ["", _sum(found)]
    return "".join(f"{one_line(line)}\n" for line in lines)


def _told(one: Drafted, *, full: bool, quiet: bool) -> Iterator[str]:
    """Yield the lines about one article."""
    if one.draft is None or one.copy_of:
        undrafted = f"not drafted: {one.refused}" if one.refused else f"left out, since {one.copy_of} has the same name and text"
        yield one.unreadable or f"{one.shown_as}: {undrafted}"
        return
    if not quiet:
        yield f"{_place(one)}: {_counts(one.draft)}"
    if full and not quiet:
        yield from (line for block in one.draft.trips for line in _trip(block))
        if one.draft.dropped:
            dropped = (f"{count} {reason}" for reason, count in one.draft.dropped.items())
            yield f"  left out, since the text does not bear it out or the draft has no place for it: {', '.join(dropped)}"
    if one.refused:
        yield f"  not written: {one.refused}"
    yield from (f"  note: {note}" for note in ((*one.notes, *one.doubts) if full or quiet else one.doubts))
    if full or quiet:
        yield from _open(one)
        if one.file and not quiet:
            yield f"  next: {_next(one)}"


def _place(one: Drafted) -> str:
    """Return where the draft is."""
    if one.file is None:
        return one.shown_as
    return f"{'wrote' if one.is_new else 'unchanged'} {one.file}"


def _counts(draft: CodingFile) -> str:
    """Return how many of each kind a draft has, and when the article was published."""
    experts = [expert for block in draft.trips for expert in block.quoted_experts]
    quotes = sum(len(block.quotes) for block in draft.trips) + sum(len(expert.quotes) for expert in experts)
    counts = [
        number(len(draft.trips), "trip"),
        number(sum(len(block.stops) for block in draft.trips), "stop"),
        number(quotes, "quotation") + (f" ({number(len(experts), 'expert')})" if experts else ""),
        number(sum(len(block.agreements) for block in draft.trips), "agreement"),
    ]
    published = draft.article.published if draft.article else None
    return f"{listed(counts, 'and')}; {f'published {published}' if published else 'day of publication unknown'}"


def _trip(block: CodedBlock) -> Iterator[str]:
    """Yield the lines about a trip: who, how far, when, where, and what it lacks."""
    trip = block.trip
    if not isinstance(trip, CodedTrip):
        return
    told = [trip.traveller, trip.status or "", str(trip.dates or ""), f"within {trip.within}" if trip.within else ""]
    yield f"  {'trip' if trip.main else 'mentioned'} {trip.id}: {', '.join(filter(None, told))}"
    yield from (f"    {line}" for line in _stops(block.stops, trip))
    speakers = Counter(quote.person for quote in block.quotes) + Counter({one.person: len(one.quotes) for one in block.quoted_experts})
    if speakers:
        yield f"    quoted: {', '.join(f'{who} ({count})' for who, count in speakers.items())}"
    for agreement in block.agreements:
        yield f"    agreement: {', '.join(map(str, agreement.parties))}, {agreement.progress}"
    lacks = [told for told, has in _needed(block, trip).items() if not has]
    if lacks:
        yield f"    not found: {listed(lacks, 'and')}; a review asks for what a record needs"


def _needed(block: CodedBlock, trip: CodedTrip) -> dict[str, bool]:
    """Return whether a draft has what the record of a trip needs, by how that is told."""
    return {
        "the traveller's office": trip.office is not None,
        "who is represented": trip.represents is not None,
        "the days": trip.dates is not None or trip.within is not None,
        "any stop": bool(block.stops),
    }


def _stops(stops: Sequence[Stop], trip: CodedTrip) -> Iterator[str]:
    """Yield where and when the stops are: numbered in the order of travel, then those without a place in it as they are told."""
    ranks = {stop: rank for rank, group in enumerate(groups(trip.route), 1) for stop in group}
    for stop in sorted(stops, key=lambda stop: ranks.get(stop.id, len(ranks) + 1)):
        yield f"{ranks[stop.id]}. {_stop(stop)}" if stop.id in ranks else _stop(stop)


def _stop(stop: Stop) -> str:
    """Return where and when a stop is."""
    places = [place if isinstance(place, str) else place.name for place in stop.places or ()]
    towns = f" ({listed(places, 'and')})" if places else ""
    told = [country_name(stop.country) + towns, str(stop.dates or ""), stop.status or ""]
    return ", ".join(filter(None, told))


def _open(one: Drafted) -> Iterator[str]:
    """Yield what could not be resolved, and what helps."""
    article = one.draft.article if one.draft else None
    published = article.published if article else None
    if one.unresolved:
        phrases = listed([f"“{phrase}”" for phrase in one.unresolved], "and", MOST_PHRASES)
        if published:
            yield f"  open: no date for {phrases}, since not all days of {published} give the same one; --published with fewer days helps"
        else:
            yield f"  open: no date for {phrases}, since nobody says when the article was published; --published YYYY-MM-DD says it"
    elif str(published).startswith("X"):
        yield f"  open: the year, since the article says only that it is of {published}; --published YYYY-MM-DD says it"


def _next(one: Drafted) -> str:
    """Return the command that reviews a draft."""
    text = shlex.quote(str(one.text_file)) if one.text_file else "FILE"
    kept = "" if one.text_file else "  (its text is in no file: extract again with --texts FOLDER)"
    return f"diplotrips review {shlex.quote(str(one.file))} --text {text}{kept}"


def _sum(found: Sequence[Drafted]) -> str:
    """Return how many articles were drafted, and how many not."""
    failed = sum(bool(one.unreadable) for one in found)
    refused = sum(bool(one.refused) for one in found)
    copies = sum(bool(one.copy_of) for one in found)
    told = [f"{number(len(found), 'article')}: {number(sum(bool(one.draft) and not one.refused for one in found) - copies, 'draft')}"]
    told += [f"{copies} left out as {'a copy' if copies == 1 else 'copies'}"] if copies else []
    told += [f"{failed} could not be read"] if failed else []
    told += [f"{refused} not written"] if refused else []
    undated = sum(bool(one.unresolved) for one in found if not one.copy_of)
    told += [f"{undated} with days that --published would resolve"] if undated else []
    kept = sum(one.is_kept for one in found if not one.copy_of)
    told += [f"{kept} with what an earlier draft knew of the article"] if kept else []
    return ", ".join(told)
