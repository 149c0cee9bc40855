"""Expressions of time in an article; `times.find_times` is what others call, the grammar of phrases is `schema.phrases`."""
