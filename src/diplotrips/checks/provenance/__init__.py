"""Checks of provenance (DT4xx): whether the sources bear out what the records hold, and can have known it."""
