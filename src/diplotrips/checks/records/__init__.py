"""Checks across records (DT3xx): ids, references, what a claim can be about, and one traveller's stops in all trips."""
