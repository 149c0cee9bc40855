"""Released tables: Arrow tables of the rows, files of a release, its manifest, and loading a release again.

How records become rows is in `diplotrips.schema.flatten`; whether they may be released is for `diplotrips.api` to say.
"""
