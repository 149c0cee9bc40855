"""Names of places in an article; `mentions.find_places` is what others call, the tables are in `diplotrips.schema`."""
