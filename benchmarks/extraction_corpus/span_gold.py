"""Real articles with span-exact gold (`NNN_….txt`, `gold/NNN.json`), read as a corpus: main trips and direct quotes.

Such gold numbers stops in the order of a list and says so; those numbers are left out, since a list gives a basis and no order. Quotations
that are mixed with reported speech count as direct ones if they have a speaker and are long enough. Trips that are only mentioned are not
compared, and the day of publication is the one that the gold infers.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from diplotrips.extract.parsing.article import Article
from diplotrips.schema.dates.edtf import EdtfDate
from extraction_corpus.articles import Given, NoArticlesError, date_of
from extraction_corpus.corpus_files import Corpus
from extraction_corpus.figures import scorer_of
from extraction_corpus.predictions import FEWEST_WORDS, MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping

Written: TypeAlias = "dict[str, Any]"

STATUSES = {"announced/planned": "planned", "under-way": "ongoing"}
"""Words for a status that this gold has and the corpus has not."""
KEYS = {"001": "lavrov-2020-latam"}
"""Articles on a trip that articles of the corpus are about as well, with its key there: they are held out together."""


def read_span_gold(folder: Path, scorer: Path) -> Corpus:
    """Return the articles of *folder* and their gold in the shape of a corpus', to be scored by *scorer*.

    Raises:
        NoArticlesError: there are none.
    """
    golds = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted((folder / "gold").glob("*.json"))}
    if not golds:
        raise NoArticlesError(f"{folder} holds no articles with gold: it needs <text>.txt and gold/<number>.json")
    given = [_given(name, gold["source"], folder) for name, gold in golds.items()]
    return Corpus(given, {name: _as_gold(name, gold) for name, gold in golds.items()}, scorer_of(scorer))


def _given(name: str, source: Mapping[str, Any], folder: Path) -> Given:
    text = Path(folder, source["file"]).read_bytes().decode("utf-8")
    published = date_of(source["published"]["inferred_edtf"] or "")
    return Given(name, KEYS.get(name, name), Article(text, source=name, published=published))


def _as_gold(name: str, gold: Written) -> Written:
    quotes = [quote for quote in gold["quotes"] if quote["kind"] in {"direct", "mixed"} and quote["speaker"]]
    written = [_quote(quote, _people(gold)) for quote in quotes]
    long_enough = [quote for quote in written if len(quote["quote"].split()) >= FEWEST_WORDS]
    return {"id": name, "trips": [_trip(trip) for trip in gold["trips"] if trip["main"]], "quotes": long_enough}


def _people(gold: Written) -> dict[str, str]:
    return {person["name"]: person["position"] for person in gold["people"]}


def _quote(quote: Written, positions: Mapping[str, str]) -> Written:
    return {
        "speaker": quote["speaker"],
        "role": positions.get(quote["speaker"]) or "",
        "is_expert": quote["speaker_role"] == "expert",
        "direct": True,
        "quote": quote["content"]["text"].strip(MARKS),
    }


def _trip(trip: Written) -> Written:
    days = trip["dates"]
    first, _, last = days["edtf"].partition("/")
    start, end = (days["edtf"], None) if days.get("within") else (first, last if EdtfDate.parse(first).is_day and last != ".." else None)
    return {
        "traveller": trip["traveller"]["name"],
        "office": trip["office"]["value"],
        "status": STATUSES.get(trip["status"]["value"], trip["status"]["value"]),
        "start": start,
        "end": end,
        "main": True,
        "stops": stops_of(trip),
        "agreements": [],
    }


def stops_of(trip: Written) -> list[Written]:
    """Return the stops; those that stand in a list only share the place between those before and after them."""
    stated = [stop.get("order_basis", "").removesuffix(" only") != "list order" for stop in trip["stops"]]
    rank, before, stops = 0, True, []
    for stop, is_stated in zip(trip["stops"], stated, strict=True):
        rank += is_stated or before
        before = is_stated
        order = rank if stop["order"] and any(stated) else None
        stops.append({"country": stop["iso2"], "city": stop["city"], "start": stop["date"], "end": stop["date"], "order": order})
    return stops


def without_side_trips(predicted: Written) -> Written:
    """Return a prediction as far as this gold can judge it: without trips that are only mentioned, agreements and reported speech."""
    trips = [trip | {"agreements": []} for trip in predicted["trips"] if trip["main"]]
    return predicted | {"trips": trips, "quotes": [quote for quote in predicted["quotes"] if quote["direct"]]}
