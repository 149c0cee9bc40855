"""Whether what a record holds is borne out by what sources say: the values that need a claim, and the claims that support each.

`held` lists the values, `claims` compares one with what is claimed, `days` and `order` do so for dates and for the order of stops.
"""
