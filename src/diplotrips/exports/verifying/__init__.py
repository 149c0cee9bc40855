"""Whether a released folder is still what was released, and whether all that it says of itself is true; everything wrong in one run.

A file whose hash is wrong is not looked into: nothing that stands in it counts. Of the others every statement is held to every other:
manifest, sums, descriptor, metadata of the columns, rows in each form, keys, citation, catalog. A release is taken as it describes itself,
never as this version of the package declares its tables. Where all of that is right, what follows is made anew: rows from documents and, of
a release of this very version of the package, tables for analysis from the others and changes from the release before. Nothing is repaired
here, and nothing that a release brings along is run: neither its patterns nor the aliases of its YAML.
"""
