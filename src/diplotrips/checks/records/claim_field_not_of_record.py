"""A claim is about a field that its record can have.

**Why.** A country claimed of a whole trip, or a last stop claimed of a stop, is compared with nothing: the author meant another record,
and what the source says is lost.

**Not covered.** Claims about a record that does not exist (DT303), and fields that no record has (DT005).

**What to do.** Name the right record in `about`, or take the field that says it of this one: of a trip `countries`, of a stop `country`.

**Wrong**

```yaml
said:
  gazette-2024-05:
    - {about: visas, country: CL}
```

**Right**

```yaml
said:
  gazette-2024-05:
    - {about: cl, country: CL}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import ON_TRIPS, Check, finding
from diplotrips.findings import Severity
from diplotrips.schema.claims import EXISTS
from diplotrips.schema.codelists import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim

FIELDS: Mapping[str, str] = {
    "trip": (
        "seen first_day last_day dates within left_home back_home days nights route first_stop last_stop countries n_countries region "
        "named cited status office represents papers"
    ),
    "stop": (
        "seen first_day last_day dates within days nights after during region cited status country kind places territory purposes events "
        "protocol did did_not papers"
    ),
    "meeting": "seen dates within named cited office of capacity channel topics",
    "agreement": "cited kind topics title parties arrangement papers progress subject date",
    "quoted-expert": "named affiliation position",
}
"""What can be claimed of each kind of record."""

_CODES_OF_KIND = {"stop": "stop_kinds", "agreement": "agreement_kinds"}
"""The code list of `kind`, which means another thing of each of these."""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each claim whose record cannot have such a field, or not such a kind."""
    for claim in evidence.dataset.claims:
        message = _what_is_wrong(claim) if claim.kind and claim.field != EXISTS else ""
        if message:
            yield finding(CHECK, evidence, record=claim.record, field=claim.field, message=message, here=evidence.claim_end(claim))


def _what_is_wrong(claim: Claim) -> str:
    """Return a sentence, empty if nothing is wrong."""
    noun = claim.kind.replace("-", " ")
    if claim.field not in FIELDS[claim.kind].split():
        others = [kind.replace("-", " ") for kind, fields in FIELDS.items() if claim.field in fields.split()]
        return f"{claim.source} says {claim.field} {claim.text} of the {noun} {claim.record}, and only {_listed(others)} can have that"
    if claim.field == "kind" and claim.text not in codes(_CODES_OF_KIND[claim.kind]):
        return f"{claim.source} says kind {claim.text} of the {noun} {claim.record}, and that is no kind of {noun}"
    return ""


def _listed(nouns: list[str]) -> str:
    """Return `a stop`, or `a trip or a stop`."""
    return " or ".join(f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}" for noun in nouns)


CHECK = Check(
    code="DT304",
    name="claim-field-not-of-record",
    severity=Severity.ERROR,
    page=__doc__,
    judges=ON_TRIPS,
    follows=("DT302",),
    find=find,
)
