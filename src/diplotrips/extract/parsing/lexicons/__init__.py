"""The words of the parser as data: one CSV a lexicon, its source in its first line; `words` reads them, `phrases` looks them up."""
