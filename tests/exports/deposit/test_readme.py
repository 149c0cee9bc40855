"""The README of a deposit says what repositories and journals ask for, in plain text of 79 columns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tests.exports.deposit.conftest import INFO

from diplotrips.exports.deposit.readme import WIDEST, render_readme
from diplotrips.exports.describing.edition import Edition
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.exports.deposit.conftest import Rows

HEADINGS = [
    "Made-up trips",
    "How to cite",
    "Files",
    "Missing values",
    "Uncertain dates",
    "How to load",
    "How the data were made",
    "Questions",
]


def test_it_has_every_section_and_fits_a_page(deposit: Path) -> None:
    """Each title is underlined; only code and what cannot be broken is wider than the page."""
    lines = (deposit / "README.txt").read_text(encoding="utf-8").splitlines()

    assert [above for above, below in pairwise(lines) if below and set(below) == {"="}] == HEADINGS
    assert [line for line in lines if len(line) > WIDEST and not line.startswith("    ") and " " in line.strip()] == []


def test_it_says_who_when_and_under_which_licence(deposit: Path) -> None:
    """Makers with affiliation and ORCID, version, day, reference, licence, rules of coding, address."""
    text = (deposit / "README.txt").read_text(encoding="utf-8")

    for told in (
        "\nTrips for tests. Nothing else.\n",
        "\nVersion 1.0.0, released on 2026-11-22.\n",
        "\nBy: Doe, Jane, 0000-0002-1825-0097\n    Jo Roe, University of X\n",
        "\nDoe, Jane; Jo Roe (2026): Made-up trips. Version 1.0.0 [dataset].\nhttps://example.org/trips\n",
        "\nLicence: CC0-1.0 (SPDX id).\n",
        "Conflicts are told as of 2026-11-22.",
        "\n- Every trip.\n- Every stop.\n",
        "\nTerritories: As it comes.\n",
        "\n- mood (text): How it went.\n",
        "\nMade up.\n",
        "\nHome of the dataset: https://example.org/trips\n",
    ):
        assert told in text


def test_every_file_is_listed(deposit: Path) -> None:
    """Tables with their rows, then whatever else is in the folder or will be."""
    items = [line for line in (deposit / "README.txt").read_text(encoding="utf-8").splitlines() if line.startswith("- ")]

    assert [item.partition(" (")[0].removeprefix("- ") for item in items[: len(TABLES)]] == list(TABLES)
    assert all(" (3 rows): " in item for item in items[: len(TABLES)])
    others = {item.partition(":")[0].removeprefix("- ") for item in items[len(TABLES) :]}
    assert {path.name for path in deposit.iterdir() if path.stem not in TABLES} <= others
    assert {"records.json", "CITATION.cff", "datapackage.json", "manifest.json", "SHA256SUMS"} <= others
    assert "CHANGES.md" not in others


def test_coverage_says_what_was_looked_for(tables: Mapping[str, Rows]) -> None:
    """Whom, when, how thoroughly and with which note; where nothing says so, that the absence of a trip means nothing."""
    empty = dict.fromkeys(tables["coverage"][0])
    looked = {"traveller_id": "jane-doe", "period_edtf": "2024", "extent": "sample", "note": "In one paper."}
    office = {"office": "foreign-minister", "office_country": "NZ", "extent": "full"}
    told = render_readme(Edition(INFO), {"coverage": [empty | looked, empty | office]}, {})

    assert "\n- jane-doe, 2024: sample (In one paper.)\n- foreign-minister of NZ, any time: full\n" in told
    assert "Not released: a build to look at." in told
    nothing = render_readme(Edition(INFO), {"coverage": []}, {})
    assert "\nCoverage: nothing says where trips were looked for, so that the absence of a\ntrip means nothing.\n" in nothing
