"""How far coders agree, for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.api.comparing import Reliability
    from diplotrips.checks.coding.readings import Item, Reading
    from diplotrips.checks.coding.reliability import FieldReliability

FORMAT_VERSION = 1
"""Version of the JSON that is written."""


def render_reliability(found: Reliability, form: str) -> str:
    """Return *found* as `text` or `json`."""
    return _json(found) if form == "json" else "".join(f"{one_line(line)}\n" for line in _lines(found))


def render_doubt(found: Reliability, *, drafts: bool = False) -> str:
    """Return a line about what was left out or is not there; empty if nothing is."""
    if found.n_errors:
        errors = f"{number(found.n_errors, 'error')} in {one_line(found.root)}"
        return f"diplotrips: {errors}; what these are about was not compared (diplotrips check shows them)\n"
    if found.fields:
        return ""
    nothing = (
        "was drafted of what authors have read; drafts lie in parsed/"
        if drafts
        else "was coded twice; second codings lie in coded/<coder>/"
    )
    return f"diplotrips: nothing in {one_line(found.root)} {nothing}\n"


def _lines(found: Reliability) -> Iterator[str]:
    """Return a table of the fields, then every item on which coders differ."""
    if found.agreement is None:
        return
    width = max(len("all fields"), *(len(row.field) for row in found.fields))
    yield f"{'field':{width}}  items  coded by all  agreement   alpha"
    for row in found.fields:
        yield _row(row, width)
    yield f"{'all fields':{width}}  {found.n_items:5}  {sum(row.n_coded_by_all for row in found.fields):12}  {found.agreement:9.1%}"
    yield ""
    for item in found.disputed:
        yield f"{item.record} {item.field} in {item.source}{'' if item.part == 'body' else f' ({item.part})'}"
        yield from (f"  {_who(reading)}: {reading.text or 'not coded'}  {reading.place}" for reading in item.readings)
    if found.disputed:
        yield ""
    numbers = [(len(found.sources), "source"), (len(found.coders), "second coder"), (len(found.disputed), "disputed item")]
    yield f"{found.root}: " + ", ".join(number(count, noun) for count, noun in numbers)


def _row(row: FieldReliability, width: int) -> str:
    alpha = "     -" if row.alpha is None else f"{row.alpha:6.3f}"
    return f"{row.field:{width}}  {row.n_items:5}  {row.n_coded_by_all:12}  {row.agreement:9.1%}  {alpha}"


def _who(reading: Reading) -> str:
    return reading.coder or "the author"


def _json(found: Reliability) -> str:
    """Return everything; `alpha` is null where it is not defined, `coder` is null for the author of the record."""
    whole = {
        "format_version": FORMAT_VERSION,
        "root": found.root,
        "coders": found.coders,
        "sources": found.sources,
        "n_items": found.n_items,
        "agreement": found.agreement,
        "fields": [row._asdict() for row in found.fields],
        "disputed": [_item(item) for item in found.disputed],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _item(item: Item) -> dict[str, object]:
    readings = [
        {
            "coder": reading.coder or None,
            "values": [{"value": claim.text, "mode": claim.mode, "place": claim.place._asdict()} for claim in reading.claims],
            "place": reading.place._asdict(),
        }
        for reading in item.readings
    ]
    return {"source": item.source, "record": item.record, "field": item.field, "part": item.part, "readings": readings}
