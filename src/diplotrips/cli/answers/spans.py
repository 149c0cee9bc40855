"""Citations and verified spans, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.cli.formats.text import render_finding
from diplotrips.extract.citing import CONTEXT
from diplotrips.words import number

if TYPE_CHECKING:
    from diplotrips.extract.citing import Citation, Citations
    from diplotrips.extract.spans import Verification


LONGEST_PHRASE = 300
"""Characters of a phrase that are shown; a longer one is cut in the middle."""


def render_citations(citations: Citations) -> str:
    """Return one line an occurrence: its span, then the phrase in brackets in its context; nothing if there is none."""
    spans = [f"{citation.start}-{citation.end}" for citation in citations.first]
    widest = max(map(len, spans), default=0)
    lines = [f"{span:<{widest}}  {_in_context(citation)}\n" for span, citation in zip(spans, citations.first, strict=True)]
    if citations.more:
        lines.append(f"and {citations.more:,} more\n")
    return "".join(lines)


def render_doubt(citations: Citations, phrase: str, file: str) -> str:
    """Return what to know before the citations are used: that there is none, or none as it was written; else nothing."""
    missing = one_line(f"diplotrips: {_cut(phrase)!r} is not in {file}")
    if not citations.first:
        return f"{missing}, not even with other case, line ends, quotation marks or dashes\n"
    if citations.first[0].phrase != phrase:
        return f"{missing} as it is written; this differs only in case, line ends, quotation marks or dashes\n"
    return ""


def render_verification(verification: Verification, texts: str) -> str:
    """Return what does not fit, then what was held to which texts, and what is missing."""
    lines = [render_finding(found, verification.lines) for found in verification.findings]
    texts = one_line(texts)
    lines.append(_held(verification, texts))
    if kept := sum(map(len, verification.hashes.values())) - verification.unhashed:
        lines.append(f"{number(kept, 'hash', 'hashes')} kept in span_hashes.json")
    if verification.unhashed:
        lines.append(f"{number(verification.unhashed, 'hash', 'hashes')} not kept yet; run diplotrips verify-spans {texts} --write")
    if verification.stale:
        lines.append(f"{number(verification.stale, 'hash', 'hashes')} kept of spans that no record has; --write drops them")
    lines += [one_line(f"no text of {source}: {reason}") for source, reason in verification.absent.items()]
    return "\n".join(lines) + "\n"


def _held(verification: Verification, texts: str) -> str:
    """Return how many spans were held to a text, and how many of them do not fit."""
    if not verification.sources:
        return f"no span was held to a text: {texts} has no copy of a source"
    wrong = len(verification.findings)
    held = f"{number(verification.spans, 'span')} of {number(len(verification.sources), 'source')} held to the texts in {texts}"
    if not wrong:
        return f"{held}: all fit"
    return f"{held}: {wrong} {'does' if wrong == 1 else 'do'} not fit"


def _in_context(citation: Citation) -> str:
    """Return the phrase in brackets, with what stands around it."""
    before = f"…{citation.before}" if citation.start > CONTEXT else citation.before
    after = citation.after if len(citation.after) < CONTEXT else f"{citation.after}…"
    return " ".join(one_line(f"{before}[{_cut(citation.phrase)}]{after}").split())


def _cut(phrase: str) -> str:
    """Return *phrase*, of a long one its beginning and end."""
    half = LONGEST_PHRASE // 2
    return phrase if len(phrase) <= LONGEST_PHRASE else f"{phrase[:half]}…{phrase[-half:]}"
