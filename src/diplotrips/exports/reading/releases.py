"""Which release a request means, in the registry that it names: a folder is read as it is, what a server has is taken to the cache."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplotrips.errors import FetchError, UnreadablePathError
from diplotrips.exports.manifest import MANIFEST, SUMS, manifest_hash, read_manifest
from diplotrips.exports.reading.acquiring import acquire, is_whole
from diplotrips.exports.reading.addresses import server_address, without_password
from diplotrips.exports.reading.believing import catalog_at, identity_of
from diplotrips.exports.reading.cache import cached_folder, remember, remembered
from diplotrips.exports.reading.environment import is_offline
from diplotrips.exports.reading.folder import FolderRegistry

if TYPE_CHECKING:
    from diplotrips.exports.describing.catalog import Catalog
    from diplotrips.exports.reading.acquiring import Progress
    from diplotrips.exports.reading.http import Limits
    from diplotrips.exports.reading.registry import Identity, Registry


NEVER_ASKED: Final = "offline, no server is asked, and what this one has was never fetched"


def silent(done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Asking:
    """How a registry is asked."""

    registry: str
    """Folder, or address of http or https."""
    offline: bool | None = None
    """Whether no server may be asked; None: as the environment has it."""
    sha256: str | None = None
    """Hash that the manifest of the release has to have, in lower case."""
    limits: Limits | None = None
    """How long a server is waited for; None for what is usual."""
    progress: Progress = field(default=silent)

    @property
    def address(self) -> str:
        """Address of the server; empty where the registry is a folder.

        Raises:
            UnusableRequestError: it is an address at which no registry can be.
        """
        return server_address(self.registry)


@dataclass(frozen=True, slots=True)
class Meant:
    """A release of a registry."""

    address: str
    """The registry, as messages show it."""
    release: Identity

    @property
    def cached(self) -> Path:
        """Where it is in the cache, if it is there."""
        return cached_folder(self.release.dataset, self.release.version)


def meant(version: str | None, asking: Asking) -> Meant:
    """Return the release that is meant by *version* in a registry; the newest for None.

    A server is not asked where the version is named, it was there before, and it is in the cache.

    Raises:
        UnknownNameError: the registry has no such version.
        FetchError: the registry cannot be read; or offline, what it has was never looked at.
        UnwritablePathError: the cache cannot be written.
    """
    if not asking.address:
        return _by_asking(version, asking)
    return _without_asking(version, asking) or _by_asking(version, asking)


def _without_asking(version: str | None, asking: Asking) -> Meant | None:
    """Return the release that is meant if nothing has to be asked for, or may be; None otherwise."""
    address = without_password(asking.address)
    offline = is_offline(asking.offline)
    catalog = remembered(address)
    if catalog is None:
        if offline:
            raise FetchError(address, version or "", NEVER_ASKED)
        return None
    if not offline and (version is None or catalog.entry(version) is None):
        return None
    found = Meant(address, identity_of(catalog, version, address, asking.sha256))
    if offline and not found.cached.is_dir():
        raise FetchError(address, found.release.version, "offline, no server is asked, and it is not in the cache")
    return found if found.cached.is_dir() else None


def _by_asking(version: str | None, asking: Asking) -> Meant:
    """Return the release that is meant by what the server says now."""
    address, catalog = catalog_now(version or "", asking)
    return Meant(address, identity_of(catalog, version, address, asking.sha256))


def catalog_now(version: str, asking: Asking) -> tuple[str, Catalog]:
    """Return the address of a registry as messages show it, and what it has now; of a server that is remembered.

    Raises:
        FetchError: the registry cannot be read.
        UnwritablePathError: the cache cannot be written.
    """
    with closing(_opened(asking, version)) as registry:
        catalog, content = catalog_at(registry, version)
    if asking.address:
        remember(registry.address, content)
    return registry.address, catalog


def catalog_known(asking: Asking) -> tuple[str, Catalog]:
    """Return the address of a registry and what it has; offline, what a server had when it was last asked.

    Raises:
        FetchError: the registry cannot be read, or offline, a server was never asked.
        UnwritablePathError: the cache cannot be written.
    """
    if not asking.address or not is_offline(asking.offline):
        return catalog_now("", asking)
    address = without_password(asking.address)
    catalog = remembered(address)
    if catalog is None:
        raise FetchError(address, "", NEVER_ASKED)
    return address, catalog


def _opened(asking: Asking, version: str) -> Registry:
    """Return the registry, ready to be asked."""
    if not asking.address:
        folder = Path(asking.registry)
        if (folder / MANIFEST).is_file() and (folder / SUMS).is_file():
            raise FetchError(str(folder), version, "it is a release itself; a registry is the folder that holds the releases")
        return FolderRegistry(folder)
    from diplotrips.exports.reading.http import HttpRegistry, Limits  # noqa: PLC0415  (requests, which only servers need)

    return HttpRegistry(asking.address, asking.limits or Limits())


def readable_folder(found: Meant, asking: Asking) -> Path:
    """Return the folder from which tables of a release can be read: that of the registry if it is one, else that in the cache.

    Raises:
        FetchError: the release cannot be had, or is not the one that the catalog names.
        UnwritablePathError: the cache cannot be written.
    """
    folder = found.cached if asking.address else Path(asking.registry) / found.release.version
    if manifest_hash(folder) == found.release.manifest_sha256:
        return folder
    if not asking.address:
        raise FetchError(
            str(folder / MANIFEST), found.release.version, "it is not there, or not the one that catalog.json names by its SHA-256"
        )
    taken_to_cache(found, asking)
    return folder


def taken_to_cache(found: Meant, asking: Asking) -> bool:
    """Take a release to the cache unless it is there already and whole, and tell whether it was.

    Raises:
        FetchError: it cannot be had, or the cache has another release of that name.
        UnwritablePathError: the cache cannot be written.
    """
    if is_whole(found.cached, found.release.manifest_sha256):
        return True
    refuse_another(found)
    if asking.address and is_offline(asking.offline):
        raise FetchError(str(found.cached), found.release.version, "offline, no server is asked, and what is in the cache is damaged")
    taken_to(found.cached, found, asking, may_replace=True)
    return False


def taken_to(target: Path, found: Meant, asking: Asking, *, may_replace: bool = False) -> None:
    """Take a release to *target*.

    Raises:
        FetchError: it cannot be had.
        UnwritablePathError: *target* cannot be written, or something else is there.
    """
    with closing(_opened(asking, found.release.version)) as registry:
        acquire(registry, found.release, target, asking.progress, may_replace=may_replace)


def refuse_another(found: Meant) -> None:
    """Refuse where the cache has a release of that name that is another one, not just a damaged one.

    Raises:
        FetchError: it has.
    """
    other = manifest_hash(found.cached)
    if other in {"", found.release.manifest_sha256} or not _is_vouched(found.cached, other):
        return
    told = f"it is not the release that is in {found.cached}, and a release never changes, so one of the two is wrong"
    hint = f"diplotrips fetch --clear {found.release.version} removes that in the cache"
    raise FetchError(f"{found.address}/{found.release.version}", found.release.version, f"{told}; {hint}")


def _is_vouched(folder: Path, sha256: str) -> bool:
    """Tell whether the manifest in *folder* is the one that was put there."""
    try:
        read_manifest(folder)
        return f"{sha256}  {MANIFEST}" in (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError, UnreadablePathError):
        return False
