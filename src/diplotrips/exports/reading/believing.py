"""What of a registry is believed: nothing but what hashes vouch for.

The catalog names the manifest by its hash, the manifest its files. A version that the package itself knows has the manifest that the
package knows, whatever a server says; `sha256` in a request pins one likewise. No name in a manifest leads out of the release's folder.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from diplotrips.errors import FetchError, UnknownNameError, UnreadablePathError, UnusableRequestError
from diplotrips.exports.describing.catalog import CATALOG, parse_catalog
from diplotrips.exports.describing.catalog import MAX_BYTES as LARGEST_CATALOG
from diplotrips.exports.manifest import MANIFEST, SUMS, read_manifest
from diplotrips.exports.reading.local import bundled_home, vouched_hash
from diplotrips.exports.reading.registry import Identity, Wanted

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.describing.catalog import Catalog
    from diplotrips.exports.manifest import Manifest
    from diplotrips.exports.reading.registry import Registry

_ID: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
_LONGEST_ID: Final = 80
_FILE: Final = r"[A-Za-z0-9_][A-Za-z0-9._-]{0,98}[A-Za-z0-9_]"
"""Name of a file: no path, nothing hidden, nothing that a file system reads in another way."""


def catalog_at(registry: Registry, version: str = "") -> tuple[Catalog, bytes]:
    """Return the catalog of a registry, and its bytes.

    Args:
        registry: The place.
        version: The version that is wanted, for messages.

    Raises:
        FetchError: there is none, or it is not a catalog.
    """
    wanted = Wanted(CATALOG, version, LARGEST_CATALOG)
    content = io.BytesIO()
    registry.copy(wanted, content, lambda _: None)
    try:
        catalog = parse_catalog(content.getvalue())
    except UnreadablePathError as error:
        raise FetchError(registry.shown(wanted), version, error.reason) from error
    if not re.fullmatch(_ID, catalog.dataset) or len(catalog.dataset) > _LONGEST_ID:
        raise FetchError(registry.shown(wanted), version, "it tells no name of a dataset")
    return catalog, content.getvalue()


def identity_of(catalog: Catalog, version: str | None, address: str, sha256: str | None = None) -> Identity:
    """Return which release *version* is by *catalog*, or the newest.

    Args:
        catalog: What the registry has.
        version: The version that is wanted; None for the newest.
        address: Where the registry is, for messages.
        sha256: Hash that the manifest has to have, if the request gives one.

    Raises:
        UnknownNameError: there is no such version.
        FetchError: the manifest is another one than the request or the package know.
    """
    known = [entry.version for entry in catalog.versions]
    entry = catalog.entry(version or known[-1]) if known else None
    if entry is None:
        raise UnknownNameError(f"version of {catalog.dataset} at {address}", version or "the newest", known)
    for whose, right in (("the request", sha256), ("this package", vouched_hash(bundled_home(), catalog.dataset, entry.version))):
        if right is not None and right != entry.manifest_sha256:
            told = f"its manifest has the SHA-256 {entry.manifest_sha256}, and {whose} names {right}"
            raise FetchError(f"{address}/{entry.version}", entry.version, told)
    return Identity(catalog.dataset, entry.version, entry.manifest_sha256)


def pin(sha256: str | None) -> str | None:
    """Return the hash that a request gives in the form that hashes have here.

    Raises:
        UnusableRequestError: it is no SHA-256.
    """
    if sha256 is not None and not re.fullmatch("[0-9a-fA-F]{64}", sha256):
        raise UnusableRequestError(f"a SHA-256 has 64 digits of 0-9 and a-f, unlike {sha256}")
    return sha256.lower() if sha256 is not None else None


def believed(folder: Path, release: Identity, shown: str) -> Manifest:
    """Return the manifest that lies in *folder*, whose hash is right, if it is one that may be followed.

    Raises:
        FetchError: it is no manifest, that of another release, or names files that may not be written.
    """
    try:
        manifest = read_manifest(folder)
    except UnreadablePathError as error:
        raise FetchError(shown, release.version, error.reason) from error
    if (manifest.dataset, manifest.dataset_version) != (release.dataset, release.version):
        told = f"it is the manifest of {manifest.dataset} {manifest.dataset_version}, not of {release.dataset} {release.version}"
        raise FetchError(shown, release.version, told)
    for name, file in manifest.files.items():
        if not re.fullmatch(_FILE, name) or name in {MANIFEST, SUMS}:
            raise FetchError(shown, release.version, f"it names {name!r}, which is no name for a file of a release")
        if file.bytes < 0:
            raise FetchError(shown, release.version, f"it gives {name} a size of {file.bytes} bytes")
    if len({name.casefold() for name in manifest.files}) < len(manifest.files):
        raise FetchError(shown, release.version, "it names two files that differ in capitals only")
    without = next((name for name in manifest.tables if f"{name}.parquet" not in manifest.files), None)
    if without is not None or not manifest.tables:
        raise FetchError(shown, release.version, f"it names no file of the table {without}" if without else "it names no table")
    return manifest
