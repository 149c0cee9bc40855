"""The codebook: what it shows can be written as it stands, and nothing that can be written is missing from it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diplotrips.api import check
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.schema.codelists import codes
from diplotrips.schema.dates.edtf import EdtfDate, EdtfError, EdtfInterval
from diplotrips.schema.files import FILES
from diplotrips.schema.published.codebook import render_codebook, written
from diplotrips.schema.published.definitions import references
from diplotrips.schema.published.examples import EXAMPLES, example, example_text, examples_of, flow
from diplotrips.schema.published.fields import values_by_field
from diplotrips.schema.published.folder import docs_files, generate_docs
from diplotrips.schema.published.schemas import file_schema

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.schema.tree import JsonValue

PAGE = render_codebook()


def test_the_first_line() -> None:
    """Whoever comes from COLT is told first what a trip is here."""
    assert PAGE.splitlines()[0] == '*COLT\'s "trip" is our **stop**: one country visited. Our trip is the whole journey.*'
    assert "<!-- generated" not in PAGE
    assert "<!-- example" not in PAGE


@pytest.mark.parametrize("file_name", list(FILES))
def test_every_field_has_a_line(file_name: str) -> None:
    """Each field of each record has one line with meaning, and an example unless it holds records."""
    schema = file_schema(file_name)
    lines = set(PAGE.splitlines())
    for model in (schema, *(told for name, told in schema["definitions"].items() if not name.islower())):
        for key, told in model["properties"].items():
            needed = "yes" if key in model.get("required", ()) else ""
            begin = f"| `{key}` | {needed} | {told['description']} | {written(told)} | "
            found = {line for line in lines if line.startswith(begin)}
            assert found, begin
            holds_records = any(not reference.split("/")[-1].islower() for reference in references(told))
            assert holds_records or any(line.endswith("` |") for line in found), begin


def test_a_line() -> None:
    """Field, whether it is needed, meaning, what is written, example."""
    assert (
        "| `parties` | yes | Who agrees: country codes, organization ids, or entries with a role. "
        "| list of ([country code](#countries) or [id](#form-id) or [party](#party)), at least 1 | `[NO, MA]` |"
    ) in PAGE.splitlines()


def test_every_code_has_a_line() -> None:
    """Each code of each list that a record uses, with its meaning."""
    used = {reference.split("/")[-1] for name in FILES for reference in references(file_schema(name))}
    lists = [name for name in used if f'<a id="codes-{name}"></a>' in PAGE]

    assert {"trip_statuses", "verdicts", "territories", "external_id_schemes", "progress"} <= set(lists)
    for name in lists:
        section = PAGE.split(f'<a id="codes-{name}"></a>')[1].split("<a id=")[0]
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == list(codes(name))


def test_every_link_leads_somewhere() -> None:
    """No link within the page is broken."""
    targets = {part.split('"')[0] for part in PAGE.split('<a id="')[1:]}

    assert {part.split(")")[0] for part in PAGE.split("](#")[1:]} <= targets


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_read_as_they_stand(name: str) -> None:
    """Our own reader finds in an example what the page and the schemas show of it."""
    parsed = parse_yaml(example_text(name), name, date_keys=DATE_KEYS)

    assert parsed.findings == ()
    assert parsed.value == example(name)


def test_the_first_trip_has_no_fault(tmp_path: Path) -> None:
    """Whoever copies the first trip and the registers is told of no mistake, not even of a value without a claim."""
    (tmp_path / "extract" / "authored").mkdir(parents=True)
    for name in ("dataset", "sources", "people", "organizations", "events", "coders", "coverage", "authored/trip"):
        text = example_text(name.rpartition("/")[2])
        (tmp_path / "extract" / f"{name}.yaml").write_text(text, encoding="utf-8")

    assert [str(found) for found in check(tmp_path, date(2025, 6, 30)).findings] == []


@pytest.mark.parametrize("file_name", list(FILES))
def test_an_example_of_a_field_reads_as_it_stands(file_name: str) -> None:
    """What stands in the column of examples can be written after the field's name."""
    for (_, key), values in values_by_field(file_schema(file_name), examples_of(file_name)).items():
        for value in values:
            parsed = parse_yaml(f"{key}: {flow(value)}\n", "field", date_keys=DATE_KEYS)
            assert parsed.findings == ()
            assert parsed.value == {key: value}


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("NO", "NO"),
        ("2024-05-13", "2024-05-13"),
        ("2024", '"2024"'),
        ("true", '"true"'),
        ("a: b", '"a: b"'),
        ("", '""'),
        ("[a,b]", '"[a,b]"'),
        ({"colt": "A-1", "n": [1, True, 0.5, None]}, "{colt: A-1, n: [1, true, 0.5, null]}"),
    ],
)
def test_values_on_one_line(value: JsonValue, line: str) -> None:
    """Text stands without quotation marks where it is read back as the same text."""
    assert flow(value) == line


def test_the_table_of_dates() -> None:
    """Each way to write a date is accepted, as a day, as from–to or both, just as the table says."""
    rows = re.findall(r"^\| `\"?([^`\"]+)\"?` \| [^|]+ \| (yes|no) \| (yes|no)[^|]* \|$", PAGE, re.MULTILINE)

    assert len(rows) == 15
    for text, as_day, as_interval in rows:
        assert (_holds(EdtfDate, text), _holds(EdtfInterval, text)) == (as_day == "yes", as_interval == "yes"), text


def _holds(kind: type[EdtfDate | EdtfInterval], text: str) -> bool:
    try:
        kind.parse(text)
    except EdtfError:
        return False
    return True


def test_the_page_is_written_once(tmp_path: Path) -> None:
    """The page is written where it is not what it should be."""
    assert generate_docs(tmp_path, docs_files()) == [tmp_path / "records.md"]
    assert generate_docs(tmp_path, docs_files()) == []


def test_the_page_of_this_repository_is_fresh(root: Path) -> None:
    """What lies in `docs/` is what the models say; `make schema` writes it."""
    assert {name for name, text in docs_files().items() if (root / "docs" / name).read_text(encoding="utf-8") != text} == set()
