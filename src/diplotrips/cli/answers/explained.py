"""What `?` tells during a review: the keys, then the words on the screen, as the schema and its code lists explain them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.extract.review.edits import allowed
from diplotrips.schema.codelists import code_list
from diplotrips.schema.quote import OfficialQuote
from diplotrips.schema.said import ClaimLine
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.review.items import Item

KEYS_OF_VALUE: Final = """\
  a  accept it as it is; of a quotation or an agreement you are asked for your own words
  e  edit it: write what the article says instead, then Enter; Esc, Ctrl-C or an empty line leave it as it is
  r  reject it: the parser read the article wrongly
  n  not found: the article does not say it at all
  s  skip it for now; it comes back at the end
  b  back to the one before
  q  save and leave; the same command goes on here"""

KEYS_OF_TRIP: Final = """\
  n  a new trip: you are asked for its id, then for each value
  e  lines for a trip that is in the dataset already: you are asked for its id
  r  reject it: nothing of it is recorded
  s  skip it for now, with all its values
  b  back to the one before
  q  save and leave; the same command goes on here"""

KEYS_AT_END: Final = """\
  w  write what was accepted, as listed above
  l  look at what was skipped
  b  back to the last value, to change something
  g  go to another value by its number, such as 3 of “3 of 22”
  q  save and leave; the same command goes on here"""

_LISTS: Final = {
    "basis": "claim_bases",
    "mode": "claim_modes",
    "part": "claim_parts",
    "status": "trip_statuses",
    "progress": "progress",
    "manner": "quote_manners",
    "speaker": "quote_speakers",
    "capacity": "capacities",
    "channel": "channels",
}
"""Code list of a key, of which the value on the screen is explained."""

_EXISTS: Final = "exists: the line says no more than that there is such a record; of a meeting, that they meet or met"

_OF_PARSER: Final = {
    "rule": "the rule of the parser that made the line; it is not written",
    "confidence": "how sure the parser is, from 0 to 1; it is not written",
}


def explain_value(item: Item) -> str:
    """Return the keys, the words that stand beside *item*, and what it may be changed to."""
    told = [KEYS_OF_VALUE, "", "What stands there:", *(f"  {line}" for line in _words(item))]
    told += ["  [ ] or colour: the passage that it rests on; span is its first and last code point", ""]
    span = "write other words of the article, or code points, after span: to give another passage"
    return "\n".join([*told, f"Edited it may have {listed(allowed(item), 'and')}; {span}."])


def _words(item: Item) -> Iterator[str]:
    """Return a line for each key beside *item*."""
    if not item.is_quote and not item.fields.keys() - {"mode"}:
        yield _EXISTS
    model = OfficialQuote if item.is_quote else ClaimLine
    shown = {**item.fields, **({} if item.is_quote else {"basis": "stated"})}
    shown |= {key: item.entry[key] for key in ("basis", "phrase", "anchor", "part", "confidence", "rule") if key in item.entry}
    for key, value in shown.items():
        described = _OF_PARSER.get(key) or _small(model.model_fields[key].description or "")
        meant = _meaning(key, str(value))
        yield f"{key}: {described}{f'; {value} means: {meant}' if meant else ''}"


def _meaning(key: str, value: str) -> str:
    """Return what a code of *key* means; empty where it is no code."""
    codes = code_list(_LISTS[key]) if key in _LISTS else ()
    return next((_small(code.description) for code in codes if code.code == value), "")


def _small(sentence: str) -> str:
    """Return *sentence* as it stands within another one."""
    first = sentence.replace("\n", " ").rstrip(".")
    return f"{first[:1].lower()}{first[1:]}"
