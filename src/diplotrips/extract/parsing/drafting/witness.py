"""The text of an article as what a draft is held to: whether it has a passage, spells a name, and puts words between marks."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.parsing.drafting.grounding import LONGEST_COPY, LONGEST_SPELLED, MOST_WORDS, passage_sha256, spelled, words_of
from diplotrips.extract.parsing.drafting.runs import shares_run, words_in
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MARKS: Final = frozenset("\"“”„‟«»‹›‘’‚‛'＂「」『』")  # noqa: RUF001  (marks that look alike are what this is about)

_ALIKE: Final = str.maketrans("‘’‚‛‐‑‒–—―", "''''------")  # noqa: RUF001  (as above)


class Witness:
    """A text, and how many values it did not bear out."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.dropped: Counter[str] = Counter()
        """How many values were left out, by reason."""

    def drop(self, reason: str, number: int = 1) -> None:
        """Count what is left out."""
        if number:
            self.dropped[reason] += number

    @cached_property
    def _spelled(self) -> str:
        return spelled(self.text).translate(_ALIKE)

    def spells(self, name: str) -> bool:
        """Tell whether *name* stands in the text, whatever its line ends, spaces and kinds of apostrophe or dash.

        What is as long as a sentence is no name.
        """
        return len(name) <= LONGEST_SPELLED and spelled(name).translate(_ALIKE) in self._spelled

    @cached_property
    def _folded(self) -> str:
        return self._spelled.casefold()

    @cached_property
    def _words(self) -> str:
        return f" {' '.join(words_in(self._folded))} "

    def repeats(self, told: str) -> bool:
        """Tell whether *told* has a passage of the text in it: more words or characters of it in a row than a draft may repeat."""
        folded = spelled(told).translate(_ALIKE).casefold()
        by_word = shares_run(words_in(folded), MOST_WORDS + 1, self._words, " ")
        return by_word or shares_run(folded, LONGEST_COPY + 1, self._folded)

    def refusal(self, passage: Mapping[str, Any]) -> str:
        """Return why the *passage* of a line or quotation is none of the text; empty if it is."""
        spans = spans_of(passage.get("span"))
        if not spans:
            return "" if passage.get("basis") == "metadata" else "no-span"
        if any(not 0 <= span.start < span.end <= len(self.text) for span in spans):
            return "span-outside-text"
        told = passage.get("sha256")
        return "hash-of-other-text" if told and told != self.sha256_of(spans) else ""

    def sha256_of(self, spans: Sequence[Span]) -> str:
        """Return the SHA-256 of a passage."""
        return passage_sha256(self.text, spans)

    def is_quoted(self, quote: Mapping[str, Any]) -> bool:
        """Tell whether a quotation stands between marks, and whether the words that it gives, if any, are those of the passage.

        Of several spans one is enough: a paragraph that goes on with a quotation has no mark of its own. A mark may stand right outside.
        """
        spans = spans_of(quote.get("span"))
        passage = spelled(words_of(self.text, spans))
        if "text" in quote and spelled(quote["text"]) not in {passage, passage.strip("".join(_MARKS))}:
            return False
        if quote.get("manner") == "mixed":
            return bool(_MARKS & set(passage))
        return any(
            _MARKS & {*self.text[max(span.start - 1, 0) : span.start + 1], *self.text[span.end - 1 : span.end + 1]} for span in spans
        )


def spans_of(written: object) -> tuple[Span, ...]:
    """Return the spans under a key `span` of JSON: none, one or several."""
    if written is None:
        return ()
    return tuple(Span.parse(str(item)) for item in (written if isinstance(written, list) else [written]))
