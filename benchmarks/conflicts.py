"""What the package's own checks find where the articles of a corpus disagree, in the corpus' own words.

Run with `.venv/bin/python benchmarks/conflicts.py CORPUS_DIR OUT_DIR`. The gold of every article becomes claims, each journey a record of
a dataset project in a temporary folder; `check` judges it, and what it finds is written to `OUT_DIR/conflicts/<trip-key>.json`, one file
for every key that has a trip. The corpus' own `conflicts/` is never read: it is what its scorer compares the files with.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from corpus.claims import write_project
from corpus.journeys import journeys
from corpus.kinds import conflicts
from corpus.reading import NoCorpusError, read_corpus

from diplotrips.api import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.journeys import Journey
    from corpus.reading import Article

    from diplotrips.findings import Finding

TODAY = date(2026, 11, 22)
"""Nothing that is counted depends on the day; findings of a run are to be those of the next."""

USAGE = "usage: conflicts.py CORPUS_DIR OUT_DIR"


def main(arguments: Sequence[str]) -> int:
    """Write the conflicts of the corpus in the first folder into the second one; return the exit status."""
    if len(arguments) != 2:  # noqa: PLR2004  (as USAGE says)
        print(USAGE, file=sys.stderr)
        return 2
    try:
        articles = read_corpus(Path(arguments[0]))
    except NoCorpusError as error:
        print(error, file=sys.stderr)
        return 3
    found = find(articles)
    into = Path(arguments[1], "conflicts")
    into.mkdir(parents=True, exist_ok=True)
    for key, listed in sorted(found.items()):
        text = json.dumps({"trip_key": key, "conflicts": listed}, ensure_ascii=False, indent=1)
        (into / f"{key}.json").write_text(f"{text}\n", encoding="utf-8")
    print(f"{sum(map(len, found.values()))} conflicts in {len(found)} trips of {len(articles)} articles")
    return 0


def find(articles: Sequence[Article]) -> dict[str, list[dict[str, object]]]:
    """Return the conflicts of each trip key; every key is checked for itself."""
    by_key: dict[str, list[Journey]] = {}
    for journey in journeys(articles):
        if _is_file_name(journey.key):
            by_key.setdefault(journey.key, []).append(journey)
    found: dict[str, list[dict[str, object]]] = {}
    for key, together in by_key.items():
        told = {trip.article for journey in together for trip in journey.trips}
        with TemporaryDirectory() as folder:
            project = write_project(Path(folder), together, [article for article in articles if article.id in told])
            findings = check(folder, TODAY).findings
            _tell_unread(key, findings)
            found |= conflicts(findings, project)
    return found


def _is_file_name(key: str) -> bool:
    """Tell whether *key*, which comes from a corpus, can be part of the name of a file."""
    return bool(re.fullmatch(r"[\w][\w.-]*", key))


def _tell_unread(key: str, findings: Sequence[Finding]) -> None:
    """Say what of the claims the package could not read, so that no conflict is missed in silence."""
    for unread in (one for one in findings if one.code.startswith("DT0")):
        print(f"{key}: not read: {unread.message}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
