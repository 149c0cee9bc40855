"""The claims equal the gold of their own article, field by field; `gold_mapping.yaml` has the words and what is left out or added.

A fact of the gold is claimed if a claim of its source has its record, field and value and a passage that covers the gold's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tests.records.conftest import Article

    from diplotrips.schema.claims import Claim

Span = tuple[int, int]
Told = tuple[str | None, str, str | None]
"""Record, field and value, None where any will do; the record is a local id, empty for the trip. The field `*` is any."""

_MONTHS = {"January": "01", "February": "02"}
_LABELS = ("id", "iso2", "who", "name", "what", "traveller")
_COMPARED = ("quotes/*/content", "quotes/*/continues", "quotes/*/indirect_part")
"""What `test_gold_quotes` compares."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the gold states: where it stands there, what may claim it, and the passages of which the claim covers one."""

    path: str
    told: tuple[Told, ...]
    spans: tuple[Span, ...] = ()
    held: bool = False
    """Whether a register holds it already, so that no claim has to."""

    def is_told_by(self, claim: Claim) -> bool:
        """Tell whether *claim* says this of a passage that covers one of the gold's."""
        value = str(claim.line.as_of) if self.told and self.told[0][1] == "as_of" else claim.text
        about = claim.line.about or ""
        says = any(
            record in {None, about}
            and (field in {"*", claim.field} or (field == "as_of" and claim.field == "status"))
            and wanted in {None, value}
            for record, field, wanted in self.told
        )
        covers = any(one.start <= start and end <= one.end for one in claim.spans for start, end in self.spans)
        return says and (covers or not self.spans)


def test_the_gold_is_claimed(article: Article) -> None:
    """Every fact of the gold is claimed or held by a register."""
    claims = _claims(article)
    missing = [fact for fact in _facts(article) if not fact.held and not any(map(fact.is_told_by, claims))]
    assert missing == []


def test_every_claim_is_in_the_gold(article: Article) -> None:
    """Every claim is a fact of the gold, or is listed as added with its reason."""
    facts = [fact for fact in _facts(article) if fact.told[:1] and fact.told[0][1] != "*"]
    beyond = {
        f"{claim.line.about or 'trip'} {claim.field} {claim.text}"
        for claim in _claims(article)
        if not any(fact.is_told_by(claim) for fact in facts)
    }
    assert beyond == set(article.mapping["added"][article.source.id])


def test_no_passage_of_the_gold_is_forgotten(article: Article) -> None:
    """Every passage of the gold is a fact that is compared, or is left out with its reason."""
    compared = {fact.path for fact in _facts(article)}
    forgotten = [
        path
        for path in _paths(article.gold, "", article)
        if path not in compared and not any(article.means(pattern, path) for pattern in _COMPARED) and not article.is_left_out(path)
    ]
    assert forgotten == []


def test_nothing_is_left_out_that_is_not_there(articles: Mapping[str, Article]) -> None:
    """Every pattern of what is left out means something of the gold, so that none outlives its reason."""
    paths = {name: list(_paths(article.gold, "", article)) for name, article in articles.items()}
    left_out = next(iter(articles.values())).mapping["left_out"]
    stale = [
        (name, pattern)
        for name, patterns in left_out.items()
        for pattern in patterns
        if not any(article.means(pattern, path) for key, article in articles.items() if name in {"all", key} for path in paths[key])
    ]
    assert stale == []


def _claims(article: Article) -> list[Claim]:
    """Return the claims of the article's source."""
    return [claim for claim in article.dataset.claims if claim.source == article.source.id]


