"""The fixture `dataset`: a dataset that is valid until a test says otherwise, read from files so that every place is real.

Loaded as a plugin by `conftest.py`. Tests name the few fields that they are about; whatever else a record needs is filled in here.
"""

from __future__ import annotations

import json
import re
from itertools import chain, count
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
import yaml

from diplotrips.extract.reading import read_dataset
from diplotrips.schema.claims import CLAIM_FIELDS
from diplotrips.schema.countries import country_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from diplotrips.schema.dataset import Dataset

Written: TypeAlias = "dict[str, Any]"
"""A record as it would stand in a file."""

TRIP: Written = {"traveller": "jane-doe", "office": "foreign-minister", "represents": "NZ", "status": "completed"}
INFO: Written = {
    "id": "made-up",
    "title": "Made-up trips",
    "description": "Trips for tests.",
    "creators": [{"name": "Nobody"}],
    "licence": "CC0-1.0",
    "codebook": "0.1.0",
    "reference_date": "2026-11-22",
}
ENTRIES: Mapping[str, Written] = {
    "people": {"name": "Somebody"},
    "organizations": {"name": "Some body", "kind": "media"},
    "events": {"name": "Some event"},
    "sources": {"kind": "article", "language": "en"},
    "coders": {"name": "Somebody", "kind": "person"},
}
"""What an entry of each register holds beside its id, where a test does not say."""

REGISTER_OF = {
    "traveller": "people",
    "person": "people",
    "according_to": "people",
    "organization": "organizations",
    "affiliation": "organizations",
    "publisher": "organizations",
    "body": "organizations",
    "events": "events",
    "agency": "organizations",
    "owner": "organizations",
    "source": "sources",
    "copied_from": "sources",
    "looked_in": "sources",
    "decided_by": "coders",
    "reviewed_by": "coders",
}
"""Which register the ids under a key are looked up in."""


@pytest.fixture
def dataset(tmp_path: Path) -> Callable[..., Dataset]:
    """A function that writes a dataset to files and reads it.

    `trips` maps a trip's id to its stops or to a whole document (what it leaves out is filled in); every register can be given as a list of
    entries, `info` as keys of `dataset.yaml`, `codings` as blocks by `coder/source`, and `drafts` of the parser as blocks by source. Unless
    `fill=False`, each id that is used gets an entry in its register, and a document without `said` one source, `gazette`, that says all
    that the records hold.
    """
    numbers = count(1)

    def write(
        trips: Mapping[str, Written | list[Written]] | None = None,
        *,
        info: Written | None = None,
        codings: Mapping[str, list[Written]] | None = None,
        drafts: Mapping[str, list[Written]] | None = None,
        fill: bool = True,
        **registers: list[Written],
    ) -> Dataset:
        documents = {name: document(name, given, fill=fill) for name, given in (trips or {}).items()}
        if fill:
            for register, identifier in used_ids([*documents.values(), *chain.from_iterable(registers.values())]):
                entries = registers.setdefault(register, [])
                if identifier not in {
                    entry.get("id") for other in ("people", "organizations", register) for entry in registers.get(other, [])
                }:
                    entries.append({"id": identifier})
        folder = tmp_path / f"dataset-{next(numbers)}"
        files = {f"authored/{name}": content for name, content in documents.items()}
        files["dataset"] = {"schema": 1, "dataset": INFO | (info or {})}
        files |= {name: {"schema": 1, name: [ENTRIES.get(name, {}) | entry for entry in given]} for name, given in registers.items()}
        for name, blocks in (codings or {}).items():
            coder, source = name.split("/")
            files[f"coded/{name}"] = {"schema": 1, "source": source, "coder": coder, "trips": blocks}
        write_files(folder, files)
        for source, blocks in (drafts or {}).items():
            (folder / "extract" / "parsed").mkdir(exist_ok=True)
            draft = {"schema": 1, "source": source, "coder": "rules-1", "trips": blocks}
            (folder / "extract" / "parsed" / f"{source}.json").write_text(json.dumps(draft, indent=1), encoding="utf-8")
        reading = read_dataset(folder, shown_root=".")
        assert not reading.findings, "\n".join(map(str, reading.findings))
        return reading.dataset

    return write


