"""The released tables: what each row holds, column by column, declared once for Arrow, JSON Schema, pydantic and the dictionary.

One module a theme declares the tables, `columns` says what a column can be, `tables` lists them all and expands their fields to columns,
`models` and `jsonschema` are made from them. How records become rows is in `diplotrips.schema.flatten`.
"""

from diplotrips.schema.rows.tables import TABLES

__all__ = ["TABLES"]
