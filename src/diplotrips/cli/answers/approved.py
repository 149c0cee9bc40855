"""The end of a review for people: what will be written, what was, and what a check finds of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.cli.answers.reviewed import written_fields
from diplotrips.cli.columns import one_line
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.api import Approved
    from diplotrips.api.planning import Plan, PlannedTrip
    from diplotrips.extract.review.acceptance import Loss

_DECIDED: Final = {
    "accept": "accepted",
    "changed": "changed",
    "reject": "rejected as read wrongly",
    "not-found": "not in the article",
    "unworded": "left out for want of own words",
    "fell": "not asked about, since what they are about was rejected",
    "undecided": "not decided and left out",
}


def render_plan(plan: Plan) -> str:
    """Return what will be written: files, new entries of registers, and what was accepted and is lost."""
    lines = [f"  {document.file}: {_what(document)}" for document in plan.documents]
    for file, (_, before) in plan.undone.items():
        lines.append(f"  {file}: {'deleted' if before is None else 'put back'}, since nothing of this draft goes there any more")
    lines += [f"  {holds}: {key}, as a stub" for key, (holds, _) in plan.entries.items()]
    return "\n".join(map(one_line, ["This will be written:", *lines] if lines else ["No trip was accepted, so nothing will be written."]))


def render_losses(losses: Iterable[Loss], what: str = "accepted and will not be written") -> str:
    """Return by name what was accepted and is lost; empty if nothing is."""
    told = [f"  {_name(loss)}; {loss.why}" for loss in losses]
    return "\n".join(map(one_line, [f"{number(len(told), 'value was', 'values were')} {what}:", *told])) if told else ""


def _what(document: PlannedTrip) -> str:
    """Return what becomes of a document."""
    if document.before is None:
        return "the trip anew, as changed" if document.is_anew else "a new trip"
    return f"lines {'anew, as changed' if document.is_anew else 'behind its own'}; its values stay as they are"


def _name(loss: Loss) -> str:
    return f"{loss.item.key} ({loss.item.about}): {written_fields(loss.fields)}"


def render_approved(approved: Approved) -> str:
    """Return what was written, what a check finds of it, and what comes next."""
    told = [f"{approved.decisions[key]} {words}" for key, words in _DECIDED.items() if approved.decisions.get(key)]
    partly = " in part" if approved.decisions.get("undecided") else ""
    lines = [f"reviewed{partly} by {approved.by}: {', '.join(told) or 'nothing was decided'}", *_written(approved)]
    lines += [
        f"added {key} to {stub.file}, line {stub.line}: a stub, of which the note says what is missing"
        for key, stub in approved.stubs.items()
    ]
    if not approved.written:
        nothing = (
            f"no trip was accepted, so nothing was written; if nothing of it belongs here delete {approved.draft}, else run review again"
        )
        return "\n".join(map(one_line, [*lines, nothing])) + "\n"
    found = approved.findings
    lines += ["", f"diplotrips check finds {'nothing' if not found else number(len(found), 'thing')} wrong with it{':' if found else ''}"]
    lines += [f"  {one}" for one in found]
    return "\n".join(map(one_line, lines)) + "\n"


def _written(approved: Approved) -> Iterator[str]:
    """Return what became of each file, and what is not in it."""
    if approved.is_same:
        yield f"nothing was written, since {listed([one.file for one in approved.written], 'and')} already says just that"
    for written in approved.written:
        if not approved.is_same:
            yield f"wrote {written.file}: {_what(written)}"
        if written.losses:
            yield from render_losses(written.losses, "accepted and not written").split("\n")
    for file in approved.undone:
        yield f"took back what an earlier review of this draft wrote in {file}"