def _paths(value: object, path: str, article: Article) -> Iterator[str]:
    """Return the path of every passage in the gold; an item of a list is called by its name if it has one, a quotation by its kind too."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _paths(item, f"{path}/{_label(item, number, article)}", article)
    elif isinstance(value, dict):
        if {"start", "end"} <= value.keys():
            yield path.removeprefix("/")
        for key, item in value.items():
            yield from _paths(item, f"{path}/{key}", article)


def _label(item: object, number: int, article: Article) -> str:
    """Return what the item of a list is called in a path."""
    if not isinstance(item, dict):
        return str(number)
    if "speaker" in item:
        return f"{item['id']} {item['kind']}"
    return next((article.cut(item[key]) for key in _LABELS if key in item), str(number))


def _located(path: str, item: Mapping[str, Any]) -> list[tuple[str, tuple[Span, ...], str]]:
    """Return path, passage and text of each of the spans of *item*."""
    return [(f"{path}/spans/{number}", ((one["start"], one["end"]),), one["text"]) for number, one in enumerate(item["spans"])]


def _all(*items: Mapping[str, Any]) -> tuple[Span, ...]:
    """Return all passages of *items*."""
    return tuple((one["start"], one["end"]) for item in items for one in item["spans"])


def _facts(article: Article) -> Iterator[Fact]:
    """Return whatever the gold of *article* states, apart from quotations and what is left out."""
    trip = article.gold["trips"][0]
    facts = [fact for part in (_of_trip, _of_order, _of_stops, _of_meetings) for fact in part(article, trip)]
    facts += [*_of_agreements(article), *_of_people(article, trip), *_of_dates(article), *_of_citations(article), *_of_source(article)]
    yield from (fact for fact in facts if not article.is_left_out(fact.path))


def _of_trip(article: Article, trip: Mapping[str, Any]) -> Iterator[Fact]:
    """Traveller, office, status, dates, number of countries and region."""
    base = f"trips/{trip['id']}"
    for path, spans, text in _located(f"{base}/traveller", trip["traveller"]):
        yield Fact(path, (("", "named", text),), spans)
    office = article.word("office", trip["office"]["value"])
    for path, spans, _ in _located(f"{base}/office", trip["office"]):
        yield Fact(path, (("", "office", office["office"]),), spans)
    yield Fact(f"{base}/office", (("", "represents", office["of"]),), _all(trip["office"]))
    for path, spans, _ in _located(f"{base}/status", trip["status"]):
        yield Fact(path, (("", "status", article.word("status", trip["status"]["value"])),), spans)
    for number, conflict in enumerate(trip["status"].get("conflicts", ())):
        span = conflict["span"]
        told = (None, "status", article.word("status", conflict["value"]))
        yield Fact(f"{base}/status/conflicts/{number}/span", (told,), ((span["start"], span["end"]),))
    yield from _of_days(article, trip["dates"], f"{base}/dates")
    listed = [stop["spans"][0] for stop in trip["stops"]]
    countries = " ".join(sorted(stop["iso2"] for stop in trip["stops"]))
    for path, spans, _ in _located(f"{base}/n_countries", trip["n_countries"]):
        is_list = any(spans[0][0] <= one["start"] < spans[0][1] for one in listed)
        yield Fact(path, (("", "countries", countries) if is_list else ("", "n_countries", str(trip["n_countries"]["value"])),), spans)
    for path, spans, _ in _located(f"{base}/region", trip["region"]):
        yield Fact(path, (("", "region", trip["region"]["value"]),), spans)


def _of_days(article: Article, dates: Mapping[str, Any], base: str) -> Iterator[Fact]:
    """The days of the trip; a passage that gives another value has it under the gold's `dates`."""
    first, _, last = dates["edtf"].partition("/")
    told = ("", "within" if dates.get("within") else "dates", dates["edtf"]) if last != ".." else ("", "first_day", first)
    others = {(one["span"]["start"], one["span"]["end"]): one["edtf"] for one in article.gold["dates"]}
    for number, (path, spans, _) in enumerate(_located(base, dates)):
        elsewhere = number > 0 and others.get(spans[0], told[2]) != told[2]
        yield Fact(path, (told,), spans, held=elsewhere)


def _of_order(_: Article, trip: Mapping[str, Any]) -> Iterator[Fact]:
    """The list of countries, as a set and as an order of listing."""
    stops = sorted(trip["stops"], key=lambda stop: stop["order"] or stop["list_position"])
    spans = ((stops[0]["spans"][0]["start"], stops[-1]["spans"][0]["end"]),)
    yield Fact("trips/t1/stops", (("", "countries", " ".join(sorted(one["iso2"] for one in stops))),), spans)
    yield Fact("trips/t1/stops", (("", "route", " ".join(one["iso2"].lower() for one in stops)),), spans)


def _of_stops(article: Article, trip: Mapping[str, Any]) -> Iterator[Fact]:
    """Country, status, places and days of each stop; a second mention is a place, an end of the route or a step of the narration."""
    mentions = sorted((stop["spans"][-1]["start"], stop["iso2"].lower()) for stop in trip["stops"])
    narration = " ".join(stop for _, stop in mentions)
    for stop in trip["stops"]:
        local, city, base = stop["iso2"].lower(), stop["city"], f"trips/{trip['id']}/stops/{stop['iso2']}"
        (path, spans, _), *more = _located(base, stop)
        yield Fact(path, ((local, "country", stop["iso2"]),), spans)
        yield Fact(path, ((local, "status", article.word("status", stop["status"])),), spans)
        for other, others, _ in more:
            told = (("", "first_stop", local), ("", "last_stop", local), ("", "route", narration))
            yield Fact(other, ((local, "places", city), *told) if city else told, others)
        if city:
            yield Fact(base, ((local, "places", city),), _all(stop))
        if stop["date"]:
            yield Fact(base, ((local, "seen", stop["date"]),), _all(stop))


def _of_meetings(article: Article, trip: Mapping[str, Any]) -> Iterator[Fact]:
    """That each counterpart was met, office, capacity, topics and what was done."""
    for meeting in trip["meetings"]:
        person = article.person(meeting["who"])
        assert person
        stop, base = meeting["stop"].lower(), f"trips/{trip['id']}/meetings/{article.cut(meeting['who'])}"
        about, office = f"{stop}.{person.id}", article.word("office", meeting["office"])
        same = [one for one in article.gold["people"] if article.person(one["name"]) is person]
        yield Fact(base, ((about, "exists", ""),), _all(meeting))
        yield Fact(base, ((about, "office", office["office"]),), _all(meeting, *same))
        for path, spans, _ in _located(base, meeting):
            yield Fact(path, ((about, "*", None),), spans)
        if "capacity" in office:
            yield Fact(base, ((about, "capacity", office["capacity"]),), _all(meeting))
        for topic in article.word("topic", meeting["topic"]) if "topic" in meeting else ():
            yield Fact(base, ((about, "topics", topic),), _all(meeting))
        if did := article.word("meeting", meeting["kind"]):
            yield Fact(base, ((stop, "did", did),), _all(meeting))


