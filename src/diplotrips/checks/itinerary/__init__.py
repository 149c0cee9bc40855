"""What a trip's record itself says about days and order: network A.

`facts` is what a statement is about, `placing` what a date means as limits, `stays` which stops can be at once; `statements` makes the
network of a trip, `reasons` finds why it cannot be true, and `contradictions` makes findings of that. The solver is in `network`, what
sources claim in `testimony`.
"""
