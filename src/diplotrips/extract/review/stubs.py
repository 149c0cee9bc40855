"""New entries of registers for whoever a reviewed draft names and no register has yet: stubs, whose note says what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from diplotrips.extract.editing.entries import NewEntry
    from diplotrips.schema.coding import CodingFile

_BEGUN: Final = "Begun by diplotrips review; "

_KINDS: Final = {"university": "university", "ministry": "government", "party": "party", "agency": "agency"}
"""Kind of an organization by a word of its name; any other is taken for a think tank, as those of most quoted experts are."""


def person_stub(key: str, name: str, country: str) -> NewEntry:
    """Return the entry of a person; *country* is a code, or empty if the draft does not tell it."""
    known = {"country": country} if country else {}
    return {"id": key, "name": name, **known, "note": f"{_BEGUN}offices and other spellings are missing."}


def organization_stub(key: str, name: str) -> NewEntry:
    """Return the entry of an expert's organization, with a kind that its name suggests."""
    kind = next((kind for word, kind in _KINDS.items() if word in name.lower()), "think-tank")
    return {"id": key, "name": name, "kind": kind, "note": f"{_BEGUN}the kind was guessed, and the country is missing."}


def source_stub(draft: CodingFile) -> NewEntry:
    """Return the entry of the source of *draft*, with what the draft knows of it, in the order of the register."""
    article = draft.article
    told: dict[str, Any] = {"title": article.title} if article else {}
    told |= {"language": "en"}
    if article:
        told |= {"url": article.url, "published": article.published, "published_basis": article.published_basis}
        told["text_sha256"] = article.text_sha256
    publisher = f"publisher ({article.publisher})" if article and article.publisher else "publisher"
    note = f"{_BEGUN}kind and {publisher} are to be checked or added."
    known = {key: str(value) for key, value in told.items() if value is not None}
    return {"id": draft.source, "kind": "article", **known, "note": note}


def countries_of(block: dict[str, Any]) -> dict[str, str]:
    """Return the country of each person in *block* by name or id, as far as the draft tells it."""
    found: dict[str, str] = {}
    for stop in block.get("stops", ()):
        found |= {met["person"]: met.get("of", stop["country"]) for met in stop.get("met", ()) if "person" in met}
    represents = str(block["trip"].get("represents", ""))
    return {**found, block["trip"]["traveller"]: represents if represents.isupper() else ""}
