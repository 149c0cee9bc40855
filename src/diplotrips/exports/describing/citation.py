"""`CITATION.cff` of a release: how to cite this version of the dataset, in the Citation File Format 1.2.0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.exports.describing.edition import Edition
    from diplotrips.schema.info import Creator

CITATION: Final = "CITATION.cff"

_ESCAPED: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def citation_cff(edition: Edition) -> str:
    """Return the text of `CITATION.cff`."""
    info, day = edition.info, edition.day
    named = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it with its version.",
        "type": "dataset",
        "title": info.title,
        "abstract": info.description,
        "version": edition.version,
        "date-released": day.isoformat() if day else None,
        "license": info.licence,
        "url": info.url,
    }
    lines = [f"{key}: {_quoted(value)}" for key, value in named.items() if value]
    return "\n".join([*lines, "authors:", *(line for creator in info.creators for line in _author(creator))]) + "\n"


def citation(edition: Edition) -> str:
    """Return the reference in one line: `Doe, Jane; Roe, Jo (2026): Title. Version 1.0.0. https://example.org/`."""
    info = edition.info
    year = f" ({edition.day.year})" if edition.day else ""
    parts = [f"{'; '.join(creator.name for creator in info.creators)}{year}: {info.title.removesuffix('.')}."]
    parts += [f"Version {edition.version} [dataset]." if edition.version else "Not released [dataset]."]
    return " ".join([*parts, *([info.url] if info.url else [])])


def _author(creator: Creator) -> Iterator[str]:
    """Return the lines of one author.

    A name is taken apart where it has a comma (`Doe, Jane`) and nowhere else, since which word is the family name depends on the language.
    Only a person can have an affiliation, and a person has no undivided name: there the whole name is the family name, which every
    citation style prints in full.
    """
    family, comma, given = (part.strip() for part in creator.name.partition(","))
    if comma and family and given:
        named = {"family-names": family, "given-names": given}
    else:
        named = {"family-names" if creator.affiliation else "name": creator.name}
    if creator.orcid:
        named["orcid"] = f"https://orcid.org/{creator.orcid}"
    if creator.affiliation:
        named["affiliation"] = creator.affiliation
    for number, (key, value) in enumerate(named.items()):
        yield f"{'    ' if number else '  - '}{key}: {_quoted(value)}"


def _quoted(text: str) -> str:
    """Return *text* as a double-quoted scalar, which every reader of YAML takes for this very text."""
    return '"' + "".join(_ESCAPED.get(sign) or (sign if sign.isprintable() else f"\\U{ord(sign):08x}") for sign in text) + '"'