def _of_agreements(article: Article) -> Iterator[Fact]:
    """Parties, kind, progress, subject and topics of each agreement; a signature is also something done on the stop."""
    for agreement in article.gold["agreements"]:
        ours = article.mapping["agreements"].get(article.source.id, {}).get(agreement["id"])
        if not ours:
            continue
        path, spans = f"agreements/{agreement['id']}/spans/0", _all(agreement)
        progress, kind = article.word("progress", agreement["status"]), article.word("agreement_kind", agreement["kind"])
        told = [("parties", party) for party in agreement["parties"]] + [("progress", progress)] + [("kind", kind)] * bool(kind)
        yield from (Fact(path, ((ours["id"], field, value),), spans) for field, value in told)
        yield Fact(path, ((ours["id"], "subject", None),), spans)
        yield from (Fact(path, ((ours["id"], "topics", topic),)) for topic in ours["topics"])
        if progress == "signed":
            yield Fact(path, ((ours["stop"], "did", "signing"),), spans)


def _of_people(article: Article, trip: Mapping[str, Any]) -> Iterator[Fact]:
    """How the people of the trip are spelled; of experts also affiliation and position."""
    abouts = {trip["traveller"]["name"]: ""}
    abouts |= {one.person: one.id for one in article.document.quoted_experts if one.source == article.source.id}
    for meeting in trip["meetings"]:
        person = article.person(meeting["who"])
        abouts |= {person.id: f"{meeting['stop'].lower()}.{person.id}"} if person else {}
    for one in article.gold["people"]:
        person = article.person(one["name"])
        if not person:
            continue
        (path, spans, text), *more = _located(f"people/{article.cut(one['name'])}", one)
        about = "" if person.id == article.document.trip.traveller else abouts.get(person.id)
        is_spelled = text in {person.name, *(name.name for name in person.names)}
        yield Fact(path, (((about, "named", text)),), spans, held=about is None and is_spelled)
        for other, others, _ in more:
            yield Fact(other, ((about, "affiliation", article.word("organization", one["affiliation"])),), others)
            yield Fact(other, ((about, "position", one["position"]),), others)


def _of_dates(article: Article) -> Iterator[Fact]:
    """The dates that a claim or a register has."""
    words = article.mapping["words"]
    for one in article.gold["dates"]:
        what, path, span = article.cut(one["what"]), f"dates/{article.cut(one['what'])}/span", one["span"]
        value = re.sub(r"^P(\d+)D$", r"\1", one["edtf"])
        if what in words["date"]:
            about, field = words["date"][what]
            yield Fact(path, ((about, field, value),), ((span["start"], span["end"]),))
        elif what in words["term"]:
            person, office = words["term"][what]
            yield Fact(path, (), held=_is_term(article, person, office, one["edtf"]))
        elif what == "dateline":
            yield Fact(path, (), held=str(article.source.published) == one["edtf"])


def _is_term(article: Article, person: str, office: str, edtf: str) -> bool:
    """Tell whether the register has *person* in *office* for these years."""
    offices = next(entry.record.offices for entry in article.dataset.people if entry.record.id == person)
    years = {f"{str(one.since)[:4]}/{str(one.until)[:4] if one.until else '..'}" for one in offices if one.office == office}
    return edtf in years


def _of_citations(article: Article) -> Iterator[Fact]:
    """Every outlet and day in every bracket of citations; the year is that of publication."""
    year = article.gold["source"]["published"]["inferred_edtf"][:4]
    for number, one in enumerate(article.gold.get("citations", ())):
        for entry in one["text"].strip("()").split("; "):
            outlet, month, days = re.fullmatch(r"(.+?),? (January|February) ([\d, ]+)", entry).groups()  # type: ignore[union-attr]  # None fails
            for day in days.split(", "):
                value = f"{outlet} {year}-{_MONTHS[month]}-{int(day):02}"
                yield Fact(f"citations/{number}", ((None, "cited", value),), ((one["start"], one["end"]),))


def _of_source(article: Article) -> Iterable[Fact]:
    """What the gold says of the source itself, which the register holds."""
    given, source = article.gold["source"], article.source
    if given["publisher"]["value"]:
        publisher = article.organization(given["publisher"]["value"])
        yield Fact("source/publisher/span", (), held=source.publisher == publisher.id)
    if "dateline" in given:
        yield Fact("source/dateline/span", (), held=source.dateline_place == given["dateline"]["place"])
    if "volume_issue" in given:
        numbers = re.findall(r"\d+", given["volume_issue"]["text"])
        yield Fact("source/volume_issue", (), held=set(numbers) <= set(re.findall(r"\d+", source.note or "")))
