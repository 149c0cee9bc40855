"""Verifying a folder of releases: each of them, and its catalog against them."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from diplotrips.errors import UnreadablePathError, reason_of
from diplotrips.exports.describing.catalog import CATALOG, read_catalog
from diplotrips.exports.describing.datapackage import DATAPACKAGE
from diplotrips.exports.manifest import MANIFEST, MAX_BYTES, manifest_hash
from diplotrips.exports.verifying.damage import Damage, Verification, unlike
from diplotrips.exports.verifying.release import verify_release
from diplotrips.exports.verifying.succeeding import wrong_succession
from diplotrips.schema.version import DATASET_VERSION, numbers_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from diplotrips.exports.describing.catalog import Catalog, CatalogEntry


def is_registry(folder: Path) -> bool:
    """Tell whether *folder* has a catalog or a release in it, and is no release itself.

    Raises:
        UnreadablePathError: it cannot be listed.
    """
    return not (folder / MANIFEST).exists() and ((folder / CATALOG).exists() or bool(_released(folder)))


def verify_registry(home: Path) -> tuple[Verification, ...]:
    """Return what is wrong with each release in *home*, the oldest first, and at last what is wrong with the catalog.

    Raises:
        UnreadablePathError: the folder cannot be listed.
    """
    releases: list[Verification] = []
    damages: list[Damage] = []
    for version in _released(home):
        try:
            found = verify_release(home / version)
            before = releases[-1] if releases else None
            releases.append(replace(found, damages=(*found.damages, *wrong_succession(before, found))))
        except UnreadablePathError as error:
            damages.append(Damage(f"{version}/{MANIFEST}", error.reason))
    try:
        catalog = read_catalog(home / CATALOG)
    except UnreadablePathError as error:
        missing = "it is missing, so nobody can take a release from here by its version"
        damages.append(Damage(CATALOG, error.reason if (home / CATALOG).exists() else missing))
    else:
        damages += _wrong_catalog(catalog, releases, home)
    return (*releases, Verification(home, None, tuple(damages)))


def verify_listed(folder: Path) -> Verification:
    """Return what is wrong with the release in *folder*, its entry in the catalog beside it included where there is one.

    Raises:
        UnreadablePathError: there is no manifest that can be read, or the folder cannot be listed.
    """
    found = verify_release(folder)
    return replace(found, damages=(*found.damages, *_wrong_entry(found, folder.resolve())))


def _wrong_entry(release: Verification, place: Path) -> Iterator[Damage]:
    """Return where the catalog beside *place*, the folder of *release*, says something else of it."""
    path, shown = place.parent / CATALOG, f"../{CATALOG}"
    version = release.manifest.dataset_version if release.manifest else None
    if version is None or version != place.name or not path.is_file():
        return
    try:
        entry = read_catalog(path).entry(version)
    except UnreadablePathError as error:
        yield Damage(shown, error.reason)
        return
    if entry is None:
        yield Damage(shown, f"it does not have {version}")
    else:
        yield from _unlike(entry, release, shown)


def _released(home: Path) -> list[str]:
    """Return the names of the folders in *home* that are versions, the oldest first, whether or not there is a release in them.

    Raises:
        UnreadablePathError: *home* cannot be listed.
    """
    try:
        found = [path.name for path in home.iterdir() if re.fullmatch(DATASET_VERSION, path.name) and path.is_dir()]
    except OSError as error:
        raise UnreadablePathError(home, reason_of(error)) from error
    return sorted(found, key=numbers_of)


def _wrong_catalog(catalog: Catalog, releases: list[Verification], home: Path) -> Iterator[Damage]:
    """Return where the catalog has other releases than the folder, or says something else of one."""
    there = {release.folder.name: release for release in releases}
    for entry in catalog.versions:
        if entry.version in there:
            yield from _unlike(entry, there[entry.version], CATALOG)
        elif not (home / entry.version).is_dir():
            yield Damage(CATALOG, f"it has {entry.version}, of which there is no folder")
    for version, release in there.items():
        if catalog.entry(version) is None:
            yield Damage(CATALOG, f"it does not have {version}")
        if release.manifest and release.manifest.dataset != catalog.dataset:
            yield Damage(CATALOG, f"it is that of {catalog.dataset or 'no dataset'}, and {version} is one of {release.manifest.dataset}")


def _unlike(entry: CatalogEntry, release: Verification, file: str) -> Iterator[Damage]:
    """Return where the entry of a release says something else than its files."""
    said = asdict(entry)
    for word, value in _facts(release).items():
        if said[word] != value:
            yield Damage(file, f"for {entry.version} {unlike(word, said[word], value, 'its folder')}")


def _facts(release: Verification) -> Mapping[str, object]:
    """Return what an entry has to say of a release; the day of release where the release tells it."""
    manifest, folder = release.manifest, release.folder
    if manifest is None:
        return {}
    facts = {
        "reference_date": manifest.reference_date,
        "schema_version": manifest.schema_version,
        "package_version": manifest.package_version,
        "manifest_sha256": manifest_hash(folder),
        "tables": len(manifest.tables),
        "rows": sum(table.rows for table in manifest.tables.values()),
        "files": len(manifest.files),
        "bytes": sum(file.bytes for file in manifest.files.values()),
    }
    day = _told_day(folder)
    return {**facts, "date": day} if day else facts


def _told_day(folder: Path) -> str:
    """Return the day of release as the descriptor tells it; empty where there is none that can be read, which is told elsewhere."""
    try:
        with (folder / DATAPACKAGE).open("rb") as file:
            created = json.loads(file.read(MAX_BYTES))["created"]
    except (KeyError, OSError, RecursionError, TypeError, ValueError):
        return ""
    return str(created)[: len("YYYY-MM-DD")]
