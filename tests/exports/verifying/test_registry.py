"""A folder of releases: its catalog has these releases and no others, each as its files tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.exports.verifying.forging import sealed

from diplotrips.exports.describing.catalog import catalog_of, write_catalog
from diplotrips.exports.release import write_release
from diplotrips.exports.verifying.registry import is_registry, verify_listed, verify_registry

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.release import Content


def test_a_catalog_that_says_something_else(content: Content, folder: Path) -> None:
    """The catalog has the releases of its folder and no others, each as its files tell it."""
    home = folder.parent
    write_release(replace(content, day=date(2026, 11, 23)), home / "1.1.0", "1.1.0")
    sealed(home / "1.1.0", package_version="0.0.1")  # of which nobody knows how it told that nothing has changed
    (home / "1.2.0").mkdir()
    catalog = catalog_of(home, {})
    first, second = catalog.versions
    wrong = replace(first, date="2026-11-21", rows=first.rows + 1, manifest_sha256="0" * 64)
    write_catalog(home, replace(catalog, dataset="other", versions=(wrong, replace(second, version="1.3.0"))))
    sha256 = first.manifest_sha256
    said = [
        f"for 1.0.0 it says manifest_sha256 {'0' * 12}…, and its folder says {sha256[:12]}…",
        f"for 1.0.0 it says rows {first.rows + 1}, and its folder says {first.rows}",
        "for 1.0.0 it says date 2026-11-21, and its folder says 2026-11-22",
    ]

    *releases, last = verify_registry(home)
    assert [release.damages for release in releases] == [(), ()]
    assert [(damage.file, damage.reason) for damage in last.damages] == [
        ("1.2.0/manifest.json", "no such file or directory"),
        *(("catalog.json", reason) for reason in said),
        ("catalog.json", "it has 1.3.0, of which there is no folder"),
        ("catalog.json", "it is that of other, and 1.0.0 is one of made-up"),
        ("catalog.json", "it does not have 1.1.0"),
        ("catalog.json", "it is that of other, and 1.1.0 is one of made-up"),
    ]
    assert [(damage.file, damage.reason) for damage in verify_listed(folder).damages] == [("../catalog.json", reason) for reason in said]
    assert [damage.reason for damage in verify_listed(home / "1.1.0").damages] == ["it does not have 1.1.0"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [(None, "it is missing, so nobody can take a release from here by its version"), ("[]", "it is not the catalog of a dataset")],
)
def test_a_folder_of_releases_without_a_catalog(folder: Path, text: str | None, reason: str) -> None:
    """That is told of the folder; of a release alone nothing is said where there is no catalog."""
    if text is not None:
        (folder.parent / "catalog.json").write_text(text)

    (release, catalog) = verify_registry(folder.parent)
    assert (release.damages, [(damage.file, damage.reason) for damage in catalog.damages]) == ((), [("catalog.json", reason)])
    assert [damage.file for damage in verify_listed(folder).damages] == ["../catalog.json"] * (text is not None)


def test_which_folders_hold_releases(folder: Path, tmp_path: Path) -> None:
    """A folder with a version or a catalog in it does; a release itself and any other folder do not."""
    assert [is_registry(place) for place in (folder.parent, folder, tmp_path)] == [True, False, False]
