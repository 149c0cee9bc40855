"""Reading what was taken from the sources: files with the place of every value, a folder as a dataset, spans of the texts.

Nothing here judges one record by another; that is `diplotrips.checks`.
"""
