"""Everything that judges records.

The frame: `check` (what a check is), `evidence` (what checks look at), `settling` (what the ledger settles), `run`, and `registry`, the
list of all. One folder a family, one file a check: `files`, `trip`, `sources`, `records`, `provenance`, `ledger`. What the checks of a
family share: `itinerary` with `network` and `contradictions` (trip), `disagreement` and `testimony` (sources), `references` (records),
`support` (provenance).
"""
