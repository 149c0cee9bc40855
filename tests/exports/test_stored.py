"""Reading a table of a released folder: the right one, whole, or an error that says what there is."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
import pytest

from diplotrips.errors import UnknownNameError, UnreadablePathError
from diplotrips.exports.release import write_release
from diplotrips.exports.stored import read_table, versions

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.release import Content


@pytest.fixture
def released(content: Content, tmp_path: Path) -> Path:
    """A release of a small dataset."""
    write_release(content, tmp_path / "exports" / "0.1.0", "0.1.0")
    return tmp_path / "exports" / "0.1.0"


def test_a_table_is_an_arrow_table(released: Path) -> None:
    """One row a record, sorted by id, days as days."""
    stops = read_table(released, "stops")

    assert isinstance(stops, pa.Table)
    assert stops.column("stop_id").to_pylist() == ["one.na", "one.ve", "two.na", "two.ve"]
    assert stops.schema.field("first_day").type == pa.date32()
    assert stops.column("country").to_pylist() == ["NA", "VE", "NA", "VE"]


def test_days_stay_days_in_pandas(released: Path) -> None:
    """With Arrow types a column of days is one, whole numbers with gaps are whole; without them days are `datetime.date`."""
    stops = read_table(released, "stops")
    typed, plain = stops.to_pandas(types_mapper=pd.ArrowDtype), stops.to_pandas()

    assert str(typed["first_day"].dtype) == "date32[day][pyarrow]"
    assert str(typed["position"].dtype) == "int32[pyarrow]"
    assert typed["first_day"].dropna().dt.year.tolist() == [2023, 2023]
    assert plain["first_day"].dropna().tolist() == [date(2023, 4, 17)] * 2


def test_an_unknown_table_names_the_nearest(released: Path) -> None:
    """A slip in the name is answered with the tables that may be meant."""
    with pytest.raises(UnknownNameError, match=r"^no table is called stop; did you mean stops, stop_places or stop_events\?$"):
        read_table(released, "stop")


def test_a_changed_file_is_refused(released: Path) -> None:
    """A file that is not the released one gives no rows, nor does one that is gone."""
    shutil.copyfile(released / "trips.parquet", released / "stops.parquet")
    (released / "claims.parquet").unlink()

    with pytest.raises(UnreadablePathError, match=r"stops\.parquet: it is not the file that 0\.1\.0 was released with"):
        read_table(released, "stops")
    with pytest.raises(UnreadablePathError, match=r"claims\.parquet: no such file"):
        read_table(released, "claims")


def test_a_folder_without_manifest_is_no_release(released: Path) -> None:
    """A missing or broken manifest is an error about that file."""
    (released / "manifest.json").write_text("[]")

    with pytest.raises(UnreadablePathError, match=r"manifest\.json: it is not the manifest of a release"):
        read_table(released, "stops")


def test_versions_are_sorted_as_numbers(tmp_path: Path) -> None:
    """0.10.0 comes after 0.9.0; folders that are no releases are left out; no folder has none."""
    for name in ("0.10.0", "0.9.0", "1.0.0-draft", "0.11.0"):
        (tmp_path / name).mkdir()
        if name != "0.11.0":
            (tmp_path / name / "manifest.json").touch()

    assert versions(tmp_path) == ["0.9.0", "0.10.0"]
    assert versions(tmp_path / "absent") == []
