"""What the surroundings of a run say of releases: which registry there is, whether servers may be asked, and where the cache is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from diplotrips.errors import UnusableRequestError

REGISTRY: Final = "DIPLOTRIPS_REGISTRY"
"""Folder or address of the registry, where a request names none."""

OFFLINE: Final = "DIPLOTRIPS_OFFLINE"
"""1 where no server may be asked."""

CACHE: Final = "DIPLOTRIPS_CACHE"
"""Folder of the cache, instead of the one that the system has for such things."""

_YES: Final = {"1", "true", "yes", "on"}
_NO: Final = {"", "0", "false", "no", "off"}


def registry_of_environment() -> str | None:
    """Return the registry that the environment names; None if it names none."""
    return os.environ.get(REGISTRY) or None


def is_offline(offline: bool | None) -> bool:  # noqa: FBT001  (None asks the environment, so it is no plain flag)
    """Tell whether no server may be asked: as the request has it, and if it says nothing, as the environment has it.

    Raises:
        UnusableRequestError: the environment says neither yes nor no.
    """
    if offline is not None:
        return offline
    said = os.environ.get(OFFLINE, "").lower()
    if said not in _YES | _NO:
        raise UnusableRequestError(f"{OFFLINE} takes 1 or 0, not {said}")
    return said in _YES


def cache_home() -> Path:
    """Return the folder of the cache, which need not be there."""
    import platformdirs  # noqa: PLC0415  (a bundled release is loaded without)

    named = os.environ.get(CACHE)
    return Path(named).expanduser().absolute() if named else platformdirs.user_cache_path("diplotrips", appauthor=False)
