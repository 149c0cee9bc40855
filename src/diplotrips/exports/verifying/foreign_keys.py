"""Whether the foreign keys of `datapackage.json` lead where the columns say that they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diplotrips.exports.describing.datapackage import DATAPACKAGE
from diplotrips.exports.verifying.damage import Damage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplotrips.exports.manifest import Manifest
    from diplotrips.exports.verifying.descriptor import Descriptor
    from diplotrips.exports.verifying.stored import StoredTable

NOWHERE = "nowhere"


def wrong_foreign_keys(descriptor: Descriptor, table: StoredTable, manifest: Manifest) -> Iterator[Damage]:
    """Return the columns of *table* whose foreign key, in the resource of any form, is not the one that the Parquet file tells.

    A column has a foreign key where it refers to one table. None leads to a JSON list without rows, which is no table to readers.
    """
    for ending in ("parquet", "json", "csv"):
        schema = descriptor.resources.get(f"{table.name}.{ending}", {}).get("schema")
        if schema is None:
            continue
        keys = schema.get("foreignKeys", [])
        said = dict(map(_said, keys)) if _is_list(keys) else {"": "something that is no list"}
        told = dict(_told(table, ending, manifest, descriptor))
        astray = {column.name for column in table.columns if not _is_described(column.refers, ending, manifest, descriptor)}
        for name in sorted((said.keys() | told.keys()) - astray):
            here, there = said.get(name, NOWHERE), told.get(name, NOWHERE)
            if here != there:
                leads = f"{name or 'a foreign key'} of {table.name}.{ending} leads {here}"
                yield Damage(DATAPACKAGE, f"{leads} there, and {there} by what {table.file} says")


def _is_described(others: Iterable[str], ending: str, manifest: Manifest, descriptor: Descriptor) -> bool:
    """Tell whether the tables that a column refers to are there, and described in one form; where not, that is told elsewhere."""
    files = {f"{name}.{ending}" for name in others} & manifest.files.keys()
    return set(others) <= manifest.tables.keys() and files <= descriptor.resources.keys()


def _is_list(value: object) -> bool:
    """Tell whether *value* is a list of objects."""
    return isinstance(value, list) and all(isinstance(part, dict) for part in value)


def _said(key: Mapping[str, Any]) -> tuple[str, str]:
    """Return the column of a foreign key, and where it leads by the descriptor."""
    reference = key.get("reference")
    where = reference if isinstance(reference, dict) else {}
    return _only(key.get("fields")), f"to {where.get('resource', '')}.{_only(where.get('fields'))}"


def _only(names: object) -> str:
    """Return the only name of a list of one, or such a name by itself, which the standard allows as well; else all that stands there."""
    return str(names[0] if isinstance(names, list) and len(names) == 1 else names)


def _told(table: StoredTable, ending: str, manifest: Manifest, descriptor: Descriptor) -> Iterator[tuple[str, str]]:
    """Return each column that has a foreign key in a form of a table, and where it leads by the Parquet file."""
    for column in table.columns:
        if len(column.refers) != 1 or ((column.name,), column.refers[0]) == (table.entry.key[:1], table.name):
            continue
        file = f"{column.refers[0]}.{ending}"
        entry, target = manifest.files.get(file), manifest.tables.get(column.refers[0])
        if entry and target and target.key and (entry.rows or ending != "json"):
            yield column.name, f"to {descriptor.resources.get(file, {}).get('name', '')}.{target.key[0]}"
