"""Checks between sources (DT2xx): what one source says against what another says, against the record and against the calendar."""
