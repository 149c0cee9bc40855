"""A review for people: what there is to decide, one value with its passage, and what came of it all."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final

import click

from diplotrips.cli.columns import one_line
from diplotrips.cli.formats.text import render_finding
from diplotrips.extract.review.inserting import flow
from diplotrips.extract.review.snippets import snippets
from diplotrips.schema.claims import EXISTS
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.api import Approved, Opened
    from diplotrips.extract.review.items import Item, Part

_OPEN, _CLOSE = "\x01", "\x02"
"""Marks of a passage while lines are broken; a snippet has no control characters of its own."""

DOUBTFUL: Final = 0.6
"""Confidence below which a value is shown as doubtful."""

_INDENT: Final = "    "

_DECIDED: Final = {
    "accept": "accepted",
    "changed": "changed",
    "reject": "rejected as read wrongly",
    "not-found": "not in the article",
    "fell": "fallen with what they were about",
    "undecided": "not decided and left out",
}


def render_opening(opened: Opened, *, colour: bool = False) -> str:
    """Return what is reviewed, how far it has got, and what the checks say of the draft."""
    review = opened.review
    draft, left = review.draft, sum(1 for _ in review.undecided())
    counted = f"{number(len(review.parts), 'trip')}, {number(len(review.items), 'value')}"
    decided = f", {len(review.answers)} of them decided before" if review.is_begun else ""
    lines = [f"draft of {draft.source} by {draft.coder}: {counted}{decided}, {left} left; you are {opened.by}"]
    if review.void:
        lines += [f"note: {review.void}; the review begins anew"]
    if draft.dropped:
        lines += [f"the extractor left out {listed([f'{count} {reason}' for reason, count in draft.dropped.items()], 'and')}"]
    parts = ["\n".join(map(one_line, lines))]
    if opened.findings:
        parts.append(f"\n{number(len(opened.findings), 'finding')} of the checks about this draft, to have in mind:\n")
        parts += [render_finding(found, opened.lines or {}, colour=colour) for found in opened.findings]
    return "\n".join(parts)


def render_trip(opened: Opened, part: Part, *, colour: bool = False) -> str:
    """Return what the draft holds of one trip, before it is decided whether it is recorded at all."""
    trip = part.trip
    place = opened.review.parts.index(part) + 1
    role = "what the article is about" if trip.get("main") else "only mentioned; such trips are mostly not recorded from here"
    known = [str(trip[key]) for key in ("office", "represents", "status", "dates", "within") if key in trip]
    stops = [f"{stop['country']}{_places(stop)}" for stop in part.block.get("stops", ())]
    lines = [
        f"Trip {place} of {len(opened.review.parts)}, {part.id}: {role}",
        f"  {', '.join([trip['traveller'], *known])}",
        f"  stops: {', '.join(stops) or 'none'}; {number(len(part.items), 'value')}",
    ]
    meant = (opened.meant or {}).get(part.id)
    if meant:
        lines.append(f"  may be {meant}: same traveller, a country in common, days that can meet")
    first, *rest = map(one_line, lines)
    return "\n".join([click.style(first, bold=True) if colour else first, *rest])


def _places(stop: Mapping[str, Any]) -> str:
    names = [place if isinstance(place, str) else place["name"] for place in stop.get("places", ())]
    return f" ({', '.join(names)})" if names else ""


def render_item(opened: Opened, item: Item, width: int, *, colour: bool = False) -> str:
    """Return one value with its passage in context, how it is known, and how many are left; lines are *width* columns at most."""
    review = opened.review
    left = sum(1 for _ in review.undecided())
    answer = review.answers.get(item.key)
    before = f"; decided: {'changed' if answer.fields is not None else _DECIDED[answer.decision]}" if answer else ""
    head = f"{left} left · {item.trip} · {item.about}{before}"
    value = one_line(written_fields(review.fields_of(item)))
    known = one_line(" · ".join(_known_by(item)))
    doubtful = item.entry.get("confidence", 1.0) < DOUBTFUL
    if colour:
        head, value = click.style(one_line(head), dim=True), click.style(value, bold=True)
        known = click.style(known, fg="yellow") if doubtful else click.style(known, dim=True)
    lines = [one_line(head) if not colour else head, f"  {value}", f"  {known}"]
    for snippet in snippets(review.text, item.spans):
        marked = "".join(f"{_OPEN}{stretch.text}{_CLOSE}" if stretch.is_passage else stretch.text for stretch in snippet)
        lines += _wrapped(marked, width, colour=colour)
    if not item.spans:
        lines.append(f"{_INDENT}no passage: this comes from the metadata of the page")
    return "\n".join(lines)


def written_fields(fields: Mapping[str, Any]) -> str:
    """Return *fields* as they are written in a line of `said`, without brackets; a line without any says that its record exists."""
    written = flow(dict(fields))[1:-1]
    return written if fields.keys() - {"mode"} else ", ".join(filter(None, (EXISTS, written)))


def _known_by(item: Item) -> Iterator[str]:
    """Return how a value is known, part by part."""
    entry = item.entry
    if not item.is_quote:
        yield str(entry.get("basis", "stated"))
    if "phrase" in entry:
        yield f"“{entry['phrase']}”{' from ' + entry['anchor'] if 'anchor' in entry else ''}"
    if "part" in entry:
        yield f"in the {entry['part']}"
    if "confidence" in entry:
        yield f"confidence {entry['confidence']:.2f}{' (doubtful)' if entry['confidence'] < DOUBTFUL else ''}"
    if "rule" in entry:
        yield f"rule {entry['rule']}"


def _wrapped(text: str, width: int, *, colour: bool) -> Iterator[str]:
    """Return *text* in lines, the passage between its marks highlighted: in colour, or else in brackets."""
    begin, end = ("\x1b[30;43m", "\x1b[0m") if colour else ("[", "]")
    inside = False
    for line in textwrap.wrap(text, max(width - len(_INDENT) - 1, 30), break_long_words=True, break_on_hyphens=False):
        shown = line.replace(_OPEN, begin).replace(_CLOSE, end)
        if colour and inside:
            shown = begin + shown
        inside = (inside and _CLOSE not in line) or line.rfind(_OPEN) > line.rfind(_CLOSE)
        yield _INDENT + shown + (end if colour and inside else "")


def render_names(opened: Opened) -> str:
    """Return every value with its name, for a file of answers; a line each."""
    review, lines = opened.review, []
    for part in review.parts:
        answer = review.trips.get(part.id)
        lines.append(f"{part.id}  {part.trip['traveller']}  {answer.decision if answer else '-'}")
        for item in part.items:
            decided = review.answers.get(item.key)
            told = "falls" if review.falls(item) else decided.decision if decided else "-"
            about = f"about: {item.record}, " if item.record not in {"", "quotes"} else ""
            spans = ",".join(map(str, item.spans))
            lines.append(
                f"{item.key}  {spans}  {item.entry.get('confidence', '')}  {told}  {about}{written_fields(review.fields_of(item))}"
            )
    return "".join(f"{one_line(line)}\n" for line in lines)


def render_approved(approved: Approved) -> str:
    """Return what was written, what a check finds of it, and what comes next."""
    told = [f"{approved.decisions[key]} {words}" for key, words in _DECIDED.items() if approved.decisions.get(key)]
    lines = [f"reviewed by {approved.by}: {', '.join(told) or 'nothing was decided'}"]
    for written in approved.written:
        what = "a new trip" if written.is_new else "lines were added; its own values stay as they were"
        lines.append(f"wrote {written.file}: {what}")
        if written.fell:
            lines.append(f"  {number(written.fell, 'accepted value')} left out, since what it is about was not accepted")
    lines += [
        f"added {key} to {stub.file}, line {stub.line}: a stub, of which the note says what is missing"
        for key, stub in approved.stubs.items()
    ]
    if not approved.written:
        return "\n".join(map(one_line, [*lines, "no trip was accepted, so nothing was written"])) + "\n"
    found = approved.findings
    lines += ["", f"diplotrips check finds {'nothing' if not found else number(len(found), 'thing')} wrong with it{':' if found else ''}"]
    lines += [f"  {one}" for one in found]
    return "\n".join(map(one_line, lines)) + "\n"
