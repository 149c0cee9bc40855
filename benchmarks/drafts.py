"""What the parser found in the articles of this dataset, claim by claim beside what a person authored: the tables of `docs/parser.md`.

    .venv/bin/python benchmarks/drafts.py [--write]

Reads `extract/authored/` and `extract/parsed/`, and prints the tables, or writes them into the page between its two marks. A test holds
the page to them. What is compared, and when two readings say the same, is told in `diplotrips.checks.coding.readings`.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.coding.readings import AUTHOR, items_of
from diplotrips.checks.drafts.second_look import drafts_as_codings
from diplotrips.extract.reading import read_dataset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.checks.coding.readings import Item

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "parser.md"
BEGIN, END = "<!-- begin: benchmarks/drafts.py -->", "<!-- end: benchmarks/drafts.py -->"

VERDICTS = ("same", "in part", "differs", "not found", "only the parser")
"""How a draft compares: all that the author wrote, some of it, something else, nothing; or the author wrote nothing."""


class Compared(NamedTuple):
    """One field of one record in one part of a source, as the author and the parser read it."""

    source: str
    record: str
    field: str
    authored: str
    parsed: str
    verdict: str


def main() -> None:
    """Print the tables, or write them into the page."""
    text = render(compare())
    if "--write" in sys.argv[1:]:
        PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8")
    else:
        print(text)


def compare(root: Path = ROOT) -> list[Compared]:
    """Return what authors and drafts of the same sources say, in the order in which it was authored."""
    return [_compared(item) for item in items_of(drafts_as_codings(read_dataset(root).dataset))]


def render(rows: Iterable[Compared]) -> str:
    """Return the table of counts by field, then the table of every claim."""
    rows = list(rows)
    return "\n".join([*_counts(rows), "", *_claims(rows)])


def with_tables(page: str, tables: str) -> str:
    """Return *page* with *tables* between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tables}\n\n{END}{after}"


def _compared(item: Item) -> Compared:
    authored = next(reading for reading in item.readings if reading.coder == AUTHOR)
    parsed = next(reading for reading in item.readings if reading.coder != AUTHOR)
    field = item.field if item.part == "body" else f"{item.field} ({item.part})"
    return Compared(item.source, item.record, field, authored.text, parsed.text, _verdict(authored.meaning, parsed.meaning))


def _verdict(authored: frozenset[str], parsed: frozenset[str]) -> str:
    if authored == parsed:
        return "same"
    if not authored:
        return "only the parser"
    if not parsed:
        return "not found"
    return "in part" if authored & parsed else "differs"


def _counts(rows: list[Compared]) -> Iterator[str]:
    yield f"| field | {' | '.join(VERDICTS)} |"
    yield f"|---|{'---:|' * len(VERDICTS)}"
    fields = sorted({row.field.partition(" ")[0] for row in rows})
    for field in [*fields, "all fields"]:
        counted = Counter(row.verdict for row in rows if field in {row.field.partition(" ")[0], "all fields"})
        yield f"| {field} | {' | '.join(str(counted[verdict]) for verdict in VERDICTS)} |"


def _claims(rows: list[Compared]) -> Iterator[str]:
    yield "| source | record | field | authored | parsed | |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        yield "| " + " | ".join(text.replace("|", "\\|") for text in row) + " |"


if __name__ == "__main__":
    main()
