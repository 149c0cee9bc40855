"""`README.txt` of a deposit: what the files are, how to cite and load them, and by which rules they were made; plain text of 79 columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

from diplotrips.exports.describing.citation import citation
from diplotrips.exports.manifest import MANIFEST, SUMS
from diplotrips.schema.codelists import code_list
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.tables import table_description
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.exports.describing.edition import Edition
    from diplotrips.schema.info import DatasetInfo

    Rows = Mapping[str, Sequence[Mapping[str, object]]]

WIDEST: Final = 79

_FORMS: Final = """
Every table is there three times with the same rows: trips.csv, trips.parquet (the smallest, with types; for Python, R, DuckDB and Spark)
and trips.json.
"""

_OTHERS: Final = {
    "codebook.csv": "every variable with type, unit, meaning, codes, and how often it is missing",
    "codebook.md": "the same to read, and all codes with their meaning",
    "CHANGES.md": "what is different from the version before",
    "CITATION.cff": "how to cite this version, for programs",
    "datapackage.json": "types, keys and hashes of all tables, as Data Package 2.0 has them",
    "records.json": "the records as their authors wrote them, of which the tables are made",
    "README.txt": "this file",
    MANIFEST: "size and SHA-256 of every file",
    SUMS: "the same for sha256sum -c",
}

_MISSING: Final = """
In the CSV files a cell with nothing in it is missing: no source we read says so, which never means that it is not so. Texts are always
in quotes, so "NA" is Namibia and not a missing value; country_iso3 beside every country has NAM. Logical values are TRUE and FALSE,
days are YYYY-MM-DD, numbers have a decimal point.
"""

_DATES: Final = """
A day that may be known inexactly has five variables. first_day is filled only where the record has it to the day and without doubt;
first_day_earliest and first_day_latest are the earliest and the latest day that it can have been, and empty where there is no bound;
first_day_precision says how exactly it is known (day, month, year, ...); first_day_edtf is the date as recorded, in the Extended
Date/Time Format (ISO 8601-2): 2023-04 is some day of April 2023, 2023-04-17? is in doubt, 2023-04-17~ is about that day. Nothing is
ever filled in: a month does not become its first day. All five have the record as it stands after decisions, so that a day may be
filled on which sources disagree: whether they do is in conflicts, what each of them says in claims.
"""

_PYTHON: Final = """\
import pandas as pd
kinds = {"text": "string", "integer": "Int32", "number": "float64", "logical": "boolean", "date": "string"}
book = pd.read_csv("codebook.csv", keep_default_na=False)
def read(table):
    types = book[book.table == table].set_index("variable").type
    return pd.read_csv(f"{table}.csv", dtype=types.map(kinds).to_dict(), keep_default_na=False, na_values=[""])
