"""The codebook of a deposit: every variable with type, unit, meaning and codes, and how often it is missing in this very release.

As a table for programs and as a page for people. The words are those of the data dictionary; what is added is counted in the rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.schema.codelists import LISTS, code_list
from diplotrips.schema.published.markdown import table
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.columns import Type, leads_to
from diplotrips.schema.rows.tables import column_descriptions, table_description
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.schema.rows.columns import Column, Table

    Rows = Mapping[str, Sequence[Mapping[str, object]]]

BOOK_COLUMNS: Final = (
    "table", "variable", "type", "unit", "description", "is_key", "codelist", "codes", "refers_to", "n_rows", "n_missing",
)  # fmt: skip
"""Columns of `codebook.csv`, which has one row a variable, in the order of tables and columns."""

_TYPES: Final = {Type.STRING: "text", Type.INT32: "integer", Type.DOUBLE: "number", Type.BOOL: "logical", Type.DAY: "date"}
"""Types in the words of those who use R, Stata or a spreadsheet."""

_READING: Final = (
    "One section a table. *Missing* counts the rows in which nothing stands, which says that no source we read says so, never that it is "
    "not so. Codes are open: a later version may have codes that are not here. `codebook.csv` has the same for programs."
)


def codebook_rows(tables: Rows) -> Iterator[dict[str, object]]:
    """Return one row per variable of the released *tables*, in their order, with the columns `BOOK_COLUMNS`; what it has not is None."""
    for name, rows in tables.items():
        texts = column_descriptions(name)
        for column in TABLES[name].columns:
            yield {
                "table": name,
                "variable": column.name,
                "type": _TYPES[column.type],
                "unit": column.unit or None,
                "description": texts[column.name],
                "is_key": column.name in TABLES[name].key,
                "codelist": column.codelist or None,
                "codes": _codes(column),
                "refers_to": " or ".join(leads_to(column, TABLES[name])) or None,
                "n_rows": len(rows),
                "n_missing": _missing(column, rows),
            }


def render_codebook(title: str, tables: Rows) -> str:
    """Return the codebook as Markdown: one section a table with a line for each variable, then the code lists."""
    parts = [
        f"# Codebook: {title}",
        _READING,
        *(_section(name, rows) for name, rows in tables.items()),
        "# Codes",
        *(f"## `{name}`\n\n{_code_table(name)}" for name in LISTS),
    ]
    return "\n\n".join(parts) + "\n"


def _section(name: str, rows: Sequence[Mapping[str, object]]) -> str:
    """Return the section of one table."""
    texts = column_descriptions(name)
    lines = [
        (
            f"`{column.name}`",
            _TYPES[column.type] + (f" ({column.unit})" if column.unit else ""),
            str(_missing(column, rows)),
            texts[column.name] + _pointing(column, TABLES[name]),
        )
        for column in TABLES[name].columns
    ]
    key = ", ".join(f"`{column}`" for column in TABLES[name].key)
    told = f"{table_description(name)} {number(len(rows), 'row')}, sorted by {key}, which no two rows share."
    return f"## `{name}`\n\n{told}\n\n{table(('Variable', 'Type', 'Missing', 'Meaning'), lines)}"


def _pointing(column: Column, inside: Table) -> str:
    """Return where the values of *column* are explained."""
    if column.codelist:
        return f" Codes: `{column.codelist}`."
    tables = leads_to(column, inside)
    return f" Key of {' or '.join(f'`{name}`' for name in tables)}." if tables else ""


def _codes(column: Column) -> str | None:
    """Return all codes of *column* with their labels; None where it has no code list."""
    return "; ".join(f"{code.code} = {code.label}" for code in code_list(column.codelist)) if column.codelist else None


def _code_table(list_name: str) -> str:
    """Return a code list as a Markdown table."""
    return table(("Code", "Label", "Meaning"), [(f"`{code.code}`", code.label, code.description) for code in code_list(list_name)])


def _missing(column: Column, rows: Sequence[Mapping[str, object]]) -> int:
    """Return in how many of *rows* nothing stands."""
    return sum(row[column.name] is None for row in rows)
