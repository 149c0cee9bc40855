"""The words of a corpus for what the package has codes for: statuses, kinds of agreements, how far those got."""

from __future__ import annotations

STATUSES = {
    "planned": "planned",
    "under-way": "ongoing",
    "completed": "completed",
    "cancelled": "cancelled",
    "postponed": "cancelled",
    "unconfirmed": "planned",
}
"""Status of a trip that an article is about; one put off to a day that the article names is given out as planned by the parser itself."""

MENTIONED = "mentioned"
"""Status of every other trip, unless it was cancelled."""

AGREEMENT_KINDS = {
    "treaty": "treaty",
    "agreement": "agreement",
    "memorandum": "memorandum",
    "joint-statement": "declaration",
    "declaration": "declaration",
    "contract": "contract",
    "loan-or-grant": "other",
    "action-plan": "other",
    "exercise": "other",
    "understanding": "other",
    "unspecified": "agreement",
    "other": "other",
}

PROGRESS = {
    "refused": "discussed",
    "offered": "planned",
    "intended": "planned",
    "negotiated": "discussed",
    "agreed": "announced",
    "initialled": "signed",
    "signed": "signed",
    "ratified": "signed",
    "in-force": "signed",
    "extended": "signed",
}
