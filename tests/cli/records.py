"""Made-up records that nothing is wrong with, and what tests of the command line change in them."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

GAZETTE = "Minister Jane Doe will fly to Lima on Monday.\r\nShe stays in Chile for “two days” and never in Lima again.\r\n"
HERALD = "Jane Doe was in Peru, then in Chile.\n"


def sha256(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


RECORDS = {
    "dataset.yaml": """\
schema: 1
dataset:
  id: made-up
  title: Made-up trips
  description: Trips for tests.
  creators: [{name: Nobody}]
  licence: CC0-1.0
  codebook: 0.1.0
  reference_date: 2024-06-01
""",
    "people.yaml": """\
schema: 1
people:
  - {id: jane-doe, name: Jane Doe}
""",
    "coders.yaml": """\
schema: 1
coders:
  - {id: nobody, name: Nobody, kind: person}
""",
    "sources.yaml": f"""\
schema: 1
sources:
  - {{id: gazette, kind: article, language: en, text_sha256: {sha256(GAZETTE)}, text_chars: {len(GAZETTE)}}}
  - {{id: herald, kind: article, language: en, text_sha256: {sha256(HERALD)}, text_chars: {len(HERALD)}}}
""",
    "authored/andes.yaml": """\
schema: 1
trip:
  id: andes
  traveller: jane-doe
  office: foreign-minister
  represents: NZ
  status: completed
  dates: 2024-05-06/2024-05-09
  route: [pe, cl]
stops:
  - {id: pe, country: PE, dates: 2024-05-06/2024-05-07}
  - {id: cl, country: CL, dates: 2024-05-08/2024-05-09}
said:
  gazette:
    - {office: foreign-minister, represents: NZ, status: completed, span: 0-17}
    - {route: [pe, cl], dates: 2024-05-06/2024-05-09, span: 18-45}
    - {about: pe, country: PE, dates: 2024-05-06/2024-05-07, span: 30-34}
    - {about: cl, country: CL, dates: 2024-05-08/2024-05-09, span: 60-65}
  herald:
    - {days: 4, span: 0-8}
""",
}

DISAGREEING = RECORDS["authored/andes.yaml"].replace("{days: 4, span: 0-8}", "{days: 7, span: 0-8}")
"""The same trip, of which one source gives another number of days."""

DECISION = """\
schema: 1
decisions:
  - id: andes-days
    code: DT205
    record: andes
    field: days
    verdict: adopt
    settles: ["herald:body:7", "gazette:body:2024-05-06/2024-05-09"]
    overrules: ["herald:body:7"]
    because: The herald counts the flights. Nobody else does.
    decided_by: nobody
    decided_on: 2024-06-01
"""


class Ran(NamedTuple):
    """What a run of the command line came to."""

    status: int
    out: str
    err: str
