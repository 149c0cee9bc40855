"""What a record must be, and what is generated from that.

Documents: `document` (one trip with `trip`, `stop`, `agreement`, `quote`, `said`), `registers`, `ledger`, `files`; what their fields are
made of: `record`, `fields`, `edtf`, `codelists`, `countries`. Read: `dataset` with `claims` and places (`tree`). Released: `rows`, made by
`flatten`. Published: `published` writes the folder `schema/` of the repository, which nobody edits by hand.
"""
