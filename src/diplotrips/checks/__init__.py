"""Everything that judges records.

The frame: `check` (what a check is), `evidence` (what checks look at), `run`, and `registry`, the list of all. One folder a family, one
file a check: `files`, `trip`, `sources`, `records`, `provenance`, `ledger`; `published` is their catalogue.

What checks are made of: `network` (the solver), `itinerary` (what a record says of days and order), `testimony` (what sources claim of
them), `disagreement` (claims compared with one another), `support` (claims that bear out a value), `timing`, `references` and `coding`.
Around a run: `settlement` (what the ledger settles) and `reporting` (what is told of the findings).
"""
