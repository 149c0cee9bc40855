"""Comparing two states of a dataset: releases, builds, working trees, wherever they are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplotrips.api.building import OpenErrorsError, build, project_folder
from diplotrips.errors import ExportRefusedError, UnreadablePathError, UnusableRequestError
from diplotrips.schema.version import DATASET_VERSION

if TYPE_CHECKING:
    from diplotrips.exports.comparing import Comparison, Snapshot

_ADDRESS: Final = re.compile(r"(?P<registry>https?://.+?)/+(?P<version>" + DATASET_VERSION + r")/*", re.IGNORECASE)
"""Address of a release on a server: that of the registry, and the version behind it."""


def diff(
    before: Path | str | None = None, after: Path | str | None = None, root: Path | str = ".", *, offline: bool | None = None
) -> Comparison:
    """Return what changed from one state of a dataset to another, by meaning.

    Args:
        before: A version, the folder of a release or build, the address of a release on a server, or the folder of a dataset project, of
            which the records are meant as they are now. Unless given, the newest release of the project.
        after: Such a state too. Unless given, the records of the project as they are now.
        root: Folder of the dataset project in whose folder `exports` versions are looked for first.
        offline: Whether no server may be asked; unless given, as the environment has it.

    Raises:
        UnreadablePathError: a state cannot be read: there is none, a file of it is not the one that was released, or errors are open.
        UnknownNameError: there is no such version.
        UnusableRequestError: the two are not of one dataset.
        FetchError: a release cannot be had from a server.
    """
    from diplotrips.exports.comparing import compare  # noqa: PLC0415  (pyarrow takes 300 ms; only who compares or exports needs it)

    project = _project(Path(root), needed=before is None or after is None)
    earlier = _state(_newest(project) if before is None else str(before), project, offline=offline)
    later = _working_tree(project, project) if after is None else _state(str(after), project, offline=offline)
    if earlier.dataset != later.dataset:
        told = f"{earlier.label} is of the dataset {earlier.dataset}, and {later.label} of {later.dataset}"
        raise UnusableRequestError(f"{told}; what changed can be told of one dataset only")
    return compare(earlier, later)


def changes_parquet(comparison: Comparison) -> bytes:
    """Return the changes as a Parquet file of the shape of the released table `changes`."""
    import io  # noqa: PLC0415  (only for this)

    from diplotrips.exports.arrow import arrow_table  # noqa: PLC0415  (as above)
    from diplotrips.exports.comparing import change_rows  # noqa: PLC0415  (as above)
    from diplotrips.exports.manifest import CHANGES_TABLE  # noqa: PLC0415  (as above)
    from diplotrips.exports.parquet import write_parquet  # noqa: PLC0415  (as above)

    stream = io.BytesIO()
    write_parquet(arrow_table(CHANGES_TABLE, change_rows(comparison)), stream)
    return stream.getvalue()


def _project(root: Path, *, needed: bool) -> Path:
    """Return the folder of the project; where two states are named, none has to be there."""
    try:
        return project_folder(root)
    except UnreadablePathError:
        if needed:
            raise
        return root


def _newest(project: Path) -> str:
    """Return the newest release of the project."""
    from diplotrips.exports.stored import versions  # noqa: PLC0415  (as above)

    known = versions(project / "exports")
    if not known:
        raise UnreadablePathError(project / "exports", "there is no release to compare with; name two states")
    return known[-1]


def _state(named: str, project: Path, *, offline: bool | None) -> Snapshot:
    """Return the state that a user named: what lies there, else a version, else an address."""
    from diplotrips.exports.comparing import snapshot_of_folder  # noqa: PLC0415  (as above)
    from diplotrips.exports.manifest import MANIFEST  # noqa: PLC0415  (as above)

    folder = Path(named)
    if (folder / MANIFEST).exists():
        return snapshot_of_folder(folder)
    if address := _ADDRESS.fullmatch(named):
        return snapshot_of_folder(_release(address["version"], address["registry"], offline=offline))
    if re.fullmatch(DATASET_VERSION, named) and not folder.exists():
        kept = project / "exports" / named
        return snapshot_of_folder(kept if (kept / MANIFEST).exists() else _release(named, None, offline=offline))
    if named.lower().startswith(("http://", "https://")):
        raise UnreadablePathError(named, "the address of a release ends with its version, such as 1.0.0")
    return _working_tree(folder, project)


def _release(version: str, registry: str | None, *, offline: bool | None) -> Path:
    """Return the folder of a release of *registry*, or of one that is bundled, in the cache, or at the registry of the environment."""
    from diplotrips.exports.reading.loading import release_folder  # noqa: PLC0415  (as above)

    return release_folder(version, registry=registry, offline=offline)


def _working_tree(root: Path, project: Path) -> Snapshot:
    """Return the state of the records under *root* as they are now."""
    from diplotrips.exports.comparing import snapshot_of_rows  # noqa: PLC0415  (as above)

    try:
        built = build(root)
    except OpenErrorsError as refusal:
        raise UnreadablePathError(root, f"{refusal.reason}; diplotrips check shows them") from refusal
    except ExportRefusedError as refusal:
        raise UnreadablePathError(root, refusal.reason) from refusal
    is_here = project_folder(root).resolve() == project.resolve()
    label = "the working tree" if is_here else str(root)
    return snapshot_of_rows(built.tables, label, dataset=built.info.id)
