"""Beginning a dataset, and beginning a trip in it: the texts of files that are not there yet.

`project` has those of a whole dataset project, which lie as they are in the folder `template` beside it; a name there that begins with
`dot-` begins with a dot in the project. Nothing is written here.
"""
