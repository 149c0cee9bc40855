"""What lies beside the tables of a release: its descriptor, its citation, the days of releases, and the catalog of all of them."""
