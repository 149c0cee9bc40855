"""Released tables: Arrow tables of the rows, files of a release, its manifest, what lies beside them, and reading a release again.

`release` writes one, after `succession` has said which it follows and whether it may; `cataloguing` is the folder of them all. `describing`
has descriptor, citation, changelog and catalog, `deposit` what repositories ask for, `comparing` what changed from one state to another,
`verifying` whether a release is whole, `reading` where one comes from.

How records become rows is in `diplotrips.schema.flatten`; whether they may be released is for `diplotrips.api` to say.
"""
