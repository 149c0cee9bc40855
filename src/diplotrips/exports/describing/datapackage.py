"""The descriptor of a release (`datapackage.json`, Data Package 2.0): its files, and what stands in the columns of each.

Any reader of that standard checks a release with it. It is made of the declared tables and of the entries of the manifest; no file is read.

Three things are as they are because frictionless, the reference reader, refuses a sound release otherwise. It counts no bytes of a table in
Parquet or JSON, so these have a `hash` and no `bytes`. A JSON list without rows is no table to it, so that file is described as a file, and
no foreign key leads there. Whole numbers with gaps come to it from Parquet as floats with `nan`, so their fields name it as missing.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from diplotrips.exports.manifest import DOCUMENTS
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.columns import Type, leads_to
from diplotrips.schema.rows.tables import column_descriptions, table_description
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from diplotrips.exports.manifest import FileEntry
    from diplotrips.schema.info import Creator, DatasetInfo
    from diplotrips.schema.rows.columns import Column, Table

DATAPACKAGE: Final = "datapackage.json"

_PROFILES: Final = "https://datapackage.org/profiles/2.0/"

_FORMATS: Final[Mapping[str, Mapping[str, Any]]] = {
    "parquet": {"format": "parquet", "mediatype": "application/vnd.apache.parquet"},
    "json": {"format": "json", "mediatype": "application/json", "encoding": "utf-8", "dialect": {"itemType": "object"}},
    "csv": {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"},
}
"""The forms in which a table may be released, by the end of the file's name; the first is the one that bears the table's name."""

FIELD_TYPES: Final[Mapping[Type, str]] = {
    Type.STRING: "string",
    Type.INT32: "integer",
    Type.DOUBLE: "number",
    Type.BOOL: "boolean",
    Type.DAY: "date",
}


def descriptor(info: DatasetInfo, files: Mapping[str, FileEntry], version: str | None = None, day: str | None = None) -> dict[str, Any]:
    """Return the descriptor of a release, in the words of Data Package 2.0.

    Args:
        info: What the dataset is.
        files: The files of the release by name; tables and documents among them become resources, others do not.
        version: Version of the dataset; None for a build.
        day: Day of the release as `YYYY-MM-DD`; None where there is none.

    Properties that the standard does not have: `schema_version` and `reference_date` of the package; `rows` of a resource; `unit`,
    `codelist` and `refers_to` of a field. Code lists are open, so no field has an `enum`. A column that may lead to one of several tables
    is not in `foreignKeys`, but its field says `refers_to`.
    """
    told = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": info.id,
        "title": info.title,
        "description": info.description,
        "version": version,
        "created": f"{day}T00:00:00Z" if day else None,
        "homepage": info.url,
        "licenses": [{"name": info.licence}],
        "contributors": [_contributor(creator) for creator in info.creators],
        "schema_version": SCHEMA_VERSION,
        "reference_date": str(info.reference_date),
        "resources": [*_tables(files), *_documents(files)],
    }
    return _given(told)


def descriptor_bytes(told: Mapping[str, Any]) -> bytes:
    """Return a descriptor as it is written: JSON in UTF-8 with keys in their order."""
    return (json.dumps(told, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def _contributor(creator: Creator) -> dict[str, Any]:
    """Return somebody who made the dataset."""
    told = {
        "title": creator.name,
        "roles": ["creator"],
        "path": f"https://orcid.org/{creator.orcid}" if creator.orcid else None,
        "organization": creator.affiliation,
    }
    return _given(told)


def _tables(files: Mapping[str, FileEntry]) -> Iterator[dict[str, Any]]:
    """Return a resource for each form of each table, all tables in one form before those in the next."""
    for ending in _FORMATS:
        entries = {name: files[f"{name}.{ending}"] for name in TABLES if f"{name}.{ending}" in files}
        readable = {name for name, entry in entries.items() if entry.rows or ending != "json"}
        for name, entry in entries.items():
            yield _resource(TABLES[name], ending, entry, readable)


def _resource(table: Table, ending: str, entry: FileEntry, readable: Container[str]) -> dict[str, Any]:
    """Return one form of a table, of which some tables are *readable* as such."""
    told = {
        "$schema": f"{_PROFILES}dataresource.json",
        "name": _named(table.name, ending),
        "type": "table" if table.name in readable else None,
        "path": f"{table.name}.{ending}",
        "description": table_description(table.name),
        **_FORMATS[ending],
        "bytes": entry.bytes if ending == "csv" or table.name not in readable else None,
        "hash": f"sha256:{entry.sha256}",
        "rows": entry.rows,
        "schema": _schema(table, ending, readable),
    }
    return _given(told)


def _named(table_name: str, ending: str) -> str:
    """Return the name of a table's resource: the table's own where it is Parquet, else with the form behind it."""
    return table_name if ending == "parquet" else f"{table_name}-{ending}"


def _schema(table: Table, ending: str, readable: Container[str]) -> dict[str, Any]:
    """Return the columns of a table, its key, and where its columns lead among the files of the same form."""
    texts = column_descriptions(table.name)
    leading = {column.name: leads_to(column, table) for column in table.columns}
    single = {name: others[0] for name, others in leading.items() if len(others) == 1 and others[0] in readable}
    told = {
        "fields": [_field(column, texts[column.name], leading[column.name]) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {"fields": [name], "reference": {"resource": _named(other, ending), "fields": [TABLES[other].key[0]]}}
            for name, other in single.items()
        ]
        or None,
    }
    return _given(told)


def _field(column: Column, description: str, others: tuple[str, ...]) -> dict[str, Any]:
    """Return one column; what it has not is left out."""
    constraints = {"required": None if column.nullable else True, "pattern": published_pattern(column.pattern)}
    told = {
        "name": column.name,
        "type": FIELD_TYPES[column.type],
        "description": description,
        "missingValues": ["", "nan"] if column.nullable and column.type in {Type.INT32, Type.DOUBLE} else None,
        "constraints": {key: value for key, value in constraints.items() if value} or None,
        "unit": column.unit or None,
        "codelist": column.codelist or None,
        "refers_to": list(others) or None,
    }
    return _given(told)


def published_pattern(pattern: str) -> str:
    """Return a pattern as XML Schema has them, which covers the whole text without being told so; one group, since readers add anchors."""
    return f"({pattern.replace('(?:', '(')})" if pattern else ""


def _given(told: dict[str, Any]) -> dict[str, Any]:
    """Return what is told without what is None."""
    return {key: value for key, value in told.items() if value is not None}


def _documents(files: Mapping[str, FileEntry]) -> Iterator[dict[str, Any]]:
    """Return the resource of the trip documents, which are no table."""
    if DOCUMENTS in files:
        entry = files[DOCUMENTS]
        yield {
            "$schema": f"{_PROFILES}dataresource.json",
            "name": "records",
            "path": DOCUMENTS,
            "description": "The trip documents as authored, one a trip: what the tables are made of.",
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
            "bytes": entry.bytes,
            "hash": f"sha256:{entry.sha256}",
        }
