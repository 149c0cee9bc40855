"""The parser held against a corpus of articles with gold: predictions, figures, training, speed; `extraction.py` runs it."""
