"""What a release says of itself beside its tables: descriptor, documents and citation are held to all the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
from tests.exports.verifying.forging import edited, found, sealed

from diplotrips.version import __version__

if TYPE_CHECKING:
    from pathlib import Path


def test_a_descriptor_that_tells_something_else(folder: Path) -> None:
    """What the descriptor says of the dataset, of files, columns and keys has to be what the files say."""

    def change(told: dict[str, Any]) -> None:
        told["name"] = "other"
        resources = {resource["path"]: resource for resource in told["resources"]}
        told["resources"].remove(resources["trips.csv"])
        resources["trips.json"]["path"] = "gone.json"
        del resources["people.json"]["hash"]
        stops = resources["stops.parquet"]["schema"]
        stops["fields"][0]["type"] = "integer"
        stops["fields"][1]["constraints"] = {}
        resources["events.parquet"]["schema"]["fields"].pop()

    edited(folder, "datapackage.json", change)
    last = pq.read_schema(folder / "events.parquet").names[-1]

    assert last
    assert found(folder) == [
        ("datapackage.json", "it says name other, and manifest.json says made-up"),
        ("datapackage.json", "it describes gone.json, which manifest.json does not name"),
        ("datapackage.json", "it has no hash of people.json"),
        ("datapackage.json", "it does not describe trips.csv"),
        ("datapackage.json", "it does not describe trips.json"),
        ("datapackage.json", "it gives stops.json other columns than stops.parquet"),
        ("datapackage.json", "it gives stops.csv other columns than stops.parquet"),
        ("datapackage.json", "the type of stops.stop_id is not the one that stops.parquet says"),
        ("datapackage.json", "stops.trip_id may be empty there, and stops.parquet says that it may not"),
        ("datapackage.json", f"the pattern of stops.trip_id is not the one that diplotrips {__version__} gives it"),
        ("datapackage.json", "it gives events.json other columns than events.parquet"),
        ("datapackage.json", "it gives events.csv other columns than events.parquet"),
        ("datapackage.json", "the columns of events are not those of events.parquet"),
    ]


def test_foreign_keys_that_lead_elsewhere(folder: Path) -> None:
    """In each form of a table they lead where its Parquet file says, all of them and no others."""

    def change(told: dict[str, Any]) -> None:
        resources = {resource["path"]: resource["schema"] for resource in told["resources"] if "schema" in resource}
        stops = resources["stops.parquet"]["foreignKeys"]
        stops.remove(next(key for key in stops if key["fields"] == ["trip_id"]))
        stops.append({"fields": ["place"], "reference": {"resource": "trips", "fields": ["trip_id"]}})
        next(key for key in resources["stops.json"]["foreignKeys"] if key["fields"] == ["trip_id"])["reference"]["resource"] = "people-json"
        resources["meetings.csv"]["foreignKeys"] = 3

    edited(folder, "datapackage.json", change)
    of_stops = [reason for _, reason in found(folder) if ".csv" not in reason]

    assert of_stops == [
        "place of stops.parquet leads to trips.trip_id there, and nowhere by what stops.parquet says",
        "trip_id of stops.parquet leads nowhere there, and to trips.trip_id by what stops.parquet says",
        "trip_id of stops.json leads to people-json.trip_id there, and to trips-json.trip_id by what stops.parquet says",
    ]
    assert "a foreign key of meetings.csv leads something that is no list" in "".join(reason for _, reason in found(folder))


def test_values_that_are_not_of_their_form(folder: Path) -> None:
    """Each value of a column with a form is held to the one that the descriptor of that release gives it, from end to end."""

    def change(told: dict[str, Any]) -> None:
        for resource in told["resources"]:
            if resource["path"].startswith("stops."):
                resource["schema"]["fields"][0]["constraints"]["pattern"] = "([0-9a-f]{64})"

    edited(folder, "datapackage.json", change)

    form = "which is not of the form that datapackage.json gives it"
    assert found(folder) == [
        ("stops.parquet", f"stop_id of row 1 (stop_id one.na) is 'one.na', {form}; the same with 3 rows more"),
        ("datapackage.json", f"the pattern of stops.stop_id is not the one that diplotrips {__version__} gives it"),
    ]


def test_forms_that_nobody_knows_are_not_run(folder: Path) -> None:
    """One that would take for ever is told where this version is said to have written it, and of another version left alone."""

    def change(told: dict[str, Any]) -> None:
        for resource in told["resources"]:
            if resource["path"].startswith("stops."):
                resource["schema"]["fields"][0]["constraints"]["pattern"] = "(([a-z.]+)+)+!"
                resource["schema"]["fields"][1]["constraints"]["pattern"] = "(one"

    edited(folder, "datapackage.json", change)

    told = f"is not the one that diplotrips {__version__} gives it"
    assert found(folder) == [("datapackage.json", f"the pattern of stops.{name} {told}") for name in ("stop_id", "trip_id")]
    sealed(folder, package_version="0.0.1")
    assert found(folder) == []


def test_a_descriptor_that_is_none(folder: Path) -> None:
    """Whatever else stands in datapackage.json is told in a sentence."""
    resources = ("3", '[{"path": 3}]', '[{"path": "a", "schema": []}]', '[{"path": "a", "schema": {"fields": [{"name": 1}]}}]')
    for text in ("", "[]", "{}", "[" * 99_999, *(f'{{"resources": {part}}}' for part in resources)):
        (folder / "datapackage.json").write_text(text)
        sealed(folder)

        assert found(folder) == [("datapackage.json", "it is not the descriptor of a release")], text


def test_documents_that_are_not_those_of_the_tables(folder: Path) -> None:
    """A document that does not hold to its schema, and a trip that only the documents or only the tables have, are told."""

    def change(documents: list[dict[str, Any]]) -> None:
        documents[0]["trip"]["id"] = "other"
        documents[1]["trip"]["status"] = 7

    edited(folder, "records.json", change)
    damages = [damage for damage in found(folder) if damage[0] == "records.json"]

    assert damages == [
        ("records.json", "it has no document of one, which trips.parquet has"),
        ("records.json", "it has a document of other, which trips.parquet has not"),
        ("records.json", damages[2][1]),
    ]
    assert damages[2][1].startswith("a document does not hold to its schema: number 2, trip.status: ")

    edited(folder, "records.json", lambda documents: documents.pop())
    assert ("records.json", "it has 1 document, and manifest.json says 2") in found(folder)
    (folder / "records.json").write_text("[3]")
    sealed(folder)
    assert ("records.json", "it is no JSON list of trip documents") in found(folder)


def test_documents_of_another_schema_are_not_held_to_this_one(folder: Path) -> None:
    """The schema of another version is not known here, so only the ids are compared."""
    edited(folder, "records.json", lambda documents: [document.update(schema=2) for document in documents])
    assert [file for file, reason in found(folder) if "schema" in reason] == ["records.json"]
    edited(folder, "datapackage.json", lambda told: told.update(schema_version=2))
    sealed(folder, schema_version=2)

    assert [reason for _, reason in found(folder) if "schema" in reason] == []


def test_a_citation_of_something_else(folder: Path) -> None:
    """Version, day and title of CITATION.cff are those of the release; what is no YAML is told."""
    text = (folder / "CITATION.cff").read_text()
    (folder / "CITATION.cff").write_text(text.replace('"1.0.0"', '"1.0.1"').replace("2026-11-22", "2026-11-23").replace("title:", "titel:"))
    sealed(folder)
    assert found(folder) == [
        ("CITATION.cff", "it says version 1.0.1, and manifest.json says 1.0.0"),
        ("CITATION.cff", "it says date-released 2026-11-23, and datapackage.json says 2026-11-22"),
        ("CITATION.cff", "it says no title, and datapackage.json says Made-up trips"),
    ]


def test_a_citation_that_is_none(folder: Path) -> None:
    """What is no YAML is told, and so is YAML of a few lines that would never be read to its end."""
    aliases = "".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 30))
    for text in ("a: [", "3", "[" * 900, f"x0: &x0 [lol]\n{aliases}version: *x29\n", "\xff", "a: &a 1\nversion: *a"):
        (folder / "CITATION.cff").write_bytes(text.encode("latin-1"))
        sealed(folder)

        assert found(folder) == [("CITATION.cff", "it is no citation in YAML without aliases")], text

    (folder / "CITATION.cff").write_text(f"version: {'1:' * 400_000}1\ntitle: [Made-up trips]\ndate-released: 0x{'f' * 100_000}")
    sealed(folder)
    assert [reason.partition(" 1:1")[0][:60] for _, reason in found(folder)] == [
        "it says version",
        f"it says date-released 0x{'f' * 36}",
        "it says title something else than a text, and datapackage.json says Made-up trips"[:60],
    ]
    (folder / "CITATION.cff").write_text("#" * (1024 * 1024 + 1))
    sealed(folder)
    assert found(folder) == [("CITATION.cff", "it has more than 1,048,576 bytes, so nothing in it is looked at")]
