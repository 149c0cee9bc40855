"""Reading releases: where one comes from (package, folder, server), what of it is believed, the cache, and tables as they are loaded.

How a release lies in its folder is in `diplotrips.exports.stored`; nothing here writes one anew. A release is taken whole, not table by
table: what lies in the cache is then always a release that `sha256sum -c` and `diplotrips verify` accept, every table of it can be loaded
offline, and no table is of another state than its neighbour. The price is that the first table of a large release costs all of it.
"""
