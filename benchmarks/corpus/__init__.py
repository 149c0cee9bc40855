"""A corpus of articles with gold, as claims that the package checks and findings that a scorer counts; `conflicts.py` runs it."""
