"""A row of a list as an agreement of a trip that is recorded, and the line in which the list says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.importing.cells import UnmappedError
from diplotrips.schema.agreement import BILATERAL
from diplotrips.schema.codelists import fold
from diplotrips.schema.fields import id_from, is_id

if TYPE_CHECKING:
    from collections.abc import Collection

    from diplotrips.extract.importing.known import Known
    from diplotrips.extract.importing.recorded import Found
    from diplotrips.extract.importing.visits import Visit

    Json = dict[str, Any]

KINDS: Final = ("trip", "stop")
"""Kinds of records that have agreements."""

_SAID: Final = ("title", "parties", "arrangement", "papers", "kind", "progress", "subject", "topics", "date")
_LONGEST_MADE: Final = 40
"""Characters that an id made of a title or subject has at most."""


def agreement_of(visit: Visit, found: Found, known: Known) -> Json:
    """Return the agreement that a row tells, without an id.

    Raises:
        UnmappedError: a party is not known, or nothing says how more than two stand to each other.
    """
    texts = visit.texts
    parties = list(dict.fromkeys(known.party(name) for name in visit.lists["parties"]))
    if len(parties) > BILATERAL and "arrangement" not in texts:
        raise UnmappedError(f"it has {len(parties)} parties, and nothing says their arrangement: whether the paper is joint")
    papers = texts.get("papers")
    values = {
        "stop": found.local or None,
        "title": texts.get("title"),
        "parties": parties,
        "arrangement": texts.get("arrangement"),
        "papers": int(papers) if papers and papers.isdigit() else papers,
        "kind": texts.get("agreement_kind"),
        "progress": texts["progress"],
        "subject": texts["subject"],
        "topics": visit.lists.get("topics"),
        "date": texts.get("date"),
        "note": "; ".join(visit.notes) or None,
    }
    return {key: value for key, value in values.items() if value is not None}


def known_agreement(visit: Visit, found: Found) -> str:
    """Return the local id of the agreement of the recorded trip that a row tells again, by its id or its title; empty if there is none."""
    wanted, title = visit.texts.get("agreement_id", ""), visit.texts.get("title", "")
    for agreement in found.trip.record.agreements:
        if agreement.id == wanted or (not wanted and title and agreement.title and fold(agreement.title) == fold(title)):
            return agreement.id
    return ""


def new_id(visit: Visit, taken: Collection[str]) -> str:
    """Return a local id for a new agreement: as the row gives it, else made of its title or subject.

    Raises:
        UnmappedError: the id that it gives is taken or is none, or none can be made.
    """
    given = visit.texts.get("agreement_id")
    if given:
        if not is_id(given) or given in taken:
            raise UnmappedError(f"{given} {'is taken on this trip' if is_id(given) else 'cannot be an id'}; give the agreement another id")
        return given
    made = _short(id_from(visit.texts.get("title") or visit.texts["subject"]))
    if not is_id(made):
        raise UnmappedError("no id can be made of its title or subject; give one in a column that is agreement_id")
    number, free = 1, made
    while free in taken:
        number += 1
        free = f"{made}-{number}"
    return free


def _short(key: str) -> str:
    """Return the first whole words of an id."""
    return key if len(key) <= _LONGEST_MADE else key[: _LONGEST_MADE + 1].rpartition("-")[0] or key[:_LONGEST_MADE]


def line_of(agreement: Json) -> Json:
    """Return the line in which the list says what an agreement is, without what it is about and without its place."""
    return {**{key: agreement[key] for key in _SAID if key in agreement}, "part": "table"}
