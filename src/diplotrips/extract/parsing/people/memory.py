"""Who was mentioned where, while an article is read from its beginning to its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diplotrips.extract.parsing.people.profile import Profile

ENOUGH = 5
"""So many mentions make somebody well known; more make no difference."""
_MOST_RECENT = 40


@dataclass(slots=True)
class Memory:
    """Who was mentioned where, while the article is read."""

    profiles: list[Profile]
    last: dict[int, tuple[int, bool, int]] = field(default_factory=dict)
    """Of each person: sentence, whether as its subject, and offset of the last mention."""
    counts: dict[int, int] = field(default_factory=dict)

    pronouns: dict[int, str] = field(default_factory=dict)
    """Gender of the pronouns that could mean only one person."""

    def recent(self) -> list[int]:
        """Return who was mentioned last, the latest first; only so many that a long article costs no more a sentence than a short one."""
        return list(islice(reversed(self.last), _MOST_RECENT))

    def note(self, person: int, sentence: int, offset: int, *, subject: bool) -> None:
        """Take down a mention; within one sentence the subject stays the subject."""
        before = self.last.get(person)
        if before is not None and before[0] == sentence:
            subject = subject or before[1]
        self.last.pop(person, None)
        self.last[person] = (sentence, subject, offset)
        self.counts[person] = self.counts.get(person, 0) + 1


def salience(memory: Memory, person: int, number: int) -> tuple[float, int]:
    """Return how present somebody is in the sentence *number*: lately mentioned, as a subject, often."""
    sentence, subject, offset = memory.last[person]
    return -min(number - sentence, ENOUGH + ENOUGH) + 1.5 * subject + 0.25 * min(memory.counts[person], ENOUGH), offset
