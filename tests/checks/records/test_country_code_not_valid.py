"""DT308: a code that stood for nothing on those days is found, with the codes that did; what days leave open is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.records.country_code_not_valid import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]


@pytest.mark.parametrize(
    ("country", "dates", "valid", "then"),
    [
        (
            "SUHH",
            "2010-02-11",
            "SUHH (Soviet Union) is valid from 1922-12-30 to 1991-12-25",
            "RU (Russia), AM (Armenia), AZ (Azerbaijan) and 12 more",
        ),
        ("CSHH", "1995", "CSHH (Czechoslovakia) is valid from 1918-10-28 to 1992-12-31", "CZ (Czechia) and SK (Slovakia)"),
        ("DDDE", "1990-10-03", "DDDE (German Democratic Republic) is valid from 1949-10-07 to 1990-10-02", "DE (Germany)"),
        (
            "YUCS",
            "2010",
            "YUCS (Yugoslavia) is valid from 1918-12-01 to 2003-02-03",
            "BA (Bosnia and Herzegovina), HR (Croatia), MK (North Macedonia) and 3 more",
        ),
        ("RS", "2004-03", "RS (Serbia) is valid from 2006-06-05", "CSXX (Serbia and Montenegro)"),
        ("GE", "1975", "GE (Georgia) is valid from 1991-04-09", "SUHH (Soviet Union) and GEHH (Gilbert and Ellice Islands)"),
        ("RU", "1985", "RU (Russia) is valid to 1922-12-29 and from 1991-12-26", "SUHH (Soviet Union)"),
        ("SS", "2005", "SS (South Sudan) is valid from 2011-07-09", "SD (Sudan)"),
    ],
)
def test_names_what_was_valid_then(find: Callable[..., list[Finding]], country: str, dates: str, valid: str, then: str) -> None:
    """The message says when the code was valid, and which one was on those days: what had come before or after, or had the same letters."""
    (finding,) = find(CHECK, {"one": {"trip": {"represents": "US"}, "stops": [{"id": "a", "country": country, "dates": dates}]}})

    assert finding.message == f"{valid}, and the days are {dates}; valid then: {then}"
    assert [(end.record, end.field) for end in finding.ends] == [("one.a", "country"), ("one.a", "dates")]


def test_every_code_of_a_document(find: Callable[..., list[Finding]]) -> None:
    """Whom the traveller represents, the counterpart's country and parties are looked at, each on its own days."""
    stop: Written = {"id": "br", "dates": "1995-04-03", "met": [{"person": "ana-lopez", "office": "president", "of": "DDDE"}]}
    agreement: Written = {"id": "visas", "parties": ["SUHH", "au", {"country": "CSHH"}], "arrangement": "joint", "date": "1994-06-01"}
    trip: Written = {"represents": "SUHH", "within": "1995"}

    found = find(CHECK, {"one": {"trip": trip, "stops": [stop], "agreements": [agreement | {"subject": "travel", "progress": "signed"}]}})

    assert [(finding.record, finding.field, finding.related[0].field) for finding in found] == [
        ("one", "represents", "within"),
        ("one.br.ana-lopez", "stops.br.ana-lopez.of", "dates"),
        ("one.visas", "agreements.visas.parties", "date"),
        ("one.visas", "agreements.visas.parties", "date"),
    ]


@pytest.mark.parametrize(
    ("country", "dates"),
    [
        ("SUHH", "1991-12-20/1991-12-28"),
        ("RU", "1991-12-20/1991-12-28"),
        ("SUHH", "1991-12-28~"),
        ("SUHH", "1991"),
        ("SUHH", "/1995-01-01"),
        ("RU", "1985/.."),
        ("SUHH", "XXXX-04-17"),
        ("DE", "1960"),
        ("ZZ", "1960"),
        ("AI", "1970"),
    ],
)
def test_is_silent(find: Callable[..., list[Finding]], country: str, dates: str) -> None:
    """A day of change that lies within, margins, coarse and open days, and codes that have always been valid are right."""
    assert find(CHECK, {"one": {"trip": {"represents": "US"}, "stops": [{"id": "a", "country": country, "dates": dates}]}}) == []


def test_no_fix_unless_there_is_one(find: Callable[..., list[Finding]]) -> None:
    """The one code that was valid is handed over as the fix; of several none is."""
    stops = [{"id": "a", "country": "DDDE", "dates": "2010"}, {"id": "b", "country": "CSHH", "dates": "2010"}]

    assert [finding.fix for finding in find(CHECK, {"one": {"trip": {"represents": "US"}, "stops": stops}})] == ["DE", ""]
