"""How claims of sources are compared: which days, orders, numbers and spellings cannot all be true, and the finding that names all who say so.

The checks of the family `sources` are made of these; each compares one thing only.
"""
