"""A review holds for the very draft and text that were reviewed.

**Why.** Somebody has vouched for what the parser read in one text. If the article was corrected, or the parser reads it anew, nobody has
looked at what stands there now.

**Not covered.** Whether the values that were accepted are still those of the record: an author may change them. Drafts that were deleted
after their review; texts of which the register of sources has no hash.

**What to do.** `diplotrips review extract/parsed/SOURCE.json --text FILE` shows the draft again, with what was accepted before. If the
article is the one that was reviewed, put the former draft back.

**Wrong**

```yaml
authored/doe-2024-05.yaml:
  reviews:
    - source: gazette-2024-05
      reviewed_by: mara
      draft_sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
      text_sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
```

```raw parsed/gazette-2024-05.json
{"schema": 1, "source": "gazette-2024-05", "coder": "rules-1", "trips": []}
```

**Right**

```yaml
authored/doe-2024-05.yaml:
  reviews:
    - source: gazette-2024-05
      reviewed_by: mara
      draft_sha256: 823a1821dc7f20c8c7a56bbb91853197a3c2630ee8c7e55ee9a5ccdff20a65ec
      text_sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
```

```raw parsed/gazette-2024-05.json
{"schema": 1, "source": "gazette-2024-05", "coder": "rules-1", "trips": []}
```

**Since** 0.2.0
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.check import Check, finding
from diplotrips.findings import End, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.document import Review


class _Present(NamedTuple):
    """What there is now of something that was reviewed."""

    what: str
    field: str
    """Field of a review that has its hash."""
    sha256: str
    end: End
    draft: str = ""
    """File of the draft of the source, which is to be reviewed again."""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a warning for each review of which the text, by the register or by the draft, or the draft has changed."""
    present = _present(evidence.dataset)
    for entry in evidence.dataset.trips:
        trip = entry.record.trip.id
        for index, review in enumerate(entry.record.reviews):
            changed = _changed(review, present.get(review.source, ()))
            if changed:
                place = entry.place("reviews", index, changed.field)
                here = End("what was reviewed", trip, f"reviews.{review.source}", place=place)
                message = f"{changed.what} {review.source} has changed since {review.reviewed_by} reviewed it, so that the review is void"
                found = finding(CHECK, evidence, record=trip, field="reviews", message=message, here=here, there=[changed.end])
                yield replace(found, draft=changed.draft)


def _present(dataset: Dataset) -> Mapping[str, Sequence[_Present]]:
    """Return the texts and drafts of each source as they are now, texts first."""
    found: dict[str, list[_Present]] = defaultdict(list)
    for register_entry in dataset.sources:
        source, text = register_entry.record.id, register_entry.record.text_sha256
        if text:
            end = End("the register has another text", source, "text_sha256", place=register_entry.place("text_sha256"))
            found[source].append(_Present("the article", "text_sha256", text, end))
    for entry in dataset.drafts:
        source, article, file = entry.record.source, entry.record.article, entry.node.place.file
        if article:
            end = End("the draft is of another text", source, "parsed", place=entry.place("article", "text_sha256"))
            found[source].append(_Present("the article", "text_sha256", article.text_sha256, end, file))
        if file in dataset.draft_hashes:
            end = End("this is another draft", source, "parsed", place=entry.place("source"))
            found[source].append(_Present("the draft of", "draft_sha256", dataset.draft_hashes[file], end, file))
    return found


def _changed(review: Review, present: Sequence[_Present]) -> _Present | None:
    """Return the first thing that is not what was reviewed, None if all is; of several drafts of one source one may be it."""
    drafts = [one for one in present if one.field == "draft_sha256"]
    is_there = any(one.sha256 == review.draft_sha256 for one in drafts)
    return next((one for one in present if one.sha256 != getattr(review, one.field) and not (is_there and one in drafts)), None)


CHECK = Check(code="DT507", name="review-void", severity=Severity.WARNING, page=__doc__, judges=("trip",), find=find)