trips = read("trips")
"""

_PYTHON_NOTE: Final = "Days are texts there, since not every version of pandas has all of them; pd.to_datetime makes dates of a column."

_R: Final = """\
kinds <- c(text = "character", integer = "integer", number = "numeric", logical = "logical", date = "Date")
book <- read.csv("codebook.csv", na.strings = "", encoding = "UTF-8")
read <- function(table) {
  types <- kinds[book$type[book$table == table]]
  read.csv(paste0(table, ".csv"), na.strings = "", colClasses = unname(types), encoding = "UTF-8")
}
trips <- read("trips")
"""

_STATA: Final = """\
import delimited using "trips.csv", varnames(1) encoding("utf-8") bindquotes(strict) maxquotedrows(unlimited) stringcols(_all) clear
"""

_STATA_NOTE: Final = """
That leaves every variable a text, so that codes such as 004 keep their zeros; destring those that the codebook calls integer or number,
and generate days with daily(first_day, "YMD"). Long texts become strL.
"""

_EXCEL: Final = """
Do not open the CSV files by double-clicking, which makes numbers of codes and dates of other texts. Import them (Data, From Text/CSV,
UTF-8) with every column as text. A cell takes 32,767 characters at most, and days before 1900 stay texts.
"""


def render_readme(edition: Edition, tables: Rows, files: Mapping[str, int | None]) -> str:
    """Return the README of a release with these *tables*; *files* has the rows of every file by its name, None where it has none."""
    info = edition.info
    made = f"Version {edition.version}, released on {edition.day}." if edition.version else "Not released: a build to look at."
    sections = {
        info.title: [_filled(info.description), _filled(made), _who(info)],
        "How to cite": [_filled(citation(edition)), _filled(f"Licence: {info.licence} (SPDX id).")],
        "Files": [_filled(_FORMS), "\n".join(_files(files))],
        "Missing values": [_filled(_MISSING)],
        "Uncertain dates": [_filled(_DATES)],
        "How to load": list(_loading()),
        "How the data were made": list(_methods(info, tables)),
        "Questions": [_filled(_questions(info))],
    }
    return "\n\n".join("\n\n".join([_heading(title), *parts]) for title, parts in sections.items()) + "\n"


def _heading(title: str) -> str:
    """Return a title with a line below it, as long as its longest line."""
    lines = textwrap.wrap(title, WIDEST)
    return "\n".join([*lines, "=" * max(map(len, lines))])


def _filled(text: str, first: str = "") -> str:
    """Return *text* in lines that are not too long, the first after *first*, the others after as much space."""
    words, later = " ".join(text.split()), " " * len(first)
    return textwrap.fill(words, WIDEST, initial_indent=first, subsequent_indent=later, break_on_hyphens=False, break_long_words=False)


def _who(info: DatasetInfo) -> str:
    """Return the makers, one a line."""
    told = [", ".join(part for part in (creator.name, creator.affiliation, creator.orcid) if part) for creator in info.creators]
    return "\n".join(_filled(maker, "By: " if not place else "    ") for place, maker in enumerate(told))


def _files(files: Mapping[str, int | None]) -> Iterator[str]:
    """Return an item for each table and each other file."""
    for name in TABLES:
        if f"{name}.csv" in files:
            rows = number(files[f"{name}.csv"] or 0, "row")
            yield _filled(f"{name} ({rows}): {table_description(name)}", "- ")
    yield "\nThe other files:\n"
    for name, told in _OTHERS.items():
        if name in files:
            yield _filled(f"{name}: {told}.", "- ")


def _loading() -> Iterator[str]:
    """Return how to load a table in each of the programs that are asked for."""
    yield from ("Python, with pandas:", _code(_PYTHON), _filled(_PYTHON_NOTE), "R:", _code(_R))
    yield from ("Stata:", _code(_STATA), _filled(_STATA_NOTE))
    yield from ("Excel and LibreOffice:", _filled(_EXCEL))


def _code(text: str) -> str:
    """Return lines of code as they are, moved in."""
    return textwrap.indent(text.rstrip("\n"), "    ")


def _methods(info: DatasetInfo, tables: Rows) -> Iterator[str]:
    """Return the rules of the coding, how conflicts are told, and what was looked for."""
    yield _filled(
        "Every value rests on passages of sources; the table claims has what each source says, conflicts and conflict_claims have where "
        f"they disagree, decisions how that was settled and why. Conflicts are told as of {info.reference_date}. Coding rules: version "
        f"{info.codebook}."
    )
    if info.inclusion:
        yield "\n".join(["What is in the dataset:", *(_filled(rule, "- ") for rule in info.inclusion)])
    if info.territories:
        yield _filled(f"Territories: {info.territories}")
    if info.variables:
        told = (f"{variable.name} ({variable.type}): {variable.description}" for variable in info.variables)
        yield "\n".join(["Variables of this project's own, in the table extras:", *(_filled(variable, "- ") for variable in told)])
    if info.note:
        yield _filled(info.note)
    yield _coverage(tables["coverage"])


def _coverage(rows: Sequence[Mapping[str, object]]) -> str:
    """Return what was looked for, one line a statement; where nobody looked, that no trip is found means nothing."""
    if not rows:
        return _filled("Coverage: nothing says where trips were looked for, so that the absence of a trip means nothing.")
    extents = {code.code: code.label for code in code_list("extents")}
    told = "Coverage, that is what was looked for; where nobody looked, the absence of a trip means nothing:"
    return "\n".join([_filled(told), *(_filled(_looked(row, extents), "- ") for row in rows)])


def _looked(row: Mapping[str, object], extents: Mapping[str, str]) -> str:
    """Return one statement of coverage."""
    whom = row["traveller_id"] or row["office"] or "anybody"
    country = row["office_country"] or row["office_organization_id"]
    extent = extents.get(str(row["extent"]), str(row["extent"]))
    note = f" ({row['note']})" if row["note"] else ""
    return f"{whom}{f' of {country}' if country else ''}, {row['period_edtf'] or 'any time'}: {extent.lower()}{note}"


def _questions(info: DatasetInfo) -> str:
    """Return where to ask."""
    return f"Home of the dataset: {info.url}" if info.url else "Ask the makers named above; give the version and the id of the record."
