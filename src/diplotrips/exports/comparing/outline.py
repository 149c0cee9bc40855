"""A comparison as people read it: a summary in numbers, and sections with a line a change, the trips one by one.

How it is laid out (plain text, Markdown) is for the renderers to say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from diplotrips.exports.comparing.change import Change, Kind, Level
from diplotrips.exports.comparing.sentences import sentence, shortened
from diplotrips.exports.comparing.subjects import PLURALS
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.exports.comparing.change import Comparison

MOST_ALIKE: Final = 6
"""Claims of one source about one trip, or codes of one list, that are told one by one; more are told in one line."""

MOST_CODES: Final = 20
"""Codes that such a line names."""

_CLAIMS: Final = frozenset({Kind.CLAIM_ADDED, Kind.CLAIM_WITHDRAWN})
_LEDGER: Final = frozenset({"decisions", "waivers", "coverage", "coverage_sources", "decision_claims", "conflicts"})
_CODES: Final = frozenset({"codelists", "countries"})
_NOUNS: Final = {"conflict": "finding"}
_VERBS: Final = {
    "taken-away": "taken away",
    "made-nullable": "made nullable",
    "made-required": "made required",
    "described": "described anew",
}


class Line(NamedTuple):
    """One line of a section."""

    mark: str
    """`+` for what was added, `-` for what is gone, `~` for what changed."""
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """What changed in one trip, or in one part of the dataset."""

    title: str
    lines: tuple[Line, ...]


def summary(comparison: Comparison) -> list[str]:
    """Return how much of what changed, in the order of the kinds: `1 trip added`, `2 dates refined`."""
    counted: Counter[tuple[Kind, str]] = Counter()
    for change in comparison.changes:
        is_record = change.kind in {Kind.RECORD_ADDED, Kind.RECORD_WITHDRAWN, Kind.RECORD_MERGED}
        counted[change.kind, change.record_kind or "" if is_record else ""] += change.n_rows if change.kind is Kind.FOLLOWS else 1
    kinds = list(Kind)
    return [_counted(kind, record, count) for (kind, record), count in sorted(counted.items(), key=lambda one: kinds.index(one[0][0]))]


def step(comparison: Comparison) -> str:
    """Return which version the changes take, and why: `a major version, because the column claims.n_witnesses is withdrawn`."""
    level = comparison.level
    if level is None:
        return ""
    first = next(change for change in comparison.changes if change.level is level)
    because = f", because {sentence(first)}" if level > Level.PATCH else ""
    return f"a {level.word} version{because}"


def sections(comparison: Comparison) -> Iterator[Section]:
    """Return what changed, section by section, in the order of the comparison; what follows from the rest is one line at the end."""
    for title, changes in groupby(comparison.changes, key=_title):
        yield Section(title, tuple(_lines(list(changes))))


def _title(change: Change) -> str:
    if change.kind.is_of_schema:
        return "Tables and columns"
    if change.kind is Kind.FOLLOWS:
        return "What follows from these"
    if change.trip_id is not None:
        return change.trip_id
    if change.table in _CODES:
        return "Code lists and countries"
    return "Ledger" if change.table in _LEDGER else "Registers"


def _lines(changes: Sequence[Change]) -> Iterator[Line]:
    """Return the lines of one section; a trip that came or went is told first, and its claims source by source."""
    trip = changes[0].trip_id or ""
    whole = any(_is_record(change) and change.record_kind == "trip" for change in changes)
    told = Counter(map(_group, changes))
    many = {group for group, count in told.items() if group and (count > MOST_ALIKE or (whole and group[0] in _CLAIMS))}
    alike: defaultdict[tuple[Kind, str], list[Change]] = defaultdict(list)
    for change in changes:
        group = _group(change)
        if group and group in many:
            alike[group].append(change)
        else:
            yield Line(_mark(change.kind), _told(change, trip))
    yield from (Line(_mark(kind), _gathered(kind, name, found)) for (kind, name), found in alike.items())


def _told(change: Change, trip: str) -> str:
    """Return a change in words, of a record that came or went with what it says, and of a settled disagreement with the reason."""
    text = sentence(change, within=trip)
    if change.because and change.table != "conflicts":  # what is settled is told with its decision
        return f"{text}, because: {shortened(change.because)}"
    said = change.before or change.after if _is_record(change) else None
    return f"{text}: {shortened(said)}" if said else text


def _gathered(kind: Kind, name: str, changes: Sequence[Change]) -> str:
    """Return many claims of one source, or many codes of one list, in a line: how many, and which."""
    if kind in _CLAIMS:
        fields = Counter(change.field_name or "" for change in changes)
        told = [field if count == 1 else f"{field} {count} times" for field, count in sorted(fields.items())]
        return f"{name} {'says' if kind is Kind.CLAIM_ADDED else 'no longer says'} {number(len(changes), 'thing')}: {listed(told, 'and')}"
    codes = [(change.row_key or "").partition(" ")[2] for change in changes]
    return f"{name} has {number(len(codes), 'code')} {'more' if kind is Kind.CODE_ADDED else 'less'}: {listed(codes, 'and', MOST_CODES)}"


def _group(change: Change) -> tuple[Kind, str] | None:
    """Return what many changes may have in common, so that they are told in one line; None if nothing."""
    if change.kind in _CLAIMS:
        return change.kind, change.source_id or ""
    if change.kind in {Kind.CODE_ADDED, Kind.CODE_WITHDRAWN} and change.table == "codelists":
        return change.kind, (change.row_key or "").partition(" ")[0]
    return None


def _is_record(change: Change) -> bool:
    return change.kind in {Kind.RECORD_ADDED, Kind.RECORD_WITHDRAWN, Kind.RECORD_MERGED}


def _mark(kind: Kind) -> str:
    if kind.endswith(("-added", "-given")):
        return "+"
    return "-" if kind.endswith(("-withdrawn", "-merged", "-taken-away", "-gone")) else "~"


def _counted(kind: Kind, record: str, count: int) -> str:
    """Return so many of one kind in words."""
    if kind is Kind.FOLLOWS:
        return f"{number(count, 'row')} that {'follows' if count == 1 else 'follow'} from these"
    word, _, verb = kind.partition("-")
    noun = (record or word).replace("-", " ")
    noun = _NOUNS.get(noun, noun)
    return f"{number(count, noun, PLURALS.get(noun, ''))} {_VERBS.get(verb, verb)}"
