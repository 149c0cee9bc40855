"""Citations and verified spans, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.cli.text import number, one_line, render_finding
from diplotrips.extract.spans import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.spans import Citation, Verification


def render_citations(citations: Sequence[Citation]) -> str:
    """Return one line an occurrence: its span, then the phrase in brackets in its context; nothing if there is none."""
    spans = [f"{citation.start}-{citation.end}" for citation in citations]
    widest = max(map(len, spans), default=0)
    return "".join(f"{span:<{widest}}  {_in_context(citation)}\n" for span, citation in zip(spans, citations, strict=True))


def render_doubt(citations: Sequence[Citation], phrase: str, file: str) -> str:
    """Return what to know before the citations are used: that there is none, or none as it was written; else nothing."""
    if not citations:
        return f"diplotrips: {phrase!r} is not in {file}, not even with other case, line ends, quotation marks or dashes\n"
    if citations[0].phrase != phrase:
        return (
            f"diplotrips: {phrase!r} is not in {file} as it is written; this differs only in case, line ends, quotation marks or dashes\n"
        )
    return ""


def render_verification(verification: Verification, texts: str) -> str:
    """Return what does not fit, then what was held to which texts, and what is missing."""
    lines = [render_finding(found, verification.lines) for found in verification.findings]
    lines.append(_held(verification, texts))
    if kept := sum(map(len, verification.hashes.values())) - verification.unhashed:
        lines.append(f"{number(kept, 'hash', 'hashes')} kept in span_hashes.json")
    if verification.unhashed:
        lines.append(f"{number(verification.unhashed, 'hash', 'hashes')} not kept yet; run diplotrips verify-spans {texts} --write")
    if verification.stale:
        lines.append(f"{number(verification.stale, 'hash', 'hashes')} kept of spans that no record has; --write drops them")
    lines += [f"no text of {source}: {reason}" for source, reason in verification.absent.items()]
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
    return " ".join(one_line(f"{before}[{citation.phrase}]{after}").split())
