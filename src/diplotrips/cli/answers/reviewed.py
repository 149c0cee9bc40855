"""A review for people: what there is to decide, and one value with its passage. What comes of it all is in `approved`."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

import click

from diplotrips.cli.columns import columns_of, one_line
from diplotrips.cli.wrapping import wrapped, wrapped_lines
from diplotrips.extract.parsing.drafting.witness import spans_of
from diplotrips.extract.review.edits import entry_with
from diplotrips.extract.review.inserting import flow
from diplotrips.extract.review.progress import former_file
from diplotrips.extract.review.snippets import snippets
from diplotrips.schema.claims import EXISTS
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.api import Opened
    from diplotrips.extract.review.items import Item, Part

_OPEN, _CLOSE = "\x01", "\x02"
"""Marks of a passage while lines are broken; a snippet has no control characters of its own."""

DOUBTFUL: Final = 0.6
"""Confidence below which a value is shown as doubtful."""

_INDENT: Final = "    "

_DECIDED: Final = {"accept": "accepted", "reject": "rejected", "not-found": "not found"}

_NOT_REVIEWED: Final = "DT506"
"""The finding that nobody has reviewed a draft, of which whoever does so need not be told."""

_MOST_FINDINGS: Final = 4
"""Findings about the draft that are shown at the beginning; of more, the others are counted."""


def render_opening(opened: Opened, changed: Sequence[str], width: int) -> str:
    """Return what is reviewed, how far it has got, and what the checks say of the draft.

    Args:
        opened: The review.
        changed: The files that the review wrote before and that somebody changed since.
        width: Columns of a line.
    """
    review = opened.review
    draft = review.draft
    counted = f"{number(len(review.parts), 'trip')}, {number(len(review.items), 'value')}"
    lines = [f"Draft of {draft.source} by {draft.coder}: {counted}; you are {opened.by}. Press ? at a question for help."]
    if review.is_begun:
        lines.append(f"Decided before: {number(len(review.trips), 'trip')}, {number(len(review.answers), 'value')}.")
    if review.written:
        files = listed([str(PurePosixPath(opened.dataset.root) / one.file) for one in review.written.values()], "and")
        how = "; what you change there is written anew at the end" if not changed else ""
        lines.append(f"This draft was reviewed, and {files} written{how}.")
    if changed:
        lines.append(f"{listed(changed, 'and')} changed since then: change it by hand, or delete it and begin this review anew.")
    if review.void:
        kept = f"; what was decided then is kept in {former_file(review.path)}"
        lines.append(f"Note: {review.void}; the review begins anew{kept}.")
    if draft.dropped:
        dropped = listed([f"{count} {reason}" for reason, count in draft.dropped.items()], "and")
        lines.append(f"Left out, since the text does not bear it out or a draft has no place for it: {dropped}.")
    return wrapped_lines(map(one_line, [*lines, *_findings(opened)]), width)


def _findings(opened: Opened) -> Iterator[str]:
    """Return a line for each finding about the draft, the worst ones first, and how many more there are."""
    found = [one for one in opened.findings if one.code != _NOT_REVIEWED]
    if found:
        yield f"The checks find of this draft, to have in mind ({number(len(found), 'finding')}):"
    for one in sorted(found, key=lambda one: one.severity.rank)[:_MOST_FINDINGS]:
        yield f"  {one.severity} {one.code}: {one.message}"
    if more := len(found) - _MOST_FINDINGS:
        yield from [f"  and {more} more, which diplotrips check shows"] * (more > 0)


def render_trip(opened: Opened, part: Part, width: int, *, colour: bool = False) -> str:
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
    first, *rest = (wrapped_lines([one_line(line)], width) for line in lines)
    return "\n".join([_styled(first, bold=True) if colour else first, *rest])


def _places(stop: Mapping[str, Any]) -> str:
    names = [place if isinstance(place, str) else place["name"] for place in stop.get("places", ())]
    return f" ({', '.join(names)})" if names else ""


def render_item(opened: Opened, item: Item, width: int, *, colour: bool = False) -> str:
    """Return one value with its passage in context, how it is known, and the how-manieth it is; lines are *width* columns at most."""
    review = opened.review
    asked = [other.key for other in review.items if not review.falls(other)]
    place = asked.index(item.key) + 1 if item.key in asked else len(asked)
    answer = review.answers.get(item.key)
    before = f" · so far {'changed' if answer.fields is not None else _DECIDED[answer.decision]}" if answer else ""
    head = wrapped(one_line(f"{place} of {len(asked)} · {item.trip} · {item.about}{before}"), width)
    fields = review.fields_of(item)
    entry = entry_with(item, fields)
    value = wrapped(
        one_line(written_fields({key: told for key, told in fields.items() if key in item.fields or key != "span"})), width, "  ", "  "
    )
    known = wrapped(one_line(" · ".join(_known_by(item, entry))), width, "  ", "  ")
    if colour:
        head, value = _styled(head, dim=True), _styled(value, bold=True)
        known = _styled(known, fg="yellow") if item.entry.get("confidence", 1.0) < DOUBTFUL else _styled(known, dim=True)
    lines = [head, value, known]
    spans = spans_of(entry.get("span"))
    for snippet in snippets(review.text, spans):
        marked = "".join(f"{_OPEN}{stretch.text}{_CLOSE}" if stretch.is_passage else stretch.text for stretch in snippet)
        lines += _wrapped(marked, width, colour=colour)
    if not spans:
        lines.append(wrapped("no passage: this comes from the metadata of the page", width, _INDENT))
    return "\n".join(lines)


def _styled(text: str, **how: Any) -> str:  # noqa: ANN401  (what click.style takes)
    """Return *text* with every line of it styled."""
    return "\n".join(click.style(line, **how) for line in text.split("\n"))


def written_fields(fields: Mapping[str, Any]) -> str:
    """Return *fields* as they are written in a line of `said`, without brackets; a line without any says that its record exists."""
    written = flow(dict(fields))[1:-1]
    return written if fields.keys() - {"mode"} else ", ".join(filter(None, (EXISTS, written)))


def _known_by(item: Item, entry: Mapping[str, Any]) -> Iterator[str]:
    """Return how a value is known, part by part."""
    if not item.is_quote:
        yield f"basis: {entry.get('basis', 'stated')}"
    if "phrase" in entry:
        yield f"“{entry['phrase']}”{' from ' + str(entry['anchor']) if 'anchor' in entry else ''}"
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
    for line in (line for paragraph in text.split("\n") for line in wrapped(paragraph, width - len(_INDENT)).split("\n")):
        shown = line.replace(_OPEN, begin).replace(_CLOSE, end)
        if colour and inside:
            shown = begin + shown
        inside = (inside and _CLOSE not in line) or line.rfind(_OPEN) > line.rfind(_CLOSE)
        if columns_of(line):
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
