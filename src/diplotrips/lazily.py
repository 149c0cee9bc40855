"""Names of a package that are imported when somebody asks for them, since what they need takes a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def imported_from(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of *package*: a name of *homes* is imported from its module, on first use."""

    def attribute(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415  (only on first use)

        return getattr(import_module(homes[name]), name)

    return attribute


def listing_of(names: Iterable[str]) -> Callable[[], list[str]]:
    """Return the `__dir__` of a package that has *names*, so that a shell completes them before they are imported."""
    return lambda: sorted(names)
