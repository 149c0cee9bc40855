"""Whom the traveller meets at a stop: officials of that country in a sentence that tells of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.found import Evidence, FoundMeeting
from diplotrips.extract.parsing.mentions import Role
from diplotrips.extract.parsing.passages import Part
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from diplotrips.extract.parsing.trips.scene import Scene

CAPACITIES = {Role.OFFICIAL: "in-office", Role.FORMER_OFFICIAL: "former"}


def meetings_at(scene: Scene, country: str, traveller: int) -> tuple[FoundMeeting, ...]:
    """Return the counterparts from *country* whom the article has the traveller meet, each once."""
    found: dict[int, FoundMeeting] = {}
    present = False
    for number, row in enumerate(scene.rows):
        before, present = present, traveller in scene.owners[number].values()
        if row.part is Part.BOILERPLATE or scene.history[number] or not (before or present) or not _tells_of_meeting(scene, number):
            continue
        for at, person in scene.owners[number].items():
            host = scene.persons[person]
            if person != traveller and person not in found and host.country == country and host.role in CAPACITIES:
                span = Span(row.chunks[at].start, row.chunks[at].end)
                evidence = Evidence((span,), "counterpart-met", confidence=0.7 if present else 0.55)
                found[person] = FoundMeeting(host.name, host.office, country, CAPACITIES[host.role], evidence)
    return tuple(found.values())


def _tells_of_meeting(scene: Scene, number: int) -> bool:
    return any(cue.group in {"meet", "host"} or (cue.is_noun and cue.group == "event") for cue in scene.cues[number])
