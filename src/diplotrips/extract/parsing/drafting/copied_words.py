"""Sentences of the article that an extractor put where its own words belong: they go, or ours stand there instead.

What is meant to be spelled as the source does, names, offices and the few words of a date, stays unless it is too long to be one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.parsing.drafting.grounding import LONGEST_SPELLED, spelled, words_of
from diplotrips.extract.parsing.drafting.neutral_words import gist_of, subject_of
from diplotrips.extract.parsing.drafting.witness import spans_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from diplotrips.extract.parsing.drafting.witness import Witness

    Json = dict[str, Any]

COPIED: Final = "words-of-the-article"
"""Reason of whatever repeats a passage."""

_OWN_WORDS: Final = frozenset({"note", "position", "locator", "rule", "codebook"})
"""Keys with words of the extractor's own, which no record needs."""

_NAMES: Final = frozenset({"region", "title", "outlet"})
"""Keys with names that nobody has looked up in the text."""


def without_copies(value: Any, witness: Witness) -> Any:  # noqa: ANN401  (whatever JSON can be)
    """Return *value*, a block of a draft or a part of one, without what repeats passages; what records need is told in our words."""
    if isinstance(value, list):
        return [without_copies(item, witness) for item in value if not _is_copied_item(item, witness)]
    if not isinstance(value, dict):
        return value
    held = {}
    for key, item in value.items():
        if key in _IN_OUR_WORDS and witness.repeats(item):
            witness.drop(COPIED)
            held[key] = _IN_OUR_WORDS[key](value, witness)
        elif (key in _OWN_WORDS and witness.repeats(item)) or (key in _NAMES and _is_sentence(item, witness)):
            witness.drop(COPIED)
        else:
            kept = without_copies(item, witness)
            if kept or kept == item:  # a list of names of which none is left is absent
                held[key] = kept
    return held


def _is_sentence(name: str, witness: Witness) -> bool:
    """Tell whether what is given for a name is a passage."""
    return len(name) > LONGEST_SPELLED and witness.repeats(name)


def _is_copied_item(item: object, witness: Witness) -> bool:
    """Tell whether an item of a list is a passage instead of a name: of a place, or of an outlet that is cited."""
    name = item.get("outlet") if isinstance(item, dict) else item
    is_copied = isinstance(name, str) and _is_sentence(name, witness)
    witness.drop(COPIED, int(is_copied))
    return is_copied


def _gist(quote: Json, witness: Witness) -> str:
    """Return how much a quotation says, as which it can be held to the text."""
    manner = quote.get("manner", "direct") if witness.is_quoted(quote) else "reported"
    return gist_of(manner, len(words_of(witness.text, spans_of(quote.get("span"))).split()))


def _subject(line: Json, witness: Witness) -> str:  # noqa: ARG001  (called as `_gist` is)
    """Return where the subject of an agreement stands."""
    return subject_of(str(line.get("kind", "")), spans_of(line.get("span")))


_IN_OUR_WORDS: Final[Mapping[str, Callable[[Json, Witness], str]]] = {"gist": _gist, "subject": _subject}
"""What is told instead, by the key of what records need."""


def metadata_held(article: Json, told: Collection[str], witness: Witness) -> Json:
    """Return what a draft says of the article, without title and publisher that are passages and not what was *told* with the text."""
    known = {spelled(text) for text in told}
    copied = {
        key
        for key in ("title", "publisher")
        if key in article and not any(text.startswith(article[key]) for text in known) and witness.repeats(article[key])
    }
    witness.drop(COPIED, len(copied))
    return {key: value for key, value in article.items() if key not in copied}
