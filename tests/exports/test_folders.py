"""Which folder an export may replace: an earlier build and nothing beside it; what is not certainly ours survives every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diplotrips.errors import ExportRefusedError, UnreadablePathError
from diplotrips.exports.folders import MARK, refuse_other_folders, written_beside
from diplotrips.exports.manifest import MAX_BYTES, read_manifest
from diplotrips.exports.release import write_release
from diplotrips.exports.stored import versions

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.release import Content

RULE = "which is no file of an earlier build, and an export replaces the folder; name a new one"


@pytest.mark.parametrize("name", ["MY.txt", "1.0.0", "index.html"])
def test_a_build_with_anything_else_in_it_is_not_replaced(content: Content, tmp_path: Path, name: str) -> None:
    """The first file that the manifest does not name is told, and nothing is touched."""
    folder = tmp_path / "exports"
    write_release(content, folder)
    other = folder / name
    if name == "1.0.0":
        write_release(content, other, name)
    else:
        other.write_text("mine")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    with pytest.raises(ExportRefusedError) as refusal:
        write_release(content, folder)
    assert str(refusal.value) == f"nothing was exported: {folder} holds {name}, {RULE}"
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_folder_with_the_name_of_a_table_is_not_replaced(content: Content, tmp_path: Path) -> None:
    """Files of a build are files: a folder or link under such a name is somebody else's."""
    write_release(content, tmp_path / "build")
    (tmp_path / "build" / "stops.json").unlink()
    (tmp_path / "build" / "stops.json").mkdir()

    with pytest.raises(ExportRefusedError, match=r"holds stops\.json, which"):
        refuse_other_folders(tmp_path / "build")


@pytest.mark.parametrize("text", ["{}", "[]", "mine", '{"tables": {}, "files": {}}', "[" * 100_000, '{"tables":' * 100_000])
def test_a_manifest_of_somebody_else_is_no_build(tmp_path: Path, text: str) -> None:
    """What only has the name of a manifest is refused as any other file; reading it is an error in a sentence, however deep it is."""
    (tmp_path / "manifest.json").write_text(text)

    with pytest.raises(UnreadablePathError, match=r"manifest\.json: it is not the manifest of a release$"):
        read_manifest(tmp_path)
    with pytest.raises(ExportRefusedError) as refusal:
        refuse_other_folders(tmp_path)
    assert str(refusal.value) == f"nothing was exported: {tmp_path} holds manifest.json, {RULE}"


def test_a_manifest_is_held_to_its_types_and_size(content: Content, tmp_path: Path) -> None:
    """A text where a number belongs, and a file that is larger than any manifest, are none."""
    write_release(content, tmp_path / "build")
    path = tmp_path / "build" / "manifest.json"
    text = path.read_text()
    for changed in (text.replace('"schema_version": 1', '"schema_version": "1"'), text + " " * MAX_BYTES):
        path.write_text(changed)
        with pytest.raises(UnreadablePathError, match="it is not the manifest of a release"):
            read_manifest(tmp_path / "build")


def test_a_link_stays_a_link(content: Content, tmp_path: Path) -> None:
    """What a link points at is written, also where that is not there yet; nothing is left beside either."""
    (tmp_path / "far").mkdir()
    link = tmp_path / "link"
    link.symlink_to("far/build")
    write_release(content, link)
    write_release(content, link)

    assert link.is_symlink()
    assert read_manifest(tmp_path / "far" / "build").dataset == "made-up"
    assert [path.name for path in (tmp_path / "far").iterdir()] == ["build"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    """It leads nowhere."""
    (tmp_path / "link").symlink_to("link")

    with pytest.raises(ExportRefusedError, match=r"link is a link that leads back to itself$"):
        refuse_other_folders(tmp_path / "link")


def test_the_current_folder_is_not_replaced(content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell stands in it, so even an empty one stays."""
    monkeypatch.chdir(tmp_path)
    for path in tmp_path.iterdir():
        path.rename(tmp_path.with_name(f"{tmp_path.name}-away"))

    with pytest.raises(ExportRefusedError) as refusal:
        write_release(content, tmp_path / "x" / "..")
    assert str(refusal.value).endswith(" is the current folder, and an export replaces the folder; name a new one in it")


def test_only_what_is_certainly_ours_is_tidied_away(tmp_path: Path) -> None:
    """Folders that only look like leftovers survive, those with our mark go."""
    for name in (".ok.part-mine", ".ok.part-abcdefgh", ".ok.part-12345678"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "MY.txt").write_text("mine")
    (tmp_path / ".ok.part-12345678" / MARK).touch()
    with written_beside(tmp_path / "ok") as folder:
        (folder / "file").touch()

    assert sorted(path.name for path in tmp_path.iterdir()) == [".ok.part-abcdefgh", ".ok.part-mine", "ok"]


def test_versions_have_numbers_of_six_digits_at_most(content: Content, tmp_path: Path) -> None:
    """Longer ones are no versions, neither to write nor to list."""
    write_release(content, tmp_path / "999999.0.0", "999999.0.0")
    (tmp_path / "999999.0.0").rename(tmp_path / "9999999.0.0")

    with pytest.raises(ExportRefusedError, match=r"9999999\.0\.0 is no version such as 1\.0\.0$"):
        write_release(content, tmp_path / "new", "9999999.0.0")
    assert versions(tmp_path) == []
