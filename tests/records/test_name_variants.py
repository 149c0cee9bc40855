"""The real records without the variants of their register: misspelt and re-transliterated names are found all the same."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

from diplotrips import api

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)


def test_variants_taken_out(root: Path, tmp_path: Path) -> None:
    """The misspelling of one name and the other transliteration of another are told with the right spelling, wherever they stand."""
    shutil.copytree(root / "extract", tmp_path / "extract")
    register = tmp_path / "extract" / "people.yaml"
    text = register.read_text("utf-8")
    for variant in (
        "    names: [{name: Miguel Diaz-Canal, kind: misspelling}]\n",
        "      - {name: Sergei Lavrov, script: Latn, kind: transliteration}\n",
    ):
        assert variant in text
        text = text.replace(variant, "")
    register.write_text(text, "utf-8")

    known = {one.fingerprint for one in api.check(root, TODAY).open}
    found = [one for one in api.check(tmp_path, TODAY).open if one.fingerprint not in known]

    assert {one.code for one in found} == {"DT218"}
    assert {(one.record, one.message.rpartition(", ")[2]) for one in found} == {
        ("lavrov-2010-02-latin-america", "which is Sergey Lavrov in another transliteration"),
        ("lavrov-2020-02-latin-america", "which is Sergey Lavrov in another transliteration"),
        ("lavrov-2023-04-latin-america", "which is Sergey Lavrov in another transliteration"),
        ("lavrov-2023-04-latin-america.cu.miguel-diaz-canel", "which is Miguel Díaz-Canel but for one letter"),
    }
