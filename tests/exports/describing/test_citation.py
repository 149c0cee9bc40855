"""`CITATION.cff` of a release says what `dataset.yaml` says, in version 1.2.0 of the format, whatever signs are in it."""

from __future__ import annotations

import re
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.exports.describing.citation import citation, citation_cff
from diplotrips.exports.describing.edition import Edition
from diplotrips.schema.info import Creator, DatasetInfo

INFO = {
    "id": "made-up",
    "title": "Made-up trips",
    "description": "Trips for tests.",
    "creators": [{"name": "Nobody"}],
    "licence": "CC0-1.0",
    "codebook": "0.1.0",
    "reference_date": "2026-11-22",
}
DAY = date(2026, 11, 22)
ENTITY = {"name", "orcid"}
PERSON = {"family-names", "given-names", "orcid", "affiliation"}
"""Keys that the format has for an author of either kind, among those that we use; an entity needs a name, nothing has both."""


def info(**changed: object) -> DatasetInfo:
    """Return what a dataset is, with some of it changed."""
    return DatasetInfo.model_validate(INFO | changed)


def test_everything_that_is_known_is_there() -> None:
    """Title, abstract, version, day, licence and address, and each author with ORCID and affiliation."""
    creators = [
        {"name": "Doe, Jane", "orcid": "0000-0002-1825-0097", "affiliation": "University: of X"},
        {"name": "Jo Roe", "affiliation": "Y"},
    ]
    told = citation_cff(Edition(info(creators=creators, url="https://example.org/trips"), "1.0.0", DAY))

    assert yaml.safe_load(told) == {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it with its version.",
        "type": "dataset",
        "title": "Made-up trips",
        "abstract": "Trips for tests.",
        "version": "1.0.0",
        "date-released": "2026-11-22",
        "license": "CC0-1.0",
        "url": "https://example.org/trips",
        "authors": [
            {
                "family-names": "Doe",
                "given-names": "Jane",
                "orcid": "https://orcid.org/0000-0002-1825-0097",
                "affiliation": "University: of X",
            },
            {"family-names": "Jo Roe", "affiliation": "Y"},
        ],
    }


def test_a_build_has_neither_version_nor_day() -> None:
    """What is not known is left out, never written as nothing."""
    assert yaml.safe_load(citation_cff(Edition(info()))).keys() == {
        "cff-version",
        "message",
        "type",
        "title",
        "abstract",
        "license",
        "authors",
    }


@pytest.mark.parametrize(
    "name", ["Nobody", "Doe, Jane", "Doe,", ", Jane", "Institute of A, B and C", "No", "0o14", "2026-11-22", "~", "# x"]
)
@pytest.mark.parametrize(
    "more", [{}, {"affiliation": "Y"}, {"orcid": "0000-0002-1825-0097"}, {"affiliation": "Y", "orcid": "0000-0002-1825-0097"}]
)
def test_every_author_is_a_person_or_an_entity(name: str, more: dict[str, str]) -> None:
    """The keys are those of one of the two, all values are texts, and the name is there in one piece or in two."""
    (author,) = yaml.safe_load(citation_cff(Edition(info(creators=[{"name": name} | more]), "1.0.0", DAY)))["authors"]

    assert author.keys() <= ENTITY or author.keys() <= PERSON
    assert all(isinstance(value, str) for value in author.values())
    assert ", ".join(author[key] for key in ("name", "family-names", "given-names") if key in author) == name
    assert re.fullmatch(
        r"https://orcid\.org/[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]", author.get("orcid", "https://orcid.org/0000-0002-1825-0097")
    )


@given(title=st.text(min_size=1), name=st.text(min_size=1))
def test_a_text_is_read_as_it_was(title: str, name: str) -> None:
    """Whatever signs a text has, a reader of YAML gets the same text."""
    made_up = info().model_copy(update={"title": title, "creators": (Creator.model_construct(name=name),)})

    told = yaml.safe_load(citation_cff(Edition(made_up, "1.0.0", DAY)))

    assert told["title"] == title


def test_the_reference_is_one_line() -> None:
    """Makers, year, title, version and address; a build is told as one."""
    creators = [{"name": "Doe, Jane"}, {"name": "Jo Roe"}]

    assert citation(Edition(info(creators=creators, url="https://example.org/"), "1.0.0", DAY)) == (
        "Doe, Jane; Jo Roe (2026): Made-up trips. Version 1.0.0 [dataset]. https://example.org/"
    )
    assert citation(Edition(info(title="Trips."))) == "Nobody: Trips. Not released [dataset]."
