"""Whether `datapackage.json` says of the files of a release what is true, and whether the rows hold to the forms that it tells."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from diplotrips.errors import UnreadablePathError, reason_of
from diplotrips.exports.describing.datapackage import DATAPACKAGE, FIELD_TYPES, published_pattern
from diplotrips.exports.manifest import MANIFEST
from diplotrips.exports.verifying.damage import Damage, unlike, with_more
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.columns import leads_to
from diplotrips.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from diplotrips.exports.manifest import FileEntry, Manifest
    from diplotrips.exports.verifying.stored import StoredColumn, StoredTable

NO_DESCRIPTOR = "it is not the descriptor of a release"


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What `datapackage.json` says."""

    said: Mapping[str, Any] = field(default_factory=dict)
    """All of it; nothing where the release has none."""
    resources: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What it says of each file."""


def read_descriptor(folder: Path) -> Descriptor:
    """Return the descriptor of the release in *folder*.

    Raises:
        UnreadablePathError: it cannot be read, or is none.
    """
    path = folder / DATAPACKAGE
    try:
        said = json.loads(path.read_bytes())
    except OSError as error:
        raise UnreadablePathError(path, reason_of(error)) from error
    except (RecursionError, ValueError) as error:
        raise UnreadablePathError(path, NO_DESCRIPTOR) from error
    if not isinstance(said, dict) or not isinstance(said.get("resources"), list) or not all(map(_is_resource, said["resources"])):
        raise UnreadablePathError(path, NO_DESCRIPTOR)
    return Descriptor(said, {resource["path"]: resource for resource in said["resources"]})


def _is_resource(value: object) -> bool:
    """Tell whether *value* has the shape of a resource, as far as it is looked into."""
    if not isinstance(value, dict) or not isinstance(value.get("path"), str):
        return False
    schema = value.get("schema", {"fields": []})
    if not isinstance(schema, dict) or not isinstance(schema.get("fields"), list) or not isinstance(schema.get("primaryKey", []), list):
        return False
    return all(
        isinstance(part, dict) and isinstance(part.get("name"), str) and isinstance(part.get("constraints", {}), dict)
        for part in schema["fields"]
    )


def wrong_files(descriptor: Descriptor, manifest: Manifest) -> Iterator[Damage]:
    """Return where the descriptor says something else of the release or its files than the manifest."""
    if not descriptor.said:
        return
    about = {
        "name": manifest.dataset,
        "version": manifest.dataset_version,
        "schema_version": manifest.schema_version,
        "reference_date": manifest.reference_date,
    }
    for word, told in about.items():
        if descriptor.said.get(word) != told:
            yield Damage(DATAPACKAGE, unlike(word, descriptor.said.get(word), told, MANIFEST))
    for name in sorted(descriptor.resources.keys() - manifest.files.keys()):
        yield Damage(DATAPACKAGE, f"it describes {name}, which {MANIFEST} does not name")
    for name, resource in descriptor.resources.items():
        if name in manifest.files:
            yield from _wrong_file(name, resource, manifest.files[name])
    described = {f"{table}.{ending}" for table in manifest.tables for ending in ("parquet", "json", "csv")}
    for name in sorted(described & manifest.files.keys() - descriptor.resources.keys()):
        yield Damage(DATAPACKAGE, f"it does not describe {name}")


def _wrong_file(name: str, resource: Mapping[str, Any], entry: FileEntry) -> Iterator[Damage]:
    """Return where the resource of a file says something else than the manifest."""
    for word, told in {"hash": f"sha256:{entry.sha256}", "bytes": entry.bytes, "rows": entry.rows}.items():
        if word in resource and resource[word] != told:
            yield Damage(DATAPACKAGE, f"for {name} {unlike(word, resource[word], told, MANIFEST)}")
    if "hash" not in resource:
        yield Damage(DATAPACKAGE, f"it has no hash of {name}")


@cache
def known_patterns() -> frozenset[str]:
    """Return the forms that this version of the package gives to columns; only these are run, since any other may take for ever."""
    return frozenset(published_pattern(column.pattern) for table in TABLES.values() for column in table.columns if column.pattern)


def wrong_columns(descriptor: Descriptor, table: StoredTable, rows: Sequence[Mapping[str, Any]], package: str) -> Iterator[Damage]:
    """Return where a table has other columns or another key than the descriptor says, or a row that does not hold to it.

    Args:
        descriptor: What is said.
        table: What is there.
        rows: Its rows.
        package: Version of the package that made the release; forms that this one does not know are told where it is this one.
    """
    schema = descriptor.resources.get(table.file, {}).get("schema")
    if schema is None:
        return
    for name, resource in descriptor.resources.items():
        if name.partition(".")[0] == table.name and resource.get("schema", {}).get("fields") != schema["fields"]:
            yield Damage(DATAPACKAGE, f"it gives {name} other columns than {table.file}")
    if tuple(schema.get("primaryKey", ())) != table.key:
        yield Damage(DATAPACKAGE, f"the key of {table.name} is not the one that {table.file} says")
    yield from _wrong_fields(schema["fields"], table, rows, package)


def _wrong_fields(
    parts: Sequence[Mapping[str, Any]], table: StoredTable, rows: Sequence[Mapping[str, Any]], package: str
) -> Iterator[Damage]:
    """Return where a table has other columns than the *parts* of the descriptor, or a row that does not hold to one."""
    fields = {part["name"]: part for part in parts}
    if list(fields) != [column.name for column in table.columns]:
        yield Damage(DATAPACKAGE, f"the columns of {table.name} are not those of {table.file}")
    for column in table.columns:
        if column.name in fields:
            yield from _wrong_column(fields[column.name], column, table)
            yield from _malformed(fields[column.name], column, table, rows)
            if package == __version__:
                yield from _unknown_form(fields[column.name], column, table)


def _wrong_column(part: Mapping[str, Any], column: StoredColumn, table: StoredTable) -> Iterator[Damage]:
    """Return where the descriptor says something else of a column than the Parquet file."""
    told = {
        "type": FIELD_TYPES[column.type],
        "description": column.description,
        "unit": column.unit or None,
        "codelist": column.codelist or None,
        "refers_to": list(leads_to(column, table)) or None,
    }
    for word, value in told.items():
        if part.get(word) != value:
            yield Damage(DATAPACKAGE, f"the {word} of {table.name}.{column.name} is not the one that {table.file} says")
    if bool(part.get("constraints", {}).get("required")) == column.nullable:
        may, says = ("may not be empty there", "may") if column.nullable else ("may be empty there", "may not")
        yield Damage(DATAPACKAGE, f"{table.name}.{column.name} {may}, and {table.file} says that it {says}")


def _malformed(part: Mapping[str, Any], column: StoredColumn, table: StoredTable, rows: Sequence[Mapping[str, Any]]) -> Iterator[Damage]:
    """Return the first value of a column that is not of the form that the descriptor gives it, if that is one that the package knows."""
    pattern = part.get("constraints", {}).get("pattern")
    if not isinstance(pattern, str) or pattern not in known_patterns():
        return
    form = re.compile(pattern)
    wrong = {value for value in {row[column.name] for row in rows} if isinstance(value, str) and not form.fullmatch(value)}
    found = [at for at, row in enumerate(rows) if row[column.name] in wrong]
    if found:
        value = rows[found[0]][column.name]
        reason = f"{column.name} of {table.row(found[0])} is {value!r}, which is not of the form that {DATAPACKAGE} gives it"
        yield Damage(table.file, with_more(reason, len(found)))


def _unknown_form(part: Mapping[str, Any], column: StoredColumn, table: StoredTable) -> Iterator[Damage]:
    """Return a form that is not the one of the column, which this version of the package is said to have written."""
    pattern = part.get("constraints", {}).get("pattern")
    declared = {one.name: one.pattern for one in TABLES[table.name].columns} if table.name in TABLES else {}
    told = published_pattern(declared.get(column.name, "")) or None
    if column.name in declared and pattern != told:
        yield Damage(DATAPACKAGE, f"the pattern of {table.name}.{column.name} is not the one that diplotrips {__version__} gives it")
