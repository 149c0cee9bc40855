"""How several coders read the same source: field by field, what the author of a record and each second coder wrote down.

Two readings are compared by what they mean: days by the days that they allow, texts without case and accents, lists without their order,
and whether the source says that it is so, plans, denies or thinks it possible. What becomes of differences is the affair of the check
DT407 and of `reliability`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.findings import root_of
from diplotrips.schema.claims import CLAIM_FIELDS
from diplotrips.schema.codelists import fold
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.said import Cited

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplotrips.findings import Place
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.dataset import Dataset

READ_DIFFERENTLY = "DT407"
"""Code of a difference between coders, which is about a source and not between sources."""

AUTHOR = ""
"""The coder of what stands in the document of a trip."""

IN_OWN_WORDS = frozenset({"subject"})
"""Fields that each coder words anew, so that no two are ever the same."""

Meaning = frozenset[str]
"""What the claims of one reading say, each as text that is the same for all that mean the same; empty if nothing was coded."""


class Reading(NamedTuple):
    """What one coder wrote down of one thing."""

    coder: str
    """Id of the coder; `AUTHOR` for the author of the record."""
    claims: tuple[Claim, ...]
    """Empty if the coder read the source for this trip and wrote nothing down."""
    place: Place
    """Where the first claim stands, or else the lines among which it would."""

    @property
    def meaning(self) -> Meaning:
        """What it says."""
        return frozenset(map(meaning_of, self.claims))

    @property
    def text(self) -> str:
        """What it says in the coder's words, several values with commas between them; empty if nothing was coded."""
        return ", ".join(
            dict.fromkeys(claim.text + ("" if claim.mode in {"held", claim.text} else f" ({claim.mode})") for claim in self.claims)
        )


class Item(NamedTuple):
    """One field of one record in one part of a source, as several coders read it; one of them coded something at least."""

    source: str
    record: str
    field: str
    part: str
    readings: tuple[Reading, ...]
    """One a coder who read the source for this trip: the author first, then in the order of the files."""

    @property
    def coded(self) -> tuple[Reading, ...]:
        """The readings of those who coded something."""
        return tuple(reading for reading in self.readings if reading.claims)

    @property
    def agrees(self) -> bool:
        """Whether all say the same."""
        return len({reading.meaning for reading in self.readings}) == 1


def items_of(dataset: Dataset) -> tuple[Item, ...]:
    """Return what was coded at least twice, in the order in which it was first coded: by the author, then by the others.

    A coder has read a source for a trip who has lines on that trip; whoever has none is not compared. Of a trip that a coder declares
    anew nobody can tell which one it is.
    """
    said: dict[tuple[str, str, str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    blocks = _blocks(dataset)
    for claim in (*dataset.claims, *dataset.coded_claims):
        if claim.field in CLAIM_FIELDS and claim.field not in IN_OWN_WORDS and len(blocks.get((claim.source, claim.trip), ())) > 1:
            said[claim.source, claim.record, claim.field, claim.part][claim.coder].append(claim)
    return tuple(Item(*key, _readings(by_coder, blocks[key[0], root_of(key[1])])) for key, by_coder in said.items())


def meaning_of(claim: Claim) -> str:
    """Return what *claim* says as text that is the same for all that mean the same."""
    value = claim.value
    if isinstance(value, Cited):
        meant = f"{fold(value.outlet)} {_days(value.date)}"
    elif isinstance(value, EdtfInterval):
        meant = f"{value.first_end} {_days(value.first)} {value.last_end} {_days(value.last)}"
    elif isinstance(value, EdtfDate):
        meant = _days(value)
    else:
        meant = fold(value) if isinstance(value, str) else claim.text
    return f"{claim.mode}: {meant}"


def _days(date: EdtfDate | None) -> str:
    """Return the days that a date allows; a qualifier makes no difference."""
    return f"{date.yearless or date.ranges}" if date else ""


def _blocks(dataset: Dataset) -> Mapping[tuple[str, str], Mapping[str, Place]]:
    """Return who has lines on each source and trip, and where these begin."""
    found: dict[tuple[str, str], dict[str, Place]] = defaultdict(dict)
    for entry in dataset.trips:
        for source in entry.record.said:
            found[source, entry.record.trip.id].setdefault(AUTHOR, entry.place("said", source))
    for coding in dataset.codings:
        for number, block in enumerate(coding.record.trips):
            if isinstance(block.trip, str):
                key = coding.record.source, block.trip
                found[key].setdefault(coding.record.coder, coding.place("trips", number, "said"))
    return found


def _readings(by_coder: Mapping[str, Sequence[Claim]], blocks: Mapping[str, Place]) -> tuple[Reading, ...]:
    """Return a reading of everybody who has lines on the trip."""
    claims = {coder: tuple(by_coder.get(coder, ())) for coder in blocks}
    return tuple(Reading(coder, claims[coder], claims[coder][0].place if claims[coder] else place) for coder, place in blocks.items())
