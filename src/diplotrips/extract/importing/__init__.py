"""Tables that researchers keep in spreadsheets as records: what stands in which row, what it means, and what cannot be told.

`tables` reads a file of any kind into a `grid`. A list of trips of somebody else's is read by a mapping: `mappings` finds it, `cells` and
`visits` turn a row into values, `journeys` puts rows together, `documents` makes records of them. A table of an export that was edited
comes back by `returning`. Nothing is written here.
"""
