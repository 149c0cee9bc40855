"""Copies of one report are registered as such.

**Why.** Ten papers that print one agency's report are one voice; counted as ten independent ones, they make a doubtful day look certain.

**Not covered.** Copies that were shortened or rewritten, and those of different days unless their passages are the same word for word (at
least three of forty characters or more, by their hashes); sources of which few claims are coded (fewer than eight in common on one trip);
headlines, captions and datelines, which each outlet writes itself. Sources whose registered voice is the same already (`copied_from`, one
`agency`, one owner) need no note, and those that credit different agencies are told apart unless their words are the same.

**What to do.** If it is a copy, say so in `sources.yaml`: `copied_from` with the id of the original, or the `agency` that both credit. If
the two are independent after all, waive this for the source. Until then they count as one voice in `n_independent`; with the waiver
the source counts apart.

**Wrong**

```yaml
sources.yaml:
  sources:
    - {id: gazette-2024-05, kind: article, publisher: gazette, language: en, published: 2024-05-20}
    - {id: herald-2024-05, kind: article, publisher: herald, language: en, published: 2024-05-20}
authored/doe-2024-05.yaml:
  said:
    herald-2024-05:
      - {named: Jane Doe, office: foreign-minister, represents: NZ}
      - {status: completed, dates: 2024-05-13/2024-05-16, days: 4}
      - {route: [cl, pe], countries: [CL, PE]}
      - {about: cl, country: CL, places: [Santiago], dates: 2024-05-13/2024-05-14}
      - {about: cl.ana-lopez, named: Ana López, office: president}
      - {about: pe, country: PE, places: [Lima], dates: 2024-05-15/2024-05-16}
      - {about: visas, parties: [NZ, CL], progress: signed, date: 2024-05-14}
```

**Right**

```yaml
sources.yaml:
  sources:
    - {id: gazette-2024-05, kind: article, publisher: gazette, language: en, published: 2024-05-20}
    - {id: herald-2024-05, kind: article, publisher: herald, language: en, published: 2024-05-20, copied_from: gazette-2024-05}
authored/doe-2024-05.yaml:
  said:
    herald-2024-05:
      - {named: Jane Doe, office: foreign-minister, represents: NZ}
      - {status: completed, dates: 2024-05-13/2024-05-16, days: 4}
      - {route: [cl, pe], countries: [CL, PE]}
      - {about: cl, country: CL, places: [Santiago], dates: 2024-05-13/2024-05-14}
      - {about: cl.ana-lopez, named: Ana López, office: president}
      - {about: pe, country: PE, places: [Lima], dates: 2024-05-15/2024-05-16}
      - {about: visas, parties: [NZ, CL], progress: signed, date: 2024-05-14}
```

**Since** 0.2.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.findings import Severity
from diplotrips.schema.flatten.copies import alike_sources
from diplotrips.schema.flatten.voices import LOOKS_LIKE_A_COPY, declared_voices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.flatten.copies import Alike


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each source that looks like a copy of an earlier one and has, by the registers, a voice of its own."""
    voices = declared_voices(evidence.dataset)
    told = set[str]()
    for alike in alike_sources(evidence.dataset):
        if voices[alike.first] != voices[alike.second] and alike.second not in told:
            told.add(alike.second)
            yield _found(evidence, alike)


def _found(evidence: Evidence, alike: Alike) -> Finding:
    return finding(
        CHECK,
        evidence,
        record=alike.second,
        field="copied_from",
        message=f"{alike.second} {alike.because}, so that they count as one voice; is it copied_from {alike.first}?",
        here=evidence.end(alike.second, "id", label="this looks like a copy"),
        there=[evidence.end(alike.first, "id", label="of this")],
        fix=alike.first,
    )


CHECK = Check(
    code=LOOKS_LIKE_A_COPY,
    name="copies-not-registered",
    severity=Severity.NOTE,
    page=__doc__,
    judges=("source",),
    needs=("DT302",),
    find=find,
)