def write_files(folder: Path, files: Mapping[str, Written]) -> None:
    """Write each of *files* as `extract/<name>.yaml` below *folder*."""
    for name, content in files.items():
        path = folder / "extract" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1000), encoding="utf-8")


class _Dumper(yaml.SafeDumper):
    """Writes YAML as a person would: lists are indented, days are not in quotes, what is said twice is written twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  (as PyYAML has it)
        """Never write an anchor."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 (as PyYAML has it)
        """Indent a list below its key too."""
        super().increase_indent(flow, indentless=False)


# PyYAML would put days in quotes, which are dates for it.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def document(name: str, given: Written | list[Written], *, fill: bool = True) -> Written:
    """Return a whole trip document of which *given* says the stops, or anything else."""
    written: Written = {"stops": given} if isinstance(given, list) else dict(given)
    stops = [stop if "country" in stop or not fill else stop | country_of(stop) for stop in written.pop("stops", [{"id": "br"}])]
    trip = {"id": name} | TRIP | written.pop("trip", {})
    if not {"dates", "within"} & trip.keys():
        trip |= days_of(stops)
    whole = {"schema": 1, "trip": trip, "stops": stops} | written
    return whole if "said" in whole or not fill else whole | {"said": {"gazette": list(lines(whole))}}


def country_of(stop: Written) -> Written:
    """Return the country that the id of *stop* looks like."""
    code = str(stop.get("id", "")).partition("-")[0].upper()
    return {"country": code if code in country_codes() else "ZZ"}


def days_of(stops: Iterable[Written]) -> Written:
    """Return dates from the first to the last day of the stops, or a wide window where not all are plain days."""
    dates = [str(stop.get("dates", "")) for stop in stops]
    day = r"\d{4}-\d\d-\d\d"
    if not dates or not all(re.fullmatch(rf"{day}(?:/{day})?", text) for text in dates):
        return {"within": "1900-01-01/2099-12-31"}
    first, last = min(text[:10] for text in dates), max(text[-10:] for text in dates)
    return {"dates": first if first == last else f"{first}/{last}"}


def lines(whole: Written) -> Iterator[Written]:
    """Return one claim line a record with all of its fields that can be claimed."""
    yield claimed(whole["trip"])
    for stop in whole["stops"]:
        yield {"about": stop["id"]} | claimed(stop)
        for met in stop.get("met", []):
            own = next((met[key] for key in ("id", "person", "organization", "office") if key in met), "")
            yield {"about": f"{stop['id']}.{own}"} | claimed(met)
    for entry in [*whole.get("agreements", []), *whole.get("quoted_experts", [])]:
        yield {"about": entry["id"]} | claimed(entry)


def claimed(record: Written) -> Written:
    """Return the fields of *record* that a source can claim, as it would."""
    names = {"places": ("name",), "parties": ("country", "organization")}
    line: Written = {}
    for key, value in record.items():
        if key in names:
            plain = [item if isinstance(item, str) else next((item[name] for name in names[key] if name in item), "") for item in value]
            line[key] = [item for item in plain if item]
        elif key in CLAIM_FIELDS and value != []:
            line[key] = value
    return line


def used_ids(written: Iterable[object]) -> Iterator[tuple[str, str]]:
    """Return register and id of everything that records name."""
    for value in written:
        if isinstance(value, dict):
            yield from (("sources", str(source)) for source in value.get("said", {}))
            yield from ((REGISTER_OF[key], str(item)) for key in value.keys() & REGISTER_OF for item in _list(value[key]))
            yield from (("organizations", str(value[key])) for key in ("represents", "of") if str(value.get(key, "")).islower())
            yield from (("organizations", item) for item in value.get("parties", []) if isinstance(item, str) and item.islower())
            yield from used_ids(value.values())
        elif isinstance(value, list):
            yield from used_ids(value)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
