"""How long importing a list takes, against reading the same CSV file with `csv` and writing a file a trip with PyYAML.

Run with `.venv/bin/python benchmarks/importing.py [ROWS] [ROUNDS]`. Every round does both, in turn, so that a busy machine slows both
alike; told are processor times and the ratio in each round, with the check that follows an import and without it.
"""

from __future__ import annotations

import csv
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import yaml

from diplotrips.api import Listing, Spreadsheet, import_list
from diplotrips.api.checking import judged
from diplotrips.extract.reading import read_dataset

COUNTRIES = ("Brazil", "Chile", "Peru", "Kenya", "Namibia", "Cuba", "France", "Japan")
GIVEN = {"traveller": "Jane Doe", "office": "foreign-minister", "represents": "NZ"}


def write_list(path: Path, rows: int) -> None:
    """Write a list of visits, two a trip."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["#", "Country", "Locations", "Details", "Dates"])
        for row in range(rows):
            when = f"{row % 27 + 1} {('March', 'April', 'May')[row % 3]} {1900 + row // 20}"
            writer.writerow([row // 2, COUNTRIES[row % 8], f"Town {row % 97}", f"Met the minister, number {row}.", when])


def plain(folder: Path) -> float:
    """Return the seconds of reading the list and writing a file a trip, with nothing understood and nothing checked."""
    began = time.process_time()
    trips = defaultdict(list)
    with (folder / "visits.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            trips[row["#"]].append(row)
    (folder / "plain").mkdir()
    for number, rows in trips.items():
        text = yaml.safe_dump({"schema": 1, "trip": GIVEN, "stops": rows}, allow_unicode=True, sort_keys=False)
        (folder / "plain" / f"{number}.yaml").write_text(text, encoding="utf-8")
    return time.process_time() - began


def ours(folder: Path) -> tuple[float, float]:
    """Return the seconds of an import, and how many of them the check takes."""
    (folder / "extract").mkdir()
    began = time.process_time()
    done = import_list(Spreadsheet(file=folder / "visits.csv"), Listing(mapping="encyclopedia-visits", given=GIVEN), folder)
    took = time.process_time() - began
    if not done.is_written:
        raise SystemExit(f"nothing was written: {done.problems[0]}")
    began = time.process_time()
    judged(read_dataset(folder), None)
    return took, time.process_time() - began


def main(rows: int = 2_000, rounds: int = 3) -> None:
    """Print what each round takes."""
    ratios = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_list(folder / "visits.csv", rows)
            least, (whole, check) = plain(folder), ours(folder)
        ratios.append(whole / least)
        rate, alone = rows / whole, rows / (whole - check)
        print(f"plain {least:.2f} s, import {whole:.2f} s: {rate:,.0f} rows/s, and {alone:,.0f} rows/s without its check")
    ratio = f"{statistics.median(ratios):.1f} times as long ({min(ratios):.1f} to {max(ratios):.1f})"
    print(f"{rows:,} rows, {rounds} rounds: an import takes {ratio}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
