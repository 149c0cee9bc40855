"""What a page says of itself in its head: title, publisher, address, day of publication; the body is never asked for a day."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.articles.metadata_days import day_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from diplotrips.schema.dates.edtf import EdtfDate

_DAYS: Final = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "article_date_original",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
)
"""Names of `meta` elements with the day of publication, best first."""

_ARTICLES: Final = ("article", "blogposting", "report", "webpage")
"""Ends of the types of JSON-LD whose day of publication is that of the page, best first."""

_MOST_NODES: Final = 10_000
"""Objects of JSON-LD that are looked at."""

_LONGEST: Final = 300
"""Characters of a title or name that are kept."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a page from its head."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    published: EdtfDate | None = None
    found_in: str = ""
    """Where the day of publication stands: `JSON-LD`, `meta` with its name, or `time`."""


def metadata_of(tree: HtmlElement) -> Metadata:
    """Return what the head of a page says."""
    metas, linked = _metas(tree), list(_linked(tree))
    published, found_in = _published(tree, metas, linked)
    headline = next((_text(node.get("headline")) for node in linked if _text(node.get("headline"))), "")
    site = _meta(metas, "og:site_name", "application-name") or next((name for node in linked if (name := _publisher(node))), "")
    title = headline or _meta(metas, "og:title", "twitter:title") or _one(tree.xpath("//title"))
    addresses = tree.xpath("//link[@rel='canonical']/@href")
    url = _meta(metas, "og:url") or (_text(addresses[0]) if addresses else "")
    return Metadata(_without(title, site), site, url if url.startswith(("http://", "https://")) else "", published, found_in)


def _published(tree: HtmlElement, metas: dict[str, str], linked: list[dict[str, Any]]) -> tuple[EdtfDate | None, str]:
    """Return the day of publication and where it stands; the first that is a day counts."""
    for kind in _ARTICLES:
        for node in linked:
            if any(str(of).lower().endswith(kind) for of in _listed(node.get("@type"))) and (
                day := day_in(_text(node.get("datePublished")))
            ):
                return day, "JSON-LD"
    for name in _DAYS:
        if day := day_in(metas.get(name, "")):
            return day, f"meta {name}"
    for day in map(day_in, _times(tree)):
        if day:
            return day, "time"
    return None, ""


def _times(tree: HtmlElement) -> list[str]:
    """Return the values of the `time` element of the article: one that says so, else the first in it, else the only one of the page."""
    said = tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
    inside = tree.xpath("(//article//time | //main//time)[@datetime][1]/@datetime")
    anywhere = tree.xpath("//time/@datetime")
    return [*map(str, said), *map(str, inside[:1]), *(map(str, anywhere) if len({str(one)[:10] for one in anywhere}) == 1 else ())]


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the `meta` elements by name or property in lower case, the first of each."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and meta.get("content"):
            found.setdefault(name, _text(meta.get("content")))
    return found


def _meta(metas: dict[str, str], *names: str) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _linked(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD at any depth; what is no JSON is passed over."""
    waiting: deque[Any] = deque()
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting.append(json.loads(script.text_content(), strict=False))
        except (ValueError, RecursionError):
            continue
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, dict):
            yield node
            waiting += [inner for inner in node.values() if isinstance(inner, dict | list)]
        elif isinstance(node, list):
            waiting += [inner for inner in node if isinstance(inner, dict | list)]


def _publisher(node: dict[str, Any]) -> str:
    """Return the name of the publisher of an object of JSON-LD."""
    for publisher in _listed(node.get("publisher")):
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if _text(name):
            return _text(name)
    return ""


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _one(found: list[HtmlElement]) -> str:
    return _text(found[0].text_content()) if found else ""


def _text(value: object) -> str:
    """Return a text on one line, without what is invisible; of anything else, nothing."""
    plain = " ".join(value.split()) if isinstance(value, str) else ""
    return "".join(sign for sign in plain if sign.isprintable())[:_LONGEST].strip()


def _without(title: str, site: str) -> str:
    """Return a title without the name of the site behind it."""
    for joint in (" | ", " - ", " – ", " — ", " :: "):
        head, found, tail = title.rpartition(joint)
        if found and head and site and tail.strip().lower() == site.lower():
            return head.strip()
    return title
