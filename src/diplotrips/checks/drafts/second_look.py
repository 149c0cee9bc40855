"""What the drafts of the parser contradict: the checks of claims, run once more on the trips that drafts mean, with the drafts' claims.

A draft of a source that no author has read for that trip takes part like a source; that of a source which an author has read is compared
with the author as coder with coder, unless the author's lines came from a review of that draft. Only findings in which a draft has a part
are kept, as notes, since nobody has vouched for it. A trip with an open error is left out until that is mended. How sure the parser is
decides nothing here: review does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diplotrips.checks.coding.readings import READ_DIFFERENTLY
from diplotrips.checks.drafts.linking import Linker
from diplotrips.checks.drafts.translating import translated
from diplotrips.checks.evidence import Evidence
from diplotrips.findings import Severity, root_of
from diplotrips.schema.claims import EXISTS, coded_claims_of
from diplotrips.schema.dataset import Dataset, Entry
from diplotrips.schema.registers import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplotrips.checks.check import AnyCheck
    from diplotrips.checks.drafts.linking import Link
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.coding import CodingFile

BETWEEN_SOURCES = "DT2"
"""How the codes of the checks begin that hold claims of several sources against each other and the record."""


def second_look(evidence: Evidence, checks: Iterable[AnyCheck], found: Sequence[Finding]) -> list[Finding]:
    """Return what the drafts contradict, as notes; *found* is what the records alone gave."""
    drafts = list(_translated(evidence.dataset, with_reviewed=False))
    if not drafts:
        return []
    broken = {root_of(one.record) for one in found if one.severity is Severity.ERROR}
    with_drafts = _with(evidence.dataset, drafts, broken)
    again = Evidence(with_drafts, evidence.today)
    files = {entry.node.place.file for entry in drafts}
    heard = {claim.source for claim in with_drafts.further_claims}
    known = {one.fingerprint for one in found}
    return [
        replace(one, severity=Severity.NOTE, draft=_draft_in(one, files))
        for check in checks
        if check.code.startswith(BETWEEN_SOURCES) or check.code == READ_DIFFERENTLY
        for one in check.find(again)
        if one.fingerprint not in known and (check.code == READ_DIFFERENTLY or any(end.source in heard for end in one.ends))
    ]


def _draft_in(found: Finding, files: set[str]) -> str:
    """Return the file of the first draft that has a part in *found*; empty if that is none of *files*."""
    places = (end.place.file for end in found.ends if end.place)
    return next((file for file in places if file in files), "")


def drafts_as_codings(dataset: Dataset) -> Dataset:
    """Return *dataset* with its drafts, in the ids of the trips that they mean, in the place of second coders' readings."""
    return replace(dataset, codings=tuple(_translated(dataset, with_reviewed=True)), drafts=())


def _translated(dataset: Dataset, *, with_reviewed: bool) -> Iterator[Entry[CodingFile]]:
    """Give the drafts that mean some trip of the dataset, in the ids of its records; with or without trips for which they were reviewed."""
    if not dataset.drafts:
        return
    linker = Linker(dataset)
    for entry in dataset.drafts:
        links = [link for link in linker.links(entry.record) if with_reviewed or not _is_reviewed(link, entry.record.source)]
        if links:
            yield replace(entry, record=translated(entry.record, links, linker.people, linker.organizations))


def _is_reviewed(link: Link, source: str) -> bool:
    """Tell whether the draft of *source* was reviewed for the trip that it means."""
    return any(review.source == source for review in link.document.reviews)


def _with(dataset: Dataset, drafts: Sequence[Entry[CodingFile]], broken: set[str]) -> Dataset:
    """Return the trips that *drafts* mean, with their claims beside those of the authors, or as second codings of the same source."""
    documents = {entry.record.trip.id: entry.record for entry in reversed(dataset.trips)}
    meant = {str(block.trip) for entry in drafts for block in entry.record.trips} - broken
    claims = [claim for entry in drafts for claim in coded_claims_of(entry.record, entry.node, documents)]
    return replace(
        dataset,
        trips=tuple(entry for entry in dataset.trips if entry.record.trip.id in meant),
        sources=(*dataset.sources, *_unregistered(dataset, drafts)),
        codings=tuple(drafts),
        drafts=(),
        further_claims=tuple(claim for claim in claims if _takes_part(claim, meant) and claim.source not in documents[claim.trip].said),
    )


def _takes_part(claim: Claim, meant: set[str]) -> bool:
    """Tell whether *claim* is of a trip that is looked at, and of a record that there is."""
    return claim.trip in meant and bool(claim.kind) and (claim.field != EXISTS or claim.kind != "trip")


def _unregistered(dataset: Dataset, drafts: Iterable[Entry[CodingFile]]) -> Iterator[Entry[Source]]:
    """Give entries for the sources of drafts that no register has, with what the draft knows of them."""
    registered = {entry.record.id for entry in dataset.sources}
    for entry in drafts:
        article = entry.record.article
        if entry.record.source not in registered:
            source = Source(id=entry.record.source, kind="article", language="en")
            yield Entry(source.model_copy(update={"published": article.published if article else None}), entry.node)
