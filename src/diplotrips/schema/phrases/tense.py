"""Which way a phrase looks from its anchor: back, ahead, or either; told by the words before the date, the nearest first.

"announced on Thursday that he will" looks back, since the word on the left of the date counts. "starting Wednesday" may be told of
either side and says nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum

from diplotrips.schema.phrases.words import NUMBER


class Tense(StrEnum):
    """Direction from the anchor; the anchor day itself is on both sides."""

    PAST = "past"
    FUTURE = "future"


_IN = rf"in(?! (?:[a-z]+ )?{NUMBER} (?:day|week|month|year)s?$)"
"""The word "in", but not that of "in three days", which counts."""

_ABOUT = rf"(?:about|around|over)(?! (?:{NUMBER}) (?:day|week|month|year)s?)"
"""The same of "about ten days ago"."""

_PREPOSITIONS = rf"on|{_IN}|{_ABOUT}|at|by|for|from|since|until|till|during|between|of|as|the|date|dated|late on|early on|later on"
_EITHER = r"starting|beginning|ending|travelling|traveling|visiting|he|she|they|it|be|been|have|has|also|takes? place|taking place"
_AHEAD = (
    r"will|is to|are to|to visit|to arrive|to travel|to start|to begin|plans to|expected|scheduled|due|set to|begins?|starts?|arrives?"
    r"|leaves?|departs?|opens?|visits?|travels?|ends?|departs|upcoming|planned"
)
_BACK = (
    r"was|were|had|did|announced|said|told|arrived|visited|left|departed|began|started|ended|concluded|finished|travelled|traveled|flew"
    r"|landed|met|held|took place|spoke|opened|returned|wrote|reported|published|declared|stated|confirmed|signed|completed|wrapped up|made"
)
_LEAD = rf"(?:(?P<ahead>{_AHEAD})|(?P<back>{_BACK})|{_EITHER}|{_PREPOSITIONS})(?: (?!of )|$)"


def without_lead(text: str) -> tuple[str, Tense | None]:
    """Return a plain phrase without the words before its date, and the tense that they tell; None if they tell none."""
    tense = None
    while lead := re.match(_LEAD, text):
        if lead["ahead"] or lead["back"]:
            tense = Tense.FUTURE if lead["ahead"] else Tense.PAST
        text = text[lead.end() :]
    return text, tense
