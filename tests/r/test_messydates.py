"""What the page gives messydates has the bounds that the columns have, for every kind of date."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.r.sessions import answer, below

from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.flatten.spread import dated

MADE = below("To messydates")[:1]

WITHOUT = """
rows <- data.frame(day_edtf = c("2023-04-17", NA, "2023-05", NA), stringsAsFactors = FALSE)
rows$day_earliest <- as.Date(c("2023-04-17", NA, "2023-05-01", NA))
rows$day_latest <- as.Date(c("2023-04-17", NA, "2023-05-31", NA))
for (n in list(1:4, c(2, 4), 0)) {
  messy <- to_messydate(rows[n, ], "day")
  cat(class(messy)[1], as.character(days_of(messy, messydates::vmin)), as.character(days_of(messy, messydates::vmax)), "")
}
rows$day_edtf <- NA
rows$day_earliest <- rows$day_latest <- as.Date(NA)
cat(as.character(days_of(to_messydate(rows, "day"), messydates::vmax)))
"""

if TYPE_CHECKING:
    from pathlib import Path

BOUNDED = (
    *("2023-04-17", "2023-04-17?", "2023-04-17~", "2023-04-17%", "1969-12-31", "1066-10-14", "0099-05-06", "2024-02-29", "2023-04-05"),
    *("2023-04", "2023-04?", "2023-04~", "2023-04%", "2023-12", "2024-02"),
    *("2023", "2023?", "2023~", "2023%", "0987", "2023-XX", "2023-XX-XX", "2023-04-XX", "2023-04-XX?", "202X", "19XX", "202X~"),
    *("2023-04-16/2023-04-18", "2023-04-16?/2023-04-18%", "2023-04/2023-06-12", "2022/2024", "1890/189X", "2023-12-31/2024-01-02"),
    *("[2023-04-17,2023-04-19]", "[2023-04-17,2023-04-19,2024-01-01]", "[2023-04,2023-06]", "[2022,2024-03]"),
)

OPEN = {"2023-04-16/..": "2023-04-16..", "../2023-04-18": "..2023-04-18", "XXXX-04-17": None, "..": None}
"""Dates without a bound, and what messydates is given for them; `None` is a missing one."""

ASKED = """
rows <- jsonlite::fromJSON("dates.json")
for (end in c("day_earliest", "day_latest")) rows[[end]] <- as.Date(rows[[end]])
messy <- to_messydate(rows, "day")
bound <- function(which) {
  days <- vapply(seq_along(messy), function(i) c(as.numeric(as.Date(messy[i], FUN = which)), NA)[1], 1)
  ifelse(is.na(days), NA, as.character(days))
}
told <- list(text = as.character(messy), first = bound(messydates::vmin), last = bound(messydates::vmax))
cat(jsonlite::toJSON(told, na = "null"))
"""


SAID = {
    "2023-04-17?": "2023-04-17?",
    "2023-04~": "2023-04~",
    "2023%": "2023?~",
    "[2023-04-17,2023-04-19]": "{2023-04-17,2023-04-19}",
    "2023-04-16/2023-04-18": "2023-04-16..2023-04-18",
    **OPEN,
}
"""What messydates is given for dates, doubts and several days included."""


@pytest.fixture(scope="module")
def messydates(packages: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str | None, ...]]:
    """What messydates makes of each date: its text, and its first and last day as numbers from 1970."""
    if "messydates" not in packages:
        pytest.skip("needs messydates in R")
    folder = tmp_path_factory.mktemp("messydates")
    empty = {"day_earliest": None, "day_latest": None}
    texts = tuple(dict.fromkeys((*BOUNDED, *SAID)))
    rows = [empty | ({"day_edtf": ".."} if text == ".." else dated("day", EdtfDate.parse(text))) for text in texts]
    (folder / "dates.json").write_text(json.dumps(rows, default=str), encoding="utf-8")
    told: dict[str, list[str | None]] = json.loads(answer(MADE, ASKED, folder))
    return dict(zip(texts, zip(told["text"], told["first"], told["last"], strict=True), strict=True))


def test_bounds_stay_what_they_are(messydates: dict[str, tuple[str | None, ...]]) -> None:
    """The first and last possible day of a messydate are those of our columns."""
    values = {text: EdtfDate.parse(text) for text in BOUNDED}
    days = {text: tuple(str((day - date(1970, 1, 1)).days) for day in (at.earliest, at.latest) if day) for text, at in values.items()}

    assert {text: messydates[text][1:] for text in BOUNDED} == days


def test_what_is_missing_stays_where_it_is(packages: tuple[str, ...], tmp_path: Path) -> None:
    """Each row keeps its own days beside rows without any; a column of nothing else, and no row at all, are no error."""
    if "messydates" not in packages:
        pytest.skip("needs messydates in R")

    told = answer(MADE, WITHOUT, tmp_path).split()

    assert told == [
        *("mdate", "2023-04-17", "NA", "2023-05-01", "NA", "2023-04-17", "NA", "2023-05-31", "NA"),
        *("mdate", "NA", "NA", "NA", "NA", "mdate", "NA", "NA", "NA", "NA"),
    ]


def test_ordinary_days_are_compared_wrongly_after_it(packages: tuple[str, ...], tmp_path: Path) -> None:
    """What the page warns of is still so: after messydates is loaded, known days get the answers of other rows."""
    if "messydates" not in packages:
        pytest.skip("needs messydates in R")
    asked = """
    later <- function() as.Date(c("2010-02-17", NA, "2023-04-20", NA)) > as.Date("2015-01-01")
    cat(later(), "")
    loaded <- loadNamespace("messydates")
    cat(later())
    """

    assert answer(MADE, asked, tmp_path) == "FALSE NA TRUE NA FALSE TRUE FALSE TRUE"


def test_it_is_in_the_words_of_messydates(messydates: dict[str, tuple[str | None, ...]]) -> None:
    """Doubt and several days are kept as messydates writes them, a window without a bound too; without any it is no date."""
    assert {text: messydates[text][0] for text in SAID} == SAID
