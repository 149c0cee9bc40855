"""Words that say that somebody travels, is or meets somewhere: verbs with their tense, nouns with their owner, and whose act each is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.trips.forms import Word, match_at
from diplotrips.extract.parsing.trips.subjects import (
    is_by_other,
    is_by_party,
    owner_of_subject,
    owners_of,
    party_owner,
    subjects_of,
)
from diplotrips.extract.parsing.trips.tenses import (
    NEGATIONS,
    Tense,
    is_called_off,
    tense_near,
    tense_of,
)

if TYPE_CHECKING:
    from diplotrips.extract.parsing.lexicons.phrases import Match
    from diplotrips.extract.parsing.trips.chunks import Row


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun of travel in a row."""

    first: int
    last: int
    group: str
    is_noun: bool
    tense: Tense
    negated: bool
    person: int | None
    """Number of the person whose act it is; None: the sentence does not say."""
    by_other: bool = False
    """Whether somebody without a name is the subject, such as a delegation."""
    lemma: str = ""
    companions: tuple[int, ...] = ()
    """Persons named together with `person`."""

    by_party: bool = False
    """Whether the traveller's party is the subject: *the delegation*, *her plane*."""

    @property
    def persons(self) -> tuple[int, ...]:
        """Everybody whose act it is."""
        return (*((self.person,) if self.person is not None else ()), *self.companions)


def cues_of(row: Row, owners: dict[int, int]) -> tuple[Cue, ...]:
    """Return the cues of *row*; *owners* gives the person of each chunk that is one."""
    found: list[Cue] = []
    index = 0
    while index < len(row.chunks):
        match = match_at(row, index) if row.words[index] else None
        if match:
            cue = _cue(row, match, owners)
            if match.meaning.form == "gerund" and found and not cue.persons:
                cue = replace(cue, person=found[-1].person, companions=found[-1].companions)
            found.append(cue)
            index = match.last
        index += 1
    return tuple(found)


def _cue(row: Row, match: Match[Word], owners: dict[int, int]) -> Cue:
    is_noun = match.meaning.form == "noun"
    tense = tense_near(row, match.first) if is_noun else tense_of(row, match.first, match.meaning.form)
    own = owners_of(row, match, owners) if is_noun else ()
    persons = own or subjects_of(row, match.first, owners) or owner_of_subject(row, match.first, owners)
    persons = persons or party_owner(row, match.first, owners)
    person = persons[0] if persons else None
    negated = any(row.word(at) in NEGATIONS for at in range(max(0, match.first - 3), match.first)) and not is_called_off(row, match.first)
    return Cue(
        match.first,
        match.last,
        match.meaning.group,
        is_noun,
        tense,
        negated,
        person,
        is_by_other(row, match.first),
        match.meaning.lemma,
        persons[1:],
        not persons and is_by_party(row, match.first),
    )
