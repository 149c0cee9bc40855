"""Findings as SARIF 2.1.0, which code scanning and editors read: one run, a rule for each check that found something."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from diplotrips.checks.registry import BY_CODE, FAMILIES
from diplotrips.cli.columns import one_line
from diplotrips.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplotrips.api import Report
    from diplotrips.checks.check import Defect
    from diplotrips.findings import End, Finding, Place
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.ledger import Decision, Waiver

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Name of the official schema."""

HERE: Final = "%SRCROOT%"
"""What file names are relative to, by the name that code scanning knows."""

FINGERPRINT: Final = "diplotrips/v1"
"""Name of our fingerprint; the number is raised when fingerprints are made in another way."""

_LINK_ENDS: Final = re.compile(r"([\\\[\]])")
_LINK: Final = re.compile(r"\]\(")
_PLACEHOLDER: Final = re.compile(r"\{([0-9]+)\}")


def render_sarif(report: Report) -> str:
    """Return everything that was found, by place, a cause before what follows; what is settled or known is there and suppressed."""
    codes, ledger = sorted({found.code for found in report.findings}), report.ledger
    driver = {
        "name": "diplotrips",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(BY_CODE[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {HERE: {"description": {"text": "The folder in which diplotrips ran."}}},
        "results": [_result(found, codes, ledger) for found in report.findings],
        "properties": {"today": report.today.isoformat()},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(check: Defect) -> dict[str, object]:
    """Return what is known of a check; its page is the help."""
    page = check.page.strip()
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": page.partition("\n")[0]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": check.severity.value},
        "properties": {"tags": [FAMILIES[check.code[:3]]]},
    }


def _result(found: Finding, codes: Sequence[str], ledger: Mapping[str, Entry[Decision | Waiver]]) -> dict[str, object]:
    """Return one finding; its message links to the other ends, which are numbered from 1."""
    ends = enumerate(found.related, start=1)
    return {
        "ruleId": found.code,
        "ruleIndex": codes.index(found.code),
        "level": found.severity.value,
        "message": {"text": _message(found)},
        "locations": [{"physicalLocation": _location(found.place)}],
        "relatedLocations": [_related(number, end, end.place) for number, end in ends if end.place],
        "partialFingerprints": {FINGERPRINT: found.fingerprint},
        "suppressions": _suppressions(found, ledger),
    }


def _related(number: int, end: End, place: Place) -> dict[str, object]:
    return {"id": number, "physicalLocation": _location(place), "message": {"text": _plain(end.label)}}


def _message(found: Finding) -> str:
    """Return the message, then a line for each other end and for the likely cause."""
    lines = [_plain(found.message)]
    for number, end in enumerate(found.related, start=1):
        lines.append(f"against {_link(end.label, number) if end.place else _plain(end.label)}")
    if found.cause:
        lines.append(f"likely cause: {_plain(found.cause)}")
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Return *text* so that nothing in it is read as a link, or as the place of an argument; other braces are shown as they are."""
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub("] (", one_line(text)))


def _link(text: str, number: int) -> str:
    """Return *text* as a link to the related location *number*."""
    escaped = _LINK_ENDS.sub(r"\\\1", _plain(text))
    return f"[{escaped}]({number})"


def _location(place: Place) -> dict[str, object]:
    """Return *place*; the column behind it is where its region ends."""
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + place.width}
    return {"artifactLocation": _artifact(place.file), "region": region}


def _artifact(file: str) -> Mapping[str, str]:
    """Return the name of a file as a URI, relative to the folder in which the check ran unless it is outside."""
    if file.startswith("/") or ".." in file.split("/"):
        return {"uri": f"file://{quote(os.fsencode(os.path.realpath(file)))}"}
    return {"uri": quote(os.fsencode(file)), "uriBaseId": HERE}


def _suppressions(found: Finding, ledger: Mapping[str, Entry[Decision | Waiver]]) -> list[dict[str, str]]:
    """Say why a finding is not open; nothing if it is."""
    if found.settled_by:
        entry = ledger.get(found.settled_by)
        because = f": {one_line(entry.record.because)}" if entry else ""
        return [{"kind": "external", "status": "accepted", "justification": f"settled by {found.settled_by}{because}"}]
    return [{"kind": "external", "status": "underReview", "justification": "known in the baseline"}] if found.known else []
