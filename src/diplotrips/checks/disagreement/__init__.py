"""How claims of sources are compared one with another: which days, orders, numbers and spellings cannot both be true.

`clashes` has what all comparisons share: whose claims count, who contradicts whom, what each says in users' words, and the finding that
names all ends. Each other module compares one thing only. What all claims of a trip say together is in `testimony`.
"""
