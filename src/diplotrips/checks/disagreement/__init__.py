"""How claims of sources are compared: which days, orders, numbers and spellings cannot all be true, and the finding that names all ends.

The checks of the family `sources` are made of these; each module compares one thing only.
"""
