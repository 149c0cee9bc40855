"""Which versions there are: bundled with the package, in the cache, and at a registry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.exports.describing.catalog import CATALOG, catalog_of, read_catalog
from diplotrips.exports.reading.cache import cached_datasets
from diplotrips.exports.reading.environment import cache_home, registry_of_environment
from diplotrips.exports.reading.local import bundled_home
from diplotrips.exports.reading.releases import Asking, catalog_known
from diplotrips.schema.version import numbers_of

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.describing.catalog import Catalog
    from diplotrips.exports.reading.http import Limits


@dataclass(frozen=True, slots=True)
class Offered:
    """A version of a dataset, and where it can be had."""

    dataset: str
    version: str
    date: str | None
    """Day of release, where it is known."""
    rows: int
    """How many rows its tables have together."""
    bytes: int
    """How large its files are together."""
    manifest_sha256: str
    bundled: bool
    """Whether it comes with the package."""
    cached: bool
    """Whether it is in the cache."""
    registry: str
    """The registry that has it; empty if none was asked or that has none."""


def versions(registry: str | Path | None = None, *, offline: bool | None = None, limits: Limits | None = None) -> tuple[Offered, ...]:
    """Return the versions that can be had: bundled, in the cache, and at a registry; sorted by dataset, the oldest first.

    Args:
        registry: A folder or an address; unless given, that of `DIPLOTRIPS_REGISTRY`, if there is one.
        offline: Whether no server may be asked, so that its versions are those it had when it was last asked; unless given, as
            `DIPLOTRIPS_OFFLINE` has it.
        limits: How long a server is waited for; None for what is usual.

    Raises:
        FetchError: the registry cannot be read.
        UnreadablePathError: what is bundled, or what is in the cache, is damaged.
        UnwritablePathError: the cache cannot be written.
    """
    found: dict[tuple[str, str, str], Offered] = {}
    _add(found, catalog_of(bundled_home(), {}), bundled=True)
    for dataset in cached_datasets():
        _add(found, catalog_of(cache_home() / dataset, {}), cached=True)
    named = str(registry) if registry is not None else registry_of_environment()
    if named is not None:
        address, catalog = catalog_known(Asking(named, offline, limits=limits))
        _add(found, catalog, registry=address)
    dated = [_dated(offer) for offer in found.values()]
    return tuple(sorted(dated, key=lambda offer: (offer.dataset, numbers_of(offer.version), offer.manifest_sha256)))


def _add(
    found: dict[tuple[str, str, str], Offered], catalog: Catalog, *, bundled: bool = False, cached: bool = False, registry: str = ""
) -> None:
    """Add the versions of *catalog* to those that were *found*, or where else these can be had."""
    for entry in catalog.versions:
        key = (catalog.dataset, entry.version, entry.manifest_sha256)
        known = found.get(key)
        found[key] = Offered(
            dataset=catalog.dataset,
            version=entry.version,
            date=(known.date if known else None) or entry.date,
            rows=entry.rows,
            bytes=entry.bytes,
            manifest_sha256=entry.manifest_sha256,
            bundled=bundled or (known is not None and known.bundled),
            cached=cached or (known is not None and known.cached),
            registry=registry,
        )


def _dated(offer: Offered) -> Offered:
    """Return *offer* with its day of release, if only the catalog of the package tells that."""
    path = bundled_home() / CATALOG
    if offer.date is not None or not path.is_file():
        return offer
    catalog = read_catalog(path)
    entry = catalog.entry(offer.version) if catalog.dataset == offer.dataset else None
    same = entry is not None and entry.manifest_sha256 == offer.manifest_sha256
    return replace(offer, date=entry.date) if entry is not None and same else offer
