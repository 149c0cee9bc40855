"""Uncertain dates: a strict subset of EDTF as values (`edtf`), and how two of them stand to each other (`relations`).

The other modules are what these are made of: `patterns`, `parts` (one simple date), `days` (sets of days), `reasons` (why a text is no
date), `hooks` (what pydantic and JSON Schema see).
"""
